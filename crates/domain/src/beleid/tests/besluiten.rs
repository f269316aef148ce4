//! What a clerk may record, and what is refused with which words.

use super::*;
use crate::beleid::{Bekendmaking, BekendmakingGeweigerd, Besluitstand, Publicatie, Stand};

#[test]
fn a_council_sets_several_values_that_bind_after_publication_only() {
    let invoer = invoer(&[
        ("iit.bedrag.alleenstaande", "€ 450"),
        ("iit.bedrag.alleenstaande-ouder", "€ 550"),
        ("iit.bedrag.gehuwden", "€ 600"),
        ("iit.referteperiode", "36"),
        ("iit.inkomensgrens", "110%"),
    ]);
    let besluit = parse(&invoer, Orgaan::Raad).unwrap();
    assert_eq!(besluit.stand(), &Besluitstand::Aanvaard);
    assert!(besluit.list_vastgesteld().is_empty());

    let leeg = Beleid::default();
    let akte = bekendmaking("18-12-2025", "")
        .parse(&besluit, omgeving(&leeg))
        .unwrap();
    assert_eq!(akte.inwerkingtreding, dag("2026-01-01"));
    assert_eq!(akte.publicatie.to_string(), "CVDR741634");
    let besluit = besluit.publish(akte, moment("2025-12-18")).unwrap();
    let beleid = Beleid::new(besluit.list_vastgesteld());

    let op = |tekst, bekend| {
        let geldend = beleid.find_geldend(
            catalogus(),
            "iit.bedrag.alleenstaande",
            dag(tekst),
            moment(bekend),
        );
        geldend.map(|g| (g.waarde.to_string(), g.besluit))
    };
    let bron = Some("Raadsbesluit 2025-118 (GM0294)".to_owned());
    assert_eq!(
        op("2026-01-01", "2026-01-01"),
        Some(("450.00".into(), bron))
    );
    assert_eq!(
        op("2025-12-31", "2026-01-01"),
        None,
        "not before it enters into force"
    );
    assert_eq!(
        op("2026-01-01", "2025-12-17"),
        None,
        "not known before publication"
    );
}

#[test]
fn every_fault_is_told_at_once_at_its_field() {
    let mut invoer = invoer(&[("iit.referteperiode", "drie jaar"), ("bestaat.niet", "1")]);
    invoer.nummer = String::new();
    invoer.titel = "x\u{0}y".into();
    invoer.vergaderdatum = "31-02-2026".into();
    invoer.uitkomst.beslissing = "misschien".into();
    let velden: Vec<_> = parse(&invoer, Orgaan::Raad).unwrap_err();
    let namen: Vec<_> = velden.iter().map(|(veld, _)| veld.as_str()).collect();
    assert_eq!(
        namen,
        [
            "nummer",
            "titel",
            "vergaderdatum",
            "uitkomst.beslissing",
            "waarden.0.waarde",
            "waarden.1.sleutel"
        ]
    );
    let (_, melding) = &velden[4];
    assert!(
        melding.contains("hele maanden") && melding.contains("art. 8"),
        "{melding}"
    );
}

