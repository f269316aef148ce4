//! What is asked: other values from a day on.

use std::collections::BTreeSet;

use primitives::{Datum, Periode, Veldcontrole, Veldfouten};

use super::{Rekenparameter, Rekensets};
use crate::beleid::{Notatie, Orgaan, Strijd, Waarde, catalogus, check_waarde};

/// How many years ahead a change may begin: further is a slip of the pen.
const JAREN_VOORUIT: i16 = 10;

/// Another value of a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wijziging {
    /// The parameter.
    pub parameter: Rekenparameter,
    /// The value to try.
    pub waarde: Waarde,
}

/// Other values from a day on, each within the bounds of the law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rekenvraag {
    vanaf: Datum,
    wijzigingen: Vec<Wijziging>,
}

/// What somebody typed: a day, and texts by key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RekenvraagInvoer {
    /// From which day.
    pub vanaf: String,
    /// Key and value; an empty value changes nothing.
    pub waarden: Vec<(String, String)>,
}

impl RekenvraagInvoer {
    /// Reads the question, or names every wrong field: `vanaf`, and each value under its key.
    pub fn parse(&self, notatie: Notatie, vandaag: Datum) -> Result<Rekenvraag, Veldfouten> {
        let mut controle = Veldcontrole::default();
        let vanaf = self.parse_vanaf(notatie, vandaag, &mut controle);
        let mut wijzigingen = Vec::new();
        let mut gezien = BTreeSet::new();
        for (sleutel, tekst) in self.waarden.iter().filter(|(_, t)| !t.trim().is_empty()) {
            if !gezien.insert(sleutel) {
                controle.refuse(sleutel, "deze sleutel staat er twee keer");
                continue;
            }
            let gelezen = parse_wijziging(notatie, sleutel, tekst);
            let Some(wijziging) = controle.take(sleutel, gelezen) else {
                continue;
            };
            if let Some(vanaf) = vanaf {
                controle.take(sleutel, wijziging.check_wet(vanaf));
            }
            wijzigingen.push(wijziging);
        }
        controle.finish()?;
        wijzigingen.sort_by_key(|wijziging| wijziging.parameter);
        Ok(Rekenvraag {
            // Without a day there is a fault, so the day of today is never taken in silence.
            vanaf: vanaf.unwrap_or(vandaag),
            wijzigingen,
        })
    }

    fn parse_vanaf(
        &self,
        notatie: Notatie,
        vandaag: Datum,
        controle: &mut Veldcontrole,
    ) -> Option<Datum> {
        let jaren = vandaag.year() - 1..=vandaag.year() + JAREN_VOORUIT;
        let dag = notatie.parse_datum(&self.vanaf);
        let dag = dag.filter(|dag| jaren.contains(&dag.year()));
        if dag.is_none() {
            let voorbeeld = notatie.voorbeelddatum();
            let (eerste, laatste) = (jaren.start(), jaren.end());
            controle.refuse(
                "vanaf",
                format!("vul een datum in van {eerste} tot en met {laatste}, zoals {voorbeeld}"),
            );
        }
        dag
    }
}

impl Rekenvraag {
    /// From which day the other values hold.
    pub const fn vanaf(&self) -> Datum {
        self.vanaf
    }

    /// The other values, in the order of the pages.
    pub fn wijzigingen(&self) -> &[Wijziging] {
        &self.wijzigingen
    }

    /// The question without the values that hold already, everywhere in the municipality.
    #[must_use]
    pub fn without_unchanged(&self, nu: &Rekensets) -> Self {
        let is_anders = |w: &&Wijziging| !nu.has_everywhere(w.parameter, &w.waarde);
        Self {
            vanaf: self.vanaf,
            wijzigingen: self.wijzigingen.iter().filter(is_anders).cloned().collect(),
        }
    }

    /// The question of a calculation that was kept; its values were judged then.
    pub const fn restore(vanaf: Datum, wijzigingen: Vec<Wijziging>) -> Self {
        Self { vanaf, wijzigingen }
    }
}

