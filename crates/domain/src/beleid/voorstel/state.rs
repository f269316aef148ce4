//! A proposal, and what may happen to it.

use primitives::{BesluitId, Datum, GemeenteCode, Moment, VoorstelId};

use super::{
    Behandeling, Inbreng, Persoon, Reactie, Voorstelakte, Voorstelhandeling, Voorsteltekst,
};
use crate::beleid::{Beslissing, Orgaan};

/// What stays the same through the life of a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Voorstelkop {
    /// Its id.
    pub id: VoorstelId,
    /// The municipality.
    pub gemeente: GemeenteCode,
    /// The organ that is asked to decide.
    pub orgaan: Orgaan,
}

/// A proposal with everything that happened to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voorstel {
    kop: Voorstelkop,
    akten: Vec<Voorstelakte>,
    tekst: Voorsteltekst,
    versie: u32,
    stand: Voorstelstand,
}

/// How far a proposal has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voorstelstand {
    /// Being written.
    Concept,
    /// The council referred it to mayor and aldermen: it needs a new text first.
    Teruggegeven {
        /// The day of that meeting.
        vergaderdatum: Datum,
    },
    /// Waits for a meeting.
    Ingediend,
    /// The meeting kept it for a later one.
    Aangehouden {
        /// The day of that meeting.
        vergaderdatum: Datum,
    },
    /// Adopted.
    Aangenomen {
        /// The decision that arose.
        besluit: BesluitId,
    },
    /// Rejected.
    Verworpen {
        /// The day of that meeting.
        vergaderdatum: Datum,
    },
    /// Taken back by who prepared it.
    Ingetrokken,
}

/// Why something may not happen to a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VoorstelGeweigerd {
    /// It has come too far, or not far enough.
    #[error("dat kan nu niet: dit voorstel is {0}")]
    Stand(&'static str),
    /// Who wrote it wants to submit it.
    #[error(
        "u schreef zelf mee aan dit voorstel: een collega dient het in, want twee mensen kijken ernaar"
    )]
    EigenVoorstel,
    /// Somebody else wants to take it back.
    #[error("alleen wie dit voorstel opstelde of wijzigde, trekt het in")]
    NietDeOpsteller,
    /// The council referred it, and its text is still the same.
    #[error("de raad stelde dit voorstel in handen van B&W: wijzig eerst de tekst")]
    EerstWijzigen,
    /// There is no such advice.
    #[error("dit advies of deze zienswijze bestaat niet")]
    GeenInbreng,
    /// It was answered before.
    #[error("hierop is al een reactie vastgelegd")]
    AlBeantwoord,
    /// A life begins with a first text, once.
    #[error("een voorstel begint met zijn eerste tekst")]
    GeenBegin,
    /// A treatment says that it was adopted and names no decision, or the other way round.
    #[error("uit een aangenomen voorstel ontstaat een besluit, uit een ander niet")]
    BesluitPastNiet,
}

impl Voorstel {
    /// A proposal with its first text.
    pub fn new(kop: Voorstelkop, tekst: Voorsteltekst, door: Persoon, op: Moment) -> Self {
        Self {
            kop,
            akten: vec![Voorstelakte {
                handeling: Voorstelhandeling::Opgesteld(tekst.clone()),
                door,
                op,
            }],
            tekst,
            versie: 1,
            stand: Voorstelstand::Concept,
        }
    }

    /// The proposal to which these acts happened, in order.
    pub fn restore(
        kop: Voorstelkop,
        akten: impl IntoIterator<Item = Voorstelakte>,
    ) -> Result<Self, VoorstelGeweigerd> {
        let mut akten = akten.into_iter();
        let Some(Voorstelakte {
            handeling: Voorstelhandeling::Opgesteld(tekst),
            door,
            op,
        }) = akten.next()
        else {
            return Err(VoorstelGeweigerd::GeenBegin);
        };
        akten.try_fold(Self::new(kop, tekst, door, op), Self::with)
    }

