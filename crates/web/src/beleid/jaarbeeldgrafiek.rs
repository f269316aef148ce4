//! What a standard household gets in each municipality, as a chart. The table beside it shows the same numbers.

use domain::recht::{Huishoudreeks, Huishoudvergelijking, INKOMENS};
use http_base::InGemeente;
use primitives::geld_nl;
use reports::grafiek::{Lijngrafiek, Opschrift, Reeks, Reekssoort, Tik, render_lijngrafiek};
use reports::{Cijfer, Eenheid};

use crate::sturing::kleur_of;

/// A line for each municipality over the incomes; none where nothing is known of the own one.
pub(super) fn draw_jaarbeeld(
    vergelijking: &Huishoudvergelijking<'_>,
    wie: &InGemeente,
) -> Option<String> {
    let wat = vergelijking.huishouden;
    let reeksen: Vec<Reeks> = vergelijking
        .reeksen
        .iter()
        .map(|reeks| Reeks {
            naam: reeks.deelnemer.naam.clone(),
            soort: if reeks.deelnemer.gemeente == wie.code() {
                Reekssoort::Eigen
            } else {
                Reekssoort::Groep
            },
            cijfers: list_cijfers(reeks),
        })
        .filter(|reeks| reeks.cijfers.iter().any(|c| c.waarde().is_some()))
        .collect();
    let eigen = reeksen
        .iter()
        .find(|reeks| reeks.soort == Reekssoort::Eigen)?;
    let omschrijving = describe(wie, eigen);
    Some(render_lijngrafiek(&Lijngrafiek {
        opschrift: Opschrift {
            id: format!("jaarbeeld-{}", wat.code()),
            titel: format!("{}: bedrag per jaar van de gemeente", wat.naam()),
            omschrijving,
        },
        eenheid: Eenheid::Euro,
        tikken: INKOMENS
            .map(|procent| Tik {
                kort: format!("{procent}%"),
                groep: "van de norm".to_owned(),
            })
            .into(),
        reeksen,
        kleur: kleur_of(&wie.gemeente),
    }))
}

fn list_cijfers(reeks: &Huishoudreeks<'_>) -> Vec<Cijfer> {
    let beelden = reeks.beelden.iter().flatten();
    beelden
        .map(|beeld| match beeld.totaal() {
            Some(bedrag) => Cijfer::Bekend(bedrag.decimal()),
            None => Cijfer::Ontbreekt,
        })
        .collect()
}

fn describe(wie: &InGemeente, eigen: &Reeks) -> String {
    let punten = INKOMENS
        .iter()
        .zip(&eigen.cijfers)
        .filter_map(|(procent, cijfer)| {
            let bedrag = primitives::Geld::round_half_up(cijfer.waarde()?);
            Some(format!("{} bij {procent}%", geld_nl(bedrag)))
        });
    format!(
        "{}: {}.",
        wie.gemeente.naam,
        punten.collect::<Vec<_>>().join(", ")
    )
}
