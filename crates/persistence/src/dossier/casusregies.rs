//! Who directs the cases of many residents at once, for taking over a caseload that runs.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel::sql_types::{Array, Date, Text, Timestamptz, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use domain::dossier::{Casusregie, Casusregisseur, Medewerker};
use jiff_diesel::ToDiesel;
use primitives::{Bsn, Datum, DossierId};
use uuid::Uuid;

use super::rows::CasusregieRow;
use crate::schema::{casusregie, dossierstand, inwoner, medewerker};
use crate::{DbError, TenantTx};

/// Who of these residents are known here, by the id of their dossier.
pub(super) async fn list_dossiers(
    tx: &mut TenantTx,
    bsns: &[&Bsn],
) -> Result<HashMap<Uuid, Bsn>, DbError> {
    let sleutels = tx.sleutels();
    let per_zoekwaarde: HashMap<Vec<u8>, &Bsn> = bsns
        .iter()
        .map(|bsn| (sleutels.zoekwaarde(bsn), *bsn))
        .collect();
    let zoekwaarden: Vec<_> = per_zoekwaarde.keys().collect();
    let gevonden: Vec<(Uuid, Vec<u8>)> = inwoner::table
        .filter(inwoner::bsn_zoek.eq_any(zoekwaarden))
        .select((inwoner::id, inwoner::bsn_zoek))
        .load(tx.conn())
        .await?;
    let of_row = |(id, zoek)| Some((id, (*per_zoekwaarde.get(&zoek)?).clone()));
    Ok(gevonden.into_iter().filter_map(of_row).collect())
}

/// Who directs the cases of these residents now, with their dossiers locked until the end of the transaction. Who is
/// not known in this municipality is left out.
pub async fn load_casusregies_for_update(
    tx: &mut TenantTx,
    bsns: &[&Bsn],
) -> Result<HashMap<Bsn, (DossierId, Casusregie)>, DbError> {
    let per_id = list_dossiers(tx, bsns).await?;
    // Always in the same order, so that two imports wait for each other instead of for each other's locks.
    let ids: Vec<Uuid> = dossierstand::table
        .filter(dossierstand::inwoner.eq_any(per_id.keys()))
        .order(dossierstand::inwoner)
        .select(dossierstand::inwoner)
        .for_update()
        .load(tx.conn())
        .await?;
    let rows: Vec<CasusregieRow> = casusregie::table
        .inner_join(medewerker::table)
        .filter(casusregie::inwoner.eq_any(&ids))
        .filter(casusregie::tot.is_null())
        .select(CasusregieRow::as_select())
        .load(tx.conn())
        .await?;
    let mut huidig: HashMap<Uuid, Casusregie> = HashMap::with_capacity(rows.len());
    for row in rows {
        huidig.insert(row.inwoner, Casusregie::Bij(row.casusregisseur()?));
    }
    let mut uit = HashMap::with_capacity(ids.len());
    for id in ids {
        if let Some(bsn) = per_id.get(&id) {
            let casusregie = huidig.remove(&id).unwrap_or(Casusregie::Geen);
            uit.insert(bsn.clone(), (DossierId::new(id), casusregie));
        }
    }
    Ok(uit)
}

/// Makes colleagues known who are not yet; `vandaag` counts as the day on which they were at work.
pub async fn insert_medewerkers(
    tx: &mut TenantTx,
    medewerkers: &[&Medewerker],
    vandaag: Datum,
) -> Result<(), DbError> {
    let subs: Vec<_> = medewerkers.iter().map(|m| m.sub.as_str()).collect();
    let namen: Vec<_> = medewerkers.iter().map(|m| m.naam.as_str()).collect();
    diesel::sql_query(
        "insert into medewerker (sub, naam, gezien_op) \
         select n.sub, n.naam, $3 from unnest($1, $2) as n (sub, naam) on conflict (sub) do nothing",
    )
    .bind::<Array<Text>, _>(subs)
    .bind::<Array<Text>, _>(namen)
    .bind::<Date, _>(vandaag.to_diesel())
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Gives residents who have none their first casusregisseur. `door` is the `sub` of who records it.
pub async fn insert_eerste_casusregisseurs(
    tx: &mut TenantTx,
    eersten: &[(DossierId, Casusregisseur)],
    door: &str,
) -> Result<(), DbError> {
    let dossiers: Vec<_> = eersten.iter().map(|(dossier, _)| dossier.uuid()).collect();
    let subs: Vec<_> = eersten
        .iter()
        .map(|(_, eerste)| eerste.medewerker.sub.as_str())
        .collect();
    let sinds: Vec<_> = eersten
        .iter()
        .map(|(_, eerste)| eerste.sinds.to_diesel())
        .collect();
    diesel::sql_query(
        "insert into casusregie (inwoner, volgnummer, medewerker, vanaf, vastgelegd_door) \
         select n.inwoner, 1, n.medewerker, n.vanaf, $4 from unnest($1, $2, $3) as n (inwoner, medewerker, vanaf)",
    )
    .bind::<Array<SqlUuid>, _>(&dossiers)
    .bind::<Array<Text>, _>(&subs)
    .bind::<Array<Timestamptz>, _>(sinds)
    .bind::<Text, _>(door)
    .execute(tx.conn())
    .await?;
    diesel::sql_query(
        "update dossierstand set casusregisseur = n.medewerker \
         from unnest($1, $2) as n (inwoner, medewerker) where dossierstand.inwoner = n.inwoner",
    )
    .bind::<Array<SqlUuid>, _>(&dossiers)
    .bind::<Array<Text>, _>(&subs)
    .execute(tx.conn())
    .await?;
    Ok(())
}
