//! One stretch of days: the facts of a whole month, the month's right, and its share of the days.
//! Participatiewet arts 19, 32, 45 lid 3.

use primitives::{Geld, Maand};

use super::arbeid::{Arbeidstoets, Arbeidsvraag, Art34a};
use super::beleid::Beleidsbron;
use super::feiten::{Reeksfeiten, days_between, pro_rata};
use super::gift::{Gifttoets, weigh_gift, weigh_premie};
use super::inkomen::{Reeksinkomst, Reekssoort, Reeksvrijlating};
use super::kalender::{Kalender, Stuk, Toestand};
use super::tellers::{Tellers, months_used};
use super::{Deelbedragen, Deelgrond, MaandGeenRecht, MaandOnbepaald, Maanddeel, Maandreden};
use crate::recht::{
    Bijstandsberekening, Bijstandsfeiten, Huishouden, Inkomst, Inkomstensoort, Leeftijd,
    Normentabel, Normtermijn, Onbepaald, Partnerfeiten, Persoon, Reden, Verlaging, Vrijlating,
    calculate_bijstand,
};

/// Calculates stretches of days.
pub(super) struct Deelrekenaar<'a> {
    pub(super) feiten: &'a Reeksfeiten,
    pub(super) bron: &'a Beleidsbron,
    pub(super) kalender: &'a Kalender<'a>,
    pub(super) inkomsten: &'a [&'a Reeksinkomst],
}

/// A stretch with what it needs to be calculated.
struct Deel<'a> {
    rekenaar: &'a Deelrekenaar<'a>,
    stuk: &'a Stuk,
    toestand: Toestand,
    huishouden: Huishouden,
    dagen: (i64, i64),
    maand: Maand,
}

/// The incomes of a stretch and what became of their exemptions.
#[derive(Default)]
struct Deelinkomen {
    inkomsten: Vec<Inkomst>,
    wachtend: Vec<(Persoon, Vrijlating)>,
    arbeid: Vec<(Persoon, Arbeidstoets)>,
    giften: Vec<Gifttoets>,
}

impl Deelrekenaar<'_> {
    /// Calculates a stretch of a month and counts what it uses of the amounts by year.
    pub(super) fn calculate(
        &self,
        maand: Maand,
        stuk: &Stuk,
        tellers: &mut Option<Tellers>,
    ) -> Maanddeel {
        let dagen = (
            days_between(stuk.van, stuk.tot_en_met),
            days_between(maand.first_day(), maand.last_day()),
        );
        let (grond, uitkomst) = match &stuk.toestand {
            Err(reden) => (None, Err(reden.clone())),
            Ok(toestand) => match self.weigh(maand, stuk, *toestand, dagen, tellers) {
                Ok((grond, uitkomst)) => (Some(Box::new(grond)), uitkomst),
                Err(reden) => (None, Err(reden.into())),
            },
        };
        Maanddeel {
            van: stuk.van,
            tot_en_met: stuk.tot_en_met,
            dagen,
            grond,
            uitkomst,
        }
    }

    fn weigh(
        &self,
        maand: Maand,
        stuk: &Stuk,
        toestand: Toestand,
        dagen: (i64, i64),
        tellers: &mut Option<Tellers>,
    ) -> Result<(Deelgrond, Result<Deelbedragen, Maandreden>), MaandOnbepaald> {
        let huishouden = self
            .kalender
            .huishouden(toestand.huishouden)
            .ok_or(MaandOnbepaald::HuishoudenOnbekend(stuk.van))?;
        if let Some(tellers) = tellers {
            tellers.begin_dagen(stuk.van, self.feiten.lezing.vrijlating_n)?;
        }
        let deel = Deel {
            rekenaar: self,
            stuk,
            toestand,
            huishouden: toestand.as_seen(huishouden),
            dagen,
            maand,
        };
        deel.calculate(tellers)
    }
}