#[test]
fn the_bounds_of_the_law_are_refused_with_their_article() {
    for (sleutel, waarde, orgaan, verwacht) in [
        (
            "maatregel.duur.eerste",
            "4",
            Orgaan::Raad,
            "ten hoogste 3 maanden (Participatiewet art. 18 lid 5)",
        ),
        (
            "maatregel.duur.eerste",
            "0",
            Orgaan::Raad,
            "ten minste 1 maand (Participatiewet art. 18 lid 5)",
        ),
        (
            "maatregel.categorie.1",
            "101",
            Orgaan::Raad,
            "ten hoogste 100% van de bijstandsnorm (Participatiewet art. 18 lid 2)",
        ),
        (
            "bijzondere-bijstand.drempel",
            "176,01",
            Orgaan::College,
            "€\u{a0}176,00 per twaalf maanden (Participatiewet art. 35 lid 2)",
        ),
        (
            "voorschot.percentage",
            "94",
            Orgaan::College,
            "vanaf 1 januari 2026 is het ten minste 95% van de bijstand (Participatiewet art. 52 lid 2)",
        ),
        (
            "studietoeslag.18",
            "192,56",
            Orgaan::College,
            "art. 7a onder d",
        ),
        (
            "giften.grens",
            "1199",
            Orgaan::College,
            "art. 31 lid 2 onder m",
        ),
        (
            "proefplaats.verlenging",
            "5",
            Orgaan::Raad,
            "art. 8a lid 2 onder d",
        ),
        (
            "iit.bedrag.gehuwden",
            "600",
            Orgaan::College,
            "op 1 januari 2026 beslist de raad hierover (Participatiewet art. 8 lid 1 onder b",
        ),
        (
            "voorschot.percentage",
            "95",
            Orgaan::Raad,
            "beslist het college hierover (Participatiewet art. 52",
        ),
        (
            "bufferbudget.bedrag",
            "1000",
            Orgaan::College,
            "het bestaat vanaf 1 januari 2027",
        ),
    ] {
        let fouten = parse(&invoer(&[(sleutel, waarde)]), orgaan).unwrap_err();
        let (veld, melding) = &fouten[0];
        assert_eq!(veld, "waarden.0.waarde");
        assert!(melding.contains(verwacht), "{sleutel}: {melding}");
    }
}

#[test]
fn a_value_that_a_known_later_bound_forbids_needs_an_end_date() {
    let mut invoer = invoer(&[("voorschot.percentage", "90")]);
    invoer.vergaderdatum = "1-12-2024".into();
    invoer.inwerkingtreding = "1-1-2025".into();
    let fouten = parse(&invoer, Orgaan::College).unwrap_err();
    assert!(fouten[0].1.contains("vanaf 1 januari 2026"), "{fouten:?}");
    invoer.waarden[0].tot = "1-1-2026".into();
    assert!(parse(&invoer, Orgaan::College).is_ok());
}

#[test]
fn the_second_maatregel_lasts_longer_than_the_first() {
    let samen = |eerste, herhaling| {
        let waarden = [
            ("maatregel.duur.eerste", eerste),
            ("maatregel.duur.herhaling", herhaling),
        ];
        parse(&invoer(&waarden), Orgaan::Raad)
    };
    assert!(samen("1", "2").is_ok());
    for (eerste, herhaling) in [("1", "1"), ("2", "1"), ("3", "3")] {
        let fouten = samen(eerste, herhaling).unwrap_err();
        assert!(
            fouten.iter().any(|(_, m)| m.contains("art. 18 lid 6")),
            "{fouten:?}"
        );
    }
    let geldend = Beleid::new(vec![vastgesteld(
        9,
        "maatregel.duur.herhaling",
        "2",
        ("2025-01-01", None),
        ("2024-12-01", "2024-12-05"),
    )]);
    let alleen = |eerste| {
        parse_in(
            &geldend,
            &invoer(&[("maatregel.duur.eerste", eerste)]),
            Orgaan::Raad,
        )
    };
    assert!(alleen("1").is_ok());
    let fouten = alleen("2").unwrap_err();
    assert!(fouten[0].1.contains("minder zijn dan"), "{fouten:?}");
}

#[test]
fn one_decision_sets_a_parameter_once_for_a_day() {
    let mut invoer = invoer(&[("iit.referteperiode", "36"), ("iit.referteperiode", "24")]);
    let fouten = parse(&invoer, Orgaan::Raad).unwrap_err();
    assert_eq!(fouten[0].0, "waarden.1.sleutel");
    invoer.waarden[0].tot = "1-7-2026".into();
    invoer.waarden[1].van = "1-7-2026".into();
    let besluit = parse(&invoer, Orgaan::Raad).unwrap();
    assert_eq!(besluit.waarden().len(), 2);
}

