//! Rows of the tables `voorstel` and `voorstelakte`.

use diesel::prelude::*;
use domain::beleid::{Orgaan, Persoon, Voorstel, Voorstelakte, Voorstelkop, Voorstelstand};
use jiff_diesel::ToDiesel;
use primitives::{BesluitId, GemeenteCode, Moment, VoorstelId};
use serde_json::Value;
use uuid::Uuid;

use super::inhoud::{json_of, parse_handeling};
use crate::DbError;
use crate::schema::{voorstel, voorstelakte};

#[derive(Insertable)]
#[diesel(table_name = voorstel)]
pub(super) struct NewVoorstelRow {
    id: Uuid,
    orgaan: &'static str,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = voorstelakte)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct VoorstelakteRow {
    pub(super) voorstel_id: Uuid,
    orgaan: String,
    soort: String,
    inhoud: Value,
    besluit_id: Option<Uuid>,
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    op: Moment,
    door_id: String,
    door: String,
}

#[derive(Insertable)]
#[diesel(table_name = voorstelakte)]
pub(super) struct NewVoorstelakteRow<'a> {
    voorstel_id: Uuid,
    nummer: i32,
    orgaan: &'static str,
    soort: &'static str,
    inhoud: Value,
    stand: &'static str,
    besluit_id: Option<Uuid>,
    op: jiff_diesel::Timestamp,
    door_id: &'a str,
    door: &'a str,
}

impl NewVoorstelRow {
    pub(super) const fn new(kop: Voorstelkop) -> Self {
        Self {
            id: kop.id.uuid(),
            orgaan: kop.orgaan.code(),
        }
    }
}

impl<'a> NewVoorstelakteRow<'a> {
    /// The last act of a proposal, with how the proposal stands after it.
    pub(super) fn last_of(voorstel: &'a Voorstel) -> Option<Self> {
        let (kop, akten) = (voorstel.kop(), voorstel.akten());
        let akte = akten.last()?;
        let besluit_id = match voorstel.stand() {
            Voorstelstand::Aangenomen { besluit } => Some(besluit.uuid()),
            _ => None,
        };
        Some(Self {
            voorstel_id: kop.id.uuid(),
            nummer: i32::try_from(akten.len()).ok()?,
            orgaan: kop.orgaan.code(),
            soort: akte.handeling.code(),
            inhoud: json_of(&akte.handeling),
            stand: voorstel.stand().code(),
            besluit_id,
            op: akte.op.to_diesel(),
            door_id: &akte.door.sub,
            door: &akte.door.naam,
        })
    }
}

/// The proposal of its rows, in order.
pub(super) fn restore_voorstel(
    gemeente: GemeenteCode,
    rows: Vec<VoorstelakteRow>,
) -> Result<Option<Voorstel>, DbError> {
    let Some(eerste) = rows.first() else {
        return Ok(None);
    };
    let id = eerste.voorstel_id;
    let inconsistent = |kolom| DbError::inconsistent("voorstelakte", kolom, id);
    let kop = Voorstelkop {
        id: VoorstelId::new(id),
        gemeente,
        orgaan: Orgaan::from_code(&eerste.orgaan).ok_or_else(|| inconsistent("orgaan"))?,
    };
    let akte = |row: VoorstelakteRow| {
        let besluit = row.besluit_id.map(BesluitId::new);
        let handeling =
            parse_handeling(&row.soort, row.inhoud, besluit).map_err(|_| inconsistent("inhoud"))?;
        Ok(Voorstelakte {
            handeling,
            door: Persoon {
                sub: row.door_id,
                naam: row.door,
            },
            op: row.op,
        })
    };
    let akten = rows
        .into_iter()
        .map(akte)
        .collect::<Result<Vec<_>, DbError>>()?;
    let voorstel = Voorstel::restore(kop, akten).map_err(|_| inconsistent("soort"))?;
    Ok(Some(voorstel))
}