    /// The proposal after one more act, or why that may not happen.
    pub fn with(mut self, akte: Voorstelakte) -> Result<Self, VoorstelGeweigerd> {
        match &akte.handeling {
            Voorstelhandeling::Opgesteld(_) => return Err(VoorstelGeweigerd::GeenBegin),
            Voorstelhandeling::Gewijzigd(tekst) => {
                self.check_wijzigen()?;
                self.tekst = tekst.clone();
                self.versie += 1;
                self.stand = Voorstelstand::Concept;
            }
            Voorstelhandeling::Inbreng(_) => self.check_inbreng()?,
            Voorstelhandeling::Reactie(reactie) => self.check_reactie(reactie.op_handeling)?,
            Voorstelhandeling::Ingediend => {
                self.check_indienen(&akte.door.sub)?;
                self.stand = Voorstelstand::Ingediend;
            }
            Voorstelhandeling::Behandeld(behandeling) => {
                self.check_behandelen()?;
                self.stand = stand_after(behandeling)?;
            }
            Voorstelhandeling::Ingetrokken { .. } => {
                self.check_intrekken(&akte.door.sub)?;
                self.stand = Voorstelstand::Ingetrokken;
            }
        }
        self.akten.push(akte);
        Ok(self)
    }

    /// Refuses unless the text may be changed.
    pub const fn check_wijzigen(&self) -> Result<(), VoorstelGeweigerd> {
        match self.stand {
            Voorstelstand::Concept | Voorstelstand::Teruggegeven { .. } => Ok(()),
            _ => Err(VoorstelGeweigerd::Stand(self.stand.naam())),
        }
    }

    /// Refuses unless `sub` may confirm that it goes to the organ: somebody who wrote none of its texts.
    pub fn check_indienen(&self, sub: &str) -> Result<(), VoorstelGeweigerd> {
        match self.stand {
            Voorstelstand::Teruggegeven { .. } => Err(VoorstelGeweigerd::EerstWijzigen),
            Voorstelstand::Concept if self.is_schrijver(sub) => {
                Err(VoorstelGeweigerd::EigenVoorstel)
            }
            Voorstelstand::Concept => Ok(()),
            _ => Err(VoorstelGeweigerd::Stand(self.stand.naam())),
        }
    }

    /// Refuses unless the organ may treat it.
    pub const fn check_behandelen(&self) -> Result<(), VoorstelGeweigerd> {
        match self.stand {
            Voorstelstand::Ingediend | Voorstelstand::Aangehouden { .. } => Ok(()),
            _ => Err(VoorstelGeweigerd::Stand(self.stand.naam())),
        }
    }

    /// Refuses once it is decided.
    pub const fn check_inbreng(&self) -> Result<(), VoorstelGeweigerd> {
        if self.stand.is_open() {
            Ok(())
        } else {
            Err(VoorstelGeweigerd::Stand(self.stand.naam()))
        }
    }

    /// Refuses unless act `nummer` is advice that waits for an answer.
    pub fn check_reactie(&self, nummer: u32) -> Result<(), VoorstelGeweigerd> {
        self.check_inbreng()?;
        if self.find_inbreng(nummer).is_none() {
            Err(VoorstelGeweigerd::GeenInbreng)
        } else if self.find_reactie(nummer).is_some() {
            Err(VoorstelGeweigerd::AlBeantwoord)
        } else {
            Ok(())
        }
    }

    /// Refuses unless `sub` wrote on it and it is not decided.
    pub fn check_intrekken(&self, sub: &str) -> Result<(), VoorstelGeweigerd> {
        self.check_inbreng()?;
        if self.is_schrijver(sub) {
            Ok(())
        } else {
            Err(VoorstelGeweigerd::NietDeOpsteller)
        }
    }

    /// Whether this person wrote one of its texts.
    pub fn is_schrijver(&self, sub: &str) -> bool {
        self.akten.iter().any(|akte| {
            akte.door.sub == sub
                && matches!(
                    akte.handeling,
                    Voorstelhandeling::Opgesteld(_) | Voorstelhandeling::Gewijzigd(_)
                )
        })
    }

