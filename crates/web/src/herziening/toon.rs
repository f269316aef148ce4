//! `/{gemeente}/inwoners/{dossier}/recht/herziening/{herziening}`: how a review stands, what comes out, what must be done.

use actix_web::web::Data;
use application::herziening::Herzieningsbeeld;
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::bezwaar::Bestredenbesluit;
use domain::herziening::{Feitwijziging, Herzieningsstand, Oordeel, Oorzaakoordeel};
use http_base::{AppState, InGemeente};
use primitives::datum_lang;

use super::adres::{Zaakpad, href, ids_of, list_href, load, name};
use super::akten::{line, list_mogelijk, status};
use super::oorzaakvelden::describe;
use super::uitkomst::Uitkomst;
use crate::bezwaar::{Bezwaarregel, list_regels, replaced_by};
use crate::dossier::hoofd::{address, task_shell};
use crate::onderdelen::{Akteregel, Link, Status};
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "herziening/toon.html")]
struct HerzieningPagina {
    schil: Schil,
    basis: String,
    gezien: usize,
    status: Status,
    bezwaar: Option<String>,
    /// The objection in which the months are calculated again.
    in_bezwaar: Option<String>,
    eerste: Option<Link>,
    anders: Vec<Link>,
    feiten: Vec<Feitregel>,
    mag_wijzigen: bool,
    is_beoordeeld: bool,
    oorzaken: Vec<Oorzaakregel>,
    /// Whether taxes are claimed too, and why.
    bruto: Option<String>,
    uitkomst: Uitkomst,
    voorstel: Option<Voorstelblok>,
    bezwaren: Vec<Bezwaarregel>,
    /// What holds in the place of the decision, and the objection that it came from.
    vervangen: Option<Link>,
    akten: Vec<Akteregel>,
}

struct Feitregel {
    nummer: u32,
    zin: String,
    artikel: &'static str,
}

/// A cause with its months and what is left.
struct Oorzaakregel {
    plek: usize,
    maanden: String,
    tekst: &'static str,
    artikel: &'static str,
    dringend: Option<String>,
    /// Whether it has months of its own, so that it may go by itself.
    is_eigen: bool,
}

struct Voorstelblok {
    door: String,
    namens: &'static str,
    besluiten: String,
    motivering: String,
    afwegingen: Vec<String>,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, pad: Zaakpad) -> Antwoord {
    let beeld = load(&state, &wie, ids_of(&pad.1, &pad.2)?).await?;
    render(&context(&state, &wie, &beeld))
}

fn context(state: &AppState, wie: &InGemeente, beeld: &Herzieningsbeeld) -> HerzieningPagina {
    let zaak = &beeld.zaak;
    let basis = href(wie, zaak);
    let heeft_vordering = !beeld.uitkomst.list_jaren().is_empty();
    let may = |pad: &str| {
        wie.may(match pad {
            "besluit" | "handelingen/teruggegeven" => Permission::BeschikkingNemen,
            _ => Permission::AanvraagBehandelen,
        })
    };
    let mut mogelijk = list_mogelijk(zaak)
        .into_iter()
        .filter(|(pad, _)| may(pad) && (*pad != "bruto" || heeft_vordering))
        .map(|(pad, tekst)| Link::new(tekst, format!("{basis}/{pad}")));
    let feit = |(nummer, feit): (u32, &Feitwijziging)| Feitregel {
        nummer,
        zin: feit.zin(),
        artikel: feit.wat.artikel(),
    };
    let dossier = zaak.kop().dossier;
    HerzieningPagina {
        schil: task_shell(
            state,
            wie,
            &beeld.hoofd,
            &format!("Herziening: {}", name(zaak)),
        )
        .kruimel("Recht", format!("{}/recht", address(wie, dossier)))
        .kruimel("Herzieningen", list_href(wie, dossier)),
        gezien: zaak.akten().len(),
        status: status(zaak),
        bezwaar: zaak.bekendmaking().map(|(_, dag)| datum_lang(dag.dag)),
        in_bezwaar: zaak
            .kop()
            .in_bezwaar
            .map(|id| format!("{}/bezwaren/{id}", address(wie, dossier))),
        eerste: mogelijk.next(),
        anders: mogelijk.collect(),
        feiten: zaak.list_feiten().into_iter().map(feit).collect(),
        mag_wijzigen: zaak.stand() == Herzieningsstand::InBewerking
            && wie.may(Permission::AanvraagBehandelen),
        is_beoordeeld: zaak.find_oordeel().is_some(),
        oorzaken: zaak.find_oordeel().map_or_else(Vec::new, list_oorzaken),
        bruto: zaak
            .find_oordeel()
            .and_then(|oordeel| oordeel.bruto.as_ref())
            .map(|bruto| bruto.waarom.clone()),
        uitkomst: Uitkomst::from(&beeld.uitkomst),
        voorstel: Voorstelblok::of(beeld),
        bezwaren: list_regels(wie, &beeld.bezwaren),
        vervangen: replaced_by(
            wie,
            Bestredenbesluit::Herziening(zaak.kop().id),
            &beeld.bezwaren,
        ),
        akten: zaak.akten().iter().rev().map(line).collect(),
        basis,
    }
}

fn list_oorzaken(oordeel: &Oordeel) -> Vec<Oorzaakregel> {
    let regel = |(plek, een): (usize, &Oorzaakoordeel)| Oorzaakregel {
        plek,
        maanden: een.maanden().unwrap_or_else(|| {
            let is_enige = oordeel.oorzaken.len() == 1;
            let tekst = if is_enige {
                "Alle maanden"
            } else {
                "De andere maanden"
            };
            tekst.to_owned()
        }),
        tekst: describe(een.oorzaak),
        artikel: een.oorzaak.grondslag(),
        dringend: een
            .dringende_redenen
            .as_ref()
            .map(|reden| format!("{} {}", reden.keuze(), reden.waarom)),
        is_eigen: !een.is_hoofd(),
    };
    oordeel.oorzaken.iter().enumerate().map(regel).collect()
}

impl Voorstelblok {
    fn of(beeld: &Herzieningsbeeld) -> Option<Self> {
        let voorstel = beeld.zaak.find_voorstel()?;
        let (_, door) = beeld.zaak.find_voorsteller()?;
        let namen = voorstel
            .besluiten
            .iter()
            .map(|besluit| besluit.naam().to_lowercase());
        let namen: Vec<_> = namen.collect();
        Some(Self {
            door: door.naam.clone(),
            namens: beeld.namens.naam(),
            besluiten: namen.join(", "),
            motivering: voorstel.motivering.clone(),
            afwegingen: list_afwegingen(beeld),
        })
    }
}

/// What was weighed, as sentences.
pub(super) fn list_afwegingen(beeld: &Herzieningsbeeld) -> Vec<String> {
    let voorstel = beeld.zaak.find_voorstel();
    voorstel.map_or_else(Vec::new, |voorstel| {
        voorstel
            .afwegingen
            .iter()
            .map(|een| format!("{} ({}) Waarom: {}", een.keuze, een.artikel, een.reden))
            .collect()
    })
}
