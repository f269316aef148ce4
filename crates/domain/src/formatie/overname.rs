//! Which steps of a file are new, given what is known.

use primitives::{Moment, begin_in_nederland, datum_in_nederland, datum_lang};

use super::bestand::Formatieopgave;
use super::regel::Formatiestap;

/// A step with the moment from which it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BekendeStap {
    /// The step.
    pub stap: Formatiestap,
    /// Since when it is known.
    pub bekend_op: Moment,
}

/// Why a step is not taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overnamefout {
    /// The step.
    pub stap: Formatiestap,
    /// What is wrong.
    pub reden: Overnamereden,
}

/// What is wrong with a step that would be taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Overnamereden {
    /// Nobody can have known it on a day to come.
    #[error("de dag waarop dit bekend was ligt in de toekomst: kies een dag tot en met vandaag")]
    BekendInToekomst,
    /// Another number for the same day became known later; it would be as if that was never said.
    #[error(
        "hiervan is al een ander aantal bekend op {}: kies een latere dag waarop dit bekend was",
        datum_lang(datum_in_nederland(*.0))
    )]
    AlNieuwerBekend(Moment),
}

/// Every step that is not taken over; then none is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("van de formatie is niets overgenomen")]
pub struct Overnamefouten(pub Vec<Overnamefout>);

impl BekendeStap {
    fn is_same_post(&self, stap: &Formatiestap) -> bool {
        (self.stap.functie, self.stap.doelgroep, self.stap.van)
            == (stap.functie, stap.doelgroep, stap.van)
    }
}

/// The steps of `opgaven` that say something else than was known on their own day, oldest knowledge first. The same
/// file again gives none.
pub fn decide_overname(
    opgaven: &[Formatieopgave],
    bekend: &[BekendeStap],
    now: Moment,
) -> Result<Vec<BekendeStap>, Overnamefouten> {
    let mut gevraagd: Vec<_> = opgaven
        .iter()
        .map(|opgave| BekendeStap {
            stap: opgave.stap,
            bekend_op: opgave.bekend_op.map_or(now, begin_in_nederland),
        })
        .collect();
    gevraagd.sort_by_key(|stap| stap.bekend_op);
    let (mut nieuw, mut fouten) = (Vec::<BekendeStap>::new(), Vec::new());
    for stap in gevraagd {
        let zelfde: Vec<_> = bekend
            .iter()
            .chain(&nieuw)
            .filter(|b| b.is_same_post(&stap.stap))
            .collect();
        let toen = zelfde
            .iter()
            .filter(|b| b.bekend_op <= stap.bekend_op)
            .max_by_key(|b| b.bekend_op);
        let laatst = zelfde.iter().map(|b| b.bekend_op).max();
        let reden = if toen.is_some_and(|toen| toen.stap.fte == stap.stap.fte) {
            continue;
        } else if stap.bekend_op > now {
            Overnamereden::BekendInToekomst
        } else if let Some(laatst) = laatst.filter(|laatst| *laatst >= stap.bekend_op) {
            Overnamereden::AlNieuwerBekend(laatst)
        } else {
            nieuw.push(stap);
            continue;
        };
        fouten.push(Overnamefout {
            stap: stap.stap,
            reden,
        });
    }
    if fouten.is_empty() {
        Ok(nieuw)
    } else {
        Err(Overnamefouten(fouten))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formatie::{Doelgroep, Fte, Functie};
    use jiff::civil::date;
    use primitives::Datum;

    fn opgave(fte: &str, bekend_op: Option<Datum>) -> Formatieopgave {
        Formatieopgave {
            stap: Formatiestap {
                functie: Functie::Klantmanager,
                doelgroep: Doelgroep::Alle,
                van: date(2024, 1, 1),
                fte: Fte::parse(fte).ok(),
            },
            bekend_op,
        }
    }

    fn nu() -> Moment {
        "2026-11-21T11:00:00Z".parse().unwrap()
    }

    #[test]
    fn the_same_file_again_gives_nothing_new() {
        let opgaven = [
            opgave("4", Some(date(2024, 6, 1))),
            opgave("2", Some(date(2023, 12, 1))),
        ];
        let nieuw = decide_overname(&opgaven, &[], nu()).unwrap();
        let fte: Vec<_> = nieuw
            .iter()
            .map(|b| b.stap.fte.unwrap().to_string())
            .collect();
        assert_eq!(fte, ["2", "4"]);
        assert_eq!(decide_overname(&opgaven, &nieuw, nu()), Ok(Vec::new()));
        // A correction that becomes known now is one step more.
        assert_eq!(
            decide_overname(&[opgave("5", None)], &nieuw, nu())
                .unwrap()
                .len(),
            1
        );
    }

    #[test]
    fn what_was_known_is_never_rewritten() {
        let bekend = decide_overname(&[opgave("2", Some(date(2024, 6, 1)))], &[], nu()).unwrap();
        let fouten = decide_overname(
            &[
                opgave("3", Some(date(2024, 5, 1))),
                opgave("4", Some(date(2026, 12, 1))),
            ],
            &bekend,
            nu(),
        )
        .unwrap_err();
        let redenen: Vec<_> = fouten.0.iter().map(|fout| fout.reden).collect();
        let laatst = begin_in_nederland(date(2024, 6, 1));
        assert_eq!(
            redenen,
            [
                Overnamereden::AlNieuwerBekend(laatst),
                Overnamereden::BekendInToekomst
            ]
        );
    }
}
