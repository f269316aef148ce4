//! A household as it is described: persons with their dates of birth.

use primitives::Datum;

use super::{Kinderen, Leefsituatie, Leeftijd, Normfeiten, Onbepaald, Partner, Verblijf};

/// A household on the reference date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Huishouden {
    /// The date of birth of who asks.
    pub aanvrager: Datum,
    /// The person to whom he is married or counts as married.
    pub partner: Option<Partnerfeiten>,
    /// The dates of birth of the own and step-children at home.
    pub kinderen: Vec<Datum>,
    /// Everyone else in the home.
    pub medebewoners: Vec<Medebewoner>,
    /// How the household lives.
    pub huisvesting: Huisvesting,
    /// What sets it apart for its norm.
    pub normfeiten: Normfeiten,
}

/// The partner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partnerfeiten {
    /// The date of birth.
    pub geboortedatum: Datum,
    /// Whether he has a right to algemene bijstand himself.
    pub heeft_recht: bool,
    /// How he lives, where that differs from the household (art. 23 lid 3).
    pub huisvesting: Option<Huisvesting>,
}

/// Somebody else in the home.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Medebewoner {
    /// The date of birth.
    pub geboortedatum: Datum,
    /// What binds him to the applicant.
    pub soort: SoortMedebewoner,
}

/// What binds a housemate to the applicant. Participatiewet art. 19a lid 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SoortMedebewoner {
    /// None of the other kinds.
    Overig,
    /// Tenant, landlord or boarder at a commercial price by written agreement, no close relative (onder b, c).
    Commercieel,
    /// In education as meant onder d.
    Student,
    /// A parent of the applicant.
    Ouder,
    /// A grown child of the applicant.
    Kind,
}

/// How somebody lives, as the statutory statistics tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Huisvesting {
    /// Rents.
    Huurder,
    /// Owns.
    Eigenaar,
    /// Lives in with somebody.
    Inwonend,
    /// Stays in an institution.
    Inrichting,
    /// Has no address.
    Adresloos,
}

impl SoortMedebewoner {
    /// Whether this kind can share in the costs; only from 27 on. Participatiewet art. 19a lid 1.
    const fn can_kosten_delen(self) -> bool {
        matches!(self, Self::Overig | Self::Ouder | Self::Kind)
    }
}

impl Huishouden {
    /// What the law asks about this household on a day.
    pub fn leefsituatie(&self, peildatum: Datum) -> Result<Leefsituatie, Onbepaald> {
        let leeftijd = |geboren: Datum| {
            Leeftijd::op(geboren, peildatum).ok_or(Onbepaald::GeboortedatumNaPeildatum)
        };
        let aanvrager = leeftijd(self.aanvrager)?;
        let partner = match &self.partner {
            Some(feiten) => Some(Partner {
                leeftijd: Some(leeftijd(feiten.geboortedatum)?),
                heeft_recht: feiten.heeft_recht,
            }),
            None => None,
        };
        let kinderen = self.kinderen(leeftijd)?;
        let medebewoners = self.kostendelende_medebewoners(leeftijd)?;
        Leefsituatie::try_new(aanvrager, partner, kinderen, medebewoners, self.verblijf())
            .map(|situatie| situatie.with_normfeiten(self.normfeiten))
            .map_err(Onbepaald::Leefsituatie)
    }

    /// How many children are younger than 18. Participatiewet art. 4 lid 1 onder e.
    pub fn count_minderjarig(&self, peildatum: Datum) -> u32 {
        let leeftijden = self
            .kinderen
            .iter()
            .filter_map(|geboren| Leeftijd::op(*geboren, peildatum));
        let aantal = leeftijden
            .filter(|leeftijd| leeftijd.is_minderjarig())
            .count();
        u32::try_from(aantal).unwrap_or(u32::MAX)
    }

    /// Children of 18 and older do not count; of those of 27 and older it must be said whether they live in.
    fn kinderen(
        &self,
        leeftijd: impl Fn(Datum) -> Result<Leeftijd, Onbepaald>,
    ) -> Result<Kinderen, Onbepaald> {
        let mut jongste = None;
        for geboortedatum in &self.kinderen {
            let leeftijd = leeftijd(*geboortedatum)?;
            if !leeftijd.is_jonger_dan_27() {
                return Err(Onbepaald::KindVanaf27);
            }
            if leeftijd.is_minderjarig() {
                jongste = Some(jongste.map_or(leeftijd.jaren(), |j: u8| j.min(leeftijd.jaren())));
            }
        }
        Ok(match jongste {
            Some(_) => Kinderen::TenLaste { jongste },
            None => Kinderen::Geen,
        })
    }