fn parse_wijziging(notatie: Notatie, sleutel: &str, tekst: &str) -> Result<Wijziging, String> {
    let parameter = catalogus()
        .find(sleutel)
        .ok_or("dit gegeven staat niet in de catalogus")?;
    let Some(rekenparameter) = Rekenparameter::from_sleutel(sleutel) else {
        let waarom = super::find_belemmering(parameter).unwrap_or_default();
        return Err(format!("dit gegeven is niet door te rekenen. {waarom}"));
    };
    let waarde = notatie
        .parse_waarde(parameter.soort, tekst)
        .map_err(|fout| fout.to_string())?;
    Ok(Wijziging {
        parameter: rekenparameter,
        waarde,
    })
}

impl Wijziging {
    /// Holds the value against the bounds of every day from `vanaf` on, as for a decision of the organ that
    /// decides on that day.
    fn check_wet(&self, vanaf: Datum) -> Result<(), Strijd> {
        let (Some(parameter), Ok(periode)) = (
            self.parameter.parameter(catalogus()),
            Periode::try_new(vanaf, None),
        ) else {
            return Ok(());
        };
        let regime = parameter.regime_on(vanaf);
        // Where no organ of the municipality decides, the check says so.
        let orgaan = regime.and_then(|regime| regime.bevoegd.orgaan());
        let orgaan = orgaan.unwrap_or(Orgaan::Raad);
        check_waarde(parameter, &self.waarde, orgaan, periode)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn parse(vanaf: &str, waarden: &[(&str, &str)]) -> Result<Rekenvraag, Veldfouten> {
        let invoer = RekenvraagInvoer {
            vanaf: vanaf.to_owned(),
            waarden: waarden
                .iter()
                .map(|(sleutel, tekst)| ((*sleutel).to_owned(), (*tekst).to_owned()))
                .collect(),
        };
        invoer.parse(Notatie::Uitwisseling, date(2026, 11, 21))
    }

    #[test]
    fn reads_values_and_leaves_out_what_is_empty() {
        let vraag = parse(
            "2027-01-01",
            &[
                ("iit.referteperiode", " "),
                ("iit.bedrag.gehuwden", "600.00"),
            ],
        )
        .unwrap();
        let [wijziging] = vraag.wijzigingen() else {
            panic!("one change, got {vraag:?}");
        };
        assert_eq!(wijziging.parameter, Rekenparameter::IitGehuwden);
        assert_eq!(wijziging.waarde.to_string(), "600.00");
    }

    #[test]
    fn every_wrong_field_is_named_with_its_rule() {
        let fouten = parse(
            "2040-01-01",
            &[
                ("iit.bedrag.gehuwden", "veel"),
                ("giften.grens", "1300.00"),
                ("bestaat.niet", "1"),
            ],
        )
        .unwrap_err();
        let tekst = fouten.to_string();
        for deel in [
            "vanaf: vul een datum in",
            "iit.bedrag.gehuwden: schrijf een bedrag",
            "niet wie giften krijgt",
            "bestaat.niet: dit gegeven staat niet",
        ] {
            assert!(tekst.contains(deel), "{deel} in {tekst}");
        }
    }

    #[test]
    fn a_value_beyond_the_law_is_refused_with_the_article() {
        for (sleutel, artikel) in [
            ("norm.verlaging.woonsituatie", "art. 27"),
            ("maatregel.categorie.1", "art. 18 lid 2"),
        ] {
            let fout = parse("2027-01-01", &[(sleutel, "101")]).unwrap_err();
            let [fout] = fout.list() else {
                panic!("one fault");
            };
            assert_eq!(fout.veld, sleutel);
            assert!(fout.melding.contains(artikel), "{}", fout.melding);
        }
    }

    #[test]
    fn the_same_key_twice_is_refused() {
        let dubbel = [("iit.referteperiode", "36"), ("iit.referteperiode", "24")];
        let fout = parse("2027-01-01", &dubbel).unwrap_err();
        assert!(fout.to_string().contains("twee keer"));
    }
}
