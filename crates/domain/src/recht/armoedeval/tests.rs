use jiff::civil::date;
use primitives::{Geld, Percentage};
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::*;
use crate::beleid::Geldend;
use crate::recht::regelingen::Minimabeleid;
use crate::recht::{
    IitBeleid, Kinderen, Leefsituatie, Leeftijd, Normfeiten, Onbepaald, Partner, Verblijf,
    Verlaging, Vrijlating, Woonkosten,
};

fn leeftijd(jaar: i16) -> Leeftijd {
    Leeftijd::op(date(jaar, 1, 1), date(2026, 3, 1)).unwrap()
}

fn vraag(geboren: i16, kinderen: Kinderen, vrijlating: Option<Vrijlating>) -> Werkvraag {
    let situatie =
        Leefsituatie::try_new(leeftijd(geboren), None, kinderen, 0, Verblijf::Woning).unwrap();
    Werkvraag {
        dag: date(2026, 3, 1),
        situatie,
        inkomsten: Vec::new(),
        kinderen: None,
        vermogen: None,
        verlaging: None,
        vrijlating,
        maanden_gebruikt: Some(0),
    }
}

fn alleen(vrijlating: Option<Vrijlating>) -> Werkvraag {
    vraag(1988, Kinderen::Geen, vrijlating)
}

fn given<T>(waarde: T) -> Geldend<T> {
    Geldend {
        waarde,
        besluit: Some("Raadsbesluit 2025-118 (GM0294)".to_owned()),
    }
}

fn euros(euros: i32) -> Geld {
    Geld::from_cents(euros * 100)
}

fn iit(grens: u32) -> Lokaalbeleid {
    Lokaalbeleid {
        iit: IitBeleid {
            bedrag_alleenstaande: Some(given(euros(480))),
            bedrag_alleenstaande_ouder: Some(given(euros(600))),
            bedrag_gehuwden: Some(given(euros(720))),
            referteperiode: Some(given(36)),
            inkomensgrens: Some(given(Percentage::from_whole(grens))),
            kindtoeslag_eerste: Some(given(Geld::NUL)),
            kindtoeslag_volgende: Some(given(Geld::NUL)),
            ..IitBeleid::default()
        },
        ..Lokaalbeleid::default()
    }
}

fn alles() -> Lokaalbeleid {
    Lokaalbeleid {
        meedoen: Minimabeleid {
            inkomensgrens: Some(given(Percentage::from_whole(120))),
            vermogenstoets: Some(given(false)),
            volwassene: Some(given(euros(240))),
            kind_tot_12: Some(given(euros(150))),
            kind_vanaf_12: Some(given(euros(210))),
            pakketten: None,
        },
        zorgverzekering: Minimabeleid {
            inkomensgrens: Some(given(Percentage::from_whole(130))),
            volwassene: Some(given(euros(25))),
            ..Minimabeleid::default()
        },
        ..iit(110)
    }
}

fn rekenaar(vraag: Werkvraag, beleid: &Lokaalbeleid) -> Werkrekenaar {
    Werkrekenaar::try_new(vraag, beleid).unwrap()
}

#[test]
fn where_the_council_tests_twice_the_lower_limit_stops_the_toeslag() {
    let grens = |op_dag: Option<u32>| {
        let mut beleid = iit(110);
        beleid.iit.inkomensgrens_peildatum =
            op_dag.map(|op_dag| given(Percentage::from_whole(op_dag)));
        beleid.iit.laagste_grens().unwrap().waarde
    };
    assert_eq!(grens(None), Percentage::from_whole(110));
    assert_eq!(grens(Some(120)), Percentage::from_whole(110));
    assert_eq!(grens(Some(105)), Percentage::from_whole(105));
}

#[test]
fn every_scheme_stops_at_its_limit_to_the_cent() {
    let cent = Geld::from_cents(1);
    for vrijlating in [None, Some(Vrijlating::N)] {
        let rekenaar = rekenaar(alleen(vrijlating), &alles());
        let val = Armoedeval::calculate(&rekenaar).unwrap();
        let kliffen: Vec<_> = val
            .kliffen
            .iter()
            .map(|k| (k.regeling, k.verlies))
            .collect();
        let verwacht = [("iit", 40), ("meedoen", 20), ("zorgverzekering", 25)];
        assert_eq!(
            kliffen,
            verwacht.map(|(naam, bedrag)| (naam, euros(bedrag)))
        );
        for (plek, (klif, regeling)) in val.kliffen.iter().zip(&val.regelingen).enumerate() {
            let wel = rekenaar.calculate(klif.tot).unwrap();
            let niet = rekenaar.calculate(klif.tot + cent).unwrap();
            assert_eq!(
                (wel.regelingen[plek], niet.regelingen[plek]),
                (klif.verlies, Geld::NUL)
            );
            assert!(
                niet.netto > regeling.grens && niet.bijstand.is_nul(),
                "{klif:?}"
            );
            // With the exemption bijstand goes on above 110 and 120%: the scheme ends with it.
            assert!(
                wel.netto <= regeling.grens || !wel.bijstand.is_nul(),
                "{klif:?}"
            );
            assert!(
                wel.besteedbaar - niet.besteedbaar >= klif.verlies - cent,
                "{klif:?}"
            );
        }
    }
}

