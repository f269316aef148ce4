//! `/{gemeente}/inwoners/{dossier}/aanvragen/{aanvraag}`: how an application stands and what must be done.

use actix_web::web::Data;
use application::aanvraag::Aanvraagbeeld;
use askama::Template;
use domain::aanvraag::{
    Aanvraag, Aanvraagstand, Beslistermijn, Herberekening, Uitkomstbedrag, Voorschot,
};
use domain::bevoegdheid::Permission;
use domain::bezwaar::Bestredenbesluit;
use http_base::{AppState, InGemeente};
use primitives::{Datum, datum_in_nederland, datum_lang, geld_nl};

use super::adres::{Aanvraagpad, href, ids_of, load, name};
use super::akten::{line, list_mogelijk, status, term_status};
use super::omschrijving::advance;
use super::voorstelblok::Voorstelblok;
use crate::bezwaar::{Bezwaarregel, list_regels, replaced_by};
use crate::dossier::hoofd::{address, task_shell};
use crate::onderdelen::{Akteregel, Link, Status, Toon};
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
    bezwaren: Vec<Bezwaarregel>,
    /// What holds in the place of the decision, and the objection that it came from.
    vervangen: Option<Link>,
    voorstel: Option<Voorstelblok>,
    eerste: Option<Link>,
    anders: Vec<Link>,
    brief: Option<String>,
    herberekend: Option<(Status, String)>,
    herziening: String,
    akten: Vec<Akteregel>,
}

/// A term that runs, with its arithmetic.
pub(crate) struct Termijnblok {
    pub(crate) wat: &'static str,
    pub(crate) dag: String,
    pub(crate) status: Status,
    pub(crate) uitleg: Vec<String>,
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
            "besluit" | "handelingen/teruggegeven" => Permission::BeschikkingNemen,
            _ => Permission::AanvraagBehandelen,
        })
    };
    let mogelijk = list_mogelijk(aanvraag, vandaag).into_iter();
    let mut mogelijk = mogelijk
        .filter(|(pad, _)| may(pad))
        .map(|(pad, tekst)| Link::new(tekst, format!("{basis}/{pad}")));
    let terug = format!("{}/beschikkingen", address(wie, aanvraag.kop().dossier));
    let tegen = Bestredenbesluit::Aanvraag(aanvraag.kop().id);
    let vervangen = replaced_by(wie, tegen, &beeld.bezwaren);
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
        bezwaren: list_regels(wie, &beeld.bezwaren),
        voorstel: Voorstelblok::of(beeld),
        eerste: mogelijk.next(),
        anders: mogelijk.collect(),
        herberekend: beeld
            .herberekening
            .as_ref()
            .filter(|_| vervangen.is_none())
            .map(compare),
        vervangen,
        herziening: format!("{}/recht/herziening", address(wie, aanvraag.kop().dossier)),
        brief: has_letter(aanvraag.stand()).then(|| format!("{basis}/brief.pdf")),
        akten: aanvraag.akten().iter().rev().map(line).collect(),
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
    /// A term as it stands today.
    pub(crate) fn new(wat: &'static str, vandaag: Datum, termijn: Beslistermijn) -> Self {
        Self {
            wat,
            dag: datum_lang(termijn.uiterlijk),
            status: term_status(vandaag, termijn.uiterlijk, termijn.staat_stil),
            uitleg: termijn.uitleg,
        }
    }

    /// The term that runs: to decide on the application.
    fn of(aanvraag: &Aanvraag, vandaag: Datum) -> Option<Self> {
        let stand = aanvraag.stand();
        let wat = if stand == Aanvraagstand::Geadviseerd {
            "Besluit van het college uiterlijk"
        } else if stand.is_open() {
            "Beslissen uiterlijk"
        } else {
            return None;
        };
        Some(Self::new(wat, vandaag, aanvraag.beslistermijn(vandaag)))
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
