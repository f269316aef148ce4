//! What is frozen under a decision, on an application or on earlier months: the calculation and the letter.

use domain::aanvraag::Brief;
use primitives::Moment;
use sha2::{Digest, Sha256};

use crate::DbError;

/// A calculation as it was frozen.
#[derive(Clone, PartialEq, Eq)]
pub struct Berekening {
    /// The question, as JSON of contract 2.1.
    pub vraag: String,
    /// The answer, as JSON of contract 2.1.
    pub antwoord: String,
    /// What was known then of law and policy was calculated with.
    pub bekend_op: Moment,
}

impl std::fmt::Debug for Berekening {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Berekening(…)")
    }
}

impl Berekening {
    /// The hash over question and answer.
    pub(crate) fn hash(&self) -> Vec<u8> {
        let Self {
            vraag, antwoord, ..
        } = self;
        Sha256::digest(format!("{vraag}\n{antwoord}")).to_vec()
    }
}

/// Question, answer, and what was known then, as a table has them.
pub(crate) type Berekeningrij = (String, String, jiff_diesel::Timestamp);

impl From<Berekeningrij> for Berekening {
    fn from((vraag, antwoord, bekend_op): Berekeningrij) -> Self {
        Self {
            vraag,
            antwoord,
            bekend_op: bekend_op.to_jiff(),
        }
    }
}

/// A letter as `tabel` keeps it.
pub(crate) fn write_brief(
    tabel: &'static str,
    id: impl ToString,
    brief: &Brief,
) -> Result<serde_json::Value, DbError> {
    serde_json::to_value(brief).map_err(|_| DbError::inconsistent(tabel, "brief", id))
}

/// A letter from `tabel`; none where there is none.
pub(crate) fn read_brief(
    tabel: &'static str,
    id: impl ToString,
    brief: Option<serde_json::Value>,
) -> Result<Option<Brief>, DbError> {
    brief
        .map(serde_json::from_value)
        .transpose()
        .map_err(|_| DbError::inconsistent(tabel, "brief", id))
}
