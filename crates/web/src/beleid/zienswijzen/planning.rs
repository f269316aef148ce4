//! `/planning`: what of the planning and control cycle is due when in a year, as a list and as a picture.

use actix_web::HttpRequest;
use actix_web::web::{Data, Query};
use application::beleid::zienswijze::{ZienswijzeError, load_planning, record_planstap};
use askama::Template;
use domain::beleid::Notatie;
use domain::beleid::zienswijze::{Planning, Planpunt, Planstand, StapInvoer};
use domain::bevoegdheid::Permission;
use http_base::{Aangemeld, AppState, DbRol, Formulier, Fout, TenantTx};
use primitives::{Datum, datum_kort};
use serde::Deserialize;

use super::lezen::pad_of;
use crate::formuliervelden::{Fouten, Keuze};
use crate::onderdelen::{Status, Toon};
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;
use crate::sturing::own_gemeente;

/// The picture, in its own units: from the first to the last day, and how far apart two dots at least are.
const LINKS: i32 = 10;
const BREED: i32 = 780;
const TUSSEN: i32 = 26;

#[derive(Template)]
#[template(path = "beleid/zienswijze/planning.html")]
struct PlanningPagina {
    schil: Schil,
    fouten: Fouten,
    jaar: i16,
    vorig: i16,
    volgend: i16,
    regels: Vec<Regel>,
    maanden: Vec<(i32, &'static str)>,
    vandaag: Option<i32>,
    stappen: Vec<Keuze>,
    invoer: Stapvelden,
}

/// Something that is due.
struct Regel {
    nummer: usize,
    dag: String,
    wat: String,
    href: Option<String>,
    grond: String,
    status: Status,
    /// Where its dot stands in the picture, and on which of three heights.
    x: i32,
    y: i32,
}

#[derive(Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Stapvelden {
    /// The step and the year that it is about: `begroting-naar-gs 2027`.
    #[serde(default)]
    stap: String,
    #[serde(default)]
    gedaan_op: String,
    #[serde(default)]
    jaar: String,
}

#[derive(Default, Deserialize)]
struct Vraag {
    jaar: Option<i16>,
}

pub(super) async fn show(state: Data<AppState>, wie: Aangemeld, verzoek: HttpRequest) -> Antwoord {
    let vraag = Query::<Vraag>::from_query(verzoek.query_string())?;
    let invoer = Stapvelden::default();
    render(&page(&state, &wie, vraag.jaar, invoer, Fouten::geen()).await?)
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: Aangemeld,
    form: Formulier<Stapvelden>,
) -> Antwoord {
    let gemeente = own_gemeente(&wie, Permission::ZienswijzerondeVoorbereiden)?.code;
    let velden = form.0;
    let (stap, over) = velden.stap.split_once(' ').unwrap_or((&velden.stap, ""));
    let invoer = StapInvoer {
        stap: stap.to_owned(),
        jaar: over.to_owned(),
        gedaan_op: velden.gedaan_op.clone(),
    };
    let (actor, now) = (wie.actor(), state.clock.now());
    let uitkomst: Result<_, ZienswijzeError> = state
        .db
        .in_tenant(
            "record_planstap",
            gemeente,
            DbRol::Uitvoering,
            async |tx: &mut TenantTx| {
                record_planstap(tx, actor, now, (&invoer, Notatie::Formulier)).await
            },
        )
        .await;
    let jaar = velden.jaar.parse().ok();
    match uitkomst {
        Ok(()) => {
            let pad = format!("/planning?jaar={}", kies_jaar(&state, jaar));
            wie.redirect(&state, &pad, "Vastgelegd dat deze stap is gedaan.")
                .await
        }
        Err(ZienswijzeError::Invoer(fouten)) => {
            render_invalid(&page(&state, &wie, jaar, velden, fouten.into()).await?)
        }
        Err(fout) => Err(fout.into()),
    }
}

