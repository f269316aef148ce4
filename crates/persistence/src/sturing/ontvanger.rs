//! Who is told by e-mail: of closed quarters, meetings, and rounds of zienswijzen.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use jiff_diesel::ToDiesel;
use primitives::{Emailadres, Moment, OntvangerId};
use uuid::Uuid;

use crate::schema::sturing::ontvanger;
use crate::{DbError, TenantTx};

/// No municipality tells more people than this.
const ONTVANGERS_MAX: i64 = 200;

/// In which capacity somebody is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ontvangerrol {
    /// Commissioner.
    Opdrachtgever,
    /// Member of the board of the scheme.
    Bestuur,
    /// Clerk of the council: told of rounds of zienswijzen only.
    Griffie,
}

/// Somebody who is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ontvanger {
    /// Its id.
    pub id: OntvangerId,
    /// In which capacity.
    pub rol: Ontvangerrol,
    /// The address.
    pub email: Emailadres,
}

impl Ontvangerrol {
    /// Every capacity.
    pub const ALL: [Self; 3] = [Self::Opdrachtgever, Self::Bestuur, Self::Griffie];

    /// Whether closed quarters and meetings are for this reader.
    pub const fn reads_cijfers(self) -> bool {
        matches!(self, Self::Opdrachtgever | Self::Bestuur)
    }

    /// Whether rounds of zienswijzen are for this reader.
    pub const fn reads_zienswijzen(self) -> bool {
        matches!(self, Self::Opdrachtgever | Self::Griffie)
    }

    /// The name, for people and machines alike.
    pub const fn sleutel(self) -> &'static str {
        match self {
            Self::Opdrachtgever => "opdrachtgever",
            Self::Bestuur => "bestuur",
            Self::Griffie => "griffie",
        }
    }

    /// The capacity of a name.
    pub fn from_sleutel(sleutel: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rol| rol.sleutel() == sleutel)
    }
}

/// Adds somebody; false when the address is there already in this capacity.
pub async fn insert_ontvanger(
    tx: &mut TenantTx,
    nieuw: &Ontvanger,
    now: Moment,
) -> Result<bool, DbError> {
    let aantal = diesel::insert_into(ontvanger::table)
        .values((
            ontvanger::id.eq(nieuw.id.uuid()),
            ontvanger::gemeente.eq(tx.gemeente().to_string()),
            ontvanger::rol.eq(nieuw.rol.sleutel()),
            ontvanger::email.eq(nieuw.email.expose()),
            ontvanger::vastgelegd_op.eq(now.to_diesel()),
        ))
        .on_conflict_do_nothing()
        .execute(tx.conn())
        .await?;
    Ok(aantal == 1)
}

/// Stops telling somebody; false when the address is not there or was ended before.
pub async fn update_ontvanger_vervallen(
    tx: &mut TenantTx,
    id: OntvangerId,
    now: Moment,
) -> Result<bool, DbError> {
    let aantal = diesel::update(ontvanger::table.find(id.uuid()))
        .filter(ontvanger::gemeente.eq(tx.gemeente().to_string()))
        .filter(ontvanger::vervallen_op.is_null())
        .set(ontvanger::vervallen_op.eq(now.to_diesel()))
        .execute(tx.conn())
        .await?;
    Ok(aantal == 1)
}

/// Everybody who is told, by capacity and address. For commissioners, not for who closes.
pub async fn list_ontvangers(tx: &mut TenantTx) -> Result<Vec<Ontvanger>, DbError> {
    let rows: Vec<(Uuid, String, String)> = ontvanger::table
        .filter(ontvanger::gemeente.eq(tx.gemeente().to_string()))
        .filter(ontvanger::vervallen_op.is_null())
        .order((ontvanger::rol, ontvanger::email, ontvanger::id))
        .limit(ONTVANGERS_MAX)
        .select((ontvanger::id, ontvanger::rol, ontvanger::email))
        .load(tx.conn())
        .await?;
    rows.into_iter().map(restore).collect()
}

/// Somebody who is still told.
pub async fn find_ontvanger(
    tx: &mut TenantTx,
    id: OntvangerId,
) -> Result<Option<Ontvanger>, DbError> {
    let row: Option<(Uuid, String, String)> = ontvanger::table
        .find(id.uuid())
        .filter(ontvanger::gemeente.eq(tx.gemeente().to_string()))
        .filter(ontvanger::vervallen_op.is_null())
        .select((ontvanger::id, ontvanger::rol, ontvanger::email))
        .first(tx.conn())
        .await
        .optional()?;
    row.map(restore).transpose()
}

/// The ids of everybody who is told of closed quarters: all that who closes one may know of them.
pub async fn list_ontvanger_ids(tx: &mut TenantTx) -> Result<Vec<OntvangerId>, DbError> {
    let rollen = Ontvangerrol::ALL.into_iter();
    let rollen: Vec<_> = rollen.filter(|rol| rol.reads_cijfers()).collect();
    let rollen: Vec<_> = rollen.into_iter().map(Ontvangerrol::sleutel).collect();
    let ids: Vec<Uuid> = ontvanger::table
        .filter(ontvanger::gemeente.eq(tx.gemeente().to_string()))
        .filter(ontvanger::vervallen_op.is_null())
        .filter(ontvanger::rol.eq_any(rollen))
        .order(ontvanger::id)
        .limit(ONTVANGERS_MAX)
        .select(ontvanger::id)
        .load(tx.conn())
        .await?;
    Ok(ids.into_iter().map(OntvangerId::new).collect())
}

fn restore((id, rol, email): (Uuid, String, String)) -> Result<Ontvanger, DbError> {
    let inconsistent = |kolom| DbError::inconsistent("ontvanger", kolom, id);
    Ok(Ontvanger {
        id: OntvangerId::new(id),
        rol: Ontvangerrol::from_sleutel(&rol).ok_or_else(|| inconsistent("rol"))?,
        email: Emailadres::parse(&email).map_err(|_| inconsistent("email"))?,
    })
}
