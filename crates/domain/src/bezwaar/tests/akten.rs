//! What may follow what.

use super::*;

fn acts() -> Vec<(&'static str, Bezwaarhandeling)> {
    let op = "2026-10-01";
    vec![
        ("ontvangen", ontvangen(op, false, inwoner())),
        ("herstel", herstel(op, "2026-10-15")),
        ("aangevuld", aangevuld(op)),
        ("verdaagd", verdaagd(op, "2026-12-31")),
        ("uitgesteld", uitgesteld(op, "2027-12-31")),
        ("gehoord", gehoord(op)),
        ("niet gehoord", niet_gehoord(op, Hoorgrond::GeenWens)),
        ("besloten", besloten(op, Bezwaaruitkomst::Ongegrond, None)),
        ("bekend", bekendgemaakt(op)),
        ("ingetrokken", ingetrokken(op)),
    ]
}

#[test]
fn only_what_fits_may_follow() {
    // With a last day that is still to come on the day of these acts.
    let begin = || {
        let ver = later(uitgesteld("2026-04-01", "2026-12-01"));
        objected("2026-03-02", false).apply(ver).unwrap()
    };
    let after = |akten: Vec<Bezwaarhandeling>| {
        let akten = akten.into_iter().map(|handeling| akte("c", handeling));
        akten.into_iter().try_fold(begin(), Bezwaar::apply).unwrap()
    };
    let besluit = || besloten("2026-05-01", Bezwaaruitkomst::Ongegrond, None);
    let gevallen: [(&str, Bezwaar, &[&str]); 6] = [
        (
            "received",
            begin(),
            &[
                "herstel",
                "verdaagd",
                "uitgesteld",
                "gehoord",
                "niet gehoord",
                "besloten",
                "ingetrokken",
            ],
        ),
        (
            "not complete, with time left",
            after(vec![herstel("2026-04-10", "2028-01-15")]),
            // The clock stands still so long that the day of `verdaagd` is no later one.
            &[
                "aangevuld",
                "uitgesteld",
                "gehoord",
                "niet gehoord",
                "ingetrokken",
            ],
        ),
        (
            "heard",
            after(vec![gehoord("2026-04-10")]),
            &[
                "herstel",
                "verdaagd",
                "uitgesteld",
                "gehoord",
                "niet gehoord",
                "besloten",
                "ingetrokken",
            ],
        ),
        ("decided", after(vec![besluit()]), &["bekend"]),
        (
            "made known",
            after(vec![besluit(), bekendgemaakt("2026-05-04")]),
            &[],
        ),
        ("taken back", after(vec![ingetrokken("2026-05-04")]), &[]),
    ];
    for (naam, bezwaar, goed) in gevallen {
        for (wat, handeling) in acts() {
            let json = serde_json::to_value(&handeling).unwrap();
            assert_eq!(json["soort"], handeling.code());
            assert_eq!(
                serde_json::from_value::<Bezwaarhandeling>(json).unwrap(),
                handeling
            );
            let uitkomst = bezwaar.clone().apply(later(handeling));
            assert_eq!(
                uitkomst.is_ok(),
                goed.contains(&wat),
                "{naam}: {wat}: {uitkomst:?}"
            );
        }
    }
}

#[test]
fn an_objection_begins_with_its_receipt_by_somebody() {
    let partner = |naam: Option<&str>| Indiener {
        wie: Indienersoort::Partner,
        naam: naam.map(str::to_owned),
    };
    for (naam, handeling, veld) in [
        ("resident", ontvangen("2026-03-02", false, inwoner()), None),
        (
            "partner",
            ontvangen("2026-03-02", false, partner(Some("P. Partner"))),
            None,
        ),
        (
            "partner without a name",
            ontvangen("2026-03-02", false, partner(None)),
            Some("naam"),
        ),
        (
            "before the decision was known",
            ontvangen("2026-02-19", false, inwoner()),
            Some("ontvangenOp"),
        ),
        (
            "still to come",
            ontvangen("2028-01-01", false, inwoner()),
            Some("ontvangenOp"),
        ),
        (
            "something else",
            gehoord("2026-03-02"),
            Some("een bezwaar begint met de ontvangst"),
        ),
    ] {
        let uitkomst = Bezwaar::try_new(kop(), later(handeling));
        assert_eq!(refusal(uitkomst).as_deref(), veld, "{naam}");
    }
    let verstuurd = Bezwaarhandeling::Ontvangen {
        ontvangen_op: dag("2026-03-02"),
        verzonden_op: Some(dag("2026-03-03")),
        met_commissie: false,
        reden_te_laat: None,
        indiener: inwoner(),
    };
    let uitkomst = Bezwaar::try_new(kop(), later(verstuurd));
    assert_eq!(refusal(uitkomst).as_deref(), Some("verzondenOp"));
}

#[test]
fn acts_stand_in_the_order_of_their_days() {
    let bezwaar = objected("2026-03-02", false);
    for op in ["2026-03-01", "2028-01-01"] {
        let uitkomst = bezwaar.clone().apply(later(gehoord(op)));
        assert_eq!(refusal(uitkomst).as_deref(), Some("dag"), "{op}");
    }
}
