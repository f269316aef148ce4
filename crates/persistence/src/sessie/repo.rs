//! Keeping sessions.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use jiff_diesel::ToDiesel;
use primitives::Moment;

use super::rows::{Sessie, SessieRow, TokenHash};
use crate::schema::platform::sessie;
use crate::{DbError, PlatformTx};

/// Keeps a new session.
pub async fn insert(tx: &mut PlatformTx, token: &TokenHash, nieuw: &Sessie) -> Result<(), DbError> {
    diesel::insert_into(sessie::table)
        .values(SessieRow::new(token, nieuw)?)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// The session of a token that has not ended and was used since `gezien_na`.
pub async fn find(
    tx: &mut PlatformTx,
    token: &TokenHash,
    now: Moment,
    gezien_na: Moment,
) -> Result<Option<Sessie>, DbError> {
    let row: Option<SessieRow> = sessie::table
        .find(token.as_slice())
        .filter(sessie::verloopt_op.gt(now.to_diesel()))
        .filter(sessie::gezien_op.gt(gezien_na.to_diesel()))
        .select(SessieRow::as_select())
        .first(tx.conn())
        .await
        .optional()?;
    row.map(Sessie::try_from).transpose()
}

/// Notes that a session was used.
pub async fn update_gezien(
    tx: &mut PlatformTx,
    token: &TokenHash,
    now: Moment,
) -> Result<(), DbError> {
    diesel::update(sessie::table.find(token.as_slice()))
        .set(sessie::gezien_op.eq(now.to_diesel()))
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Leaves a message for the next page, or takes it away after it was shown.
pub async fn update_melding(
    tx: &mut PlatformTx,
    token: &TokenHash,
    melding: Option<&str>,
) -> Result<(), DbError> {
    diesel::update(sessie::table.find(token.as_slice()))
        .set(sessie::melding.eq(melding))
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Keeps the last search of a session, encrypted, in the place of the one before; none takes it away.
pub async fn update_zoekvraag(
    tx: &mut PlatformTx,
    token: &TokenHash,
    now: Moment,
    zoekvraag: Option<&[u8]>,
) -> Result<(), DbError> {
    diesel::update(sessie::table.find(token.as_slice()))
        .set((
            sessie::zoekvraag.eq(zoekvraag),
            sessie::zoekvraag_op.eq(zoekvraag.map(|_| now.to_diesel())),
        ))
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// The last search of a session, encrypted, if it was made after `gezocht_na`.
pub async fn find_zoekvraag(
    tx: &mut PlatformTx,
    token: &TokenHash,
    gezocht_na: Moment,
) -> Result<Option<Vec<u8>>, DbError> {
    let gevonden: Option<Option<Vec<u8>>> = sessie::table
        .find(token.as_slice())
        .filter(sessie::zoekvraag_op.gt(gezocht_na.to_diesel()))
        .select(sessie::zoekvraag)
        .first(tx.conn())
        .await
        .optional()?;
    Ok(gevonden.flatten())
}

/// Removes the searches that were made up to `gezocht_tot`, of every session.
pub async fn delete_zoekvragen(tx: &mut PlatformTx, gezocht_tot: Moment) -> Result<(), DbError> {
    diesel::update(sessie::table.filter(sessie::zoekvraag_op.le(gezocht_tot.to_diesel())))
        .set((
            sessie::zoekvraag.eq(None::<Vec<u8>>),
            sessie::zoekvraag_op.eq(None::<jiff_diesel::Timestamp>),
        ))
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Ends a session.
pub async fn delete(tx: &mut PlatformTx, token: &TokenHash) -> Result<(), DbError> {
    diesel::delete(sessie::table.find(token.as_slice()))
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Removes sessions whose end has passed; the number of them.
pub async fn delete_ended(tx: &mut PlatformTx, now: Moment) -> Result<usize, DbError> {
    let aantal = diesel::delete(sessie::table.filter(sessie::verloopt_op.le(now.to_diesel())))
        .execute(tx.conn())
        .await?;
    Ok(aantal)
}
