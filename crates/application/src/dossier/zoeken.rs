//! Searching for residents.

use domain::bevoegdheid::{Actor, Permission};
use domain::dossier::Zoekopdracht;
use persistence::TenantTx;
use persistence::dossier::{self, Inwonerregel, Zoekbladwijzer};
use primitives::{DossierId, Moment};

use super::error::DossierError;
use super::lijst::{cut_page, page_and_one, record_shown};

/// A page of what was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zoekpagina {
    /// The residents, by name.
    pub regels: Vec<Inwonerregel>,
    /// After which resident the next page begins; none on the last.
    pub volgende: Option<Zoekbladwijzer>,
}

/// A page of the residents who fit, in the caseload or not.
pub async fn list_gevonden(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    opdracht: &Zoekopdracht,
    na: Option<&Zoekbladwijzer>,
) -> Result<Zoekpagina, DossierError> {
    actor.require(Permission::DossierLezen, tx.gemeente())?;
    let mut regels = dossier::list_gevonden(tx, opdracht, na, page_and_one()).await?;
    let volgende = cut_page(&mut regels).map(Zoekbladwijzer::of);
    record_shown(tx, actor, now, soort(opdracht), &regels).await?;
    Ok(Zoekpagina { regels, volgende })
}

/// The one resident who fits, where nobody else does; recorded as shown, because the page follows.
pub async fn find_enige(
    tx: &mut TenantTx,
    actor: &Actor,
    now: Moment,
    opdracht: &Zoekopdracht,
) -> Result<Option<DossierId>, DossierError> {
    actor.require(Permission::DossierLezen, tx.gemeente())?;
    let regels = dossier::list_gevonden(tx, opdracht, None, 2).await?;
    let [enige] = regels.as_slice() else {
        return Ok(None);
    };
    record_shown(tx, actor, now, soort(opdracht), &regels).await?;
    Ok(Some(enige.dossier))
}

/// Where the page after this resident begins; shows nothing, so it records nothing.
pub async fn find_bladwijzer(
    tx: &mut TenantTx,
    actor: &Actor,
    dossier: DossierId,
) -> Result<Option<Zoekbladwijzer>, DossierError> {
    actor.require(Permission::DossierLezen, tx.gemeente())?;
    Ok(dossier::find_bladwijzer(tx, dossier).await?)
}

/// By what was searched, for the audit row; never what was typed.
const fn soort(opdracht: &Zoekopdracht) -> &'static str {
    match opdracht {
        Zoekopdracht::Bsn(_) => "inwoner gezocht op bsn",
        Zoekopdracht::Geboortedatum(_) => "inwoner gezocht op geboortedatum",
        Zoekopdracht::Dossier(_) => "inwoner gezocht op dossier",
        Zoekopdracht::Registratienummer(_) => "inwoner gezocht op uitkeringsnummer",
        Zoekopdracht::Naam(_) => "inwoner gezocht op naam",
    }
}
