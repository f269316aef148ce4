//! The course of benefits: when each began and ended, and which of those ends and starts count.

use std::collections::HashMap;

use jiff::Span;
use primitives::{Datum, DossierId, Kwartaal, Periode, UitkeringId};

use super::feiten::{Eindreden, Regeling, Uitkeringsdeel};

/// A break of so many days or more ends a benefit; a shorter one is neither outflow nor inflow.
///
/// Participatiewet art. 45 lid 3 onder a ("ten minste 30 dagen"); Almere counts re-entry within 30 days alike.
const ONDERBREKING_DAGEN: i64 = 30;

/// One benefit without a break, with everyone who shared it.
#[derive(Clone, Debug)]
pub(super) struct Uitkeringsloop {
    pub(super) regeling: Regeling,
    pub(super) van: Datum,
    pub(super) tot: Option<Datum>,
    pub(super) ingevoerd_op: Option<Datum>,
    eindredenen: Vec<Option<Eindreden>>,
    bij_aanvang: Vec<DossierId>,
    bij_einde: Vec<DossierId>,
}

/// All benefits of a municipality, and the periods of each person over all of them.
#[derive(Debug)]
pub(super) struct Verloop {
    pub(super) lopen: Vec<Uitkeringsloop>,
    perioden: HashMap<DossierId, Vec<Periode>>,
    geboortedata: HashMap<DossierId, Datum>,
}

impl Uitkeringsloop {
    /// Whether the benefit runs on a day.
    pub(super) fn is_lopend_op(&self, dag: Datum) -> bool {
        self.van <= dag && self.tot.is_none_or(|tot| dag < tot)
    }

    /// Why it ended: work goes before AOW, and AOW before anything else, because the partner of who found
    /// work or reached the age is registered with a reason of his own (BUS code 97).
    pub(super) fn eindreden(&self) -> Option<Eindreden> {
        self.eindredenen.iter().copied().flatten().min()
    }
}

impl Verloop {
    /// Joins the shares of persons into benefits.
    pub(super) fn new(delen: &[Uitkeringsdeel]) -> Self {
        let mut op_volgorde: Vec<&Uitkeringsdeel> = delen.iter().collect();
        op_volgorde.sort_by_key(|deel| (deel.uitkering, deel.periode.van()));
        let mut lopen: Vec<Uitkeringsloop> = Vec::new();
        let mut begin = 0;
        while let Some(eerste) = op_volgorde.get(begin) {
            let groep = same_benefit(&op_volgorde, begin, eerste.uitkering);
            lopen.extend(Loopbouwer::join(groep));
            begin += groep.len();
        }
        let mut perioden: HashMap<DossierId, Vec<Periode>> = HashMap::new();
        let mut geboortedata = HashMap::new();
        for deel in delen {
            perioden.entry(deel.dossier).or_default().push(deel.periode);
            geboortedata.insert(deel.dossier, deel.geboortedatum);
        }
        Self {
            lopen,
            perioden,
            geboortedata,
        }
    }

    /// The benefits that run on a day.
    pub(super) fn lopend_op(&self, dag: Datum) -> impl Iterator<Item = &Uitkeringsloop> {
        self.lopen.iter().filter(move |l| l.is_lopend_op(dag))
    }

    /// The persons with a benefit on a day, each with the date of birth.
    pub(super) fn personen_op(&self, dag: Datum) -> impl Iterator<Item = (DossierId, Datum)> {
        self.perioden
            .iter()
            .filter(move |(_, perioden)| perioden.iter().any(|p| p.contains(dag)))
            .filter_map(|(dossier, _)| Some((*dossier, *self.geboortedata.get(dossier)?)))
    }

    /// The benefits that count as inflow of a quarter.
    pub(super) fn instroom(&self, kwartaal: Kwartaal) -> impl Iterator<Item = &Uitkeringsloop> {
        let dagen = kwartaal.first_day()..=kwartaal.last_day();
        self.lopen
            .iter()
            .filter(move |l| dagen.contains(&l.van) && self.is_nieuw(l))
    }

