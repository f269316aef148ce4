//! The amounts with other facts. Norms of 1-1-2026: recht/normen-2023-2026.json.

use primitives::Percentage;

use super::*;
use crate::herziening::{
    Eindegrond, Herzieningsbesluit, Herzieningsinvoer, Herzieningsuitkomst, Voorstelsoort,
};

fn calculate(maanden: &[&str], wijzigingen: Vec<Feitwijziging>) -> Herzieningsuitkomst {
    let invoer = Herzieningsinvoer {
        maanden: maanden.iter().map(|een| levering(een)).collect(),
        wijzigingen,
        oordeel: Some(oordeel(Oorzaak::Inlichtingenplicht)),
    };
    let tekst = serde_json::to_string(&invoer).unwrap();
    let terug: Herzieningsinvoer = serde_json::from_str(&tekst).unwrap();
    assert_eq!(terug, invoer, "what is frozen reads back");
    terug.calculate(dag("2026-11-28"))
}

#[test]
fn every_kind_of_fact_changes_the_amount_by_its_own_rule() {
    let vermogen = |bezittingen| Wijziging::Vermogen {
        bezittingen: geld(bezittingen),
        schulden: Geld::NUL,
        overwaarde_woning: Geld::NUL,
    };
    let partner = |heeft_recht| Wijziging::Partner {
        geboortedatum: dag("1990-01-30"),
        heeft_recht,
    };
    let gevallen: Vec<(Wijziging, &str, &str)> = vec![
        (
            Wijziging::Inkomen {
                bedrag: geld("500.00"),
            },
            "901.50",
            "Participatiewet art. 32 lid 1",
        ),
        (
            Wijziging::Inkomen {
                bedrag: geld("1500.00"),
            },
            "0.00",
            "Participatiewet art. 32 lid 1",
        ),
        (
            Wijziging::Kostendelers { aantal: 2 },
            "1001.07",
            "Participatiewet art. 22a",
        ),
        (
            Wijziging::Kostendelers { aantal: 1 },
            "1401.50",
            "Participatiewet art. 22a",
        ),
        (partner(true), "2002.13", "Participatiewet art. 3"),
        (
            Wijziging::Maatregel {
                percentage: Percentage::from_whole(100),
            },
            "0.00",
            "Participatiewet art. 18",
        ),
        (
            Wijziging::Woonsituatie {
                huisvesting: Huisvesting::Inrichting,
            },
            "490.76",
            "Participatiewet art. 23",
        ),
        (vermogen("5000.00"), "1401.50", "Participatiewet art. 34"),
        (vermogen("90000.00"), "0.00", "Participatiewet art. 34"),
        (
            Wijziging::Einde {
                grond: Eindegrond::Detentie,
            },
            "0.00",
            "Participatiewet art. 13 lid 1 onder a",
        ),
    ];
    for (wat, verwacht, artikel) in gevallen {
        let uit = calculate(&["2026-03"], vec![feit("2026-03-01", None, wat.clone())]);
        let maand = &uit.maanden[0];
        assert_eq!(maand.oud, Some(geld("1401.50")));
        assert!(
            maand.stappen.iter().any(|stap| stap.grondslag == artikel),
            "{wat:?}"
        );
        assert_eq!(maand.nieuw, Some(geld(verwacht)), "{wat:?}");
    }
}

#[test]
fn a_fact_from_a_day_in_the_month_counts_from_that_day() {
    let kostendelers = Wijziging::Kostendelers { aantal: 2 };
    let wijziging = feit("2026-03-11", Some("2026-04-10"), kostendelers);
    let uit = calculate(&["2026-02", "2026-03", "2026-04"], vec![wijziging]);
    let nieuw: Vec<_> = uit
        .maanden
        .iter()
        .map(|maand| maand.nieuw.unwrap())
        .collect();
    // 10/31 x 1.401,50 + 21/31 x 1.001,07, and 10/30 x 1.001,07 + 20/30 x 1.401,50.
    assert_eq!(nieuw, [geld("1401.50"), geld("1130.24"), geld("1268.02")]);
    let deel = &uit.maanden[1].stappen;
    assert!(
        deel.iter()
            .any(|stap| stap.grondslag == "Participatiewet art. 45 lid 3"
                && stap.tekst.contains("21 van de 31 dagen"))
    );
}

