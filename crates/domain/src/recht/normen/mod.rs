//! Amounts, percentages and terms of the law as dated data with a source, compiled in.
//!
//! A rule asks for a value on a date. What is not known is said, never carried over from another half year
//! and never derived from another norm (published norms get corrected one by one).

mod bestand;
mod data;
mod overzicht;
mod sleutel;

use std::borrow::Cow;
use std::sync::LazyLock;

use primitives::{Datum, Geld, Percentage};

pub use data::NormenError;
pub use overzicht::{Wetsbedrag, Wetsgroep, Wetsoverzicht, Wetswaarde};
pub use sleutel::{Normbedrag, Normpercentage, Normtermijn};

use super::Onbepaald;

/// The text of the table.
const NORMEN: &str = include_str!("../../../data/normen.json");

static WETTELIJK: LazyLock<Normentabel> = LazyLock::new(|| {
    // The text is compiled in and a test parses it, so this holds in every build that passes its tests.
    Normentabel::parse(NORMEN).expect("data/normen.json is parsed by a test")
});

/// Every amount of the law over the years that are known, and the pension ages by date of birth.
#[derive(Debug)]
pub struct Normentabel {
    perioden: Vec<Normen>,
    correcties: Vec<Correctie>,
    pensioenleeftijden: Vec<Pensioenleeftijd>,
}

/// What holds in one half year.
#[derive(Clone, Debug)]
pub struct Normen {
    van: Datum,
    tot_en_met: Datum,
    bedragen: [Tabelwaarde<Geld>; Normbedrag::AANTAL],
    percentages: [Tabelwaarde<Percentage>; Normpercentage::AANTAL],
    termijnen: [Tabelwaarde<u32>; Normtermijn::AANTAL],
}

/// A value in a half year.
#[derive(Clone, Copy, Debug)]
enum Tabelwaarde<T> {
    /// The sources give it.
    Bekend(T),
    /// The sources do not give it.
    Ontbreekt,
    /// The law had no such rule yet.
    GeldtNiet,
}

/// An amount that was published otherwise at first.
#[derive(Debug)]
struct Correctie {
    naam: Normbedrag,
    van: Datum,
    tot_en_met: Datum,
    bekend_op: Datum,
    was: Geld,
}

/// The pension age of those born up to and including a day, in months. AOW art. 7a.
#[derive(Debug)]
struct Pensioenleeftijd {
    geboren_tot_en_met: Option<Datum>,
    maanden: i32,
}

impl Normentabel {
    /// The table of the law, read once.
    pub fn wettelijk() -> &'static Self {
        &WETTELIJK
    }

    /// Reads the table and refuses gaps, overlaps, unknown and missing keys.
    pub fn parse(json: &str) -> Result<Self, NormenError> {
        data::parse(json)
    }

    /// What holds on a day; none outside the years that are known.
    pub fn op(&self, peildatum: Datum) -> Option<&Normen> {
        // Most questions are about the present, which stands last.
        let normen = self.perioden.iter().rev().find(|n| n.van <= peildatum)?;
        (peildatum <= normen.tot_en_met).then_some(normen)
    }

    /// What holds on a day as it was known on another: published amounts get corrected.
    pub fn as_known(&self, peildatum: Datum, bekend_op: Datum) -> Option<Cow<'_, Normen>> {
        let mut normen = Cow::Borrowed(self.op(peildatum)?);
        for correctie in &self.correcties {
            let is_van_dag = correctie.van <= peildatum && peildatum <= correctie.tot_en_met;
            if is_van_dag && bekend_op < correctie.bekend_op {
                let bedragen = &mut normen.to_mut().bedragen;
                if let Some(plek) = bedragen.get_mut(correctie.naam as usize) {
                    *plek = Tabelwaarde::Bekend(correctie.was);
                }
            }
        }
        Some(normen)
    }

    /// The half years in order.
    pub fn perioden(&self) -> &[Normen] {
        &self.perioden
    }

    /// Whether somebody has reached the pension age. AOW art. 7a; holds for days from 2023 on.
    ///
    /// The age is reached on the same day of the month as the birth; in a month without that day on the
    /// first of the next, as [`primitives::leeftijd_op`] does for birthdays.
    pub fn is_pensioengerechtigd(&self, geboortedatum: Datum, peildatum: Datum) -> bool {
        let verstreken = maanden_tussen(geboortedatum, peildatum);
        let regel = self.pensioenleeftijden.iter().find(|regel| {
            regel
                .geboren_tot_en_met
                .is_none_or(|tot| geboortedatum <= tot)
        });
        regel.is_some_and(|regel| verstreken >= regel.maanden)
    }
}

