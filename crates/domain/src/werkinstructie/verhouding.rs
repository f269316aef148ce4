//! How a work rule stands to what a municipality decided.

use primitives::{Datum, Moment};

use super::Instructieversie;
use crate::beleid::{Beleid, Bevoegd, Parameter, Stand, Vastgesteld};

/// How a work rule stands to one parameter in one municipality. What an organ decided always goes first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verhouding<'a> {
    /// The organisation decides itself.
    EigenKeuze,
    /// The law decides, not the work rule.
    Wet,
    /// Council or college may decide and did not: the work rule only says how is worked as long as that is so.
    NietsBesloten(Bevoegd),
    /// The organ decided before the work rule was recorded: it works within that decision.
    Binnen(&'a Vastgesteld),
    /// The organ decided after the work rule was recorded: the work rule does not go before it.
    GaatNietVoor(&'a Vastgesteld),
    /// On this day the law knows no such parameter.
    BestaatNiet,
}

/// Lays a work rule beside the policy of a municipality on a day, as known on a moment.
pub fn compare_gemeente<'a>(
    versie: &Instructieversie,
    parameter: &'a Parameter,
    beleid: &'a Beleid,
    (dag, bekend_op): (Datum, Moment),
) -> Verhouding<'a> {
    let Some(regime) = parameter.regime_on(dag) else {
        return Verhouding::BestaatNiet;
    };
    match beleid.stand_on(parameter, dag, bekend_op) {
        Stand::Besloten(besloten) | Stand::InStrijd(besloten, _) => {
            if besloten.bekend_op > versie.op {
                Verhouding::GaatNietVoor(besloten)
            } else {
                Verhouding::Binnen(besloten)
            }
        }
        Stand::BestaatNiet => Verhouding::BestaatNiet,
        Stand::ZonderBesluit(_) => match regime.bevoegd {
            Bevoegd::Uitvoering => Verhouding::EigenKeuze,
            Bevoegd::Rijk => Verhouding::Wet,
            orgaan @ (Bevoegd::Raad | Bevoegd::College) => Verhouding::NietsBesloten(orgaan),
        },
    }
}
