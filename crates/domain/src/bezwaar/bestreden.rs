//! The decision that is objected to.

use primitives::{AanvraagId, Datum, DossierId, HerzieningId};

use crate::aanvraag::{Termijndag, bezwaar_uiterlijk};
use crate::recht::Regeling;

/// Which decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bestredenbesluit {
    /// On an application.
    Aanvraag(AanvraagId),
    /// On earlier months.
    Herziening(HerzieningId),
}

/// What must be known of a decision to deal with an objection to it. Made by what was decided on, once it is made known:
/// [`crate::aanvraag::Aanvraag::bestreden`], [`crate::herziening::Herzieningszaak::bestreden`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bestreden {
    /// Which.
    pub besluit: Bestredenbesluit,
    /// About whom.
    pub dossier: DossierId,
    /// About which benefit: the register gives the mandate by it.
    pub regeling: Regeling,
    /// The day on which it was made known: the term to object begins after it. Awb art. 6:8.
    pub bekendgemaakt_op: Datum,
    /// The lasting id of who took it, and who does not decide on the objection. Awb art. 10:3 lid 3.
    pub beslisser: String,
}

impl Bestreden {
    /// The last day for an objection. Awb arts 6:7 and 6:8.
    pub fn bezwaar_uiterlijk(&self) -> Termijndag {
        bezwaar_uiterlijk(self.bekendgemaakt_op)
    }
}
