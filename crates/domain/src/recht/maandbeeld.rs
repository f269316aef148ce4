//! The statutory record of a benefit (BUS) as a household, so that the right of a whole caseload can be
//! calculated from what was delivered.
//!
//! The record says less than a household does: whether a couple has children, how old a partner without a
//! right is and which exemption was granted are not in it. What the rules need and the record does not say
//! gives [`super::Onbepaald`].

use primitives::{Datum, Geld};
use serde::{Deserialize, Serialize};

use super::{
    Bijstandsberekening, Bijstandsfeiten, Inkomst, Inkomstensoort, Kinderen, Leefsituatie,
    Leeftijd, Partner, Persoon, Verblijf, Verlaging, calculate_bijstand,
};
use crate::statistiek::{Bedrag, BusRegel, Huisvesting, Leefvorm};

/// What the records of a month tell about one benefit for the cost of living.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Maandbeeld {
    /// The form of living (item 10).
    pub leefvorm: Option<Leefvorm>,
    /// How many people share costs, those entitled included (item 11; our reading, see
    /// [`crate::statistiek::BusUitkering::kostendelers`]).
    pub aantal_kostendelers: Option<u8>,
    /// Those who hold the benefit, one or two.
    pub personen: Vec<Maandbeeldpersoon>,
    /// The income that was set off (item 14): whole euros, holiday pay included, after exemption.
    pub inkomsten: Geld,
    /// The reduction by a maatregel (item 13): whole euros, holiday pay included.
    pub vermindering: Geld,
}

/// Somebody who holds the benefit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Maandbeeldpersoon {
    /// The date of birth (item 19).
    pub geboortedatum: Datum,
    /// How he lives (item 21).
    pub huisvesting: Option<Huisvesting>,
}

/// Why records are no household. Displays as a Dutch sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MaandbeeldError {
    /// Leefvorm 4, or none at all, says nothing about the norm.
    #[error("De leefvorm in de levering zegt niet welke norm geldt.")]
    Leefvorm,
    /// One person is expected, or two.
    #[error("Het aantal personen in de levering past niet bij de leefvorm.")]
    AantalPersonen,
    /// Whether somebody stays in an institution decides about the norm.
    #[error("De huisvesting ontbreekt in de levering.")]
    Huisvesting,
    /// A date of birth after the reference date.
    #[error("Een geboortedatum in de levering ligt na de peildatum.")]
    Geboortedatum,
    /// Income or a reduction below zero: a correction of another month, not a fact of this one.
    #[error("Een bedrag in de levering is lager dan nul.")]
    NegatiefBedrag,
}

