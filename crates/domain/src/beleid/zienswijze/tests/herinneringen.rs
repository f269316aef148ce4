//! When who is told.

use super::*;

fn momenten(now: &str) -> Vec<(Herinnering, String)> {
    let lijst = Herinnering::list_for(&ronde(), moment(now));
    lijst
        .into_iter()
        .map(|(wat, op)| (wat, op.to_string()))
        .collect()
}

#[test]
fn a_round_has_its_moments_at_eight_in_the_morning() {
    let momenten = momenten("2026-03-20T10:00:00Z");
    assert_eq!(
        momenten,
        [
            (Herinnering::Geopend, "2026-04-01T06:00:00Z".to_owned()),
            (Herinnering::VierWeken, "2026-05-27T06:00:00Z".to_owned()),
            (Herinnering::EenWeek, "2026-06-17T06:00:00Z".to_owned()),
            (Herinnering::DagErna, "2026-06-25T06:00:00Z".to_owned()),
        ]
    );
}

#[test]
fn what_has_passed_is_not_caught_up_except_that_there_is_a_round() {
    let momenten = momenten("2026-06-01T10:00:00Z");
    assert_eq!(
        momenten,
        [
            (Herinnering::Geopend, "2026-06-01T10:00:00Z".to_owned()),
            (Herinnering::EenWeek, "2026-06-17T06:00:00Z".to_owned()),
            (Herinnering::DagErna, "2026-06-25T06:00:00Z".to_owned()),
        ]
    );
}

#[test]
fn nobody_is_reminded_of_what_came_in_or_of_a_round_that_ended() {
    let lopend = ronde();
    assert!(Herinnering::EenWeek.is_nodig(&lopend, false));
    assert!(!Herinnering::EenWeek.is_nodig(&lopend, true));
    assert!(Herinnering::Beantwoord.is_nodig(&lopend, true));
    let af = lopend
        .clone()
        .record_afgerond(&[], NA_TERMIJN, einde("Af."))
        .unwrap();
    assert!(!Herinnering::DagErna.is_nodig(&af, false));
    assert!(Herinnering::Beantwoord.is_nodig(&af, true));
    let weg = lopend.record_ingetrokken(einde("Weg.")).unwrap();
    let allen = Herinnering::ALL.into_iter();
    assert_eq!(allen.filter(|h| h.is_nodig(&weg, false)).count(), 0);
}