#[test]
fn a_limit_at_the_norm_is_passed_where_bijstand_ends() {
    let rekenaar = rekenaar(alleen(None), &iit(100));
    let val = Armoedeval::calculate(&rekenaar).unwrap();
    let (einde, klif) = (val.bijstand_tot.unwrap(), val.kliffen[0].clone());
    // Without bijstand an income of exactly the norm is still low.
    assert!(
        klif.tot >= einde && klif.tot - einde <= euros(1),
        "{einde} {klif:?}"
    );
    let cent = Geld::from_cents(1);
    assert!(!rekenaar.calculate(einde).unwrap().bijstand.is_nul());
    assert!(rekenaar.calculate(einde + cent).unwrap().bijstand.is_nul());
}

#[test]
fn with_an_exemption_a_part_of_each_step_is_left() {
    let rekenaar = rekenaar(
        alleen(Some(Vrijlating::N)),
        &Lokaalbeleid {
            iit: iit(110).iit,
            ..Lokaalbeleid::default()
        },
    );
    let val = Armoedeval::calculate(&rekenaar).unwrap();
    // 100 gross is 100 net, of which 25% is exempt.
    assert_eq!(
        (val.stappen[0].over, val.stappen[0].druk),
        (euros(25), Decimal::new(750, 1))
    );
    let jong = vraag(2002, Kinderen::Geen, Some(Vrijlating::N));
    let jong = Armoedeval::calculate(&self::rekenaar(jong, &iit(110))).unwrap();
    assert_eq!(jong.stappen[0].druk, Decimal::ONE_HUNDRED, "art. 31 lid 5");
}

#[test]
fn what_is_not_known_is_said_and_not_counted() {
    let ouder = vraag(
        1988,
        Kinderen::TenLaste { jongste: Some(5) },
        Some(Vrijlating::N),
    );
    let val = Armoedeval::calculate(&rekenaar(ouder, &alles())).unwrap();
    assert_eq!(val.niet_bekend.len(), 1);
    assert!(val.niet_bekend[0].reden.contains("hoeveel kinderen"));
    let niets = rekenaar(alleen(None), &Lokaalbeleid::default());
    assert_eq!(
        niets.niet_bekend().len(),
        1,
        "the toeslag must be decided, the others need not be"
    );
    assert!(niets.regelingen().is_empty());
    let r_zonder_kind = vraag(
        1988,
        Kinderen::TenLaste { jongste: None },
        Some(Vrijlating::R),
    );
    let punt = rekenaar(r_zonder_kind, &iit(110)).calculate(euros(100));
    assert_eq!(punt, Err(Onbepaald::LeeftijdKindOnbekend));
    let mut later = alleen(None);
    later.dag = date(2027, 1, 1);
    assert!(matches!(
        Werkrekenaar::try_new(later, &iit(110)).unwrap_err(),
        Onbepaald::LoonheffingOnbekend(_) | Onbepaald::GeenNormen(_)
    ));
    let oud = vraag(1950, Kinderen::Geen, None);
    assert_eq!(
        Werkrekenaar::try_new(oud, &iit(110)).unwrap_err(),
        Onbepaald::LoonheffingPensioen
    );
}

#[test]
fn a_wage_is_explained_with_articles_and_decisions() {
    let rekenaar = rekenaar(alleen(Some(Vrijlating::N)), &alles());
    let (punt, antwoord) = rekenaar.explain(euros(600)).unwrap();
    assert_eq!(antwoord.bedrag, Some(punt.bijstand));
    let stappen: Vec<_> = antwoord.uitleg.iter().map(|stap| stap.stap).collect();
    assert_eq!(stappen.first(), Some(&"loon"));
    assert!(
        stappen.contains(&"vrijlating")
            && stappen.ends_with(&["iit", "meedoen", "zorgverzekering"])
    );
    let laatste = antwoord.uitleg.last().unwrap();
    assert_eq!(
        laatste.besluit.as_deref(),
        Some("Raadsbesluit 2025-118 (GM0294)")
    );
}