impl Normen {
    /// The first day.
    pub const fn van(&self) -> Datum {
        self.van
    }

    /// The last day.
    pub const fn tot_en_met(&self) -> Datum {
        self.tot_en_met
    }

    /// An amount; refused with its name when the sources do not give it for this half year.
    pub fn bedrag(&self, naam: Normbedrag) -> Result<Geld, Onbepaald> {
        let waarde = self.bedragen.get(naam as usize);
        self.known(waarde, naam.grondslag())
    }

    /// An amount of a rule that the law did not always have; none while it did not.
    pub fn find_bedrag(&self, naam: Normbedrag) -> Result<Option<Geld>, Onbepaald> {
        match self.bedragen.get(naam as usize) {
            Some(Tabelwaarde::GeldtNiet) => Ok(None),
            waarde => self.known(waarde, naam.grondslag()).map(Some),
        }
    }

    /// A percentage; refused with its name when the sources do not give it.
    pub fn percentage(&self, naam: Normpercentage) -> Result<Percentage, Onbepaald> {
        self.known(self.percentages.get(naam as usize), naam.grondslag())
    }

    /// A term in months; refused with its name when the sources do not give it.
    pub fn termijn(&self, naam: Normtermijn) -> Result<u32, Onbepaald> {
        self.known(self.termijnen.get(naam as usize), naam.grondslag())
    }

    fn known<T: Copy>(
        &self,
        waarde: Option<&Tabelwaarde<T>>,
        grondslag: &'static str,
    ) -> Result<T, Onbepaald> {
        let van = self.van;
        match waarde {
            Some(Tabelwaarde::Bekend(waarde)) => Ok(*waarde),
            _ => Err(Onbepaald::NormOntbreekt { grondslag, van }),
        }
    }
}

/// Whole months from one day to a later one, counting a month when its day has come.
fn maanden_tussen(van: Datum, tot: Datum) -> i32 {
    let maanden = (i32::from(tot.year()) - i32::from(van.year())) * 12 + i32::from(tot.month())
        - i32::from(van.month());
    maanden - i32::from(tot.day() < van.day())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_day_finds_its_half_year() {
        let tabel = Normentabel::wettelijk();
        assert!(tabel.op(date(2022, 12, 31)).is_none());
        assert!(tabel.op(date(2027, 1, 1)).is_none());
        for (dag, bedrag) in [
            (date(2023, 1, 1), "1195.66"),
            (date(2023, 6, 30), "1195.66"),
            (date(2023, 7, 1), "1216.62"),
            (date(2026, 12, 31), "1419.46"),
        ] {
            let norm = tabel
                .op(dag)
                .unwrap()
                .bedrag(Normbedrag::Alleenstaande)
                .unwrap();
            assert_eq!(norm.to_string(), bedrag, "{dag}");
        }
    }

    #[test]
    fn a_missing_amount_is_named_and_not_carried_over() {
        let normen = Normentabel::wettelijk().op(date(2024, 3, 1)).unwrap();
        let reden = normen.bedrag(Normbedrag::VrijlatingY).unwrap_err();
        assert!(
            reden.to_string().contains("art. 31 lid 2 onder y"),
            "{reden}"
        );
    }

    #[test]
    fn the_pension_age_follows_the_date_of_birth() {
        let tabel = Normentabel::wettelijk();
        for (geboren, bereikt) in [
            (date(1956, 5, 31), date(2023, 1, 1)),
            (date(1956, 6, 1), date(2023, 4, 1)),
            (date(1957, 2, 28), date(2023, 12, 28)),
            (date(1957, 3, 1), date(2024, 3, 1)),
            (date(1959, 12, 31), date(2026, 12, 31)),
        ] {
            assert!(tabel.is_pensioengerechtigd(geboren, bereikt), "{geboren}");
            let dag_ervoor = bereikt.yesterday().unwrap();
            if dag_ervoor >= date(2023, 1, 1) {
                assert!(
                    !tabel.is_pensioengerechtigd(geboren, dag_ervoor),
                    "{geboren}"
                );
            }
        }
        assert!(tabel.is_pensioengerechtigd(date(1930, 1, 1), date(2023, 1, 1)));
        assert!(!tabel.is_pensioengerechtigd(date(1961, 1, 1), date(2028, 3, 31)));
        assert!(tabel.is_pensioengerechtigd(date(1961, 1, 1), date(2028, 4, 1)));
    }
}
