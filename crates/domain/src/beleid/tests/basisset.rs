//! A base from draft to published version, the reasons of who deviates, and who stands where.

use primitives::{BasissetId, GemeenteCode};
use proptest::prelude::*;

use super::*;
use crate::beleid::{
    BasisGeweigerd, BasisInvoer, Basisakte, Basisdeelnemer, Basishandeling, Basisset, Basissetkop,
    Basissetstand, Basistekst, Basisversie, BasiswaardeInvoer, Besluitgrondslag, Grondslag,
    GrondslagInvoer, Naleving, Persoon, RedenVanAfwijking, VoorstelInvoer, compare_basis,
};

fn nijkerk() -> GemeenteCode {
    GemeenteCode::parse("GM0267").unwrap()
}

fn basisinvoer(waarden: &[(&str, &str)]) -> BasisInvoer {
    let waarde = |(sleutel, waarde): &(&str, &str)| BasiswaardeInvoer {
        sleutel: (*sleutel).into(),
        waarde: (*waarde).into(),
        uitleg: "gangbaar".into(),
    };
    BasisInvoer {
        naam: "Samen".into(),
        vanaf: "1-1-2027".into(),
        leden: vec!["GM0294".into(), "GM0267".into()],
        waarden: waarden.iter().map(waarde).collect(),
        ..BasisInvoer::default()
    }
}

fn read(invoer: &BasisInvoer) -> Result<Basistekst, Vec<(String, String)>> {
    let gemeenten = [winterswijk(), nijkerk()];
    let gelezen = invoer.parse(winterswijk(), &gemeenten, Notatie::Formulier, &SystemIds);
    gelezen.map(|(_, tekst)| tekst).map_err(|fouten| {
        let paar = |f: &primitives::Veldfout| (f.veld.clone(), f.melding.clone());
        fouten.list().iter().map(paar).collect()
    })
}

fn tekst(waarden: &[(&str, &str)]) -> Basistekst {
    read(&basisinvoer(waarden)).unwrap()
}

fn akte(sub: &str, handeling: Basishandeling) -> Basisakte {
    Basisakte {
        handeling,
        door: Persoon {
            sub: sub.into(),
            naam: sub.to_uppercase(),
        },
        namens: winterswijk(),
        op: moment("2026-11-02"),
    }
}

fn set() -> Basisset {
    let kop = Basissetkop {
        id: BasissetId::new(id_at(Moment::UNIX_EPOCH, 1)),
        naam: "Samen".into(),
    };
    let eerste = tekst(&[("iit.referteperiode", "36")]);
    Basisset::try_new(kop, akte("a", Basishandeling::Opgesteld(eerste))).unwrap()
}

fn versie(nummer: u16, waarden: &[(&str, &str)]) -> Basisversie {
    Basisversie {
        basisset: BasissetId::new(id_at(Moment::UNIX_EPOCH, 1)),
        naam: "Samen".into(),
        versie: nummer,
        tekst: tekst(waarden),
        gepubliceerd_op: moment("2026-11-03"),
        gepubliceerd_door: "B".into(),
    }
}

#[test]
fn who_wrote_a_version_does_not_publish_it() {
    let set = set();
    assert_eq!(
        set.check_publiceren("a"),
        Err(BasisGeweigerd::ZelfdePersoon)
    );
    let een = set.with(akte("b", Basishandeling::Gepubliceerd)).unwrap();
    assert_eq!(
        (een.versie(), een.stand()),
        (1, Basissetstand::Gepubliceerd)
    );
    assert_eq!(een.last_publicatie().unwrap().versie, 1);
    assert_eq!(
        een.check_publiceren("c"),
        Err(BasisGeweigerd::AlGepubliceerd)
    );
    let nieuw = Basishandeling::Gewijzigd(tekst(&[("iit.referteperiode", "24")]));
    let twee = een.with(akte("b", nieuw)).unwrap();
    assert_eq!((twee.versie(), twee.stand()), (2, Basissetstand::Concept));
    assert_eq!(
        twee.check_publiceren("b"),
        Err(BasisGeweigerd::ZelfdePersoon)
    );
    assert_eq!(
        twee.check_publiceren("a"),
        Ok(()),
        "a wrote none of version 2"
    );
    assert!(twee.last_publicatie().is_none());
}

#[test]
fn only_members_work_on_a_base() {
    let elders = GemeenteCode::parse("GM9999").unwrap();
    let vreemd = Basisakte {
        namens: elders,
        ..akte("b", Basishandeling::Gepubliceerd)
    };
    assert_eq!(set().with(vreemd), Err(BasisGeweigerd::GeenLid));
}