#[test]
fn children_count_where_they_are_told_and_hold_a_scheme_back_where_they_are_not() {
    let mut beleid = alles();
    beleid.iit.kindtoeslag_eerste = Some(given(euros(120)));
    beleid.iit.kindtoeslag_volgende = Some(given(euros(60)));
    let mut ouder = vraag(1988, Kinderen::TenLaste { jongste: Some(5) }, None);
    let onbekend = rekenaar(ouder.clone(), &beleid);
    let namen: Vec<_> = onbekend.niet_bekend().iter().map(|r| r.sleutel).collect();
    assert_eq!(namen, ["iit", "meedoen"]);
    ouder.kinderen = Some(Kindertelling {
        tot_12: 2,
        vanaf_12: 1,
    });
    let bedragen: Vec<_> = rekenaar(ouder, &beleid)
        .regelingen()
        .iter()
        .map(|r| r.bedrag.to_string())
        .collect();
    // (600 + 120 + 2 x 60) / 12, (240 + 2 x 150 + 210) / 12, and one insured person.
    assert_eq!(bedragen, ["70.00", "62.50", "25.00"]);
    let zonder = rekenaar(alleen(None), &beleid);
    assert_eq!(
        zonder.regelingen()[0].bedrag,
        euros(40),
        "nobody younger than 18"
    );
}

#[test]
fn the_lowering_of_the_college_counts_for_the_norm_and_for_every_limit() {
    let mut beleid = alles();
    beleid.bijstand.woonsituatie = Some(given(Percentage::from_whole(20)));
    let gewoon = rekenaar(alleen(None), &beleid);
    let mut lager = alleen(None);
    lager.situatie = lager.situatie.with_normfeiten(Normfeiten {
        woonkosten: Woonkosten::Lager,
        ..*lager.situatie.normfeiten()
    });
    let lager = rekenaar(lager, &beleid);
    assert!(
        lager.norm() < gewoon.norm(),
        "{} {}",
        lager.norm(),
        gewoon.norm()
    );
    assert_eq!(
        lager.regelingen()[0].grens,
        lager.norm().part(Percentage::from_whole(110))
    );
    let (punt, uitleg) = lager.explain(Geld::NUL).unwrap();
    assert_eq!(punt.bijstand, lager.norm());
    assert!(
        uitleg
            .uitleg
            .iter()
            .any(|stap| stap.besluit.is_some() && stap.grondslag.contains("27"))
    );
}

#[test]
fn a_part_above_the_limit_of_a_known_size_counts_and_ends_by_itself() {
    let mut beleid = iit(110);
    beleid.iit.deels_boven_grens = Some(given(true));
    let staffel = crate::beleid::Waarde::parse(
        crate::beleid::Soort::Staffel,
        "tot 115: 50\ntot 120: 25\ndaarboven: 0",
    );
    let Ok(crate::beleid::Waarde::Staffel(staffel)) = staffel else {
        panic!("tiers")
    };
    beleid.iit.deel_staffel = Some(given(staffel));
    let rekenaar = rekenaar(alleen(None), &beleid);
    let val = Armoedeval::calculate(&rekenaar).unwrap();
    let heel = val.regelingen[0].bedrag;
    let verlies: Vec<_> = val.kliffen.iter().map(|klif| klif.verlies).collect();
    assert_eq!(
        verlies,
        [
            heel.fraction(1, 2),
            heel.fraction(1, 4),
            heel.fraction(1, 4)
        ]
    );
    assert!(val.kliffen.iter().all(|klif| !klif.is_deels_daarboven));
    let cent = Geld::from_cents(1);
    for klif in &val.kliffen {
        let wel = rekenaar.calculate(klif.tot).unwrap().regelingen[0];
        let niet = rekenaar.calculate(klif.tot + cent).unwrap().regelingen[0];
        assert_eq!(wel - niet, klif.verlies, "{klif:?}");
    }
    let (_, uitleg) = rekenaar.explain(val.kliffen[1].tot).unwrap();
    assert!(uitleg.uitleg.last().unwrap().tekst.contains("een deel"));
}

