//! The income limit at which a scheme of the municipality stops is one: what more work costs (`armoedeval`) and the scheme
//! itself, asked as for an application, agree to the cent.

mod huishoudens;
mod proef;

use domain::recht::armoedeval::Armoedeval;
use primitives::{Geld, Percentage};
use proptest::prelude::*;
use proptest::sample::select;

use self::huishoudens::{Huishouden, huishoudens};
use self::proef::{Proef, beleid};

const CENT: Geld = Geld::from_cents(1);

const GRENZEN: [&str; 6] = ["95", "100", "105", "110", "122.5", "150"];

#[test]
fn a_cent_below_at_and_above_its_limit_a_scheme_gives_what_it_gives_to_who_works() {
    for grens in GRENZEN {
        let beleid = beleid(grens, &[]);
        for wie in huishoudens() {
            let proef = Proef::new(&wie, &beleid);
            let norm = proef.rekenaar(Geld::NUL).norm();
            let grens = norm.part(Percentage::parse(grens).unwrap());
            for inkomen in [Geld::NUL, norm, grens - CENT, grens, grens + CENT] {
                proef.compare(inkomen);
            }
        }
    }
}

#[test]
fn every_limit_that_stops_somebody_who_works_stops_his_application_too() {
    for grens in ["100", "110", "122.5"] {
        let beleid = beleid(grens, &[]);
        for wie in huishoudens() {
            let proef = Proef::new(&wie, &beleid);
            let rekenaar = proef.rekenaar(Geld::NUL);
            let val = Armoedeval::calculate(&rekenaar).unwrap();
            for klif in &val.kliffen {
                let (wel, niet) = (klif.tot, klif.tot + CENT);
                let at = |bruto| {
                    let punt = rekenaar.calculate(bruto).unwrap();
                    proef.scheme(klif.regeling, punt.netto + punt.bijstand)
                };
                assert_eq!(at(wel), Some(klif.verlies), "{} {klif:?}", wie.naam);
                assert_eq!(at(niet), Some(Geld::NUL), "{} {klif:?}", wie.naam);
            }
        }
    }
}

#[test]
fn tiers_above_the_limit_and_a_second_test_count_the_same() {
    let staffel = "tot 115: 50\ntot 120: 25\ndaarboven: 0";
    for (anders, procenten) in [
        (
            vec![
                ("iit.deels-boven-grens", "ja"),
                ("iit.deel.staffel", staffel),
            ],
            &["110", "115", "120"][..],
        ),
        (
            vec![("iit.inkomensgrens.peildatum", "105")],
            &["105", "110"],
        ),
        (
            vec![("iit.inkomensgrens.peildatum", "120")],
            &["110", "120"],
        ),
    ] {
        let beleid = beleid("110", &anders);
        for wie in huishoudens() {
            let proef = Proef::new(&wie, &beleid);
            let norm = proef.rekenaar(Geld::NUL).norm();
            for procent in procenten {
                let grens = norm.part(Percentage::parse(procent).unwrap());
                for inkomen in [grens - CENT, grens, grens + CENT] {
                    proef.compare(inkomen);
                }
            }
        }
    }
}

#[test]
fn what_was_not_decided_is_never_shown_as_an_amount() {
    for sleutel in [
        "iit.bedrag.gehuwden",
        "iit.referteperiode",
        "iit.inkomensgrens",
        "meedoen.vermogenstoets",
        "meedoen.bedrag.volwassene",
        "meedoen.bedrag.kind-tot-12",
        "meedoen.bedrag.kind-vanaf-12",
        "zorgverzekering.inkomensgrens",
        "zorgverzekering.bijdrage",
    ] {
        let beleid = beleid("120", &[(sleutel, "")]);
        for wie in huishoudens() {
            for (regeling, hier, zelf) in Proef::new(&wie, &beleid).list_beide(Geld::NUL) {
                // Without a limit of the toeslag nothing is shown, also not that somebody is too young for it.
                let is_te_jong = hier.is_none() && zelf == Some(Geld::NUL);
                assert!(
                    is_te_jong || hier == zelf,
                    "{regeling} without {sleutel}: {}",
                    wie.naam
                );
            }
        }
    }
}

#[test]
fn bijzondere_bijstand_counts_income_above_the_same_norm() {
    let zelfde = [
        ("bijzondere-bijstand.norm.kostendelers", "ja"),
        ("bijzondere-bijstand.norm.verlaging", "ja"),
    ];
    for grens in GRENZEN {
        let beleid = beleid(grens, &zelfde);
        let wie = huishoudens();
        // With a partner without a right bijzondere bijstand is not known, and nothing is weighed.
        let bekend = |wie: &&Huishouden| wie.situatie.partner().is_none_or(|p| p.heeft_recht);
        for wie in wie.iter().filter(bekend) {
            let proef = Proef::new(wie, &beleid);
            let norm = proef.rekenaar(Geld::NUL).norm();
            let grens = norm.part(Percentage::parse(grens).unwrap());
            assert_eq!(proef.draagkracht_vanaf(grens), None, "{}", wie.naam);
            let boven = proef.draagkracht_vanaf(grens + CENT);
            assert_eq!(boven, Some(grens), "{}", wie.naam);
        }
    }
}

#[test]
fn the_lowering_and_who_shares_costs_move_every_limit() {
    let beleid = beleid("110", &[]);
    let wie = huishoudens();
    let grenzen = |naam: &str| {
        let wie = wie.iter().find(|wie| wie.naam == naam).unwrap();
        let rekenaar = Proef::new(wie, &beleid).rekenaar(Geld::NUL);
        let grenzen: Vec<_> = rekenaar.regelingen().iter().map(|r| r.grens).collect();
        assert_eq!(grenzen.len(), 3, "{naam}");
        grenzen
    };
    let gewoon = grenzen("alleenstaande");
    for naam in [
        "kostendeler",
        "lagere woonkosten",
        "nachtopvang",
        "schoolverlater",
    ] {
        let lager = grenzen(naam);
        assert!(lager.iter().zip(&gewoon).all(|(l, g)| l < g), "{naam}");
    }
}

proptest! {
    /// Wherever the limit and the income lie.
    #[test]
    fn both_agree_at_any_income_and_limit(
        wie in select(huishoudens()),
        grens in 900_u32..1600,
        deel in 0_i64..2000,
        rond in -2_i32..=2,
    ) {
        let grens = format!("{}.{}", grens / 10, grens % 10);
        let beleid = beleid(&grens, &[]);
        let proef = Proef::new(&wie, &beleid);
        let norm = proef.rekenaar(Geld::NUL).norm();
        proef.compare(norm.fraction(deel, 1000));
        let bij = norm.part(Percentage::parse(&grens).unwrap()) + Geld::from_cents(rond);
        proef.compare(bij);
    }
}
