//! `/{gemeente}/zienswijzen/{ronde}`: a round for one municipality: the own view, the answer to it, and what others said.

use actix_web::web::{Data, Path};
use application::beleid::zienswijze::Rondebeeld;
use askama::Template;
use domain::beleid::zienswijze::{Beantwoording, Zienswijze};
use domain::bevoegdheid::Permission;
use http_base::{AppState, Fout, InGemeente};
use primitives::moment_nl;

use super::lezen::{antwoord_of, pad_in, pad_of, ronde_in, zienswijze_of};
use super::stukken::list_links;
use super::weergave::{
    Feit, Puntregel, Zienswijzeblok, gemeentestatus, list_feiten, list_punten, render_blok,
};
use crate::beleid::voorstellen::Bijlagelink;
use crate::onderdelen::{Link, Status};
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "beleid/zienswijze/gemeente.html")]
struct GemeentePagina {
    schil: Schil,
    status: Status,
    vervolg: Option<String>,
    hoofdactie: Option<Link>,
    feiten: Vec<Feit>,
    toelichting: Option<String>,
    bijlagen: Vec<Bijlagelink>,
    eigen: Zienswijzeblok,
    concept: Option<Concept>,
    anderen: Vec<Zienswijzeblok>,
    ronde: Link,
    acties: Vec<Link>,
}

/// The draft of the council, for its own clerks.
struct Concept {
    strekking: &'static str,
    punten: Vec<Puntregel>,
    bijgewerkt: String,
}

/// What one side wrote so far, and may do next.
struct Eigenwerk {
    zienswijze: Option<Zienswijze>,
    antwoord: Option<Beantwoording>,
}

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
) -> Antwoord {
    let beeld = ronde_in(&state, &wie, &pad.1).await?;
    let werk = load_werk(&state, &wie, &beeld).await?;
    render(&page(&state, &wie, &beeld, &werk))
}

/// Drafts, each for its own side only.
async fn load_werk(
    state: &AppState,
    wie: &InGemeente,
    beeld: &Rondebeeld,
) -> Result<Eigenwerk, Fout> {
    let (actor, code, id) = (wie.actor(), wie.code(), beeld.ronde.kop.id);
    let mut werk = Eigenwerk {
        zienswijze: None,
        antwoord: None,
    };
    if wie.may(Permission::ZienswijzeVastleggen) {
        werk.zienswijze = zienswijze_of(state, actor, code, id).await?;
    }
    if wie.may(Permission::ZienswijzerondeVoorbereiden) {
        werk.antwoord = antwoord_of(state, actor, code, id).await?;
    }
    Ok(werk)
}

fn page(
    state: &AppState,
    wie: &InGemeente,
    beeld: &Rondebeeld,
    werk: &Eigenwerk,
) -> GemeentePagina {
    let (vandaag, kop, code) = (state.clock.today(), &beeld.ronde.kop, wie.code());
    let schil = Schil::in_gemeente(state, wie, "/zienswijzen", kop.titel.clone())
        .kruimel("Zienswijzen", format!("/{code}/zienswijzen"));
    let anderen = beeld.leden.iter().filter(|lid| lid.code != code);
    let mut acties = list_acties(wie, beeld, werk);
    let hoofdactie = (!acties.is_empty()).then(|| acties.remove(0));
    GemeentePagina {
        schil,
        status: gemeentestatus(beeld, code, vandaag),
        vervolg: vervolg(wie, beeld, werk),
        hoofdactie,
        feiten: list_feiten(beeld),
        toelichting: kop.toelichting.clone(),
        bijlagen: list_links(beeld),
        eigen: render_blok(beeld, code, &wie.gemeente.naam, vandaag),
        concept: concept(werk, beeld.find_ingediend(code).is_some()),
        anderen: anderen
            .map(|lid| render_blok(beeld, lid.code, &lid.naam, vandaag))
            .collect(),
        ronde: Link::new("De ronde van alle gemeenten", pad_of(kop.id)),
        acties,
    }
}

fn concept(werk: &Eigenwerk, is_ingediend: bool) -> Option<Concept> {
    let zienswijze = werk.zienswijze.as_ref().filter(|_| !is_ingediend)?;
    let laatste = zienswijze.laatste()?;
    Some(Concept {
        strekking: zienswijze.tekst().strekking.naam(),
        punten: list_punten(&zienswijze.tekst().punten, None),
        bijgewerkt: format!("{} door {}", moment_nl(laatste.op), laatste.door.naam),
    })
}

/// What happens next, in a sentence.
fn vervolg(wie: &InGemeente, beeld: &Rondebeeld, werk: &Eigenwerk) -> Option<String> {
    let wacht = |tekst: &str| Some(tekst.to_owned());
    let sub = &wie.actor().sub;
    let ingediend = beeld.find_ingediend(wie.code());
    match (ingediend, &werk.zienswijze, &werk.antwoord) {
        (None, Some(zienswijze), _) if zienswijze.check_bevestigen(sub).is_err() => {
            wacht("Een collega die er niet aan schreef, leest de zienswijze na en dient haar in.")
        }
        (Some(_), _, Some(antwoord)) if !antwoord.is_vastgesteld() => {
            if antwoord.check_vaststellen(sub).is_ok() {
                wacht("Het antwoord is klaar: lees het na en stel het vast.")
            } else {
                wacht(
                    "Het antwoord is in voorbereiding. Iemand van het bestuur die er niet aan schreef, stelt het vast.",
                )
            }
        }
        _ => None,
    }
}

/// What this person can do, the most likely first.
fn list_acties(wie: &InGemeente, beeld: &Rondebeeld, werk: &Eigenwerk) -> Vec<Link> {
    let pad = pad_in(wie.code(), beeld.ronde.kop.id);
    let link =
        |mag: bool, tekst: &str, deel: &str| mag.then(|| Link::new(tekst, format!("{pad}/{deel}")));
    let sub = &wie.actor().sub;
    if beeld.ronde.check_zienswijze().is_err() {
        return Vec::new();
    }
    let ingediend = beeld.find_ingediend(wie.code());
    let is_griffie = wie.may(Permission::ZienswijzeVastleggen) && ingediend.is_none();
    let kan_indienen = werk
        .zienswijze
        .as_ref()
        .is_some_and(|zienswijze| zienswijze.check_bevestigen(sub).is_ok());
    let met_punten = ingediend.is_some_and(|ingediend| !ingediend.tekst.punten.is_empty());
    let is_open = met_punten && beeld.find_antwoord(wie.code()).is_none();
    let kan_vaststellen = werk
        .antwoord
        .as_ref()
        .is_some_and(|antwoord| antwoord.check_vaststellen(sub).is_ok());
    let opstellen = if werk.zienswijze.is_some() {
        "Zienswijze wijzigen"
    } else {
        "Zienswijze opstellen"
    };
    let antwoorden = if werk.antwoord.is_some() {
        "Antwoord wijzigen"
    } else {
        "Antwoord voorbereiden"
    };
    let acties = [
        link(
            is_griffie && kan_indienen,
            "Nalezen en indienen",
            "indienen",
        ),
        link(is_griffie, opstellen, "opstellen"),
        link(
            is_open && kan_vaststellen && wie.may(Permission::ZienswijzerondeVaststellen),
            "Antwoord nalezen en vaststellen",
            "antwoord/vaststellen",
        ),
        link(
            is_open && wie.may(Permission::ZienswijzerondeVoorbereiden),
            antwoorden,
            "antwoord",
        ),
    ];
    acties.into_iter().flatten().collect()
}
