//! By when, and in time or not.

use super::*;

#[test]
fn the_term_begins_after_the_term_to_object_and_moves_by_the_law() {
    for (naam, met_commissie, handelingen, uiterlijk) in [
        // Tuesday 19 May is six weeks after Tuesday 7 April.
        ("six weeks", false, vec![], "2026-05-19"),
        ("with a committee twelve", true, vec![], "2026-06-30"),
        (
            "asked and added: the days between, after the term began",
            false,
            vec![herstel("2026-04-10", "2026-04-24"), aangevuld("2026-04-20")],
            "2026-05-28", // 11..19 April: nine days
        ),
        (
            "asked before the term began stands nothing still",
            false,
            vec![herstel("2026-03-10", "2026-03-24"), aangevuld("2026-03-20")],
            "2026-05-19",
        ),
        (
            "never added: until the term went by unused",
            false,
            vec![herstel("2026-04-10", "2026-04-24")],
            "2026-06-02", // 11..24 April: fourteen days
        ),
        (
            "moved six weeks at most",
            false,
            vec![verdaagd("2026-05-19", "2026-06-30")],
            "2026-06-30",
        ),
        (
            "moved, and further with consent, to a Saturday that no law moves",
            false,
            vec![
                verdaagd("2026-05-19", "2026-06-30"),
                uitgesteld("2026-06-29", "2026-09-05"),
            ],
            "2026-09-05",
        ),
        (
            "with consent alone",
            false,
            vec![uitgesteld("2026-05-19", "2026-12-31")],
            "2026-12-31",
        ),
        (
            "with consent twice: the last counts",
            false,
            vec![
                uitgesteld("2026-05-19", "2026-06-30"),
                uitgesteld("2026-06-30", "2026-07-31"),
            ],
            "2026-07-31",
        ),
        (
            "with consent, and after it something was missing",
            false,
            vec![
                uitgesteld("2026-05-19", "2026-06-30"),
                herstel("2026-06-01", "2026-06-15"),
                aangevuld("2026-06-11"),
            ],
            "2026-07-09", // 2..10 June: nine days
        ),
        (
            "a hearing moves nothing",
            false,
            vec![gehoord("2026-04-20")],
            "2026-05-19",
        ),
    ] {
        let akten = handelingen.into_iter().map(later);
        let bezwaar = akten
            .into_iter()
            .try_fold(objected("2026-03-02", met_commissie), Bezwaar::apply)
            .unwrap();
        let termijn = bezwaar.beslistermijn(dag("2027-01-01"));
        assert_eq!(
            termijn.uiterlijk,
            dag(uiterlijk),
            "{naam}: {:#?}",
            termijn.uitleg
        );
        assert_eq!(bezwaar.termijneinde(), Some(dag(uiterlijk)), "{naam}");
    }
}

#[test]
fn the_arithmetic_is_told_step_by_step() {
    let akten = [
        verdaagd("2026-05-19", "2026-06-30"),
        uitgesteld("2026-06-29", "2026-09-05"),
    ];
    let bezwaar = akten
        .into_iter()
        .map(later)
        .try_fold(objected("2026-03-02", false), Bezwaar::apply)
        .unwrap();
    assert_eq!(
        bezwaar.beslistermijn(dag("2026-07-01")).uitleg,
        [
            "Bezwaar maken kon tot en met 7 april 2026. Binnen 6 weken moet een besluit volgen: uiterlijk 19 mei 2026 (Awb art. 7:10 lid 1).",
            "Op 19 mei 2026 is aan de indiener gemeld dat het besluit later komt: uiterlijk 30 juni 2026 (Awb art. 7:10 lid 3).",
            "Op 29 juni 2026 is verder uitstel vastgelegd: uiterlijk 5 september 2026 (Awb art. 7:10 lid 4).",
        ]
    );
}

#[test]
fn it_is_moved_once_before_its_end_and_never_too_far() {
    for (naam, handeling, veld) in [
        ("six weeks", verdaagd("2026-05-19", "2026-06-30"), None),
        (
            "a day more",
            verdaagd("2026-05-19", "2026-07-01"),
            Some("uiterlijk"),
        ),
        (
            "the same day",
            verdaagd("2026-05-19", "2026-05-19"),
            Some("uiterlijk"),
        ),
        (
            "after the end",
            verdaagd("2026-05-20", "2026-06-01"),
            Some("dag"),
        ),
        (
            "with consent, far",
            uitgesteld("2026-05-19", "2027-05-01"),
            None,
        ),
        (
            "with consent, the same day",
            uitgesteld("2026-05-19", "2026-05-19"),
            Some("uiterlijk"),
        ),
        (
            "with consent, after the end",
            uitgesteld("2026-05-20", "2026-06-01"),
            Some("dag"),
        ),
    ] {
        let uitkomst = objected("2026-03-02", false).apply(later(handeling));
        assert_eq!(refusal(uitkomst).as_deref(), veld, "{naam}");
    }
    let een = objected("2026-03-02", false)
        .apply(later(verdaagd("2026-05-01", "2026-06-01")))
        .unwrap();
    let twee = een
        .clone()
        .apply(later(verdaagd("2026-05-02", "2026-06-08")));
    assert_eq!(twee.unwrap_err(), BezwaarGeweigerd::AlVerdaagd);
    assert!(
        een.apply(later(uitgesteld("2026-05-02", "2026-06-08")))
            .is_ok()
    );
}

#[test]
fn an_objection_is_in_time_by_its_days() {
    // Made known on Friday 20 February 2026: six weeks later is Good Friday, so Tuesday 7 April is the last day.
    for (ontvangen_op, verzonden_op, stand) in [
        ("2026-02-21", None, Tijdigheid::OpTijd),
        ("2026-04-07", None, Tijdigheid::OpTijd),
        ("2026-04-08", None, Tijdigheid::TeLaat),
        ("2026-04-08", Some("2026-04-07"), Tijdigheid::OpTijdPerPost),
        ("2026-04-14", Some("2026-04-07"), Tijdigheid::OpTijdPerPost),
        ("2026-04-15", Some("2026-04-07"), Tijdigheid::TeLaat),
        ("2026-04-08", Some("2026-04-08"), Tijdigheid::TeLaat),
    ] {
        let gevonden = Tijdigheid::of(dag("2026-02-20"), dag(ontvangen_op), verzonden_op.map(dag));
        assert_eq!(gevonden, stand, "{ontvangen_op} {verzonden_op:?}");
    }
}
