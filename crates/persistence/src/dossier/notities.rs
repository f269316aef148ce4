//! Many notes at once, for taking over a caseload that runs.

use std::collections::HashMap;

use diesel::sql_types::{Array, Date, Text, Timestamptz, Uuid as SqlUuid};
use diesel::{QueryableByName, sql_query};
use diesel_async::RunQueryDsl;
use domain::dossier::Notitie;
use jiff_diesel::ToDiesel;
use primitives::{Bsn, DossierId, Moment};
use uuid::Uuid;

use super::casusregies::list_dossiers;
use crate::{DbError, TenantTx};

/// A note about somebody, with the `sub` of who wrote it.
pub struct NieuweNotitie<'a> {
    /// About whom.
    pub dossier: DossierId,
    /// The note.
    pub notitie: Notitie,
    /// Who wrote it.
    pub door: &'a str,
}

/// The dossiers of these residents; who is not known in this municipality is left out.
pub async fn list_dossiers_by_bsn(
    tx: &mut TenantTx,
    bsns: &[&Bsn],
) -> Result<HashMap<Bsn, DossierId>, DbError> {
    let per_id = list_dossiers(tx, bsns).await?;
    let of_entry = |(id, bsn)| (bsn, DossierId::new(id));
    Ok(per_id.into_iter().map(of_entry).collect())
}

/// Writes the notes that are not there yet, and the day on which each resident was last seen. Gives the dossier of
/// each note that was written.
pub async fn insert_notities(
    tx: &mut TenantTx,
    notities: &[NieuweNotitie<'_>],
    now: Moment,
) -> Result<Vec<DossierId>, DbError> {
    #[derive(QueryableByName)]
    struct Geschreven {
        #[diesel(sql_type = SqlUuid)]
        inwoner: Uuid,
    }
    let ids: Vec<_> = notities.iter().map(|n| n.notitie.id.uuid()).collect();
    let dossiers: Vec<_> = notities.iter().map(|n| n.dossier.uuid()).collect();
    let soorten: Vec<_> = notities.iter().map(|n| n.notitie.soort.naam()).collect();
    let dagen: Vec<_> = notities
        .iter()
        .map(|n| n.notitie.datum().to_diesel())
        .collect();
    let teksten: Vec<_> = notities.iter().map(|n| n.notitie.tekst.as_str()).collect();
    let door: Vec<_> = notities.iter().map(|n| n.door).collect();
    let namen: Vec<_> = notities.iter().map(|n| n.notitie.door.as_str()).collect();
    let geschreven: Vec<Geschreven> = sql_query(include_str!("insert_notities.sql"))
        .bind::<Array<SqlUuid>, _>(ids)
        .bind::<Array<SqlUuid>, _>(&dossiers)
        .bind::<Array<Text>, _>(soorten)
        .bind::<Array<Date>, _>(dagen)
        .bind::<Array<Text>, _>(teksten)
        .bind::<Array<Text>, _>(door)
        .bind::<Array<Text>, _>(namen)
        .bind::<Timestamptz, _>(now.to_diesel())
        .load(tx.conn())
        .await?;
    sql_query(
        "update dossierstand s set contact_op = c.laatst from ( \
           select inwoner, max(datum) as laatst from notitie \
           where inwoner = any($1) and soort <> 'notitie' group by inwoner) c \
         where s.inwoner = c.inwoner and s.contact_op is distinct from c.laatst",
    )
    .bind::<Array<SqlUuid>, _>(&dossiers)
    .execute(tx.conn())
    .await?;
    Ok(geschreven
        .into_iter()
        .map(|rij| DossierId::new(rij.inwoner))
        .collect())
}
