//! In which part of the municipality residents live.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use domain::beleid::Woonplek;
use domain::dossier::Woongebied;
use jiff_diesel::{Date, Timestamp, ToDiesel};
use primitives::{Datum, DossierId, GemeenteCode, Moment};
use uuid::Uuid;

use crate::schema::woongebied;
use crate::{DbError, TenantTx};

/// Parameters of one insert; PostgreSQL takes 65.535 at most.
const RIJEN_PER_KEER: usize = 5_000;

#[derive(Queryable, Selectable)]
#[diesel(table_name = woongebied)]
#[diesel(check_for_backend(diesel::pg::Pg))]
struct WoongebiedRow {
    inwoner: Uuid,
    sinds: Date,
    bekend_op: Timestamp,
    gebied: Option<String>,
    vastgelegd_door_naam: String,
}

#[derive(Insertable)]
#[diesel(table_name = woongebied)]
struct NewWoongebiedRow<'a> {
    inwoner: Uuid,
    sinds: Date,
    bekend_op: Timestamp,
    gebied: Option<String>,
    vastgelegd_door: &'a str,
    vastgelegd_door_naam: &'a str,
}

/// Records where residents live. `door` is the `sub` of who records it.
pub async fn insert_woongebieden(
    tx: &mut TenantTx,
    nieuw: &[(DossierId, Woongebied)],
    door: &str,
) -> Result<(), DbError> {
    for deel in nieuw.chunks(RIJEN_PER_KEER) {
        let rijen: Vec<_> = deel
            .iter()
            .map(|(dossier, woongebied)| NewWoongebiedRow {
                inwoner: dossier.uuid(),
                sinds: woongebied.sinds.to_diesel(),
                bekend_op: woongebied.bekend_op.to_diesel(),
                gebied: woongebied.gebied.map(|code| code.to_string()),
                vastgelegd_door: door,
                vastgelegd_door_naam: &woongebied.door,
            })
            .collect();
        diesel::insert_into(woongebied::table)
            .values(rijen)
            .execute(tx.conn())
            .await?;
    }
    Ok(())
}

/// Everything that was recorded of a resident, the last known first.
pub async fn list_woongebieden(
    tx: &mut TenantTx,
    dossier: DossierId,
) -> Result<Vec<Woongebied>, DbError> {
    let per_dossier = load_woongebieden(tx, &[dossier]).await?;
    Ok(per_dossier.into_values().flatten().collect())
}

/// The same of many residents; who has nothing is left out.
pub async fn load_woongebieden(
    tx: &mut TenantTx,
    dossiers: &[DossierId],
) -> Result<HashMap<DossierId, Vec<Woongebied>>, DbError> {
    let ids: Vec<_> = dossiers.iter().map(|dossier| dossier.uuid()).collect();
    let rijen: Vec<WoongebiedRow> = woongebied::table
        .filter(woongebied::inwoner.eq_any(ids))
        .order((woongebied::bekend_op.desc(), woongebied::sinds.desc()))
        .select(WoongebiedRow::as_select())
        .load(tx.conn())
        .await?;
    let mut per_dossier: HashMap<_, Vec<_>> = HashMap::new();
    for rij in rijen {
        let dossier = DossierId::new(rij.inwoner);
        per_dossier
            .entry(dossier)
            .or_default()
            .push(rij.try_into()?);
    }
    Ok(per_dossier)
}

/// Where everybody lives on a day, as known on `bekend_op`; who is not recorded is left out.
pub async fn load_woonplekken(
    tx: &mut TenantTx,
    dag: Datum,
    bekend_op: Moment,
) -> Result<HashMap<DossierId, Woonplek>, DbError> {
    let rijen: Vec<(Uuid, Option<String>)> = woongebied::table
        .filter(woongebied::sinds.le(dag.to_diesel()))
        .filter(woongebied::bekend_op.le(bekend_op.to_diesel()))
        .distinct_on(woongebied::inwoner)
        .order((
            woongebied::inwoner,
            woongebied::sinds.desc(),
            woongebied::bekend_op.desc(),
        ))
        .select((woongebied::inwoner, woongebied::gebied))
        .load(tx.conn())
        .await?;
    rijen
        .into_iter()
        .map(|(inwoner, gebied)| {
            let gebied = parse_gebied(inwoner, gebied.as_deref())?;
            let plek = gebied.map_or(Woonplek::Overig, Woonplek::Gebied);
            Ok((DossierId::new(inwoner), plek))
        })
        .collect()
}

impl TryFrom<WoongebiedRow> for Woongebied {
    type Error = DbError;

    fn try_from(rij: WoongebiedRow) -> Result<Self, DbError> {
        Ok(Self {
            sinds: rij.sinds.to_jiff(),
            gebied: parse_gebied(rij.inwoner, rij.gebied.as_deref())?,
            bekend_op: rij.bekend_op.to_jiff(),
            door: rij.vastgelegd_door_naam,
        })
    }
}

fn parse_gebied(inwoner: Uuid, gebied: Option<&str>) -> Result<Option<GemeenteCode>, DbError> {
    gebied
        .map(GemeenteCode::parse)
        .transpose()
        .map_err(|_| DbError::inconsistent("woongebied", "gebied", inwoner))
}
