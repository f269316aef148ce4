//! Why something does not happen to a round, a view or an answer.

use domain::beleid::zienswijze::{Beantwoording, Ontwerpgeweigerd, RondeGeweigerd, Zienswijze};
use domain::bevoegdheid::Geweigerd;
use persistence::DbError;
use primitives::Veldfouten;

/// Refused, absent or broken.
#[derive(Debug, thiserror::Error)]
pub enum ZienswijzeError {
    /// The actor may not.
    #[error(transparent)]
    Geweigerd(#[from] Geweigerd),
    /// Something typed is wrong.
    #[error(transparent)]
    Invoer(#[from] Veldfouten),
    /// The round does not allow it.
    #[error(transparent)]
    Ronde(#[from] RondeGeweigerd),
    /// The text is not in a state for it, or this is not the person for it.
    #[error(transparent)]
    Ontwerp(#[from] Ontwerpgeweigerd),
    /// There is no such round, document, view or answer, or it is not for this reader.
    #[error("deze ronde of zienswijze bestaat niet")]
    Onbekend,
    /// Somebody else wrote the view since the form was opened; here is the one of now.
    #[error("een collega schreef intussen aan deze zienswijze: bekijk eerst de nieuwe tekst")]
    ZienswijzeVerouderd(Box<Zienswijze>),
    /// Somebody else wrote the answer since the form was opened; here is the one of now.
    #[error("een collega schreef intussen aan dit antwoord: bekijk eerst de nieuwe tekst")]
    AntwoordVerouderd(Box<Beantwoording>),
    /// Somebody else did something at the same moment.
    #[error("iemand anders werkte hier op hetzelfde moment aan: probeer het nog eens")]
    Tegelijk,
    /// The database is broken.
    #[error(transparent)]
    Db(#[from] DbError),
}

impl ZienswijzeError {
    /// The collision of two acts on the same text, by the constraint that refused the second.
    pub(super) fn of_akte(fout: DbError, sleutel: &str) -> Self {
        if fout.is_refused_by(sleutel) {
            Self::Tegelijk
        } else {
            fout.into()
        }
    }
}
