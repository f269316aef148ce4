//! `/{gemeente}/aanvragen`: the applications that wait, whose term ends soonest first.

use actix_web::web::{Data, Query};
use application::aanvraag::{Wachtend, Werkbladwijzer, list_wachtend};
use askama::Template;
use domain::bevoegdheid::Permission;
use http_base::{AppState, DbRol, Fout, InGemeente};
use primitives::{AanvraagId, Datum, datum_in_nederland, datum_kort, parse_datum};
use serde::Deserialize;

use super::adres::{href, name};
use super::akten::{status, term_status};
use crate::dossier::hoofd;
use crate::onderdelen::{Bladeren, Link, Status, Toon};
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "aanvraag/wachtend.html")]
struct WachtendPagina {
    schil: Schil,
    mandaten: String,
    onder: String,
    aanvragen: Vec<Regel>,
    bladeren: Bladeren,
}

struct Regel {
    link: Link,
    regeling: String,
    /// The last day with how much time is left; none while the clock stands still without an end.
    termijn: Option<(String, Status)>,
    status: Status,
    /// Whether an advance is due.
    voorschot: Option<Status>,
}

#[derive(Deserialize)]
pub(super) struct Vraag {
    /// Where the page begins: `2026-12-28_01890a5d-…`, a last day and an application.
    #[serde(default)]
    na: String,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, vraag: Query<Vraag>) -> Antwoord {
    wie.require(Permission::AanvraagBehandelen)?;
    let (actor, now) = (wie.actor(), state.clock.now());
    let na = (!vraag.na.is_empty())
        .then(|| parse_bladwijzer(&vraag.na).ok_or_else(Fout::niet_gevonden))
        .transpose()?;
    let lijst = state
        .db
        .in_tenant("list_wachtend", wie.code(), DbRol::Uitvoering, async |tx| {
            list_wachtend(tx, actor, now, na).await
        })
        .await?;
    let basis = format!("/{}/aanvragen", wie.code());
    let vandaag = datum_in_nederland(now);
    render(&WachtendPagina {
        schil: Schil::in_gemeente(&state, &wie, "/inwoners", "Aanvragen die wachten")
            .kruimel("Inwoners", format!("/{}/inwoners", wie.code())),
        mandaten: format!("/{}/mandaten", wie.code()),
        onder: if lijst.aantal == 1 {
            "1 aanvraag".to_owned()
        } else {
            format!("{} aanvragen, de eerste termijn bovenaan", lijst.aantal)
        },
        aanvragen: lijst
            .rijen
            .iter()
            .map(|een| Regel::of(&wie, een, vandaag))
            .collect(),
        bladeren: Bladeren {
            vorige: na.map(|_| basis.clone()),
            volgende: lijst.volgende.map(|bladwijzer| {
                let (dag, id) = (bladwijzer.volgorde, bladwijzer.aanvraag);
                format!("{basis}?na={dag}_{id}")
            }),
        },
    })
}

fn parse_bladwijzer(na: &str) -> Option<Werkbladwijzer> {
    let (dag, id) = na.split_once('_')?;
    Some(Werkbladwijzer {
        volgorde: parse_datum(dag)?,
        aanvraag: AanvraagId::parse(id).ok()?,
    })
}

impl Regel {
    fn of(wie: &InGemeente, een: &Wachtend, vandaag: Datum) -> Self {
        let aanvraag = &een.aanvraag;
        let staat_stil = aanvraag.stand().is_open() && aanvraag.beslistermijn(vandaag).staat_stil;
        let term = |dag: Datum| (datum_kort(dag), term_status(vandaag, dag, staat_stil));
        Self {
            link: Link::new(hoofd::name(een.naam.as_deref()), href(wie, aanvraag)),
            regeling: name(aanvraag),
            termijn: aanvraag.termijneinde().map(term),
            status: status(aanvraag),
            voorschot: aanvraag
                .voorschot_uiterlijk()
                .filter(|termijn| termijn.dag <= vandaag)
                .map(|_| Status::new(Toon::Fout, "voorschot nodig")),
        }
    }
}
