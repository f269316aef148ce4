//! Days abroad. Participatiewet art. 13 lid 1 onder e, lid 4.

use primitives::Datum;

use super::feiten::{Dagen, Gebeurtenis, Reeksfeiten, days_between};
use super::{MaandOnbepaald, Maandbereik, Reeksregel};
use crate::recht::{Leeftijd, Persoon};

/// The days abroad of one person on which the right is gone, in order.
///
/// Four weeks a calendar year, and four weeks in a row also across the turn of a year; thirteen weeks from the
/// pension age on. The right is gone for the days beyond, and comes back on return.
pub(super) fn list_excluded(
    feiten: &Reeksfeiten,
    persoon: Persoon,
    bereik: Maandbereik,
) -> Result<Vec<Datum>, MaandOnbepaald> {
    let mut excluded = Vec::new();
    let mut teller = Teller::default();
    for dag in list_days(feiten, persoon, bereik) {
        let grens = limit(feiten, persoon, dag)?;
        if teller.count(dag) > grens {
            excluded.push(dag);
        }
    }
    Ok(excluded)
}

/// Counts days in a row and days in a year.
#[derive(Default)]
struct Teller {
    vorige: Option<Datum>,
    aaneen: i64,
    jaar: i64,
}

impl Teller {
    /// The larger of the two counts, this day included.
    fn count(&mut self, dag: Datum) -> i64 {
        let is_zelfde_jaar = self.vorige.is_some_and(|v| v.year() == dag.year());
        let is_aansluitend = self.vorige.is_some_and(|v| days_between(v, dag) == 2);
        self.jaar = if is_zelfde_jaar { self.jaar + 1 } else { 1 };
        self.aaneen = if is_aansluitend { self.aaneen + 1 } else { 1 };
        self.vorige = Some(dag);
        self.jaar.max(self.aaneen)
    }
}

/// The days abroad from the year before the first month on: who is away for longer was so for more than any limit.
fn list_days(feiten: &Reeksfeiten, persoon: Persoon, bereik: Maandbereik) -> Vec<Datum> {
    let vanaf = bereik.van.plus(-12).first_day().first_of_year();
    let tot_en_met = bereik.tot_en_met.last_day();
    let van_persoon = |gebeurtenis: &Gebeurtenis| match gebeurtenis {
        Gebeurtenis::Buitenland { persoon: p, dagen } if *p == persoon => Some(*dagen),
        _ => None,
    };
    let mut dagen: Vec<Datum> = feiten
        .gebeurtenissen
        .iter()
        .filter_map(van_persoon)
        .flat_map(|dagen| days(dagen, vanaf, tot_en_met))
        .collect();
    dagen.sort_unstable();
    dagen.dedup();
    dagen
}

fn days(dagen: Dagen, vanaf: Datum, tot_en_met: Datum) -> impl Iterator<Item = Datum> {
    let einde = dagen.tot_en_met.unwrap_or(tot_en_met).min(tot_en_met);
    dagen
        .van
        .max(vanaf)
        .series(jiff::Span::new().days(1))
        .take_while(move |dag| *dag <= einde)
}

/// How many days the person may be abroad, by his age on the day.
fn limit(feiten: &Reeksfeiten, persoon: Persoon, dag: Datum) -> Result<i64, MaandOnbepaald> {
    let huishouden = feiten
        .huishoudens
        .iter()
        .rev()
        .find(|(vanaf, _)| *vanaf <= dag);
    let geboren = huishouden.and_then(|(_, huishouden)| match persoon {
        Persoon::Aanvrager => Some(huishouden.aanvrager),
        Persoon::Partner => huishouden.partner.as_ref().map(|p| p.geboortedatum),
    });
    let is_pensioen = geboren
        .and_then(|geboren| Leeftijd::op(geboren, dag))
        .is_some_and(Leeftijd::is_pensioengerechtigd);
    let regel = if is_pensioen {
        Reeksregel::BuitenlandWekenPensioen
    } else {
        Reeksregel::BuitenlandWeken
    };
    // Days before the first one that is known only count towards those after it.
    let dag = regel.ingang().map_or(dag, |ingang| ingang.max(dag));
    Ok(i64::from(regel.aantal(dag)?) * 7)
}
