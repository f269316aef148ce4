//! The report to read. Everything is written out here; the template only lays it out.

mod hoofdstuk;
mod woorden;

use primitives::{datum_kort, datum_lang};
use serde::Serialize;

use self::hoofdstuk::{HoofdstukGegevens, Verloop};
use self::woorden::{Kerncijfer, identification, key_figures, key_figures_note, reading_guide};
use super::model::{Kwartaalrapport, kwartaal_in_words};
use super::opdracht::paper_rows;
use crate::zetter::{Zetwerk, printable, printable_values, render_pdf};
use crate::{Kleur, RapportError};

const SJABLOON: &str = include_str!("../../../templates/kwartaalrapport.typ");

/// Sets the report as PDF/UA-1 and PDF/A-2a.
pub(super) fn render(rapport: &Kwartaalrapport) -> Result<Vec<u8>, RapportError> {
    let mut bestanden = Bestanden::default();
    let gegevens = Gegevens::new(rapport, &mut bestanden);
    let gegevens = printable_values(serde_json::to_value(&gegevens)?);
    bestanden
        .0
        .push(("/gegevens.json".to_owned(), serde_json::to_vec(&gegevens)?));
    render_pdf(Zetwerk {
        sjabloon: SJABLOON,
        bestanden: bestanden.0,
        gemaakt_op: rapport.sluiting.gesloten_op,
        kenmerk: rapport.sluiting.id.to_string(),
    })
}

/// The charts, by the path at which the template finds them.
#[derive(Default)]
struct Bestanden(Vec<(String, Vec<u8>)>);

impl Bestanden {
    fn insert_chart(&mut self, svg: &str, alt: &str, bijschrift: &str) -> Grafiek {
        let pad = format!("/grafiek-{}.svg", self.0.len());
        self.0.push((pad.clone(), printable(svg).into_bytes()));
        Grafiek {
            pad,
            alt: alt.to_owned(),
            bijschrift: bijschrift.to_owned(),
        }
    }
}

#[derive(Serialize)]
struct Grafiek {
    pad: String,
    alt: String,
    bijschrift: String,
}

/// A table as the template lays it out: heads, and rows of as many texts.
#[derive(Serialize)]
struct Tabel {
    bijschrift: String,
    kop: Vec<&'static str>,
    rijen: Vec<Vec<String>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Gegevens {
    titel: String,
    omschrijving: &'static str,
    gemeente: String,
    organisatie: String,
    kwartaal: String,
    kleur: String,
    kleur_licht: String,
    voet: String,
    kerncijfers: Vec<Kerncijfer>,
    bij_kerncijfers: &'static str,
    samenvatting: Vec<String>,
    aandachtspunten: Vec<String>,
    leeswijzer: Vec<String>,
    hoofdstukken: Vec<HoofdstukGegevens>,
    opdracht: Vec<[String; 5]>,
    overleg: Option<OverlegGegevens>,
    verloop: Vec<Verloop>,
    definities: Vec<[String; 5]>,
    kenmerken: Vec<[String; 2]>,
}

impl Gegevens {
    fn new(rapport: &Kwartaalrapport, bestanden: &mut Bestanden) -> Self {
        let sluiting = &rapport.sluiting;
        let kleur = rapport.kleur.readable();
        let hoofdstukken = rapport.hoofdstukken.iter();
        Self {
            titel: rapport.title(),
            omschrijving: "Voor het strategisch opdrachtgeversoverleg",
            gemeente: rapport.gemeentenaam.clone(),
            organisatie: rapport.organisatie.clone(),
            kwartaal: kwartaal_in_words(rapport.kwartaal),
            kleur: kleur.to_string(),
            kleur_licht: kleur.mix(Kleur::WIT, 93).to_string(),
            voet: format!(
                "Cijfers bekend op {}, sluiting versie {}",
                datum_lang(sluiting.bekend_op),
                sluiting.versie
            ),
            kerncijfers: key_figures(rapport),
            bij_kerncijfers: key_figures_note(rapport),
            samenvatting: rapport.samenvatting.clone(),
            aandachtspunten: rapport.aandachtspunten.clone(),
            leeswijzer: reading_guide(rapport),
            hoofdstukken: hoofdstukken
                .map(|hoofdstuk| HoofdstukGegevens::new(rapport, hoofdstuk, bestanden))
                .collect(),
            opdracht: paper_rows(rapport),
            overleg: OverlegGegevens::from_rapport(rapport),
            verloop: Verloop::list(rapport),
            definities: definitions(rapport),
            kenmerken: identification(rapport),
        }
    }
}

#[derive(Serialize)]
struct OverlegGegevens {
    datum: String,
    rijen: Vec<[String; 4]>,
}

impl OverlegGegevens {
    fn from_rapport(rapport: &Kwartaalrapport) -> Option<Self> {
        let overleg = rapport.overleg.as_ref()?;
        let rijen = overleg.afspraken.iter().map(|afspraak| {
            [
                afspraak.tekst.clone(),
                afspraak.houder.clone(),
                afspraak.uiterlijk.map(datum_kort).unwrap_or_default(),
                afspraak.stand.clone(),
            ]
        });
        Some(Self {
            datum: datum_lang(overleg.datum),
            rijen: rijen.collect(),
        })
    }
}

fn definitions(rapport: &Kwartaalrapport) -> Vec<[String; 5]> {
    let rij = |indicator: &super::model::Indicatorcijfer| {
        [
            indicator.nummer.to_string(),
            indicator.naam.clone(),
            indicator.definitie.clone(),
            indicator.bron.clone(),
            indicator.definitieversie.to_string(),
        ]
    };
    rapport.indicatoren().map(rij).collect()
}
