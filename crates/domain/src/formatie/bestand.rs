//! The staffing of a municipality in a file, for taking over what another administration knew.

use std::collections::HashSet;

use primitives::{Datum, parse_datum, parse_datum_nl};

use super::regel::{Doelgroep, Formatiestap, Functie};
use crate::statistiek::{Bestand, FORMATIE_VELDEN, Fouten, Overtreding, Regel, Rij, Veld};

/// One line of the file: a step, and since when it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formatieopgave {
    /// The step.
    pub stap: Formatiestap,
    /// The day on which it was decided; none when it becomes known by this file.
    pub bekend_op: Option<Datum>,
}

/// A file of staffing: `functie;doelgroep;van;fte;bekend_op`.
pub type Formatiebestand = Bestand<Formatieopgave>;

impl Regel for Formatieopgave {
    const VELDEN: &'static [Veld] = &FORMATIE_VELDEN;

    fn read(rij: &mut Rij<'_>) -> Option<Self> {
        let functie = rij.vereist(|tekst| {
            let keuze = Functie::ALL.map(Functie::sleutel).join(", ");
            Functie::from_sleutel(tekst).ok_or_else(|| format!("een functie: {keuze}"))
        });
        let doelgroep = rij.vereist(|tekst| {
            let keuze = Doelgroep::ALL.map(Doelgroep::sleutel).join(", ");
            Doelgroep::from_sleutel(tekst).ok_or_else(|| format!("een doelgroep: {keuze}"))
        });
        let van = rij.vereist(|tekst| {
            read_dag(tekst)
                .filter(|dag| Formatiestap::is_denkbaar(*dag))
                .ok_or("een bestaande dag vanaf 2015, als 2026-01-01")
        });
        let fte = rij.vereist(|tekst| Formatiestap::parse_fte(tekst).map_err(|f| f.to_string()));
        let bekend_op = rij.mogelijk(|tekst| {
            read_dag(tekst).ok_or("een bestaande dag als 2026-01-01, of leeg voor vandaag")
        });
        Some(Self {
            stap: Formatiestap {
                functie: functie?,
                doelgroep: doelgroep?,
                van: van?,
                fte: fte?,
            },
            bekend_op,
        })
    }

    fn waarden(&self) -> Vec<String> {
        let stap = self.stap;
        vec![
            stap.functie.sleutel().to_owned(),
            stap.doelgroep.sleutel().to_owned(),
            stap.van.to_string(),
            stap.fte
                .map_or_else(|| "0".to_owned(), |fte| fte.to_string()),
            self.bekend_op
                .map(|dag| dag.to_string())
                .unwrap_or_default(),
        ]
    }

    fn overtredingen(&self) -> Vec<Overtreding> {
        Vec::new()
    }

    fn check_samenhang(regels: &[(u64, Self)], fouten: &mut Fouten) {
        let mut eerder = HashSet::new();
        for (regel, opgave) in regels {
            let stap = opgave.stap;
            if !eerder.insert((stap.functie, stap.doelgroep, stap.van, opgave.bekend_op)) {
                let voorschrift =
                    "elke functie, doelgroep, dag en bekend_op staat één keer in het bestand";
                fouten.refuse_line(*regel, "regel", String::new(), voorschrift.into());
            }
        }
    }
}

fn read_dag(tekst: &str) -> Option<Datum> {
    parse_datum(tekst).or_else(|| parse_datum_nl(tekst))
}

#[cfg(test)]
mod tests {
    use super::*;
    use primitives::GemeenteCode;

    fn parse(regels: &str) -> Result<Formatiebestand, Vec<(u64, &'static str)>> {
        let tekst = format!("functie;doelgroep;van;fte;bekend_op\n{regels}");
        let gemeente = GemeenteCode::parse("GM0267").unwrap();
        Formatiebestand::parse(tekst.as_bytes(), gemeente)
            .map_err(|fouten| fouten.list().iter().map(|f| (f.regel, f.veld)).collect())
    }

    #[test]
    fn a_file_is_read_and_written_back() {
        let tekst =
            "klantmanager;regulier;2024-01-01;1.67;2023-12-01\njobcoach;alle;2025-01-01;0;\n";
        let bestand = parse(tekst).unwrap();
        assert_eq!(bestand.regels()[1].stap.fte, None);
        let terug = String::from_utf8(bestand.render_csv()).unwrap();
        assert_eq!(
            terug,
            format!("functie;doelgroep;van;fte;bekend_op\n{tekst}")
        );
        assert_eq!(
            parse("klantmanager;regulier;1-1-2024;1,67;1-12-2023")
                .unwrap()
                .regels()[0],
            bestand.regels()[0]
        );
    }

    #[test]
    fn every_fault_of_every_line_is_named() {
        let fouten = parse("baas;wie;2024-02-31;veel;gisteren\n;;1999-01-01;;\n").unwrap_err();
        let velden = ["functie", "doelgroep", "van", "fte", "bekend_op"];
        let verwacht: Vec<_> = velden
            .map(|veld| (2, veld))
            .into_iter()
            .chain(["functie", "doelgroep", "van", "fte"].map(|veld| (3, veld)))
            .collect();
        assert_eq!(fouten, verwacht);
    }

    #[test]
    fn a_step_stands_in_a_file_once() {
        let regel = "klantmanager;alle;2024-01-01;2;";
        assert_eq!(
            parse(&format!("{regel}\n{regel}")).unwrap_err(),
            [(3, "regel")]
        );
        parse(&format!("{regel}\n{regel}2023-12-01")).unwrap();
    }
}
