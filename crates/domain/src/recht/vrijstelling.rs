//! Income that does not count by its kind: wholly, or up to an amount per month or calendar year.
//! Participatiewet art. 18 lid 8*, 31 lid 2 and 5, 33 lid 5.
//!
//! The kinds follow the text of 1 January 2026; for earlier years the amounts are those of then.

use primitives::Geld;

use super::{
    Bijstandsbeleid, Giftaard, Inkomst, Inkomstensoort, Leefsituatie, Leeftijd, Normbedrag, Normen,
    Onbepaald, Onderdeel, Persoon,
};

/// No more premiums than this a year. Participatiewet art. 31 lid 2 onder j.
const PREMIES_MAX: u32 = 2;

/// What became of income that does not count by its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Vrijstelling {
    /// Whose income.
    pub persoon: Persoon,
    /// The rule.
    pub regel: Vrijstellingsregel,
    /// The income.
    pub ontvangen: Geld,
    /// What does not count.
    pub bedrag: Geld,
}

/// The rule by which income does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vrijstellingsregel {
    /// It never counts.
    Geheel(Onderdeel),
    /// The age bar of lid 5 takes the exemption away.
    JongerDan27(&'static str),
    /// Up to an amount a year.
    Premie {
        /// The amount.
        maximum: Geld,
        /// The part used before.
        eerder: Geld,
        /// How many were paid before.
        keren: u32,
    },
    /// Up to an amount a month and one a year.
    Vrijwilligersvergoeding {
        /// A month.
        maand: Geld,
        /// A year.
        jaar: Geld,
        /// The part of the year that was used before.
        eerder: Geld,
    },
    /// Up to an amount a year, contributions that save costs included.
    Giften {
        /// The amount.
        grens: Geld,
        /// The part used before.
        eerder: Geld,
        /// The part above it that counts as means, not as income.
        vermogen: Geld,
    },
    /// A private pension up to an amount a month.
    Pensioen {
        /// The amount.
        maximum: Geld,
        /// Which it is.
        norm: Normbedrag,
    },
}

/// What becomes of every income with a rule of its own.
pub(super) fn calculate_vrijstellingen(
    inkomsten: &[Inkomst],
    situatie: &Leefsituatie,
    normen: &Normen,
    beleid: &Bijstandsbeleid,
) -> Result<Vec<Vrijstelling>, Onbepaald> {
    let mut toets = Toets {
        inkomsten,
        situatie,
        normen,
        gevonden: Vec::new(),
    };
    toets.check()?;
    for persoon in [Persoon::Aanvrager, Persoon::Partner] {
        toets.geheel(persoon)?;
        toets.premie(persoon)?;
        toets.vrijwilligersvergoeding(persoon)?;
    }
    toets.giften(beleid)?;
    toets.pensioen()?;
    Ok(toets.gevonden)
}

struct Toets<'a> {
    inkomsten: &'a [Inkomst],
    situatie: &'a Leefsituatie,
    normen: &'a Normen,
    gevonden: Vec<Vrijstelling>,
}

impl<'a> Toets<'a> {
    fn van(&self, persoon: Persoon) -> impl Iterator<Item = &'a Inkomst> + use<'a> {
        self.inkomsten.iter().filter(move |i| i.persoon == persoon)
    }

    fn leeftijd(&self, persoon: Persoon) -> Result<Leeftijd, Onbepaald> {
        match persoon {
            Persoon::Aanvrager => Ok(self.situatie.aanvrager()),
            Persoon::Partner => self
                .situatie
                .partner()
                .and_then(|partner| partner.leeftijd)
                .ok_or(Onbepaald::PartnerleeftijdOnbekend),
        }
    }

    fn add(&mut self, persoon: Persoon, regel: Vrijstellingsregel, ontvangen: Geld, vrij: Geld) {
        self.gevonden.push(Vrijstelling {
            persoon,
            regel,
            ontvangen,
            bedrag: vrij.not_below_zero().min(ontvangen),
        });
    }

