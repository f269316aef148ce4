//! Comparison of a municipality with the others of the scheme, made from published figures only.
//!
//! What is suppressed for one municipality takes no part, so the group's figure cannot give it away. A median of
//! one or two is the figure of that one, or of two that are easily told apart, so it is no median here.

use primitives::{GemeenteCode, Kwartaal};
use rust_decimal::Decimal;

use super::cijfer::Uitkomst;
use super::indicator::Indicator;
use super::klasse::Klasse;
use super::kwaliteit::Oordeel;

/// Fewer others than this are not summed up: the sum would be somebody's own figure.
pub const MINSTENS_ANDERE: usize = 3;

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
    /// How many other municipalities have a published figure.
    pub anderen: usize,
    /// The others; none where they are fewer than [`MINSTENS_ANDERE`].
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

    /// The figure of the last quarter that stands above the rest, with its class: the whole, or the largest class
    /// that may be shown. The first class while none is known.
    pub fn kop(&self) -> Option<(Klasse, &Reekspunt)> {
        let laatste = |reeks: &'_ Reeks| -> Option<(Klasse, Decimal)> {
            let waarde = reeks.punten.last()?.eigen?.waarde()?;
            Some((reeks.klasse, waarde))
        };
        let mut grootste: Option<(Klasse, Decimal)> = None;
        for (klasse, waarde) in self.reeksen.iter().filter_map(laatste) {
            // The first of two that are as large.
            if grootste.is_none_or(|(_, tot_nu)| waarde > tot_nu) {
                grootste = Some((klasse, waarde));
            }
        }
        let klasse = grootste.map(|(klasse, _)| klasse);
        let reeks = self
            .reeksen
            .iter()
            .find(|reeks| klasse.is_none_or(|klasse| reeks.klasse == klasse))?;
        Some((reeks.klasse, reeks.punten.last()?))
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
        let waarden: Vec<Decimal> = anderen.filter_map(|m| m.uitkomst.waarde()).collect();
        Self {
            kwartaal,
            eigen: eigen.map(|m| m.uitkomst),
            oordeel: eigen.map(|m| m.oordeel),
            anderen: waarden.len(),
            groep: Groepscijfer::new(waarden),
        }
    }

    /// Why nothing is compared here, as a sentence; none where there is a median.
    pub fn explain_geen_vergelijking(&self) -> Option<String> {
        if self.groep.is_some() {
            return None;
        }
        Some(match self.anderen {
            0 => "Er is nog niets om mee te vergelijken: geen andere gemeente heeft voor dit kwartaal een cijfer."
                .to_owned(),
            1 => format!(
                "Er zijn te weinig gemeenten om te vergelijken: 1 andere gemeente heeft een cijfer, en er zijn er \
                 minstens {MINSTENS_ANDERE} nodig."
            ),
            aantal => format!(
                "Er zijn te weinig gemeenten om te vergelijken: {aantal} andere gemeenten hebben een cijfer, en er \
                 zijn er minstens {MINSTENS_ANDERE} nodig."
            ),
        })
    }

    /// How far the own figure lies from the middle of the others.
    pub fn verschil(&self) -> Option<Decimal> {
        Some(self.eigen?.waarde()? - self.groep?.mediaan)
    }
}

impl Groepscijfer {
    /// The middle, lowest and highest of some figures; none of fewer than [`MINSTENS_ANDERE`].
    pub fn new(mut waarden: Vec<Decimal>) -> Option<Self> {
        if waarden.len() < MINSTENS_ANDERE {
            return None;
        }
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
            point("GM1586", "2026-K1", known(9)),
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
        assert_eq!((groep.mediaan, groep.gemeenten), (Decimal::from(9), 3));
        assert_eq!(nu.verschil(), Some(Decimal::from(3)));
        let volgorde: Vec<_> = benchmark
            .stand
            .iter()
            .map(|m| m.gemeente.to_string())
            .collect();
        assert_eq!(volgorde, ["GM0294", "GM0267", "GM1509", "GM1586", "GM1859"]);
    }

    #[test]
    fn fewer_than_three_others_are_not_summed_up_and_the_point_says_why() {
        let kwartaal = Kwartaal::parse("2026-K1").unwrap();
        let mut punten = vec![point("GM0294", "2026-K1", known(12))];
        let mut zinnen = Vec::new();
        for anders in ["GM0267", "GM1509", "GM1586", "GM1859"] {
            let punt = Reekspunt::new(code("GM0294"), kwartaal, Klasse::Totaal, &punten);
            let zin = punt.explain_geen_vergelijking();
            assert_eq!(punt.groep.is_some(), zin.is_none());
            assert_eq!(punt.verschil().is_some(), zin.is_none());
            zinnen.push(zin.unwrap_or_default());
            punten.push(point(anders, "2026-K1", known(8)));
        }
        assert!(zinnen[0].contains("nog niets") && zinnen[1].contains("1 andere gemeente heeft"));
        assert!(zinnen[2].contains("2 andere gemeenten hebben") && zinnen[3].is_empty());
    }

    #[test]
    fn the_headline_of_a_division_is_its_largest_class_that_is_shown() {
        let kwartaal = Kwartaal::parse("2026-K1").unwrap();
        let of_klasse = |klasse, uitkomst| Meetpunt {
            klasse,
            ..point("GM0294", "2026-K1", uitkomst)
        };
        let punten = [
            of_klasse(Klasse::Trede1, known(9)),
            of_klasse(Klasse::Trede2, known(41)),
            of_klasse(Klasse::Trede3, Uitkomst::Onderdrukt),
        ];
        let van = |indicator, punten: &[Meetpunt]| {
            Benchmark::new(indicator, code("GM0294"), vec![kwartaal], punten)
                .kop()
                .map(|(klasse, punt)| (klasse, punt.eigen))
        };
        assert_eq!(
            van(Indicator::TredeVerdeling, &punten),
            Some((Klasse::Trede2, Some(known(41))))
        );
        assert_eq!(
            van(Indicator::TredeVerdeling, &[]),
            Some((Klasse::Trede1, None))
        );
        assert_eq!(van(Indicator::Uitstroom, &[]), Some((Klasse::Totaal, None)));
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
