//! The outcome of a meeting, as the decision form of a council prints it (seed 000, last page).

use std::fmt;

use serde::{Deserialize, Serialize};

/// What the meeting decided about a proposal, and how.
///
/// The form has twelve boxes that may be ticked together. They are four questions: what was decided, how was
/// voted, was the paper handed out at the meeting, and what was remarked or promised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uitkomst {
    /// What was decided.
    pub beslissing: Beslissing,
    /// How was voted, where the form says so.
    pub stemming: Option<Stemming>,
    /// The agenda item at which the paper was handed out, where that happened at the meeting itself.
    pub uitgereikt_bij: Option<String>,
    /// Remarks and promises, and what stands on the form's empty line.
    pub opmerkingen: Option<String>,
}

/// What was decided about the proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Beslissing {
    /// As proposed.
    ConformVoorstel,
    /// Adopted.
    Aangenomen,
    /// Adopted with a change.
    AangenomenMetAmendement {
        /// The change in words. The recorded values are those after the change.
        amendement: String,
    },
    /// Kept for a later meeting.
    Aangehouden,
    /// Rejected.
    Verworpen,
    /// Referred to the mayor and aldermen.
    InHandenVanBurgemeesterEnWethouders,
}

/// The kinds of [`Beslissing`], as a form lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Beslissingsoort {
    /// As proposed.
    ConformVoorstel,
    /// Adopted.
    Aangenomen,
    /// Adopted with a change.
    AangenomenMetAmendement,
    /// Kept for a later meeting.
    Aangehouden,
    /// Rejected.
    Verworpen,
    /// Referred to the mayor and aldermen.
    InHandenVanBenw,
}

/// How was voted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stemming {
    /// Without a vote by call.
    ZonderHoofdelijkeStemming,
    /// All voted the same.
    AlgemeneStemmen,
    /// Counted.
    Geteld {
        /// Votes for.
        voor: u16,
        /// Votes against.
        tegen: u16,
    },
}

/// The kinds of [`Stemming`], as a form lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stemmingsoort {
    /// Without a vote by call.
    ZonderHoofdelijkeStemming,
    /// All voted the same.
    AlgemeneStemmen,
    /// Counted.
    Geteld,
}

/// Why a vote and a decision do not go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StemmingError {
    /// Adopted without a majority.
    #[error("een besluit is alleen aangenomen met meer stemmen voor dan tegen")]
    GeenMeerderheid,
    /// Rejected with a majority.
    #[error("met meer stemmen voor dan tegen is een voorstel niet verworpen")]
    WelMeerderheid,
    /// Nobody voted.
    #[error("vul in hoeveel leden voor en hoeveel leden tegen stemden")]
    GeenStemmen,
}

impl Uitkomst {
    /// Whether the organ took the decision, so that its values can come to bind.
    pub const fn is_aanvaard(&self) -> bool {
        self.beslissing.soort().is_aanvaard()
    }

    /// Refuses a vote that contradicts the decision.
    pub fn check_stemming(&self) -> Result<(), StemmingError> {
        let Some(Stemming::Geteld { voor, tegen }) = self.stemming else {
            return Ok(());
        };
        if voor == 0 && tegen == 0 {
            Err(StemmingError::GeenStemmen)
        } else if self.is_aanvaard() && voor <= tegen {
            Err(StemmingError::GeenMeerderheid)
        } else if matches!(self.beslissing, Beslissing::Verworpen) && voor > tegen {
            Err(StemmingError::WelMeerderheid)
        } else {
            Ok(())
        }
    }
}

/// In a sentence: `aangenomen met amendement, 15 stemmen voor en 8 tegen`.
impl fmt::Display for Uitkomst {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.beslissing.soort().naam())?;
        match self.stemming {
            Some(Stemming::Geteld { voor, tegen }) => {
                write!(f, ", {voor} stemmen voor en {tegen} tegen")
            }
            Some(stemming) => write!(f, ", {}", stemming.soort().naam()),
            None => Ok(()),
        }
    }
}

