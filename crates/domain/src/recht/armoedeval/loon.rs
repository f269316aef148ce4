//! From gross to net wage, for the examples of what work gives. Wages of people below the pension age.

use std::sync::LazyLock;

use primitives::{Datum, Geld};
use rust_decimal::Decimal;
use serde::Deserialize;

/// A year has this many payments.
const MAANDEN: Decimal = Decimal::from_parts(12, 0, 0, false, 0);

static TABEL: LazyLock<Loontabel> = LazyLock::new(|| {
    // The text is compiled in and a test parses it, so this holds in every build that passes its tests.
    serde_json::from_str(include_str!("../../../data/loonheffing.json"))
        .expect("data/loonheffing.json is parsed by a test")
});

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Loontabel {
    #[expect(dead_code, reason = "explains the file to its reader")]
    toelichting: String,
    jaren: Vec<Loonjaar>,
    minimumuurloon: Vec<Uurloon>,
}

/// The rates of one year.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Loonjaar {
    jaar: i16,
    bron: String,
    schijven: Vec<Schijf>,
    algemene_heffingskorting: Vec<Korting>,
    arbeidskorting: Vec<Korting>,
}

/// The rate above an amount. Wet inkomstenbelasting 2001 art. 2.10.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Schijf {
    vanaf: Decimal,
    tarief: Decimal,
}

/// A credit from an amount on: what it is there, and how it goes on. Arts 8.10 and 8.11.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Korting {
    vanaf: Decimal,
    bedrag: Decimal,
    tarief: Decimal,
}

/// The hourly wage of the examples.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Uurloon {
    van: Datum,
    tot_en_met: Datum,
    pub(crate) bedrag: Geld,
    /// Whether no source gives the amount for this period.
    pub(crate) is_voorbeeld: bool,
    pub(crate) bron: String,
}

impl Loonjaar {
    /// The rates of the year of a day; none when they are not known.
    pub(crate) fn op(dag: Datum) -> Option<&'static Self> {
        TABEL.jaren.iter().find(|jaar| jaar.jaar == dag.year())
    }

    pub(crate) fn bron(&self) -> &str {
        &self.bron
    }

    /// The net wage of a month, holiday pay and pension left out. Rounded once, at the end.
    pub(crate) fn calculate_netto(&self, bruto: Geld) -> Geld {
        let jaarloon = bruto.decimal() * MAANDEN;
        let heffing = self.heffing(jaarloon)
            - credit(&self.algemene_heffingskorting, jaarloon)
            - credit(&self.arbeidskorting, jaarloon);
        Geld::round_half_up((jaarloon - heffing.max(Decimal::ZERO)) / MAANDEN)
    }

    fn heffing(&self, jaarloon: Decimal) -> Decimal {
        let boven = self
            .schijven
            .iter()
            .skip(1)
            .map(|schijf| schijf.vanaf)
            .chain([Decimal::MAX]);
        let deel = |(schijf, boven): (&Schijf, Decimal)| {
            let bedrag = (jaarloon.min(boven) - schijf.vanaf).max(Decimal::ZERO);
            bedrag * schijf.tarief / Decimal::ONE_HUNDRED
        };
        self.schijven.iter().zip(boven).map(deel).sum()
    }
}

impl Uurloon {
    /// The wage of a day; none when it is not known.
    pub(crate) fn op(dag: Datum) -> Option<&'static Self> {
        let mut lonen = TABEL.minimumuurloon.iter();
        lonen.find(|loon| loon.van <= dag && dag <= loon.tot_en_met)
    }
}

fn credit(kortingen: &[Korting], jaarloon: Decimal) -> Decimal {
    let deel = kortingen.iter().rev().find(|k| k.vanaf <= jaarloon);
    deel.map_or(Decimal::ZERO, |korting| {
        let verder = (jaarloon - korting.vanaf) * korting.tarief / Decimal::ONE_HUNDRED;
        (korting.bedrag + verder).max(Decimal::ZERO)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn netto(bruto: &str) -> String {
        let jaar = Loonjaar::op(date(2026, 10, 1)).unwrap();
        jaar.calculate_netto(Geld::parse(bruto).unwrap())
            .to_string()
    }

    #[test]
    fn small_wages_bear_no_tax() {
        assert_eq!(netto("0.00"), "0.00");
        assert_eq!(netto("600.00"), "600.00");
    }

    #[test]
    fn a_wage_follows_the_brackets_and_both_credits() {
        // 24.000 a year: 8.580,00 less 3.115,00 and 996 + 31,009% of 12.035 = 4.727,93, so 737,07 a year.
        assert_eq!(netto("2000.00"), "1938.58");
        // 60.000 a year: 13.900,67 + 7.931,55 less 1.178,69 and 4.747,06, so 15.906,47 a year.
        assert_eq!(netto("5000.00"), "3674.46");
    }

    #[test]
    fn the_credits_join_where_one_part_ends_and_the_next_begins() {
        let jaar = Loonjaar::op(date(2026, 1, 1)).unwrap();
        for grens in [11_965, 25_845, 45_592] {
            let (onder, boven) = (Decimal::from(grens - 1), Decimal::from(grens));
            let verschil =
                credit(&jaar.arbeidskorting, boven) - credit(&jaar.arbeidskorting, onder);
            assert!(verschil.abs() < Decimal::ONE, "{grens}: {verschil}");
        }
    }

    #[test]
    fn unknown_years_and_days_have_no_rates() {
        assert!(Loonjaar::op(date(2027, 1, 1)).is_none());
        assert!(Uurloon::op(date(2025, 12, 31)).is_none());
        assert!(!Uurloon::op(date(2026, 3, 1)).unwrap().is_voorbeeld);
        assert!(Uurloon::op(date(2026, 10, 1)).unwrap().is_voorbeeld);
    }
}
