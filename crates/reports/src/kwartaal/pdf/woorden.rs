//! Figures and facts in sentences.

use std::cmp::Ordering;

use domain::sturing::Indicator;
use primitives::{datum_lang, getal_nl, moment_nl};
use rust_decimal::Decimal;
use serde::Serialize;

use crate::kwartaal::bron::TOEN_EN_NU;
use crate::kwartaal::model::{Indicatorcijfer, Kwartaalrapport, Stand};
use crate::{Cijfer, Eenheid, render_waarde_nl};

/// One of the few figures on the first page.
#[derive(Serialize)]
pub(super) struct Kerncijfer {
    naam: String,
    waarde: String,
    vergelijking: String,
}

pub(super) fn key_figures(rapport: &Kwartaalrapport) -> Vec<Kerncijfer> {
    let kern = rapport
        .indicatoren()
        .filter(|indicator| indicator.is_kerncijfer);
    kern.filter_map(|indicator| {
        let stand = indicator.stand.as_ref()?;
        Some(Kerncijfer {
            naam: name_with_unit(indicator),
            waarde: stand.cijfer.render_nl(indicator.eenheid),
            vergelijking: compare_in_words(indicator.eenheid, stand),
        })
    })
    .collect()
}

/// What must be read with the figures on the first page; empty where nothing there can be misread.
pub(super) fn key_figures_note(rapport: &Kwartaalrapport) -> &'static str {
    let groei = Indicator::Volumeontwikkeling.definitie().sleutel;
    let mut kern = rapport
        .indicatoren()
        .filter(|indicator| indicator.is_kerncijfer);
    if kern.any(|indicator| indicator.sleutel == groei) {
        TOEN_EN_NU
    } else {
        ""
    }
}

/// The name, with the unit behind it where the number does not show it.
pub(super) fn name_with_unit(indicator: &Indicatorcijfer) -> String {
    match indicator.eenheid {
        Eenheid::Aantal | Eenheid::Procent | Eenheid::Euro => indicator.naam.clone(),
        eenheid => format!("{} ({})", indicator.naam, eenheid.naam()),
    }
}

/// `14 minder dan vorig kwartaal; mediaan van de andere gemeenten: 4,1%`.
fn compare_in_words(eenheid: Eenheid, stand: &Stand) -> String {
    let mut delen = Vec::new();
    if let Some(verschil) = stand.change().waarde() {
        let maat = difference_nl(verschil.abs(), eenheid);
        let punt = if eenheid == Eenheid::Procent {
            " procentpunt"
        } else {
            ""
        };
        delen.push(match verschil.cmp(&Decimal::ZERO) {
            Ordering::Greater => format!("{maat}{punt} hoger dan vorig kwartaal"),
            Ordering::Less => format!("{maat}{punt} lager dan vorig kwartaal"),
            Ordering::Equal => "gelijk aan vorig kwartaal".to_owned(),
        });
    }
    if stand.groepsmediaan.waarde().is_some() {
        let mediaan = stand.groepsmediaan.render_nl(eenheid);
        delen.push(format!("mediaan van de andere gemeenten: {mediaan}"));
    }
    delen.join("; ")
}

/// A difference with its sign; nothing where there is none to show, since the row says already why.
pub(super) fn signed(verschil: Cijfer, eenheid: Eenheid) -> String {
    match verschil.waarde() {
        Some(waarde) if waarde > Decimal::ZERO => format!("+{}", difference_nl(waarde, eenheid)),
        Some(waarde) => difference_nl(waarde, eenheid),
        None => String::new(),
    }
}

/// A difference of percentages is in points of per cent, so it bears no sign of per cent.
fn difference_nl(waarde: Decimal, eenheid: Eenheid) -> String {
    match eenheid {
        Eenheid::Procent => getal_nl(waarde, eenheid.decimalen()),
        ander => render_waarde_nl(waarde, ander),
    }
}

/// What a reader must know to read the tables.
pub(super) fn reading_guide(rapport: &Kwartaalrapport) -> Vec<String> {
    let mut alineas = vec![
        "De cijfers zijn vastgezet en veranderen niet meer. Wat later bekend wordt, telt mee in een nieuwe \
         versie. Bij percentages staat het verschil in procentpunten. Onder ‘Gegevens’ staat hoe goed de \
         gegevens achter het cijfer zijn. De betekenis van elk cijfer staat in bijlage B."
            .to_owned(),
    ];
    if let Some(waarom) = rapport.explain_no_comparison() {
        alineas.push(waarom);
    } else {
        alineas.push(format!(
            "De mediaan is het middelste cijfer van de andere gemeenten ({}): de helft zit hoger, de helft \
             lager. Aantallen worden niet vergeleken, omdat gemeenten verschillen in grootte.",
            rapport.andere_gemeenten
        ));
    }
    if rapport.indicatoren().any(is_suppressed) {
        alineas.push(
            "Waar ‘niet getoond’ staat, gaat het cijfer over zo weinig personen dat zij te herkennen \
             zouden zijn, of is het cijfer uit andere cijfers af te leiden."
                .to_owned(),
        );
    }
    alineas
}

fn is_suppressed(indicator: &Indicatorcijfer) -> bool {
    let mut regels = indicator
        .verdelingen
        .iter()
        .flat_map(|verdeling| &verdeling.regels);
    let is_geheel = indicator
        .stand
        .as_ref()
        .is_some_and(|stand| stand.cijfer == Cijfer::Onderdrukt);
    is_geheel || regels.any(|regel| regel.cijfer == Cijfer::Onderdrukt)
}

/// Where the figures come from.
pub(super) fn identification(rapport: &Kwartaalrapport) -> Vec<[String; 2]> {
    let sluiting = &rapport.sluiting;
    let kwartaal = rapport.kwartaal;
    let eerste = datum_lang(kwartaal.first_day());
    let laatste = datum_lang(kwartaal.last_day());
    let gesloten = moment_nl(sluiting.gesloten_op);
    let vast = [
        (
            "Gemeente",
            format!("{} ({})", rapport.gemeentenaam, rapport.gemeente),
        ),
        ("Uitvoering", rapport.organisatie.clone()),
        ("Periode", format!("{eerste} tot en met {laatste}")),
        ("Bekend op", datum_lang(sluiting.bekend_op)),
        (
            "Gesloten",
            format!("{gesloten} door {}", sluiting.gesloten_door),
        ),
        (
            "Sluiting",
            format!("versie {}, kenmerk {}", sluiting.versie, sluiting.id),
        ),
        ("Controlegetal", sluiting.controlegetal.clone()),
        ("Andere gemeenten", rapport.andere_gemeenten.to_string()),
    ];
    let vast = vast
        .into_iter()
        .map(|(naam, waarde)| [naam.to_owned(), waarde]);
    let eigen = rapport
        .kenmerken
        .iter()
        .map(|(naam, waarde)| [naam.clone(), waarde.clone()]);
    vast.chain(eigen).collect()
}
