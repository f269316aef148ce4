//! The end of a round.

use super::*;

#[test]
fn a_round_is_finished_only_when_every_point_has_an_answer() {
    let gemeenten = [
        stand("GM0294", "Winterswijk", Some(2), false),
        stand("GM0267", "Nijkerk", Some(0), true),
        stand("GM1586", "Oost Gelre", Some(1), false),
    ];
    let fout = ronde().check_afronden(&gemeenten, NA_TERMIJN).unwrap_err();
    assert_eq!(
        fout.to_string(),
        "nog niet elk punt heeft een vastgesteld antwoord: het ontbreekt voor Winterswijk, Oost Gelre"
    );
    let beantwoord = gemeenten.map(|stand| Gemeentestand {
        is_beantwoord: true,
        ..stand
    });
    let af = ronde()
        .record_afgerond(&beantwoord, NA_TERMIJN, einde("Vastgesteld."))
        .unwrap();
    assert_eq!(af.stand.code(), "afgerond");
    assert_eq!(
        af.check_lopend().unwrap_err().to_string(),
        "deze ronde is afgerond"
    );
    // A late view is still recorded.
    assert_eq!(af.check_zienswijze(), Ok(()));
    assert!(af.record_ingetrokken(einde("x")).is_err());
}

#[test]
fn a_round_is_not_finished_while_a_council_still_has_time() {
    let gemeenten = [
        stand("GM0294", "Winterswijk", Some(1), true),
        stand("GM0267", "Nijkerk", None, false),
    ];
    let laatste_dag = ronde().kop.uiterlijk;
    let fout = ronde().check_afronden(&gemeenten, laatste_dag).unwrap_err();
    assert_eq!(
        fout.to_string(),
        "de raden hebben nog tijd tot en met 24 juni 2026, en er is nog niets van Nijkerk"
    );
    assert_eq!(ronde().check_afronden(&gemeenten, NA_TERMIJN), Ok(()));
    let allen = [stand("GM0294", "Winterswijk", Some(1), true)];
    assert_eq!(ronde().check_afronden(&allen, date(2026, 5, 1)), Ok(()));
}

#[test]
fn nobody_writes_on_a_round_that_was_taken_back() {
    let weg = ronde().record_ingetrokken(einde("Verkeerd stuk")).unwrap();
    assert_eq!(weg.stand.code(), "ingetrokken");
    assert!(weg.check_zienswijze().is_err() && weg.check_lopend().is_err());
    assert!(EindeInvoer::default().parse().is_err());
}
