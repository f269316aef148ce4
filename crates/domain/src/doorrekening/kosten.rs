//! What values cost in each year of the multi-year budget.

use primitives::{Datum, Geld};
use serde::Serialize;

use super::Rekenset;
use super::effect::{Effect, MAANDEN, Onbekend};
use super::rekengroep::Rekengroep;

/// The year of the budget and the three after it (multi-year budget, Besluit begroting en verantwoording).
const JAREN: i16 = 4;

/// What a year costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Jaarkosten {
    /// The year.
    pub jaar: i16,
    /// For how many days of it; fewer than the whole year in the year in which the values begin.
    pub dagen: i16,
    /// Algemene bijstand.
    pub bijstand: Kosten,
    /// Individuele inkomenstoeslag.
    pub inkomenstoeslag: Kosten,
    /// Together.
    pub totaal: Kosten,
}

/// What something costs before and after. None where it cannot be determined, which is never written as zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Kosten {
    /// By what holds.
    pub nu: Option<Geld>,
    /// By what was asked.
    pub straks: Option<Geld>,
    /// How much more.
    pub verschil: Option<Geld>,
}

/// Sums over a whole year, as the groups go by.
#[derive(Debug, Default)]
pub(super) struct Jaarsom {
    bijstand: Som,
    toeslag: Som,
    is_onbesloten_nu: bool,
    is_onbesloten_straks: bool,
    is_onbesloten_verschil: bool,
}

#[derive(Debug)]
struct Som {
    nu: Geld,
    straks: Geld,
    verschil: Geld,
}

/// Sums begin at nothing.
impl Default for Som {
    fn default() -> Self {
        Self {
            nu: Geld::NUL,
            straks: Geld::NUL,
            verschil: Geld::NUL,
        }
    }
}

/// Adds an amount for each of a number of households.
fn add(som: &mut Geld, bedrag: Geld, aantal: u32) {
    *som = *som + bedrag.fraction(aantal.into(), 1);
}

impl Jaarsom {
    /// Adds a group; what is not known of it is left out of both sides and counted elsewhere.
    pub(super) fn add(
        &mut self,
        groep: &Rekengroep,
        effect: &Effect,
        nu: &Rekenset,
        straks: &Rekenset,
    ) {
        let aantal = groep.aantal;
        if let Ok(verschil) = effect.bijstand {
            let per_jaar = |set| groep.bijstand(set).fraction(MAANDEN, 1);
            add(&mut self.bijstand.nu, per_jaar(nu), aantal);
            add(&mut self.bijstand.straks, per_jaar(straks), aantal);
            add(&mut self.bijstand.verschil, verschil, aantal);
        }
        // Each side by itself: where nothing was decided yet, what was asked has a price all the same.
        let toeslagen = (groep.toeslag(nu), groep.toeslag(straks));
        if let Ok(bedrag) = toeslagen.0 {
            add(&mut self.toeslag.nu, bedrag, aantal);
        }
        if let Ok(bedrag) = toeslagen.1 {
            add(&mut self.toeslag.straks, bedrag, aantal);
        }
        if let Ok(verschil) = effect.toeslag {
            add(&mut self.toeslag.verschil, verschil, aantal);
        }
        self.is_onbesloten_nu |= toeslagen.0 == Err(Onbekend::GeenBesluit);
        self.is_onbesloten_straks |= toeslagen.1 == Err(Onbekend::GeenBesluit);
        self.is_onbesloten_verschil |= effect.toeslag == Err(Onbekend::GeenBesluit);
    }

    /// The costs of a part of a year.
    fn part(&self, dagen: i16, van: i16) -> (Kosten, Kosten) {
        let deel = |bedrag: Geld| bedrag.fraction(i64::from(dagen), i64::from(van));
        let tenzij = |is_onbesloten: bool, bedrag| (!is_onbesloten).then(|| deel(bedrag));
        let bijstand = Kosten {
            nu: Some(deel(self.bijstand.nu)),
            straks: Some(deel(self.bijstand.straks)),
            verschil: Some(deel(self.bijstand.verschil)),
        };
        let toeslag = Kosten {
            nu: tenzij(self.is_onbesloten_nu, self.toeslag.nu),
            straks: tenzij(self.is_onbesloten_straks, self.toeslag.straks),
            verschil: tenzij(self.is_onbesloten_verschil, self.toeslag.verschil),
        };
        (bijstand, toeslag)
    }
}

impl Kosten {
    fn plus(self, ander: Self) -> Self {
        let som = |een: Option<Geld>, twee: Option<Geld>| Some(een? + twee?);
        Self {
            nu: som(self.nu, ander.nu),
            straks: som(self.straks, ander.straks),
            verschil: som(self.verschil, ander.verschil),
        }
    }
}

/// The year in which the values begin, for its remaining days, and three whole years. The caseload, the norms and
/// the policy stay as they are: nothing is indexed.
pub(super) fn list_jaarkosten(vanaf: Datum, som: &Jaarsom) -> Vec<Jaarkosten> {
    let jaarkosten = |jaar: i16| {
        let van = Datum::new(jaar, 1, 1).map_or(365, Datum::days_in_year);
        let dagen = if jaar == vanaf.year() {
            van - vanaf.day_of_year() + 1
        } else {
            van
        };
        let (bijstand, inkomenstoeslag) = som.part(dagen, van);
        Jaarkosten {
            jaar,
            dagen,
            bijstand,
            inkomenstoeslag,
            totaal: bijstand.plus(inkomenstoeslag),
        }
    };
    (vanaf.year()..vanaf.year() + JAREN)
        .map(jaarkosten)
        .collect()
}
