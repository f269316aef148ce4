//! The studietoeslag for who cannot work beside a study by illness. Participatiewet art. 36b.

use primitives::{Datum, Geld};

use super::{Leemte, Regelingsaanvraag, Waarden, Weigering, of_the_law, required};
use crate::beleid::Geldend;
use crate::recht::maanden::Reeksregel;
use crate::recht::{Leeftijd, Reden};

/// From this day the college decides and the law sets a minimum; before it was the council's. Participatiewet art. 36b.
const VAN_HET_COLLEGE: Datum = Datum::constant(2022, 4, 1);

/// The youngest for whom there is an amount. Besluit loonkostensubsidie en minimumbedragen studietoeslag
/// Participatiewet 2021 art. 7a onder g.
const JONGSTE: u8 = 15;

/// The amount of the college for one age; where it decided nothing, the minimum of the law as far as that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Studiebeleid {
    /// The key for the age, such as `studietoeslag.18`; none below 15.
    pub sleutel: Option<&'static str>,
    /// Per month.
    pub bedrag: Option<Geldend<Geld>>,
}

/// What decides besides the age.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Studiefeiten {
    /// Cannot work beside the study, directly by illness or handicap (art. 36b lid 1), as a doctor advised or was
    /// clear without (lid 2).
    pub kan_niet_werken: bool,
    /// Gets studiefinanciering or an allowance for school costs. Lid 3 onder a.
    pub heeft_studiefinanciering: bool,
    /// Has a right to Wajong. Lid 3 onder b.
    pub heeft_wajong: bool,
    /// Income of an internship in the month. Lid 5.
    pub stage: Geld,
}

/// A calculation with everything it went through, as far as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Studieberekening {
    /// Of an internship this much does not count; none where there is no such income.
    pub stage_vrij: Option<Geld>,
    /// The amount per month, or why there is none.
    pub uitkomst: Result<Geld, Reden>,
}

/// Calculates the studietoeslag of a month.
pub(super) fn calculate(
    aanvraag: &Regelingsaanvraag<'_>,
    feiten: &Studiefeiten,
    beleid: &Studiebeleid,
) -> Studieberekening {
    let mut stage_vrij = None;
    let uitkomst = weigh(aanvraag.peildatum, feiten, beleid, &mut stage_vrij);
    Studieberekening {
        stage_vrij,
        uitkomst,
    }
}

fn weigh(
    peildatum: Datum,
    feiten: &Studiefeiten,
    beleid: &Studiebeleid,
    stage_vrij: &mut Option<Geld>,
) -> Result<Geld, Reden> {
    if peildatum < VAN_HET_COLLEGE {
        return Err(Leemte::StudietoeslagVoor2022.into());
    }
    if !feiten.kan_niet_werken {
        return Err(Weigering::KanWerken.into());
    }
    if !feiten.heeft_studiefinanciering {
        return Err(Weigering::GeenStudiefinanciering.into());
    }
    if feiten.heeft_wajong {
        return Err(Weigering::Wajong.into());
    }
    let sleutel = beleid.sleutel.ok_or(Leemte::StudietoeslagLeeftijd)?;
    let bedrag = required(beleid.bedrag.as_ref(), sleutel)?.waarde;
    if feiten.stage.is_nul() {
        return Ok(bedrag);
    }
    let regel = Reeksregel::StagevergoedingVrij;
    let vrij = of_the_law(regel.bedrag(peildatum), regel, peildatum)?;
    *stage_vrij = Some(vrij);
    let over = (bedrag - (feiten.stage - vrij).not_below_zero()).not_below_zero();
    if over.is_nul() {
        let stage = feiten.stage;
        return Err(Weigering::Stage { stage }.into());
    }
    Ok(over)
}

impl Studiebeleid {
    /// The amount for an age.
    pub fn read(waarden: &Waarden, leeftijd: Leeftijd) -> Self {
        let sleutel = match leeftijd.jaren() {
            ..JONGSTE => None,
            15 => Some("studietoeslag.15"),
            16 => Some("studietoeslag.16"),
            17 => Some("studietoeslag.17"),
            18 => Some("studietoeslag.18"),
            19 => Some("studietoeslag.19"),
            20 => Some("studietoeslag.20"),
            _ => Some("studietoeslag.21-en-ouder"),
        };
        Self {
            sleutel,
            bedrag: sleutel.and_then(|sleutel| waarden.bedrag(sleutel)),
        }
    }
}
