//! The form of a base: its text, and a field for every parameter that council or college decides.

use askama::Template;
use domain::beleid::{BasisInvoer, BasiswaardeInvoer, Parameter, Soort, catalogus};
use http_base::{AppState, Fout, InGemeente};
use primitives::{Datum, Veldcontrole, Veldfouten};

use crate::beleid::lezen::{ja_nee, render_grenszin};
use crate::formuliervelden::{Fouten, Keuze};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "beleid/basisset/formulier.html")]
pub(super) struct BasisFormulier {
    pub(super) schil: Schil,
    pub(super) fouten: Fouten,
    pub(super) velden: Basisvelden,
    /// Whether the name is still to be chosen.
    pub(super) is_nieuw: bool,
    pub(super) bewerking: u32,
    pub(super) gemeenten: Vec<Keuze>,
    pub(super) blokken: Vec<Themablok>,
    pub(super) verschillen: Vec<Verschil>,
    pub(super) door: String,
    pub(super) ja_nee: Vec<Keuze>,
    pub(super) knop: &'static str,
    pub(super) annuleren: String,
}

/// A field that somebody else wrote differently meanwhile.
pub(super) struct Verschil {
    pub(super) veld: String,
    pub(super) nu: String,
    pub(super) getypt: String,
}

/// The parameters of one subject.
pub(super) struct Themablok {
    pub(super) naam: String,
    pub(super) is_open: bool,
    pub(super) rijen: Vec<Rij>,
}

/// One parameter.
pub(super) struct Rij {
    pub(super) veld_waarde: String,
    pub(super) veld_uitleg: String,
    pub(super) naam: String,
    pub(super) hulp: String,
    pub(super) schrijfwijze: String,
    pub(super) waarde: String,
    pub(super) uitleg: String,
    soort: Soort,
}

impl Rij {
    /// Whether it is answered with yes or no.
    pub(super) fn is_ja_nee(&self) -> bool {
        self.soort == Soort::JaNee
    }

    /// Whether its value takes several lines.
    pub(super) fn is_meer_regels(&self) -> bool {
        self.soort.is_meer_regels()
    }
}

/// The fields as sent, in order; names may come back.
#[derive(Debug, Default)]
pub(super) struct Basisvelden(Vec<(String, String)>);

impl Basisvelden {
    pub(super) const fn new(paren: Vec<(String, String)>) -> Self {
        Self(paren)
    }

    /// The fields of a text.
    pub(super) fn from_invoer(invoer: &BasisInvoer) -> Self {
        let paar = |naam: &str, waarde: &str| (naam.to_owned(), waarde.to_owned());
        let mut paren = vec![
            paar("naam", &invoer.naam),
            paar("toelichting", &invoer.toelichting),
            paar("vanaf", &invoer.vanaf),
        ];
        paren.extend(invoer.leden.iter().map(|lid| paar("leden", lid)));
        for w in &invoer.waarden {
            paren.push(paar(&veld(&w.sleutel, "waarde"), &w.waarde));
            paren.push(paar(&veld(&w.sleutel, "uitleg"), &w.uitleg));
        }
        Self(paren)
    }

    /// The first value of a name; empty when absent.
    pub(super) fn get(&self, naam: &str) -> &str {
        let paar = self.0.iter().find(|(sleutel, _)| sleutel == naam);
        paar.map_or("", |(_, waarde)| waarde)
    }

    /// Whether a name came with this value: a box that was ticked.
    pub(super) fn has(&self, naam: &str, waarde: &str) -> bool {
        self.0.iter().any(|(n, w)| n == naam && w == waarde)
    }

    /// How many acts the base had when the form was opened; a text that is no number was never shown.
    pub(super) fn bewerking(&self) -> u32 {
        self.get("bewerking").parse().unwrap_or(0)
    }

    /// The text as typed, with the parameters for which something was filled in.
    pub(super) fn invoer(&self) -> BasisInvoer {
        let leden = self.0.iter().filter(|(naam, _)| naam == "leden");
        let waarde = |parameter: &Parameter| {
            let sleutel = parameter.sleutel.to_string();
            let (waarde, uitleg) = (
                self.get(&veld(&sleutel, "waarde")),
                self.get(&veld(&sleutel, "uitleg")),
            );
            let is_gevuld = !waarde.trim().is_empty() || !uitleg.trim().is_empty();
            is_gevuld.then(|| BasiswaardeInvoer {
                waarde: waarde.to_owned(),
                uitleg: uitleg.to_owned(),
                sleutel,
            })
        };
        BasisInvoer {
            naam: self.get("naam").to_owned(),
            toelichting: self.get("toelichting").to_owned(),
            vanaf: self.get("vanaf").to_owned(),
            leden: leden.map(|(_, code)| code.clone()).collect(),
            waarden: catalogus().parameters().iter().filter_map(waarde).collect(),
        }
    }
}