#[test]
fn the_ticks_of_the_form_agree_with_each_other() {
    let met = |zet: fn(&mut UitkomstInvoer)| {
        let mut invoer = invoer(&[]);
        zet(&mut invoer.uitkomst);
        parse(&invoer, Orgaan::Raad)
    };
    let fout = |zet| met(zet).unwrap_err()[0].0.clone();
    assert_eq!(
        fout(|u| u.beslissing = "aangenomen-met-amendement".into()),
        "uitkomst.amendement"
    );
    assert_eq!(
        fout(|u| u.amendement = "anders".into()),
        "uitkomst.amendement"
    );
    assert_eq!(
        fout(|u| u.stemming = "geteld".into()),
        "uitkomst.stemmenVoor"
    );
    assert_eq!(
        fout(|u| u.stemmen_voor = "12".into()),
        "uitkomst.stemmenVoor"
    );
    assert_eq!(
        fout(|u| u.stemming = "handopsteken".into()),
        "uitkomst.stemming"
    );
    let geteld = met(|u| {
        u.beslissing = "aangenomen-met-amendement".into();
        u.amendement = "Het bedrag wordt € 475.".into();
        u.stemming = "geteld".into();
        (u.stemmen_voor, u.stemmen_tegen) = ("15".into(), "8".into());
        u.uitgereikt_bij = "7".into();
        u.opmerkingen = "Toezegging: evaluatie in 2027.".into();
    });
    let tekst = geteld.unwrap().kop().uitkomst.to_string();
    assert_eq!(
        tekst,
        "aangenomen met amendement, 15 stemmen voor en 8 tegen"
    );
    let college = {
        let mut invoer = invoer(&[]);
        invoer.uitkomst.beslissing = "in-handen-van-benw".into();
        parse(&invoer, Orgaan::College).unwrap_err()
    };
    assert_eq!(college[0].0, "uitkomst.beslissing");
}

#[test]
fn a_decision_that_was_not_taken_is_kept_but_never_binds() {
    for beslissing in ["aangehouden", "verworpen", "in-handen-van-benw"] {
        let mut invoer = invoer(&[("iit.kindtoeslag.eerste", "600")]);
        invoer.uitkomst.beslissing = beslissing.into();
        let besluit = parse(&invoer, Orgaan::Raad).unwrap();
        assert_eq!(besluit.stand(), &Besluitstand::NietAanvaard);
        let akte = Bekendmaking {
            publicatie: Publicatie::Gemeenteblad {
                nummer: "2025, 1".into(),
            },
            datum: dag("2025-12-18"),
            inwerkingtreding: dag("2026-01-01"),
        };
        let geweigerd = besluit.publish(akte, moment("2025-12-18")).unwrap_err();
        assert!(matches!(geweigerd, BekendmakingGeweigerd::NietAanvaard(_)));
    }
}

#[test]
fn publication_comes_after_the_meeting_and_before_entry_into_force() {
    let besluit = parse(&invoer(&[("iit.kindtoeslag.eerste", "600")]), Orgaan::Raad).unwrap();
    let leeg = Beleid::default();
    let fout = |datum, inwerkingtreding| {
        let uitkomst = bekendmaking(datum, inwerkingtreding).parse(&besluit, omgeving(&leeg));
        uitkomst.unwrap_err().list()[0].clone()
    };
    assert_eq!(fout("10-12-2025", "").veld, "datum");
    assert_eq!(fout("22-11-2026", "1-1-2027").veld, "datum");
    let terug = fout("5-1-2026", "");
    assert_eq!(terug.veld, "inwerkingtreding");
    assert!(
        terug
            .melding
            .contains("1 januari 2026 ligt vóór 5 januari 2026")
    );
    let later = bekendmaking("5-1-2026", "6-1-2026")
        .parse(&besluit, omgeving(&leeg))
        .unwrap();
    let besluit = besluit
        .publish(later.clone(), moment("2026-01-05"))
        .unwrap();
    assert_eq!(
        besluit.list_vastgesteld()[0].periode.van(),
        dag("2026-01-06")
    );
    let opnieuw = besluit.publish(later, moment("2026-01-06"));
    assert_eq!(opnieuw, Err(BekendmakingGeweigerd::AlBekendgemaakt));
}

