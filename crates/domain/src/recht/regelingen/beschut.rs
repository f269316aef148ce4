//! Beschut werk: whether the college must offer a place. Participatiewet art. 10b. The subsidy for such a place is that
//! of art. 10d (lid 9).

use super::{Leemte, Waarden, Weigering, required};
use crate::beleid::{Geldend, Lijst};
use crate::recht::Reden;

/// The council's values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beschutbeleid {
    /// `beschut.plaatsen`: above the number of the minister. Art. 10b lid 5.
    pub plaatsen: Option<Geldend<u32>>,
    /// `beschut.voorzieningen`. Art. 10b lid 7.
    pub voorzieningen: Option<Geldend<Lijst>>,
}

/// What decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beschutfeiten {
    /// UWV advised. Art. 10b lid 2.
    pub heeft_advies: bool,
    /// The college determined that somebody can only work in sheltered surroundings. Lid 1.
    pub is_alleen_beschut: bool,
    /// The number that the minister set for the municipality this year. Lid 4.
    pub plaatsen_minister: u32,
    /// The places that the college has made. Lid 6.
    pub gerealiseerd: u32,
}

/// A calculation with everything it went through, as far as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beschutberekening {
    /// The number of the minister and the council together.
    pub plaatsen: Option<u32>,
    /// There is a right to an offer, or why not.
    pub uitkomst: Result<(), Reden>,
}

/// Determines whether a place must be offered.
pub(super) fn calculate(feiten: &Beschutfeiten, beleid: &Beschutbeleid) -> Beschutberekening {
    let mut plaatsen = None;
    let uitkomst = weigh(feiten, beleid, &mut plaatsen);
    Beschutberekening { plaatsen, uitkomst }
}

fn weigh(
    feiten: &Beschutfeiten,
    beleid: &Beschutbeleid,
    plaatsen: &mut Option<u32>,
) -> Result<(), Reden> {
    if !feiten.heeft_advies {
        return Err(Leemte::GeenAdvies.into());
    }
    if !feiten.is_alleen_beschut {
        return Err(Weigering::NietBeschut.into());
    }
    let extra = required(beleid.plaatsen.as_ref(), "beschut.plaatsen")?.waarde;
    let samen = feiten.plaatsen_minister.saturating_add(extra);
    *plaatsen = Some(samen);
    if feiten.gerealiseerd >= samen {
        return Err(Weigering::PlaatsenVol { plaatsen: samen }.into());
    }
    Ok(())
}

impl Beschutbeleid {
    /// The policy of the council, with what holds where it decided nothing.
    pub fn read(waarden: &Waarden) -> Self {
        Self {
            plaatsen: waarden.aantal("beschut.plaatsen"),
            voorzieningen: waarden.lijst("beschut.voorzieningen"),
        }
    }
}
