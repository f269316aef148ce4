//! The policy of several municipalities side by side.

use primitives::{Datum, GemeenteCode, Moment};

use super::catalogus::{Parameter, catalogus};
use super::{Beleid, Stand};

/// A municipality that takes part in a comparison.
#[derive(Clone, Debug)]
pub struct Deelnemer {
    /// Which one.
    pub gemeente: GemeenteCode,
    /// Its name.
    pub naam: String,
    /// What it decided.
    pub beleid: Beleid,
}

/// One parameter in every municipality.
#[derive(Clone, Debug)]
pub struct Vergelijking<'a> {
    /// The parameter.
    pub parameter: &'static Parameter,
    /// What holds, in the order of the municipalities.
    pub standen: Vec<Vergeleken<'a>>,
    /// How many different values there are.
    pub verschillend: usize,
}

/// What holds in one municipality.
#[derive(Clone, Debug)]
pub struct Vergeleken<'a> {
    /// What holds.
    pub stand: Stand<'a>,
    /// Whether it is another value than most municipalities have.
    pub is_afwijkend: bool,
}

/// What holds for every parameter in every municipality on a day, as known on a moment. A parameter that the law
/// itself decides, or that does not exist on that day, is left out: there is nothing to compare.
pub fn compare_beleid(
    deelnemers: &[Deelnemer],
    peildatum: Datum,
    bekend_op: Moment,
) -> Vec<Vergelijking<'_>> {
    let te_vergelijken = |parameter: &&Parameter| {
        let regime = parameter.regime_on(peildatum);
        regime.is_some_and(|regime| regime.bevoegd.orgaan().is_some())
    };
    let parameters = catalogus().parameters().iter().filter(te_vergelijken);
    parameters
        .map(|parameter| {
            let standen = deelnemers
                .iter()
                .map(|deelnemer| deelnemer.beleid.stand_on(parameter, peildatum, bekend_op))
                .collect();
            Vergelijking::new(parameter, standen)
        })
        .collect()
}

impl<'a> Vergelijking<'a> {
    fn new(parameter: &'static Parameter, standen: Vec<Stand<'a>>) -> Self {
        let waarden: Vec<Option<String>> = standen.iter().map(render).collect();
        let aantal = |waarde: &Option<String>| waarden.iter().filter(|w| *w == waarde).count();
        let hoogste = waarden.iter().map(aantal).max().unwrap_or(0);
        let meest: Vec<&Option<String>> = waarden.iter().filter(|w| aantal(w) == hoogste).collect();
        // Two camps of the same size: nobody deviates from "most".
        let is_eenduidig = meest.iter().all(|waarde| Some(waarde) == meest.first());
        let afwijkend: Vec<bool> = waarden
            .iter()
            .map(|waarde| is_eenduidig && hoogste > 1 && !meest.contains(&waarde))
            .collect();
        let mut soorten = waarden;
        soorten.sort_unstable();
        soorten.dedup();
        Self {
            parameter,
            verschillend: soorten.len(),
            standen: standen
                .into_iter()
                .zip(afwijkend)
                .map(|(stand, is_afwijkend)| Vergeleken {
                    stand,
                    is_afwijkend,
                })
                .collect(),
        }
    }
}

/// The value to compare by; none where nothing can be used.
fn render(stand: &Stand<'_>) -> Option<String> {
    stand.waarde().map(ToString::to_string)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{dag, moment, vastgesteld};
    use super::*;

    fn deelnemer(code: &str, maanden: Option<&str>) -> Deelnemer {
        let waarde = maanden.map(|maanden| {
            vastgesteld(
                1,
                "iit.referteperiode",
                maanden,
                ("2024-01-01", None),
                ("2023-12-01", "2023-12-05"),
            )
        });
        Deelnemer {
            gemeente: GemeenteCode::parse(code).unwrap(),
            naam: code.into(),
            beleid: Beleid::new(waarde.into_iter().collect()),
        }
    }

    fn compare(maanden: &[Option<&str>]) -> (usize, Vec<bool>) {
        let codes = ["GM0001", "GM0002", "GM0003", "GM0004"];
        let deelnemers: Vec<_> = codes
            .iter()
            .zip(maanden)
            .map(|(code, maanden)| deelnemer(code, *maanden))
            .collect();
        let regels = compare_beleid(&deelnemers, dag("2026-03-01"), moment("2026-03-01"));
        let regel = regels
            .iter()
            .find(|regel| regel.parameter.sleutel.as_str() == "iit.referteperiode")
            .unwrap();
        let afwijkend = regel.standen.iter().map(|s| s.is_afwijkend).collect();
        (regel.verschillend, afwijkend)
    }

    #[test]
    fn who_differs_from_most_is_marked() {
        let a = Some("36");
        assert_eq!(
            compare(&[a, a, Some("12"), a]),
            (2, vec![false, false, true, false])
        );
        assert_eq!(
            compare(&[a, a, None, a]),
            (2, vec![false, false, true, false])
        );
        assert_eq!(compare(&[a, a, a, a]), (1, vec![false; 4]));
        let twee_kampen = compare(&[a, a, Some("12"), Some("12")]);
        assert_eq!(
            twee_kampen,
            (2, vec![false; 4]),
            "no majority, no deviation"
        );
        assert_eq!(
            compare(&[a, Some("12"), Some("24"), None]),
            (4, vec![false; 4])
        );
    }

    #[test]
    fn what_the_law_itself_decides_is_not_compared() {
        let regels = compare_beleid(&[], dag("2026-03-01"), moment("2026-03-01"));
        let is_er = |sleutel: &str| {
            regels
                .iter()
                .any(|r| r.parameter.sleutel.as_str() == sleutel)
        };
        assert!(is_er("iit.bedrag.gehuwden"));
        assert!(!is_er("maatregel.duur.derde"), "the law itself");
        assert!(!is_er("vrijlating.verlenging"), "not before 2027");
    }
}
