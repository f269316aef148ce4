//! Rows of the log as a reader sees them: the processing log with who it was from the audit chain.

use diesel::sql_types::{BigInt, Bytea, Nullable, Text};
use diesel::{Queryable, QueryableByName, Selectable};
use domain::dossier::Medewerker;
use domain::toezicht::Activiteit;
use primitives::{DossierId, Moment};
use uuid::Uuid;

use crate::DbError;
use crate::schema::verwerking;

/// One person whose data were used, and by whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inzageregel {
    /// Number of the row.
    pub id: i64,
    /// When.
    pub moment: Moment,
    /// Whose data: the number of the dossier, a pseudonym.
    pub dossier: DossierId,
    /// Why.
    pub activiteit: Activiteit,
    /// Who; none when the audit row is missing, which never should be.
    pub door: Option<Inzager>,
}

/// Who used the data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inzager {
    /// The employee.
    pub medewerker: Medewerker,
    /// The roles at that moment, such as `consulent, kwaliteit`; none in old rows.
    pub rollen: Option<String>,
    /// What was opened or done, without personal data: `dossier 0189…: overzicht`.
    pub object: String,
}

/// After which row a page begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Inzagebladwijzer {
    /// Its moment.
    pub moment: Moment,
    /// Its number.
    pub id: i64,
}

/// What happened in a week, for the work list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, QueryableByName)]
pub struct Weektelling {
    /// How often the data of a person were used.
    #[diesel(sql_type = BigInt)]
    pub inzagen: i64,
    /// How many of those were outside office hours.
    #[diesel(sql_type = BigInt)]
    pub buiten_kantooruren: i64,
    /// By how many employees.
    #[diesel(sql_type = BigInt)]
    pub medewerkers: i64,
}

impl From<&Inzageregel> for Inzagebladwijzer {
    fn from(regel: &Inzageregel) -> Self {
        Self {
            moment: regel.moment,
            id: regel.id,
        }
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = verwerking)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct VerwerkingRow {
    id: i64,
    pub(super) trace: Vec<u8>,
    moment: jiff_diesel::Timestamp,
    activiteit: String,
    betrokkene: Uuid,
}

#[derive(QueryableByName)]
pub(super) struct InzagerRow {
    #[diesel(sql_type = Bytea)]
    pub(super) trace: Vec<u8>,
    #[diesel(sql_type = Text)]
    actor: String,
    #[diesel(sql_type = Text)]
    actor_naam: String,
    #[diesel(sql_type = Nullable<Text>)]
    rollen: Option<String>,
    #[diesel(sql_type = Text)]
    object: String,
}

#[derive(QueryableByName)]
pub(super) struct MedewerkerRow {
    #[diesel(sql_type = Text)]
    sub: String,
    #[diesel(sql_type = Text)]
    naam: String,
}

impl VerwerkingRow {
    pub(super) fn done_by(self, door: Option<Inzager>) -> Result<Inzageregel, DbError> {
        let onbekend = || DbError::inconsistent("verwerking", "activiteit", self.id);
        Ok(Inzageregel {
            id: self.id,
            moment: self.moment.to_jiff(),
            dossier: DossierId::new(self.betrokkene),
            activiteit: Activiteit::from_uri(&self.activiteit).ok_or_else(onbekend)?,
            door,
        })
    }
}

impl From<InzagerRow> for Inzager {
    fn from(row: InzagerRow) -> Self {
        Self {
            medewerker: Medewerker {
                sub: row.actor,
                naam: row.actor_naam,
            },
            rollen: row.rollen,
            object: row.object,
        }
    }
}

impl From<MedewerkerRow> for Medewerker {
    fn from(row: MedewerkerRow) -> Self {
        Self {
            sub: row.sub,
            naam: row.naam,
        }
    }
}
