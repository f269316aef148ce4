//! A list of who directs which case, for taking over a caseload that runs.

use std::collections::{HashMap, HashSet};

use primitives::{Bsn, Datum, parse_datum, parse_datum_nl};

use super::casusregie::Medewerker;
use crate::statistiek::{Bestand, Fouten, Naam, Overtreding, REGISSEUR_VELDEN, Regel, Rij, Veld};

/// The longest id that is kept of a colleague.
const SUB_MAX: usize = 255;

/// One line of the list: a resident with the colleague who directs the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Regisseurregel {
    /// Whose case.
    pub bsn: Bsn,
    /// Who directs it.
    pub medewerker: Medewerker,
    /// Since when; none when that is not known, and it begins here.
    pub sinds: Option<Datum>,
}

/// A list of casusregisseurs: `bsn;medewerker;naam;sinds`.
pub type Regisseurlijst = Bestand<Regisseurregel>;

impl Regel for Regisseurregel {
    const VELDEN: &'static [Veld] = &REGISSEUR_VELDEN;

    fn read(rij: &mut Rij<'_>) -> Option<Self> {
        let bsn = rij.vereist(|tekst| Bsn::parse(tekst).map_err(|fout| fout.to_string()));
        let medewerker = read_medewerker(rij);
        let sinds = rij.mogelijk(|tekst| {
            parse_datum(tekst)
                .or_else(|| parse_datum_nl(tekst))
                .ok_or("een bestaande dag als 2026-01-01, of leeg")
        });
        Some(Self {
            bsn: bsn?,
            medewerker: medewerker?,
            sinds,
        })
    }

    fn waarden(&self) -> Vec<String> {
        vec![
            self.bsn.expose().to_owned(),
            self.medewerker.sub.clone(),
            self.medewerker.naam.clone(),
            self.sinds.map(|dag| dag.to_string()).unwrap_or_default(),
        ]
    }

    fn overtredingen(&self) -> Vec<Overtreding> {
        Vec::new()
    }

    /// A resident has exactly one casusregisseur (piketpaal 2), and a colleague one name.
    fn check_samenhang(regels: &[(u64, Self)], fouten: &mut Fouten) {
        let mut inwoners = HashSet::new();
        let mut namen: HashMap<&str, &str> = HashMap::new();
        for (regel, rij) in regels {
            let mut refuse = |voorschrift: &'static str| {
                fouten.refuse_line(*regel, "regel", String::new(), voorschrift.into());
            };
            if !inwoners.insert(&rij.bsn) {
                refuse(
                    "een inwoner heeft precies één casusregisseur: elk bsn staat één keer in de lijst",
                );
            }
            let Medewerker { sub, naam } = &rij.medewerker;
            if *namen.entry(sub).or_insert(naam) != naam {
                refuse("een collega heeft overal in de lijst dezelfde naam");
            }
        }
    }
}

/// Reads the columns `medewerker` and `naam`.
pub(super) fn read_medewerker(rij: &mut Rij<'_>) -> Option<Medewerker> {
    let sub = rij.vereist(|tekst| {
        let is_goed =
            tekst.len() <= SUB_MAX && !tekst.chars().any(|c| c.is_whitespace() || c.is_control());
        if is_goed {
            Ok(tekst.to_owned())
        } else {
            Err("de id van de collega bij de aanmelddienst: hoogstens 255 tekens zonder spaties")
        }
    });
    let naam = rij.vereist(Naam::parse);
    Some(Medewerker {
        sub: sub?,
        naam: naam?.as_str().to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use primitives::GemeenteCode;

    fn parse(regels: &str) -> Result<Regisseurlijst, Vec<(u64, &'static str, String)>> {
        let tekst = format!("bsn;medewerker;naam;sinds\n{regels}");
        let gemeente = GemeenteCode::parse("GM0267").unwrap();
        Regisseurlijst::parse(tekst.as_bytes(), gemeente).map_err(|fouten| {
            let lijst = fouten.list().iter();
            lijst.map(|f| (f.regel, f.veld, f.waarde.clone())).collect()
        })
    }

    #[test]
    fn a_list_is_read_and_written_back() {
        let regels = "111222333;anna-1;Anna Bos;2025-03-01\n123456782;bram-2;Bram Vos;\n";
        let lijst = parse(regels).unwrap();
        assert_eq!(lijst.regels()[1].sinds, None);
        let terug = String::from_utf8(lijst.render_csv()).unwrap();
        assert!(terug.ends_with(regels));
    }

    #[test]
    fn every_fault_is_named_without_a_bsn() {
        let fouten = parse("111222334;a b;=1;ooit\n").unwrap_err();
        let velden: Vec<_> = fouten.iter().map(|(_, veld, _)| *veld).collect();
        assert_eq!(velden, ["bsn", "medewerker", "naam", "sinds"]);
        assert_eq!(fouten[0].2, "•••");
    }

    #[test]
    fn a_resident_has_one_casusregisseur_and_a_colleague_one_name() {
        let fouten =
            parse("111222333;a;Anna;\n111222333;b;Bram;\n123456782;a;Annie;\n").unwrap_err();
        let regels: Vec<_> = fouten.iter().map(|(regel, ..)| *regel).collect();
        assert_eq!(regels, [3, 4]);
    }
}
