//! The course of a caseload: who comes, who goes, month by month, until the last month has exactly its size.

use domain::statistiek::{Geslacht, Leefvorm};
use jiff::Span;
use primitives::{Datum, Maand};

use super::Opdracht;
use super::bsn::Bsnreeks;
use super::gemeenten::tijdig_promille;
use super::huishouden::{
    Deel, Inwoner, Leeftijdsklasse, Plek, Uitkering, geboortedatum, ontheffing, wonen,
};
use super::ladder;
use super::toeval::{Toeval, plus_dagen};

/// Everyone who was ever in the caseload.
#[derive(Debug, Default)]
pub(super) struct Wereld {
    pub(super) inwoners: Vec<Inwoner>,
    pub(super) uitkeringen: Vec<Uitkering>,
    pub(super) begeleiding: Vec<Begeleiding>,
}

/// Guidance without a benefit: banenafspraak.
#[derive(Clone, Copy, Debug)]
pub(super) struct Begeleiding {
    pub(super) inwoner: usize,
    pub(super) van: Datum,
    pub(super) tot_en_met: Option<Datum>,
}

/// The day on which the files of a month were known: they are due within four weeks after it.
pub(super) fn bekend_op(maand: Maand) -> Datum {
    plus_dagen(maand.plus(1).first_day(), 19)
}

/// Lets the months pass.
pub(super) fn simulate(opdracht: &Opdracht) -> anyhow::Result<Wereld> {
    let mut verloop = Verloop::new(opdracht);
    verloop.fill_stock()?;
    for (plek, maand) in opdracht.tijdvak.maanden() {
        // In the last month no end is known yet: decisions are processed weeks later (CBS 2013).
        if plek < opdracht.tijdvak.laatste() {
            verloop.end_benefits(plek, maand);
            verloop.end_begeleiding(maand);
        }
        verloop.resume(plek);
        verloop.start_benefits(plek, maand)?;
        verloop.start_begeleiding(plek, maand)?;
        verloop.update_incomes(plek);
        ladder::measure(
            &mut verloop.wereld,
            &verloop.lopend,
            &mut verloop.toeval,
            plek,
            maand,
        );
        let nummers = &mut verloop.voorzieningen;
        ladder::provide(
            &mut verloop.wereld,
            &verloop.lopend,
            &mut verloop.toeval,
            nummers,
            maand,
        );
    }
    Ok(verloop.wereld)
}

/// A caseload while the months pass.
pub(super) struct Verloop<'a> {
    pub(super) opdracht: &'a Opdracht,
    pub(super) toeval: Toeval,
    bsns: Bsnreeks,
    pub(super) wereld: Wereld,
    /// Places of the benefits that run.
    pub(super) lopend: Vec<usize>,
    pub(super) hervattingen: Vec<(Datum, usize)>,
    pub(super) vertrokken: Vec<(Plek, usize)>,
    pub(super) kandidaten: Vec<(Datum, usize)>,
    pub(super) voorzieningen: ladder::Nummers,
}

impl<'a> Verloop<'a> {
    fn new(opdracht: &'a Opdracht) -> Self {
        Self {
            opdracht,
            toeval: Toeval::new(opdracht.zaad, u64::from(opdracht.reeks)),
            bsns: Bsnreeks::new(opdracht.reeks),
            wereld: Wereld::default(),
            lopend: Vec::new(),
            hervattingen: Vec::new(),
            vertrokken: Vec::new(),
            kandidaten: Vec::new(),
            voorzieningen: ladder::Nummers::new(opdracht.gemeente),
        }
    }

    /// How many people have a benefit at the end of a month: growth of 0,22% a quarter (CBS: inflow 5,4%, outflow
    /// 5,2% of the stock). Of the last month only part of the starts is processed yet.
    fn target(&mut self, plek: Plek) -> usize {
        let laatste = self.opdracht.tijdvak.laatste();
        let n = self.opdracht.omvang.met_uitkering;
        if plek == laatste {
            return n;
        }
        let maanden_terug = usize::try_from(laatste - plek).unwrap_or_default();
        let verwerkt = n - (n * 6 / 1_000).max(1).min(n);
        let groei = verwerkt - n * 73 * (maanden_terug - 1) / 100_000;
        let marge = i32::try_from(n / 220).unwrap_or_default();
        let schommeling = self.toeval.tussen(-marge, marge);
        // Whoever is here too many in the month before last cannot leave any more.
        groei
            .saturating_add_signed(schommeling as isize)
            .min(verwerkt)
    }

