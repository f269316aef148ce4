//! What the law asks about a household, distilled.

use super::{Leeftijd, Normfeiten};

/// The facts of a household that decide about its norm and its limits, on the reference date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leefsituatie {
    aanvrager: Leeftijd,
    partner: Option<Partner>,
    kinderen: Kinderen,
    kostendelende_medebewoners: u16,
    verblijf: Verblijf,
    normfeiten: Normfeiten,
}

/// The person to whom the applicant is married or counts as married. Participatiewet art. 3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Partner {
    /// His age; only a partner without a right may be of unknown age (the statutory record leaves him out).
    pub leeftijd: Option<Leeftijd>,
    /// Whether he has a right to algemene bijstand himself. Participatiewet art. 24.
    pub heeft_recht: bool,
}

/// The dependent children: own or step-children younger than 18. Participatiewet art. 4 lid 1 onder e.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kinderen {
    /// Not known whether there are any.
    Onbekend,
    /// None.
    Geen,
    /// At least one; the age of the youngest in years, where known.
    TenLaste {
        /// The age of the youngest.
        jongste: Option<u8>,
    },
}

/// Who stays in an institution. Participatiewet art. 1 onder f, art. 23.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verblijf {
    /// Nobody.
    Woning,
    /// The applicant, and the partner where there is one.
    Inrichting,
    /// The applicant only; the partner lives at home.
    AanvragerInInrichting,
    /// The partner only; the applicant lives at home.
    PartnerInInrichting,
}

/// The three forms of living that the law tells apart. Participatiewet art. 4 lid 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Leefvorm {
    /// Nobody else and no dependent child.
    Alleenstaande,
    /// With a dependent child and without a partner.
    AlleenstaandeOuder,
    /// Two who are married or count as married.
    Gehuwden,
}

/// Why facts do not make a household.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LeefsituatieError {
    /// A stay of one of two asks for two.
    #[error("er is geen partner die in of buiten een inrichting kan verblijven")]
    VerblijfZonderPartner,
    /// Only the age of a partner without a right may be unknown.
    #[error("de leeftijd van een partner met recht op bijstand ontbreekt")]
    PartnerZonderLeeftijd,
}

impl Leefsituatie {
    /// A household; see the errors for what does not go together.
    pub fn try_new(
        aanvrager: Leeftijd,
        partner: Option<Partner>,
        kinderen: Kinderen,
        kostendelende_medebewoners: u16,
        verblijf: Verblijf,
    ) -> Result<Self, LeefsituatieError> {
        let is_verdeeld = matches!(
            verblijf,
            Verblijf::AanvragerInInrichting | Verblijf::PartnerInInrichting
        );
        if is_verdeeld && partner.is_none() {
            return Err(LeefsituatieError::VerblijfZonderPartner);
        }
        if partner.is_some_and(|p| p.heeft_recht && p.leeftijd.is_none()) {
            return Err(LeefsituatieError::PartnerZonderLeeftijd);
        }
        Ok(Self {
            aanvrager,
            partner,
            kinderen,
            kostendelende_medebewoners,
            verblijf,
            normfeiten: Normfeiten::GEEN,
        })
    }

    /// The same household with what sets it apart for its norm.
    #[must_use]
    pub const fn with_normfeiten(mut self, normfeiten: Normfeiten) -> Self {
        self.normfeiten = normfeiten;
        self
    }

    /// The same household with these dependent children.
    #[must_use]
    pub const fn with_kinderen(mut self, kinderen: Kinderen) -> Self {
        self.kinderen = kinderen;
        self
    }

    /// The same household as if nobody else shared its costs.
    #[must_use]
    pub const fn without_kostendelers(mut self) -> Self {
        self.kostendelende_medebewoners = 0;
        self
    }

    /// What sets it apart for its norm.
    pub const fn normfeiten(&self) -> &Normfeiten {
        &self.normfeiten
    }

    /// The age of the applicant.
    pub const fn aanvrager(&self) -> Leeftijd {
        self.aanvrager
    }

    /// The partner.
    pub const fn partner(&self) -> Option<Partner> {
        self.partner
    }

    /// The dependent children.
    pub const fn kinderen(&self) -> Kinderen {
        self.kinderen
    }

    /// The number of housemates of 27 and older who share in the costs; the partner is none. Participatiewet art. 19a.
    pub const fn kostendelende_medebewoners(&self) -> u16 {
        self.kostendelende_medebewoners
    }

    /// Who stays in an institution.
    pub const fn verblijf(&self) -> Verblijf {
        self.verblijf
    }

    /// The form of living; none when it is not known whether there are children.
    pub const fn leefvorm(&self) -> Option<Leefvorm> {
        match (self.partner, self.kinderen) {
            (Some(_), _) => Some(Leefvorm::Gehuwden),
            (None, Kinderen::TenLaste { .. }) => Some(Leefvorm::AlleenstaandeOuder),
            (None, Kinderen::Geen) => Some(Leefvorm::Alleenstaande),
            (None, Kinderen::Onbekend) => None,
        }
    }

    /// Whether the applicant stays in an institution.
    pub const fn is_aanvrager_in_inrichting(&self) -> bool {
        matches!(
            self.verblijf,
            Verblijf::Inrichting | Verblijf::AanvragerInInrichting
        )
    }

    /// Whether there is a partner who stays in an institution.
    pub const fn is_partner_in_inrichting(&self) -> bool {
        self.partner.is_some()
            && matches!(
                self.verblijf,
                Verblijf::Inrichting | Verblijf::PartnerInInrichting
            )
    }
}

impl Leefvorm {
    /// As people read it.
    pub const fn omschrijving(self) -> &'static str {
        match self {
            Self::Alleenstaande => "alleenstaande",
            Self::AlleenstaandeOuder => "alleenstaande ouder",
            Self::Gehuwden => "gehuwden",
        }
    }

    /// As people read it after "voor".
    pub const fn in_een_zin(self) -> &'static str {
        match self {
            Self::Alleenstaande => "een alleenstaande",
            Self::AlleenstaandeOuder => "een alleenstaande ouder",
            Self::Gehuwden => "gehuwden samen",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn facts_that_do_not_go_together_are_refused() {
        let leeftijd = Leeftijd::op(date(1990, 1, 1), date(2026, 1, 1)).unwrap();
        assert_eq!(
            Leefsituatie::try_new(
                leeftijd,
                None,
                Kinderen::Geen,
                0,
                Verblijf::PartnerInInrichting
            ),
            Err(LeefsituatieError::VerblijfZonderPartner)
        );
        let partner = Partner {
            leeftijd: None,
            heeft_recht: true,
        };
        assert_eq!(
            Leefsituatie::try_new(leeftijd, Some(partner), Kinderen::Geen, 0, Verblijf::Woning),
            Err(LeefsituatieError::PartnerZonderLeeftijd)
        );
    }
}
