//! Reading and writing measurements.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use domain::ontwikkeling::{Laddermeting, Meting};
use primitives::{DossierId, Moment};

use super::rows::{MetingRow, NewMetingRow, NewOnderbouwingRow};
use crate::dossier::update_meting_in_stand;
use crate::schema::{trede_meting, trede_onderbouwing};
use crate::{DbError, TenantTx};

/// Forty years of quarters, measured three times each.
const METINGEN_MAX: i64 = 500;

/// The measurements of a resident, the newest first. Of one day only the last known counts.
pub async fn list_metingen(
    tx: &mut TenantTx,
    dossier: DossierId,
) -> Result<Vec<Laddermeting>, DbError> {
    let rows: Vec<MetingRow> = trede_meting::table
        .left_join(
            trede_onderbouwing::table.on(trede_onderbouwing::inwoner
                .eq(trede_meting::inwoner)
                .and(trede_onderbouwing::begindatum.eq(trede_meting::begindatum))
                .and(trede_onderbouwing::bron.eq(trede_meting::bron))
                .and(trede_onderbouwing::bekend_op.eq(trede_meting::bekend_op))),
        )
        .filter(trede_meting::inwoner.eq(dossier.uuid()))
        .distinct_on(trede_meting::begindatum)
        .order((
            trede_meting::begindatum.desc(),
            trede_meting::bekend_op.desc(),
        ))
        .limit(METINGEN_MAX)
        .select(MetingRow::as_select())
        .load(tx.conn())
        .await?;
    rows.into_iter().map(Laddermeting::try_from).collect()
}

/// Writes a measurement with its grounds, and takes it over in the state of the dossier. `sub` and `naam` are those of
/// who measured.
pub async fn insert_meting(
    tx: &mut TenantTx,
    meting: &Meting,
    sub: &str,
    naam: &str,
    now: Moment,
) -> Result<(), DbError> {
    diesel::insert_into(trede_meting::table)
        .values(NewMetingRow::new(meting, now))
        .execute(tx.conn())
        .await?;
    diesel::insert_into(trede_onderbouwing::table)
        .values(NewOnderbouwingRow::new(meting, sub, naam, now))
        .execute(tx.conn())
        .await?;
    update_meting_in_stand(tx, meting.dossier).await
}