    /// Refuses what the sources have no rule for.
    fn check(&self) -> Result<(), Onbepaald> {
        for inkomst in self.inkomsten {
            match inkomst.soort {
                Inkomstensoort::Schadevergoeding => return Err(Onbepaald::Schadevergoeding),
                Inkomstensoort::Alimentatie if self.is_onderhouden(inkomst.persoon) => {
                    return Err(Onbepaald::OnderhoudJongere);
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Whether the norm was raised for want of parents, which art. 31 lid 2 onder v ties to what they pay.
    fn is_onderhouden(&self, persoon: Persoon) -> bool {
        let feiten = self.situatie.normfeiten();
        let mist_ouders = match persoon {
            Persoon::Aanvrager => feiten.aanvrager.mist_ouders(),
            Persoon::Partner => feiten.partner.mist_ouders(),
        };
        let bestaat = self.normen.find_bedrag(Normbedrag::VerhogingJongere);
        mist_ouders && bestaat != Ok(None) && self.leeftijd(persoon).is_ok_and(Leeftijd::is_jongere)
    }

    fn geheel(&mut self, persoon: Persoon) -> Result<(), Onbepaald> {
        for inkomst in self.van(persoon) {
            let Inkomstensoort::Vrijgesteld(onderdeel) = inkomst.soort else {
                continue;
            };
            let is_te_jong = onderdeel == Onderdeel::Jonggehandicaptenkorting
                && self.leeftijd(persoon)?.is_jonger_dan_27();
            if is_te_jong {
                let regel = Vrijstellingsregel::JongerDan27(onderdeel.grondslag());
                self.add(persoon, regel, inkomst.bedrag, Geld::NUL);
            } else {
                let regel = Vrijstellingsregel::Geheel(onderdeel);
                self.add(persoon, regel, inkomst.bedrag, inkomst.bedrag);
            }
        }
        Ok(())
    }

    /// One or two premiums up to an amount a year. Participatiewet art. 31 lid 2 onder j, lid 5.
    fn premie(&mut self, persoon: Persoon) -> Result<(), Onbepaald> {
        let premies = || {
            self.van(persoon).filter_map(|i| match i.soort {
                Inkomstensoort::Premie(premie) => Some((premie, i.bedrag)),
                _ => None,
            })
        };
        let Some((premie, _)) = premies().next() else {
            return Ok(());
        };
        if premies().any(|(ander, _)| ander != premie) {
            return Err(Onbepaald::EerderTegenstrijdig(persoon));
        }
        let ontvangen: Geld = premies().map(|(_, bedrag)| bedrag).sum();
        if !premie.is_doelgroep && self.leeftijd(persoon)?.is_jonger_dan_27() {
            let regel = Vrijstellingsregel::JongerDan27(Normbedrag::Premie.grondslag());
            self.add(persoon, regel, ontvangen, Geld::NUL);
            return Ok(());
        }
        let maximum = self.normen.bedrag(Normbedrag::Premie)?;
        let over = PREMIES_MAX.saturating_sub(premie.keren) as usize;
        let telbaar: Geld = premies().take(over).map(|(_, bedrag)| bedrag).sum();
        let regel = Vrijstellingsregel::Premie {
            maximum,
            eerder: premie.eerder,
            keren: premie.keren,
        };
        let ruimte = (maximum - premie.eerder).not_below_zero();
        self.add(persoon, regel, ontvangen, telbaar.min(ruimte));
        Ok(())
    }

    /// Up to an amount a month and one a year. Participatiewet art. 31 lid 2 onder k, lid 5.
    fn vrijwilligersvergoeding(&mut self, persoon: Persoon) -> Result<(), Onbepaald> {
        let vergoedingen = || {
            self.van(persoon).filter_map(|i| match i.soort {
                Inkomstensoort::Vrijwilligersvergoeding { eerder } => Some((eerder, i.bedrag)),
                _ => None,
            })
        };
        let Some((eerder, _)) = vergoedingen().next() else {
            return Ok(());
        };
        if vergoedingen().any(|(ander, _)| ander != eerder) {
            return Err(Onbepaald::EerderTegenstrijdig(persoon));
        }
        let ontvangen: Geld = vergoedingen().map(|(_, bedrag)| bedrag).sum();
        let maand = Normbedrag::VrijwilligersvergoedingMaand;
        if self.leeftijd(persoon)?.is_jonger_dan_27() {
            let regel = Vrijstellingsregel::JongerDan27(maand.grondslag());
            self.add(persoon, regel, ontvangen, Geld::NUL);
            return Ok(());
        }
        let maand = self.normen.bedrag(maand)?;
        let jaar = self
            .normen
            .bedrag(Normbedrag::VrijwilligersvergoedingJaar)?;
        let regel = Vrijstellingsregel::Vrijwilligersvergoeding {
            maand,
            jaar,
            eerder,
        };
        self.add(persoon, regel, ontvangen, maand.min(jaar - eerder));
        Ok(())
    }

    /// Gifts and contributions of the household together, up to an amount a year. Participatiewet art. 18 lid 8*,
    /// 31 lid 2 onder m.
    fn giften(&mut self, beleid: &Bijstandsbeleid) -> Result<(), Onbepaald> {
        let giften = || {
            self.inkomsten
                .iter()
                .filter_map(|i| gift(i).map(|g| (i, g)))
        };
        let Some((eerste, (eerder, aard))) = giften().next() else {
            return Ok(());
        };
        if giften().any(|(_, (ander, _))| ander != eerder) {
            return Err(Onbepaald::EerderTegenstrijdig(eerste.persoon));
        }
        let wettelijk = self.normen.find_bedrag(Normbedrag::Giften)?;
        let wettelijk = wettelijk.ok_or(Onbepaald::GiftVoor2026)?;
        let eigen = beleid.giften_grens.as_ref();
        let grens = eigen.map_or(wettelijk, |eigen| eigen.waarde.max(wettelijk));
        let samen: Geld = giften().map(|(i, _)| i.bedrag).sum();
        let ruimte = (grens - eerder).not_below_zero();
        let boven = (samen - ruimte).not_below_zero();
        let mut vermogen = Geld::NUL;
        if !boven.is_nul() {
            let is_kostenbesparing =
                |i: &Inkomst| matches!(i.soort, Inkomstensoort::Kostenbesparing { .. });
            if giften().any(|(i, _)| is_kostenbesparing(i)) {
                return Err(Onbepaald::KostenbesparingBovenGrens);
            }
            if giften().any(|(i, _)| i.persoon != eerste.persoon) {
                return Err(Onbepaald::GiftenVanTwee);
            }
            if giften().any(|(_, (_, ander))| ander != aard) {
                return Err(Onbepaald::AardVanGift);
            }
            match aard {
                None => return Err(Onbepaald::AardVanGift),
                Some(Giftaard::Inkomen) => {}
                Some(Giftaard::Vermogen) => vermogen = boven,
            }
        }
        let regel = Vrijstellingsregel::Giften {
            grens,
            eerder,
            vermogen,
        };
        for persoon in [Persoon::Aanvrager, Persoon::Partner] {
            let van_persoon = self.van(persoon).filter(|i| gift(i).is_some());
            let ontvangen: Geld = van_persoon.map(|i| i.bedrag).sum();
            if !ontvangen.is_nul() {
                self.add(persoon, regel, ontvangen, ontvangen - boven + vermogen);
            }
        }
        Ok(())
    }

    /// A private pension from the pension age of one of the two on, for both together. Participatiewet art. 33 lid 5.
    fn pensioen(&mut self) -> Result<(), Onbepaald> {
        let van = |persoon: Persoon| -> Geld {
            let pensioenen = self.van(persoon);
            let pensioenen = pensioenen.filter(|i| i.soort == Inkomstensoort::Pensioen);
            pensioenen.map(|i| i.bedrag).sum()
        };
        let (aanvrager, partner) = (van(Persoon::Aanvrager), van(Persoon::Partner));
        let echtgenoot = self.situatie.partner();
        let is_oud = self.situatie.aanvrager().is_pensioengerechtigd()
            || echtgenoot
                .and_then(|p| p.leeftijd)
                .is_some_and(Leeftijd::is_pensioengerechtigd);
        if !is_oud || (aanvrager + partner).is_nul() {
            return Ok(());
        }
        let norm = match echtgenoot {
            None => Normbedrag::PensioenvrijlatingAlleenstaande,
            Some(_) => Normbedrag::PensioenvrijlatingGehuwden,
        };
        let maximum = self.normen.bedrag(norm)?;
        let is_verdeeld = !aanvrager.is_nul() && !partner.is_nul();
        let heeft_recht = echtgenoot.is_none_or(|p| p.heeft_recht);
        if is_verdeeld && !heeft_recht && aanvrager + partner > maximum {
            return Err(Onbepaald::PensioenVanTwee);
        }
        let regel = Vrijstellingsregel::Pensioen { maximum, norm };
        if !aanvrager.is_nul() {
            self.add(Persoon::Aanvrager, regel, aanvrager, maximum);
        }
        if !partner.is_nul() {
            let rest = (maximum - aanvrager).not_below_zero();
            self.add(Persoon::Partner, regel, partner, rest);
        }
        Ok(())
    }
}

/// The part of the year that was used before, and the nature of what comes above the limit.
const fn gift(inkomst: &Inkomst) -> Option<(Geld, Option<Giftaard>)> {
    match inkomst.soort {
        Inkomstensoort::Gift { eerder, aard } => Some((eerder, aard)),
        Inkomstensoort::Kostenbesparing { eerder } => Some((eerder, None)),
        _ => None,
    }
}

impl Vrijstellingsregel {
    /// The article.
    pub const fn grondslag(&self) -> &'static str {
        match self {
            Self::Geheel(onderdeel) => onderdeel.grondslag(),
            Self::JongerDan27(grondslag) => grondslag,
            Self::Premie { .. } => Normbedrag::Premie.grondslag(),
            Self::Vrijwilligersvergoeding { .. } => {
                Normbedrag::VrijwilligersvergoedingMaand.grondslag()
            }
            Self::Giften { .. } => Normbedrag::Giften.grondslag(),
            Self::Pensioen { norm, .. } => norm.grondslag(),
        }
    }
}
