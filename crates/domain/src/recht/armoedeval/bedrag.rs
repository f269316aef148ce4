//! What a scheme gives a household with no income, told by the scheme itself: who it is for, which means it allows and what it
//! needs to know are asked nowhere else.

use primitives::Geld;

use super::regeling::{Kindertelling, Lokaalbeleid};
use super::rekenaar::Werkvraag;
use crate::recht::regelingen::{
    Deelnemers, Minimabeleid, Minimaberekening, Minimafeiten, Minimasoort, Regelingsaanvraag,
    calculate_minima,
};
use crate::recht::{Kinderen, Onbepaald, Reden, Toeslagfeiten, calculate_iit};

/// A year has this many months.
const MAANDEN: i64 = 12;

/// A twelfth of the yearly amount, for who had a low income for as long as the council asks, with what the council gives for
/// children.
pub(super) fn iit(beleid: &Lokaalbeleid, vraag: &Werkvraag) -> Result<Geld, Onbepaald> {
    let feiten = Toeslagfeiten {
        maanden_laag_inkomen: u32::MAX,
        inkomen: Geld::NUL,
        inkomen_peildatum: Some(Geld::NUL),
        deel: None,
        overgang: None,
        kinderen: vraag.kindertelling().map(|k| k.tot_12 + k.vanaf_12),
        laatste_toekenning: None,
        uitzicht_op_verbetering: false,
    };
    let berekening = calculate_iit(&vraag.aanvraag(beleid), &feiten, &beleid.iit);
    Ok(or_nothing(berekening.uitkomst)?.fraction(1, MAANDEN))
}

/// A twelfth of what the adults get, and the children by age. A record of a benefit does not tell how many children there
/// are, so where they may be it is not known.
pub(super) fn meedoen(beleid: &Lokaalbeleid, vraag: &Werkvraag) -> Result<Geld, Onbepaald> {
    let kinderen = vraag.kindertelling();
    let kinderen = kinderen.ok_or(Onbepaald::AantalKinderenOnbekend)?;
    let (soort, regels) = (Minimasoort::Meedoen, &beleid.meedoen);
    let berekening = vraag.minima(beleid, regels, soort, kinderen);
    Ok(or_nothing(berekening.uitkomst)?.fraction(1, MAANDEN))
}

/// What one insured person gets; whether a partner is insured too nobody told.
pub(super) fn zorgverzekering(beleid: &Lokaalbeleid, vraag: &Werkvraag) -> Result<Geld, Onbepaald> {
    let (soort, regels) = (Minimasoort::Zorgverzekering, &beleid.zorgverzekering);
    let berekening = vraag.minima(beleid, regels, soort, Kindertelling::default());
    or_nothing(berekening.uitkomst)?;
    let een = berekening.deelname.first();
    Ok(een.map_or(Geld::NUL, |deel| deel.per_persoon.waarde))
}

/// Who has no right gets nothing, whatever the income.
fn or_nothing(uitkomst: Result<Geld, Reden>) -> Result<Geld, Onbepaald> {
    match uitkomst {
        Ok(bedrag) => Ok(bedrag),
        Err(Reden::GeenRecht(_)) => Ok(Geld::NUL),
        Err(Reden::Onbepaald(reden)) => Err(reden),
    }
}

impl Werkvraag {
    /// The children; none where there may be some that were not told.
    fn kindertelling(&self) -> Option<Kindertelling> {
        let geen = matches!(self.situatie.kinderen(), Kinderen::Geen);
        self.kinderen.or(geen.then(Kindertelling::default))
    }

    fn aanvraag<'a>(&'a self, beleid: &'a Lokaalbeleid) -> Regelingsaanvraag<'a> {
        Regelingsaanvraag {
            peildatum: self.dag,
            situatie: &self.situatie,
            vermogen: self.vermogen,
            bijstandsbeleid: &beleid.bijstand,
        }
    }

    fn minima(
        &self,
        beleid: &Lokaalbeleid,
        regels: &Minimabeleid,
        soort: Minimasoort,
        kinderen: Kindertelling,
    ) -> Minimaberekening {
        let feiten = Minimafeiten {
            soort,
            inkomen: Geld::NUL,
            deelnemers: Deelnemers {
                kinderen_tot_12: kinderen.tot_12,
                kinderen_vanaf_12: kinderen.vanaf_12,
            },
        };
        calculate_minima(&self.aanvraag(beleid), &feiten, regels)
    }
}
