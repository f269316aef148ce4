//! The days of the terms: edges, weekends, holidays, the clock that stops, the last day that moves.

use super::*;
use crate::aanvraag::termijn::Termijn;

#[test]
fn recognised_holidays_and_weekends_end_no_term() {
    for (op, werkdag) in [
        ("2026-01-01", "2026-01-02"), // New year, a Thursday
        ("2026-04-03", "2026-04-07"), // Good Friday, weekend, Easter Monday
        ("2026-04-27", "2026-04-28"), // King's day
        ("2025-04-26", "2025-04-28"), // King's day on a Saturday, because the 27th is a Sunday
        ("2025-04-27", "2025-04-28"), // that Sunday
        ("2026-05-05", "2026-05-06"),
        ("2026-05-14", "2026-05-15"), // Ascension
        ("2026-05-25", "2026-05-26"), // Whit Monday
        ("2026-12-25", "2026-12-28"), // Christmas on Friday and Saturday
        ("2026-12-31", "2026-12-31"),
        ("2027-03-26", "2027-03-30"),
        ("2024-04-01", "2024-04-02"),
        ("2000-04-24", "2000-04-25"),
    ] {
        assert_eq!(next_werkdag(dag(op)), dag(werkdag), "{op}");
    }
}

#[test]
fn every_term_has_a_row_and_ends_on_a_working_day() {
    for (termijn, op, laatste) in [
        (Termijn::Beslissen, "2026-03-02", "2026-04-28"), // Monday after eight weeks is King's day
        (Termijn::Beslissen, "2026-03-03", "2026-04-28"),
        (Termijn::Bezwaar, "2026-02-20", "2026-04-07"), // Good Friday
        (Termijn::Bezwaar, "2026-02-19", "2026-04-02"),
        (Termijn::BuitenBehandeling, "2026-11-27", "2026-12-28"),
        (Termijn::Voorschot, "2026-11-02", "2026-11-30"),
        (Termijn::BezwaarPerPost, "2026-11-02", "2026-11-09"),
    ] {
        assert_eq!(
            termijn.laatste_dag(dag(op)).dag,
            dag(laatste),
            "{termijn:?} {op}"
        );
    }
}

