//! What a file would change, line by line, and the proposal that can be made of it.

use askama::Template;
use domain::beleid::{
    Orgaan, Parameter, Proefrapport, Proefregel, Uitslag, VoorstelInvoer, Waarde,
};
use http_base::{AppState, InGemeente};
use primitives::{Datum, datum_kort};

use super::proef::schil;
use crate::beleid::besluitvelden::Besluitvelden;
use crate::beleid::lezen::organen_of;
use crate::onderdelen::{Status, Toon};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "beleid/bestand/rapport.html")]
pub(super) struct RapportPagina {
    schil: Schil,
    telling: Vec<(&'static str, String)>,
    is_zonder_verschil: bool,
    fouten: Vec<String>,
    rijen: Vec<Rij>,
    voorstellen: Vec<Voorstelknop>,
    is_over_te_nemen: bool,
    actie: String,
    terug: String,
}

/// A line that changes something, or cannot be taken over.
struct Rij {
    plaats: u64,
    naam: String,
    gebied: String,
    was: String,
    wordt: String,
    status: Status,
    fouten: Vec<String>,
}

/// The form that makes a proposal to one organ.
struct Voorstelknop {
    code: &'static str,
    aan: &'static str,
    aantal: usize,
    velden: Vec<(String, String)>,
}

/// The page of a report.
pub(super) fn report_page(
    state: &AppState,
    wie: &InGemeente,
    rapport: &Proefrapport,
    inwerkingtreding: &str,
) -> RapportPagina {
    let anders = |regel: &&Proefregel| regel.uitslag != Uitslag::Ongewijzigd;
    let organen = organen_of(wie);
    let mag = |(orgaan, _): &&(Orgaan, VoorstelInvoer)| organen.contains(orgaan);
    let is_over_te_nemen = rapport.is_over_te_nemen();
    let voorstellen = rapport.voorstellen.iter().filter(mag);
    RapportPagina {
        schil: schil(state, wie, "Proef met een bestand")
            .kruimel(
                "Beleid als bestand",
                format!("/{}/beleid/bestand", wie.code()),
            )
            .stand(format!(
                "Wat dit bestand zou wijzigen vanaf {inwerkingtreding}. Er is niets bewaard."
            )),
        telling: vec![
            ("Nieuw", rapport.nieuw().to_string()),
            ("Gewijzigd", rapport.gewijzigd().to_string()),
            ("Ongewijzigd", rapport.ongewijzigd().to_string()),
            ("Geweigerd", rapport.geweigerd().to_string()),
        ],
        is_zonder_verschil: rapport.is_zonder_verschil(),
        fouten: rapport
            .fouten
            .iter()
            .map(|fout| format!("{}: {}", fout.veld, fout.melding))
            .collect(),
        rijen: rapport.regels.iter().filter(anders).map(rij).collect(),
        voorstellen: voorstellen
            .filter(|_| is_over_te_nemen)
            .map(|(orgaan, invoer)| knop(*orgaan, invoer))
            .collect(),
        is_over_te_nemen,
        actie: format!("/{}/voorstellen/nieuw", wie.code()),
        terug: format!("/{}/beleid/bestand", wie.code()),
    }
}

fn rij(regel: &Proefregel) -> Rij {
    let render = |waarde: &Waarde| {
        let parameter = regel.parameter;
        parameter.map_or_else(|| waarde.tekst_nl(), |p: &Parameter| p.render(waarde))
    };
    let met_einde = |(waarde, tot): &(Waarde, Option<Datum>)| match tot {
        Some(tot) => format!("{} (tot {})", render(waarde), datum_kort(*tot)),
        None => render(waarde),
    };
    let (toon, was, wordt) = match &regel.uitslag {
        Uitslag::Nieuw { wordt } => (Toon::Goed, "Niet vastgesteld".to_owned(), render(wordt)),
        Uitslag::Gewijzigd { was, wordt } => (Toon::Aandacht, met_einde(was), met_einde(wordt)),
        Uitslag::Ongewijzigd => (Toon::Neutraal, String::new(), String::new()),
        Uitslag::Geweigerd(_) => (Toon::Fout, String::new(), String::new()),
    };
    let fouten = match &regel.uitslag {
        Uitslag::Geweigerd(fouten) => fouten.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    };
    Rij {
        plaats: regel.plaats,
        naam: regel
            .parameter
            .map_or_else(|| regel.sleutel.clone(), |p| p.naam.clone()),
        gebied: regel.gebied.clone(),
        was,
        wordt,
        status: Status::new(toon, regel.uitslag.naam()),
        fouten,
    }
}

/// The fields of the form for a new proposal, without the title: the clerk types that.
fn knop(orgaan: Orgaan, invoer: &VoorstelInvoer) -> Voorstelknop {
    let velden = Besluitvelden::from_invoer(invoer);
    Voorstelknop {
        code: orgaan.code(),
        aan: orgaan.in_een_zin(),
        aantal: invoer.waarden.len(),
        velden: velden
            .list()
            .iter()
            .filter(|(naam, _)| naam != "titel")
            .cloned()
            .collect(),
    }
}
