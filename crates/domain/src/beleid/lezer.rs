//! Reads typed fields, and gathers what is wrong with them.

use primitives::{Datum, Veldcontrole, parse_datum, parse_datum_nl};

use super::{Soort, Waarde, WaardeError};

/// How the texts of an input are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notatie {
    /// As people type: `1.234,50`, `21-11-2026`; also the other form where it cannot be mistaken.
    Formulier,
    /// As systems write (contract.md): `1234.50`, `2026-11-21`.
    Uitwisseling,
}

/// More frames than any decision gives.
const KADERS_MAX: usize = 50;
/// A frame is a sentence; the longest in seed 004 has 100 characters.
const KADER_MAX: usize = 500;

/// Reads fields in one notation.
#[derive(Debug)]
pub(crate) struct Lezer {
    pub(crate) notatie: Notatie,
    pub(crate) controle: Veldcontrole,
}

impl Notatie {
    /// Reads a value of a kind.
    pub fn parse_waarde(self, soort: Soort, tekst: &str) -> Result<Waarde, WaardeError> {
        match self {
            Self::Formulier => Waarde::parse_invoer(soort, tekst),
            Self::Uitwisseling => Waarde::parse(soort, tekst),
        }
    }

    pub(crate) fn parse_datum(self, tekst: &str) -> Option<Datum> {
        match self {
            Self::Formulier => parse_datum_nl(tekst),
            Self::Uitwisseling => parse_datum(tekst),
        }
    }

    pub(crate) const fn voorbeelddatum(self) -> &'static str {
        match self {
            Self::Formulier => "21-11-2026",
            Self::Uitwisseling => "2026-11-21",
        }
    }
}

impl Lezer {
    pub(crate) fn new(notatie: Notatie) -> Self {
        Self {
            notatie,
            controle: Veldcontrole::default(),
        }
    }

    pub(crate) fn parse_datum(&mut self, veld: &str, tekst: &str) -> Option<Datum> {
        let is_jaar = |datum: &Datum| (1995..=2200).contains(&datum.year());
        let datum = self.notatie.parse_datum(tekst).filter(is_jaar);
        if datum.is_none() {
            let voorbeeld = self.notatie.voorbeelddatum();
            let melding = format!("vul een datum in die bestaat, zoals {voorbeeld}");
            self.controle.refuse(veld, melding);
        }
        datum
    }

    /// The day of a meeting, which lies behind us when it is recorded.
    pub(crate) fn parse_vergaderdatum(&mut self, tekst: &str, vandaag: Datum) -> Option<Datum> {
        let vergaderdatum = self.parse_datum("vergaderdatum", tekst);
        if vergaderdatum.is_some_and(|datum| datum > vandaag) {
            let melding = "deze dag ligt in de toekomst: leg een besluit vast na de vergadering";
            self.controle.refuse("vergaderdatum", melding);
        }
        vergaderdatum
    }

    /// Frames in words; an empty one falls away.
    pub(crate) fn parse_kaders(&mut self, teksten: &[String]) -> Vec<String> {
        let gevuld: Vec<_> = teksten.iter().filter(|t| !t.trim().is_empty()).collect();
        if gevuld.len() > KADERS_MAX {
            let melding = format!("schrijf ten hoogste {KADERS_MAX} kaders op");
            self.controle.refuse("kaders", melding);
            return Vec::new();
        }
        let kaders = gevuld.into_iter();
        kaders
            .filter_map(|kader| self.parse_regel("kaders", kader, KADER_MAX))
            .collect()
    }

    /// A line that may be left out.
    pub(crate) fn parse_optionele_regel(
        &mut self,
        veld: &str,
        tekst: &str,
        max: usize,
    ) -> Option<String> {
        if tekst.trim().is_empty() {
            None
        } else {
            self.parse_regel(veld, tekst, max)
        }
    }

    /// Text of several lines that must be filled in.
    pub(crate) fn parse_tekst(&mut self, veld: &str, tekst: &str) -> Option<String> {
        if tekst.trim().is_empty() {
            self.controle.refuse(veld, "vul dit in");
        }
        self.parse_alinea(veld, tekst)
    }

    /// A line that must be filled in.
    pub(crate) fn parse_regel(&mut self, veld: &str, tekst: &str, max: usize) -> Option<String> {
        let regel = tekst.trim();
        let melding = if regel.is_empty() {
            "vul dit in".to_owned()
        } else if regel.chars().count() > max {
            format!("gebruik ten hoogste {max} tekens")
        } else if regel.chars().any(char::is_control) {
            "gebruik alleen leesbare tekens, op één regel".to_owned()
        } else {
            return Some(regel.to_owned());
        };
        self.controle.refuse(veld, melding);
        None
    }

    /// Text of several lines that may be left out.
    pub(crate) fn parse_alinea(&mut self, veld: &str, tekst: &str) -> Option<String> {
        let alinea = tekst.trim().replace("\r\n", "\n");
        let is_leesbaar = !alinea.chars().any(|c| c.is_control() && c != '\n');
        if alinea.chars().count() > 4000 {
            self.controle
                .refuse(veld, "gebruik ten hoogste 4000 tekens");
        } else if !is_leesbaar {
            self.controle.refuse(veld, "gebruik alleen leesbare tekens");
        } else if !alinea.is_empty() {
            return Some(alinea);
        }
        None
    }

    pub(crate) fn parse_stemmen(&mut self, veld: &str, tekst: &str) -> Option<u16> {
        let tekst = tekst.trim();
        let is_getal = (1..=3).contains(&tekst.len()) && tekst.bytes().all(|b| b.is_ascii_digit());
        let aantal = tekst.parse().ok().filter(|_| is_getal);
        if aantal.is_none() {
            let melding = "vul een aantal stemmen in, 0 als niemand zo stemde";
            self.controle.refuse(veld, melding);
        }
        aantal
    }
}
