//! The report to read. Everything is written out here; the template only lays it out.

use primitives::{datum_lang, moment_nl};
use rust_decimal::Decimal;
use serde::Serialize;
use serde_json::Value;

use super::grafieken::{ladder_chart, trend_chart};
use super::model::{
    Hoofdstuk, Indicatorcijfer, Kwaliteitsoordeel, Kwartaalrapport, Verdeling, difference,
    kwartaal_in_words,
};
use crate::grafiek::{render_lijngrafiek, render_stapelgrafiek};
use crate::zetter::{Zetwerk, printable, render_pdf};
use crate::{Cijfer, Eenheid, Kleur, RapportError, render_waarde_nl};

const SJABLOON: &str = include_str!("../../templates/kwartaalrapport.typ");
/// How many quarters of a trend fit beside each other on a page.
const KWARTALEN: usize = 8;

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

/// The data with every text in characters that can be set.
fn printable_values(waarde: Value) -> Value {
    match waarde {
        Value::String(tekst) => Value::String(printable(&tekst)),
        Value::Array(waarden) => waarden.into_iter().map(printable_values).collect(),
        Value::Object(velden) => velden
            .into_iter()
            .map(|(naam, waarde)| (naam, printable_values(waarde)))
            .collect(),
        ander => ander,
    }
}

/// The charts, by the path at which the template finds them.
#[derive(Default)]
struct Bestanden(Vec<(String, Vec<u8>)>);

