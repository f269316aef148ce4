//! Why an assignment, its plan or a state is not recorded or shown.

use domain::bevoegdheid::Geweigerd;
use domain::opdracht::OpdrachtGeweigerd;
use persistence::DbError;
use primitives::Veldfouten;

/// Refused, absent or broken.
#[derive(Debug, thiserror::Error)]
pub enum OpdrachtError {
    /// The actor may not.
    #[error(transparent)]
    Geweigerd(#[from] Geweigerd),
    /// What was typed is wrong.
    #[error(transparent)]
    Invoer(#[from] Veldfouten),
    /// The assignment is not in a state for it, or this is not the person for it.
    #[error(transparent)]
    Stand(#[from] OpdrachtGeweigerd),
    /// There can be no assignment for this year, or this quarter is still to come.
    #[error("voor dit jaar of kwartaal is er geen opdracht")]
    GeenJaar,
    /// Somebody else recorded something since the form was opened.
    #[error("iemand anders legde intussen iets vast: vergelijk en probeer het opnieuw")]
    Verouderd,
    /// Broken.
    #[error("the assignment cannot be read or stored")]
    Db(#[from] DbError),
}

impl OpdrachtError {
    /// A refusal by the key of a numbered table is somebody else who was first.
    pub(super) fn or_verouderd(fout: DbError, sleutel: &str) -> Self {
        if fout.is_refused_by(sleutel) {
            Self::Verouderd
        } else {
            fout.into()
        }
    }
}
