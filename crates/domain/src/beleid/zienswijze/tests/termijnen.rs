//! The dated terms of the law, and rounds that keep or break them.

use super::super::termijn::{gs_uiterlijk, termijntabel};
use super::*;
use primitives::Datum;

#[test]
fn the_file_of_terms_is_read_and_names_its_sources() {
    let tabel = termijntabel();
    assert!(tabel.dagen.iter().all(|regel| !regel.bron.is_empty()));
    assert!(tabel.weken.iter().all(|regel| !regel.bron.is_empty()));
    for stap in Planstap::ALL {
        let regels: Vec<_> = tabel.dagen.iter().filter(|r| r.stap == stap).collect();
        assert!(!regels.is_empty(), "{stap:?}");
        assert_eq!(Planstap::from_code(stap.code()), Some(stap));
        // Each rule begins where the one before it ends.
        for paar in regels.windows(2) {
            assert_eq!(paar[0].tot, Some(paar[1].van), "{stap:?}");
        }
        assert_eq!(regels.last().unwrap().tot, None);
    }
    let begroting = tabel.weken.iter().filter(|regel| regel.tot.is_some());
    assert_eq!(
        begroting.count(),
        1,
        "only the budget had other weeks before"
    );
}

#[test]
fn the_change_of_july_2022_made_the_terms_longer() {
    let dag = |stap: Planstap, jaar| stap.uiterlijk(jaar).map(|termijn| termijn.dag);
    for (stap, jaar, verwacht) in [
        (Planstap::KadersNaarRaden, 2023, date(2022, 4, 15)),
        (Planstap::KadersNaarRaden, 2024, date(2023, 4, 30)),
        (Planstap::BegrotingNaarGs, 2022, date(2021, 7, 31)),
        (Planstap::BegrotingNaarGs, 2023, date(2022, 9, 14)),
        (Planstap::BegrotingNaarGs, 2027, date(2026, 9, 14)),
        (
            Planstap::VoorlopigeJaarrekeningNaarRaden,
            2021,
            date(2022, 4, 15),
        ),
        (
            Planstap::VoorlopigeJaarrekeningNaarRaden,
            2025,
            date(2026, 4, 30),
        ),
        (Planstap::JaarrekeningNaarGs, 2025, date(2026, 7, 14)),
    ] {
        assert_eq!(dag(stap, jaar), Some(verwacht), "{stap:?} {jaar}");
    }
    // Before the terms that we know nothing is guessed.
    assert_eq!(dag(Planstap::KadersNaarRaden, 2014), None);
    assert_eq!(dag(Planstap::JaarrekeningNaarGs, 2020), None);
}

#[test]
fn a_budget_gives_councils_eight_weeks_before_the_change_and_twelve_after() {
    for (verzonden_op, verwacht) in [
        (date(2022, 6, 30), date(2022, 8, 25)),
        (date(2022, 7, 1), date(2022, 9, 23)),
        (date(2026, 4, 1), date(2026, 6, 24)),
    ] {
        for soort in [
            Rondesoort::Ontwerpbegroting,
            Rondesoort::Begrotingswijziging,
        ] {
            let termijnen = Rondetermijnen::new(soort, 2027, verzonden_op);
            let raden = termijnen.laatste_dag_raden.unwrap();
            assert_eq!(raden.dag, verwacht, "{soort:?}");
            assert_eq!(raden.artikel, "Wgr art. 35 lid 1 en 3");
            assert_eq!(termijnen.eerste_dag_bestuur.unwrap().dag, verwacht);
        }
    }
}

#[test]
fn a_change_of_the_scheme_has_eight_weeks_since_2022_and_a_note_none() {
    let op = |soort, dag: Datum| Rondetermijnen::new(soort, 2027, dag).laatste_dag_raden;
    let regeling = op(Rondesoort::Regelingswijziging, date(2026, 4, 1)).unwrap();
    assert_eq!(
        (regeling.dag, regeling.artikel),
        (date(2026, 5, 27), "Wgr art. 1 lid 3 en 5")
    );
    assert_eq!(op(Rondesoort::Regelingswijziging, date(2022, 6, 30)), None);
    assert_eq!(op(Rondesoort::Nota, date(2026, 4, 1)), None);
    assert_eq!(op(Rondesoort::Kadernota, date(2026, 4, 1)), None);
}

