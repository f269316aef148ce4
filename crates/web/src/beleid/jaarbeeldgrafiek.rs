//! What a standard household gets in each municipality, as a chart. The table beside it shows the same numbers.

use domain::beleid::Deelnemer;
use domain::recht::{INKOMENS, Standaardhuishouden};
use http_base::InGemeente;
use primitives::{Percentage, geld_nl};
use reports::grafiek::{Lijngrafiek, Opschrift, Reeks, Reekssoort, Tik, render_lijngrafiek};
use reports::{Cijfer, Eenheid};

use super::vergelijken::Bron;
use crate::sturing::kleur_of;

/// A line for each municipality over the incomes; none where nothing is known of the own one.
pub(super) fn draw_jaarbeeld(
    wat: Standaardhuishouden,
    bron: &Bron,
    wie: &InGemeente,
) -> Option<String> {
    let reeksen: Vec<Reeks> = bron
        .deelnemers
        .iter()
        .map(|deelnemer| Reeks {
            naam: deelnemer.naam.clone(),
            soort: if deelnemer.gemeente == wie.code() {
                Reekssoort::Eigen
            } else {
                Reekssoort::Groep
            },
            cijfers: list_cijfers(wat, bron, deelnemer),
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
                groep: "inkomen als deel van de norm".to_owned(),
            })
            .into(),
        reeksen,
        kleur: kleur_of(&wie.gemeente),
    }))
}

fn list_cijfers(wat: Standaardhuishouden, bron: &Bron, deelnemer: &Deelnemer) -> Vec<Cijfer> {
    let cijfer = |procent: u32| {
        let inkomen = Percentage::from_whole(procent);
        let beeld =
            wat.calculate_jaarbeeld(&deelnemer.beleid, inkomen, bron.peildatum, bron.bekend_op);
        match beeld.filter(|beeld| !beeld.delen.is_empty()) {
            Some(beeld) => Cijfer::Bekend(beeld.totaal().decimal()),
            None => Cijfer::Ontbreekt,
        }
    };
    INKOMENS.map(cijfer).into()
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
