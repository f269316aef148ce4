//! The incomes of a stretch of days as they would be over a whole month, with their exemptions.
//! Participatiewet arts 31, 32, 34a.

use primitives::Geld;

use super::arbeid::{Arbeidstoets, Arbeidsvraag, Art34a};
use super::deel::Deel;
use super::gift::{Gifttoets, weigh_gift, weigh_premie};
use super::inkomen::{Reeksinkomst, Reekssoort, Reeksvrijlating};
use super::tellers::{Tellers, months_used};
use super::{MaandOnbepaald, Tijdvakdeel};
use crate::recht::{
    Inkomst, Inkomstensoort, Leeftijd, Normentabel, Normtermijn, Onbepaald, Persoon, Vrijlating,
};

/// The incomes of a stretch and what became of their exemptions.
#[derive(Default)]
pub(super) struct Deelinkomen {
    pub(super) inkomsten: Vec<Inkomst>,
    pub(super) tijdvakken: Vec<Tijdvakdeel>,
    pub(super) wachtend: Vec<(Persoon, Vrijlating)>,
    pub(super) arbeid: Vec<(Persoon, Arbeidstoets)>,
    pub(super) giften: Vec<Gifttoets>,
}

impl Deel<'_> {
    /// The incomes of these days as they would be over a whole month, with their exemptions.
    pub(super) fn gather(
        &self,
        tellers: &mut Option<Tellers>,
    ) -> Result<Deelinkomen, MaandOnbepaald> {
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
                    if !rij.is_maand() {
                        uit.tijdvakken.push(Tijdvakdeel {
                            persoon: self.rol(rij.persoon),
                            van: rij.van,
                            tot_en_met: rij.tot_en_met,
                            bedrag: rij.bedrag,
                            deel,
                            lezing,
                        });
                    }
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
