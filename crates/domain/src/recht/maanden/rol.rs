//! Who stands for whom: where one of the two is excluded, the other is calculated with a partner without a right.
//! Participatiewet arts 11 lid 4, 13, 24.

use super::kalender::Toestand;
use super::{Deelgrond, MaandOnbepaald};
use crate::recht::{
    Bijstandsfeiten, Huishouden, Kader, Leeftijd, Partnerfeiten, Persoon, Vrijlatingstoets,
};

impl Toestand {
    /// The household as the calculation sees it: who is excluded has no right, and where that is the applicant, the
    /// partner stands in his place.
    pub(super) fn as_seen(&self, huishouden: &Huishouden) -> Huishouden {
        let mut gezien = huishouden.clone();
        match (self.uitgesloten, &huishouden.partner) {
            (Some((Persoon::Aanvrager, _)), Some(partner)) => {
                gezien.aanvrager = partner.geboortedatum;
                let feiten = &mut gezien.normfeiten;
                std::mem::swap(&mut feiten.aanvrager, &mut feiten.partner);
                gezien.huisvesting = partner.huisvesting.unwrap_or(huishouden.huisvesting);
                gezien.partner = Some(Partnerfeiten {
                    geboortedatum: huishouden.aanvrager,
                    heeft_recht: false,
                    huisvesting: Some(huishouden.huisvesting),
                });
            }
            (Some((Persoon::Partner, _)), Some(_)) => {
                if let Some(partner) = &mut gezien.partner {
                    partner.heeft_recht = false;
                }
            }
            _ => {}
        }
        gezien
    }

    /// As which of the two a person stands in the calculation; the reverse is the same.
    pub(super) fn rol(&self, persoon: Persoon) -> Persoon {
        match (self.uitgesloten, persoon) {
            (Some((Persoon::Aanvrager, _)), Persoon::Aanvrager) => Persoon::Partner,
            (Some((Persoon::Aanvrager, _)), Persoon::Partner) => Persoon::Aanvrager,
            (_, persoon) => persoon,
        }
    }
}

impl Deelgrond {
    /// What a single month's calculation is made of.
    pub fn feiten(&self) -> Bijstandsfeiten<'_> {
        Bijstandsfeiten {
            peildatum: self.peildatum,
            situatie: &self.situatie,
            inkomsten: &self.inkomsten,
            vermogen: self.vermogen,
            verlaging: self.verlaging,
        }
    }

    /// The law and the policy by which it was calculated.
    pub fn kader(&self) -> Kader<'_> {
        Kader {
            bekend_op: self.bekend_op,
            beleid: &self.beleid,
        }
    }

    /// Whether who stands as one of the two has reached the pension age.
    pub(super) fn is_pensioengerechtigd(&self, rol: Persoon) -> bool {
        let leeftijd = match rol {
            Persoon::Aanvrager => Some(self.situatie.aanvrager()),
            Persoon::Partner => self.situatie.partner().and_then(|partner| partner.leeftijd),
        };
        leeftijd.is_some_and(Leeftijd::is_pensioengerechtigd)
    }

    /// As which of the two in the facts somebody in the calculation stands.
    pub(super) fn persoon(&self, rol: Persoon) -> Persoon {
        match (self.uitgesloten, rol) {
            (Some((Persoon::Aanvrager, _)), Persoon::Aanvrager) => Persoon::Partner,
            (Some((Persoon::Aanvrager, _)), Persoon::Partner) => Persoon::Aanvrager,
            (_, rol) => rol,
        }
    }

    /// Refuses an exemption of art. 34a beside one of art. 31 lid 2, and two parts of art. 34a.
    pub(super) fn check_vrijlatingen(&self) -> Result<(), MaandOnbepaald> {
        for persoon in [Persoon::Aanvrager, Persoon::Partner] {
            let arbeid = self
                .arbeid
                .iter()
                .filter(|(p, toets)| *p == persoon && toets.uitkomst.is_ok());
            let letters = self.berekening.inkomen.as_ref().map_or(0, |inkomen| {
                let is_vrij = |t: &&Vrijlatingstoets| t.persoon == persoon && t.uitkomst.is_ok();
                inkomen.vrijlatingen.iter().filter(is_vrij).count()
            });
            if arbeid.count() + letters > 1 {
                return Err(MaandOnbepaald::TweeVrijlatingen(persoon));
            }
        }
        Ok(())
    }
}