impl Beslissing {
    /// Which kind it is.
    pub const fn soort(&self) -> Beslissingsoort {
        match self {
            Self::ConformVoorstel => Beslissingsoort::ConformVoorstel,
            Self::Aangenomen => Beslissingsoort::Aangenomen,
            Self::AangenomenMetAmendement { .. } => Beslissingsoort::AangenomenMetAmendement,
            Self::Aangehouden => Beslissingsoort::Aangehouden,
            Self::Verworpen => Beslissingsoort::Verworpen,
            Self::InHandenVanBurgemeesterEnWethouders => Beslissingsoort::InHandenVanBenw,
        }
    }

    /// The decision of a kind, with its amendment where the kind has one; none where the two do not fit.
    pub fn try_new(soort: Beslissingsoort, amendement: Option<String>) -> Option<Self> {
        match (soort, amendement) {
            (Beslissingsoort::AangenomenMetAmendement, Some(amendement)) => {
                Some(Self::AangenomenMetAmendement { amendement })
            }
            (Beslissingsoort::ConformVoorstel, None) => Some(Self::ConformVoorstel),
            (Beslissingsoort::Aangenomen, None) => Some(Self::Aangenomen),
            (Beslissingsoort::Aangehouden, None) => Some(Self::Aangehouden),
            (Beslissingsoort::Verworpen, None) => Some(Self::Verworpen),
            (Beslissingsoort::InHandenVanBenw, None) => {
                Some(Self::InHandenVanBurgemeesterEnWethouders)
            }
            (Beslissingsoort::AangenomenMetAmendement, None) | (_, Some(_)) => None,
        }
    }

    /// The text of the change, where there is one.
    pub fn amendement(&self) -> Option<&str> {
        match self {
            Self::AangenomenMetAmendement { amendement } => Some(amendement),
            _ => None,
        }
    }
}

impl Beslissingsoort {
    /// Every kind, in the order of the form.
    pub const ALL: [Self; 6] = [
        Self::ConformVoorstel,
        Self::Aangenomen,
        Self::AangenomenMetAmendement,
        Self::Aangehouden,
        Self::Verworpen,
        Self::InHandenVanBenw,
    ];

    /// Whether the organ takes the decision with it.
    pub const fn is_aanvaard(self) -> bool {
        matches!(
            self,
            Self::ConformVoorstel | Self::Aangenomen | Self::AangenomenMetAmendement
        )
    }

    /// The name in data: `aangenomen-met-amendement`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::ConformVoorstel => "conform-voorstel",
            Self::Aangenomen => "aangenomen",
            Self::AangenomenMetAmendement => "aangenomen-met-amendement",
            Self::Aangehouden => "aangehouden",
            Self::Verworpen => "verworpen",
            Self::InHandenVanBenw => "in-handen-van-benw",
        }
    }

    /// The name on the form.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::ConformVoorstel => "conform voorstel",
            Self::Aangenomen => "aangenomen",
            Self::AangenomenMetAmendement => "aangenomen met amendement",
            Self::Aangehouden => "aangehouden",
            Self::Verworpen => "verworpen",
            Self::InHandenVanBenw => "in handen van B&W gesteld",
        }
    }

    /// The kind of a name in data.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|soort| soort.code() == code)
    }
}

impl Stemming {
    /// The vote of a kind, with its numbers where they were counted; none where the two do not fit.
    pub const fn try_new(soort: Stemmingsoort, geteld: Option<(u16, u16)>) -> Option<Self> {
        match (soort, geteld) {
            (Stemmingsoort::ZonderHoofdelijkeStemming, None) => {
                Some(Self::ZonderHoofdelijkeStemming)
            }
            (Stemmingsoort::AlgemeneStemmen, None) => Some(Self::AlgemeneStemmen),
            (Stemmingsoort::Geteld, Some((voor, tegen))) => Some(Self::Geteld { voor, tegen }),
            _ => None,
        }
    }

