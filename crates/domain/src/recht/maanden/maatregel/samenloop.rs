//! Which maatregel holds on a day, and what the college decided where more than one does.

use primitives::{Datum, Maand, Percentage};

use super::super::MaandOnbepaald;
use super::super::feiten::months_between;
use super::Maatregelplan;

/// What the college decided for a month in which more than one maatregel holds. The law has no rule for that, so it is a
/// decision on the circumstances. Art. 18 lid 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Samenloop {
    /// The month.
    pub maand: Maand,
    /// The percentage of the norm of all of them together.
    pub percentage: Percentage,
}

/// The reduction that holds on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dagmaatregel {
    /// The percentage of the norm.
    pub percentage: Percentage,
    /// On what it rests.
    pub grond: Maatregelgrond,
}

/// On what a reduction rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Maatregelgrond {
    /// One maatregel, by its place in the series.
    Plan(usize),
    /// What the college decided for all of them together.
    Samenloop,
}

impl Maatregelgrond {
    /// The place of the one maatregel in the series.
    pub const fn plek(self) -> Option<usize> {
        match self {
            Self::Plan(plek) => Some(plek),
            Self::Samenloop => None,
        }
    }
}

impl Maatregelplan {
    /// The percentage of the norm on a day; none when the maatregel does not hold then.
    fn on(&self, dag: Datum) -> Result<Option<Percentage>, MaandOnbepaald> {
        if self
            .maatregel
            .herzien_vanaf
            .is_some_and(|vanaf| vanaf <= dag)
        {
            return Ok(None);
        }
        let Ok(plek) = usize::try_from(months_between(self.maatregel.vanaf, Maand::of(dag))) else {
            return Ok(None);
        };
        match &self.maanden {
            Ok(maanden) => Ok(maanden.get(plek).copied().filter(|p| *p != Percentage::NUL)),
            Err(reden) => Err(reden.clone()),
        }
    }
}

/// The reduction that holds on a day.
pub(in super::super) fn find_on(
    plannen: &[Maatregelplan],
    samenloop: &[Samenloop],
    dag: Datum,
) -> Result<Option<Dagmaatregel>, MaandOnbepaald> {
    let mut gevonden: Option<Dagmaatregel> = None;
    for (plek, plan) in plannen.iter().enumerate() {
        let Some(percentage) = plan.on(dag)? else {
            continue;
        };
        if gevonden.is_some() {
            let maand = Maand::of(dag);
            let besluit = samenloop.iter().find(|besluit| besluit.maand == maand);
            let besluit = besluit.ok_or(MaandOnbepaald::MaatregelenSamenloop)?;
            return Ok(Some(Dagmaatregel {
                percentage: besluit.percentage,
                grond: Maatregelgrond::Samenloop,
            }));
        }
        gevonden = Some(Dagmaatregel {
            percentage,
            grond: Maatregelgrond::Plan(plek),
        });
    }
    Ok(gevonden)
}
