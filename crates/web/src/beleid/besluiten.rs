//! `/{gemeente}/besluiten`: the decisions, the latest meeting first.

use actix_web::web::{Data, Query};
use application::beleid::{BeleidError, BesluitenVraag, Besluitpositie, list_besluiten};
use askama::Template;
use domain::beleid::{Besluitakte, Orgaan};
use domain::bevoegdheid::Permission;
use http_base::{AppState, DbRol, InGemeente, TenantTx};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use primitives::{BesluitId, datum_kort, parse_datum};
use serde::Deserialize;

use super::lezen::{link_to, organen_of, status_of};
use crate::onderdelen::{Bladeren, Link, Status};
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

const PER_PAGINA: u8 = 20;

#[derive(Debug, Default, Deserialize)]
pub(super) struct Vraag {
    #[serde(default)]
    zoek: String,
    #[serde(default)]
    orgaan: String,
    /// The last decision of the page before: `2025-12-11_0189...`.
    #[serde(default)]
    na: String,
}

#[derive(Template)]
#[template(path = "beleid/besluiten.html")]
struct BesluitenPagina {
    schil: Schil,
    vraag: Vraag,
    rijen: Vec<Rij>,
    bladeren: Bladeren,
    voorstellen: String,
    nieuw: Option<Link>,
}

struct Rij {
    link: Link,
    titel: String,
    vergadering: String,
    uitkomst: String,
    status: Status,
    waarden: usize,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, vraag: Query<Vraag>) -> Antwoord {
    wie.require(Permission::BeleidLezen)?;
    let vraag = vraag.into_inner();
    let opdracht = BesluitenVraag {
        orgaan: Orgaan::from_code(&vraag.orgaan),
        zoek: Some(vraag.zoek.clone()),
        na: parse_positie(&vraag.na),
        aantal: PER_PAGINA,
    };
    let actor = wie.actor();
    let lijst: Result<_, BeleidError> = state
        .db
        .in_tenant(
            "list_besluiten",
            wie.code(),
            DbRol::Opdrachtgever,
            async |tx: &mut TenantTx| list_besluiten(tx, actor, opdracht.clone()).await,
        )
        .await;
    let lijst = lijst?;
    let zoek = utf8_percent_encode(&vraag.zoek, NON_ALPHANUMERIC);
    let volgende = lijst.volgende.map(|na| {
        let orgaan = opdracht.orgaan.map_or("", Orgaan::code);
        format!(
            "?zoek={zoek}&orgaan={orgaan}&na={}_{}",
            na.vergaderdatum, na.id
        )
    });
    let vorige = (!vraag.na.is_empty()).then(|| format!("/{}/besluiten?zoek={zoek}", wie.code()));
    let nieuw = (!organen_of(&wie).is_empty()).then(|| {
        Link::new(
            "Besluit vastleggen",
            format!("/{}/besluiten/nieuw", wie.code()),
        )
    });
    render(&BesluitenPagina {
        schil: Schil::in_gemeente(&state, &wie, "/besluiten", "Besluiten"),
        rijen: lijst.besluiten.iter().map(rij).collect(),
        bladeren: Bladeren { vorige, volgende },
        voorstellen: format!("/{}/voorstellen", wie.code()),
        vraag,
        nieuw,
    })
}

fn rij(akte: &Besluitakte) -> Rij {
    let besluit = &akte.besluit;
    let kop = besluit.kop();
    Rij {
        link: link_to(&besluit.verwijzing()),
        titel: kop.titel.clone(),
        vergadering: datum_kort(kop.vergaderdatum),
        uitkomst: kop.uitkomst.to_string(),
        status: status_of(besluit.stand()),
        waarden: besluit.waarden().len(),
    }
}

/// A place in the list; none starts at the top, also when somebody changed the address by hand.
fn parse_positie(tekst: &str) -> Option<Besluitpositie> {
    let (dag, id) = tekst.split_once('_')?;
    let vergaderdatum = parse_datum(dag)?;
    BesluitId::parse(id)
        .map(|id| Besluitpositie { vergaderdatum, id })
        .ok()
}
