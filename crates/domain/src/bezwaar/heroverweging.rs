//! A new calculation while an objection is dealt with: what would take the place of the decision. Awb art. 7:11.

use std::cmp::Ordering;

use primitives::{Datum, Geld, HerzieningId};
use serde::{Deserialize, Serialize};

use super::{Bestredenbesluit, Bezwaar, BezwaarGeweigerd, Bezwaarakte, Bezwaarhandeling};
use crate::aanvraag::{Besluitvoorstel, Mandaatbesluit};
use crate::beleid::Persoon;
use crate::herziening::Herzieningsvoorstel;

/// The first decision beside what a new calculation gives. Question and answer of it are kept beside it, to be made again later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Heroverweging {
    /// On which day.
    pub heroverwogen_op: Datum,
    /// As it was decided, on the application or the review, or since then on another objection.
    pub eerst: Besluitinhoud,
    /// As it would be decided now.
    pub nieuw: Besluitinhoud,
    /// The review in which the months were calculated again; none for an application.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub herziening: Option<HerzieningId>,
}

/// What is decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "over", content = "voorstel", rename_all = "kebab-case")]
pub enum Besluitinhoud {
    /// On an application.
    Aanvraag(Box<Besluitvoorstel>),
    /// On earlier months.
    Herziening(Box<Herzieningsvoorstel>),
}

impl Besluitinhoud {
    /// The amount by which the register asks a second person: what is given, or all that is paid, set off or claimed.
    pub fn bedrag(&self) -> Option<Geld> {
        match self {
            Self::Aanvraag(voorstel) => voorstel.bedrag,
            Self::Herziening(voorstel) => Some(voorstel.bedrag),
        }
    }

    /// Whether something was weighed.
    pub fn is_afgewogen(&self) -> bool {
        match self {
            Self::Aanvraag(voorstel) => !voorstel.afwegingen.is_empty(),
            Self::Herziening(voorstel) => !voorstel.afwegingen.is_empty(),
        }
    }

    /// The decisions in it, of which the register says when a second person is needed.
    pub(super) fn list_besluiten(&self) -> Vec<Mandaatbesluit> {
        match self {
            Self::Aanvraag(voorstel) => vec![voorstel.besluit.into()],
            Self::Herziening(voorstel) => {
                voorstel.besluiten.iter().map(|een| (*een).into()).collect()
            }
        }
    }

    /// The first day of what is given; none where nothing is, and for months.
    fn ingang(&self) -> Option<Datum> {
        match self {
            Self::Aanvraag(voorstel) => voorstel.ingang.filter(|_| voorstel.bedrag.is_some()),
            Self::Herziening(_) => None,
        }
    }

    /// What it is worth to the resident: what is given, or what is paid less what is asked back.
    fn voordeel(&self) -> Geld {
        match self {
            Self::Aanvraag(voorstel) => voorstel.bedrag.unwrap_or(Geld::NUL),
            Self::Herziening(voorstel) => {
                let uitkomst = &voorstel.uitkomst;
                uitkomst.nabetaling
                    - uitkomst.verrekening
                    - uitkomst.terugvordering
                    - uitkomst.belasting()
            }
        }
    }
}

impl Heroverweging {
    /// Whether the resident gets less, gets the same later, or pays more back, than by the first decision. Who objects is not worse
    /// off for it.
    pub fn is_slechter(&self) -> bool {
        match self.nieuw.voordeel().cmp(&self.eerst.voordeel()) {
            Ordering::Less => true,
            Ordering::Equal => self.nieuw.ingang() > self.eerst.ingang(),
            Ordering::Greater => false,
        }
    }
}

/// What holds in the place of a decision since one of the objections to it, which may stand among others: the last that took its
/// place; none where none did.
pub fn find_geldend(
    tegen: Bestredenbesluit,
    bezwaren: &[Bezwaar],
) -> Option<(&Bezwaar, &Besluitinhoud)> {
    let besloten_op = |bezwaar: &Bezwaar| {
        let besloten =
            |akte: &&Bezwaarakte| matches!(akte.handeling, Bezwaarhandeling::Besloten(_));
        bezwaar.akten.iter().find(besloten).map(|akte| akte.op)
    };
    bezwaren
        .iter()
        .filter(|bezwaar| bezwaar.kop.bestreden.besluit == tegen)
        .filter_map(|bezwaar| Some((bezwaar, &bezwaar.vervanging()?.nieuw)))
        .max_by_key(|(bezwaar, _)| besloten_op(bezwaar))
}

impl Bezwaar {
    /// The last new calculation with the number of its act, from 1; none where there is none.
    pub fn find_heroverweging(&self) -> Option<(u32, &Heroverweging)> {
        self.last_heroverweging()
            .map(|(nummer, heroverweging, _)| (nummer, heroverweging))
    }

    /// The same with who made it.
    pub(super) fn last_heroverweging(&self) -> Option<(u32, &Heroverweging, &Persoon)> {
        let akten = (1_u32..).zip(&self.akten);
        let gevonden = akten.filter_map(|(nummer, akte)| {
            let heroverweging = akte.handeling.heroverweging()?;
            Some((nummer, heroverweging, &akte.door))
        });
        gevonden.last()
    }

    /// The new calculation that took the place of the decision; none where it did not.
    pub fn vervanging(&self) -> Option<&Heroverweging> {
        let nummer = self.besluit.as_ref()?.heroverweging?;
        let plek = usize::try_from(nummer).ok()?.checked_sub(1)?;
        self.akten.get(plek)?.handeling.heroverweging()
    }

    /// Refuses unless it is about the decision that is objected to, and a decision must still be taken.
    pub(super) fn check_heroverweging(
        &self,
        heroverweging: &Heroverweging,
    ) -> Result<(), BezwaarGeweigerd> {
        let Heroverweging {
            eerst,
            nieuw,
            herziening,
            ..
        } = heroverweging;
        let past = match self.kop.bestreden.besluit {
            Bestredenbesluit::Aanvraag(_) => {
                let is_aanvraag = |een| matches!(een, &Besluitinhoud::Aanvraag(_));
                herziening.is_none() && [eerst, nieuw].into_iter().all(is_aanvraag)
            }
            Bestredenbesluit::Herziening(eerste) => {
                let is_herziening = |een| matches!(een, &Besluitinhoud::Herziening(_));
                herziening.is_some_and(|zaak| zaak != eerste)
                    && [eerst, nieuw].into_iter().all(is_herziening)
            }
        };
        if past {
            self.check_open()
        } else {
            Err(BezwaarGeweigerd::AnderBesluit)
        }
    }
}
