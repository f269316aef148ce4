//! A list of names beside the records: BUS and SRG hold none, staff need one.

use std::fmt;

use primitives::Bsn;

use super::bestand::{Bestand, Overtreding, Regel};
use super::error::Fouten;
use super::lezer::Rij;
use super::veld::{NAMEN_VELDEN, Veld};
use super::waarde::Voorschrift;

/// The name of a person as one line. Prints nothing of itself.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Naam(String);

impl Naam {
    /// Accepts 1 to 100 characters without control characters, starting with a letter or an apostrophe, so that
    /// no spreadsheet takes it for a formula.
    pub fn parse(tekst: &str) -> Result<Self, Voorschrift> {
        let begint_goed = tekst.starts_with(|c: char| c.is_alphabetic() || c == '\'' || c == '’');
        let is_goed = begint_goed
            && tekst.chars().count() <= 100
            && tekst.trim_end() == tekst
            && !tekst.chars().any(char::is_control);
        if is_goed {
            Ok(Self(tekst.to_owned()))
        } else {
            Err("een naam van hoogstens 100 tekens, te beginnen met een letter".into())
        }
    }

    /// The name as text, for the page of who may see it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Naam {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Naam(…)")
    }
}

/// A bsn with the name that belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Naamregel {
    /// Who.
    pub bsn: Bsn,
    /// The name.
    pub naam: Naam,
}

/// A file of names.
pub type Namenbestand = Bestand<Naamregel>;

impl Regel for Naamregel {
    const VELDEN: &'static [Veld] = &NAMEN_VELDEN;

    fn read(rij: &mut Rij<'_>) -> Option<Self> {
        let bsn = rij.vereist(|tekst| Bsn::parse(tekst).map_err(|fout| fout.to_string()));
        let naam = rij.vereist(Naam::parse);
        Some(Self {
            bsn: bsn?,
            naam: naam?,
        })
    }

    fn waarden(&self) -> Vec<String> {
        vec![self.bsn.expose().to_owned(), self.naam.0.clone()]
    }

    fn overtredingen(&self) -> Vec<Overtreding> {
        Vec::new()
    }

    fn check_samenhang(_: &[(u64, Self)], _: &mut Fouten) {}
}
