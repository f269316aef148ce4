//! The months of an exemption move along with the months of a review. Norms of 1-1-2026: recht/normen-2023-2026.json.

use super::*;
use crate::herziening::{Herzieningsinvoer, Uitkomstmaand, Voorstelsoort};
use crate::recht::Vrijlating;

fn loon(bedrag: &str, vrijlating: Vrijlating, maanden_gebruikt: Option<u32>) -> Wijziging {
    Wijziging::Loon {
        bedrag: geld(bedrag),
        vrijlating,
        maanden_gebruikt,
    }
}

/// Months of 2026 up to and including `laatste`, those of `vrij` delivered with an exempt income of 300 euro that counts.
fn calculate(laatste: i32, vrij: &[i32], feiten: Vec<Feitwijziging>) -> Vec<Uitkomstmaand> {
    let maanden = (1..=laatste).map(|nummer| {
        let mut maand = levering("2026-01");
        maand.maand = maand.maand.plus(nummer - 1);
        maand.begin = maand.maand.first_day();
        if vrij.contains(&nummer) {
            maand.vrijlating = true;
            maand.beeld.inkomsten = geld("300.00");
        }
        maand
    });
    let invoer = Herzieningsinvoer {
        maanden: maanden.collect(),
        wijzigingen: feiten,
        oordeel: Some(oordeel(Oorzaak::Verlening)),
    };
    let tekst = serde_json::to_string(&invoer).unwrap();
    let terug: Herzieningsinvoer = serde_json::from_str(&tekst).unwrap();
    assert_eq!(terug, invoer, "what is frozen reads back");
    terug.calculate(dag("2026-11-28")).maanden
}

/// What counts of a wage of 400 euro: 300 with exemption n (25%), all of it when the six months are over.
fn counted(maanden: &[Uitkomstmaand]) -> Vec<Option<Geld>> {
    let norm = geld("1401.50");
    maanden
        .iter()
        .map(|maand| maand.nieuw.map(|nieuw| norm - nieuw))
        .collect()
}

#[test]
fn six_months_of_a_wage_are_exempt_and_the_seventh_is_not() {
    let feit = feit("2026-01-01", None, loon("400.00", Vrijlating::N, Some(2)));
    let maanden = calculate(6, &[], vec![feit]);
    let (vrij, vol) = (Some(geld("300.00")), Some(geld("400.00")));
    // The norm is another from July; these are the months before it. Two were used, so four are left.
    assert_eq!(counted(&maanden), [vrij, vrij, vrij, vrij, vol, vol]);
    let stap = |maand: &Uitkomstmaand, tekst: &str| {
        let mut stappen = maand.stappen.iter();
        stappen.any(|stap| stap.grondslag.contains("onder n") && stap.tekst.contains(tekst))
    };
    assert!(stap(&maanden[0], "telt daarom"));
    assert!(stap(&maanden[5], "al 6 gebruikt") || stap(&maanden[5], "al 7 gebruikt"));
}

#[test]
fn a_delivered_month_counts_and_one_for_which_none_is_left_is_told() {
    // A wage in February makes the months of March to June the third to the sixth: they stay as delivered.
    let in_februari = |gebruikt| {
        let wat = loon("400.00", Vrijlating::N, gebruikt);
        vec![feit("2026-02-01", Some("2026-02-28"), wat)]
    };
    let geleverd = [3, 4, 5, 6];
    let maanden = calculate(6, &geleverd, in_februari(Some(1)));
    assert!(
        maanden
            .iter()
            .skip(2)
            .all(|maand| maand.verschil == Some(Geld::NUL))
    );
    // With three used before, only June is the seventh.
    let maanden = calculate(6, &geleverd, in_februari(Some(2)));
    let onbepaald: Vec<_> = maanden
        .iter()
        .map(|maand| maand.voorstel == Voorstelsoort::Onbepaald)
        .collect();
    assert_eq!(onbepaald, [false, false, false, false, false, true]);
    let reden = &maanden[5].stappen[0].tekst;
    assert!(
        reden.contains("onder n") && reden.contains("leg dat vast"),
        "{reden}"
    );
    // Told in June itself it is determined: the term is over, so all of it counts.
    let mut feiten = in_februari(Some(2));
    feiten.push(feit(
        "2026-06-01",
        None,
        loon("400.00", Vrijlating::N, None),
    ));
    let maanden = calculate(6, &geleverd, feiten);
    assert_eq!(counted(&maanden)[5], Some(geld("400.00")));
}

#[test]
fn without_the_months_that_were_used_before_nothing_is_guessed() {
    let feit_n = feit("2026-01-01", None, loon("400.00", Vrijlating::N, None));
    let maanden = calculate(2, &[], vec![feit_n]);
    assert!(maanden.iter().all(|maand| maand.nieuw.is_none()));
    // Exemption y has no term (15%).
    let feit_y = feit("2026-01-01", None, loon("400.00", Vrijlating::Y, None));
    let maanden = calculate(2, &[], vec![feit_y]);
    assert_eq!(counted(&maanden), [Some(geld("340.00")); 2]);
}

#[test]
fn the_twelve_months_of_z_run_on_while_nothing_is_earned() {
    let z = |van: &str, tot: Option<&str>, gebruikt| {
        feit(van, tot, loon("400.00", Vrijlating::Z, gebruikt))
    };
    let feiten = vec![
        z("2026-01-01", Some("2026-01-31"), Some(9)),
        z("2026-03-01", None, None),
    ];
    let maanden = calculate(5, &[], feiten);
    let (vrij, vol) = (Some(geld("340.00")), Some(geld("400.00")));
    let niets = Some(Geld::NUL);
    assert_eq!(counted(&maanden), [vrij, niets, vrij, vol, vol]);
}
