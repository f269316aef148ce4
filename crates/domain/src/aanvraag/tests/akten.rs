//! What may follow what, who may decide, what the letter says.

use super::*;
use crate::bevoegdheid::Rol;
use crate::gemeente::Uitvoeringsvorm;

fn acts() -> Vec<(&'static str, Aanvraaghandeling)> {
    let op = "2026-10-01";
    vec![
        ("herstel", herstel(op, "2026-10-15").handeling),
        ("aangevuld", aangevuld(op, true).handeling),
        ("opgeschort", opgeschort(op).handeling),
        ("hervat", hervat(op).handeling),
        ("verdaagd", verdaagd(op, "2026-12-01").handeling),
        ("voorgesteld", voorgesteld(Besluitsoort::Afwijzing)),
        (
            "teruggegeven",
            Aanvraaghandeling::Teruggegeven {
                reden: "x".to_owned(),
            },
        ),
        ("besloten", besloten(op, Namens::DagelijksBestuur, false)),
        (
            "bekendgemaakt",
            Aanvraaghandeling::Bekendgemaakt {
                bekendgemaakt_op: dag(op),
                wijze: Bekendmaakwijze::Post,
            },
        ),
        (
            "ingetrokken",
            Aanvraaghandeling::Ingetrokken {
                ingetrokken_op: dag(op),
                reden: "x".to_owned(),
            },
        ),
        (
            "voorschot",
            Aanvraaghandeling::VoorschotVerleend(voorschot(op)),
        ),
        (
            "geen voorschot",
            Aanvraaghandeling::VoorschotGeweigerd {
                geweigerd_op: dag(op),
                grond: Voorschotgrond::GeenRecht,
                reden: "x".to_owned(),
            },
        ),
        (
            "college",
            Aanvraaghandeling::BeslotenDoorCollege {
                besloten_op: dag(op),
                volgt_advies: true,
                toelichting: "x".to_owned(),
            },
        ),
    ]
}

