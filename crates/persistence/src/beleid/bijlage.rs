//! Files of proposals and decisions, kept whole with their SHA-256.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use domain::beleid::{Bijlage, Orgaan, Persoon};
use jiff_diesel::ToDiesel;
use primitives::{BesluitId, BijlageId, Moment, VoorstelId};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::schema::bijlage;
use crate::{DbError, TenantTx};

/// More files than any proposal has.
const BIJLAGEN_MAX: i64 = 200;

/// What a file belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BijlageVan {
    /// A proposal.
    Voorstel(VoorstelId),
    /// A decision.
    Besluit(BesluitId),
}

/// A file without what is in it, for a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bijlageregel {
    /// Its id.
    pub id: BijlageId,
    /// The name under which it is downloaded.
    pub naam: String,
    /// How many bytes.
    pub omvang: u32,
    /// SHA-256, in hexadecimal.
    pub sha256: String,
    /// When it was added.
    pub op: Moment,
    /// By whom.
    pub door: String,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = bijlage)]
#[diesel(check_for_backend(diesel::pg::Pg))]
struct BijlageregelRow {
    id: Uuid,
    naam: String,
    omvang: i32,
    sha256: Vec<u8>,
    #[diesel(deserialize_as = jiff_diesel::Timestamp)]
    op: Moment,
    door: String,
}

#[derive(Insertable)]
#[diesel(table_name = bijlage)]
struct NewBijlageRow<'a> {
    id: Uuid,
    orgaan: &'static str,
    voorstel_id: Option<Uuid>,
    besluit_id: Option<Uuid>,
    naam: &'a str,
    omvang: i32,
    sha256: &'a [u8],
    inhoud: &'a [u8],
    op: jiff_diesel::Timestamp,
    door_id: &'a str,
    door: &'a str,
}

/// Adds a file.
pub async fn insert_bijlage(
    tx: &mut TenantTx,
    van: BijlageVan,
    orgaan: Orgaan,
    nieuw: &Bijlage,
    (door, now): (&Persoon, Moment),
) -> Result<(), DbError> {
    let sha256 = Sha256::digest(nieuw.inhoud());
    let row = NewBijlageRow {
        id: nieuw.id.uuid(),
        orgaan: orgaan.code(),
        voorstel_id: van.voorstel().map(VoorstelId::uuid),
        besluit_id: van.besluit().map(BesluitId::uuid),
        naam: nieuw.naam(),
        // At most 20 MB.
        omvang: i32::try_from(nieuw.inhoud().len()).unwrap_or(i32::MAX),
        sha256: sha256.as_slice(),
        inhoud: nieuw.inhoud(),
        op: now.to_diesel(),
        door_id: &door.sub,
        door: &door.naam,
    };
    diesel::insert_into(bijlage::table)
        .values(row)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// The files of a proposal or decision, in the order in which they were added.
pub async fn list_bijlagen(
    tx: &mut TenantTx,
    van: BijlageVan,
) -> Result<Vec<Bijlageregel>, DbError> {
    let mut query = bijlage::table.into_boxed();
    query = match van {
        BijlageVan::Voorstel(id) => query.filter(bijlage::voorstel_id.eq(id.uuid())),
        BijlageVan::Besluit(id) => query.filter(bijlage::besluit_id.eq(id.uuid())),
    };
    let rows: Vec<BijlageregelRow> = query
        .order((bijlage::op, bijlage::id))
        .limit(BIJLAGEN_MAX)
        .select(BijlageregelRow::as_select())
        .load(tx.conn())
        .await?;
    rows.into_iter().map(Bijlageregel::try_from).collect()
}

/// The name and content of a file, if it belongs to what the address says.
pub async fn find_bijlage(
    tx: &mut TenantTx,
    van: BijlageVan,
    id: BijlageId,
) -> Result<Option<(String, Vec<u8>)>, DbError> {
    let mut query = bijlage::table
        .filter(bijlage::id.eq(id.uuid()))
        .into_boxed();
    query = match van {
        BijlageVan::Voorstel(van) => query.filter(bijlage::voorstel_id.eq(van.uuid())),
        BijlageVan::Besluit(van) => query.filter(bijlage::besluit_id.eq(van.uuid())),
    };
    Ok(query
        .select((bijlage::naam, bijlage::inhoud))
        .first(tx.conn())
        .await
        .optional()?)
}

impl BijlageVan {
    const fn voorstel(self) -> Option<VoorstelId> {
        match self {
            Self::Voorstel(id) => Some(id),
            Self::Besluit(_) => None,
        }
    }

    const fn besluit(self) -> Option<BesluitId> {
        match self {
            Self::Besluit(id) => Some(id),
            Self::Voorstel(_) => None,
        }
    }
}

impl TryFrom<BijlageregelRow> for Bijlageregel {
    type Error = DbError;

    fn try_from(row: BijlageregelRow) -> Result<Self, DbError> {
        let omvang = u32::try_from(row.omvang)
            .map_err(|_| DbError::inconsistent("bijlage", "omvang", row.id))?;
        Ok(Self {
            id: BijlageId::new(row.id),
            naam: row.naam,
            omvang,
            sha256: hex::encode(row.sha256),
            op: row.op,
            door: row.door,
        })
    }
}
