//! Errors of other crates as rows of the table. A subject adds its own file beside this one.

use actix_web::error::{JsonPayloadError, PathError, QueryPayloadError, UrlencodedError};
use domain::bevoegdheid::Geweigerd;
use persistence::DbError;

use super::{Fout, Soort};

impl From<Geweigerd> for Fout {
    fn from(geweigerd: Geweigerd) -> Self {
        match geweigerd {
            Geweigerd::GeenRol(_) => Self::niet_gevonden(),
            Geweigerd::RolSchietTekort(_) | Geweigerd::Platform(_) => Self::new(
                Soort::NietToegestaan,
                "Uw rol geeft hier geen toegang toe. Vraag uw leidinggevende of de beheerder of u een andere rol nodig heeft.",
            ),
        }
    }
}

impl From<DbError> for Fout {
    fn from(fout: DbError) -> Self {
        match fout {
            DbError::Onbereikbaar(_) | DbError::Vol | DbError::Achterstallig(_) => {
                Self::niet_beschikbaar(fout)
            }
            _ => Self::storing(fout),
        }
    }
}

impl From<PathError> for Fout {
    fn from(_: PathError) -> Self {
        Self::niet_gevonden()
    }
}

impl From<QueryPayloadError> for Fout {
    fn from(_: QueryPayloadError) -> Self {
        Self::new(
            Soort::OngeldigeInvoer,
            "Het adres bevat een waarde die niet kan. Ga terug en kies opnieuw.",
        )
    }
}

impl From<JsonPayloadError> for Fout {
    /// Says where the text stops being JSON of the right form, not what stood there: it may be personal.
    fn from(fout: JsonPayloadError) -> Self {
        match fout {
            JsonPayloadError::OverflowKnownLength { .. } | JsonPayloadError::Overflow { .. } => {
                Self::te_groot()
            }
            JsonPayloadError::ContentType => Self::new(
                Soort::MediatypeNietOndersteund,
                "Stuur de inhoud als application/json.",
            ),
            JsonPayloadError::Deserialize(fout) => Self::new(
                Soort::OngeldigeInvoer,
                format!(
                    "De inhoud is geen JSON van de juiste vorm (regel {}, kolom {}).",
                    fout.line(),
                    fout.column()
                ),
            ),
            _ => Self::afgebroken(),
        }
    }
}

impl From<UrlencodedError> for Fout {
    fn from(fout: UrlencodedError) -> Self {
        match fout {
            UrlencodedError::Overflow { .. } => Self::te_groot(),
            UrlencodedError::ContentType => Self::new(
                Soort::MediatypeNietOndersteund,
                "Dit formulier kwam niet aan in een vorm die wij lezen.",
            ),
            _ => Self::afgebroken(),
        }
    }
}

impl Fout {
    /// More than is accepted.
    pub fn te_groot() -> Self {
        Self::new(
            Soort::TeGroot,
            "Dit is meer dan wij in een keer aannemen. Maak het kleiner of deel het op.",
        )
    }

    /// More than is accepted here, which is so many bytes.
    pub fn groter_dan(max: usize) -> Self {
        let megabytes = max / (1024 * 1024);
        let melding = format!(
            "Dit bestand is te groot: wij nemen hier ten hoogste {megabytes} MB in een keer aan. Maak het kleiner of deel het op."
        );
        Self::new(Soort::TeGroot, melding)
    }

    /// The body stopped halfway or cannot be read.
    pub fn afgebroken() -> Self {
        Self::new(
            Soort::OngeldigeInvoer,
            "De inhoud kwam niet heel aan. Verstuur opnieuw.",
        )
    }
}