#[test]
fn publication_judges_the_values_again() {
    let mut voorstel = invoer(&[("maatregel.duur.eerste", "2")]);
    voorstel.vergaderdatum = "1-11-2025".into();
    let besluit = parse(&voorstel, Orgaan::Raad).unwrap();
    // Meanwhile the council published a second duration that leaves no room.
    let intussen = Beleid::new(vec![vastgesteld(
        9,
        "maatregel.duur.herhaling",
        "2",
        ("2026-01-01", None),
        ("2025-11-20", "2025-11-25"),
    )]);
    let fouten = bekendmaking("20-12-2025", "")
        .parse(&besluit, omgeving(&intussen))
        .unwrap_err();
    assert_eq!(fouten.list()[0].veld, "waarden.0.waarde");
}

#[test]
fn systems_write_one_notation_only() {
    let leeg = Beleid::default();
    let omgeving = Omgeving {
        notatie: Notatie::Uitwisseling,
        ..omgeving(&leeg)
    };
    let mut invoer = invoer(&[("iit.kindtoeslag.eerste", "1.234")]);
    let fouten = invoer
        .parse(Orgaan::Raad, omgeving, &SystemIds)
        .unwrap_err();
    let velden: Vec<_> = fouten.list().iter().map(|f| f.veld.as_str()).collect();
    assert_eq!(
        velden,
        ["vergaderdatum", "inwerkingtreding", "waarden.0.waarde"]
    );
    (invoer.vergaderdatum, invoer.inwerkingtreding) = ("2025-12-11".into(), "2026-01-01".into());
    invoer.waarden[0].waarde = "1234.00".into();
    assert!(invoer.parse(Orgaan::Raad, omgeving, &SystemIds).is_ok());
}

#[test]
fn a_value_of_an_organ_that_no_longer_decides_has_lapsed() {
    let beleid = Beleid::new(vec![vastgesteld(
        1,
        "studietoeslag.18",
        "100.00",
        ("2020-01-01", None),
        ("2019-12-01", "2019-12-05"),
    )]);
    let parameter = catalogus().find("studietoeslag.18").unwrap();
    let stand = |tekst| beleid.stand_on(parameter, dag(tekst), moment("2026-11-21"));
    assert!(matches!(stand("2022-03-31"), Stand::Besloten(_)));
    assert!(matches!(stand("2022-04-01"), Stand::ZonderBesluit(_)));
    assert_eq!(stand("2026-02-01").waarde().unwrap().to_string(), "192.57");
    assert_eq!(stand("2014-12-31"), Stand::BestaatNiet);
}

#[test]
fn a_value_that_the_law_came_to_forbid_is_not_used() {
    let beleid = Beleid::new(vec![vastgesteld(
        1,
        "voorschot.percentage",
        "90",
        ("2024-01-01", None),
        ("2023-12-01", "2023-12-05"),
    )]);
    let parameter = catalogus().find("voorschot.percentage").unwrap();
    let stand = |tekst| beleid.stand_on(parameter, dag(tekst), moment("2026-11-21"));
    assert!(matches!(stand("2025-12-31"), Stand::Besloten(_)));
    assert!(matches!(stand("2026-01-01"), Stand::InStrijd(..)));
    assert_eq!(stand("2026-01-01").waarde(), None);
}

/// A decision of June 2026 that enters into force on the first of January.
fn terugwerkend(waarden: &[(&str, &str)]) -> BesluitInvoer {
    BesluitInvoer {
        vergaderdatum: "11-6-2026".into(),
        terugwerkend: "het beleid was al zo aangekondigd".into(),
        ..invoer(waarden)
    }
}

