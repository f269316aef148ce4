//! The statutory record of a benefit (BUS, annex 1 of the Regeling statistiek Participatiewet) as a household.
//!
//! The record says less than a household does: whether a couple has children, how old a partner without a
//! right is and which exemption was granted are not in it. What the rules need and the record does not say
//! gives [`super::Onbepaald`].

use primitives::{Datum, Geld};

use super::{
    Bijstandsberekening, Bijstandsfeiten, Inkomst, Inkomstensoort, Kinderen, Leefsituatie,
    Leeftijd, Partner, Persoon, Verblijf, Verlaging, calculate_bijstand,
};

/// The form of living in the record (attribute 10).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BusLeefvorm {
    /// Code 1.
    Alleenstaande,
    /// Code 2.
    AlleenstaandeOuder,
    /// Code 3, also those who live together.
    Gehuwden,
    /// Code 4.
    Anders,
}

/// How a person lives in the record (attribute 21), as far as the rules tell it apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BusHuisvesting {
    /// Codes 1, 2, 3, 5 and 6.
    Woning,
    /// Code 4.
    Inrichting,
}

/// A person with the benefit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BusPersoon {
    /// The date of birth (attribute 19).
    pub geboortedatum: Datum,
    /// How he lives.
    pub huisvesting: BusHuisvesting,
}

/// A benefit in one month (statistiekcode 01, algemene bijstand).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BusUitkering<'a> {
    /// Attribute 10.
    pub leefvorm: BusLeefvorm,
    /// Attribute 11: A of art. 22a, those who share in the costs with the person and a spouse of 21 or older
    /// included; 0 and 1 both mean that nobody else shares.
    pub aantal_kostendelers: u8,
    /// The persons with the benefit, one or two.
    pub personen: &'a [BusPersoon],
    /// Attribute 14: the income that was deducted, whole euros, holiday pay included, after exemption.
    pub inkomsten: Geld,
    /// Attribute 13: the reduction by a maatregel, whole euros, holiday pay included.
    pub vermindering: Geld,
}

/// Why a record is no household.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BusFout {
    /// Leefvorm 4 says nothing about the norm.
    #[error("leefvorm 4 (anders) zegt niet welke norm geldt")]
    LeefvormAnders,
    /// One person is expected, or two.
    #[error("het aantal personen past niet bij de leefvorm")]
    AantalPersonen,
    /// A date of birth after the reference date.
    #[error("een geboortedatum ligt na de peildatum")]
    Geboortedatum,
}

impl BusLeefvorm {
    /// Reads the code.
    pub const fn parse(code: u8) -> Option<Self> {
        match code {
            1 => Some(Self::Alleenstaande),
            2 => Some(Self::AlleenstaandeOuder),
            3 => Some(Self::Gehuwden),
            4 => Some(Self::Anders),
            _ => None,
        }
    }
}

impl BusHuisvesting {
    /// Reads the code.
    pub const fn parse(code: u8) -> Option<Self> {
        match code {
            4 => Some(Self::Inrichting),
            1..=3 | 5 | 6 => Some(Self::Woning),
            _ => None,
        }
    }
}

impl BusUitkering<'_> {
    /// What the law asks about this household. A couple with one person in the record has a partner without a
    /// right, as the record holds one line for each person with the benefit.
    pub fn leefsituatie(&self, peildatum: Datum) -> Result<Leefsituatie, BusFout> {
        let leeftijd = |persoon: &BusPersoon| {
            Leeftijd::op(persoon.geboortedatum, peildatum).ok_or(BusFout::Geboortedatum)
        };
        let (een, twee) = match self.personen {
            [een] => (een, None),
            [een, twee] if self.leefvorm == BusLeefvorm::Gehuwden => (een, Some(twee)),
            _ => return Err(BusFout::AantalPersonen),
        };
        let kinderen = match self.leefvorm {
            BusLeefvorm::Alleenstaande => Kinderen::Geen,
            BusLeefvorm::AlleenstaandeOuder => Kinderen::TenLaste { jongste: None },
            BusLeefvorm::Gehuwden => Kinderen::Onbekend,
            BusLeefvorm::Anders => return Err(BusFout::LeefvormAnders),
        };
        let partner = match twee {
            Some(twee) => Some(Partner {
                leeftijd: Some(leeftijd(twee)?),
                heeft_recht: true,
            }),
            None if self.leefvorm == BusLeefvorm::Gehuwden => Some(Partner {
                leeftijd: None,
                heeft_recht: false,
            }),
            None => None,
        };
        let aanvrager = leeftijd(een)?;
        let medebewoners = self.medebewoners(aanvrager, partner);
        Leefsituatie::try_new(
            aanvrager,
            partner,
            kinderen,
            medebewoners,
            verblijf(*een, twee.copied()),
        )
        .map_err(|_| BusFout::AantalPersonen)
    }

    /// A less those whom A counts besides the housemates.
    fn medebewoners(&self, aanvrager: Leeftijd, partner: Option<Partner>) -> u16 {
        let is_meegeteld = |leeftijd: Leeftijd| u8::from(leeftijd.is_vanaf_21());
        let eigen =
            is_meegeteld(aanvrager) + partner.and_then(|p| p.leeftijd).map_or(0, is_meegeteld);
        self.aantal_kostendelers.saturating_sub(eigen).into()
    }

    /// The right by the law of that month, to lay beside what was paid.
    pub fn calculate(&self, peildatum: Datum) -> Result<Bijstandsberekening, BusFout> {
        let situatie = self.leefsituatie(peildatum)?;
        let inkomsten = [Inkomst {
            persoon: Persoon::Aanvrager,
            soort: Inkomstensoort::Overig,
            bedrag: self.inkomsten,
            vrijlating: None,
            maanden_gebruikt: None,
        }];
        let heeft_inkomsten = !self.inkomsten.is_nul();
        Ok(calculate_bijstand(&Bijstandsfeiten {
            peildatum,
            situatie: &situatie,
            inkomsten: if heeft_inkomsten { &inkomsten } else { &[] },
            vermogen: None,
            verlaging: (!self.vermindering.is_nul())
                .then_some(Verlaging::Bedrag(self.vermindering)),
        }))
    }
}

fn verblijf(een: BusPersoon, twee: Option<BusPersoon>) -> Verblijf {
    let is_inrichting = |persoon: BusPersoon| persoon.huisvesting == BusHuisvesting::Inrichting;
    match (
        is_inrichting(een),
        twee.map_or_else(|| is_inrichting(een), is_inrichting),
    ) {
        (false, false) => Verblijf::Woning,
        (true, true) => Verblijf::Inrichting,
        (true, false) => Verblijf::AanvragerInInrichting,
        (false, true) => Verblijf::PartnerInInrichting,
    }
}
