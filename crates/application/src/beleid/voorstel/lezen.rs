//! Reading proposals: drafts for the organ's own clerks, what is public for everybody.

use std::cmp::Reverse;

use domain::beleid::{Orgaan, Voorstel};
use domain::bevoegdheid::{Actor, Permission};
use persistence::beleid::Voorstelfilter;
use persistence::{DbRol, TenantTx, beleid};
use primitives::{GemeenteCode, VoorstelId};

use super::VoorstelError;
use crate::beleid::db_rol;

/// Which proposals, from where.
#[derive(Clone, Copy, Debug, Default)]
pub struct Voorstellenvraag {
    /// To this organ only.
    pub orgaan: Option<Orgaan>,
    /// In this state only, by its name in data.
    pub stand: Option<&'static str>,
    /// After the last one that was shown.
    pub na: Option<VoorstelId>,
    /// How many.
    pub aantal: u8,
}

/// A page of proposals.
#[derive(Clone, Debug, Default)]
pub struct Voorstellenlijst {
    /// The newest first.
    pub voorstellen: Vec<Voorstel>,
    /// Where the next page starts, if there is one.
    pub volgende: Option<VoorstelId>,
}

impl Voorstellenlijst {
    /// One list of those that were read in several roles: who acts for both organs sees both.
    #[must_use]
    pub fn merge(lijsten: Vec<Self>) -> Self {
        let mut alle = Self::default();
        for lijst in lijsten {
            alle.volgende = alle.volgende.max(lijst.volgende);
            for voorstel in lijst.voorstellen {
                let is_bekend = |v: &Voorstel| v.kop().id == voorstel.kop().id;
                if !alle.voorstellen.iter().any(is_bekend) {
                    alle.voorstellen.push(voorstel);
                }
            }
        }
        alle.voorstellen
            .sort_by_key(|voorstel| Reverse(voorstel.kop().id));
        // Where several lists were read, the page ends where the first of them ends.
        if let Some(einde) = alle.volgende {
            alle.voorstellen.retain(|v| v.kop().id >= einde);
        }
        alle
    }
}

/// The roles in which this person reads proposals, the one that sees most first.
///
/// A clerk of the council sees the drafts of the council, one of the college those of the college; who is neither
/// sees what is public.
pub fn leesrollen(actor: &Actor, gemeente: GemeenteCode) -> Vec<DbRol> {
    let mag = |orgaan: &Orgaan| actor.may(orgaan.permission(), gemeente);
    let eigen: Vec<_> = Orgaan::ALL.into_iter().filter(mag).map(db_rol).collect();
    if eigen.is_empty() {
        vec![DbRol::Opdrachtgever]
    } else {
        eigen
    }
}

/// A proposal with what happened to it, as far as the role of the transaction may see.
pub async fn find_voorstel(
    tx: &mut TenantTx,
    actor: &Actor,
    id: VoorstelId,
) -> Result<Option<Voorstel>, VoorstelError> {
    actor.require(Permission::BeleidLezen, tx.gemeente())?;
    Ok(beleid::find_voorstel(tx, id).await?)
}

/// Lists proposals, the newest first.
pub async fn list_voorstellen(
    tx: &mut TenantTx,
    actor: &Actor,
    vraag: Voorstellenvraag,
) -> Result<Voorstellenlijst, VoorstelError> {
    actor.require(Permission::BeleidLezen, tx.gemeente())?;
    let filter = Voorstelfilter {
        orgaan: vraag.orgaan,
        stand: vraag.stand,
        na: vraag.na,
    };
    let aantal = usize::from(vraag.aantal);
    // One more than asked tells whether there is a next page.
    let een_meer = i64::from(vraag.aantal) + 1;
    let mut voorstellen = beleid::list_voorstellen(tx, filter, een_meer).await?;
    let is_meer = voorstellen.len() > aantal;
    voorstellen.truncate(aantal);
    let laatste = voorstellen.last().map(|voorstel| voorstel.kop().id);
    Ok(Voorstellenlijst {
        volgende: laatste.filter(|_| is_meer),
        voorstellen,
    })
}