impl Bestanden {
    fn insert_chart(&mut self, svg: String, alt: &str, bijschrift: String) -> Grafiek {
        let pad = format!("/grafiek-{}.svg", self.0.len());
        self.0.push((pad.clone(), printable(&svg).into_bytes()));
        Grafiek {
            pad,
            alt: alt.to_owned(),
            bijschrift,
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Gegevens {
    titel: String,
    omschrijving: String,
    gemeente: String,
    organisatie: String,
    kwartaal: String,
    kleur: String,
    kleur_licht: String,
    voet: String,
    mediaankop: &'static str,
    kenmerken: Vec<[String; 2]>,
    leeswijzer: Vec<String>,
    kerncijfers: Vec<Kerncijfer>,
    samenvatting: Vec<String>,
    hoofdstukken: Vec<HoofdstukGegevens>,
    overleg: Option<OverlegGegevens>,
    verloop: Vec<Verloop>,
    definities: Vec<[String; 5]>,
}

impl Gegevens {
    fn new(rapport: &Kwartaalrapport, bestanden: &mut Bestanden) -> Self {
        let sluiting = &rapport.sluiting;
        let kleur = rapport.kleur.readable();
        Self {
            titel: rapport.title(),
            omschrijving: "Voor het strategisch opdrachtgeversoverleg".to_owned(),
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
            mediaankop: if rapport.groep.is_some() {
                "Mediaan groep"
            } else {
                "Mediaan"
            },
            kenmerken: identification(rapport),
            leeswijzer: reading_guide(rapport),
            kerncijfers: key_figures(rapport),
            samenvatting: rapport.samenvatting.clone(),
            hoofdstukken: rapport
                .hoofdstukken
                .iter()
                .map(|hoofdstuk| HoofdstukGegevens::new(rapport, hoofdstuk, bestanden))
                .collect(),
            overleg: OverlegGegevens::from_rapport(rapport),
            verloop: trends(rapport),
            definities: definitions(rapport),
        }
    }
}

#[derive(Serialize)]
struct Grafiek {
    pad: String,
    alt: String,
    bijschrift: String,
}

#[derive(Serialize)]
struct Kerncijfer {
    naam: String,
    waarde: String,
    vergelijking: String,
}

#[derive(Serialize)]
struct HoofdstukGegevens {
    titel: String,
    inleiding: String,
    rijen: Vec<[String; 8]>,
    grafieken: Vec<Grafiek>,
    verdelingen: Vec<VerdelingGegevens>,
    notities: Vec<Notitie>,
}

impl HoofdstukGegevens {
    fn new(rapport: &Kwartaalrapport, hoofdstuk: &Hoofdstuk, bestanden: &mut Bestanden) -> Self {
        let mut grafieken = Vec::new();
        let mut verdelingen = Vec::new();
        for indicator in &hoofdstuk.indicatoren {
            if let Some(grafiek) = trend_chart(rapport, &recent(indicator)) {
                let alt = &grafiek.opschrift.omschrijving;
                let bijschrift = indicator.naam.clone();
                grafieken.push(bestanden.insert_chart(
                    render_lijngrafiek(&grafiek),
                    alt,
                    bijschrift,
                ));
            }
            for verdeling in &indicator.verdelingen {
                verdelingen.push(VerdelingGegevens::new(rapport, verdeling, bestanden));
            }
        }
        Self {
            titel: hoofdstuk.titel.clone(),
            inleiding: hoofdstuk.inleiding.clone(),
            rijen: hoofdstuk.indicatoren.iter().map(figure_row).collect(),
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

/// The indicator with no more of its trend than fits on a page.
fn recent(indicator: &Indicatorcijfer) -> Indicatorcijfer {
    let mut kort = indicator.clone();
    kort.trend
        .drain(..kort.trend.len().saturating_sub(KWARTALEN));
    kort
}

fn figure_row(indicator: &Indicatorcijfer) -> [String; 8] {
    let toon = |cijfer: Cijfer| cijfer.render_nl(indicator.eenheid);
    [
        indicator.nummer.to_string(),
        indicator.naam.clone(),
        toon(indicator.cijfer),
        toon(indicator.vorig_kwartaal),
        signed(indicator.change(), indicator.eenheid),
        toon(indicator.jaar_eerder),
        toon(indicator.groepsmediaan),
        indicator.datakwaliteit.oordeel.naam().to_owned(),
    ]
}

/// A difference with its sign; nothing where there is none to show, since the row says already why.
fn signed(verschil: Cijfer, eenheid: Eenheid) -> String {
    match verschil.waarde() {
        Some(waarde) if waarde > Decimal::ZERO => format!("+{}", difference_nl(waarde, eenheid)),
        Some(waarde) => difference_nl(waarde, eenheid),
        None => String::new(),
    }
}

/// A difference of percentages is in points of per cent, so it bears no sign of per cent.
fn difference_nl(waarde: Decimal, eenheid: Eenheid) -> String {
    match eenheid {
        Eenheid::Procent => primitives::getal_nl(waarde, 1),
        ander => render_waarde_nl(waarde, ander),
    }
}

#[derive(Serialize)]
struct VerdelingGegevens {
    naam: String,
    bijschrift: String,
    grafiek: Option<Grafiek>,
    rijen: Vec<[String; 4]>,
}

impl VerdelingGegevens {
    fn new(rapport: &Kwartaalrapport, verdeling: &Verdeling, bestanden: &mut Bestanden) -> Self {
        let grafiek = verdeling.is_ladder.then(|| {
            let grafiek = ladder_chart(rapport, verdeling);
            let svg = render_stapelgrafiek(&grafiek);
            bestanden.insert_chart(svg, &grafiek.opschrift.omschrijving, verdeling.naam.clone())
        });
        let toon = |cijfer: Cijfer| cijfer.render_nl(verdeling.eenheid);
        let rijen = verdeling.regels.iter().map(|regel| {
            [
                regel.naam.clone(),
                toon(regel.cijfer),
                toon(regel.vorig_kwartaal),
                signed(
                    difference(regel.cijfer, regel.vorig_kwartaal),
                    verdeling.eenheid,
                ),
            ]
        });
        Self {
            naam: verdeling.naam.clone(),
            bijschrift: format!("{}, {}", verdeling.naam, verdeling.eenheid.naam()),
            grafiek,
            rijen: rijen.collect(),
        }
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
        let voorbehoud = (kwaliteit.oordeel != Kwaliteitsoordeel::Goed).then(|| {
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

fn key_figures(rapport: &Kwartaalrapport) -> Vec<Kerncijfer> {
    rapport
        .indicatoren()
        .filter(|indicator| indicator.is_kerncijfer)
        .map(|indicator| Kerncijfer {
            naam: indicator.naam.clone(),
            waarde: indicator.cijfer.render_nl(indicator.eenheid),
            vergelijking: compare_in_words(indicator),
        })
        .collect()
}

/// `14 minder dan vorig kwartaal; mediaan van de groep 512`.
fn compare_in_words(indicator: &Indicatorcijfer) -> String {
    let mut delen = Vec::new();
    if let Some(verschil) = indicator.change().waarde() {
        let maat = difference_nl(verschil.abs(), indicator.eenheid);
        let punt = if indicator.eenheid == Eenheid::Procent {
            " procentpunt"
        } else {
            ""
        };
        delen.push(match verschil.cmp(&Decimal::ZERO) {
            std::cmp::Ordering::Greater => format!("{maat}{punt} meer dan vorig kwartaal"),
            std::cmp::Ordering::Less => format!("{maat}{punt} minder dan vorig kwartaal"),
            std::cmp::Ordering::Equal => "gelijk aan vorig kwartaal".to_owned(),
        });
    }
    if indicator.groepsmediaan.waarde().is_some() {
        let mediaan = indicator.groepsmediaan.render_nl(indicator.eenheid);
        delen.push(format!("mediaan van de groep: {mediaan}"));
    }
    delen.join("; ")
}

fn identification(rapport: &Kwartaalrapport) -> Vec<[String; 2]> {
    let sluiting = &rapport.sluiting;
    let mut rijen = vec![
        [
            "Gemeente".to_owned(),
            format!("{} ({})", rapport.gemeentenaam, rapport.gemeente),
        ],
        [
            "Periode".to_owned(),
            format!(
                "{} tot en met {}",
                datum_lang(rapport.kwartaal.first_day()),
                datum_lang(rapport.kwartaal.last_day())
            ),
        ],
        ["Bekend op".to_owned(), datum_lang(sluiting.bekend_op)],
        [
            "Gesloten".to_owned(),
            format!(
                "{} door {}",
                moment_nl(sluiting.gesloten_op),
                sluiting.gesloten_door
            ),
        ],
        [
            "Sluiting".to_owned(),
            format!("versie {}, kenmerk {}", sluiting.versie, sluiting.id),
        ],
        ["Controlegetal".to_owned(), sluiting.controlegetal.clone()],
    ];
    if let Some(groep) = &rapport.groep {
        rijen.push([
            "Vergelijkingsgroep".to_owned(),
            format!("{}, {} gemeenten", groep.naam, groep.gemeenten),
        ]);
    }
    rijen
}

fn reading_guide(rapport: &Kwartaalrapport) -> Vec<String> {
    let mut alineas = vec![
        "De cijfers zijn vastgezet en veranderen niet meer. Wat later bekend wordt, telt mee in een nieuwe \
         versie. Bij percentages staat het verschil in procentpunten. Onder ‘Gegevens’ staat hoe goed de \
         gegevens achter het cijfer zijn. De betekenis van elk cijfer staat in bijlage B."
            .to_owned(),
    ];
    let is_onderdrukt = |indicator: &Indicatorcijfer| {
        let delen = indicator
            .verdelingen
            .iter()
            .flat_map(|verdeling| &verdeling.regels);
        indicator.cijfer == Cijfer::Onderdrukt
            || delen
                .clone()
                .any(|regel| regel.cijfer == Cijfer::Onderdrukt)
    };
    if rapport.indicatoren().any(is_onderdrukt) {
        alineas.push(
            "Waar ‘niet getoond’ staat, gaat het cijfer over zo weinig personen dat zij te herkennen \
             zouden zijn, of is het cijfer uit andere cijfers af te leiden."
                .to_owned(),
        );
    }
    alineas
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
                afspraak
                    .uiterlijk
                    .map(primitives::datum_kort)
                    .unwrap_or_default(),
                afspraak.stand.clone(),
            ]
        });
        Some(Self {
            datum: datum_lang(overleg.datum),
            rijen: rijen.collect(),
        })
    }
}

#[derive(Serialize)]
struct Verloop {
    bijschrift: String,
    kwartalen: Vec<String>,
    rijen: Vec<Vec<String>>,
}

/// The numbers of the charts, a table for each chapter.
fn trends(rapport: &Kwartaalrapport) -> Vec<Verloop> {
    let vanaf = rapport
        .kwartaal
        .plus(1 - i32::try_from(KWARTALEN).unwrap_or(i32::MAX));
    let kwartalen: Vec<_> = (0..8).map(|nummer| vanaf.plus(nummer)).collect();
    let rij = |indicator: &Indicatorcijfer, naam: String, mediaan: bool| {
        let cijfers = kwartalen.iter().map(|kwartaal| {
            let punt = indicator
                .trend
                .iter()
                .find(|punt| punt.kwartaal == *kwartaal)?;
            let cijfer = if mediaan {
                punt.groepsmediaan
            } else {
                punt.cijfer
            };
            Some(cijfer.render_nl(indicator.eenheid))
        });
        std::iter::once(naam)
            .chain(cijfers.map(Option::unwrap_or_default))
            .collect::<Vec<_>>()
    };
    let table = |hoofdstuk: &Hoofdstuk| Verloop {
        bijschrift: format!("Verloop van {}", hoofdstuk.titel),
        kwartalen: kwartalen.iter().map(ToString::to_string).collect(),
        rijen: hoofdstuk
            .indicatoren
            .iter()
            .filter(|indicator| indicator.trend.len() > 1)
            .flat_map(|indicator| {
                [
                    rij(indicator, indicator.naam.clone(), false),
                    rij(indicator, "mediaan van de groep".to_owned(), true),
                ]
            })
            .collect(),
    };
    let tabellen = rapport.hoofdstukken.iter().map(table);
    tabellen.filter(|tabel| !tabel.rijen.is_empty()).collect()
}

fn definitions(rapport: &Kwartaalrapport) -> Vec<[String; 5]> {
    rapport
        .indicatoren()
        .map(|indicator| {
            [
                indicator.nummer.to_string(),
                indicator.naam.clone(),
                indicator.definitie.clone(),
                indicator.bron.clone(),
                indicator.definitieversie.to_string(),
            ]
        })
        .collect()
}
