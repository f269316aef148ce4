//! Rows of reviews and their acts.

use diesel::prelude::*;
use domain::beleid::Persoon;
use domain::herziening::{Herzieningsakte, Herzieningskop, Herzieningszaak};
use primitives::{BezwaarId, Datum, DossierId, HerzieningId, Moment};
use serde_json::Value;
use uuid::Uuid;

use crate::DbError;
use crate::schema::{herziening, herzieningakte};

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = herziening)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct HerzieningRow {
    pub(super) id: Uuid,
    inwoner: Uuid,
    #[diesel(serialize_as = jiff_diesel::Date, deserialize_as = jiff_diesel::Date)]
    van: Datum,
    #[diesel(serialize_as = jiff_diesel::Date, deserialize_as = jiff_diesel::Date)]
    tot_en_met: Datum,
    bezwaar_id: Option<Uuid>,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = herzieningakte)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct HerzieningakteRow {
    pub(super) herziening_id: Uuid,
    nummer: i32,
    soort: String,
    inhoud: Value,
    stand: String,
    #[diesel(serialize_as = jiff_diesel::Timestamp, deserialize_as = jiff_diesel::Timestamp)]
    op: Moment,
    door_id: String,
    door: String,
}

impl From<&Herzieningszaak> for HerzieningRow {
    fn from(zaak: &Herzieningszaak) -> Self {
        let (van, tot_en_met) = zaak.bereik();
        Self {
            id: zaak.kop().id.uuid(),
            inwoner: zaak.kop().dossier.uuid(),
            van: van.first_day(),
            tot_en_met: tot_en_met.first_day(),
            bezwaar_id: zaak.kop().in_bezwaar.map(BezwaarId::uuid),
        }
    }
}

impl HerzieningRow {
    pub(super) fn kop(&self) -> Herzieningskop {
        Herzieningskop {
            id: HerzieningId::new(self.id),
            dossier: DossierId::new(self.inwoner),
            in_bezwaar: self.bezwaar_id.map(BezwaarId::new),
        }
    }
}

impl HerzieningakteRow {
    /// The last act of a review, as a row.
    pub(super) fn last_of(zaak: &Herzieningszaak) -> Result<Self, DbError> {
        let id = zaak.kop().id;
        let inconsistent = |kolom| DbError::inconsistent("herzieningakte", kolom, id);
        let akten = zaak.akten();
        let akte = akten.last().ok_or_else(|| inconsistent("nummer"))?;
        Ok(Self {
            herziening_id: id.uuid(),
            nummer: i32::try_from(akten.len()).map_err(|_| inconsistent("nummer"))?,
            soort: akte.handeling.code().to_owned(),
            inhoud: serde_json::to_value(&akte.handeling).map_err(|_| inconsistent("inhoud"))?,
            stand: zaak.stand().code().to_owned(),
            op: akte.op,
            door_id: akte.door.sub.clone(),
            door: akte.door.naam.clone(),
        })
    }
}

impl TryFrom<HerzieningakteRow> for Herzieningsakte {
    type Error = DbError;

    fn try_from(row: HerzieningakteRow) -> Result<Self, DbError> {
        let id = format!("{}:{}", row.herziening_id, row.nummer);
        Ok(Self {
            handeling: serde_json::from_value(row.inhoud)
                .map_err(|_| DbError::inconsistent("herzieningakte", "inhoud", id))?,
            door: Persoon {
                sub: row.door_id,
                naam: row.door,
            },
            op: row.op,
        })
    }
}
