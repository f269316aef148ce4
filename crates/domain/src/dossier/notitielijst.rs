//! A list of notes, for taking over a caseload that runs.

use std::collections::HashSet;

use primitives::{Bsn, Datum, parse_datum, parse_datum_nl};

use super::casusregie::Medewerker;
use super::notitie::{Notitiesoort, Notitietekst};
use super::regisseurlijst::read_medewerker;
use crate::statistiek::{Bestand, Fouten, NOTITIE_VELDEN, Overtreding, Regel, Rij, Veld};

/// One line of the list: what a colleague wrote about a resident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notitieregel {
    /// About whom.
    pub bsn: Bsn,
    /// Who wrote it.
    pub medewerker: Medewerker,
    /// What kind.
    pub soort: Notitiesoort,
    /// About which day.
    pub datum: Datum,
    /// What.
    pub tekst: Notitietekst,
}

/// A list of notes: `bsn;medewerker;naam;soort;datum;tekst`.
pub type Notitielijst = Bestand<Notitieregel>;

impl Regel for Notitieregel {
    const VELDEN: &'static [Veld] = &NOTITIE_VELDEN;

    fn read(rij: &mut Rij<'_>) -> Option<Self> {
        let bsn = rij.vereist(|tekst| Bsn::parse(tekst).map_err(|fout| fout.to_string()));
        let medewerker = read_medewerker(rij);
        let soort = rij.vereist(|tekst| {
            let keuze = Notitiesoort::ALL.map(Notitiesoort::naam).join(", ");
            Notitiesoort::parse(tekst).ok_or_else(|| format!("een soort: {keuze}"))
        });
        let datum = rij.vereist(|tekst| {
            parse_datum(tekst)
                .or_else(|| parse_datum_nl(tekst))
                .ok_or("een bestaande dag als 2026-01-01")
        });
        let tekst =
            rij.vereist(|tekst| Notitietekst::parse(tekst).map_err(|fout| fout.to_string()));
        Some(Self {
            bsn: bsn?,
            medewerker: medewerker?,
            soort: soort?,
            datum: datum?,
            tekst: tekst?,
        })
    }

    fn waarden(&self) -> Vec<String> {
        vec![
            self.bsn.expose().to_owned(),
            self.medewerker.sub.clone(),
            self.medewerker.naam.clone(),
            self.soort.naam().to_owned(),
            self.datum.to_string(),
            self.tekst.as_str().to_owned(),
        ]
    }

    fn overtredingen(&self) -> Vec<Overtreding> {
        Vec::new()
    }

    fn check_samenhang(regels: &[(u64, Self)], fouten: &mut Fouten) {
        let mut eerder = HashSet::new();
        for (regel, rij) in regels {
            if !eerder.insert((&rij.bsn, rij.soort, rij.datum, rij.tekst.as_str())) {
                let voorschrift = "elke notitie staat één keer in de lijst";
                fouten.refuse_line(*regel, "regel", String::new(), voorschrift.into());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use primitives::GemeenteCode;

    fn parse(regels: &str) -> Result<Notitielijst, Vec<(u64, &'static str, String)>> {
        let tekst = format!("bsn;medewerker;naam;soort;datum;tekst\n{regels}");
        let gemeente = GemeenteCode::parse("GM0267").unwrap();
        Notitielijst::parse(tekst.as_bytes(), gemeente).map_err(|fouten| {
            let lijst = fouten.list().iter();
            lijst.map(|f| (f.regel, f.veld, f.waarde.clone())).collect()
        })
    }

    #[test]
    fn a_list_is_read_and_written_back() {
        let regels =
            "111222333;anna;Anna Bos;gesprek;2026-03-01;\"Gaat goed;\nnog een keer bellen.\"\n";
        let lijst = parse(regels).unwrap();
        let terug = String::from_utf8(lijst.render_csv()).unwrap();
        assert!(terug.ends_with(regels), "{terug}");
    }

    #[test]
    fn every_fault_is_named_and_no_text_is_shown() {
        let fouten = parse("1;a b;=1;praatje;ooit;bsn 111222333\n").unwrap_err();
        let velden: Vec<_> = fouten.iter().map(|(_, veld, _)| *veld).collect();
        assert_eq!(
            velden,
            ["bsn", "medewerker", "naam", "soort", "datum", "tekst"]
        );
        assert_eq!(fouten[5].2, "•••");
        let regel = "111222333;a;Anna;gesprek;2026-03-01;Goed.\n";
        assert_eq!(parse(&format!("{regel}{regel}")).unwrap_err()[0].0, 3);
    }
}