impl Deel<'_> {
    fn calculate(
        &self,
        tellers: &mut Option<Tellers>,
    ) -> Result<(Deelgrond, Result<Deelbedragen, Maandreden>), MaandOnbepaald> {
        let peildatum = self.stuk.van;
        // The day of a death holds for the month after it (art. 45 lid 5).
        let situatie_op = self.toestand.overlijden.unwrap_or(peildatum);
        let situatie = self.huishouden.leefsituatie(situatie_op)?;
        let inkomen = self.gather(tellers)?;
        let vermogen = self
            .toestand
            .vermogen
            .and_then(|plek| self.rekenaar.feiten.vermogens.get(plek))
            .map(|(_, vermogen)| *vermogen);
        let verlaging = self
            .toestand
            .maatregel
            .map(|(_, p)| Verlaging::Percentage(p));
        let berekening = calculate_bijstand(&Bijstandsfeiten {
            peildatum,
            situatie: &situatie,
            inkomsten: &inkomen.inkomsten,
            vermogen,
            verlaging,
        });
        let uitkomst = self.share(&berekening);
        let grond = Deelgrond {
            peildatum,
            situatie,
            inkomsten: inkomen.inkomsten,
            vermogen,
            verlaging,
            maatregel: self.toestand.maatregel,
            uitgesloten: self.toestand.uitgesloten,
            is_betaling_opgeschort: self.toestand.is_betaling_opgeschort,
            overlijden: self.toestand.overlijden,
            wachtend: inkomen.wachtend,
            arbeid: inkomen.arbeid,
            giften: inkomen.giften,
            berekening,
        };
        grond.check_vrijlatingen()?;
        Ok((grond, uitkomst))
    }

    /// The share of these days in the amounts of a whole month. Art. 45 lid 3: "vastgesteld over het deel van de
    /// kalendermaand waarover recht op bijstand bestaat"; by calendar days, which is our reading.
    fn share(&self, berekening: &Bijstandsberekening) -> Result<Deelbedragen, Maandreden> {
        match &berekening.uitkomst {
            Ok(_) => {}
            Err(Reden::GeenRecht(reden)) => return Err(MaandGeenRecht::Bijstand(*reden).into()),
            Err(Reden::Onbepaald(reden)) => {
                return Err(MaandOnbepaald::Bijstand(reden.clone()).into());
            }
        }
        let (dagen, van) = self.dagen;
        let deel = |bedrag: Geld| pro_rata(bedrag, dagen, van);
        let norm = deel(berekening.norm.map_or(Geld::NUL, |norm| norm.bedrag));
        let middelen = deel(
            berekening
                .inkomen
                .as_ref()
                .map_or(Geld::NUL, |i| i.middelen),
        );
        let verlaging = deel(berekening.verlaging.unwrap_or(Geld::NUL));
        let bedrag = (norm - middelen - verlaging).not_below_zero();
        let is_opgeschort = self.toestand.is_betaling_opgeschort;
        Ok(Deelbedragen {
            norm,
            middelen,
            verlaging,
            bedrag,
            opgeschort: if is_opgeschort { bedrag } else { Geld::NUL },
        })
    }

    /// The incomes of these days as they would be over a whole month, with their exemptions.
    fn gather(&self, tellers: &mut Option<Tellers>) -> Result<Deelinkomen, MaandOnbepaald> {
        let mut uit = Deelinkomen::default();
        let van_huishouden = |rij: &&&Reeksinkomst| {
            rij.persoon == Persoon::Aanvrager || self.huishouden.partner.is_some()
        };
        let lezing = self.rekenaar.feiten.lezing.loontijdvak;
        for rij in self.rekenaar.inkomsten.iter().filter(van_huishouden) {
            let deel = rij.part(lezing, self.stuk.van, self.stuk.tot_en_met);
            if deel.is_nul() {
                continue;
            }
            match rij.soort {
                Reekssoort::Inkomen(soort) => {
                    let (vrijlating, maanden) = self.letter(rij, tellers.as_ref(), &mut uit)?;
                    uit.inkomsten.push(Inkomst {
                        persoon: self.rol(rij.persoon),
                        soort,
                        bedrag: self.per_month(deel),
                        vrijlating,
                        maanden_gebruikt: maanden,
                    });
                }
                _ => self.gather_gift(rij, deel, tellers, &mut uit)?,
            }
        }
        for persoon in [Persoon::Aanvrager, Persoon::Partner] {
            self.apply_arbeid(persoon, tellers.as_ref(), &mut uit)?;
        }
        Ok(uit)
    }

    /// The letter of art. 31 lid 2 with the months used, as a single month's question asks it.
    fn letter(
        &self,
        rij: &Reeksinkomst,
        tellers: Option<&Tellers>,
        uit: &mut Deelinkomen,
    ) -> Result<(Option<Vrijlating>, Option<u32>), MaandOnbepaald> {
        let Some(Reeksvrijlating::Letter(letter)) = rij.vrijlating else {
            return Ok((None, None));
        };
        let van = tellers.map(|tellers| *tellers.van(rij.persoon));
        let is_27 = !self
            .leeftijd(rij.persoon)
            .is_some_and(Leeftijd::is_jonger_dan_27);
        let known = || van.ok_or(MaandOnbepaald::TellersOnbekend(letter.grondslag()));
        let termijn = |termijn| -> Result<u32, MaandOnbepaald> {
            let normen = Normentabel::wettelijk().op(self.stuk.van);
            let normen = normen.ok_or(Onbepaald::GeenNormen(self.stuk.van))?;
            Ok(normen.termijn(termijn)?)
        };
        let (is_te_vroeg, maanden) = match letter {
            Vrijlating::N => (false, van.map(|t| t.n)),
            Vrijlating::Y => (false, None),
            Vrijlating::R => {
                let van = known()?;
                let te_vroeg = van.n < termijn(Normtermijn::VrijlatingN)?;
                (te_vroeg, Some(months_used(van.r_vanaf, self.maand)))
            }
            // Lid 5 takes n from who is younger than 27, so that its six months cannot come first.
            Vrijlating::Z => {
                let van = known()?;
                let te_vroeg = is_27 && van.n < termijn(Normtermijn::VrijlatingN)?;
                (te_vroeg, Some(months_used(van.z_vanaf, self.maand)))
            }
            Vrijlating::Aa => {
                let verstreken = months_used(known()?.z_vanaf, self.maand);
                (verstreken < termijn(Normtermijn::VrijlatingZ)?, None)
            }
        };
        if is_te_vroeg {
            let wacht = (self.rol(rij.persoon), letter);
            if !uit.wachtend.contains(&wacht) {
                uit.wachtend.push(wacht);
            }
            return Ok((None, None));
        }
        Ok((Some(letter), maanden))
    }

    fn gather_gift(
        &self,
        rij: &Reeksinkomst,
        deel: Geld,
        tellers: &mut Option<Tellers>,
        uit: &mut Deelinkomen,
    ) -> Result<(), MaandOnbepaald> {
        let dag = self.stuk.van;
        let is_premie = matches!(rij.soort, Reekssoort::Premie { .. });
        let artikel = if is_premie {
            "de premies in dit jaar"
        } else {
            "de giften in dit jaar"
        };
        let tellers = tellers
            .as_mut()
            .ok_or(MaandOnbepaald::TellersOnbekend(artikel))?;
        let bron = self.rekenaar.bron;
        let mut toets = match (is_premie, self.leeftijd(rij.persoon)) {
            (true, Some(leeftijd)) => {
                weigh_premie(rij.persoon, rij.soort, deel, leeftijd, dag, tellers)?
            }
            (true, None) => return Err(Onbepaald::PartnerleeftijdOnbekend.into()),
            (false, _) => weigh_gift(rij.persoon, rij.soort, deel, dag, tellers, bron)?,
        };
        toets.persoon = self.rol(rij.persoon);
        let telt = toets.inkomen();
        if !telt.is_nul() {
            uit.inkomsten.push(Inkomst {
                persoon: toets.persoon,
                soort: Inkomstensoort::Overig,
                bedrag: self.per_month(telt),
                vrijlating: None,
                maanden_gebruikt: None,
            });
        }
        uit.giften.push(toets);
        Ok(())
    }

    /// Takes the exemption of art. 34a off the income from work that carries it.
    fn apply_arbeid(
        &self,
        persoon: Persoon,
        tellers: Option<&Tellers>,
        uit: &mut Deelinkomen,
    ) -> Result<(), MaandOnbepaald> {
        let lezing = self.rekenaar.feiten.lezing.loontijdvak;
        for (_, grond) in Art34a::ALL {
            let rijen: Vec<&Reeksinkomst> = self
                .rekenaar
                .inkomsten
                .iter()
                .copied()
                .filter(|rij| {
                    rij.persoon == persoon
                        && rij.soort == Reekssoort::Inkomen(Inkomstensoort::Arbeid)
                        && rij.vrijlating == Some(Reeksvrijlating::Arbeid(grond))
                        && !rij
                            .part(lezing, self.stuk.van, self.stuk.tot_en_met)
                            .is_nul()
                })
                .collect();
            if rijen.is_empty() || self.leeftijd_en_partner(persoon).is_none() {
                continue;
            }
            let part = |rij: &&Reeksinkomst| rij.part(lezing, self.stuk.van, self.stuk.tot_en_met);
            let vraag = Arbeidsvraag {
                grond,
                inkomsten: self.per_month(rijen.iter().map(part).sum()),
                rijen: &rijen,
                leeftijd: self.leeftijd(persoon).filter(|_| self.has_recht(persoon)),
                dag: self.stuk.van,
            };
            let toets = vraag.decide(tellers.map(|t| t.van(persoon)), self.rekenaar.bron)?;
            let rol = self.rol(persoon);
            if let Ok(vrij) = toets.uitkomst {
                uit.take_off(rol, vrij);
            }
            uit.arbeid.push((rol, toets));
        }
        Ok(())
    }

    /// Somebody who is there on these days.
    fn leeftijd_en_partner(&self, persoon: Persoon) -> Option<Persoon> {
        let is_er = persoon == Persoon::Aanvrager || self.huishouden.partner.is_some();
        is_er.then_some(persoon)
    }

    fn per_month(&self, bedrag: Geld) -> Geld {
        bedrag.fraction(self.dagen.1, self.dagen.0)
    }

    /// As which of the two a person stands in the calculation.
    fn rol(&self, persoon: Persoon) -> Persoon {
        self.toestand.rol(persoon)
    }

    fn has_recht(&self, persoon: Persoon) -> bool {
        match self.rol(persoon) {
            Persoon::Aanvrager => true,
            Persoon::Partner => self
                .huishouden
                .partner
                .as_ref()
                .is_some_and(|p| p.heeft_recht),
        }
    }

    fn leeftijd(&self, persoon: Persoon) -> Option<Leeftijd> {
        let geboren = match self.rol(persoon) {
            Persoon::Aanvrager => Some(self.huishouden.aanvrager),
            Persoon::Partner => self.huishouden.partner.as_ref().map(|p| p.geboortedatum),
        };
        Leeftijd::op(geboren?, self.stuk.van)
    }
}

