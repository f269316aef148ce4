//! What can break between us and the database.

use diesel::result::{ConnectionError, DatabaseErrorKind, Error as DieselError};

/// The database, or what it holds, is broken. Nothing of this reaches a client but a request id.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    /// No connection could be made.
    #[error("the database cannot be reached")]
    Onbereikbaar(#[source] ConnectionError),
    /// Every connection stayed in use for too long.
    #[error("no connection became free in time")]
    Vol,
    /// A statement failed.
    #[error("a statement failed")]
    Query(#[from] DieselError),
    /// The shared schemas are older than this program.
    #[error("the shared schemas miss a step of this program; run stuurhuis migrate")]
    Achterstallig(#[source] DieselError),
    /// A stored value does not fit its type.
    #[error("stored value does not fit: {tabel}.{kolom} of {id}")]
    Inconsistent {
        /// Table.
        tabel: &'static str,
        /// Column.
        kolom: &'static str,
        /// Key of the row; never a bsn.
        id: String,
    },
    /// The key of a municipality is absent or does not fit the data.
    #[error("the key of the municipality does not fit")]
    Sleutel(#[from] crate::geheim::GeheimError),
}

impl DbError {
    /// A stored value that does not fit its type.
    pub fn inconsistent(tabel: &'static str, kolom: &'static str, id: impl ToString) -> Self {
        Self::Inconsistent {
            tabel,
            kolom,
            id: id.to_string(),
        }
    }

    /// Whether the same work may succeed when it is done again.
    pub fn is_worth_retrying(&self) -> bool {
        matches!(self, Self::Query(fout) if is_conflict(fout))
    }

    /// The same failure as one of a platform that is behind, when it is a right that a later step gives.
    pub(crate) fn or_achterstallig(self) -> Self {
        match self {
            // Diesel has no kind for SQLSTATE 42501; messages are in English by `lc_messages = C`.
            Self::Query(DieselError::DatabaseError(soort, info))
                if info.message().starts_with("permission denied") =>
            {
                Self::Achterstallig(DieselError::DatabaseError(soort, info))
            }
            ander => ander,
        }
    }

    /// Whether what should be made exists already: a role, or the row of one.
    pub(crate) fn is_already_there(&self) -> bool {
        let Self::Query(DieselError::DatabaseError(soort, info)) = self else {
            return false;
        };
        matches!(soort, DatabaseErrorKind::UniqueViolation)
            || info.message().ends_with("already exists")
    }

    /// Whether a unique or exclusion constraint of this name refused the row.
    pub fn is_refused_by(&self, constraint: &str) -> bool {
        let Self::Query(DieselError::DatabaseError(_, info)) = self else {
            return false;
        };
        info.constraint_name() == Some(constraint)
    }
}

/// Whether a serialization failure or deadlock lies at the root of any error.
pub(super) fn is_worth_retrying(fout: &(dyn std::error::Error + 'static)) -> bool {
    let mut oorzaak = Some(fout);
    while let Some(deze) = oorzaak {
        if deze.downcast_ref::<DieselError>().is_some_and(is_conflict) {
            return true;
        }
        oorzaak = deze.source();
    }
    false
}

fn is_conflict(fout: &DieselError) -> bool {
    match fout {
        DieselError::DatabaseError(DatabaseErrorKind::SerializationFailure, _) => true,
        // Diesel has no kind of its own for SQLSTATE 40P01; messages are in English by `lc_messages = C`.
        DieselError::DatabaseError(_, info) => info.message() == "deadlock detected",
        _ => false,
    }
}