impl Maandbeeld {
    /// Gathers the records of one benefit in one month; none without records.
    pub fn from_regels<'a>(regels: impl IntoIterator<Item = &'a BusRegel>) -> Option<Self> {
        let mut regels = regels.into_iter().peekable();
        let uitkering = &regels.peek()?.uitkering;
        Some(Self {
            leefvorm: uitkering.leefvorm,
            aantal_kostendelers: uitkering.aantal_kostendelers,
            inkomsten: uitkering.bedrag_inkomsten.map_or(Geld::NUL, Bedrag::geld),
            vermindering: uitkering
                .bedrag_vermindering
                .map_or(Geld::NUL, Bedrag::geld),
            personen: regels
                .map(|regel| Maandbeeldpersoon {
                    geboortedatum: regel.persoon.wie.geboortedatum,
                    huisvesting: regel.persoon.huisvesting,
                })
                .collect(),
        })
    }

    /// What the law asks about this household. A couple with one person in the records has a partner without
    /// a right, as there is one record for each person with the benefit.
    pub fn leefsituatie(&self, peildatum: Datum) -> Result<Leefsituatie, MaandbeeldError> {
        let is_gehuwd = self.leefvorm == Some(Leefvorm::GehuwdenEnSamenwonenden);
        let (een, twee) = match self.personen[..] {
            [een] => (een, None),
            [een, twee] if is_gehuwd => (een, Some(twee)),
            _ => return Err(MaandbeeldError::AantalPersonen),
        };
        let kinderen = match self.leefvorm {
            Some(Leefvorm::Alleenstaande) => Kinderen::Geen,
            Some(Leefvorm::AlleenstaandeOuder) => Kinderen::TenLaste { jongste: None },
            Some(Leefvorm::GehuwdenEnSamenwonenden) => Kinderen::Onbekend,
            Some(Leefvorm::Anders) | None => return Err(MaandbeeldError::Leefvorm),
        };
        let aanvrager = een.leeftijd(peildatum)?;
        let partner = match twee {
            Some(twee) => Some(Partner {
                leeftijd: Some(twee.leeftijd(peildatum)?),
                heeft_recht: true,
            }),
            None if is_gehuwd => Some(Partner {
                leeftijd: None,
                heeft_recht: false,
            }),
            None => None,
        };
        let medebewoners = self.medebewoners();
        Leefsituatie::try_new(
            aanvrager,
            partner,
            kinderen,
            medebewoners,
            verblijf(een, twee)?,
        )
        .map_err(|_| MaandbeeldError::AantalPersonen)
    }

    /// Those who share costs less those entitled: 0 and 1 are nobody else, and 2 is nobody else for a couple.
    fn medebewoners(&self) -> u16 {
        let eigen = match self.leefvorm {
            Some(Leefvorm::GehuwdenEnSamenwonenden) => 2,
            _ => 1,
        };
        self.aantal_kostendelers
            .map_or(0, |aantal| aantal.saturating_sub(eigen).into())
    }

    /// The right by the law of that month, to lay beside what was paid.
    pub fn calculate(&self, peildatum: Datum) -> Result<Bijstandsberekening, MaandbeeldError> {
        self.with_feiten(peildatum, calculate_bijstand)
    }

    /// Hands the facts of this benefit to `calculate`: for the amounts, or for the amounts and their
    /// explanation together.
    pub fn with_feiten<T>(
        &self,
        peildatum: Datum,
        calculate: impl FnOnce(&Bijstandsfeiten<'_>) -> T,
    ) -> Result<T, MaandbeeldError> {
        if self.inkomsten < Geld::NUL || self.vermindering < Geld::NUL {
            return Err(MaandbeeldError::NegatiefBedrag);
        }
        let situatie = self.leefsituatie(peildatum)?;
        let inkomsten = [Inkomst {
            persoon: Persoon::Aanvrager,
            soort: Inkomstensoort::Overig,
            bedrag: self.inkomsten,
            vrijlating: None,
            maanden_gebruikt: None,
        }];
        let heeft_inkomsten = !self.inkomsten.is_nul();
        let heeft_verlaging = !self.vermindering.is_nul();
        Ok(calculate(&Bijstandsfeiten {
            peildatum,
            situatie: &situatie,
            inkomsten: if heeft_inkomsten { &inkomsten } else { &[] },
            vermogen: None,
            verlaging: heeft_verlaging.then_some(Verlaging::Bedrag(self.vermindering)),
        }))
    }
}

impl Maandbeeldpersoon {
    fn leeftijd(self, peildatum: Datum) -> Result<Leeftijd, MaandbeeldError> {
        Leeftijd::op(self.geboortedatum, peildatum).ok_or(MaandbeeldError::Geboortedatum)
    }

    fn is_in_inrichting(self) -> Result<bool, MaandbeeldError> {
        let huisvesting = self.huisvesting.ok_or(MaandbeeldError::Huisvesting)?;
        Ok(huisvesting == Huisvesting::Inrichting)
    }
}

fn verblijf(
    een: Maandbeeldpersoon,
    twee: Option<Maandbeeldpersoon>,
) -> Result<Verblijf, MaandbeeldError> {
    let eerste = een.is_in_inrichting()?;
    let tweede = twee.map_or(Ok(eerste), Maandbeeldpersoon::is_in_inrichting)?;
    Ok(match (eerste, tweede) {
        (false, false) => Verblijf::Woning,
        (true, true) => Verblijf::Inrichting,
        (true, false) => Verblijf::AanvragerInInrichting,
        (false, true) => Verblijf::PartnerInInrichting,
    })
}
