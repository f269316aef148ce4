//! Assignment, plan and states beside each other.

use primitives::Kwartaal;

use super::{
    Antwoord, Antwoordstand, Kader, Onderdeel, Opdracht, Opdrachtregel, Regelnorm, Standmelding,
    Uitvoeringsplan,
};
use crate::sturing::{Indicator, Klasse, PubliekCijfer, Uitkomst};

/// Everything about the assignment of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opdrachtbeeld {
    /// The assignment, as far as the reader sees it.
    pub opdracht: Opdracht,
    /// The plan that counts.
    pub plan: Option<Uitvoeringsplan>,
    /// The states of the year, the last of each item and quarter.
    pub standen: Vec<Standmelding>,
    /// The frames of this municipality.
    pub kaders: Vec<Kader>,
}

/// An item as it was given, with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Onderdeelbeeld<'a> {
    /// The item.
    pub onderdeel: &'a Onderdeel,
    /// From what it follows, a sentence each.
    pub grond: Vec<String>,
    /// The answer of the organisation.
    pub antwoord: Option<&'a Antwoord>,
    /// How far it is answered.
    pub antwoordstand: Antwoordstand,
    /// The last state in the year.
    pub stand: Option<&'a Standmelding>,
}

impl Opdrachtbeeld {
    /// The items that were given, in order.
    pub fn list_onderdelen(&self) -> Vec<Onderdeelbeeld<'_>> {
        let onderdelen = self.opdracht.verstrekt().map(|akte| &akte.onderdelen);
        let beeld = |onderdeel| self.beeld_of(onderdeel);
        onderdelen.into_iter().flatten().map(beeld).collect()
    }

    /// How an item stands in a quarter, as recorded.
    pub fn find_stand(&self, kwartaal: Kwartaal, onderdeel: u16) -> Option<&Standmelding> {
        self.standen
            .iter()
            .find(|stand| stand.kwartaal == kwartaal && stand.onderdeel == onderdeel)
    }

    /// The items for which nothing was recorded in a quarter. What was finished before needs nothing more.
    pub fn list_zonder_stand(&self, kwartaal: Kwartaal) -> Vec<&Onderdeel> {
        let is_afgerond = |onderdeel: &Onderdeel| {
            self.standen.iter().any(|stand| {
                stand.onderdeel == onderdeel.nummer
                    && stand.kwartaal < kwartaal
                    && stand.stand == super::Onderdeelstand::Afgerond
            })
        };
        let onderdelen = self.opdracht.verstrekt().map(|akte| &akte.onderdelen);
        onderdelen
            .into_iter()
            .flatten()
            .filter(|o| self.find_stand(kwartaal, o.nummer).is_none() && !is_afgerond(o))
            .collect()
    }

    /// What the report over a quarter says of each item, beside the published figures of that quarter.
    pub fn list_regels(&self, kwartaal: Kwartaal, cijfers: &[PubliekCijfer]) -> Vec<Opdrachtregel> {
        let Some(verstrekt) = self.opdracht.verstrekt() else {
            return Vec::new();
        };
        let onderdelen = verstrekt.onderdelen.iter();
        let regel = |onderdeel: &Onderdeel| {
            let beeld = self.beeld_of(onderdeel);
            let stand = self.find_stand(kwartaal, onderdeel.nummer);
            Opdrachtregel {
                nummer: onderdeel.nummer,
                opdrachtversie: verstrekt.versie,
                prestatie: onderdeel.prestatie.clone(),
                grond: beeld.grond,
                aanpak: beeld.antwoord.and_then(|a| a.aanpak.clone()),
                trekker: beeld.antwoord.and_then(|a| a.trekker.clone()),
                gereed: beeld.antwoord.and_then(|a| a.gereed),
                stand: stand.map(|melding| (melding.stand, melding.toelichting.clone())),
                norm: onderdeel.norm.map(|norm| Regelnorm {
                    norm,
                    oordeel: norm.judge(find_cijfer(cijfers, norm.indicator)),
                }),
            }
        };
        onderdelen.map(regel).collect()
    }

    fn beeld_of<'a>(&'a self, onderdeel: &'a Onderdeel) -> Onderdeelbeeld<'a> {
        let plan = self.plan.as_ref();
        Onderdeelbeeld {
            onderdeel,
            grond: onderdeel.render_grond(&self.kaders),
            antwoord: plan.and_then(|plan| plan.find(onderdeel.nummer)),
            antwoordstand: plan.map_or(Antwoordstand::Onbeantwoord, |plan| {
                plan.stand_of(&self.opdracht, onderdeel)
            }),
            stand: self
                .standen
                .iter()
                .filter(|stand| stand.onderdeel == onderdeel.nummer)
                .max_by_key(|stand| stand.kwartaal),
        }
    }
}

fn find_cijfer(cijfers: &[PubliekCijfer], indicator: Indicator) -> Option<Uitkomst> {
    let cijfer = cijfers
        .iter()
        .find(|c| c.indicator == indicator && c.klasse == Klasse::Totaal);
    cijfer.map(|c| c.uitkomst)
}
