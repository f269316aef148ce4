//! The kept calculations beside a proposal: choosing them, showing them, and a proposal that begins with one.

use application::doorrekening::{find_doorrekening, list_doorrekeningen, list_doorrekeningen_of};
use domain::beleid::{Orgaan, VoorstelInvoer, WaardeInvoer, catalogus};
use domain::bevoegdheid::Permission;
use domain::doorrekening::{Doorrekeningakte, Doorrekeningkop, Wijziging};
use http_base::{AppState, DbRol, Fout, InGemeente, TenantTx};
use primitives::{DoorrekeningId, datum_kort, datum_lang};

use crate::beleid::besluitvelden::Besluitvelden;
use crate::formuliervelden::Keuze;
use crate::onderdelen::Link;

/// What can be attached, the newest first; nothing for who may not see calculations.
pub(super) async fn list_keuzes(state: &AppState, wie: &InGemeente) -> Result<Vec<Keuze>, Fout> {
    if !wie.may(Permission::BeleidDoorrekenen) {
        return Ok(Vec::new());
    }
    let actor = wie.actor();
    let list = async |tx: &mut TenantTx| list_doorrekeningen(tx, actor).await;
    let db = &state.db;
    let koppen = db
        .in_tenant(
            "list_doorrekeningen",
            wie.code(),
            DbRol::Opdrachtgever,
            list,
        )
        .await?;
    let keuze = |kop: &Doorrekeningkop| Keuze::new(kop.id.to_string(), name_of(kop));
    Ok(koppen.iter().map(keuze).collect())
}

/// The ways to what is attached; none for who may not see calculations.
pub(super) async fn list_links(
    state: &AppState,
    wie: &InGemeente,
    ids: &[DoorrekeningId],
) -> Result<Vec<Link>, Fout> {
    if ids.is_empty() || !wie.may(Permission::BeleidDoorrekenen) {
        return Ok(Vec::new());
    }
    let actor = wie.actor();
    let list = async |tx: &mut TenantTx| list_doorrekeningen_of(tx, actor, ids).await;
    let db = &state.db;
    let koppen = db
        .in_tenant(
            "list_doorrekeningen_of",
            wie.code(),
            DbRol::Opdrachtgever,
            list,
        )
        .await?;
    let link = |kop: &Doorrekeningkop| {
        Link::new(
            name_of(kop),
            format!("/{}/doorrekenen/{}", wie.code(), kop.id),
        )
    };
    Ok(koppen.iter().map(link).collect())
}

/// The form of a proposal that begins with a kept calculation: its values, its day, and itself attached. Values about
/// which another organ decides are left out.
pub(super) async fn prefill(
    state: &AppState,
    wie: &InGemeente,
    orgaan: Orgaan,
    kenmerk: &str,
) -> Result<Besluitvelden, Fout> {
    let id = DoorrekeningId::parse(kenmerk).map_err(|_| Fout::niet_gevonden())?;
    let actor = wie.actor();
    let find = async |tx: &mut TenantTx| find_doorrekening(tx, actor, id).await;
    let db = &state.db;
    let akte = db
        .in_tenant("find_doorrekening", wie.code(), DbRol::Opdrachtgever, find)
        .await?;
    Ok(Besluitvelden::from_invoer(&invoer_of(&akte, orgaan)))
}

/// Of which organs a kept calculation changes values.
pub(crate) fn list_organen(akte: &Doorrekeningakte) -> Vec<Orgaan> {
    let beslist = |orgaan: &Orgaan| list_wijzigingen(akte, *orgaan).next().is_some();
    Orgaan::ALL.into_iter().filter(beslist).collect()
}

fn list_wijzigingen(akte: &Doorrekeningakte, orgaan: Orgaan) -> impl Iterator<Item = &Wijziging> {
    let beslist = move |wijziging: &&Wijziging| {
        let parameter = catalogus().find(wijziging.parameter.sleutel());
        let regime = parameter.and_then(|p| p.regime_on(akte.vraag.vanaf()));
        regime.is_some_and(|regime| regime.bevoegd.is(orgaan))
    };
    akte.vraag.wijzigingen().iter().filter(beslist)
}

fn invoer_of(akte: &Doorrekeningakte, orgaan: Orgaan) -> VoorstelInvoer {
    let waarde = |wijziging: &Wijziging| WaardeInvoer {
        sleutel: wijziging.parameter.sleutel().to_owned(),
        waarde: wijziging.waarde.invoer_nl(),
        ..WaardeInvoer::default()
    };
    VoorstelInvoer {
        titel: akte.naam.as_str().to_owned(),
        inwerkingtreding: datum_kort(akte.vraag.vanaf()),
        waarden: list_wijzigingen(akte, orgaan).map(waarde).collect(),
        doorrekeningen: vec![akte.id.to_string()],
        ..VoorstelInvoer::default()
    }
}

fn name_of(kop: &Doorrekeningkop) -> String {
    format!("{}, vanaf {}", kop.naam, datum_lang(kop.vanaf))
}