async fn page(
    state: &AppState,
    wie: &Aangemeld,
    gevraagd: Option<i16>,
    invoer: Stapvelden,
    fouten: Fouten,
) -> Result<PlanningPagina, Fout> {
    let gemeente = own_gemeente(wie, Permission::BeleidLezen)?.code;
    let (actor, vandaag, jaar) = (wie.actor(), state.clock.today(), kies_jaar(state, gevraagd));
    let werk = async |tx: &mut TenantTx| -> Result<_, ZienswijzeError> {
        load_planning(tx, actor, vandaag, jaar).await
    };
    let planning = state
        .db
        .in_tenant("load_planning", gemeente, DbRol::Opdrachtgever, werk)
        .await?;
    let mag = actor
        .require_somewhere(Permission::ZienswijzerondeVoorbereiden)
        .is_ok();
    Ok(PlanningPagina {
        schil: Schil::platform(state, wie, "/planning", format!("Planning {jaar}")),
        fouten,
        jaar,
        vorig: jaar.saturating_sub(1),
        volgend: jaar.saturating_add(1),
        maanden: list_maanden(jaar),
        vandaag: (vandaag.year() == jaar).then(|| x_of(vandaag)),
        stappen: if mag {
            list_stappen(&planning)
        } else {
            Vec::new()
        },
        regels: list_regels(&planning),
        invoer,
    })
}

/// The year that was asked for, within the years whose terms are known; else this year.
fn kies_jaar(state: &AppState, gevraagd: Option<i16>) -> i16 {
    gevraagd
        .filter(|jaar| (2016..=2198).contains(jaar))
        .unwrap_or_else(|| state.clock.today().year())
}

/// Steps that somebody can say are done.
fn list_stappen(planning: &Planning) -> Vec<Keuze> {
    let keuze = |punt: &Planpunt| {
        let (stap, jaar) = punt.stap?;
        Some(Keuze::new(
            format!("{} {jaar}", stap.code()),
            stap.naam(jaar),
        ))
    };
    planning.punten.iter().filter_map(keuze).collect()
}

fn list_regels(planning: &Planning) -> Vec<Regel> {
    let mut regels: Vec<Regel> = Vec::with_capacity(planning.punten.len());
    for (plek, punt) in planning.punten.iter().enumerate() {
        let x = x_of(punt.dag);
        // A dot too close to the one before it stands a step lower, so that both numbers can be read.
        let y = match regels.last() {
            Some(eerder) if x - eerder.x < TUSSEN => (eerder.y + TUSSEN) % (4 * TUSSEN),
            _ => 0,
        };
        regels.push(Regel {
            nummer: plek + 1,
            dag: datum_kort(punt.dag),
            wat: punt.wat.clone(),
            href: punt.ronde.map(pad_of),
            grond: punt.artikel.unwrap_or("afgesproken").to_owned(),
            status: status_of(punt.stand),
            x,
            y,
        });
    }
    regels
}

fn status_of(stand: Planstand) -> Status {
    match stand {
        Planstand::Gedaan(Some(dag)) => {
            Status::new(Toon::Goed, format!("gedaan op {}", datum_kort(dag)))
        }
        Planstand::Gedaan(None) => Status::new(Toon::Goed, "gedaan"),
        Planstand::Komt => Status::new(Toon::Neutraal, "komt nog"),
        Planstand::TeLaat => Status::new(Toon::Fout, "te laat"),
    }
}

/// Where a day stands in the picture of its year.
fn x_of(dag: Datum) -> i32 {
    LINKS + i32::from(dag.day_of_year() - 1) * BREED / 365
}

/// Where each month begins, with its first letters.
fn list_maanden(jaar: i16) -> Vec<(i32, &'static str)> {
    const NAMEN: [&str; 12] = [
        "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
    ];
    let maand = |(nummer, naam)| Some((x_of(Datum::new(jaar, nummer, 1).ok()?), naam));
    (1..).zip(NAMEN).filter_map(maand).collect()
}
