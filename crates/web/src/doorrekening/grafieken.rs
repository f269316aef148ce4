//! The charts. The tables beside them show the same numbers.

use domain::doorrekening::{Loonvoorbeeld, Staaf};
use http_base::InGemeente;
use primitives::Geld;
use reports::grafiek::{
    Lijngrafiek, Opschrift, Reeks, Reekssoort, Staaf as Balk, Staafgrafiek, Tik,
    render_lijngrafiek, render_staafgrafiek,
};
use reports::{Cijfer, Eenheid, Kleur};
use rust_decimal::Decimal;

/// The colour of the municipality.
pub(super) fn kleur_of(wie: &InGemeente) -> Kleur {
    Kleur::parse(&wie.gemeente.themakleur).unwrap_or(Kleur::STUURHUIS)
}

/// How many households gain or lose how much.
pub(super) fn draw_verdeling(staven: &[Staaf], kleur: Kleur) -> String {
    let gevuld: Vec<String> = staven
        .iter()
        .filter(|staaf| staaf.aantal > 0)
        .map(|staaf| format!("{}: {}", staaf.wijziging, staaf.aantal))
        .collect();
    let balk = |staaf: &Staaf| Balk {
        naam: staaf.wijziging.clone(),
        cijfer: Cijfer::Bekend(Decimal::from(staaf.aantal)),
        is_eigen: staaf.wijziging != "geen verschil",
    };
    render_staafgrafiek(&Staafgrafiek {
        opschrift: Opschrift {
            id: "verdeling".to_owned(),
            titel: "Huishoudens naar verschil per jaar".to_owned(),
            omschrijving: format!("Aantal huishoudens per verschil. {}.", gevuld.join("; ")),
        },
        eenheid: Eenheid::Aantal,
        staven: staven.iter().map(balk).collect(),
        grens: None,
        kleur,
    })
}

/// What a household has to spend at every second hour of work, before and after; none without points.
pub(super) fn draw_loon(voorbeeld: &Loonvoorbeeld, kleur: Kleur) -> Option<String> {
    let punten: Vec<_> = voorbeeld
        .punten
        .iter()
        .filter(|punt| punt.uren % 2 == 0)
        .collect();
    let (eerste, laatste) = (punten.first()?, punten.last()?);
    let tekst = |bedrag: Option<Geld>| bedrag.map_or_else(|| "niet te bepalen".to_owned(), euro);
    let omschrijving = format!(
        "Zonder werk nu {} en straks {} per maand; bij {} uur per week nu {} en straks {}.",
        tekst(eerste.nu),
        tekst(eerste.straks),
        laatste.uren,
        tekst(laatste.nu),
        tekst(laatste.straks)
    );
    let tikken = punten.iter().map(|punt| Tik {
        kort: euro(punt.bruto),
        groep: String::new(),
    });
    let cijfer = |bedrag: Option<Geld>| {
        bedrag.map_or(Cijfer::Ontbreekt, |bedrag| Cijfer::Bekend(bedrag.decimal()))
    };
    Some(render_lijngrafiek(&Lijngrafiek {
        opschrift: Opschrift {
            id: format!("loon-{}", voorbeeld.groep),
            titel: format!("Te besteden naar brutoloon per maand, {}", voorbeeld.naam),
            omschrijving,
        },
        eenheid: Eenheid::Euro,
        tikken: tikken.collect(),
        reeksen: vec![
            Reeks {
                naam: "met de verandering".to_owned(),
                soort: Reekssoort::Eigen,
                cijfers: punten.iter().map(|punt| cijfer(punt.straks)).collect(),
            },
            Reeks {
                naam: "zoals het nu is".to_owned(),
                soort: Reekssoort::Mediaan,
                cijfers: punten.iter().map(|punt| cijfer(punt.nu)).collect(),
            },
        ],
        kleur,
    }))
}

/// Whole euros, for an axis.
fn euro(bedrag: Geld) -> String {
    format!("€ {}", bedrag.decimal().round())
}
