//! One chapter: its figures, charts, classes and remarks, and the numbers of its charts.

use domain::sturing::Oordeel;
use primitives::Kwartaal;
use serde::Serialize;

use super::woorden::{name_with_unit, signed};
use super::{Bestanden, Grafiek, Tabel};
use crate::Cijfer;
use crate::grafiek::{render_lijngrafiek, render_stapelgrafiek};
use crate::kwartaal::grafieken::{ladder_chart, trend_chart};
use crate::kwartaal::model::{
    Hoofdstuk, Indicatorcijfer, Kwartaalrapport, Stand, Verdeling, Verdelingsregel, difference,
};

/// How many quarters of a trend fit beside each other on a page.
const KWARTALEN: i32 = 8;

#[derive(Serialize)]
pub(super) struct HoofdstukGegevens {
    titel: String,
    inleiding: String,
    tabel: Tabel,
    grafieken: Vec<Grafiek>,
    verdelingen: Vec<VerdelingGegevens>,
    notities: Vec<Notitie>,
}

impl HoofdstukGegevens {
    pub(super) fn new(
        rapport: &Kwartaalrapport,
        hoofdstuk: &Hoofdstuk,
        bestanden: &mut Bestanden,
    ) -> Self {
        let mut grafieken = Vec::new();
        let mut verdelingen = Vec::new();
        for indicator in &hoofdstuk.indicatoren {
            if let Some(grafiek) = trend_chart(rapport, &recent(rapport.kwartaal, indicator)) {
                let alt = &grafiek.opschrift.omschrijving;
                let svg = render_lijngrafiek(&grafiek);
                grafieken.push(bestanden.insert_chart(&svg, alt, &indicator.naam));
            }
            for verdeling in &indicator.verdelingen {
                verdelingen.push(VerdelingGegevens::new(
                    rapport, indicator, verdeling, bestanden,
                ));
            }
        }
        Self {
            titel: hoofdstuk.titel.clone(),
            inleiding: hoofdstuk.inleiding.clone(),
            tabel: figures(hoofdstuk),
            grafieken,
            verdelingen,
            notities: hoofdstuk
                .indicatoren
                .iter()
                .filter_map(Notitie::for_indicator)
                .collect(),
        }
    }
}

fn first_quarter(kwartaal: Kwartaal) -> Kwartaal {
    kwartaal.plus(1 - KWARTALEN)
}

/// The indicator with no more of its trend than fits on a page.
fn recent(kwartaal: Kwartaal, indicator: &Indicatorcijfer) -> Indicatorcijfer {
    let mut kort = indicator.clone();
    kort.trend
        .retain(|punt| punt.kwartaal >= first_quarter(kwartaal));
    kort
}

fn figures(hoofdstuk: &Hoofdstuk) -> Tabel {
    let rijen = hoofdstuk
        .indicatoren
        .iter()
        .filter_map(|indicator| Some(figure_row(indicator, indicator.stand.as_ref()?)));
    Tabel {
        bijschrift: format!("Cijfers van dit hoofdstuk: {}", hoofdstuk.titel),
        kop: vec![
            "Nr.",
            "Indicator",
            "Dit kwartaal",
            "Vorig kwartaal",
            "Verschil",
            "Jaar eerder",
            "Mediaan anderen",
            "Gegevens",
        ],
        rijen: rijen.collect(),
    }
}

fn figure_row(indicator: &Indicatorcijfer, stand: &Stand) -> Vec<String> {
    let toon = |cijfer: Cijfer| cijfer.render_nl(indicator.eenheid);
    vec![
        indicator.nummer.to_string(),
        name_with_unit(indicator),
        toon(stand.cijfer),
        toon(stand.vorig_kwartaal),
        signed(stand.change(), indicator.eenheid),
        toon(stand.jaar_eerder),
        median(indicator, stand.groepsmediaan),
        indicator.datakwaliteit.oordeel.naam().to_owned(),
    ]
}

/// Without a median there is nothing to compare with, which the reading guide explains once.
fn median(indicator: &Indicatorcijfer, mediaan: Cijfer) -> String {
    mediaan
        .waarde()
        .map_or_else(String::new, |_| mediaan.render_nl(indicator.eenheid))
}

#[derive(Serialize)]
struct VerdelingGegevens {
    naam: String,
    grafiek: Option<Grafiek>,
    tabel: Tabel,
}

impl VerdelingGegevens {
    fn new(
        rapport: &Kwartaalrapport,
        indicator: &Indicatorcijfer,
        verdeling: &Verdeling,
        bestanden: &mut Bestanden,
    ) -> Self {
        let grafiek = verdeling.is_ladder.then(|| {
            let grafiek = ladder_chart(rapport, verdeling);
            let svg = render_stapelgrafiek(&grafiek);
            bestanden.insert_chart(&svg, &grafiek.opschrift.omschrijving, &verdeling.naam)
        });
        let naam = if indicator.stand.is_some() {
            format!("{} naar {}", indicator.naam, verdeling.naam.to_lowercase())
        } else {
            indicator.naam.clone()
        };
        Self {
            tabel: classes(&naam, verdeling),
            naam,
            grafiek,
        }
    }
}

