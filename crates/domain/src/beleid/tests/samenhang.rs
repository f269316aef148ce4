//! What holds for parameters together, in an area, and when a bound changes.

use super::*;
use crate::gemeente::Gebied;

/// An example: the real Eemsmond merged elsewhere and earlier.
fn eemsmond() -> Gebied {
    Gebied {
        code: GemeenteCode::parse("GM1651").unwrap(),
        naam: "Eemsmond".into(),
        opgegaan_in: winterswijk(),
        opgegaan_op: dag("2025-01-01"),
    }
}

#[test]
fn a_table_needs_a_value_for_every_household_type() {
    let fouten = parse(&invoer(&[("iit.bedrag.gehuwden", "600")]), Orgaan::Raad).unwrap_err();
    let [(veld, melding)] = &fouten[..] else {
        panic!("{fouten:?}");
    };
    assert_eq!(veld, "waarden.0.waarde");
    assert!(
        melding.contains("vul ook in ‘alleenstaande’ en ‘alleenstaande ouder’"),
        "{melding}"
    );
    let twee = [
        ("iit.bedrag.gehuwden", "600"),
        ("iit.bedrag.alleenstaande", "450"),
    ];
    let fouten = parse(&invoer(&twee), Orgaan::Raad).unwrap_err();
    assert_eq!(fouten.len(), 1, "told once, not at every row: {fouten:?}");
}

#[test]
fn the_premiums_of_a_year_stay_under_the_cap_together() {
    let raad = |bedrag| {
        vastgesteld(
            1,
            "premie.participatieplaats",
            bedrag,
            ("2026-07-01", None),
            ("2026-06-01", "2026-06-05"),
        )
    };
    let staffel = ("premie.uitstroom", "tot 6: 300\ndaarboven: 1.000");
    let college = |beleid: &Beleid| {
        let mut invoer = invoer(&[staffel]);
        invoer.vergaderdatum = "11-8-2026".into();
        invoer.inwerkingtreding = "1-9-2026".into();
        parse_in(beleid, &invoer, Orgaan::College)
    };
    assert!(college(&Beleid::default()).is_ok());
    assert!(college(&Beleid::new(vec![raad("150.00")])).is_ok());
    // Twice 1.300 and 1.000 is more than the cap of 2026.
    let fouten = college(&Beleid::new(vec![raad("1300.00")])).unwrap_err();
    let (_, melding) = &fouten[0];
    assert!(
        melding.contains("samen ten hoogste") && melding.contains("2 ×"),
        "{melding}"
    );
    assert!(melding.contains("art. 31 lid 2 onder j"), "{melding}");
}

#[test]
fn tiers_and_rates_are_held_against_the_bounds_one_by_one() {
    for (sleutel, waarde, orgaan, is_goed) in [
        (
            "bijzondere-bijstand.draagkracht.staffel",
            "tot 110: 0\ndaarboven: 100",
            Orgaan::College,
            true,
        ),
        (
            "bijzondere-bijstand.draagkracht.staffel",
            "tot 110: 0\ndaarboven: 101",
            Orgaan::College,
            false,
        ),
        (
            "maatregel.spreiding.eerste-maand",
            "33,33",
            Orgaan::Raad,
            false,
        ),
        (
            "maatregel.spreiding.eerste-maand",
            "33,34",
            Orgaan::Raad,
            true,
        ),
        ("vooruitlopen.vrijlating", "ja", Orgaan::College, true),
        ("vooruitlopen.vrijlating", "ja", Orgaan::Raad, false),
        ("maatregel.duur.derde", "3", Orgaan::Raad, false),
        ("betaling.inleverdag", "5", Orgaan::College, false),
    ] {
        let uitkomst = parse(&invoer(&[(sleutel, waarde)]), orgaan);
        assert_eq!(
            uitkomst.is_ok(),
            is_goed,
            "{sleutel} {waarde}: {uitkomst:?}"
        );
    }
}

#[test]
fn an_area_has_values_of_its_own_for_two_years() {
    let eemsmond = eemsmond();
    let leeg = Beleid::default();
    let gebieden = [eemsmond.clone()];
    let omgeving = Omgeving {
        gebieden: &gebieden,
        ..omgeving(&leeg)
    };
    let lees = |gebied: &str, tot: &str| {
        let mut invoer = invoer(&[("iit.referteperiode", "12")]);
        invoer.waarden[0].gebied = gebied.into();
        invoer.waarden[0].tot = tot.into();
        invoer.parse(Orgaan::Raad, omgeving, &SystemIds)
    };
    let onbekend = lees("GM0294", "1-1-2027").unwrap_err();
    assert_eq!(onbekend.list()[0].veld, "waarden.0.gebied");
    for te_lang in ["", "2-1-2027"] {
        let fouten = lees("GM1651", te_lang).unwrap_err();
        assert!(
            fouten.list()[0].melding.contains("herindeling art. 28"),
            "{fouten:?}"
        );
    }
    let besluit = lees("GM1651", "1-1-2027").unwrap();
    let akte = bekendmaking("18-12-2025", "")
        .parse(&besluit, omgeving)
        .unwrap();
    let besluit = besluit.publish(akte, moment("2025-12-18")).unwrap();
    let hele = vastgesteld(
        1,
        "iit.referteperiode",
        "36",
        ("2024-01-01", None),
        ("2023-12-01", "2023-12-05"),
    );
    let beleid = Beleid::new([vec![hele], besluit.list_vastgesteld()].concat());
    let maanden = |beleid: &Beleid, tekst| {
        beleid
            .find_maanden("iit.referteperiode", dag(tekst), moment("2026-11-21"))
            .map(|g| g.waarde)
    };
    assert_eq!(maanden(&beleid, "2026-06-01"), Some(36));
    let daar = beleid.in_gebied(Some(eemsmond.code));
    assert_eq!(
        maanden(&daar, "2025-06-01"),
        Some(36),
        "not before the decision"
    );
    assert_eq!(maanden(&daar, "2026-06-01"), Some(12));
    assert_eq!(
        maanden(&daar, "2027-01-01"),
        Some(36),
        "two years after the merger"
    );
}