#[test]
fn every_fault_of_a_base_is_told_at_its_field() {
    let mut invoer = basisinvoer(&[
        ("iit.referteperiode", "drie"),
        ("voorschot.percentage", "50"),
        ("maatregel.duur.derde", "3"),
        ("iit.kindtoeslag.eerste", "100"),
        ("iit.kindtoeslag.eerste", "200"),
        ("x", "1"),
    ]);
    invoer.leden = vec!["GM0294".into(), "GM9999".into()];
    let fouten = read(&invoer).unwrap_err();
    let velden: Vec<&str> = fouten.iter().map(|(veld, _)| veld.as_str()).collect();
    for veld in [
        "leden",
        "waarden.0.waarde",
        "waarden.1.waarde",
        "waarden.2.waarde",
        "waarden.4.sleutel",
        "waarden.5.sleutel",
    ] {
        assert!(velden.contains(&veld), "{veld}: {fouten:?}");
    }
}

#[test]
fn the_values_of_a_base_fit_each_other() {
    let fouten = read(&basisinvoer(&[
        ("maatregel.duur.eerste", "2"),
        ("maatregel.duur.herhaling", "1"),
    ]));
    let fouten = fouten.unwrap_err();
    let is_te_kort = |(veld, melding): &(String, String)| {
        veld == "waarden.1.waarde" && melding.contains("meer zijn dan")
    };
    assert!(fouten.iter().any(is_te_kort), "{fouten:?}");
    let fouten = read(&basisinvoer(&[("iit.bedrag.alleenstaande", "400")])).unwrap_err();
    assert_eq!(fouten.len(), 1, "an incomplete table is told once");
    assert!(fouten[0].1.contains("niet volledig"));
}

fn voorstel(waarden: &[(&str, &str)]) -> VoorstelInvoer {
    VoorstelInvoer {
        titel: "Toeslag".into(),
        inwerkingtreding: "1-1-2027".into(),
        waarden: invoer(waarden).waarden,
        ..VoorstelInvoer::default()
    }
}

fn grondslag(
    redenen: &[(&str, &str)],
    voorstel: &VoorstelInvoer,
    beleid: &Beleid,
) -> Result<Grondslag, Vec<String>> {
    let reden = |(sleutel, reden): &(&str, &str)| RedenVanAfwijking {
        sleutel: (*sleutel).into(),
        reden: (*reden).into(),
    };
    let basis = versie(
        1,
        &[
            ("iit.referteperiode", "36"),
            ("iit.kindtoeslag.eerste", "100"),
            ("voorschot.percentage", "100"),
        ],
    );
    let invoer = GrondslagInvoer {
        afwijkingen: redenen.iter().map(reden).collect(),
        ..GrondslagInvoer::default()
    };
    invoer
        .parse(&basis, Orgaan::Raad, voorstel, omgeving(beleid))
        .map_err(|fouten| fouten.list().iter().map(|f| f.veld.clone()).collect())
}

#[test]
fn what_deviates_or_is_left_out_needs_a_reason_and_what_holds_already_does_not() {
    let leeg = Beleid::default();
    let anders = voorstel(&[("iit.referteperiode", "12")]);
    let fouten = grondslag(&[], &anders, &leeg).unwrap_err();
    for sleutel in ["iit.kindtoeslag.eerste", "iit.referteperiode"] {
        assert!(
            fouten.contains(&format!("grondslag.{sleutel}")),
            "{fouten:?}"
        );
    }
    assert_eq!(fouten.len(), 2, "{fouten:?}");
    let redenen = [
        ("iit.referteperiode", "korter"),
        ("iit.kindtoeslag.eerste", "later"),
    ];
    let gelezen = grondslag(&redenen, &anders, &leeg).unwrap();
    assert_eq!(gelezen.afwijkingen.len(), 2);
    let geldt = Beleid::new(vec![vastgesteld(
        1,
        "iit.kindtoeslag.eerste",
        "100.00",
        ("2026-01-01", None),
        ("2025-12-01", "2025-12-05"),
    )]);
    let gelezen = grondslag(&redenen, &anders, &geldt).unwrap();
    assert_eq!(
        gelezen.afwijkingen.len(),
        1,
        "what holds already needs no decision"
    );
    let gelijk = voorstel(&[("iit.referteperiode", "36")]);
    assert!(
        grondslag(&[], &gelijk, &geldt)
            .unwrap()
            .afwijkingen
            .is_empty()
    );
}

