//! The means test. Participatiewet art. 34.

use primitives::Geld;

use super::{GeenRecht, Leefsituatie, Leefvorm, Normbedrag, Normen, Onbepaald};

/// What a household owns and owes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Vermogen {
    /// Possessions, the own home not included.
    pub bezittingen: Geld,
    /// Debts, the mortgage not included.
    pub schulden: Geld,
    /// The value of the own home above its mortgage.
    pub overwaarde_woning: Geld,
}

/// The outcome of the means test with its amounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Vermogenstoets {
    /// What was told; a household that tells nothing counts as having nothing (contract 2.1).
    pub opgegeven: Option<Vermogen>,
    /// Up to this value the own home does not count.
    pub woninggrens: Geld,
    /// What is left of its value.
    pub uit_woning: Geld,
    /// What counts in all; below zero when debts are higher.
    pub vermogen: Geld,
    /// What a household may have.
    pub grens: Geld,
    /// Which limit that is.
    pub norm: Normbedrag,
}

/// Weighs means against the limit of the form of living; at the limit is not above it.
pub fn calculate_vermogen(
    opgegeven: Option<Vermogen>,
    situatie: &Leefsituatie,
    normen: &Normen,
) -> Result<Vermogenstoets, Onbepaald> {
    let norm = match situatie.leefvorm() {
        Some(Leefvorm::Alleenstaande) => Normbedrag::VermogenAlleenstaande,
        Some(Leefvorm::AlleenstaandeOuder) => Normbedrag::VermogenAlleenstaandeOuder,
        Some(Leefvorm::Gehuwden) => Normbedrag::VermogenGehuwden,
        None => return Err(Onbepaald::KinderenOnbekend),
    };
    let woninggrens = normen.bedrag(Normbedrag::OverwaardeWoning)?;
    let eigen = opgegeven.unwrap_or(Vermogen::GEEN);
    let uit_woning = (eigen.overwaarde_woning - woninggrens).not_below_zero();
    Ok(Vermogenstoets {
        opgegeven,
        woninggrens,
        uit_woning,
        vermogen: eigen.bezittingen - eigen.schulden + uit_woning,
        grens: normen.bedrag(norm)?,
        norm,
    })
}

impl Vermogen {
    /// Neither possessions nor debts.
    pub const GEEN: Self = Self {
        bezittingen: Geld::NUL,
        schulden: Geld::NUL,
        overwaarde_woning: Geld::NUL,
    };
}

impl Vermogenstoets {
    /// Refuses means above the limit.
    pub fn check(&self) -> Result<(), GeenRecht> {
        if self.vermogen <= self.grens {
            return Ok(());
        }
        Err(GeenRecht::Vermogen {
            vermogen: self.vermogen,
            grens: self.grens,
            is_door_woning: self.vermogen - self.uit_woning <= self.grens,
        })
    }
}
