//! `dossierstand`: what the list of residents sorts on, derived from the records and the acts.

use diesel::sql_types::Uuid as SqlUuid;
use diesel_async::RunQueryDsl;
use primitives::DossierId;

use crate::{DbError, TenantTx};

/// Makes the state of every resident again from the deliveries and measurements; gives how many changed.
///
/// Called in the transaction of an import. Contact and casusregisseur do not come from a delivery and stay.
pub async fn refresh_dossierstand(tx: &mut TenantTx) -> Result<usize, DbError> {
    Ok(diesel::sql_query(include_str!("refresh_dossierstand.sql"))
        .execute(tx.conn())
        .await?)
}

/// Takes over the last measurement of one resident, after one was made here.
pub async fn update_meting_in_stand(tx: &mut TenantTx, dossier: DossierId) -> Result<(), DbError> {
    diesel::sql_query(
        "update dossierstand s set trede = m.trede, meting_op = m.begindatum \
         from (select trede, begindatum from trede_meting where inwoner = $1 \
               order by begindatum desc, bekend_op desc limit 1) m \
         where s.inwoner = $1",
    )
    .bind::<SqlUuid, _>(dossier.uuid())
    .execute(tx.conn())
    .await?;
    Ok(())
}
