//! From numbers to places: round steps on an axis.

use rust_decimal::Decimal;

use crate::cijfer::as_f64;

/// Far beyond any figure of a municipality; larger ones are drawn at this border.
const GRENS: Decimal = Decimal::from_parts(1_000_000_000, 0, 0, false, 0);
/// Steps that people count in, within one power of ten.
const STAPPEN: [u32; 4] = [1, 2, 5, 10];

/// An axis from a round number to a round number in round steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Schaal {
    onder: Decimal,
    boven: Decimal,
    stap: Decimal,
}

impl Schaal {
    /// The axis of a trend: from zero, unless that would flatten the line into a quarter of the height.
    /// `kleinste` is the smallest step that means anything, such as 1 for persons.
    pub(super) fn for_trend(waarden: &[Decimal], kleinste: Decimal) -> Self {
        let (laagste, hoogste) = extremes(waarden);
        let is_flat = laagste > Decimal::ZERO && (hoogste - laagste) * Decimal::from(4) < hoogste;
        let onder = if is_flat {
            // Half of the spread is left free below, so that the lowest point does not lie on the axis.
            laagste - (hoogste - laagste) / Decimal::TWO - kleinste
        } else {
            laagste
        };
        Self::between(onder, hoogste, kleinste)
    }

    /// The axis of bars: always from zero, since their length is what people compare.
    pub(super) fn for_bars(waarden: &[Decimal], kleinste: Decimal) -> Self {
        let (laagste, hoogste) = extremes(waarden);
        Self::between(laagste.min(Decimal::ZERO), hoogste, kleinste)
    }

    fn between(onder: Decimal, boven: Decimal, kleinste: Decimal) -> Self {
        let onder = if onder < boven && onder > Decimal::ZERO {
            onder
        } else {
            onder.min(Decimal::ZERO)
        };
        let bereik = (boven - onder).max(kleinste);
        let stap = round_step(bereik / Decimal::from(4)).max(kleinste);
        let onder = (onder / stap).floor() * stap;
        let boven = ((boven / stap).ceil() * stap).max(onder + stap);
        Self { onder, boven, stap }
    }

    /// Whether the axis begins elsewhere than at zero, which a reader must be told.
    pub(super) fn is_cut(self) -> bool {
        self.onder > Decimal::ZERO
    }

    /// Where the axis begins.
    pub(super) const fn onder(self) -> Decimal {
        self.onder
    }

    /// The numbers at which the axis has a line, from low to high.
    pub(super) fn ticks(self) -> Vec<Decimal> {
        std::iter::successors(Some(self.onder), |tik| Some(tik + self.stap))
            .take_while(|tik| *tik <= self.boven)
            .take(12)
            .collect()
    }

    /// The place of a number as a part of the axis: 0 at its beginning, 1 at its end.
    pub(super) fn part(self, waarde: Decimal) -> f64 {
        let plek = clamp(waarde) - self.onder;
        as_f64(plek / (self.boven - self.onder)).clamp(0.0, 1.0)
    }
}

fn clamp(waarde: Decimal) -> Decimal {
    waarde.clamp(-GRENS, GRENS)
}

fn extremes(waarden: &[Decimal]) -> (Decimal, Decimal) {
    let laagste = waarden.iter().copied().min().unwrap_or_default();
    let hoogste = waarden.iter().copied().max().unwrap_or_default();
    (clamp(laagste), clamp(hoogste).max(Decimal::ZERO))
}

/// The smallest of 1, 2, 5 times a power of ten that is at least `ruw`.
fn round_step(ruw: Decimal) -> Decimal {
    let tien = Decimal::TEN;
    let mut macht = Decimal::ONE;
    while macht * tien <= ruw {
        macht *= tien;
    }
    while macht > ruw && macht > Decimal::new(1, 6) {
        macht /= tien;
    }
    STAPPEN
        .iter()
        .map(|stap| macht * Decimal::from(*stap))
        .find(|stap| *stap >= ruw)
        .unwrap_or(macht * tien)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn getallen(teksten: &[&str]) -> Vec<Decimal> {
        teksten.iter().map(|tekst| tekst.parse().unwrap()).collect()
    }

    fn ticks(schaal: Schaal) -> Vec<String> {
        schaal
            .ticks()
            .iter()
            .map(|tik| tik.normalize().to_string())
            .collect()
    }

    #[test]
    fn bars_begin_at_zero_in_round_steps() {
        let schaal = Schaal::for_bars(&getallen(&["61", "74", "38"]), Decimal::ONE);
        assert_eq!(ticks(schaal), ["0", "20", "40", "60", "80"]);
        assert!((schaal.part(Decimal::from(40)) - 0.5).abs() < 1e-9);
    }

    #[test]
    fn bars_may_go_below_zero() {
        let schaal = Schaal::for_bars(&getallen(&["-6.7", "2.1"]), Decimal::new(1, 1));
        assert_eq!(ticks(schaal), ["-10", "-5", "0", "5"]);
    }

    #[test]
    fn a_trend_is_cut_only_when_it_would_be_flat() {
        let vlak = Schaal::for_trend(&getallen(&["507", "512", "498"]), Decimal::ONE);
        assert!(
            vlak.is_cut() && vlak.onder() <= Decimal::from(491),
            "{vlak:?}"
        );
        assert!(!Schaal::for_trend(&getallen(&["22", "40", "5"]), Decimal::ONE).is_cut());
    }

    #[test]
    fn nothing_zero_and_enormous_have_an_axis_too() {
        for waarden in [
            &[][..],
            &["0"],
            &["99999999999999999999999999"],
            &["0.0001"],
            &["-3"],
        ] {
            let schaal = Schaal::for_trend(&getallen(waarden), Decimal::ONE);
            assert!(
                (2..=12).contains(&schaal.ticks().len()),
                "{waarden:?}: {schaal:?}"
            );
        }
    }
}