    /// Which kind it is.
    pub const fn soort(self) -> Stemmingsoort {
        match self {
            Self::ZonderHoofdelijkeStemming => Stemmingsoort::ZonderHoofdelijkeStemming,
            Self::AlgemeneStemmen => Stemmingsoort::AlgemeneStemmen,
            Self::Geteld { .. } => Stemmingsoort::Geteld,
        }
    }

    /// Votes for and against, where they were counted.
    pub const fn geteld(self) -> Option<(u16, u16)> {
        match self {
            Self::Geteld { voor, tegen } => Some((voor, tegen)),
            _ => None,
        }
    }
}

impl Stemmingsoort {
    /// Every kind, in the order of the form.
    pub const ALL: [Self; 3] = [
        Self::ZonderHoofdelijkeStemming,
        Self::AlgemeneStemmen,
        Self::Geteld,
    ];

    /// The name in data: `algemene-stemmen`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::ZonderHoofdelijkeStemming => "zonder-hoofdelijke-stemming",
            Self::AlgemeneStemmen => "algemene-stemmen",
            Self::Geteld => "geteld",
        }
    }

    /// The name on the form.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::ZonderHoofdelijkeStemming => "zonder hoofdelijke stemming",
            Self::AlgemeneStemmen => "met algemene stemmen",
            Self::Geteld => "stemmen geteld",
        }
    }

    /// The kind of a name in data.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|soort| soort.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn uitkomst(beslissing: Beslissing, voor: u16, tegen: u16) -> Uitkomst {
        Uitkomst {
            beslissing,
            stemming: Some(Stemming::Geteld { voor, tegen }),
            uitgereikt_bij: None,
            opmerkingen: None,
        }
    }

    #[test]
    fn a_counted_vote_agrees_with_the_decision() {
        for (beslissing, voor, tegen, verwacht) in [
            (Beslissing::Aangenomen, 12, 11, Ok(())),
            (
                Beslissing::Aangenomen,
                11,
                11,
                Err(StemmingError::GeenMeerderheid),
            ),
            (Beslissing::Verworpen, 11, 11, Ok(())),
            (
                Beslissing::Verworpen,
                12,
                11,
                Err(StemmingError::WelMeerderheid),
            ),
            (
                Beslissing::Aangehouden,
                0,
                0,
                Err(StemmingError::GeenStemmen),
            ),
            (Beslissing::Aangehouden, 3, 20, Ok(())),
        ] {
            assert_eq!(uitkomst(beslissing, voor, tegen).check_stemming(), verwacht);
        }
    }

    #[test]
    fn only_three_outcomes_take_the_decision() {
        let aanvaard = Beslissingsoort::ALL.map(|soort| {
            let beslissing = match soort {
                Beslissingsoort::ConformVoorstel => Beslissing::ConformVoorstel,
                Beslissingsoort::Aangenomen => Beslissing::Aangenomen,
                Beslissingsoort::AangenomenMetAmendement => {
                    let amendement = "x".to_owned();
                    Beslissing::AangenomenMetAmendement { amendement }
                }
                Beslissingsoort::Aangehouden => Beslissing::Aangehouden,
                Beslissingsoort::Verworpen => Beslissing::Verworpen,
                Beslissingsoort::InHandenVanBenw => Beslissing::InHandenVanBurgemeesterEnWethouders,
            };
            assert_eq!(beslissing.soort(), soort);
            assert_eq!(Beslissingsoort::from_code(soort.code()), Some(soort));
            uitkomst(beslissing, 1, 0).is_aanvaard()
        });
        assert_eq!(aanvaard, [true, true, true, false, false, false]);
    }

    #[test]
    fn reads_as_a_sentence() {
        let tekst = uitkomst(Beslissing::Aangenomen, 15, 8).to_string();
        assert_eq!(tekst, "aangenomen, 15 stemmen voor en 8 tegen");
    }
}
