//! Reading the registry.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use primitives::GemeenteCode;

use super::rows::{Gemeente, GemeenteRow};
use crate::schema::platform::gemeente;
use crate::{DbError, PlatformTx};

/// At most this many municipalities are in a scheme: all of the country.
const GEMEENTEN_MAX: i64 = 400;

/// The municipalities in order of name.
pub async fn list(tx: &mut PlatformTx) -> Result<Vec<Gemeente>, DbError> {
    let rows: Vec<GemeenteRow> = gemeente::table
        .order(gemeente::naam)
        .limit(GEMEENTEN_MAX)
        .select(GemeenteRow::as_select())
        .load(tx.conn())
        .await?;
    rows.into_iter().map(Gemeente::try_from).collect()
}

/// A municipality, if it is in the scheme.
pub async fn find(tx: &mut PlatformTx, code: GemeenteCode) -> Result<Option<Gemeente>, DbError> {
    let row: Option<GemeenteRow> = gemeente::table
        .find(code.to_string())
        .select(GemeenteRow::as_select())
        .first(tx.conn())
        .await
        .optional()?;
    row.map(Gemeente::try_from).transpose()
}