#[test]
fn what_favours_residents_works_back_with_a_reason() {
    let oud = |sleutel, waarde| {
        let op = ("2025-01-01", None);
        vastgesteld(1, sleutel, waarde, op, ("2024-12-01", "2024-12-05"))
    };
    let iit = Beleid::new(vec![oud("iit.kindtoeslag.eerste", "450.00")]);
    let hoger = terugwerkend(&[("iit.kindtoeslag.eerste", "475")]);
    let besluit = parse_in(&iit, &hoger, Orgaan::Raad).unwrap();
    let akte = bekendmaking("18-6-2026", "")
        .parse(&besluit, omgeving(&iit))
        .unwrap();
    assert_eq!(akte.inwerkingtreding, dag("2026-01-01"));
    let zonder_reden = BesluitInvoer {
        terugwerkend: " ".into(),
        ..hoger
    };
    let fouten = parse_in(&iit, &zonder_reden, Orgaan::Raad).unwrap_err();
    assert_eq!(fouten[0].0, "inwerkingtreding");
    let lager = terugwerkend(&[("iit.kindtoeslag.eerste", "449,99")]);
    let fouten = parse_in(&iit, &lager, Orgaan::Raad).unwrap_err();
    assert!(
        fouten[0].1.contains("waren inwoners beter af"),
        "{fouten:?}"
    );
    // Where nothing was decided, an amount is a gain and a duty is none.
    let nieuw = terugwerkend(&[("iit.kindtoeslag.volgende", "600")]);
    assert!(parse_in(&iit, &nieuw, Orgaan::Raad).is_ok());
    let maatregel = terugwerkend(&[("maatregel.misdraging.duur", "1")]);
    let fouten = parse_in(&iit, &maatregel, Orgaan::Raad).unwrap_err();
    assert!(fouten[0].1.contains("niets was vastgesteld"), "{fouten:?}");
}

#[test]
fn what_has_no_direction_and_what_is_taken_back_does_not_work_back() {
    let zonder_richting = terugwerkend(&[("iit.overgang.einddatum", "31-12-2026")]);
    let fouten = parse(&zonder_richting, Orgaan::Raad).unwrap_err();
    assert!(fouten[0].1.contains("welke kant"), "{fouten:?}");
    let iit = Beleid::new(vec![vastgesteld(
        1,
        "iit.kindtoeslag.eerste",
        "450.00",
        ("2025-01-01", None),
        ("2024-12-01", "2024-12-05"),
    )]);
    let mut weg = terugwerkend(&[]);
    weg.intrekkingen = vec![crate::beleid::IntrekkingInvoer {
        sleutel: "iit.kindtoeslag.eerste".into(),
        ..Default::default()
    }];
    let fouten = parse_in(&iit, &weg, Orgaan::Raad).unwrap_err();
    assert_eq!(fouten[0].0, "intrekkingen.0.sleutel");
    weg.intrekkingen[0].vanaf = "1-7-2026".into();
    let besluit = parse_in(&iit, &weg, Orgaan::Raad).unwrap();
    let bindend = besluit
        .publish(
            Bekendmaking {
                publicatie: Publicatie::Gemeenteblad {
                    nummer: "2026, 1".into(),
                },
                datum: dag("2026-06-18"),
                inwerkingtreding: dag("2026-01-01"),
            },
            moment("2026-06-18"),
        )
        .unwrap()
        .list_vastgesteld();
    let samen = Beleid::new([iit.waarden().to_vec(), bindend].concat());
    let parameter = catalogus().find("iit.kindtoeslag.eerste").unwrap();
    let op = |tekst| samen.stand_on(parameter, dag(tekst), moment("2026-11-21"));
    assert!(matches!(op("2026-06-30"), Stand::Besloten(_)));
    assert!(matches!(op("2026-07-01"), Stand::ZonderBesluit(_)));
}
