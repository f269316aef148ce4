//! `/{gemeente}/bezwaren`: the objections that wait, whose term ends soonest first.

use actix_web::web::{Data, Query};
use application::bezwaar::{Bezwaarbladwijzer, Wachtend, list_wachtend};
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::bezwaar::Bestredenbesluit;
use http_base::{AppState, DbRol, Fout, InGemeente};
use primitives::{BezwaarId, Datum, datum_in_nederland, datum_kort, parse_datum};
use serde::Deserialize;

use super::adres::href;
use super::akten::{status, who};
use crate::aanvraag::term_status;
use crate::dossier::hoofd;
use crate::onderdelen::{Bladeren, Link, Status};
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "bezwaar/wachtend.html")]
struct WachtendPagina {
    schil: Schil,
    mandaten: String,
    onder: String,
    bezwaren: Vec<Regel>,
    bladeren: Bladeren,
}

struct Regel {
    link: Link,
    wie: String,
    tegen: &'static str,
    termijn: Option<(String, Status)>,
    status: Status,
}

#[derive(Deserialize)]
pub(super) struct Vraag {
    /// Where the page begins: `2026-12-28_01890a5d-…`, a last day and an objection.
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
        .in_tenant(
            "list_wachtende_bezwaren",
            wie.code(),
            DbRol::Uitvoering,
            async |tx| list_wachtend(tx, actor, now, na).await,
        )
        .await?;
    let basis = format!("/{}/bezwaren", wie.code());
    let vandaag = datum_in_nederland(now);
    render(&WachtendPagina {
        schil: Schil::in_gemeente(&state, &wie, "/inwoners", "Bezwaren die wachten")
            .kruimel("Inwoners", format!("/{}/inwoners", wie.code())),
        mandaten: format!("/{}/mandaten", wie.code()),
        onder: if lijst.aantal == 1 {
            "1 bezwaar".to_owned()
        } else {
            format!("{} bezwaren, de eerste termijn bovenaan", lijst.aantal)
        },
        bezwaren: lijst
            .rijen
            .iter()
            .map(|een| Regel::of(&wie, een, vandaag))
            .collect(),
        bladeren: Bladeren {
            vorige: na.map(|_| basis.clone()),
            volgende: lijst.volgende.map(|bladwijzer| {
                let (dag, id) = (bladwijzer.termijn, bladwijzer.bezwaar);
                format!("{basis}?na={dag}_{id}")
            }),
        },
    })
}

fn parse_bladwijzer(na: &str) -> Option<Bezwaarbladwijzer> {
    let (dag, id) = na.split_once('_')?;
    Some(Bezwaarbladwijzer {
        termijn: parse_datum(dag)?,
        bezwaar: BezwaarId::parse(id).ok()?,
    })
}

impl Regel {
    fn of(wie: &InGemeente, een: &Wachtend, vandaag: Datum) -> Self {
        let bezwaar = &een.bezwaar;
        let staat_stil = bezwaar.beslistermijn(vandaag).staat_stil;
        let term = |dag: Datum| (datum_kort(dag), term_status(vandaag, dag, staat_stil));
        Self {
            link: Link::new(hoofd::name(een.naam.as_deref()), href(wie, bezwaar)),
            wie: who(bezwaar),
            tegen: match bezwaar.kop().bestreden.besluit {
                Bestredenbesluit::Aanvraag(_) => bezwaar.kop().bestreden.regeling.omschrijving(),
                Bestredenbesluit::Herziening(_) => "Herziening",
            },
            termijn: bezwaar.termijneinde().map(term),
            status: status(bezwaar),
        }
    }
}
