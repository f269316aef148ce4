//! The months of an exemption move along with the months of a review. Participatiewet art. 31 lid 2 onder n and z.
//!
//! A delivery tells whether an income was exempt, not by which letter nor from which amount. A month of it counts as one of
//! the letter that a fact names: so nobody gets a month too many.

use primitives::Maand;

use super::{Feitwijziging, Maandlevering, Wijziging};
use crate::recht::Vrijlating;

/// What was used of each exemption before a month.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Vrijlatingstellers {
    gebruikt: Vec<(Vrijlating, Option<u32>)>,
    verschoven: Option<Vrijlating>,
}

impl Vrijlatingstellers {
    /// The months used; none where nobody told how many there were at the beginning.
    pub(super) fn gebruikt(&self, letter: Vrijlating) -> Option<u32> {
        let mut alle = self.gebruikt.iter();
        alle.find(|(van, _)| *van == letter)
            .and_then(|(_, aantal)| *aantal)
    }

    /// The exemption of which a month more was used earlier than was delivered, where this month was delivered with one.
    pub(super) const fn verschoven(&self) -> Option<Vrijlating> {
        self.verschoven
    }
}

/// For every month, in order, what was used before it.
pub(super) fn count_vrijlatingen(
    maanden: &[Maandlevering],
    wijzigingen: &[Feitwijziging],
) -> Vec<Vrijlatingstellers> {
    let mut tellers = vec![Vrijlatingstellers::default(); maanden.len()];
    for letter in Vrijlating::ALL {
        let is_genoemd = wijzigingen
            .iter()
            .any(|feit| letter_of(feit) == Some(letter));
        if is_genoemd {
            walk(letter, maanden, wijzigingen, &mut tellers);
        }
    }
    tellers
}

fn walk(
    letter: Vrijlating,
    maanden: &[Maandlevering],
    wijzigingen: &[Feitwijziging],
    tellers: &mut [Vrijlatingstellers],
) {
    let mut loopt: Option<Loop> = None;
    let mut extra = false;
    for (levering, teller) in maanden.iter().zip(tellers) {
        let maand = levering.maand;
        let inkomen = find_inkomen(wijzigingen, maand);
        let eigen = inkomen.filter(|feit| letter_of(feit) == Some(letter));
        if let Some(feit) = eigen {
            let begint = loopt.as_ref().is_none_or(|loopt| loopt.feit != Some(feit));
            let gezegd = told(feit).filter(|_| begint);
            let tot_nu = loopt.as_ref().and_then(|loopt| loopt.before(letter, maand));
            loopt = Some(Loop {
                gebruikt: gezegd.or(tot_nu),
                vanaf: maand,
                feit: Some(feit),
            });
        }
        let voor = loopt.as_ref().and_then(|loopt| loopt.before(letter, maand));
        teller.gebruikt.push((letter, voor));
        let is_geleverd = inkomen.is_none() && levering.vrijlating;
        if is_geleverd && extra {
            teller.verschoven = Some(letter);
        }
        extra |= eigen.is_some() && !levering.vrijlating;
        if let Some(loopt) = loopt.as_mut() {
            let telt = letter == Vrijlating::Z || eigen.is_some() || is_geleverd;
            loopt.gebruikt = voor.map(|voor| voor + u32::from(telt));
            loopt.vanaf = maand;
        }
    }
}

/// How far the months have run.
struct Loop<'a> {
    gebruikt: Option<u32>,
    /// The month up to and including which was counted.
    vanaf: Maand,
    /// The fact that named the exemption last.
    feit: Option<&'a Feitwijziging>,
}

impl Loop<'_> {
    /// What was used before a month. The twelve months of z run on, used or not.
    fn before(&self, letter: Vrijlating, maand: Maand) -> Option<u32> {
        let gebruikt = self.gebruikt?;
        let verder = match letter {
            Vrijlating::Z => months_between(self.vanaf, maand).saturating_sub(1),
            _ => 0,
        };
        Some(gebruikt + verder)
    }
}

fn months_between(van: Maand, tot: Maand) -> u32 {
    let jaren = i32::from(tot.first_day().year()) - i32::from(van.first_day().year());
    let maanden = i32::from(tot.first_day().month()) - i32::from(van.first_day().month());
    u32::try_from(jaren * 12 + maanden).unwrap_or(0)
}

/// What is known last about the income of a month.
fn find_inkomen(wijzigingen: &[Feitwijziging], maand: Maand) -> Option<&Feitwijziging> {
    let mut alle = wijzigingen.iter().rev();
    alle.find(|feit| feit.wat.is_inkomen() && feit.touches(maand))
}

const fn letter_of(feit: &Feitwijziging) -> Option<Vrijlating> {
    match feit.wat {
        Wijziging::Loon { vrijlating, .. } => Some(vrijlating),
        _ => None,
    }
}

const fn told(feit: &Feitwijziging) -> Option<u32> {
    match feit.wat {
        Wijziging::Loon {
            maanden_gebruikt, ..
        } => maanden_gebruikt,
        _ => None,
    }
}
