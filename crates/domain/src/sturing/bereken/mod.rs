//! Calculates the figures of a quarter from the facts.

mod inkomen;
mod participatie;
mod registratie;
mod volume;

use std::collections::{HashMap, HashSet};

use jiff::Span;
use primitives::{Datum, DossierId, Kwartaal, Moment};

use super::cijfer::{Kwartaalcijfers, Populatie};
use super::feiten::Feiten;
use super::opbouw::{Opbouw, Telling};
use super::rekenwijze::Rekenwijze;
use super::verloop::Verloop;

/// The facts of one quarter, looked at from its last day.
struct Peiling<'a> {
    kwartaal: Kwartaal,
    laatste_dag: Datum,
    rekenwijze: &'a Rekenwijze,
    feiten: &'a Feiten,
    verloop: Verloop,
    /// Persons with a benefit on the last day, with their dates of birth.
    personen: HashMap<DossierId, Datum>,
    /// Everyone with a benefit, and everyone guided without one, on the last day.
    caseload: HashSet<DossierId>,
}

/// Within so many days a benefit is to be entered: the eight weeks of Awb art. 4:13, in which an application is
/// decided (B.5 number 14). Nobody can enter a benefit that was not awarded yet, so a shorter term would judge the
/// decisions.
const INVOERTERMIJN_DAGEN: i64 = 56;

/// The last day on which a benefit that began on `van` is entered in time.
fn last_day_of_entry(van: Datum) -> Datum {
    van.saturating_add(Span::new().days(INVOERTERMIJN_DAGEN))
}

/// Counts that more than one subject divides by.
#[derive(Clone, Copy)]
struct Noemers {
    personen: Telling,
    caseload: Telling,
}

/// Calculates every indicator of the catalogue for one municipality and quarter.
///
/// The same facts give the same figures, whatever the order in which they are handed over, save for measurements
/// of one person on one day: there the last one counts.
pub fn calculate_kwartaalcijfers(
    kwartaal: Kwartaal,
    bekend_op: Moment,
    rekenwijze: Rekenwijze,
    feiten: &Feiten,
) -> Kwartaalcijfers {
    let peiling = Peiling::new(kwartaal, &rekenwijze, feiten);
    let mut opbouw = Opbouw::new();
    let noemers = Noemers {
        personen: opbouw.count(Populatie::Personen, peiling.personen.len()),
        caseload: opbouw.count(Populatie::Caseload, peiling.caseload.len()),
    };
    peiling.add_volume(&mut opbouw, noemers);
    peiling.add_inkomen(&mut opbouw, noemers);
    peiling.add_participatie(&mut opbouw, noemers);
    relate(&mut opbouw);
    let kwaliteit = peiling.judge_registratie(bekend_op);
    let aandachtspunten = peiling.list_aandachtspunten(bekend_op, &kwaliteit);
    opbouw.cijfers.sort_by_key(|c| (c.indicator, c.klasse));
    Kwartaalcijfers {
        kwartaal,
        bekend_op,
        cijfers: opbouw.cijfers,
        tabellen: opbouw.tabellen,
        kwaliteit,
        aandachtspunten,
        rekenwijze,
    }
}

impl<'a> Peiling<'a> {
    fn new(kwartaal: Kwartaal, rekenwijze: &'a Rekenwijze, feiten: &'a Feiten) -> Self {
        let laatste_dag = kwartaal.last_day();
        let verloop = Verloop::new(&feiten.uitkeringen);
        let personen: HashMap<_, _> = verloop.personen_op(laatste_dag).collect();
        let begeleid = feiten
            .begeleiding
            .iter()
            .filter(|b| b.periode.contains(laatste_dag))
            .map(|b| b.dossier);
        let caseload = personen.keys().copied().chain(begeleid).collect();
        Self {
            kwartaal,
            laatste_dag,
            rekenwijze,
            feiten,
            verloop,
            personen,
            caseload,
        }
    }
}

/// Notes what a reader can work out from several figures together, apart from plain sums.
fn relate(opbouw: &mut Opbouw) {
    use Populatie as P;
    let mut couple = |oorzaak: P, gevolg: P| opbouw.tabellen.couple(oorzaak.into(), gevolg.into());
    // Caseload = persons with a benefit + those guided without one.
    couple(P::ZonderUitkering, P::Caseload);
    couple(P::Personen, P::Caseload);
    // Stock at the end = stock at the start + inflow - outflow, but for AOW and short breaks.
    couple(P::Instroom, P::Uitstroom);
    couple(P::Uitstroom, P::Instroom);
    couple(P::Uitkeringen, P::Instroom);
    couple(P::UitkeringenBegin, P::Instroom);
    couple(P::InstroomJaarEerder, P::UitstroomJaarEerder);
}