    /// The advice or view of act `nummer`, from 1.
    pub fn find_inbreng(&self, nummer: u32) -> Option<&Inbreng> {
        let plek = usize::try_from(nummer).ok()?.checked_sub(1)?;
        match &self.akten.get(plek)?.handeling {
            Voorstelhandeling::Inbreng(inbreng) => Some(inbreng),
            _ => None,
        }
    }

    /// The answer to act `nummer`.
    pub fn find_reactie(&self, nummer: u32) -> Option<&Reactie> {
        self.akten.iter().find_map(|akte| match &akte.handeling {
            Voorstelhandeling::Reactie(reactie) if reactie.op_handeling == nummer => Some(reactie),
            _ => None,
        })
    }

    /// The last meeting that treated it.
    pub fn last_behandeling(&self) -> Option<&Behandeling> {
        let mut laatste_eerst = self.akten.iter().rev();
        laatste_eerst.find_map(|akte| match &akte.handeling {
            Voorstelhandeling::Behandeld(behandeling) => Some(behandeling),
            _ => None,
        })
    }

    /// What stays the same.
    pub const fn kop(&self) -> Voorstelkop {
        self.kop
    }

    /// Everything that happened, in order; the first act has number 1.
    pub fn akten(&self) -> &[Voorstelakte] {
        &self.akten
    }

    /// The text as it is now.
    pub const fn tekst(&self) -> &Voorsteltekst {
        &self.tekst
    }

    /// How often the text was written; a form says which one it was made for.
    pub const fn versie(&self) -> u32 {
        self.versie
    }

    /// How far it has come.
    pub const fn stand(&self) -> Voorstelstand {
        self.stand
    }
}

fn stand_after(behandeling: &Behandeling) -> Result<Voorstelstand, VoorstelGeweigerd> {
    let vergaderdatum = behandeling.vergaderdatum;
    match (&behandeling.uitkomst.beslissing, behandeling.besluit) {
        (
            Beslissing::ConformVoorstel
            | Beslissing::Aangenomen
            | Beslissing::AangenomenMetAmendement { .. },
            Some(besluit),
        ) => Ok(Voorstelstand::Aangenomen { besluit }),
        (Beslissing::Aangehouden, None) => Ok(Voorstelstand::Aangehouden { vergaderdatum }),
        (Beslissing::Verworpen, None) => Ok(Voorstelstand::Verworpen { vergaderdatum }),
        (Beslissing::InHandenVanBurgemeesterEnWethouders, None) => {
            Ok(Voorstelstand::Teruggegeven { vergaderdatum })
        }
        _ => Err(VoorstelGeweigerd::BesluitPastNiet),
    }
}

impl Voorstelstand {
    /// The names in data, in the order of the filter.
    pub const CODES: [&'static str; 7] = [
        "concept",
        "teruggegeven",
        "ingediend",
        "aangehouden",
        "aangenomen",
        "verworpen",
        "ingetrokken",
    ];

    /// The name in data.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Concept => "concept",
            Self::Teruggegeven { .. } => "teruggegeven",
            Self::Ingediend => "ingediend",
            Self::Aangehouden { .. } => "aangehouden",
            Self::Aangenomen { .. } => "aangenomen",
            Self::Verworpen { .. } => "verworpen",
            Self::Ingetrokken => "ingetrokken",
        }
    }

    /// The state as a page names it.
    pub const fn naam(&self) -> &'static str {
        match self {
            Self::Concept => "een concept",
            Self::Teruggegeven { .. } => "in handen van B&W gesteld",
            Self::Ingediend => "ingediend",
            Self::Aangehouden { .. } => "aangehouden",
            Self::Aangenomen { .. } => "aangenomen",
            Self::Verworpen { .. } => "verworpen",
            Self::Ingetrokken => "ingetrokken",
        }
    }

    /// Whether the organ can still decide on it.
    pub const fn is_open(&self) -> bool {
        match self {
            Self::Concept
            | Self::Teruggegeven { .. }
            | Self::Ingediend
            | Self::Aangehouden { .. } => true,
            Self::Aangenomen { .. } | Self::Verworpen { .. } | Self::Ingetrokken => false,
        }
    }
}