#[test]
fn a_round_without_a_typed_last_day_takes_that_of_the_law() {
    let kop = read(&begroting()).unwrap();
    assert_eq!(kop.uiterlijk, date(2026, 6, 24));
    // Two weeks after the meeting, and never after 14 September.
    assert_eq!(kop.gs_uiterlijk().unwrap().dag, date(2026, 7, 15));
    assert_eq!(
        gs_uiterlijk(2027, date(2026, 9, 10)).unwrap().dag,
        date(2026, 9, 14)
    );
    let ruim = RondeInvoer {
        uiterlijk: "2026-06-30".into(),
        ..begroting()
    };
    assert_eq!(read(&ruim).unwrap().uiterlijk, date(2026, 6, 30));
}

#[test]
fn every_broken_term_is_named_at_its_field_with_the_article() {
    let te_kort = RondeInvoer {
        verzonden_op: "2026-07-01".into(),
        uiterlijk: "2026-08-01".into(),
        bestuur_op: "2026-09-20".into(),
        ..begroting()
    };
    let fout = read(&te_kort).unwrap_err();
    assert_eq!(
        fouten(&fout),
        [
            (
                "uiterlijk",
                "geef de raden de tijd tot en met 23 september 2026 (Wgr art. 35 lid 1 en 3)"
            ),
            (
                "bestuurOp",
                "bied de stukken niet eerder aan het algemeen bestuur aan dan op 23 september 2026 (Wgr art. 35 lid 1 en 3)"
            ),
            (
                "bestuurOp",
                "het algemeen bestuur stelt de begroting eerder vast: zij gaat naar Gedeputeerde Staten uiterlijk op 14 september 2026 (Wgr art. 34 lid 2)"
            ),
        ]
    );
    let kadernota = RondeInvoer {
        soort: "kadernota".into(),
        verzonden_op: "2026-05-01".into(),
        uiterlijk: "2026-04-30".into(),
        bestuur_op: "2026-07-01".into(),
        ..begroting()
    };
    let fout = read(&kadernota).unwrap_err();
    assert_eq!(
        fouten(&fout),
        [
            (
                "verzondenOp",
                "stuur de stukken uiterlijk op 30 april 2026 (Wgr art. 34b)"
            ),
            ("uiterlijk", "kies een dag na de dag van verzending"),
        ]
    );
}

#[test]
fn where_the_law_is_silent_a_day_must_be_agreed_and_the_board_waits_for_it() {
    let nota = RondeInvoer {
        soort: "nota".into(),
        ..begroting()
    };
    assert_eq!(velden(&read(&nota).unwrap_err()), ["uiterlijk"]);
    let vroeg = RondeInvoer {
        uiterlijk: "2026-07-02".into(),
        ..nota.clone()
    };
    assert_eq!(velden(&read(&vroeg).unwrap_err()), ["bestuurOp"]);
    let goed = RondeInvoer {
        uiterlijk: "2026-07-01".into(),
        ..nota
    };
    assert_eq!(read(&goed).unwrap().uiterlijk, date(2026, 7, 1));
}

#[test]
fn an_empty_form_has_every_fault_at_once() {
    let fout = read(&RondeInvoer::default()).unwrap_err();
    assert_eq!(
        velden(&fout),
        ["soort", "titel", "jaar", "verzondenOp", "bestuurOp"]
    );
    let raar = RondeInvoer {
        jaar: "99999".into(),
        uiterlijk: "31-2-2026".into(),
        ..begroting()
    };
    assert_eq!(velden(&read(&raar).unwrap_err()), ["jaar", "uiterlijk"]);
}
