//! Comparison of a municipality with the others of the scheme, made from published figures only.
//!
//! What is suppressed for one municipality takes no part, so the group's figure cannot give it away.

use primitives::{GemeenteCode, Kwartaal};
use rust_decimal::Decimal;

use super::cijfer::Uitkomst;
use super::indicator::Indicator;
use super::klasse::Klasse;
use super::kwaliteit::Oordeel;

/// One published figure of one municipality in one quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meetpunt {
    /// Whose.
    pub gemeente: GemeenteCode,
    /// When.
    pub kwartaal: Kwartaal,
    /// Of which class.
    pub klasse: Klasse,
    /// What a reader gets to see.
    pub uitkomst: Uitkomst,
    /// How far the registrations behind it can be trusted.
    pub oordeel: Oordeel,
}

/// One indicator over several quarters, beside the group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Benchmark {
    /// What is measured.
    pub indicator: Indicator,
    /// Who looks.
    pub gemeente: GemeenteCode,
    /// The quarters, oldest first.
    pub kwartalen: Vec<Kwartaal>,
    /// One series for the whole, or one for each class.
    pub reeksen: Vec<Reeks>,
    /// Every municipality in the last quarter, own first, then by code; one entry for each class.
    pub stand: Vec<Meetpunt>,
}

/// One class of an indicator over several quarters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reeks {
    /// Of which class.
    pub klasse: Klasse,
    /// One point for each quarter, oldest first.
    pub punten: Vec<Reekspunt>,
}

/// One quarter of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reekspunt {
    /// When.
    pub kwartaal: Kwartaal,
    /// The own figure; none where the quarter is not closed.
    pub eigen: Option<Uitkomst>,
    /// How far the own figure can be trusted.
    pub oordeel: Option<Oordeel>,
    /// The others.
    pub groep: Option<Groepscijfer>,
}

/// What the other municipalities show together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Groepscijfer {
    /// Half of them are higher, half are lower.
    pub mediaan: Decimal,
    /// The lowest.
    pub laagste: Decimal,
    /// The highest.
    pub hoogste: Decimal,
    /// How many municipalities have a published figure.
    pub gemeenten: usize,
}

impl Benchmark {
    /// Puts the published figures of one indicator side by side.
    ///
    /// `meetpunten` holds those of all municipalities of the scheme; other quarters than `kwartalen` are left out.
    pub fn new(
        indicator: Indicator,
        gemeente: GemeenteCode,
        kwartalen: Vec<Kwartaal>,
        meetpunten: &[Meetpunt],
    ) -> Self {
        let mut klassen: Vec<Klasse> = if indicator.has_totaal() {
            vec![Klasse::Totaal]
        } else {
            let dimensies = indicator.definitie().dimensies.iter();
            dimensies.flat_map(|dimensie| dimensie.klassen()).collect()
        };
        klassen.sort_unstable();
        let reeks = |klasse: Klasse| Reeks {
            klasse,
            punten: kwartalen
                .iter()
                .map(|kwartaal| Reekspunt::new(gemeente, *kwartaal, klasse, meetpunten))
                .collect(),
        };
        let mut stand: Vec<Meetpunt> = meetpunten
            .iter()
            .filter(|m| Some(&m.kwartaal) == kwartalen.last() && klassen.contains(&m.klasse))
            .copied()
            .collect();
        stand.sort_by_key(|m| (m.gemeente != gemeente, m.gemeente, m.klasse));
        Self {
            indicator,
            gemeente,
            reeksen: klassen.iter().copied().map(reeks).collect(),
            kwartalen,
            stand,
        }
    }
}