#[test]
fn bijstand_and_its_exemption_are_among_the_ends() {
    let rekenaar = rekenaar(alleen(Some(Vrijlating::N)), &Lokaalbeleid::default());
    let val = Armoedeval::calculate(&rekenaar).unwrap();
    let einde = val.bijstandseinde.clone().unwrap();
    assert_eq!(Some(einde.tot), val.bijstand_tot);
    assert_eq!(
        einde.verlies,
        rekenaar.calculate(einde.tot).unwrap().bijstand
    );
    assert_eq!(einde.grondslag, "Participatiewet art. 19 lid 1 onder a");
    let vrij = val.vrijlatingseinde.unwrap();
    assert_eq!((vrij.vrijlating, vrij.maanden), ("n", Some(6)));
    assert_eq!(vrij.tot, val.bijstand_tot, "only bijstand exempts");
    assert!(vrij.grondslag.contains("onder n"), "{}", vrij.grondslag);
    // 25% of the wage up to the most of the law: without it as much less.
    let hoogste = val
        .punten
        .iter()
        .map(|punt| punt.vrijgelaten)
        .max()
        .unwrap();
    assert!(
        vrij.verlies <= hoogste && !vrij.verlies.is_nul(),
        "{vrij:?}"
    );
    let zonder = Armoedeval::calculate(
        &super::Werkrekenaar::try_new(alleen(None), &Lokaalbeleid::default()).unwrap(),
    );
    assert_eq!(zonder.unwrap().vrijlatingseinde, None);
}

#[test]
fn a_part_above_the_limit_is_said_and_not_counted() {
    let mut beleid = iit(110);
    beleid.iit.deels_boven_grens = Some(given(true));
    let rekenaar = rekenaar(alleen(None), &beleid);
    let val = Armoedeval::calculate(&rekenaar).unwrap();
    let [klif] = &val.kliffen[..] else {
        panic!("one")
    };
    assert!(klif.is_deels_daarboven);
    assert_eq!(klif.grondslag, "Participatiewet art. 36");
    assert!(klif.besluit.as_deref().unwrap().contains("2025-118"));
    let (_, uitleg) = rekenaar.explain(BRUTO_MAX).unwrap();
    assert!(
        uitleg
            .uitleg
            .last()
            .unwrap()
            .tekst
            .contains("daarboven nog een deel")
    );
}

fn huishoudens() -> impl Strategy<Value = Werkvraag> {
    let deel = (1965_i16..2007, 0_u8..3, 0_u16..4, any::<bool>(), 0_i32..400);
    deel.prop_map(|(jaar, kinderen, medebewoners, is_paar, verlaging)| {
        let kinderen = match kinderen {
            0 => Kinderen::Geen,
            1 => Kinderen::TenLaste { jongste: None },
            _ => Kinderen::TenLaste { jongste: Some(4) },
        };
        let partner = is_paar.then_some(Partner {
            leeftijd: Some(leeftijd(1990)),
            heeft_recht: true,
        });
        let situatie = Leefsituatie::try_new(
            leeftijd(jaar),
            partner,
            kinderen,
            medebewoners,
            Verblijf::Woning,
        );
        Werkvraag {
            situatie: situatie.unwrap(),
            verlaging: (verlaging > 200).then_some(Verlaging::Bedrag(euros(verlaging))),
            ..alleen(None)
        }
    })
}

proptest! {
    /// Without schemes and without an exemption everything that counts is lost until the norm is passed.
    #[test]
    fn outside_exemptions_the_pressure_is_all_of_it(vraag in huishoudens()) {
        let rekenaar = Werkrekenaar::try_new(vraag, &Lokaalbeleid::default()).unwrap();
        let val = Armoedeval::calculate(&rekenaar).unwrap();
        // A maatregel can leave a young person nothing to lose.
        let einde = val.bijstand_tot.unwrap_or(Geld::NUL);
        for stap in &val.stappen {
            if stap.tot <= einde {
                prop_assert_eq!((stap.over, stap.druk), (Geld::NUL, Decimal::ONE_HUNDRED));
            } else if stap.van > einde {
                prop_assert!(stap.over > Geld::NUL, "{stap:?}");
            }
        }
    }

    /// More wage gives less to spend only where a scheme stops in that step.
    #[test]
    fn only_an_end_makes_work_a_loss(vraag in huishoudens(), met_n in any::<bool>()) {
        let vraag = Werkvraag { vrijlating: met_n.then_some(Vrijlating::N), verlaging: None, ..vraag };
        let rekenaar = Werkrekenaar::try_new(vraag, &alles()).unwrap();
        let val = Armoedeval::calculate(&rekenaar).unwrap();
        for stap in val.dalingen() {
            let is_klif = |klif: &Klif| stap.van <= klif.tot && klif.tot < stap.tot;
            let is_einde = val.bijstand_tot.is_some_and(|tot| stap.van <= tot && tot < stap.tot);
            prop_assert!(val.kliffen.iter().any(is_klif) || is_einde, "{stap:?}");
        }
    }
}
