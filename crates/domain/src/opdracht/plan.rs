//! The plan of the organisation.

use primitives::Moment;

use super::{Antwoord, Antwoordstand, Onderdeel, Opdracht};
use crate::beleid::Persoon;

/// What the organisation answers to the assignment of a year: one version of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uitvoeringsplan {
    /// The year.
    pub jaar: i16,
    /// The version of the plan, from 1; a form carries it to tell what it was made for.
    pub nummer: u32,
    /// The version of the assignment that it answers.
    pub opdrachtversie: u32,
    /// The answers, in the order of the items.
    pub antwoorden: Vec<Antwoord>,
    /// By whom.
    pub door: Persoon,
    /// When it was recorded.
    pub op: Moment,
}

impl Uitvoeringsplan {
    /// The answer to an item, if there is one.
    pub fn find(&self, onderdeel: u16) -> Option<&Antwoord> {
        self.antwoorden.iter().find(|a| a.onderdeel == onderdeel)
    }

    /// How far the plan answers an item of the assignment.
    pub fn stand_of(&self, opdracht: &Opdracht, onderdeel: &Onderdeel) -> Antwoordstand {
        let Some(antwoord) = self.find(onderdeel.nummer) else {
            return Antwoordstand::Onbeantwoord;
        };
        let gezien = opdracht
            .find_versie(self.opdrachtversie)
            .and_then(|akte| akte.find(onderdeel.nummer));
        let ontbrekend = antwoord.list_ontbrekend();
        if gezien != Some(onderdeel) {
            Antwoordstand::Herzien
        } else if ontbrekend.is_empty() {
            Antwoordstand::Beantwoord
        } else {
            Antwoordstand::Onvolledig(ontbrekend)
        }
    }
}
