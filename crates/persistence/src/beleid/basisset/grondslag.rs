//! On which base a decision rests.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use domain::beleid::{Afwijking, Besluitgrondslag, Besluitkop, Grondslag, Sleutel};
use primitives::{BasissetId, BesluitId};
use uuid::Uuid;

use crate::schema::besluitgrondslag;
use crate::{DbError, TenantTx};

/// More decisions than any municipality takes in a lifetime.
const GRONDSLAGEN_MAX: i64 = 10_000;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = besluitgrondslag)]
#[diesel(check_for_backend(diesel::pg::Pg))]
struct GrondslagRow {
    besluit_id: Uuid,
    orgaan: String,
    basisset: Uuid,
    naam: String,
    versie: i16,
    sleutels: Vec<String>,
    redenen: Vec<String>,
}

/// Adds on which base a decision rests, beside the decision itself.
pub async fn insert_grondslag(
    tx: &mut TenantTx,
    kop: &Besluitkop,
    grondslag: &Grondslag,
) -> Result<(), DbError> {
    let afwijkingen = &grondslag.afwijkingen;
    let row = GrondslagRow {
        besluit_id: kop.id.uuid(),
        orgaan: kop.orgaan.code().to_owned(),
        basisset: grondslag.basisset.uuid(),
        naam: grondslag.naam.clone(),
        versie: i16::try_from(grondslag.versie)
            .map_err(|_| DbError::inconsistent("besluitgrondslag", "versie", kop.id))?,
        sleutels: afwijkingen.iter().map(|a| a.sleutel.to_string()).collect(),
        redenen: afwijkingen.iter().map(|a| a.reden.clone()).collect(),
    };
    diesel::insert_into(besluitgrondslag::table)
        .values(row)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// The base on which a decision rests, if it rests on one.
pub async fn find_grondslag(
    tx: &mut TenantTx,
    besluit: BesluitId,
) -> Result<Option<Grondslag>, DbError> {
    let row: Option<GrondslagRow> = besluitgrondslag::table
        .find(besluit.uuid())
        .select(GrondslagRow::as_select())
        .first(tx.conn())
        .await
        .optional()?;
    let gevonden = row.map(Besluitgrondslag::try_from).transpose()?;
    Ok(gevonden.map(|gevonden| gevonden.grondslag))
}

/// Every decision that rests on a base.
pub async fn list_grondslagen(tx: &mut TenantTx) -> Result<Vec<Besluitgrondslag>, DbError> {
    let rows: Vec<GrondslagRow> = besluitgrondslag::table
        .order(besluitgrondslag::besluit_id)
        .limit(GRONDSLAGEN_MAX)
        .select(GrondslagRow::as_select())
        .load(tx.conn())
        .await?;
    rows.into_iter().map(Besluitgrondslag::try_from).collect()
}

impl TryFrom<GrondslagRow> for Besluitgrondslag {
    type Error = DbError;

    fn try_from(row: GrondslagRow) -> Result<Self, DbError> {
        let inconsistent = |kolom| DbError::inconsistent("besluitgrondslag", kolom, row.besluit_id);
        let paren = row.sleutels.iter().zip(row.redenen);
        let afwijking = |(sleutel, reden): (&String, String)| {
            let sleutel = Sleutel::parse(sleutel).ok()?;
            Some(Afwijking { sleutel, reden })
        };
        let afwijkingen: Option<Vec<_>> = paren.map(afwijking).collect();
        Ok(Self {
            besluit: BesluitId::new(row.besluit_id),
            grondslag: Grondslag {
                basisset: BasissetId::new(row.basisset),
                naam: row.naam,
                versie: u16::try_from(row.versie).map_err(|_| inconsistent("versie"))?,
                afwijkingen: afwijkingen.ok_or_else(|| inconsistent("sleutels"))?,
            },
        })
    }
}
