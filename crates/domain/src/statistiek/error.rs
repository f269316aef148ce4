//! What is wrong in a delivered file: line, field, value and rule, up to a thousand.

use serde::Serialize;

use super::veld::{Veld, Veldsoort};
use super::waarde::Voorschrift;

/// How many faults are kept; the rest is only counted.
pub const FOUTEN_MAX: usize = 1_000;

/// How many characters of a faulty value are shown.
const WAARDE_MAX: usize = 40;

/// Digits from which a value may be a bsn or a date of birth in the wrong column.
const CIJFERS_VERDACHT: usize = 8;

/// What stands in the place of a personal value.
const GEMASKEERD: &str = "•••";

/// One fault in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Bestandsfout {
    /// The line in the file, the header being line 1.
    pub regel: u64,
    /// The column, or `kop` or `regel` when the header or the line as a whole is wrong.
    pub veld: &'static str,
    /// The value as it stood there, shortened, and masked when it is or may be personal.
    pub waarde: String,
    /// What is expected, in Dutch.
    pub voorschrift: Voorschrift,
}

/// At least one fault: nothing of the file is taken over.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("het bestand bevat {totaal} fout(en)")]
pub struct Bestandsfouten {
    lijst: Vec<Bestandsfout>,
    totaal: usize,
}

impl Bestandsfouten {
    /// The faults by line, at most [`FOUTEN_MAX`].
    pub fn list(&self) -> &[Bestandsfout] {
        &self.lijst
    }

    /// How many faults there are in all.
    pub const fn totaal(&self) -> usize {
        self.totaal
    }
}

/// Gathers the faults of one file.
#[derive(Debug, Default)]
pub struct Fouten {
    lijst: Vec<Bestandsfout>,
    totaal: usize,
}

impl Fouten {
    /// Notes a fault in a field.
    pub fn refuse(&mut self, regel: u64, veld: &Veld, waarde: &str, voorschrift: Voorschrift) {
        self.note(regel, veld.naam, voorschrift, || vertoond(veld, waarde));
    }

    /// Notes a fault in a line as a whole; `waarde` holds nothing from the file but counts.
    pub fn refuse_line(
        &mut self,
        regel: u64,
        veld: &'static str,
        waarde: String,
        voorschrift: Voorschrift,
    ) {
        self.note(regel, veld, voorschrift, || waarde);
    }

    /// How many faults there are so far.
    pub const fn totaal(&self) -> usize {
        self.totaal
    }

    /// The faults in the order of the file, if there are any.
    pub fn finish(mut self) -> Result<(), Bestandsfouten> {
        if self.totaal == 0 {
            return Ok(());
        }
        self.lijst.sort_by_key(|fout| fout.regel);
        Err(Bestandsfouten {
            lijst: self.lijst,
            totaal: self.totaal,
        })
    }

    fn note(
        &mut self,
        regel: u64,
        veld: &'static str,
        voorschrift: Voorschrift,
        waarde: impl FnOnce() -> String,
    ) {
        self.totaal += 1;
        if self.lijst.len() < FOUTEN_MAX {
            self.lijst.push(Bestandsfout {
                regel,
                veld,
                waarde: waarde(),
                voorschrift,
            });
        }
    }
}

/// A value as a message may show it.
fn vertoond(veld: &Veld, waarde: &str) -> String {
    let cijfers = waarde.bytes().filter(u8::is_ascii_digit).count();
    let is_gemaskeerd = match veld.soort {
        Veldsoort::Persoonlijk => true,
        Veldsoort::Datum => cijfers > CIJFERS_VERDACHT,
        Veldsoort::Overig => cijfers >= CIJFERS_VERDACHT,
    };
    if waarde.is_empty() {
        return String::new();
    }
    if is_gemaskeerd {
        return GEMASKEERD.to_owned();
    }
    let mut uit: String = waarde
        .chars()
        .take(WAARDE_MAX)
        .map(|c| if c.is_control() { '\u{fffd}' } else { c })
        .collect();
    if uit.len() < waarde.len() {
        uit.push('…');
    }
    uit
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistiek::veld::BUS_VELDEN;

    fn veld(naam: &str) -> &'static Veld {
        BUS_VELDEN.iter().find(|veld| veld.naam == naam).unwrap()
    }

    #[test]
    fn nothing_personal_is_shown_even_in_the_wrong_column() {
        assert_eq!(vertoond(veld("bsn"), "123"), GEMASKEERD);
        assert_eq!(vertoond(veld("geboortedatum"), "1988"), GEMASKEERD);
        assert_eq!(vertoond(veld("leefvorm"), "999990019"), GEMASKEERD);
        assert_eq!(vertoond(veld("leefvorm"), "19880412"), GEMASKEERD);
        assert_eq!(vertoond(veld("einddatum"), "999990019"), GEMASKEERD);
        assert_eq!(vertoond(veld("einddatum"), "20260231"), "20260231");
        assert_eq!(vertoond(veld("leefvorm"), "9"), "9");
        assert_eq!(vertoond(veld("leefvorm"), ""), "");
        assert_eq!(vertoond(veld("leefvorm"), "a\nb"), "a\u{fffd}b");
        assert_eq!(
            vertoond(veld("leefvorm"), &"x".repeat(50)).chars().count(),
            41
        );
    }

    #[test]
    fn a_thousand_faults_are_kept_and_all_are_counted() {
        let mut fouten = Fouten::default();
        for regel in 0..1_500 {
            fouten.refuse(regel, veld("leefvorm"), "9", "x".into());
        }
        let fouten = fouten.finish().unwrap_err();
        assert_eq!((fouten.list().len(), fouten.totaal()), (FOUTEN_MAX, 1_500));
    }
}
