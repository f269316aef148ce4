//! Rows of objections and their acts.

use diesel::prelude::*;
use domain::beleid::Persoon;
use domain::bezwaar::{Bestreden, Bestredenbesluit, Bezwaar, Bezwaarakte, Bezwaarkop};
use domain::recht::Regeling;
use primitives::{AanvraagId, BezwaarId, Datum, DossierId, HerzieningId, Moment};
use serde_json::Value;
use uuid::Uuid;

use crate::DbError;
use crate::schema::{bezwaar, bezwaarakte};

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = bezwaar)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct BezwaarRow {
    pub(super) id: Uuid,
    inwoner: Uuid,
    aanvraag_id: Option<Uuid>,
    herziening_id: Option<Uuid>,
    nummer: i32,
    regeling: String,
    #[diesel(serialize_as = jiff_diesel::Date, deserialize_as = jiff_diesel::Date)]
    bekendgemaakt_op: Datum,
    beslisser: String,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = bezwaarakte)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct BezwaarakteRow {
    pub(super) bezwaar_id: Uuid,
    pub(super) nummer: i32,
    soort: String,
    inhoud: Value,
    stand: String,
    #[diesel(serialize_as = jiff_diesel::Timestamp, deserialize_as = jiff_diesel::Timestamp)]
    op: Moment,
    door_id: String,
    door: String,
    #[diesel(serialize_as = jiff_diesel::NullableDate, deserialize_as = jiff_diesel::NullableDate)]
    termijn: Option<Datum>,
}

impl TryFrom<&Bezwaarkop> for BezwaarRow {
    type Error = DbError;

    fn try_from(kop: &Bezwaarkop) -> Result<Self, DbError> {
        let bestreden = &kop.bestreden;
        let (aanvraag_id, herziening_id) = match bestreden.besluit {
            Bestredenbesluit::Aanvraag(id) => (Some(id.uuid()), None),
            Bestredenbesluit::Herziening(id) => (None, Some(id.uuid())),
        };
        Ok(Self {
            id: kop.id.uuid(),
            inwoner: bestreden.dossier.uuid(),
            aanvraag_id,
            herziening_id,
            nummer: i32::try_from(kop.nummer)
                .map_err(|_| DbError::inconsistent("bezwaar", "nummer", kop.id))?,
            regeling: bestreden.regeling.naam().to_owned(),
            bekendgemaakt_op: bestreden.bekendgemaakt_op,
            beslisser: bestreden.beslisser.clone(),
        })
    }
}

impl BezwaarRow {
    pub(super) fn kop(&self) -> Result<Bezwaarkop, DbError> {
        let inconsistent = |kolom| DbError::inconsistent("bezwaar", kolom, self.id);
        let besluit = match (self.aanvraag_id, self.herziening_id) {
            (Some(id), None) => Bestredenbesluit::Aanvraag(AanvraagId::new(id)),
            (None, Some(id)) => Bestredenbesluit::Herziening(HerzieningId::new(id)),
            _ => return Err(inconsistent("aanvraag_id")),
        };
        Ok(Bezwaarkop {
            id: BezwaarId::new(self.id),
            bestreden: Bestreden {
                besluit,
                dossier: DossierId::new(self.inwoner),
                regeling: Regeling::from_code(&self.regeling)
                    .ok_or_else(|| inconsistent("regeling"))?,
                bekendgemaakt_op: self.bekendgemaakt_op,
                beslisser: self.beslisser.clone(),
            },
            nummer: u32::try_from(self.nummer).map_err(|_| inconsistent("nummer"))?,
        })
    }
}

impl BezwaarakteRow {
    /// The last act of an objection, as a row.
    pub(super) fn last_of(bezwaar: &Bezwaar) -> Result<Self, DbError> {
        let id = bezwaar.kop().id;
        let inconsistent = |kolom| DbError::inconsistent("bezwaarakte", kolom, id);
        let akten = bezwaar.akten();
        let akte = akten.last().ok_or_else(|| inconsistent("nummer"))?;
        Ok(Self {
            bezwaar_id: id.uuid(),
            nummer: i32::try_from(akten.len()).map_err(|_| inconsistent("nummer"))?,
            soort: akte.handeling.code().to_owned(),
            inhoud: serde_json::to_value(&akte.handeling).map_err(|_| inconsistent("inhoud"))?,
            stand: bezwaar.stand().code().to_owned(),
            op: akte.op,
            door_id: akte.door.sub.clone(),
            door: akte.door.naam.clone(),
            termijn: bezwaar.termijneinde(),
        })
    }
}

impl TryFrom<BezwaarakteRow> for Bezwaarakte {
    type Error = DbError;

    fn try_from(row: BezwaarakteRow) -> Result<Self, DbError> {
        let id = format!("{}:{}", row.bezwaar_id, row.nummer);
        Ok(Self {
            handeling: serde_json::from_value(row.inhoud)
                .map_err(|_| DbError::inconsistent("bezwaarakte", "inhoud", id))?,
            door: Persoon {
                sub: row.door_id,
                naam: row.door,
            },
            op: row.op,
        })
    }
}
