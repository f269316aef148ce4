//! Rows of the table `doorrekening`.

use diesel::prelude::*;
use domain::beleid::{Waarde, catalogus};
use domain::doorrekening::{
    Doorrekeningakte, Doorrekeningkop, Doorrekeningnaam, Rekenparameter, Rekenvraag, Wijziging,
};
use primitives::{Datum, DoorrekeningId, Maand, Moment};
use uuid::Uuid;

use crate::DbError;
use crate::schema::doorrekening;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = doorrekening)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct DoorrekeningRow {
    id: Uuid,
    naam: String,
    #[diesel(serialize_as = jiff_diesel::Date, deserialize_as = jiff_diesel::Date)]
    vanaf: Datum,
    #[diesel(serialize_as = jiff_diesel::Date, deserialize_as = jiff_diesel::Date)]
    maand: Datum,
    #[diesel(serialize_as = jiff_diesel::Timestamp, deserialize_as = jiff_diesel::Timestamp)]
    bekend_op: Moment,
    sleutels: Vec<String>,
    waarden: Vec<String>,
    uitkomst: String,
    hash: Vec<u8>,
    #[diesel(serialize_as = jiff_diesel::Timestamp, deserialize_as = jiff_diesel::Timestamp)]
    gemaakt_op: Moment,
    gemaakt_door: String,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = doorrekening)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct KopRow {
    id: Uuid,
    naam: String,
    #[diesel(deserialize_as = jiff_diesel::Date)]
    vanaf: Datum,
    #[diesel(deserialize_as = jiff_diesel::Date)]
    maand: Datum,
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    gemaakt_op: Moment,
    gemaakt_door: String,
}

impl From<&Doorrekeningakte> for DoorrekeningRow {
    fn from(akte: &Doorrekeningakte) -> Self {
        let wijzigingen = akte.vraag.wijzigingen();
        Self {
            id: akte.id.uuid(),
            naam: akte.naam.as_str().to_owned(),
            vanaf: akte.vraag.vanaf(),
            maand: akte.maand.first_day(),
            bekend_op: akte.bekend_op,
            sleutels: wijzigingen
                .iter()
                .map(|w| w.parameter.sleutel().to_owned())
                .collect(),
            waarden: wijzigingen.iter().map(|w| w.waarde.to_string()).collect(),
            uitkomst: akte.uitkomst.clone(),
            hash: akte.hash.to_vec(),
            gemaakt_op: akte.gemaakt_op,
            gemaakt_door: akte.gemaakt_door.clone(),
        }
    }
}

impl TryFrom<DoorrekeningRow> for Doorrekeningakte {
    type Error = DbError;

    fn try_from(row: DoorrekeningRow) -> Result<Self, DbError> {
        let inconsistent = |kolom| DbError::inconsistent("doorrekening", kolom, row.id);
        let paren = row.sleutels.iter().zip(&row.waarden);
        let wijzigingen: Option<_> = paren
            .map(|(sleutel, waarde)| restore_wijziging(sleutel, waarde))
            .collect();
        let hash = <[u8; 32]>::try_from(row.hash.as_slice());
        Ok(Self {
            id: DoorrekeningId::new(row.id),
            naam: Doorrekeningnaam::parse(&row.naam).map_err(|_| inconsistent("naam"))?,
            vraag: Rekenvraag::restore(
                row.vanaf,
                wijzigingen.ok_or_else(|| inconsistent("waarden"))?,
            ),
            maand: Maand::of(row.maand),
            bekend_op: row.bekend_op,
            hash: hash.map_err(|_| inconsistent("hash"))?,
            uitkomst: row.uitkomst,
            gemaakt_op: row.gemaakt_op,
            gemaakt_door: row.gemaakt_door,
        })
    }
}

impl From<KopRow> for Doorrekeningkop {
    fn from(row: KopRow) -> Self {
        Self {
            id: DoorrekeningId::new(row.id),
            naam: row.naam,
            vanaf: row.vanaf,
            maand: Maand::of(row.maand),
            gemaakt_op: row.gemaakt_op,
            gemaakt_door: row.gemaakt_door,
        }
    }
}

/// The value by the kind that its parameter takes; none where the catalogue has another one now.
fn restore_wijziging(sleutel: &str, waarde: &str) -> Option<Wijziging> {
    let parameter = Rekenparameter::from_sleutel(sleutel)?;
    let soort = parameter.parameter(catalogus())?.soort;
    let waarde = Waarde::parse(soort, waarde).ok()?;
    Some(Wijziging { parameter, waarde })
}