/// Faults at the fields of the page, where the domain counted only the parameters that were filled in.
pub(super) fn place_fouten(fouten: &Veldfouten, invoer: &BasisInvoer) -> Fouten {
    let mut controle = Veldcontrole::default();
    for fout in fouten.list() {
        let plek = fout.veld.strip_prefix("waarden.").and_then(|rest| {
            let (nummer, naam) = rest.split_once('.')?;
            let waarde = invoer.waarden.get(nummer.parse::<usize>().ok()?)?;
            Some(veld(&waarde.sleutel, naam))
        });
        controle.refuse(
            plek.unwrap_or_else(|| fout.veld.clone()),
            fout.melding.clone(),
        );
    }
    controle
        .finish()
        .err()
        .unwrap_or_else(|| fouten.clone())
        .into()
}

/// What the page of a form shows beside its text.
pub(super) struct Formuliersoort {
    pub(super) schil: Schil,
    pub(super) is_nieuw: bool,
    pub(super) bewerking: u32,
    pub(super) knop: &'static str,
    pub(super) annuleren: String,
}

/// The page of the form.
pub(super) async fn form(
    state: &AppState,
    wie: &InGemeente,
    soort: Formuliersoort,
    velden: Basisvelden,
    fouten: Fouten,
) -> Result<BasisFormulier, Fout> {
    let alle = state.gemeenten.load(&state.db, state.clock.now()).await?;
    let keuze = |code: String, naam: &str| Keuze::new(code, naam);
    let mut gemeenten: Vec<Keuze> = alle
        .iter()
        .map(|g| keuze(g.code.to_string(), &g.naam))
        .collect();
    let eigen = wie.code().to_string();
    gemeenten.sort_by_key(|gemeente| gemeente.waarde != eigen);
    Ok(BasisFormulier {
        blokken: list_blokken(&velden, &fouten, state.clock.today()),
        schil: soort.schil,
        fouten,
        is_nieuw: soort.is_nieuw,
        bewerking: soort.bewerking,
        gemeenten,
        verschillen: Vec::new(),
        door: String::new(),
        ja_nee: ja_nee(),
        knop: soort.knop,
        annuleren: soort.annuleren,
        velden,
    })
}

fn list_blokken(velden: &Basisvelden, fouten: &Fouten, vandaag: Datum) -> Vec<Themablok> {
    let blok = |thema: &domain::beleid::Thema| {
        let parameters = catalogus().parameters().iter();
        let eigen = parameters.filter(|p| p.thema == thema.code && is_te_besluiten(p, vandaag));
        let rijen: Vec<Rij> = eigen.map(|p| rij(p, velden, vandaag)).collect();
        let is_fout = |rij: &Rij| {
            let velden = [&rij.veld_waarde, &rij.veld_uitleg];
            velden.iter().any(|veld| fouten.voor(veld).is_some())
        };
        Themablok {
            naam: thema.naam.clone(),
            is_open: rijen
                .iter()
                .any(|rij| !rij.waarde.is_empty() || is_fout(rij)),
            rijen,
        }
    };
    let blokken = catalogus().themas().iter().map(blok);
    blokken.filter(|blok| !blok.rijen.is_empty()).collect()
}

/// Whether council or college decides about it, now or later.
fn is_te_besluiten(parameter: &Parameter, vandaag: Datum) -> bool {
    parameter.regimes.iter().any(|regime| {
        regime.bevoegd.orgaan().is_some() && regime.periode.tot().is_none_or(|tot| tot > vandaag)
    })
}

fn rij(parameter: &Parameter, velden: &Basisvelden, vandaag: Datum) -> Rij {
    let sleutel = parameter.sleutel.as_str();
    let mut schrijfwijze = parameter.soort.schrijfwijze().to_owned();
    let regime = parameter.regime_on(vandaag).or(parameter.regimes.last());
    for grens in regime.map_or(&[][..], |regime| &regime.grenzen) {
        schrijfwijze.push_str(&format!(" De wet: {}.", render_grenszin(parameter, grens)));
    }
    let (veld_waarde, veld_uitleg) = (veld(sleutel, "waarde"), veld(sleutel, "uitleg"));
    Rij {
        naam: parameter.naam.clone(),
        hulp: parameter.uitleg.clone(),
        schrijfwijze,
        waarde: velden.get(&veld_waarde).to_owned(),
        uitleg: velden.get(&veld_uitleg).to_owned(),
        veld_waarde,
        veld_uitleg,
        soort: parameter.soort,
    }
}

fn veld(sleutel: &str, naam: &str) -> String {
    format!("waarden.{sleutel}.{naam}")
}