/// A member with one value, decided on a version of the base or apart from it.
fn deelnemer(waarde: Option<&str>, op_versie: Option<u16>, reden: Option<&str>) -> Basisdeelnemer {
    let geldend = waarde.map(|waarde| {
        vastgesteld(
            1,
            "iit.referteperiode",
            waarde,
            ("2026-01-01", None),
            ("2025-12-01", "2025-12-05"),
        )
    });
    let grondslag = op_versie
        .zip(geldend.as_ref())
        .map(|(versie_, v)| Besluitgrondslag {
            besluit: v.besluit.id,
            grondslag: Grondslag {
                basisset: BasissetId::new(id_at(Moment::UNIX_EPOCH, 1)),
                naam: "Samen".into(),
                versie: versie_,
                afwijkingen: reden
                    .map(|reden| crate::beleid::Afwijking {
                        sleutel: Sleutel::parse("iit.referteperiode").unwrap(),
                        reden: reden.into(),
                    })
                    .into_iter()
                    .collect(),
            },
        });
    Basisdeelnemer {
        gemeente: winterswijk(),
        naam: "Winterswijk".into(),
        beleid: Beleid::new(geldend.into_iter().collect()),
        grondslagen: grondslag.into_iter().collect(),
    }
}

#[test]
fn a_new_version_changes_nothing_and_shows_who_holds_the_older_one() {
    let een = versie(1, &[("iit.referteperiode", "36")]);
    let twee = versie(2, &[("iit.referteperiode", "24")]);
    let deelnemers = [
        deelnemer(Some("24"), None, None),
        deelnemer(Some("36"), Some(1), None),
        deelnemer(Some("12"), Some(1), Some("korter")),
        deelnemer(Some("12"), None, None),
        deelnemer(None, None, None),
    ];
    let wanneer = (dag("2027-03-01"), Moment::MAX);
    let versies = [twee.clone(), een];
    let regels = compare_basis(&twee, &versies, &deelnemers, wanneer);
    let [regel] = regels.as_slice() else { panic!() };
    let soort = |n: &Naleving<'_>| match n {
        Naleving::Gelijk(_) => "gelijk".to_owned(),
        Naleving::OudereVersie { versie, .. } => format!("versie {versie}"),
        Naleving::Afwijkend { reden, .. } => reden.unwrap_or("").to_owned(),
        Naleving::EigenBesluit(_) => "eigen".to_owned(),
        Naleving::NietBesloten => "niets".to_owned(),
    };
    let soorten: Vec<_> = regel.nalevingen.iter().map(soort).collect();
    assert_eq!(soorten, ["gelijk", "versie 1", "korter", "eigen", "niets"]);
    assert_eq!(deelnemers[1].last_versie(&twee, Moment::MAX), Some(1));
    assert_eq!(deelnemers[0].last_versie(&twee, Moment::MAX), None);
    assert_eq!(
        deelnemers[1].last_versie(&twee, moment("2025-01-01")),
        None,
        "not yet known"
    );
}

proptest! {
    /// Whatever people try in whatever order: a version is published by somebody who wrote none of it, and the numbers
    /// of the versions count up by one.
    #[test]
    fn no_order_of_acts_lets_one_person_publish_alone(stappen in prop::collection::vec((0..3u8, any::<bool>()), 0..24)) {
        let mut set = set();
        let mut gepubliceerd = 0;
        let mut schrijvers = vec!["a"];
        for (wie, publiceert) in stappen {
            let sub = ["a", "b", "c"][usize::from(wie)];
            let handeling = if publiceert {
                Basishandeling::Gepubliceerd
            } else {
                Basishandeling::Gewijzigd(tekst(&[("iit.referteperiode", "24")]))
            };
            let was_concept = set.stand() == Basissetstand::Concept;
            let Ok(nieuw) = set.clone().with(akte(sub, handeling)) else {
                prop_assert!(publiceert && (!was_concept || schrijvers.contains(&sub)));
                continue;
            };
            if publiceert {
                gepubliceerd += 1;
                prop_assert!(!schrijvers.contains(&sub));
                prop_assert_eq!(nieuw.versie(), gepubliceerd);
                schrijvers.clear();
            } else {
                schrijvers.push(sub);
            }
            let opnieuw = Basisset::restore(nieuw.kop().clone(), nieuw.akten().to_vec()).unwrap();
            prop_assert_eq!(&opnieuw, &nieuw);
            set = nieuw;
        }
    }
}