#[test]
fn several_facts_hold_together_and_a_later_one_of_a_kind_wins() {
    let inkomen = |bedrag| Wijziging::Inkomen {
        bedrag: geld(bedrag),
    };
    let uit = calculate(
        &["2026-03", "2026-04"],
        vec![
            feit("2026-03-01", None, inkomen("400.00")),
            feit("2026-03-01", None, Wijziging::Kostendelers { aantal: 2 }),
            feit("2026-04-01", None, inkomen("100.00")),
        ],
    );
    assert_eq!(uit.maanden[0].nieuw, Some(geld("601.07")));
    assert_eq!(uit.maanden[1].nieuw, Some(geld("901.07")));
    assert_eq!(
        uit.list_besluiten(),
        [
            Herzieningsbesluit::Herziening,
            Herzieningsbesluit::Terugvordering
        ]
    );
}

#[test]
fn an_end_of_the_right_withdraws_the_months_after_it_and_changes_the_one_of_the_day() {
    let einde = Wijziging::Einde {
        grond: Eindegrond::Verhuizing,
    };
    let uit = calculate(
        &["2026-03", "2026-04"],
        vec![feit("2026-03-16", None, einde)],
    );
    assert_eq!(uit.maanden[0].besluit, Some(Herzieningsbesluit::Herziening));
    assert_eq!(uit.maanden[0].nieuw, Some(geld("678.15")));
    assert_eq!(uit.maanden[1].besluit, Some(Herzieningsbesluit::Intrekking));
    assert!(uit.maanden[1].verplicht);
}

#[test]
fn what_cannot_be_determined_is_told_with_its_reason() {
    let mut deel = levering("2026-03");
    deel.begin = dag("2026-03-10");
    let mut zonder = levering("2026-04");
    zonder.beeld.personen[0].huisvesting = None;
    let invoer = Herzieningsinvoer {
        maanden: vec![deel, zonder],
        wijzigingen: Vec::new(),
        oordeel: None,
    };
    let uit = invoer.calculate(dag("2026-11-28"));
    assert!(
        uit.maanden
            .iter()
            .all(|maand| maand.voorstel == Voorstelsoort::Onbepaald)
    );
    let redenen: Vec<_> = uit
        .maanden
        .iter()
        .map(|maand| maand.stappen[0].tekst.as_str())
        .collect();
    assert!(redenen[0].contains("begon in deze maand"), "{redenen:?}");
    assert!(redenen[1].contains("huisvesting"), "{redenen:?}");
}

#[test]
fn without_facts_nothing_changes() {
    let uit = calculate(&["2026-01", "2026-07"], Vec::new());
    assert!(
        uit.maanden
            .iter()
            .all(|maand| maand.verschil == Some(Geld::NUL) && !maand.is_anders())
    );
    assert!(uit.list_besluiten().is_empty());
}

#[test]
fn a_partner_who_leaves_takes_his_half_with_him() {
    let mut paar = levering("2026-03");
    paar.beeld.leefvorm = Some(Leefvorm::GehuwdenEnSamenwonenden);
    paar.beeld.aantal_kostendelers = Some(2);
    paar.beeld.personen.push(paar.beeld.personen[0]);
    let invoer = Herzieningsinvoer {
        maanden: vec![paar],
        wijzigingen: vec![feit(
            "2026-03-01",
            None,
            Wijziging::ZonderPartner {
                met_kinderen: false,
            },
        )],
        oordeel: Some(oordeel(Oorzaak::Verlening)),
    };
    let uit = invoer.calculate(dag("2026-11-28"));
    assert_eq!(uit.maanden[0].oud, Some(geld("2002.13")));
    let stappen = &uit.maanden[0].stappen;
    let mede = stappen
        .iter()
        .any(|stap| stap.grondslag == "Participatiewet art. 59 lid 1");
    assert!(mede, "both are liable");
    assert_eq!(uit.maanden[0].nieuw, Some(geld("1401.50")));
}
