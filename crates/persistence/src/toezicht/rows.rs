//! Rows of the log as a reader sees them: the processing log with who it was from the audit chain.

use diesel::sql_types::{BigInt, Bytea, Nullable, Text};
use diesel::{Queryable, QueryableByName, Selectable};
use domain::dossier::Medewerker;
use domain::toezicht::{Activiteit, Lijstnummer};
use primitives::{DossierId, Moment};
use uuid::Uuid;

use crate::DbError;
use crate::schema::verwerking;

/// One use of data by one employee: of one person, or of several at the same time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inzageregel {
    /// Number of the row.
    pub id: i64,
    /// When.
    pub moment: Moment,
    /// Whose data: the number of the dossier, a pseudonym; of a list the last one, or the one that was asked for.
    pub dossier: DossierId,
    /// The list in which the person was seen with others, if it was one.
    pub lijst: Option<Inzagelijst>,
    /// Why.
    pub activiteit: Activiteit,
    /// Who; none when the audit row is missing, which never should be.
    pub door: Option<Inzager>,
}

/// Several persons whose data were used at the same time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Inzagelijst {
    /// Its number, to open it by.
    pub nummer: Lijstnummer,
    /// How many persons.
    pub aantal: i64,
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
    /// How often a dossier was used.
    #[diesel(sql_type = BigInt)]
    pub dossiers: i64,
    /// How many of those were outside office hours.
    #[diesel(sql_type = BigInt)]
    pub dossiers_buiten_kantooruren: i64,
    /// How often a list was seen; a search is one too.
    #[diesel(sql_type = BigInt)]
    pub lijsten: i64,
    /// How many of those were outside office hours.
    #[diesel(sql_type = BigInt)]
    pub lijsten_buiten_kantooruren: i64,
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
    pub(super) activiteit: String,
    betrokkene: Uuid,
}

#[derive(QueryableByName)]
pub(super) struct LijstRow {
    #[diesel(sql_type = Bytea)]
    pub(super) trace: Vec<u8>,
    #[diesel(sql_type = Text)]
    pub(super) activiteit: String,
    #[diesel(sql_type = BigInt)]
    pub(super) aantal: i64,
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
    /// The row with who it was, and how many persons were used at the same time.
    pub(super) fn done_by(
        self,
        door: Option<Inzager>,
        aantal: i64,
    ) -> Result<Inzageregel, DbError> {
        let onbekend = || DbError::inconsistent("verwerking", "activiteit", self.id);
        let trace = <[u8; 16]>::try_from(self.trace.as_slice())
            .map_err(|_| DbError::inconsistent("verwerking", "trace", self.id))?;
        let lijst = Inzagelijst {
            nummer: Lijstnummer::new(trace),
            aantal,
        };
        Ok(Inzageregel {
            id: self.id,
            moment: self.moment.to_jiff(),
            dossier: DossierId::new(self.betrokkene),
            lijst: (aantal > 1).then_some(lijst),
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
