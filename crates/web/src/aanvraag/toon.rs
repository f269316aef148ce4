//! `/{gemeente}/inwoners/{dossier}/aanvragen/{aanvraag}`: how an application stands and what must be done.

use actix_web::web::Data;
use application::aanvraag::Aanvraagbeeld;
use askama::Template;
use domain::aanvraag::{Aanvraag, Aanvraagstand, Herberekening, Uitkomstbedrag, Voorschot};
use domain::bevoegdheid::Permission;
use http_base::{AppState, InGemeente};
use primitives::{Datum, datum_in_nederland, datum_lang, geld_nl};

use super::adres::{Aanvraagpad, href, ids_of, load, name};
use super::akten::{Akteregel, list_mogelijk, status, term_status};
use super::omschrijving::advance;
use super::voorstelblok::Voorstelblok;
use crate::dossier::hoofd::{address, task_shell};
use crate::onderdelen::{Link, Status, Toon};
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "aanvraag/toon.html")]
struct AanvraagPagina {
    schil: Schil,
    status: Status,
    termijn: Option<Termijnblok>,
    voorschot: Option<(String, Option<Status>)>,
    voorschotten: Vec<String>,
    bezwaar: Option<String>,
    bezwaarstand: Option<String>,
    bezwaarbesluit: Option<&'static str>,
    beroep: Option<String>,
    voorstel: Option<Voorstelblok>,
    eerste: Option<Link>,
    anders: Vec<Link>,
    brief: Option<String>,
    bezwaarbrief: Option<String>,
    herberekend: Option<(Status, String)>,
    herziening: String,
    akten: Vec<Akteregel>,
}

struct Termijnblok {
    wat: &'static str,
    dag: String,
    status: Status,
    uitleg: Vec<String>,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, pad: Aanvraagpad) -> Antwoord {
    wie.require(Permission::DossierLezen)?;
    let beeld = load(&state, &wie, ids_of(&pad.1, &pad.2)?).await?;
    render(&context(&state, &wie, &beeld))
}

fn context(state: &AppState, wie: &InGemeente, beeld: &Aanvraagbeeld) -> AanvraagPagina {
    let aanvraag = &beeld.aanvraag;
    let vandaag = datum_in_nederland(state.clock.now());
    let basis = href(wie, aanvraag);
    let may = |pad: &str| {
        wie.may(match pad {
            "besluit" | "bezwaar" | "handelingen/teruggegeven" => Permission::BeschikkingNemen,
            _ => Permission::AanvraagBehandelen,
        })
    };
    let mogelijk = list_mogelijk(aanvraag, vandaag).into_iter();
    let mut mogelijk = mogelijk
        .filter(|(pad, _)| may(pad))
        .map(|(pad, tekst)| Link::new(tekst, format!("{basis}/{pad}")));
    let terug = format!("{}/beschikkingen", address(wie, aanvraag.kop().dossier));
    AanvraagPagina {
        schil: task_shell(
            state,
            wie,
            &beeld.hoofd,
            &format!("Aanvraag: {}", name(aanvraag).to_lowercase()),
        )
        .kruimel("Beschikkingen", terug),
        status: status(aanvraag),
        termijn: Termijnblok::of(aanvraag, vandaag),
        voorschot: aanvraag.voorschot_uiterlijk().map(|termijn| {
            let is_nu = termijn.dag <= vandaag;
            let status = is_nu.then(|| Status::new(Toon::Fout, "nu nodig"));
            (datum_lang(termijn.dag), status)
        }),
        voorschotten: aanvraag.voorschotten().map(list_voorschot).collect(),
        bezwaar: aanvraag.bezwaar_uiterlijk().map(|t| datum_lang(t.dag)),
        bezwaarstand: aanvraag
            .bezwaar_ontvangen_op()
            .zip(aanvraag.bezwaarstand())
            .map(|(dag, stand)| format!("ontvangen op {}, {}", datum_lang(dag), stand.naam())),
        bezwaarbesluit: aanvraag
            .bezwaarbesluit()
            .map(|besluit| besluit.uitkomst.naam()),
        beroep: aanvraag.beroep_uiterlijk().map(|(_, t)| datum_lang(t.dag)),
        bezwaarbrief: aanvraag
            .bezwaarbesluit()
            .map(|_| format!("{basis}/bezwaarbrief.pdf")),
        voorstel: Voorstelblok::of(beeld),
        eerste: mogelijk.next(),
        anders: mogelijk.collect(),
        herberekend: beeld.herberekening.as_ref().map(compare),
        herziening: format!("{}/recht/herziening", address(wie, aanvraag.kop().dossier)),
        brief: has_letter(aanvraag.stand()).then(|| format!("{basis}/brief.pdf")),
        akten: aanvraag.akten().iter().rev().map(Akteregel::from).collect(),
    }
}

/// `21 november 2026: € 1.331,43: 95% van …`
fn list_voorschot(voorschot: &Voorschot) -> String {
    format!(
        "{}: {}",
        datum_lang(voorschot.verleend_op),
        advance(voorschot)
    )
}

impl Termijnblok {
    /// The term that runs: to decide on the application, or on the objection.
    fn of(aanvraag: &Aanvraag, vandaag: Datum) -> Option<Self> {
        let stand = aanvraag.stand();
        let (wat, termijn) = if stand.is_open_bezwaar() {
            (
                "Beslissen op bezwaar uiterlijk",
                aanvraag.bezwaartermijn(vandaag)?,
            )
        } else if stand == Aanvraagstand::Geadviseerd {
            (
                "Besluit van het college uiterlijk",
                aanvraag.beslistermijn(vandaag),
            )
        } else if stand.is_open() {
            ("Beslissen uiterlijk", aanvraag.beslistermijn(vandaag))
        } else {
            return None;
        };
        Some(Self {
            wat,
            dag: datum_lang(termijn.uiterlijk),
            status: term_status(vandaag, termijn.uiterlijk, termijn.staat_stil),
            uitleg: termijn.uitleg,
        })
    }
}

const fn has_letter(stand: Aanvraagstand) -> bool {
    matches!(stand, Aanvraagstand::Voorgesteld) || stand.is_besloten()
}

/// What the same facts give with what is known now.
fn compare(herberekening: &Herberekening) -> (Status, String) {
    let amount = |kant: &Uitkomstbedrag| match kant.bedrag {
        Some(bedrag) => geld_nl(bedrag),
        None => "niet te bepalen".to_owned(),
    };
    let toen = amount(&herberekening.toen);
    if herberekening.is_gelijk() {
        let zin = format!("Met wat nu bekend is, komt er hetzelfde uit: {toen}.");
        return (Status::new(Toon::Goed, "gelijk"), zin);
    }
    let nu = amount(&herberekening.nu);
    let zin = format!(
        "Bij het besluit was het {toen}. Met wat nu bekend is, is het {nu}. Het besluit blijft zoals het is genomen, tot er een nieuw besluit is."
    );
    (Status::new(Toon::Aandacht, "anders"), zin)
}