#[test]
fn ending_the_rules_of_an_area_brings_back_those_of_the_municipality() {
    let eemsmond = eemsmond();
    let besluiten = ("2023-12-01", "2023-12-05");
    let hele = vastgesteld(
        1,
        "iit.referteperiode",
        "36",
        ("2024-01-01", None),
        besluiten,
    );
    let eigen = Vastgesteld {
        gebied: Some(eemsmond.code),
        ..vastgesteld(
            2,
            "iit.referteperiode",
            "12",
            ("2025-01-01", Some("2027-01-01")),
            ("2024-12-01", "2024-12-05"),
        )
    };
    let beleid = Beleid::new(vec![hele, eigen]);
    let gebieden = [eemsmond.clone()];
    let omgeving = Omgeving {
        gebieden: &gebieden,
        ..omgeving(&beleid)
    };
    let lees = |sleutel: &str, gebied: &str| {
        let mut invoer = invoer(&[]);
        invoer.intrekkingen = vec![IntrekkingInvoer {
            sleutel: sleutel.into(),
            gebied: gebied.into(),
            ..IntrekkingInvoer::default()
        }];
        invoer.parse(Orgaan::Raad, omgeving, &SystemIds)
    };
    let onbekend = lees("iit.referteperiode", "GM0294").unwrap_err();
    assert_eq!(onbekend.list()[0].veld, "intrekkingen.0.gebied");
    let zonder_eigen = lees("iit.inkomensgrens", "GM1651").unwrap_err();
    assert!(zonder_eigen.list()[0].melding.contains("geen eigen waarde"));
    let maanden = |besluit: Besluit, gebied| {
        let akte = bekendmaking("18-12-2025", "").parse(&besluit, omgeving);
        let besluit = besluit
            .publish(akte.unwrap(), moment("2025-12-18"))
            .unwrap();
        let alles = [beleid.waarden(), &besluit.list_vastgesteld()].concat();
        let gezien = Beleid::new(alles).in_gebied(gebied);
        ["2025-06-01", "2026-06-01"].map(|tekst| {
            let op = (dag(tekst), moment("2026-11-21"));
            gezien
                .find_maanden("iit.referteperiode", op.0, op.1)
                .map(|g| g.waarde)
        })
    };
    let alleen_daar = lees("iit.referteperiode", "GM1651").unwrap();
    assert_eq!(maanden(alleen_daar.clone(), None), [Some(36), Some(36)]);
    assert_eq!(
        maanden(alleen_daar, Some(eemsmond.code)),
        [Some(12), Some(36)]
    );
    // What the whole municipality takes back is decided nowhere in it.
    let overal = lees("iit.referteperiode", "").unwrap();
    assert_eq!(maanden(overal.clone(), None), [Some(36), None]);
    assert_eq!(maanden(overal, Some(eemsmond.code)), [Some(12), None]);
}

#[test]
fn a_figure_of_the_quarter_has_one_value_in_a_municipality() {
    let leeg = Beleid::default();
    let gebieden = [eemsmond()];
    let omgeving = Omgeving {
        gebieden: &gebieden,
        ..omgeving(&leeg)
    };
    let mut parameters = catalogus().parameters().iter();
    let parameter = parameters.find(|p| p.gebruik.contains(&Gebruik::IndicatorInBeeld));
    let mut invoer = invoer(&[(parameter.unwrap().sleutel.as_str(), "3")]);
    invoer.waarden[0].gebied = "GM1651".into();
    invoer.waarden[0].tot = "1-1-2027".into();
    let fouten = invoer
        .parse(Orgaan::College, omgeving, &SystemIds)
        .unwrap_err();
    assert_eq!(fouten.list()[0].veld, "waarden.0.gebied");
    assert!(fouten.list()[0].melding.contains("kwartaalcijfers"));
}

#[test]
fn a_bound_that_changes_makes_a_task_with_its_date() {
    // 94% was allowed until 2026; the law went to 95%.
    let oud = vastgesteld(
        1,
        "voorschot.percentage",
        "94",
        ("2025-01-01", None),
        ("2024-12-01", "2024-12-05"),
    );
    let beleid = Beleid::new(vec![oud]);
    let op = |tekst| {
        let strijdig = beleid.list_strijdig(Orgaan::College, dag(tekst), moment("2026-11-21"));
        strijdig
            .first()
            .map(|s| (s.parameter.sleutel.to_string(), s.vanaf))
    };
    let sleutel = "voorschot.percentage".to_owned();
    assert_eq!(
        op("2025-06-01"),
        Some((sleutel.clone(), dag("2026-01-01"))),
        "told beforehand"
    );
    assert_eq!(
        op("2026-11-21"),
        Some((sleutel, dag("2026-01-01"))),
        "afterwards it is told since when"
    );
    assert!(
        beleid
            .list_strijdig(Orgaan::Raad, dag("2026-11-21"), moment("2026-11-21"))
            .is_empty()
    );
}