    pub(super) fn personen_lopend(&self) -> usize {
        let uitkeringen = self
            .lopend
            .iter()
            .filter_map(|u| self.wereld.uitkeringen.get(*u));
        uitkeringen.map(|uitkering| uitkering.delen.len()).sum()
    }

    /// Those who were there before the first month.
    fn fill_stock(&mut self) -> anyhow::Result<()> {
        let eerste_dag = self.opdracht.tijdvak.maand(0).first_day();
        let mut nodig = self.target(-1);
        while nodig > 0 {
            let klasse = self.toeval.kies(&Leeftijdsklasse::VOORRAAD);
            let jaren = self
                .toeval
                .kies(&[(1, 20), (2, 15), (5, 25), (10, 20), (18, 20)]);
            let dagen = self.toeval.tussen(75, jaren * 365);
            let paar = self.household(klasse, eerste_dag, nodig)?;
            let aanvang = self.not_before_18(plus_dagen(eerste_dag, -dagen), &paar.1);
            nodig -= paar.1.len();
            let invoering = plus_dagen(aanvang, self.toeval.tussen(5, 55));
            self.start(paar, klasse, aanvang, invoering, -1);
            self.initial_incomes();
        }
        let zonder = self.opdracht.omvang.zonder_uitkering * 88 / 100;
        for _ in 0..zonder {
            let klasse = self.toeval.kies(&Leeftijdsklasse::BANENAFSPRAAK);
            let inwoner = self.resident(klasse, eerste_dag)?;
            let van = plus_dagen(eerste_dag, -self.toeval.tussen(30, 1_400));
            self.begin_begeleiding(inwoner, van);
        }
        Ok(())
    }

    /// New people in a household of the right size.
    fn household(
        &mut self,
        klasse: Leeftijdsklasse,
        peildatum: Datum,
        hoogstens: usize,
    ) -> anyhow::Result<(Leefvorm, Vec<usize>)> {
        let eerste = self.resident(klasse, peildatum)?;
        let leeftijd_min = plus_dagen(peildatum, -22 * 366);
        let is_jong = self.geboren(eerste) > leeftijd_min;
        let leefvorm = match self.toeval.kies(klasse.leefvormen()) {
            // Of people below 21 the law asks more than BUS says: they live alone here.
            _ if is_jong => Leefvorm::Alleenstaande,
            Leefvorm::GehuwdenEnSamenwonenden if hoogstens < 2 => Leefvorm::Alleenstaande,
            anders => anders,
        };
        let mut personen = vec![eerste];
        if leefvorm == Leefvorm::GehuwdenEnSamenwonenden {
            let tweede = self.resident(klasse, peildatum)?;
            let geboren = self.geboren(eerste);
            let verschil = self.toeval.tussen(-1_500, 1_500);
            let is_man =
                self.wereld.inwoners.get(eerste).map(|i| i.geslacht) == Some(Geslacht::Man);
            if let Some(partner) = self.wereld.inwoners.get_mut(tweede) {
                // A partner near in age, but of 21 at least and never past the pension age before the other.
                partner.geboortedatum = plus_dagen(geboren, verschil.abs()).min(leeftijd_min);
                partner.geslacht = if is_man {
                    Geslacht::Vrouw
                } else {
                    Geslacht::Man
                };
            }
            personen.push(tweede);
        }
        Ok((leefvorm, personen))
    }

    pub(super) fn resident(
        &mut self,
        klasse: Leeftijdsklasse,
        peildatum: Datum,
    ) -> anyhow::Result<usize> {
        let laatste_dag = self
            .opdracht
            .tijdvak
            .maand(self.opdracht.tijdvak.laatste())
            .last_day();
        let inwoner = Inwoner {
            bsn: self.bsns.next()?,
            geboortedatum: geboortedatum(&mut self.toeval, klasse, peildatum, laatste_dag),
            geslacht: self
                .toeval
                .kies(&[(Geslacht::Man, 48), (Geslacht::Vrouw, 52)]),
            is_in_beeld: self.toeval.kans(965),
            arbeidsvermogen: self.toeval.kies(&[(1, 55), (2, 35), (3, 10)]),
            metingen: Vec::new(),
            voorzieningen: Vec::new(),
        };
        self.wereld.inwoners.push(inwoner);
        Ok(self.wereld.inwoners.len() - 1)
    }

