//! The values to calculate with, in the whole municipality and where an area has others.

use primitives::{Datum, GemeenteCode, Moment};

use super::{NietTeBerekenen, Rekenparameter, Rekenset, Wijziging};
use crate::beleid::{Beleid, Waarde, Woonplek};

/// The values of the whole municipality, and of each area of a former one in which they are not the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rekensets {
    heel: Rekenset,
    gebieden: Vec<(GemeenteCode, Rekenset)>,
}

impl Rekensets {
    /// What holds on a day, as known on a moment.
    pub fn in_force(beleid: &Beleid, dag: Datum, bekend_op: Moment) -> Self {
        let in_gebied =
            |gebied| Rekenset::in_force(&beleid.clone().in_gebied(gebied), dag, bekend_op);
        let heel = in_gebied(None);
        let gebieden = beleid.list_gebieden().into_iter();
        let gebieden = gebieden.map(|code| (code, in_gebied(Some(code))));
        Self {
            gebieden: gebieden.filter(|(_, set)| *set != heel).collect(),
            heel,
        }
    }

    /// The values of the whole municipality.
    pub const fn heel(&self) -> &Rekenset {
        &self.heel
    }

    /// The values in an area; none is the whole municipality.
    pub fn in_gebied(&self, gebied: Option<GemeenteCode>) -> &Rekenset {
        let van = |code| self.gebieden.iter().find(|(eigen, _)| *eigen == code);
        gebied.and_then(van).map_or(&self.heel, |(_, set)| set)
    }

    /// Whether no area has values of its own.
    pub const fn is_same_everywhere(&self) -> bool {
        self.gebieden.is_empty()
    }

    /// Whether a parameter has this value everywhere.
    pub(super) fn has_everywhere(&self, parameter: Rekenparameter, waarde: &Waarde) -> bool {
        let sets = self.gebieden.iter().map(|(_, set)| set).chain([&self.heel]);
        sets.into_iter()
            .all(|set| set.waarde(parameter).as_ref() == Some(waarde))
    }

    /// The same with other values in the place of some: a decision for the whole municipality that is taken later
    /// goes before the own values of an area.
    pub(super) fn with(&self, wijzigingen: &[Wijziging]) -> Self {
        let gebieden = self.gebieden.iter();
        Self {
            heel: self.heel.with(wijzigingen),
            gebieden: gebieden
                .map(|(code, set)| (*code, set.with(wijzigingen)))
                .collect(),
        }
    }

    /// The area by whose values somebody is calculated: none where they are those of the whole municipality, now
    /// and in the other set.
    pub fn place(
        &self,
        ander: &Self,
        plek: Woonplek,
    ) -> Result<Option<GemeenteCode>, NietTeBerekenen> {
        let is_anders = |code| {
            let eigen = |sets: &Self| sets.gebieden.iter().any(|(eigen, _)| *eigen == code);
            eigen(self) || eigen(ander)
        };
        match plek {
            Woonplek::Gebied(code) => Ok(Some(code).filter(|code| is_anders(*code))),
            Woonplek::Overig => Ok(None),
            Woonplek::Onbekend if self.is_same_everywhere() && ander.is_same_everywhere() => {
                Ok(None)
            }
            Woonplek::Onbekend => Err(NietTeBerekenen::Woonplek),
        }
    }
}

/// The same values in the whole municipality.
impl From<Rekenset> for Rekensets {
    fn from(heel: Rekenset) -> Self {
        Self {
            heel,
            gebieden: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::beleid::{Besluitverwijzing, Orgaan, Sleutel, Vastgesteld};
    use crate::doorrekening::Rekenvraag;
    use jiff::civil::date;
    use primitives::{BesluitId, Periode, WaardeId, id_at};

    const DAG: Datum = date(2026, 6, 1);

    fn code(tekst: &str) -> GemeenteCode {
        GemeenteCode::parse(tekst).unwrap()
    }

    fn maanden(maanden: u16) -> Wijziging {
        Wijziging {
            parameter: Rekenparameter::IitReferteperiode,
            waarde: Waarde::Maanden(maanden),
        }
    }

    fn vastgesteld(maanden: u16, gebied: Option<GemeenteCode>, tot: Datum) -> Vastgesteld {
        let nu = Moment::UNIX_EPOCH;
        Vastgesteld {
            id: WaardeId::new(id_at(nu, maanden.into())),
            sleutel: Sleutel::parse(Rekenparameter::IitReferteperiode.sleutel()).unwrap(),
            waarde: Some(Waarde::Maanden(maanden)),
            periode: Periode::try_new(date(2025, 1, 1), Some(tot)).unwrap(),
            gebied,
            besluit: Besluitverwijzing {
                id: BesluitId::new(id_at(nu, 0)),
                gemeente: code("GM0294"),
                orgaan: Orgaan::Raad,
                nummer: "1".into(),
                titel: "Verordening".into(),
                vergaderdatum: date(2024, 12, if gebied.is_some() { 2 } else { 1 }),
            },
            bekend_op: nu,
            corrigeert: None,
        }
    }

    /// 36 months, and 12 in one area until the end of 2026.
    fn sets(dag: Datum) -> Rekensets {
        let beleid = Beleid::new(vec![
            vastgesteld(36, None, date(2030, 1, 1)),
            vastgesteld(12, Some(code("GM1651")), date(2027, 1, 1)),
        ]);
        Rekensets::in_force(&beleid, dag, Moment::UNIX_EPOCH)
    }

    #[test]
    fn an_area_has_its_own_values_and_no_other_has() {
        let nu = sets(DAG);
        let termijn = |gebied| nu.in_gebied(gebied).referteperiode();
        assert_eq!(termijn(None), Some(36));
        assert_eq!(termijn(Some(code("GM1651"))), Some(12));
        assert_eq!(termijn(Some(code("GM0053"))), Some(36));
    }

    #[test]
    fn who_lives_nobody_knows_where_is_not_calculated_while_an_area_differs() {
        let (nu, later) = (sets(DAG), sets(date(2027, 6, 1)));
        let daar = Woonplek::Gebied(code("GM1651"));
        assert_eq!(later.place(&nu, daar), Ok(Some(code("GM1651"))));
        assert_eq!(nu.place(&later, Woonplek::Overig), Ok(None));
        let onbekend = |een: &Rekensets, twee| een.place(twee, Woonplek::Onbekend);
        assert_eq!(onbekend(&nu, &later), Err(NietTeBerekenen::Woonplek));
        assert_eq!(onbekend(&later, &nu), Err(NietTeBerekenen::Woonplek));
        assert_eq!(onbekend(&later, &later), Ok(None));
        assert_eq!(later.place(&later, daar), Ok(None));
    }

    #[test]
    fn a_later_decision_for_all_goes_before_the_values_of_an_area() {
        let nu = sets(DAG);
        let straks = nu.with(&[maanden(24)]);
        for gebied in [None, Some(code("GM1651"))] {
            assert_eq!(straks.in_gebied(gebied).referteperiode(), Some(24));
        }
        // What the whole municipality has already is a change all the same where the area differs.
        let vraag = Rekenvraag::restore(DAG, vec![maanden(36)]);
        assert_eq!(vraag.without_unchanged(&nu).wijzigingen().len(), 1);
        let zonder = Rekensets::from(*nu.heel());
        assert!(vraag.without_unchanged(&zonder).wijzigingen().is_empty());
    }
}
