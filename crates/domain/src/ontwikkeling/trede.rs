//! The six steps of the Participatieladder.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A step of the Participatieladder, from 1 (isolated) to 6 (paid work without support).
///
/// Moving back is normal and is no failure; the order says only where somebody stands. The statutory record
/// SRG carries the number in field 11 (Regeling statistiek Participatiewet, annex 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub enum Trede {
    /// Hardly any contact beyond housemates.
    Geisoleerd,
    /// Contacts outside the house at least once a week, not organised.
    SocialeContacten,
    /// Takes part in something organised at least once a week, without responsibility to others.
    GeorganiseerdeActiviteiten,
    /// Unpaid work with responsibility to others, without a labour contract.
    OnbetaaldWerk,
    /// A contract or a business, with a municipal instrument, guidance or a supplementary benefit.
    BetaaldWerkMetOndersteuning,
    /// A contract or a business, without any support.
    BetaaldWerk,
}

/// Why a number is no step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("geen trede: de Participatieladder heeft de treden 1 tot en met 6")]
pub struct TredeError;

impl Trede {
    /// The six steps, lowest first.
    pub const ALL: [Self; 6] = [
        Self::Geisoleerd,
        Self::SocialeContacten,
        Self::GeorganiseerdeActiviteiten,
        Self::OnbetaaldWerk,
        Self::BetaaldWerkMetOndersteuning,
        Self::BetaaldWerk,
    ];

    /// The step of a number from 1 to 6.
    pub fn try_new(nummer: u8) -> Result<Self, TredeError> {
        let plek = usize::from(nummer).checked_sub(1).ok_or(TredeError)?;
        Self::ALL.get(plek).copied().ok_or(TredeError)
    }

    /// The number, 1 to 6.
    pub const fn nummer(self) -> u8 {
        match self {
            Self::Geisoleerd => 1,
            Self::SocialeContacten => 2,
            Self::GeorganiseerdeActiviteiten => 3,
            Self::OnbetaaldWerk => 4,
            Self::BetaaldWerkMetOndersteuning => 5,
            Self::BetaaldWerk => 6,
        }
    }

    /// The published name, as a page prints it behind the number.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::Geisoleerd => "Geïsoleerd",
            Self::SocialeContacten => "Sociale contacten buitenshuis",
            Self::GeorganiseerdeActiviteiten => "Deelname georganiseerde activiteiten",
            Self::OnbetaaldWerk => "Onbetaald werk",
            Self::BetaaldWerkMetOndersteuning => "Betaald werk met ondersteuning",
            Self::BetaaldWerk => "Betaald werk",
        }
    }

    /// What the step means, in words for the resident and the report.
    pub const fn omschrijving(self) -> &'static str {
        match self {
            Self::Geisoleerd => {
                "Heeft buiten de huisgenoten bijna geen contact, of alleen voor zaken zoals de winkel en zorg."
            }
            Self::SocialeContacten => {
                "Spreekt elke week iemand buiten het eigen huis. Doet minder dan één keer per week mee aan iets dat georganiseerd is."
            }
            Self::GeorganiseerdeActiviteiten => {
                "Doet elke week mee aan een club, cursus of andere georganiseerde activiteit, zonder taken voor anderen."
            }
            Self::OnbetaaldWerk => {
                "Doet elke week werk zonder loon en zonder arbeidscontract, zoals vrijwilligerswerk of een stage, en anderen rekenen daarop."
            }
            Self::BetaaldWerkMetOndersteuning => {
                "Heeft een contract of eigen bedrijf, met een aanvullende uitkering, een voorziening van de gemeente of begeleiding."
            }
            Self::BetaaldWerk => {
                "Heeft een contract of eigen bedrijf, zonder aanvullende uitkering en zonder voorziening of begeleiding."
            }
        }
    }

    /// How many steps from this one to another: positive is up.
    pub fn steps_to(self, naar: Self) -> i8 {
        // Numbers of 1 to 6 fit.
        naar.nummer().cast_signed() - self.nummer().cast_signed()
    }
}

impl fmt::Display for Trede {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.nummer(), self.naam())
    }
}

impl TryFrom<u8> for Trede {
    type Error = TredeError;

    fn try_from(nummer: u8) -> Result<Self, TredeError> {
        Self::try_new(nummer)
    }
}

impl From<Trede> for u8 {
    fn from(trede: Trede) -> Self {
        trede.nummer()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_from_one_to_six_is_a_step() {
        for (plek, trede) in (1..=6).zip(Trede::ALL) {
            assert_eq!(Trede::try_new(plek), Ok(trede));
            assert_eq!(trede.nummer(), plek);
        }
        assert_eq!(Trede::try_new(0), Err(TredeError));
        assert_eq!(Trede::try_new(7), Err(TredeError));
        assert_eq!(Trede::OnbetaaldWerk.to_string(), "4 Onbetaald werk");
    }

    #[test]
    fn steps_are_counted_upwards() {
        assert_eq!(Trede::SocialeContacten.steps_to(Trede::BetaaldWerk), 4);
        assert_eq!(Trede::BetaaldWerk.steps_to(Trede::Geisoleerd), -5);
    }
}
