//! Benefits and provisions of a resident as periods, read from the records of the months.

use std::collections::BTreeMap;

use primitives::{Datum, Maand, UitkeringId};

use crate::statistiek::{
    Einde, EindeVoorziening, Loonwaarde, Registratienummer, Statistiekcode, TypeVoorziening,
};

/// What the record of one month says about a benefit of the resident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Maandstand {
    /// The month.
    pub maand: Maand,
    /// The benefit.
    pub uitkering: UitkeringId,
    /// Its number in the source administration, which staff know it by.
    pub registratienummer: Registratienummer,
    /// The kind.
    pub soort: Statistiekcode,
    /// The first day for this resident.
    pub aanvangsdatum: Datum,
    /// The end, once it is decided.
    pub einde: Option<Einde>,
}

/// A benefit of the resident from its first day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uitkeringsperiode {
    /// The benefit.
    pub uitkering: UitkeringId,
    /// Its number in the source administration.
    pub registratienummer: Registratienummer,
    /// The kind.
    pub soort: Statistiekcode,
    /// The first day.
    pub van: Datum,
    /// How it went on.
    pub afloop: Afloop,
}

/// How a benefit went on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Afloop {
    /// It runs.
    Loopt,
    /// It ended, on this last day and for this reason.
    Beeindigd(Einde),
    /// The deliveries after this month do not hold it any more, and none told an end.
    Verdwenen(Maand),
}

/// A re-integration provision of the resident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voorzieningsperiode {
    /// Its number in the source administration.
    pub registratienummer: Registratienummer,
    /// The kind.
    pub soort: TypeVoorziening,
    /// The first day.
    pub van: Datum,
    /// The end, once it is there.
    pub einde: Option<EindeVoorziening>,
    /// The measured productivity.
    pub loonwaarde: Option<Loonwaarde>,
}

impl Uitkeringsperiode {
    /// Whether the benefit runs on a day, as far as the records tell.
    pub fn is_lopend_op(&self, dag: Datum) -> bool {
        self.van <= dag
            && match self.afloop {
                Afloop::Loopt => true,
                Afloop::Beeindigd(einde) => dag <= einde.datum,
                Afloop::Verdwenen(maand) => dag <= maand.last_day(),
            }
    }
}

/// Makes periods of the month records of one resident, the newest first.
///
/// A benefit that starts again on a later day is a new period. `laatste_levering` is the last month that was delivered
/// for the municipality: a benefit that is missing there ended without a word.
pub fn uitkeringsperioden(
    maanden: &[Maandstand],
    laatste_levering: Option<Maand>,
) -> Vec<Uitkeringsperiode> {
    let mut laatste: BTreeMap<(Datum, UitkeringId), &Maandstand> = BTreeMap::new();
    for stand in maanden {
        laatste
            .entry((stand.aanvangsdatum, stand.uitkering))
            .and_modify(|bekend| {
                if bekend.maand <= stand.maand {
                    *bekend = stand;
                }
            })
            .or_insert(stand);
    }
    let periode = |stand: &Maandstand| Uitkeringsperiode {
        uitkering: stand.uitkering,
        registratienummer: stand.registratienummer.clone(),
        soort: stand.soort,
        van: stand.aanvangsdatum,
        afloop: match (stand.einde, laatste_levering) {
            (Some(einde), _) => Afloop::Beeindigd(einde),
            (None, Some(levering)) if levering > stand.maand => Afloop::Verdwenen(stand.maand),
            (None, _) => Afloop::Loopt,
        },
    };
    laatste.into_values().rev().map(periode).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistiek::RedenEinde;
    use jiff::civil::date;
    use primitives::id_at;

    fn stand(maand: &str, nummer: u64, aanvangsdatum: Datum, einde: Option<Datum>) -> Maandstand {
        let reden = RedenEinde::Arbeid;
        Maandstand {
            maand: Maand::parse(maand).unwrap(),
            uitkering: UitkeringId::new(id_at("2026-01-01T00:00:00Z".parse().unwrap(), nummer)),
            registratienummer: Registratienummer::parse("A1").unwrap(),
            soort: Statistiekcode::AlgemeneBijstand,
            aanvangsdatum,
            einde: einde.map(|datum| Einde { datum, reden }),
        }
    }

    #[test]
    fn months_become_periods_newest_first() {
        let (eerst, weer) = (date(2025, 3, 1), date(2026, 8, 15));
        let maanden = [
            stand("2025-03", 1, eerst, None),
            stand("2025-04", 1, eerst, Some(date(2025, 4, 20))),
            stand("2026-08", 1, weer, None),
            stand("2026-09", 1, weer, None),
        ];
        let perioden = uitkeringsperioden(&maanden, Some(Maand::parse("2026-09").unwrap()));
        let [nieuw, oud] = perioden.as_slice() else {
            panic!("two periods, got {perioden:?}");
        };
        assert_eq!((nieuw.van, nieuw.afloop), (weer, Afloop::Loopt));
        let einde = Einde {
            datum: date(2025, 4, 20),
            reden: RedenEinde::Arbeid,
        };
        assert_eq!((oud.van, oud.afloop), (eerst, Afloop::Beeindigd(einde)));
        assert!(oud.is_lopend_op(date(2025, 4, 20)) && !oud.is_lopend_op(date(2025, 4, 21)));
        assert!(nieuw.is_lopend_op(date(2026, 12, 1)) && !nieuw.is_lopend_op(eerst));
    }

    #[test]
    fn a_benefit_that_is_not_delivered_any_more_disappeared() {
        let maanden = [stand("2026-07", 1, date(2025, 1, 1), None)];
        let perioden = uitkeringsperioden(&maanden, Some(Maand::parse("2026-09").unwrap()));
        let juli = Maand::parse("2026-07").unwrap();
        assert_eq!(perioden[0].afloop, Afloop::Verdwenen(juli));
        assert!(!perioden[0].is_lopend_op(date(2026, 8, 1)));
    }

    #[test]
    fn the_record_of_the_last_month_counts_in_any_order() {
        let start = date(2025, 1, 1);
        let maanden = [
            stand("2026-09", 1, start, Some(date(2026, 9, 9))),
            stand("2026-08", 1, start, None),
        ];
        let perioden = uitkeringsperioden(&maanden, None);
        assert!(matches!(perioden[0].afloop, Afloop::Beeindigd(_)));
    }
}
