//! The standard households in every municipality, side by side.

use primitives::{Datum, Moment};

use super::{INKOMENS, Jaarbeeld, Standaardhuishouden};
use crate::beleid::Deelnemer;

/// One household in every municipality.
#[derive(Clone, Debug)]
pub struct Huishoudvergelijking<'a> {
    /// The household.
    pub huishouden: Standaardhuishouden,
    /// What it gets, in the order of the municipalities.
    pub reeksen: Vec<Huishoudreeks<'a>>,
}

/// What one municipality gives a household.
#[derive(Clone, Debug)]
pub struct Huishoudreeks<'a> {
    /// The municipality.
    pub deelnemer: &'a Deelnemer,
    /// What it gives at each of the [`INKOMENS`]; none on a day of which the norms are not known.
    pub beelden: Option<[Jaarbeeld; INKOMENS.len()]>,
}

/// What every municipality gives to each standard household on a day, as known on a moment.
pub fn compare_huishoudens(
    deelnemers: &[Deelnemer],
    peildatum: Datum,
    bekend_op: Moment,
) -> Vec<Huishoudvergelijking<'_>> {
    let vergelijk = |huishouden: Standaardhuishouden| Huishoudvergelijking {
        huishouden,
        reeksen: deelnemers
            .iter()
            .map(|deelnemer| Huishoudreeks {
                deelnemer,
                beelden: huishouden.calculate_jaarbeelden(&deelnemer.beleid, peildatum, bekend_op),
            })
            .collect(),
    };
    Standaardhuishouden::ALL.map(vergelijk).into()
}
