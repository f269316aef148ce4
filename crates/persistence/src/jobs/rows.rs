//! Rows of the table `platform.job`.

use diesel::{Queryable, Selectable};
use primitives::GemeenteCode;
use serde_json::Value;
use uuid::Uuid;

use crate::DbError;
use crate::schema::platform::job;

/// A kind of job: its name in the table and its content, which holds ids and never personal data.
pub trait Jobsoort: serde::Serialize + serde::de::DeserializeOwned {
    /// The lasting name of the kind.
    const SOORT: &'static str;
    /// The queue in which it waits.
    const RIJ: Rij = Rij::Bericht;

    /// A text that is the same for the same work: a second job with it is not added.
    fn uniek(&self) -> Option<String> {
        None
    }
}

/// A queue. Work of one never waits for work of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rij {
    /// What people wait for: mail, and who gets it.
    Bericht,
    /// Calculation over many households.
    Rekenwerk,
}

impl Rij {
    /// The name in the table.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Bericht => "bericht",
            Self::Rekenwerk => "rekenwerk",
        }
    }
}

/// A claimed job.
#[derive(Clone, Debug, PartialEq)]
pub struct Job {
    /// Key; also the idempotency key of effects outside the database.
    pub id: Uuid,
    /// The municipality whose role added it; none for the platform itself.
    pub gemeente: Option<GemeenteCode>,
    /// The name of its kind.
    pub soort: String,
    /// Its content.
    pub inhoud: Value,
    /// How often it was tried, this time included.
    pub pogingen: i32,
    /// How often it is tried at most.
    pub pogingen_max: i32,
}

/// How many jobs wait and how many failed for good.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Telling {
    /// Waiting or being done.
    pub wacht: i64,
    /// Tried as often as allowed.
    pub mislukt: i64,
}

/// A job that was tried as often as allowed, for who must look into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MislukteJob {
    /// Key.
    pub id: Uuid,
    /// The municipality whose role added it; none for the platform itself.
    pub gemeente: Option<GemeenteCode>,
    /// The name of its kind.
    pub soort: String,
    /// How often it was tried.
    pub pogingen: i32,
    /// Why the last try failed, without personal data.
    pub laatste_fout: Option<String>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = job)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct MislukteJobRow {
    id: Uuid,
    gemeente: Option<String>,
    soort: String,
    pogingen: i32,
    laatste_fout: Option<String>,
}

impl TryFrom<MislukteJobRow> for MislukteJob {
    type Error = DbError;

    fn try_from(row: MislukteJobRow) -> Result<Self, DbError> {
        let gemeente = row.gemeente.as_deref().map(GemeenteCode::parse).transpose();
        Ok(Self {
            id: row.id,
            gemeente: gemeente.map_err(|_| DbError::inconsistent("job", "gemeente", row.id))?,
            soort: row.soort,
            pogingen: row.pogingen,
            laatste_fout: row.laatste_fout,
        })
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = job)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct JobRow {
    id: Uuid,
    gemeente: Option<String>,
    soort: String,
    inhoud: Value,
    pogingen: i32,
    pogingen_max: i32,
}

impl TryFrom<JobRow> for Job {
    type Error = DbError;

    fn try_from(row: JobRow) -> Result<Self, DbError> {
        let gemeente = row.gemeente.as_deref().map(GemeenteCode::parse).transpose();
        Ok(Self {
            id: row.id,
            gemeente: gemeente.map_err(|_| DbError::inconsistent("job", "gemeente", row.id))?,
            soort: row.soort,
            inhoud: row.inhoud,
            pogingen: row.pogingen,
            pogingen_max: row.pogingen_max,
        })
    }
}
