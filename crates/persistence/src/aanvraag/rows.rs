//! Rows of applications and their acts.

use diesel::prelude::*;
use domain::aanvraag::{Aanvraag, Aanvraagakte, Aanvraagkop};
use domain::beleid::Persoon;
use domain::recht::Regeling;
use primitives::{AanvraagId, Datum, DossierId, Moment};
use serde_json::Value;
use uuid::Uuid;

use crate::DbError;
use crate::schema::{aanvraag, aanvraagakte};

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = aanvraag)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct AanvraagRow {
    pub(super) id: Uuid,
    inwoner: Uuid,
    regeling: String,
    #[diesel(serialize_as = jiff_diesel::Date, deserialize_as = jiff_diesel::Date)]
    ontvangen_op: Datum,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = aanvraagakte)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct AanvraagakteRow {
    pub(super) aanvraag_id: Uuid,
    nummer: i32,
    soort: String,
    inhoud: Value,
    stand: String,
    #[diesel(serialize_as = jiff_diesel::Timestamp, deserialize_as = jiff_diesel::Timestamp)]
    op: Moment,
    door_id: String,
    door: String,
    #[diesel(serialize_as = jiff_diesel::NullableDate, deserialize_as = jiff_diesel::NullableDate)]
    termijn: Option<Datum>,
    #[diesel(serialize_as = jiff_diesel::NullableDate, deserialize_as = jiff_diesel::NullableDate)]
    voorschot_op: Option<Datum>,
}

impl From<&Aanvraag> for AanvraagRow {
    fn from(aanvraag: &Aanvraag) -> Self {
        let kop = aanvraag.kop();
        Self {
            id: kop.id.uuid(),
            inwoner: kop.dossier.uuid(),
            regeling: kop.regeling.naam().to_owned(),
            ontvangen_op: aanvraag.ontvangen_op(),
        }
    }
}

impl AanvraagRow {
    pub(super) fn kop(&self) -> Result<Aanvraagkop, DbError> {
        Ok(Aanvraagkop {
            id: AanvraagId::new(self.id),
            dossier: DossierId::new(self.inwoner),
            regeling: Regeling::from_code(&self.regeling)
                .ok_or_else(|| DbError::inconsistent("aanvraag", "regeling", self.id))?,
        })
    }
}

impl AanvraagakteRow {
    /// The last act of an application, as a row.
    pub(super) fn last_of(aanvraag: &Aanvraag) -> Result<Self, DbError> {
        let kop = aanvraag.kop();
        let inconsistent = |kolom| DbError::inconsistent("aanvraagakte", kolom, kop.id);
        let akten = aanvraag.akten();
        let akte = akten.last().ok_or_else(|| inconsistent("nummer"))?;
        Ok(Self {
            aanvraag_id: kop.id.uuid(),
            nummer: i32::try_from(akten.len()).map_err(|_| inconsistent("nummer"))?,
            soort: akte.handeling.code().to_owned(),
            inhoud: serde_json::to_value(&akte.handeling).map_err(|_| inconsistent("inhoud"))?,
            stand: aanvraag.stand().code().to_owned(),
            op: akte.op,
            door_id: akte.door.sub.clone(),
            door: akte.door.naam.clone(),
            termijn: aanvraag.termijneinde(),
            voorschot_op: aanvraag.voorschot_uiterlijk().map(|termijn| termijn.dag),
        })
    }
}

impl TryFrom<AanvraagakteRow> for Aanvraagakte {
    type Error = DbError;

    fn try_from(row: AanvraagakteRow) -> Result<Self, DbError> {
        let id = format!("{}:{}", row.aanvraag_id, row.nummer);
        Ok(Self {
            handeling: serde_json::from_value(row.inhoud)
                .map_err(|_| DbError::inconsistent("aanvraagakte", "inhoud", id))?,
            door: Persoon {
                sub: row.door_id,
                naam: row.door,
            },
            op: row.op,
        })
    }
}