    fn kostendelende_medebewoners(
        &self,
        leeftijd: impl Fn(Datum) -> Result<Leeftijd, Onbepaald>,
    ) -> Result<u16, Onbepaald> {
        let mut aantal: u16 = 0;
        for medebewoner in &self.medebewoners {
            let is_jonger = leeftijd(medebewoner.geboortedatum)?.is_jonger_dan_27();
            if medebewoner.soort.can_kosten_delen() && !is_jonger {
                aantal = aantal.saturating_add(1);
            }
        }
        Ok(aantal)
    }

    fn verblijf(&self) -> Verblijf {
        let is_inrichting = |huisvesting| huisvesting == Huisvesting::Inrichting;
        let aanvrager = is_inrichting(self.huisvesting);
        let partner = self.partner.as_ref().map_or(aanvrager, |p| {
            is_inrichting(p.huisvesting.unwrap_or(self.huisvesting))
        });
        match (aanvrager, partner) {
            (false, false) => Verblijf::Woning,
            (true, true) => Verblijf::Inrichting,
            (true, false) => Verblijf::AanvragerInInrichting,
            (false, true) => Verblijf::PartnerInInrichting,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn alleen() -> Huishouden {
        Huishouden {
            aanvrager: date(1988, 4, 12),
            partner: None,
            kinderen: Vec::new(),
            medebewoners: Vec::new(),
            huisvesting: Huisvesting::Huurder,
            normfeiten: Normfeiten::GEEN,
        }
    }

    #[test]
    fn only_housemates_of_27_and_older_who_share_count() {
        let peildatum = date(2026, 3, 1);
        let net_27 = date(1999, 3, 1);
        for (geboortedatum, soort, aantal) in [
            (net_27, SoortMedebewoner::Overig, 1),
            (net_27, SoortMedebewoner::Ouder, 1),
            (net_27, SoortMedebewoner::Kind, 1),
            (net_27, SoortMedebewoner::Commercieel, 0),
            (net_27, SoortMedebewoner::Student, 0),
            (date(1999, 3, 2), SoortMedebewoner::Overig, 0),
        ] {
            let huishouden = Huishouden {
                medebewoners: vec![Medebewoner {
                    geboortedatum,
                    soort,
                }],
                ..alleen()
            };
            let situatie = huishouden.leefsituatie(peildatum).unwrap();
            assert_eq!(situatie.kostendelende_medebewoners(), aantal, "{soort:?}");
        }
    }

    #[test]
    fn a_child_is_dependent_until_18_and_unclear_from_27() {
        let peildatum = date(2026, 3, 1);
        let with = |geboortedatum| Huishouden {
            kinderen: vec![geboortedatum],
            ..alleen()
        };
        assert_eq!(
            with(date(2008, 3, 2))
                .leefsituatie(peildatum)
                .unwrap()
                .kinderen(),
            Kinderen::TenLaste { jongste: Some(17) }
        );
        assert_eq!(
            with(date(2008, 3, 1))
                .leefsituatie(peildatum)
                .unwrap()
                .kinderen(),
            Kinderen::Geen
        );
        assert_eq!(
            with(date(1999, 3, 1)).leefsituatie(peildatum),
            Err(Onbepaald::KindVanaf27)
        );
    }

    #[test]
    fn one_of_two_can_stay_in_an_institution() {
        let partner = |huisvesting| Partnerfeiten {
            geboortedatum: date(1990, 1, 30),
            heeft_recht: true,
            huisvesting,
        };
        for (huishouden, eigen, verblijf) in [
            (Huisvesting::Huurder, None, Verblijf::Woning),
            (Huisvesting::Inrichting, None, Verblijf::Inrichting),
            (
                Huisvesting::Huurder,
                Some(Huisvesting::Inrichting),
                Verblijf::PartnerInInrichting,
            ),
            (
                Huisvesting::Inrichting,
                Some(Huisvesting::Huurder),
                Verblijf::AanvragerInInrichting,
            ),
        ] {
            let huishouden = Huishouden {
                partner: Some(partner(eigen)),
                huisvesting: huishouden,
                ..alleen()
            };
            let situatie = huishouden.leefsituatie(date(2026, 3, 1)).unwrap();
            assert_eq!(situatie.verblijf(), verblijf);
        }
    }
}