impl Deelinkomen {
    /// Lowers the income from work of a person that carries no letter by an exempt amount.
    fn take_off(&mut self, persoon: Persoon, mut vrij: Geld) {
        let arbeid = self.inkomsten.iter_mut().filter(|i| {
            i.persoon == persoon && i.soort == Inkomstensoort::Arbeid && i.vrijlating.is_none()
        });
        for inkomst in arbeid {
            let af = vrij.min(inkomst.bedrag);
            inkomst.bedrag = inkomst.bedrag - af;
            vrij = vrij - af;
        }
    }
}

impl Toestand {
    /// The household as the calculation sees it: who is excluded has no right, and where that is the applicant, the
    /// partner stands in his place.
    fn as_seen(&self, huishouden: &Huishouden) -> Huishouden {
        let mut gezien = huishouden.clone();
        match (self.uitgesloten, &huishouden.partner) {
            (Some((Persoon::Aanvrager, _)), Some(partner)) => {
                gezien.aanvrager = partner.geboortedatum;
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
    fn rol(&self, persoon: Persoon) -> Persoon {
        match (self.uitgesloten, persoon) {
            (Some((Persoon::Aanvrager, _)), Persoon::Aanvrager) => Persoon::Partner,
            (Some((Persoon::Aanvrager, _)), Persoon::Partner) => Persoon::Aanvrager,
            (_, persoon) => persoon,
        }
    }
}

impl Deelgrond {
    /// As which of the two in the facts somebody in the calculation stands.
    pub(super) fn persoon(&self, rol: Persoon) -> Persoon {
        match (self.uitgesloten, rol) {
            (Some((Persoon::Aanvrager, _)), Persoon::Aanvrager) => Persoon::Partner,
            (Some((Persoon::Aanvrager, _)), Persoon::Partner) => Persoon::Aanvrager,
            (_, rol) => rol,
        }
    }

    /// Refuses an exemption of art. 34a beside one of art. 31 lid 2, and two parts of art. 34a.
    fn check_vrijlatingen(&self) -> Result<(), MaandOnbepaald> {
        for persoon in [Persoon::Aanvrager, Persoon::Partner] {
            let arbeid = self
                .arbeid
                .iter()
                .filter(|(p, toets)| *p == persoon && toets.uitkomst.is_ok());
            let letters = self.berekening.inkomen.as_ref().map_or(0, |inkomen| {
                let is_vrij = |t: &&crate::recht::Vrijlatingstoets| {
                    t.persoon == persoon && t.uitkomst.is_ok()
                };
                inkomen.vrijlatingen.iter().filter(is_vrij).count()
            });
            if arbeid.count() + letters > 1 {
                return Err(MaandOnbepaald::TweeVrijlatingen(persoon));
            }
        }
        Ok(())
    }
}
