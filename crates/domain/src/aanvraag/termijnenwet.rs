//! Algemene termijnenwet (Atw) art. 1 and 3: a term of a law does not end on a Saturday, a Sunday or a recognised holiday.
//!
//! The text is not among our sources; the days are those that are commonly known. Days that the King designates for a
//! year (art. 3 lid 3) are not known here.

use jiff::Span;
use jiff::civil::Weekday;
use primitives::Datum;

/// Whether a term of a law cannot end on this day. Atw art. 1 lid 1 and art. 3.
pub fn is_vrije_dag(dag: Datum) -> bool {
    matches!(dag.weekday(), Weekday::Saturday | Weekday::Sunday) || is_feestdag(dag)
}

/// The day itself, or the first day after it on which a term can end. Atw art. 1 lid 1.
pub fn next_werkdag(dag: Datum) -> Datum {
    let mut dag = dag;
    while is_vrije_dag(dag) {
        let Ok(volgende) = dag.tomorrow() else {
            return dag;
        };
        dag = volgende;
    }
    dag
}

/// New year, Good Friday, Easter Monday, King's day, 5 May, Ascension, Whit Monday, both days of Christmas. Atw art. 3.
fn is_feestdag(dag: Datum) -> bool {
    let na_pasen = easter(dag.year())
        .and_then(|pasen| pasen.until(dag).ok())
        .map(|verschil| verschil.get_days());
    matches!((dag.month(), dag.day()), (1, 1) | (5, 5) | (12, 25 | 26))
        || matches!(na_pasen, Some(-2 | 1 | 39 | 50))
        || is_koningsdag(dag)
}

/// 27 April, or the day before when that is a Sunday.
fn is_koningsdag(dag: Datum) -> bool {
    match (dag.month(), dag.day()) {
        (4, 27) => dag.weekday() != Weekday::Sunday,
        (4, 26) => dag.weekday() == Weekday::Saturday,
        _ => false,
    }
}

/// Easter Sunday by the Gregorian computus (Meeus, Jones, Butcher).
fn easter(jaar: i16) -> Option<Datum> {
    let jaar = i32::from(jaar);
    let (a, eeuw, rest) = (jaar % 19, jaar / 100, jaar % 100);
    let epacta = (19 * a + eeuw - eeuw / 4 - (eeuw - (eeuw + 8) / 25 + 1) / 3 + 15) % 30;
    let zondag = (32 + 2 * (eeuw % 4) + 2 * (rest / 4) - epacta - rest % 4) % 7;
    let correctie = (a + 11 * epacta + 22 * zondag) / 451;
    let plek = epacta + zondag - 7 * correctie + 114;
    let maart = Datum::new(
        i16::try_from(jaar).ok()?,
        i8::try_from(plek / 31).ok()?,
        i8::try_from(plek % 31 + 1).ok()?,
    );
    maart.ok()
}

/// So many weeks later.
pub(crate) fn plus_weken(dag: Datum, weken: i64) -> Datum {
    dag.saturating_add(Span::new().weeks(weken))
}
