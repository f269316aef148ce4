//! Rows of `trede_meting` and `trede_onderbouwing`.

use diesel::{Insertable, NullableExpressionMethods, Queryable, Selectable};
use domain::ontwikkeling::{Criterium, Laddermeting, Meting, Metingbron};
use jiff_diesel::{Date, Timestamp, ToDiesel};
use primitives::Moment;
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::DbError;
use crate::dossier::parse_trede;
use crate::schema::{trede_meting, trede_onderbouwing};

/// Measurements made here, beside `srg`.
const BRON: &str = "stuurhuis";

#[derive(Queryable, Selectable)]
#[diesel(table_name = trede_meting)]
#[diesel(check_for_backend(diesel::pg::Pg))]
pub(super) struct MetingRow {
    inwoner: Uuid,
    begindatum: Date,
    trede: i16,
    bron: String,
    #[diesel(select_expression = trede_onderbouwing::criterium.nullable())]
    criterium: Option<String>,
    #[diesel(select_expression = trede_onderbouwing::gemeten_door_naam.nullable())]
    door: Option<String>,
}

impl TryFrom<MetingRow> for Laddermeting {
    type Error = DbError;

    fn try_from(row: MetingRow) -> Result<Self, DbError> {
        let fout = |kolom| DbError::inconsistent("trede_meting", kolom, row.inwoner);
        let bron = match (row.bron.as_str(), row.criterium, row.door) {
            (BRON, Some(criterium), Some(door)) => Metingbron::Stuurhuis {
                criterium: Criterium::parse(&criterium).ok_or_else(|| fout("criterium"))?,
                door,
            },
            (BRON, _, _) => return Err(fout("onderbouwing")),
            _ => Metingbron::Srg,
        };
        Ok(Self {
            datum: row.begindatum.to_jiff(),
            trede: parse_trede(row.trede, row.inwoner)?,
            bron,
        })
    }
}

#[derive(Insertable)]
#[diesel(table_name = trede_meting)]
pub(super) struct NewMetingRow {
    inwoner: Uuid,
    begindatum: Date,
    bron: &'static str,
    bekend_op: Timestamp,
    trede: i16,
}

#[derive(Insertable)]
#[diesel(table_name = trede_onderbouwing)]
pub(super) struct NewOnderbouwingRow<'a> {
    inwoner: Uuid,
    begindatum: Date,
    bron: &'static str,
    bekend_op: Timestamp,
    criterium: &'static str,
    antwoorden: Value,
    gemeten_door: &'a str,
    gemeten_door_naam: &'a str,
}

impl NewMetingRow {
    pub(super) fn new(meting: &Meting, now: Moment) -> Self {
        Self {
            inwoner: meting.dossier.uuid(),
            begindatum: meting.gemeten_op().to_diesel(),
            bron: BRON,
            bekend_op: now.into(),
            trede: meting.vaststelling.trede().nummer().into(),
        }
    }
}

impl<'a> NewOnderbouwingRow<'a> {
    pub(super) fn new(meting: &Meting, sub: &'a str, naam: &'a str, now: Moment) -> Self {
        let antwoorden: Map<String, Value> = meting
            .vaststelling
            .antwoorden()
            .iter()
            .map(|(vraag, antwoord)| (vraag.naam().to_owned(), antwoord.naam().into()))
            .collect();
        Self {
            inwoner: meting.dossier.uuid(),
            begindatum: meting.gemeten_op().to_diesel(),
            bron: BRON,
            bekend_op: now.into(),
            criterium: meting.vaststelling.criterium().naam(),
            antwoorden: Value::Object(antwoorden),
            gemeten_door: sub,
            gemeten_door_naam: naam,
        }
    }
}