    pub(super) fn geboren(&self, inwoner: usize) -> Datum {
        let gevonden = self.wereld.inwoners.get(inwoner);
        gevonden.map_or(Datum::ZERO, |inwoner| inwoner.geboortedatum)
    }

    fn not_before_18(&self, dag: Datum, personen: &[usize]) -> Datum {
        let meerderjarig = personen
            .iter()
            .map(|inwoner| self.geboren(*inwoner).saturating_add(Span::new().years(18)));
        meerderjarig.fold(dag, Datum::max)
    }

    fn start(
        &mut self,
        (leefvorm, personen): (Leefvorm, Vec<usize>),
        klasse: Leeftijdsklasse,
        aanvang: Datum,
        invoering: Datum,
        plek: Plek,
    ) {
        let tijdvak = self.opdracht.tijdvak;
        let invoering = invoering.min(bekend_op(tijdvak.maand(tijdvak.laatste())));
        let zichtbaar_vanaf = (plek.max(0)..=tijdvak.laatste())
            .find(|plek| bekend_op(tijdvak.maand(*plek)) >= invoering)
            .unwrap_or_else(|| tijdvak.laatste());
        let (huisvesting, kostendelers) = wonen(&mut self.toeval, leefvorm, klasse);
        let delen = personen
            .into_iter()
            .map(|inwoner| Deel {
                inwoner,
                ontheffing: ontheffing(&mut self.toeval, leefvorm, klasse),
                doet_tegenprestatie: self.toeval.kans(60),
                inkomens: Vec::new(),
            })
            .collect();
        let nummer = u32::try_from(self.wereld.uitkeringen.len() + 1).unwrap_or(u32::MAX);
        self.lopend.push(self.wereld.uitkeringen.len());
        self.wereld.uitkeringen.push(Uitkering {
            nummer,
            leefvorm,
            kostendelers,
            huisvesting,
            aanvang,
            invoering,
            zichtbaar_vanaf,
            delen,
            maatregelen: Vec::new(),
            einde: None,
        });
    }

    /// Starts again for who was away for less than 30 days: neither outflow nor inflow (Almere; art. 45 lid 3).
    fn resume(&mut self, plek: Plek) {
        let laatste_dag = self.opdracht.tijdvak.maand(plek).last_day();
        let (nu, later) = self
            .hervattingen
            .iter()
            .partition(|(dag, _)| *dag <= laatste_dag);
        self.hervattingen = later;
        let nu: Vec<(Datum, usize)> = nu;
        for (aanvang, eerder) in nu {
            self.start_again(aanvang, eerder, plek);
        }
    }

    fn start_again(&mut self, aanvang: Datum, eerder: usize, plek: Plek) {
        let Some(oud) = self.wereld.uitkeringen.get(eerder) else {
            return;
        };
        let personen: Vec<_> = oud.delen.iter().map(|deel| deel.inwoner).collect();
        let leefvorm = oud.leefvorm;
        let eerste = personen
            .first()
            .map_or(aanvang, |inwoner| self.geboren(*inwoner));
        let klasse = Leeftijdsklasse::of(eerste, aanvang);
        let invoering = plus_dagen(aanvang, self.toeval.tussen(5, 30));
        self.start((leefvorm, personen), klasse, aanvang, invoering, plek);
    }

    /// Starts benefits until the month has its size; one in eight is of somebody who was here before.
    fn start_benefits(&mut self, plek: Plek, maand: Maand) -> anyhow::Result<()> {
        let nodig = self.target(plek);
        loop {
            let ruimte = nodig.saturating_sub(self.personen_lopend());
            if ruimte == 0 {
                return Ok(());
            }
            let aanvang = self.toeval.dag(maand.first_day(), maand.last_day());
            let terug = self.vertrokken.iter().position(|(weg, _)| plek - weg >= 2);
            if let Some(terug) = terug.filter(|_| self.toeval.kans(125)) {
                let (_, eerder) = self.vertrokken.swap_remove(terug);
                self.start_again(aanvang, eerder, plek);
                continue;
            }
            let klasse = self.toeval.kies(&Leeftijdsklasse::INSTROOM);
            let huishouden = self.household(klasse, aanvang, ruimte)?;
            let tijdig = tijdig_promille(self.opdracht.gemeente);
            let dagen = if self.toeval.kans(tijdig) {
                (5, 55)
            } else {
                (57, 70)
            };
            let invoering = plus_dagen(aanvang, self.toeval.tussen(dagen.0, dagen.1));
            self.start(huishouden, klasse, aanvang, invoering, plek);
        }
    }
}
