//! A list of who lives in which area, for taking over a caseload or after a merger.

use std::collections::HashSet;

use primitives::{Bsn, Datum, GemeenteCode, parse_datum, parse_datum_nl};

use crate::statistiek::{Bestand, Fouten, Overtreding, Regel, Rij, Veld, WOONGEBIED_VELDEN};

/// One line of the list: a resident with the area from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Woongebiedregel {
    /// Who.
    pub bsn: Bsn,
    /// The former municipality; none for elsewhere in the municipality.
    pub gebied: Option<GemeenteCode>,
    /// Since when.
    pub sinds: Datum,
}

/// A list of areas: `bsn;gebied;sinds`.
pub type Woongebiedlijst = Bestand<Woongebiedregel>;

impl Regel for Woongebiedregel {
    const VELDEN: &'static [Veld] = &WOONGEBIED_VELDEN;

    fn read(rij: &mut Rij<'_>) -> Option<Self> {
        let bsn = rij.vereist(|tekst| Bsn::parse(tekst).map_err(|fout| fout.to_string()));
        let gebied = rij.mogelijk(|tekst| {
            GemeenteCode::parse(tekst)
                .map_err(|_| "de code van de vroegere gemeente, zoals GM1651, of leeg")
        });
        let sinds = rij.vereist(|tekst| {
            parse_datum(tekst)
                .or_else(|| parse_datum_nl(tekst))
                .ok_or("een bestaande dag als 2026-01-01")
        });
        Some(Self {
            bsn: bsn?,
            gebied,
            sinds: sinds?,
        })
    }

    fn waarden(&self) -> Vec<String> {
        vec![
            self.bsn.expose().to_owned(),
            self.gebied.map(|code| code.to_string()).unwrap_or_default(),
            self.sinds.to_string(),
        ]
    }

    fn overtredingen(&self) -> Vec<Overtreding> {
        Vec::new()
    }

    /// Somebody lives in one place at a time.
    fn check_samenhang(regels: &[(u64, Self)], fouten: &mut Fouten) {
        let mut gezien = HashSet::new();
        for (regel, rij) in regels {
            if !gezien.insert((&rij.bsn, rij.sinds)) {
                fouten.refuse_line(
                    *regel,
                    "regel",
                    String::new(),
                    "een inwoner woont op één plek: dit bsn staat al in de lijst met dezelfde dag"
                        .into(),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(regels: &str) -> Result<Woongebiedlijst, Vec<(u64, &'static str)>> {
        let tekst = format!("bsn;gebied;sinds\n{regels}");
        let gemeente = GemeenteCode::parse("GM1966").unwrap();
        Woongebiedlijst::parse(tekst.as_bytes(), gemeente).map_err(|fouten| {
            let lijst = fouten.list().iter();
            lijst.map(|fout| (fout.regel, fout.veld)).collect()
        })
    }

    #[test]
    fn a_list_is_read_and_written_back() {
        let regels = "111222333;GM1651;2026-01-01\n123456782;;2026-03-01\n";
        let lijst = parse(regels).unwrap();
        assert_eq!(lijst.regels()[1].gebied, None);
        let terug = String::from_utf8(lijst.render_csv()).unwrap();
        assert!(terug.ends_with(regels));
    }

    #[test]
    fn every_fault_is_named() {
        let fouten = parse("111222334;Eemsmond;\n").unwrap_err();
        assert_eq!(fouten, [(2, "bsn"), (2, "gebied"), (2, "sinds")]);
    }

    #[test]
    fn a_resident_lives_in_one_place_at_a_time() {
        let eens = "111222333;GM1651;2026-01-01\n111222333;;2026-02-01\n";
        assert!(parse(eens).is_ok());
        let fouten = parse(&format!("{eens}111222333;;2026-01-01\n")).unwrap_err();
        assert_eq!(fouten, [(4, "regel")]);
    }
}
