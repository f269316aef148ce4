//! One stretch of days: the facts of a whole month, the month's right, and its share of the days.
//! Participatiewet arts 19, 32, 45 lid 3.

use primitives::{Datum, Geld, Maand};

use super::beleid::Beleidsbron;
use super::feiten::{Reeksfeiten, days_between, pro_rata};
use super::inkomen::Reeksinkomst;
use super::kalender::{Kalender, Stuk, Toestand};
use super::tellers::Tellers;
use super::{Deelbedragen, Deelgrond, MaandGeenRecht, MaandOnbepaald, Maanddeel, Maandreden};
use crate::recht::{
    Bijstandsbeleid, Bijstandsberekening, Bijstandsfeiten, Huishouden, Kader, Reden, Verlaging,
    calculate_bijstand_in,
};

/// Calculates stretches of days.
pub(super) struct Deelrekenaar<'a> {
    pub(super) feiten: &'a Reeksfeiten,
    pub(super) bron: &'a Beleidsbron,
    pub(super) bekend_op: Option<Datum>,
    pub(super) kalender: &'a Kalender<'a>,
    pub(super) inkomsten: &'a [&'a Reeksinkomst],
}

/// A stretch with what it needs to be calculated.
pub(super) struct Deel<'a> {
    pub(super) rekenaar: &'a Deelrekenaar<'a>,
    pub(super) stuk: &'a Stuk,
    pub(super) toestand: Toestand,
    pub(super) huishouden: Huishouden,
    pub(super) dagen: (i64, i64),
    pub(super) maand: Maand,
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
        // The norm of the day of a death holds for the month after it (art. 45 lid 5).
        let peildatum = self.toestand.overlijden.unwrap_or(self.stuk.van);
        let situatie = self.huishouden.leefsituatie(peildatum)?;
        let inkomen = self.gather(tellers)?;
        let vermogen = self
            .toestand
            .vermogen
            .and_then(|plek| self.rekenaar.feiten.vermogens.get(plek))
            .map(|(_, vermogen)| *vermogen);
        let verlaging = self
            .toestand
            .maatregel
            .map(|m| Verlaging::Percentage(m.percentage));
        let beleid = if self.huishouden.normfeiten.asks_beleid() {
            self.rekenaar.bron.bijstandsbeleid(peildatum)
        } else {
            Bijstandsbeleid::default()
        };
        let kader = Kader {
            bekend_op: self.rekenaar.bekend_op,
            beleid: &beleid,
        };
        let berekening = calculate_bijstand_in(
            &kader,
            &Bijstandsfeiten {
                peildatum,
                situatie: &situatie,
                inkomsten: &inkomen.inkomsten,
                vermogen,
                verlaging,
            },
        );
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
            tijdvakken: inkomen.tijdvakken,
            wachtend: inkomen.wachtend,
            arbeid: inkomen.arbeid,
            giften: inkomen.giften,
            bekend_op: self.rekenaar.bekend_op,
            beleid,
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
}
