//! Rows of the tables `opdrachtakte`, `uitvoeringsplan` and `onderdeelstand`.

use diesel::prelude::*;
use domain::beleid::Persoon;
use domain::opdracht::{
    Onderdeelstand, Opdrachtakte, Opdrachthandeling, Standmelding, Uitvoeringsplan,
};
use primitives::{Kwartaal, Moment};
use serde_json::Value;

use super::inhoud::{json_of_antwoorden, json_of_onderdelen, parse_antwoorden, parse_onderdelen};
use crate::DbError;
use crate::schema::{onderdeelstand, opdrachtakte, uitvoeringsplan};

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = opdrachtakte)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct OpdrachtakteRow {
    jaar: i16,
    nummer: i32,
    soort: String,
    versie: i32,
    inhoud: Value,
    #[diesel(serialize_as = jiff_diesel::Timestamp, deserialize_as = jiff_diesel::Timestamp)]
    op: Moment,
    door_id: String,
    door: String,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = uitvoeringsplan)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct UitvoeringsplanRow {
    jaar: i16,
    nummer: i32,
    opdrachtversie: i32,
    inhoud: Value,
    #[diesel(serialize_as = jiff_diesel::Timestamp, deserialize_as = jiff_diesel::Timestamp)]
    op: Moment,
    door_id: String,
    door: String,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = onderdeelstand)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct OnderdeelstandRow {
    kwartaal: String,
    onderdeel: i32,
    nummer: i32,
    stand: String,
    toelichting: String,
    #[diesel(serialize_as = jiff_diesel::Timestamp, deserialize_as = jiff_diesel::Timestamp)]
    op: Moment,
    door_id: String,
    door: String,
}

impl OpdrachtakteRow {
    pub(super) fn new(jaar: i16, akte: &Opdrachtakte) -> Result<Self, DbError> {
        let inconsistent = |kolom| DbError::inconsistent("opdrachtakte", kolom, jaar);
        Ok(Self {
            jaar,
            nummer: i32::try_from(akte.nummer).map_err(|_| inconsistent("nummer"))?,
            soort: akte.handeling.code().to_owned(),
            versie: i32::try_from(akte.versie).map_err(|_| inconsistent("versie"))?,
            inhoud: json_of_onderdelen(&akte.onderdelen),
            op: akte.op,
            door_id: akte.door.sub.clone(),
            door: akte.door.naam.clone(),
        })
    }
}

impl TryFrom<OpdrachtakteRow> for Opdrachtakte {
    type Error = DbError;

    fn try_from(row: OpdrachtakteRow) -> Result<Self, DbError> {
        let inconsistent = |kolom| {
            DbError::inconsistent(
                "opdrachtakte",
                kolom,
                format!("{}:{}", row.jaar, row.nummer),
            )
        };
        Ok(Self {
            nummer: u32::try_from(row.nummer).map_err(|_| inconsistent("nummer"))?,
            handeling: Opdrachthandeling::from_code(&row.soort)
                .ok_or_else(|| inconsistent("soort"))?,
            versie: u32::try_from(row.versie).map_err(|_| inconsistent("versie"))?,
            onderdelen: parse_onderdelen(row.inhoud).map_err(|_| inconsistent("inhoud"))?,
            door: Persoon {
                sub: row.door_id,
                naam: row.door,
            },
            op: row.op,
        })
    }
}

impl TryFrom<&Uitvoeringsplan> for UitvoeringsplanRow {
    type Error = DbError;

    fn try_from(plan: &Uitvoeringsplan) -> Result<Self, DbError> {
        let inconsistent = |kolom| DbError::inconsistent("uitvoeringsplan", kolom, plan.jaar);
        let versie = i32::try_from(plan.opdrachtversie);
        Ok(Self {
            jaar: plan.jaar,
            nummer: i32::try_from(plan.nummer).map_err(|_| inconsistent("nummer"))?,
            opdrachtversie: versie.map_err(|_| inconsistent("opdrachtversie"))?,
            inhoud: json_of_antwoorden(&plan.antwoorden),
            op: plan.op,
            door_id: plan.door.sub.clone(),
            door: plan.door.naam.clone(),
        })
    }
}

impl TryFrom<UitvoeringsplanRow> for Uitvoeringsplan {
    type Error = DbError;

    fn try_from(row: UitvoeringsplanRow) -> Result<Self, DbError> {
        let inconsistent = |kolom| {
            DbError::inconsistent(
                "uitvoeringsplan",
                kolom,
                format!("{}:{}", row.jaar, row.nummer),
            )
        };
        let versie = u32::try_from(row.opdrachtversie);
        Ok(Self {
            jaar: row.jaar,
            nummer: u32::try_from(row.nummer).map_err(|_| inconsistent("nummer"))?,
            opdrachtversie: versie.map_err(|_| inconsistent("opdrachtversie"))?,
            antwoorden: parse_antwoorden(row.inhoud).map_err(|_| inconsistent("inhoud"))?,
            door: Persoon {
                sub: row.door_id,
                naam: row.door,
            },
            op: row.op,
        })
    }
}

impl TryFrom<&Standmelding> for OnderdeelstandRow {
    type Error = DbError;

    fn try_from(melding: &Standmelding) -> Result<Self, DbError> {
        let nummer = i32::try_from(melding.nummer)
            .map_err(|_| DbError::inconsistent("onderdeelstand", "nummer", melding.kwartaal))?;
        Ok(Self {
            kwartaal: melding.kwartaal.to_string(),
            onderdeel: i32::from(melding.onderdeel),
            nummer,
            stand: melding.stand.code().to_owned(),
            toelichting: melding.toelichting.clone(),
            op: melding.op,
            door_id: melding.door.sub.clone(),
            door: melding.door.naam.clone(),
        })
    }
}

impl TryFrom<OnderdeelstandRow> for Standmelding {
    type Error = DbError;

    fn try_from(row: OnderdeelstandRow) -> Result<Self, DbError> {
        let inconsistent = |kolom| {
            let id = format!("{}:{}", row.kwartaal, row.onderdeel);
            DbError::inconsistent("onderdeelstand", kolom, id)
        };
        Ok(Self {
            kwartaal: Kwartaal::parse(&row.kwartaal).map_err(|_| inconsistent("kwartaal"))?,
            onderdeel: u16::try_from(row.onderdeel).map_err(|_| inconsistent("onderdeel"))?,
            nummer: u32::try_from(row.nummer).map_err(|_| inconsistent("nummer"))?,
            stand: Onderdeelstand::from_code(&row.stand).ok_or_else(|| inconsistent("stand"))?,
            toelichting: row.toelichting,
            door: Persoon {
                sub: row.door_id,
                naam: row.door,
            },
            op: row.op,
        })
    }
}