/// A name, the acts, today, and the last day to decide.
type Geval = (&'static str, Vec<Aanvraagakte>, &'static str, &'static str);

#[test]
fn the_last_day_to_decide_moves_with_what_was_asked() {
    check_termijnen(vec![
        ("plain", vec![], "2026-09-08", "2026-11-03"),
        (
            "asked and completed: the days between stand still",
            vec![
                herstel("2026-09-10", "2026-09-24"),
                aangevuld("2026-09-21", true),
            ],
            "2026-10-01",
            "2026-11-13", // 11..20 September: ten days
        ),
        (
            "completed on the next day: nothing stands still",
            vec![
                herstel("2026-09-10", "2026-09-24"),
                aangevuld("2026-09-11", true),
            ],
            "2026-10-01",
            "2026-11-03",
        ),
        (
            "never completed: until the term went by unused",
            vec![herstel("2026-09-10", "2026-09-24")],
            "2026-10-01",
            "2026-11-17", // 11..24 September: fourteen days
        ),
        (
            "completed too late counts no more than the term",
            vec![
                herstel("2026-09-10", "2026-09-24"),
                aangevuld("2026-09-29", true),
            ],
            "2026-10-01",
            "2026-11-17",
        ),
        (
            "still waiting: the day moves on with every day",
            vec![herstel("2026-09-10", "2026-09-24")],
            "2026-09-12",
            "2026-11-05",
        ),
    ]);
}

#[test]
fn the_last_day_to_decide_moves_with_what_was_suspended_or_moved() {
    check_termijnen(vec![
        (
            "suspended twice",
            vec![
                opgeschort("2026-09-10"),
                hervat("2026-09-14"),
                opgeschort("2026-10-01"),
                hervat("2026-10-05"),
            ],
            "2026-10-20",
            "2026-11-11", // four days and four days
        ),
        (
            "suspended by agreement after a hersteltermijn",
            vec![
                herstel("2026-09-10", "2026-09-24"),
                aangevuld("2026-09-14", true),
                opgeschort("2026-09-20"),
                hervat("2026-09-23"),
            ],
            "2026-10-20",
            "2026-11-09", // three days and three days
        ),
        (
            "moved once: the day that was told",
            vec![verdaagd("2026-10-20", "2026-12-05")],
            "2026-10-21",
            "2026-12-05", // a Saturday: no term of a law
        ),
        (
            "suspended before it was moved counts no more",
            vec![
                opgeschort("2026-09-10"),
                hervat("2026-09-14"),
                verdaagd("2026-10-20", "2026-12-04"),
            ],
            "2026-10-21",
            "2026-12-04",
        ),
        (
            "suspended after it was moved counts on",
            vec![
                verdaagd("2026-10-20", "2026-12-04"),
                opgeschort("2026-11-02"),
                hervat("2026-11-12"),
            ],
            "2026-11-20",
            "2026-12-14",
        ),
        (
            "standing still after the last day that was",
            vec![opgeschort("2026-11-03")],
            "2026-11-05",
            "2026-11-06",
        ),
    ]);
}

fn check_termijnen(gevallen: Vec<Geval>) {
    for (naam, akten, vandaag, uiterlijk) in gevallen {
        let aanvraag = akten
            .into_iter()
            .try_fold(ontvangen("2026-09-08"), Aanvraag::apply);
        let termijn = aanvraag.unwrap().beslistermijn(dag(vandaag));
        assert_eq!(
            termijn.uiterlijk,
            dag(uiterlijk),
            "{naam}: {:#?}",
            termijn.uitleg
        );
    }
}

#[test]
fn the_arithmetic_is_told_in_sentences() {
    let aanvraag = ontvangen("2026-09-05")
        .apply(herstel("2026-09-10", "2026-09-24"))
        .unwrap()
        .apply(aangevuld("2026-09-21", true))
        .unwrap();
    let termijn = aanvraag.beslistermijn(dag("2026-11-09"));
    assert_eq!(
        termijn.uitleg,
        [
            "De aanvraag is ontvangen op 5 september 2026. Binnen 8 weken moet een besluit volgen: uiterlijk 31 oktober 2026 (Awb art. 4:13 lid 2).",
            "De termijn stond 10 dagen stil, vanaf 11 september 2026 (tot 21 september 2026; Awb art. 4:15 lid 1 onder a). De laatste dag is dan 10 november 2026.",
        ]
    );
    assert_eq!((termijn.dagen_over, termijn.staat_stil), (1, false));
    let zaterdag = ontvangen("2026-09-05").beslistermijn(dag("2026-11-09"));
    assert_eq!(zaterdag.uiterlijk, dag("2026-11-02"));
    assert_eq!(zaterdag.dagen_over, -7);
    assert!(zaterdag.uitleg[1].contains("Algemene termijnenwet art. 1 lid 1"));
}

#[test]
fn leaving_it_untreated_has_four_weeks() {
    for (akten, vandaag, uiterlijk) in [
        (vec![], "2026-10-01", None),
        (
            vec![herstel("2026-09-10", "2026-09-24")],
            "2026-09-24",
            None,
        ),
        (
            vec![herstel("2026-09-10", "2026-09-24")],
            "2026-09-25",
            Some("2026-10-22"),
        ),
        (
            vec![
                herstel("2026-09-10", "2026-09-24"),
                aangevuld("2026-09-21", false),
            ],
            "2026-09-22",
            Some("2026-10-19"),
        ),
        (
            vec![
                herstel("2026-09-10", "2026-09-24"),
                aangevuld("2026-09-21", true),
            ],
            "2026-09-25",
            None,
        ),
    ] {
        let aanvraag = akten
            .into_iter()
            .try_fold(ontvangen("2026-09-08"), Aanvraag::apply);
        let termijn = aanvraag.unwrap().buiten_behandeling_uiterlijk(dag(vandaag));
        assert_eq!(termijn.map(|t| t.dag), uiterlijk.map(dag), "{vandaag}");
    }
}