impl Reekspunt {
    fn new(
        gemeente: GemeenteCode,
        kwartaal: Kwartaal,
        klasse: Klasse,
        meetpunten: &[Meetpunt],
    ) -> Self {
        let is_hier = |m: &&Meetpunt| m.kwartaal == kwartaal && m.klasse == klasse;
        let eigen = meetpunten
            .iter()
            .find(|m| is_hier(m) && m.gemeente == gemeente);
        let anderen = meetpunten
            .iter()
            .filter(|m| is_hier(m) && m.gemeente != gemeente);
        let waarden = anderen.filter_map(|m| m.uitkomst.waarde()).collect();
        Self {
            kwartaal,
            eigen: eigen.map(|m| m.uitkomst),
            oordeel: eigen.map(|m| m.oordeel),
            groep: Groepscijfer::new(waarden),
        }
    }

    /// How far the own figure lies from the middle of the others.
    pub fn verschil(&self) -> Option<Decimal> {
        Some(self.eigen?.waarde()? - self.groep?.mediaan)
    }
}

impl Groepscijfer {
    /// The middle, lowest and highest of some figures; none without figures.
    pub fn new(mut waarden: Vec<Decimal>) -> Option<Self> {
        waarden.sort_unstable();
        let midden = waarden.len() / 2;
        let boven = waarden.get(midden).copied()?;
        let mediaan = if waarden.len() % 2 == 1 {
            boven
        } else {
            let onder = waarden.get(midden.checked_sub(1)?).copied()?;
            (onder + boven) / Decimal::TWO
        };
        Some(Self {
            mediaan,
            laagste: waarden.first().copied()?,
            hoogste: waarden.last().copied()?,
            gemeenten: waarden.len(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(tekst: &str) -> GemeenteCode {
        GemeenteCode::parse(tekst).unwrap()
    }

    fn point(gemeente: &str, kwartaal: &str, uitkomst: Uitkomst) -> Meetpunt {
        Meetpunt {
            gemeente: code(gemeente),
            kwartaal: Kwartaal::parse(kwartaal).unwrap(),
            klasse: Klasse::Totaal,
            uitkomst,
            oordeel: Oordeel::Goed,
        }
    }

    fn known(procent: i64) -> Uitkomst {
        Uitkomst::Bekend {
            waarde: Decimal::from(procent),
            teller: Decimal::ONE,
            noemer: None,
        }
    }

    #[test]
    fn the_middle_of_the_others_is_compared_with_the_own_figure() {
        let punten = [
            point("GM0294", "2026-K1", known(12)),
            point("GM0267", "2026-K1", known(8)),
            point("GM1509", "2026-K1", known(10)),
            point("GM1859", "2026-K1", Uitkomst::Onderdrukt),
            point("GM0267", "2025-K4", known(7)),
        ];
        let kwartalen = ["2025-K4", "2026-K1"].map(|k| Kwartaal::parse(k).unwrap());
        let benchmark = Benchmark::new(
            Indicator::Uitstroom,
            code("GM0294"),
            kwartalen.to_vec(),
            &punten,
        );
        let [eerder, nu] = benchmark.reeksen[0].punten[..] else {
            panic!("two quarters")
        };
        assert_eq!((eerder.eigen, eerder.verschil()), (None, None));
        let groep = nu.groep.unwrap();
        assert_eq!((groep.mediaan, groep.gemeenten), (Decimal::from(9), 2));
        assert_eq!(nu.verschil(), Some(Decimal::from(3)));
        let volgorde: Vec<_> = benchmark
            .stand
            .iter()
            .map(|m| m.gemeente.to_string())
            .collect();
        assert_eq!(volgorde, ["GM0294", "GM0267", "GM1509", "GM1859"]);
    }

    #[test]
    fn an_indicator_without_a_whole_has_a_series_for_each_class() {
        let kwartaal = Kwartaal::parse("2026-K1").unwrap();
        let benchmark = Benchmark::new(
            Indicator::TredeVerdeling,
            code("GM0294"),
            vec![kwartaal],
            &[],
        );
        assert_eq!(benchmark.reeksen.len(), 6);
        assert_eq!(benchmark.reeksen[0].punten[0].groep, None);
    }
}
