use primitives::{BesluitId, GemeenteCode, Moment, Periode, WaardeId, WerkinstructieId, id_at};

use super::*;
use crate::beleid::{
    Beleid, Besluitverwijzing, Bevoegd, Notatie, Orgaan, Persoon, Soort, Vastgesteld, Waarde,
    catalogus,
};

fn invoer() -> WerkinstructieInvoer {
    WerkinstructieInvoer {
        titel: "Betalen en inkomstenformulier".to_owned(),
        tekst: "Wij betalen op een vaste dag.".to_owned(),
        sleutels: vec!["iit.referteperiode".to_owned()],
        waarden: vec![WerkwaardeInvoer {
            sleutel: "betaling.inleverdag".to_owned(),
            waarde: "5".to_owned(),
        }],
        van: "1-1-2026".to_owned(),
        tot: String::new(),
    }
}

fn moment(tekst: &str) -> Moment {
    tekst.parse().unwrap()
}

fn parse(invoer: &WerkinstructieInvoer) -> Result<Instructieversie, primitives::Veldfouten> {
    invoer.parse(None, &[], Notatie::Formulier, wie())
}

fn wie() -> (Persoon, Moment) {
    let door = Persoon {
        sub: "d".to_owned(),
        naam: "Directie".to_owned(),
    };
    (door, moment("2026-01-05T10:00:00Z"))
}

/// What the council decided for `iit.referteperiode`, published on a moment.
fn beleid(bekend_op: &str) -> Beleid {
    let op = moment(bekend_op);
    let parameter = catalogus().find("iit.referteperiode").unwrap();
    Beleid::new(vec![Vastgesteld {
        id: WaardeId::new(id_at(op, 1)),
        sleutel: parameter.sleutel.clone(),
        waarde: Some(Waarde::parse(Soort::Maanden, "36").unwrap()),
        periode: Periode::try_new(jiff::civil::date(2026, 1, 1), None).unwrap(),
        gebied: None,
        besluit: Besluitverwijzing {
            id: BesluitId::new(id_at(op, 2)),
            gemeente: GemeenteCode::parse("GM0294").unwrap(),
            orgaan: Orgaan::Raad,
            nummer: "2026-140".to_owned(),
            titel: "Verordening".to_owned(),
            vergaderdatum: jiff::civil::date(2025, 12, 11),
        },
        bekend_op: op,
        corrigeert: None,
    }])
}

#[test]
fn a_value_is_of_the_organisation_only_where_nobody_else_decides() {
    let versie = parse(&invoer()).unwrap();
    let sleutels: Vec<_> = versie.sleutels.iter().map(ToString::to_string).collect();
    assert_eq!(sleutels, ["iit.referteperiode", "betaling.inleverdag"]);
    for (sleutel, waarde, wie) in [
        ("iit.referteperiode", "24", "de raad"),
        ("maatregel.duur.derde", "3", "de wet zelf"),
        ("norm.verlaging.woonsituatie", "20", "het college"),
    ] {
        let mut fout = invoer();
        fout.waarden = vec![WerkwaardeInvoer {
            sleutel: sleutel.to_owned(),
            waarde: waarde.to_owned(),
        }];
        let fouten = parse(&fout).unwrap_err();
        let fout = &fouten.list()[0];
        assert_eq!(fout.veld, format!("waarden.{sleutel}"));
        assert!(
            fout.melding.contains(wie) && fout.melding.contains("art."),
            "{}",
            fout.melding
        );
    }
}

