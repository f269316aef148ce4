//! The calendar of a year.

use super::*;

fn plan(
    rondes: &[Ronde],
    gedaan: &[GedaneStap],
    vandaag: primitives::Datum,
) -> Vec<(String, String, Planstand)> {
    let planning = Planning::new(2026, rondes, gedaan, |_| (1, 2), vandaag);
    let regel = |punt: Planpunt| (punt.dag.to_string(), punt.wat, punt.stand);
    planning.punten.into_iter().map(regel).collect()
}

#[test]
fn a_year_without_rounds_shows_the_days_of_the_law() {
    let regels = plan(&[], &[], date(2026, 5, 1));
    let verwacht = [
        (
            "2026-04-30",
            "Kadernota 2027 naar de raden",
            Planstand::TeLaat,
        ),
        (
            "2026-04-30",
            "Voorlopige jaarrekening 2025 naar de raden",
            Planstand::TeLaat,
        ),
        (
            "2026-06-22",
            "Ontwerpbegroting 2027 naar de raden",
            Planstand::Komt,
        ),
        (
            "2026-07-14",
            "Vastgestelde jaarrekening 2025 naar Gedeputeerde Staten",
            Planstand::Komt,
        ),
        (
            "2026-09-14",
            "Vastgestelde begroting 2027 naar Gedeputeerde Staten",
            Planstand::Komt,
        ),
    ];
    let verwacht = verwacht.map(|(dag, wat, stand)| (dag.to_owned(), wat.to_owned(), stand));
    assert_eq!(regels, verwacht);
}

#[test]
fn a_round_brings_its_own_days_and_says_how_many_councils_spoke() {
    let regels = plan(&[ronde()], &[], NA_TERMIJN);
    let zoek = |deel: &str| {
        regels
            .iter()
            .find(|(_, wat, _)| wat.contains(deel))
            .unwrap()
    };
    assert_eq!(
        zoek("Ontwerpbegroting 2027 naar de raden").2,
        Planstand::Gedaan(Some(date(2026, 4, 1)))
    );
    let raden = zoek("Zienswijze van de raden");
    assert_eq!(raden.0, "2026-06-24");
    assert!(raden.1.contains("1 van 2 binnen"));
    assert_eq!(raden.2, Planstand::TeLaat);
    assert_eq!(zoek("Algemeen bestuur behandelt").2, Planstand::Komt);
    let weg = ronde().record_ingetrokken(einde("Weg.")).unwrap();
    assert_eq!(plan(&[weg], &[], NA_TERMIJN).len(), 5);
}

#[test]
fn a_step_without_a_round_is_done_when_somebody_says_so() {
    let stap = StapInvoer {
        stap: "jaarrekening-naar-gs".into(),
        jaar: "2025".into(),
        gedaan_op: "10-7-2026".into(),
    };
    let now = moment("2026-07-11T10:00:00Z");
    let gedaan = stap
        .parse(Notatie::Formulier, date(2026, 7, 11), now)
        .unwrap();
    let regels = plan(&[], &[gedaan], date(2026, 8, 1));
    let regel = regels
        .iter()
        .find(|(_, wat, _)| wat.contains("jaarrekening 2025 naar Gedeputeerde"));
    assert_eq!(regel.unwrap().2, Planstand::Gedaan(Some(date(2026, 7, 10))));
    let fout = StapInvoer {
        stap: "iets".into(),
        jaar: "1".into(),
        gedaan_op: "12-7-2026".into(),
    };
    let fout = fout
        .parse(Notatie::Formulier, date(2026, 7, 11), now)
        .unwrap_err();
    assert_eq!(velden(&fout), ["stap", "gedaanOp"]);
}