/// A name, an application, and what may happen to it.
type Geval = (&'static str, Aanvraag, &'static [&'static str]);

/// Every other act is refused.
fn check_gevallen(gevallen: &[Geval]) {
    for (naam, aanvraag, goed) in gevallen {
        for (wat, handeling) in acts() {
            let uitkomst = aanvraag.clone().apply(later(handeling));
            assert_eq!(
                uitkomst.is_ok(),
                goed.contains(&wat),
                "{naam}: {wat}: {uitkomst:?}"
            );
        }
    }
}

#[test]
fn only_what_fits_may_follow() {
    let voorgesteld = || {
        let akte = akte("a", "2026-10-01", voorgesteld(Besluitsoort::Afwijzing));
        ontvangen("2026-09-08").apply(akte).unwrap()
    };
    let besloten = |namens| {
        let akte = akte("b", "2026-10-01", besloten("2026-10-01", namens, true));
        voorgesteld().apply(akte).unwrap()
    };
    let bekend = || {
        let akte = later(acts().remove(8).1);
        besloten(Namens::College).apply(akte).unwrap()
    };
    let ingetrokken = || {
        ontvangen("2026-09-08")
            .apply(later(acts().remove(9).1))
            .unwrap()
    };
    let college = || {
        besloten(Namens::AdviesAanCollege)
            .apply(later(acts().remove(12).1))
            .unwrap()
    };
    let gevallen: [Geval; 9] = [
        (
            "received",
            ontvangen("2026-09-08"),
            &[
                "herstel",
                "opgeschort",
                "verdaagd",
                "voorgesteld",
                "ingetrokken",
                "voorschot",
                "geen voorschot",
            ],
        ),
        (
            "asked to add",
            ontvangen("2026-09-08")
                .apply(herstel("2026-09-10", "2028-01-15"))
                .unwrap(),
            &[
                "aangevuld",
                "verdaagd",
                "ingetrokken",
                "voorschot",
                "geen voorschot",
            ],
        ),
        (
            "suspended",
            ontvangen("2026-09-08")
                .apply(opgeschort("2026-09-10"))
                .unwrap(),
            &[
                "hervat",
                "verdaagd",
                "ingetrokken",
                "voorschot",
                "geen voorschot",
            ],
        ),
        (
            "proposed",
            voorgesteld(),
            &[
                "verdaagd",
                "teruggegeven",
                "besloten",
                "ingetrokken",
                "voorschot",
                "geen voorschot",
            ],
        ),
        (
            "decided",
            besloten(Namens::DagelijksBestuur),
            &["bekendgemaakt"],
        ),
        ("advised", besloten(Namens::AdviesAanCollege), &["college"]),
        ("decided by the college", college(), &[]),
        ("made known", bekend(), &[]),
        ("taken back", ingetrokken(), &[]),
    ];
    check_gevallen(&gevallen);
}

#[test]
fn days_are_in_order_and_none_is_still_to_come() {
    let aanvraag = ontvangen("2026-09-08");
    for (akte, goed) in [
        (opgeschort("2026-09-07"), false),
        (opgeschort("2026-09-08"), true),
        (opgeschort("2028-01-01"), false),
        (herstel("2026-09-10", "2026-09-10"), false),
        (verdaagd("2026-11-03", "2026-11-04"), true),
        (verdaagd("2026-11-04", "2026-12-04"), false),
        (verdaagd("2026-10-01", "2026-11-03"), false),
    ] {
        let wat = format!("{akte:?}");
        assert_eq!(aanvraag.clone().apply(akte).is_ok(), goed, "{wat}");
    }
    let twee = aanvraag
        .apply(verdaagd("2026-10-01", "2026-12-01"))
        .unwrap();
    let nog_eens = twee.apply(verdaagd("2026-10-02", "2026-12-08"));
    assert_eq!(nog_eens.unwrap_err(), AanvraagGeweigerd::AlVerdaagd);
}

#[test]
fn untreated_needs_a_hersteltermijn_and_its_four_weeks() {
    let wacht = ontvangen("2026-09-08")
        .apply(herstel("2026-09-10", "2026-09-24"))
        .unwrap();
    let propose = |op| akte("a", op, voorgesteld(Besluitsoort::BuitenBehandeling));
    for (aanvraag, op, fout) in [
        (
            ontvangen("2026-09-08"),
            "2026-10-01",
            Some(AanvraagGeweigerd::GeenHersteltermijn),
        ),
        (
            wacht.clone(),
            "2026-09-24",
            Some(AanvraagGeweigerd::Stand("nog niet compleet")),
        ),
        (wacht.clone(), "2026-09-25", None),
        (wacht.clone(), "2026-10-22", None),
        (
            wacht,
            "2026-10-23",
            Some(AanvraagGeweigerd::BuitenBehandelingTeLaat),
        ),
    ] {
        assert_eq!(aanvraag.apply(propose(op)).err(), fout, "{op}");
    }
}

fn register(vier_ogen: VierOgen, vanaf: Option<i32>) -> Mandaatregister {
    Mandaatregister::new(vec![Mandaat {
        regeling: Regeling::AlgemeneBijstand,
        besluit: Besluitsoort::Afwijzing.into(),
        rol: Rol::Teamleider,
        vier_ogen,
        vier_ogen_vanaf: vanaf.map(primitives::Geld::from_cents),
        van: dag("2026-01-01"),
        tot: Some(dag("2027-01-01")),
        bron: "voorbeeld".to_owned(),
    }])
}

/// A proposal to refuse, weighed or not, about an amount.
fn aanvraag(afgewogen: bool, bedrag: Option<i32>) -> Aanvraag {
    let mut inhoud = voorstel(Besluitsoort::Afwijzing);
    inhoud.bedrag = bedrag.map(primitives::Geld::from_cents);
    if afgewogen {
        inhoud.afwegingen.push(Afweging {
            punt: Afweegpunt::Individualisering,
            keuze: "Geen.".to_owned(),
            reden: "Niets bijzonders.".to_owned(),
        });
    }
    let handeling = Aanvraaghandeling::Voorgesteld(Box::new(inhoud));
    ontvangen("2026-09-08")
        .apply(akte("a", "2026-10-01", handeling))
        .unwrap()
}

#[test]
fn the_register_says_who_decides_and_with_how_many() {
    let zelf = Err(AanvraagGeweigerd::EigenVoorstel);
    let geen = Err(AanvraagGeweigerd::Mandaat(MandaatOntbreekt));
    for (naam, aanvraag, register, wie, rol, op, uitkomst) in [
        (
            "alone",
            aanvraag(false, None),
            register(VierOgen::BijAfweging, None),
            "a",
            Rol::Teamleider,
            "2026-10-01",
            Ok(false),
        ),
        (
            "weighed, the same",
            aanvraag(true, None),
            register(VierOgen::BijAfweging, None),
            "a",
            Rol::Teamleider,
            "2026-10-01",
            zelf.clone(),
        ),
        (
            "weighed, another",
            aanvraag(true, None),
            register(VierOgen::BijAfweging, None),
            "b",
            Rol::Teamleider,
            "2026-10-01",
            Ok(true),
        ),
        (
            "always",
            aanvraag(false, None),
            register(VierOgen::Altijd, None),
            "a",
            Rol::Teamleider,
            "2026-10-01",
            zelf.clone(),
        ),
        (
            "never",
            aanvraag(true, None),
            register(VierOgen::Nooit, None),
            "a",
            Rol::Teamleider,
            "2026-10-01",
            Ok(false),
        ),
        (
            "a high amount",
            aanvraag(false, Some(100)),
            register(VierOgen::Nooit, Some(100)),
            "a",
            Rol::Teamleider,
            "2026-10-01",
            zelf,
        ),
        (
            "a lower amount",
            aanvraag(false, Some(99)),
            register(VierOgen::Nooit, Some(100)),
            "a",
            Rol::Teamleider,
            "2026-10-01",
            Ok(false),
        ),
        (
            "another role",
            aanvraag(false, None),
            register(VierOgen::Nooit, None),
            "b",
            Rol::Consulent,
            "2026-10-01",
            geen.clone(),
        ),
        (
            "no row that day",
            aanvraag(false, None),
            register(VierOgen::Nooit, None),
            "b",
            Rol::Teamleider,
            "2027-01-01",
            geen.clone(),
        ),
        (
            "an empty register",
            aanvraag(false, None),
            Mandaatregister::default(),
            "b",
            Rol::Teamleider,
            "2026-10-01",
            geen,
        ),
    ] {
        let namens = Namens::of(Uitvoeringsvorm::Gemandateerd);
        let besluit = aanvraag.decide(namens, &register, &persoon(wie), &[rol], dag(op));
        assert_eq!(besluit.map(|b| b.vier_ogen), uitkomst, "{naam}");
    }
}

#[test]
fn an_act_survives_its_json() {
    for (naam, handeling) in acts() {
        let json = serde_json::to_value(&handeling).unwrap();
        assert_eq!(json["soort"], handeling.code(), "{naam}");
        let terug: Aanvraaghandeling = serde_json::from_value(json).unwrap();
        assert_eq!(terug, handeling);
    }
}

#[test]
fn a_year_without_amounts_is_a_slip_of_the_pen() {
    for (ontvangen_op, gemeld_op, veld) in [
        ("2023-01-01", "2023-01-01", None),
        ("2022-12-31", "2022-12-31", Some("ontvangenOp")),
        ("0000-01-01", "0000-01-01", Some("ontvangenOp")),
        ("2026-09-08", "1926-09-08", Some("gemeldOp")),
    ] {
        let ontvangen = Aanvraaghandeling::Ontvangen {
            ontvangen_op: dag(ontvangen_op),
            gemeld_op: dag(gemeld_op),
            kanaal: Kanaal::Balie,
        };
        let fout = Aanvraag::try_new(kop(), later(ontvangen)).err();
        let gevonden = fout.map(|fout| match fout {
            AanvraagGeweigerd::Invoer(fouten) => fouten.list()[0].veld.clone(),
            anders => anders.to_string(),
        });
        assert_eq!(gevonden.as_deref(), veld, "{ontvangen_op} {gemeld_op}");
    }
}
