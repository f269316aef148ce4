//! Why somebody is not let in.

use identity::{AanmeldFout, DragerFout, GeenRol};

use super::{Fout, Soort};

impl From<AanmeldFout> for Fout {
    fn from(fout: AanmeldFout) -> Self {
        match fout {
            AanmeldFout::Aanbieder(_) | AanmeldFout::Ontwikkelprovider => Self::niet_beschikbaar(fout)
                .with_detail("Inloggen lukt nu niet: de aanmelddienst geeft geen bruikbaar antwoord. Probeer het over een paar minuten nog eens."),
            AanmeldFout::Geweigerd(_) => Self::new(
                Soort::NietToegestaan,
                "U bent niet ingelogd: het inloggen is afgebroken of geweigerd. Probeer het opnieuw als u dat niet bedoelde.",
            )
            .with_titel("Niet ingelogd"),
            AanmeldFout::Verlopen => Self::new(
                Soort::OngeldigeInvoer,
                "Deze poging om in te loggen is verlopen of al gebruikt. Begin opnieuw.",
            )
            .with_titel("Niet ingelogd"),
            AanmeldFout::Token(_) => Self {
                bron: Some(fout.into()),
                ..Self::new(
                    Soort::NietToegestaan,
                    "U bent niet ingelogd: wat de aanmelddienst over u zegt, klopt niet met wat wij verwachten. Neem contact op met de beheerder.",
                )
            }
            .with_titel("Niet ingelogd"),
            AanmeldFout::GeenRol(geen) => geen.into(),
        }
    }
}

impl From<GeenRol> for Fout {
    /// Names the claim, so that the administrator of the provider knows what to mend.
    fn from(geen: GeenRol) -> Self {
        Self::new(
            Soort::NietToegestaan,
            format!(
                "U bent bekend bij de aanmelddienst, maar u heeft nog geen rol in Stuurhuis. \
                 Vraag uw leidinggevende om een rol. Voor de beheerder: de claim „{}” ontbreekt \
                 of bevat geen rol of gemeente die Stuurhuis kent.",
                geen.claim
            ),
        )
        .with_titel("Geen rol toegekend")
    }
}

impl From<DragerFout> for Fout {
    fn from(fout: DragerFout) -> Self {
        match fout {
            DragerFout::Aanbieder(_) => Self::niet_beschikbaar(fout),
            DragerFout::Token(_) => Self::new(
                Soort::NietAangemeld,
                "Het token is vervalst, verlopen, nog niet geldig of voor een andere dienst. Vraag een nieuw token aan.",
            ),
            DragerFout::GeenRol(geen) => geen.into(),
        }
    }
}
