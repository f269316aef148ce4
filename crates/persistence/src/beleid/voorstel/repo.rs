//! Reading and adding proposals and their acts. What a role may see, the database decides.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use domain::beleid::{Orgaan, Voorstel};
use primitives::VoorstelId;
use uuid::Uuid;

use super::rows::{NewVoorstelRow, NewVoorstelakteRow, VoorstelakteRow, restore_voorstel};
use crate::schema::{voorstel, voorstelakte};
use crate::{DbError, TenantTx};

/// More acts than all proposals of a page have together.
const AKTEN_MAX: i64 = 10_000;

/// Which proposals to list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Voorstelfilter {
    /// To this organ only.
    pub orgaan: Option<Orgaan>,
    /// In this state only, by its name in data.
    pub stand: Option<&'static str>,
    /// After this one: the last that was shown.
    pub na: Option<VoorstelId>,
}

/// Adds a new proposal with its first act.
pub async fn insert_voorstel(tx: &mut TenantTx, nieuw: &Voorstel) -> Result<(), DbError> {
    diesel::insert_into(voorstel::table)
        .values(NewVoorstelRow::new(nieuw.kop()))
        .execute(tx.conn())
        .await?;
    insert_akte(tx, nieuw).await
}

/// Adds the last act of a proposal.
///
/// Who acts on what he did not see is refused by the constraint `voorstelakte_pkey`.
pub async fn insert_akte(tx: &mut TenantTx, gewijzigd: &Voorstel) -> Result<(), DbError> {
    let id = gewijzigd.kop().id;
    let row = NewVoorstelakteRow::last_of(gewijzigd)
        .ok_or_else(|| DbError::inconsistent("voorstelakte", "nummer", id))?;
    diesel::insert_into(voorstelakte::table)
        .values(row)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// A proposal with its acts as far as the role may see them, if it is there.
pub async fn find_voorstel(tx: &mut TenantTx, id: VoorstelId) -> Result<Option<Voorstel>, DbError> {
    let gemeente = tx.gemeente();
    restore_voorstel(gemeente, load_akten(tx, &[id.uuid()]).await?)
}

/// Proposals, the newest first, at most `aantal`.
pub async fn list_voorstellen(
    tx: &mut TenantTx,
    filter: Voorstelfilter,
    aantal: i64,
) -> Result<Vec<Voorstel>, DbError> {
    let gemeente = tx.gemeente();
    let later = diesel::alias!(voorstelakte as later);
    // The state is that of the last act that this role sees.
    let mut query = voorstelakte::table
        .filter(diesel::dsl::not(diesel::dsl::exists(
            later
                .filter(
                    later
                        .field(voorstelakte::voorstel_id)
                        .eq(voorstelakte::voorstel_id),
                )
                .filter(later.field(voorstelakte::nummer).gt(voorstelakte::nummer)),
        )))
        .into_boxed();
    if let Some(orgaan) = filter.orgaan {
        query = query.filter(voorstelakte::orgaan.eq(orgaan.code()));
    }
    if let Some(stand) = filter.stand {
        query = query.filter(voorstelakte::stand.eq(stand));
    }
    if let Some(na) = filter.na {
        query = query.filter(voorstelakte::voorstel_id.lt(na.uuid()));
    }
    let ids: Vec<Uuid> = query
        .order(voorstelakte::voorstel_id.desc())
        .limit(aantal)
        .select(voorstelakte::voorstel_id)
        .load(tx.conn())
        .await?;
    let mut akten = load_akten(tx, &ids).await?;
    let mut voorstellen = Vec::with_capacity(ids.len());
    for id in ids {
        let eigen = akten.extract_if(.., |row| row.voorstel_id == id).collect();
        voorstellen.extend(restore_voorstel(gemeente, eigen)?);
    }
    Ok(voorstellen)
}

async fn load_akten(tx: &mut TenantTx, ids: &[Uuid]) -> Result<Vec<VoorstelakteRow>, DbError> {
    Ok(voorstelakte::table
        .filter(voorstelakte::voorstel_id.eq_any(ids))
        .order((voorstelakte::voorstel_id, voorstelakte::nummer))
        .limit(AKTEN_MAX)
        .select(VoorstelakteRow::as_select())
        .load(tx.conn())
        .await?)
}
