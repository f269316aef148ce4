//! Rows of the table `platform.gemeente`.

use diesel::{Queryable, Selectable};
use domain::gemeente::Uitvoeringsvorm;
use primitives::{Datum, GemeenteCode};

use crate::DbError;
use crate::schema::platform::gemeente;

/// A municipality of the scheme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gemeente {
    /// CBS code.
    pub code: GemeenteCode,
    /// Name, without the word "gemeente".
    pub naam: String,
    /// On whose behalf rights are determined.
    pub uitvoeringsvorm: Uitvoeringsvorm,
    /// First day in the scheme.
    pub aangesloten_op: Datum,
    /// First day out of it again.
    pub uitgetreden_op: Option<Datum>,
    /// Main colour of its pages: `#0b5e54`.
    pub themakleur: String,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = gemeente)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct GemeenteRow {
    code: String,
    naam: String,
    uitvoeringsvorm: String,
    #[diesel(deserialize_as = jiff_diesel::Date)]
    aangesloten_op: Datum,
    #[diesel(deserialize_as = jiff_diesel::NullableDate)]
    uitgetreden_op: Option<Datum>,
    themakleur: String,
}

impl TryFrom<GemeenteRow> for Gemeente {
    type Error = DbError;

    fn try_from(row: GemeenteRow) -> Result<Self, DbError> {
        let inconsistent = |kolom| DbError::inconsistent("gemeente", kolom, &row.code);
        Ok(Self {
            code: GemeenteCode::parse(&row.code).map_err(|_| inconsistent("code"))?,
            uitvoeringsvorm: Uitvoeringsvorm::parse(&row.uitvoeringsvorm)
                .ok_or_else(|| inconsistent("uitvoeringsvorm"))?,
            aangesloten_op: row.aangesloten_op,
            uitgetreden_op: row.uitgetreden_op,
            naam: row.naam,
            themakleur: row.themakleur,
        })
    }
}
