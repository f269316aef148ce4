//! The schemes beside algemene bijstand in sentences.
//!
//! Of every scheme the amounts of the steps that are named `bedrag` or that take something off (below zero) add up to
//! the amount of the answer.

mod bijzonder;
mod loonkosten;
mod overig;

use super::Stap;
use crate::recht::Reden;
use crate::recht::regelingen::{Regelingsaanvraag, Regelingsberekening, Regelingsfeiten};

/// Explains the calculation of a scheme, as far as it came.
pub fn render_regeling(
    aanvraag: &Regelingsaanvraag<'_>,
    feiten: &Regelingsfeiten,
    berekening: &Regelingsberekening,
) -> Vec<Stap> {
    let mut stappen = match (feiten, berekening) {
        (
            Regelingsfeiten::BijzondereBijstand(feiten),
            Regelingsberekening::BijzondereBijstand(met),
        ) => bijzonder::render(aanvraag, feiten, &met.0, &met.1),
        (Regelingsfeiten::Minimaregeling(feiten), Regelingsberekening::Minimaregeling(met)) => {
            overig::render_minima(aanvraag, feiten, &met.0, &met.1)
        }
        (Regelingsfeiten::Studietoeslag(feiten), Regelingsberekening::Studietoeslag(met)) => {
            overig::render_studie(aanvraag, feiten, &met.0, &met.1)
        }
        (
            Regelingsfeiten::Loonkostensubsidie(feiten),
            Regelingsberekening::Loonkostensubsidie(berekening),
        ) => loonkosten::render(feiten, berekening),
        (Regelingsfeiten::BeschutWerk(feiten), Regelingsberekening::BeschutWerk(met)) => {
            overig::render_beschut(feiten, &met.0, &met.1)
        }
        (Regelingsfeiten::Premie(feiten), Regelingsberekening::Premie(met)) => {
            overig::render_premie(feiten, &met.0, &met.1)
        }
        // A calculation is explained with the facts it was made of.
        _ => Vec::new(),
    };
    if let Err(Reden::GeenRecht(reden)) = berekening.uitkomst() {
        stappen.push(Stap::geen_recht(reden));
    }
    stappen
}
