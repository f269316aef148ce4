//! Amounts by category.

use primitives::{Geld, geld_nl, getal_nl};
use serde::Serialize;

use super::WaardeError;
use super::lijst::{LIJST_MAX, is_item, list_regels};

/// One to fifty categories in words, each once, each with an amount of nothing or more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tarieven(Vec<Tarief>);

/// One category.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tarief {
    /// What it is for.
    pub naam: String,
    /// How much.
    pub bedrag: Geld,
}

impl Tarieven {
    /// Reads a line for each category, `Uitvaart: 4300.00`; `bedrag` reads one amount. What stands behind the
    /// last colon is the amount.
    pub(super) fn parse(
        tekst: &str,
        bedrag: impl Fn(&str) -> Option<Geld>,
    ) -> Result<Self, WaardeError> {
        let tarief = |regel: &str| {
            let (naam, hoeveel) = regel.rsplit_once(':')?;
            Some(Tarief {
                naam: naam.trim().to_owned(),
                bedrag: bedrag(hoeveel.trim())?,
            })
        };
        let tarieven: Option<Vec<_>> = list_regels(tekst).map(tarief).collect();
        Self::try_new(tarieven.ok_or(WaardeError::Tarieven)?)
    }

    /// Accepts one to fifty categories, each once.
    pub fn try_new(tarieven: Vec<Tarief>) -> Result<Self, WaardeError> {
        let is_dubbel = tarieven.iter().enumerate().any(|(plek, tarief)| {
            let mut eerder = tarieven.iter().take(plek);
            eerder.any(|eerder| eerder.naam == tarief.naam)
        });
        let is_tarief = |tarief: &Tarief| is_item(&tarief.naam) && tarief.bedrag >= Geld::NUL;
        let is_goed = !tarieven.is_empty()
            && tarieven.len() <= LIJST_MAX
            && !is_dubbel
            && tarieven.iter().all(is_tarief);
        if is_goed {
            Ok(Self(tarieven))
        } else {
            Err(WaardeError::Tarieven)
        }
    }

    /// The categories in the order of the decision.
    pub fn tarieven(&self) -> &[Tarief] {
        &self.0
    }

    /// The form that is stored: `Uitvaart: 4300.00`.
    pub(super) fn regels(&self) -> String {
        self.render(|bedrag| bedrag.to_string(), "\n")
    }

    /// As people read it: `Uitvaart: € 4.300,00`.
    pub(super) fn tekst_nl(&self) -> String {
        self.render(geld_nl, "; ")
    }

    /// As people type it: `Uitvaart: 4.300,00`.
    pub(super) fn invoer_nl(&self) -> String {
        self.render(|bedrag| getal_nl(bedrag.decimal(), 2), "\n")
    }

    fn render(&self, bedrag: impl Fn(Geld) -> String, tussen: &str) -> String {
        let regel = |tarief: &Tarief| format!("{}: {}", tarief.naam, bedrag(tarief.bedrag));
        let regels: Vec<_> = self.0.iter().map(regel).collect();
        regels.join(tussen)
    }
}