    /// The benefits that count as outflow of a quarter, those that ended at the age of AOW left out (CBS).
    pub(super) fn uitstroom(&self, kwartaal: Kwartaal) -> impl Iterator<Item = &Uitkeringsloop> {
        self.beeindigd(kwartaal)
            .filter(|l| l.eindreden() != Some(Eindreden::AowLeeftijd))
    }

    /// The benefits that ended in a quarter for good, for whatever reason.
    pub(super) fn beeindigd(&self, kwartaal: Kwartaal) -> impl Iterator<Item = &Uitkeringsloop> {
        let dagen = kwartaal.first_day()..=kwartaal.last_day();
        self.lopen.iter().filter(move |l| {
            l.tot.is_some_and(|tot| {
                dagen.contains(&tot) && !self.is_hervat(l, days_after(tot, ONDERBREKING_DAGEN))
            })
        })
    }

    /// Whether somebody of an ended benefit is back on one before `voor`.
    pub(super) fn is_hervat(&self, ended: &Uitkeringsloop, voor: Datum) -> bool {
        let Some(tot) = ended.tot else { return false };
        self.perioden_van(&ended.bij_einde)
            .any(|p| p.van() < voor && p.tot().is_none_or(|einde| einde > tot))
    }

    /// Whether nobody of a benefit had one in the days before.
    fn is_nieuw(&self, begonnen: &Uitkeringsloop) -> bool {
        let vanaf = days_after(begonnen.van, -ONDERBREKING_DAGEN);
        !self
            .perioden_van(&begonnen.bij_aanvang)
            .any(|p| p.van() < begonnen.van && p.tot().is_none_or(|tot| tot > vanaf))
    }

    fn perioden_van<'a>(&'a self, personen: &'a [DossierId]) -> impl Iterator<Item = &'a Periode> {
        personen
            .iter()
            .filter_map(|dossier| self.perioden.get(dossier))
            .flatten()
    }
}

/// Builds one uninterrupted run after the other out of the shares of one benefit, sorted by first day.
struct Loopbouwer<'a> {
    delen: Vec<&'a Uitkeringsdeel>,
    tot: Option<Datum>,
}

impl<'a> Loopbouwer<'a> {
    fn join(delen: &[&'a Uitkeringsdeel]) -> Vec<Uitkeringsloop> {
        let mut bouwers: Vec<Self> = Vec::new();
        for &deel in delen {
            match bouwers.last_mut() {
                Some(laatste) if laatste.tot.is_none_or(|tot| deel.periode.van() <= tot) => {
                    laatste.add(deel);
                }
                _ => bouwers.push(Self {
                    delen: vec![deel],
                    tot: deel.periode.tot(),
                }),
            }
        }
        bouwers.iter().filter_map(Self::finish).collect()
    }

    fn add(&mut self, deel: &'a Uitkeringsdeel) {
        self.tot = self.tot.zip(deel.periode.tot()).map(|(a, b)| a.max(b));
        self.delen.push(deel);
    }

    fn finish(&self) -> Option<Uitkeringsloop> {
        let eerste = self.delen.first()?;
        let van = eerste.periode.van();
        let at_start = self.delen.iter().filter(|d| d.periode.van() == van);
        let at_end = self.delen.iter().filter(|d| d.periode.tot() == self.tot);
        Some(Uitkeringsloop {
            regeling: eerste.regeling,
            van,
            tot: self.tot,
            ingevoerd_op: self.delen.iter().filter_map(|d| d.ingevoerd_op).min(),
            eindredenen: at_end.clone().map(|d| d.eindreden).collect(),
            bij_aanvang: at_start.map(|d| d.dossier).collect(),
            bij_einde: at_end.map(|d| d.dossier).collect(),
        })
    }
}

fn same_benefit<'s, 'a>(
    op_volgorde: &'s [&'a Uitkeringsdeel],
    begin: usize,
    uitkering: UitkeringId,
) -> &'s [&'a Uitkeringsdeel] {
    let rest = op_volgorde.get(begin..).unwrap_or_default();
    let lengte = rest
        .iter()
        .take_while(|deel| deel.uitkering == uitkering)
        .count();
    rest.get(..lengte).unwrap_or_default()
}

fn days_after(dag: Datum, dagen: i64) -> Datum {
    dag.saturating_add(Span::new().days(dagen))
}
