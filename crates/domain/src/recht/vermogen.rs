//! The means test. Participatiewet art. 34.

use primitives::{Datum, Geld};

use super::{GeenRecht, Leefsituatie, Leefvorm, Normbedrag, Normen, Onbepaald};

/// From this day what a household owns decides in every month; before it was what it owned at the start of the
/// bijstand. Participatiewet art. 34 lid 2 onder b, as changed by Participatiewet in balans.
const DOORLOPEND_VANAF: Datum = Datum::constant(2026, 1, 1);

/// What a household owns and owes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Vermogen {
    /// Possessions, the own home not included.
    pub bezittingen: Geld,
    /// Debts, the mortgage not included.
    pub schulden: Geld,
    /// The value of the own home above its mortgage.
    pub overwaarde_woning: Geld,
    /// Of the possessions: what was saved while there was bijstand. Participatiewet art. 34 lid 2 onder c.
    pub spaargeld: Geld,
    /// Of the possessions: compensation for immaterial damage. Participatiewet art. 34 lid 2 onder e.
    pub immateriele_schade: Geld,
    /// How it was at the start of the bijstand, where that has passed.
    pub aanvang: Option<Aanvangsvermogen>,
}

/// What a household had when the bijstand began, and what came since.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Aanvangsvermogen {
    /// Possessions less debts at the start; below zero when debts were higher.
    pub vermogen: Geld,
    /// What it received since that was no income, such as an inheritance. Participatiewet art. 34 lid 1 onder b.
    pub ontvangen: Geld,
}

/// By what the means are measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vermogenswijze {
    /// What there is now.
    Actueel,
    /// What there was at the start and came since.
    BijAanvang(Aanvangsvermogen),
}

/// The outcome of the means test with its amounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Vermogenstoets {
    /// What was told; a household that tells nothing counts as having nothing (contract 2.1).
    pub opgegeven: Option<Vermogen>,
    /// By what they are measured.
    pub wijze: Vermogenswijze,
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
///
/// Before 2026 the room below the limit was used once: what there was at the start took its part, what came later
/// could use the rest (art. 34 lid 4 of that time). Whether debts at the start made more room, that text did
/// not say: where it decides, the means are undetermined.
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
    let grens = normen.bedrag(norm)?;
    let wijze = match eigen.aanvang {
        Some(aanvang) if !Vermogen::is_doorlopend(normen.van()) => {
            Vermogenswijze::BijAanvang(aanvang)
        }
        _ => Vermogenswijze::Actueel,
    };
    let vermogen = match wijze {
        Vermogenswijze::Actueel => eigen.bezittingen - eigen.vrij() - eigen.schulden,
        Vermogenswijze::BijAanvang(aanvang) => aanvang.vermogen + aanvang.ontvangen,
    } + uit_woning;
    if let Vermogenswijze::BijAanvang(aanvang) = wijze
        && aanvang.vermogen < Geld::NUL
        && vermogen <= grens
        && grens < aanvang.ontvangen + uit_woning
    {
        return Err(Onbepaald::NegatiefAanvangsvermogen);
    }
    Ok(Vermogenstoets {
        opgegeven,
        wijze,
        woninggrens,
        uit_woning,
        vermogen,
        grens,
        norm,
    })
}

impl Vermogen {
    /// Neither possessions nor debts.
    pub const GEEN: Self = Self {
        bezittingen: Geld::NUL,
        schulden: Geld::NUL,
        overwaarde_woning: Geld::NUL,
        spaargeld: Geld::NUL,
        immateriele_schade: Geld::NUL,
        aanvang: None,
    };

    /// Whether on a day what there is now decides, and no longer what there was at the start.
    pub fn is_doorlopend(peildatum: Datum) -> bool {
        peildatum >= DOORLOPEND_VANAF
    }

    /// The part of the possessions that does not count.
    pub fn vrij(&self) -> Geld {
        self.spaargeld + self.immateriele_schade
    }
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