#[test]
fn no_parameter_of_another_layer_takes_a_value() {
    for parameter in catalogus().parameters() {
        let van = jiff::civil::date(2026, 6, 1);
        let Some(regime) = parameter.regime_on(van) else {
            continue;
        };
        let mut poging = invoer();
        poging.van = "1-6-2026".to_owned();
        poging.waarden = ["1", "1,00", "ja", "1-1-2026", "tekst"]
            .map(|waarde| WerkwaardeInvoer {
                sleutel: parameter.sleutel.to_string(),
                waarde: waarde.to_owned(),
            })
            .into();
        let is_eigen = regime.bevoegd == Bevoegd::Uitvoering;
        for waarde in poging.waarden.clone() {
            poging.waarden = vec![waarde];
            if !is_eigen {
                assert!(parse(&poging).is_err(), "{}", parameter.sleutel);
            }
        }
    }
}

#[test]
fn two_work_rules_do_not_set_the_same_value_at_the_same_time() {
    let eerste = Werkinstructie {
        id: WerkinstructieId::new(id_at(Moment::UNIX_EPOCH, 1)),
        laatste: parse(&invoer()).unwrap(),
        eerdere: Vec::new(),
    };
    let lees = |invoer: &WerkinstructieInvoer, andere: &[Werkinstructie]| {
        invoer.parse(None, andere, Notatie::Formulier, wie())
    };
    let fouten = lees(&invoer(), std::slice::from_ref(&eerste)).unwrap_err();
    assert!(
        fouten.list()[0]
            .melding
            .contains("Betalen en inkomstenformulier")
    );
    let mut eerder = invoer();
    (eerder.van, eerder.tot) = ("1-1-2025".to_owned(), "1-1-2026".to_owned());
    assert!(lees(&eerder, std::slice::from_ref(&eerste)).is_ok());
    // A next version of the same one may.
    let volgende = invoer().parse(Some(&eerste), &[], Notatie::Formulier, wie());
    assert_eq!(volgende.unwrap().nummer, 2);
}

#[test]
fn every_fault_is_named_at_its_field() {
    let fout = WerkinstructieInvoer {
        titel: String::new(),
        tekst: " ".to_owned(),
        sleutels: vec!["bestaat.niet".to_owned()],
        van: "31-2-2026".to_owned(),
        ..invoer()
    };
    let fouten = parse(&fout).unwrap_err();
    let velden: Vec<_> = fouten.list().iter().map(|f| f.veld.as_str()).collect();
    assert_eq!(velden, ["titel", "tekst", "van", "sleutels"]);
    let mut omgekeerd = invoer();
    omgekeerd.tot = "1-1-2025".to_owned();
    assert_eq!(parse(&omgekeerd).unwrap_err().list()[0].veld, "tot");
    let mut leeg = invoer();
    (leeg.sleutels, leeg.waarden) = (Vec::new(), Vec::new());
    assert_eq!(parse(&leeg).unwrap_err().list()[0].veld, "sleutels");
}

#[test]
fn what_a_council_decides_goes_before_the_work_rule() {
    let versie = parse(&invoer()).unwrap();
    let dag = jiff::civil::date(2026, 6, 1);
    let now = moment("2026-06-01T10:00:00Z");
    let parameter = catalogus().find("iit.referteperiode").unwrap();
    let vergelijk = |beleid: &Beleid| match compare_gemeente(&versie, parameter, beleid, (dag, now))
    {
        Verhouding::NietsBesloten(wie) => format!("niets: {wie}"),
        Verhouding::Binnen(v) => format!("binnen {}", v.besluit.nummer),
        Verhouding::GaatNietVoor(v) => format!("gaat niet voor: {}", v.besluit.nummer),
        ander => format!("{ander:?}"),
    };
    assert_eq!(vergelijk(&Beleid::default()), "niets: de raad");
    assert_eq!(
        vergelijk(&beleid("2025-12-20T10:00:00Z")),
        "binnen 2026-140"
    );
    let later = beleid("2026-02-01T10:00:00Z");
    assert_eq!(vergelijk(&later), "gaat niet voor: 2026-140");
    let eigen = catalogus().find("betaling.inleverdag").unwrap();
    let verhouding = compare_gemeente(&versie, eigen, &later, (dag, now));
    assert_eq!(verhouding, Verhouding::EigenKeuze);
}