/// The classes of this quarter, beside those of the previous one where any of them is known.
fn classes(naam: &str, verdeling: &Verdeling) -> Tabel {
    let toon = |cijfer: Cijfer| cijfer.render_nl(verdeling.eenheid);
    let is_bekend = |regel: &Verdelingsregel| regel.vorig_kwartaal != Cijfer::Ontbreekt;
    let has_vorig = verdeling.regels.iter().any(is_bekend);
    let rij = |regel: &Verdelingsregel| {
        let mut rij = vec![regel.naam.clone(), toon(regel.cijfer)];
        if has_vorig {
            let verschil = difference(regel.cijfer, regel.vorig_kwartaal);
            rij.extend([
                toon(regel.vorig_kwartaal),
                signed(verschil, verdeling.eenheid),
            ]);
        }
        rij
    };
    let mut kop = vec!["Klasse", "Dit kwartaal"];
    if has_vorig {
        kop.extend(["Vorig kwartaal", "Verschil"]);
    }
    Tabel {
        bijschrift: format!("{naam}, {}", verdeling.eenheid.naam()),
        kop,
        rijen: verdeling.regels.iter().map(rij).collect(),
    }
}

#[derive(Serialize)]
struct Notitie {
    naam: String,
    tekst: String,
}

impl Notitie {
    /// What must be read next to the figure: the explanation, and the reservation when the facts are not good.
    fn for_indicator(indicator: &Indicatorcijfer) -> Option<Self> {
        let kwaliteit = &indicator.datakwaliteit;
        let voorbehoud = (kwaliteit.oordeel != Oordeel::Goed).then(|| {
            format!(
                "Gegevens {}: {}",
                kwaliteit.oordeel.naam(),
                kwaliteit.toelichting
            )
        });
        let delen: Vec<String> = indicator
            .toelichting
            .clone()
            .into_iter()
            .chain(voorbehoud)
            .collect();
        (!delen.is_empty()).then(|| Self {
            naam: indicator.naam.clone(),
            tekst: delen.join(" "),
        })
    }
}

/// The numbers of the charts of one chapter.
#[derive(Serialize)]
pub(super) struct Verloop {
    bijschrift: String,
    kwartalen: Vec<String>,
    rijen: Vec<Vec<String>>,
}

impl Verloop {
    /// One for each chapter that has any history.
    pub(super) fn list(rapport: &Kwartaalrapport) -> Vec<Self> {
        let begin = first_quarter(rapport.kwartaal);
        let kwartalen: Vec<Kwartaal> = (0..KWARTALEN).map(|stap| begin.plus(stap)).collect();
        let tabellen = rapport.hoofdstukken.iter().map(|hoofdstuk| Self {
            bijschrift: format!("Verloop: {}", hoofdstuk.titel),
            kwartalen: kwartalen.iter().map(ToString::to_string).collect(),
            rijen: hoofdstuk
                .indicatoren
                .iter()
                .flat_map(|indicator| trend_rows(indicator, &kwartalen))
                .collect(),
        });
        tabellen.filter(|tabel| !tabel.rijen.is_empty()).collect()
    }
}

/// The own figures, and the medians of the others where there are any.
fn trend_rows(indicator: &Indicatorcijfer, kwartalen: &[Kwartaal]) -> Vec<Vec<String>> {
    // Fewer than two figures make no line, so there is no chart to account for.
    let bekend = indicator
        .trend
        .iter()
        .filter(|punt| punt.cijfer.waarde().is_some());
    if bekend.count() < 2 {
        return Vec::new();
    }
    let find = |kwartaal: &Kwartaal| {
        indicator
            .trend
            .iter()
            .find(|punt| punt.kwartaal == *kwartaal)
    };
    let eigen = kwartalen.iter().map(|kwartaal| {
        find(kwartaal).map_or_else(String::new, |punt| punt.cijfer.render_nl(indicator.eenheid))
    });
    let medianen: Vec<String> = kwartalen
        .iter()
        .map(|kwartaal| {
            find(kwartaal).map_or_else(String::new, |punt| median(indicator, punt.groepsmediaan))
        })
        .collect();
    let mut rijen = vec![
        std::iter::once(indicator.naam.clone())
            .chain(eigen)
            .collect(),
    ];
    if medianen.iter().any(|mediaan| !mediaan.is_empty()) {
        let naam = "mediaan van de andere gemeenten".to_owned();
        rijen.push(std::iter::once(naam).chain(medianen).collect());
    }
    rijen
}
