//! Groups of at least ten households that are calculated as one (ADR 10).
//!
//! A council may ask as often as it likes, with every value that the law allows. If each answer were exact, the
//! difference between two answers would tell of single households. So households are put together before
//! anything is asked: ten or more that are alike become ten or more times their mean. Every answer is a function
//! of these groups, so every count in it, and every difference between two answers, is about nobody or about ten
//! households at least.

use std::collections::BTreeMap;

use primitives::Geld;

use super::Inkomensklasse;
use super::huishouden::{Kenmerken, Rekenhuishouden};
use crate::sturing::DREMPEL;

/// The caseload of a month, ready to be calculated with any values. Holds no household.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rekenbestand {
    groepen: Vec<Rekengroep>,
    buiten: u32,
}

/// At least ten households as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rekengroep {
    pub(super) aantal: u32,
    pub(super) kenmerken: Kenmerken,
    pub(super) maanden: u16,
    pub(super) norm: Geld,
    pub(super) inkomsten: Geld,
    pub(super) vermindering: Geld,
}

/// The municipality has too few households with a benefit to show anything about them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("er zijn te weinig huishoudens met een uitkering om iets over hen te laten zien")]
pub struct TeKlein;

/// The threshold as the length of a group.
const GROEP_MIN: usize = 10;

impl Rekenbestand {
    /// Puts households together. `onbekend` is the number of benefits that could not be read as a household.
    pub fn try_new(huishoudens: Vec<Rekenhuishouden>, onbekend: u32) -> Result<Self, TeKlein> {
        let (mut groepen, rest) = group(huishoudens, |kenmerken| kenmerken);
        // Too few of a kind: together with others of the same kind that have another income.
        let (meer, rest) = group(rest, |kenmerken| Kenmerken {
            klasse: Inkomensklasse::Geen,
            ..kenmerken
        });
        groepen.extend(meer);
        let mut buiten = onbekend.saturating_add(count(rest.len()));
        let is_klein = (1..DREMPEL).contains(&u64::from(buiten));
        if groepen.is_empty() && (is_klein || buiten == 0) {
            return Err(TeKlein);
        }
        if is_klein {
            // Nobody is told that so few are left out: the smallest group goes with them.
            groepen.sort_by_key(|groep| groep.aantal);
            buiten = buiten.saturating_add(groepen.remove(0).aantal);
        }
        groepen.sort_by_key(|groep| (groep.kenmerken, groep.maanden, groep.norm, groep.inkomsten));
        Ok(Self { groepen, buiten })
    }

    pub(super) fn groepen(&self) -> &[Rekengroep] {
        &self.groepen
    }

    /// How many households are not calculated, because too little is known of them or too few are like them.
    pub const fn buiten(&self) -> u32 {
        self.buiten
    }

    /// How many households are calculated.
    pub fn berekend(&self) -> u32 {
        self.groepen.iter().map(|groep| groep.aantal).sum()
    }
}

/// Groups by what `soort` leaves of the common traits; what remains is too few of a kind.
fn group(
    huishoudens: Vec<Rekenhuishouden>,
    soort: impl Fn(Kenmerken) -> Kenmerken,
) -> (Vec<Rekengroep>, Vec<Rekenhuishouden>) {
    let mut per_soort: BTreeMap<Kenmerken, Vec<Rekenhuishouden>> = BTreeMap::new();
    for huishouden in huishoudens {
        let sleutel = soort(huishouden.kenmerken);
        per_soort.entry(sleutel).or_default().push(huishouden);
    }
    let (mut groepen, mut rest) = (Vec::new(), Vec::new());
    for (kenmerken, mut leden) in per_soort {
        if leden.len() < GROEP_MIN {
            rest.extend(leden);
            continue;
        }
        // Households next to each other in the order of what decides are the most alike.
        leden.sort_by_key(|h| (h.maanden, h.norm, h.inkomsten, h.vermindering));
        let mut over = leden.as_slice();
        while !over.is_empty() {
            let (deel, later) = over.split_at(length_of_group(over));
            groepen.push(Rekengroep::mean(kenmerken, deel));
            over = later;
        }
    }
    (groepen, rest)
}

/// How many of the next households go together: ten, and those after them as long as fewer than ten are left
/// with the same number of months, or at all.
fn length_of_group(leden: &[Rekenhuishouden]) -> usize {
    let (eerste, later) = leden.split_at(GROEP_MIN.min(leden.len()));
    let maanden = eerste.last().map(|h| h.maanden);
    let gelijk = later
        .iter()
        .take_while(|h| Some(h.maanden) == maanden)
        .count();
    let mee = if gelijk < GROEP_MIN { gelijk } else { 0 };
    if later.len() - mee < GROEP_MIN {
        leden.len()
    } else {
        eerste.len() + mee
    }
}

impl Rekengroep {
    /// The mean of some households. The class of the income is that of the mean.
    fn mean(kenmerken: Kenmerken, leden: &[Rekenhuishouden]) -> Self {
        let aantal = i64::from(count(leden.len())).max(1);
        let gemiddeld = |waarde: fn(&Rekenhuishouden) -> Geld| {
            let som: Geld = leden.iter().map(waarde).sum();
            som.fraction(1, aantal)
        };
        let maanden: i64 = leden.iter().map(|h| i64::from(h.maanden)).sum();
        let (norm, inkomsten) = (gemiddeld(|h| h.norm), gemiddeld(|h| h.inkomsten));
        Self {
            aantal: count(leden.len()),
            kenmerken: Kenmerken {
                klasse: Inkomensklasse::of(inkomsten, norm),
                ..kenmerken
            },
            maanden: u16::try_from(maanden / aantal).unwrap_or(u16::MAX),
            norm,
            inkomsten,
            vermindering: gemiddeld(|h| h.vermindering),
        }
    }
}

fn count(aantal: usize) -> u32 {
    u32::try_from(aantal).unwrap_or(u32::MAX)
}
