//! The view of a council and the answer to it: what is typed, and two people.

use super::*;
use proptest::prelude::*;

fn invoer(strekking: &str, punten: &[(&str, &str)]) -> ZienswijzeInvoer {
    let punt = |(onderwerp, tekst): &(&str, &str)| PuntInvoer {
        onderwerp: (*onderwerp).into(),
        tekst: (*tekst).into(),
    };
    ZienswijzeInvoer {
        strekking: strekking.into(),
        punten: punten.iter().map(punt).collect(),
    }
}

fn akte<T, B>(handeling: Ontwerphandeling<T, B>, wie: &str) -> Ontwerpakte<T, B> {
    Ontwerpakte {
        handeling,
        door: persoon(wie),
        op: moment("2026-05-01T10:00:00Z"),
    }
}

#[test]
fn points_keep_their_order_and_an_empty_one_falls_away() {
    let getypt = invoer(
        "punten",
        &[
            (" Werkplan ", " Neem een doel op.\r\nPer jaar. "),
            ("", " "),
            ("", "Toon in- en uitstroom."),
        ],
    );
    let tekst = getypt.parse().unwrap();
    assert_eq!(tekst.punten.len(), 2);
    assert_eq!(tekst.punten[0].onderwerp.as_deref(), Some("Werkplan"));
    assert_eq!(tekst.punten[0].tekst, "Neem een doel op.\nPer jaar.");
    assert_eq!(ZienswijzeInvoer::from(&tekst).parse(), Ok(tekst));
}

#[test]
fn what_the_council_says_and_its_points_agree() {
    for (getypt, verwacht) in [
        (invoer("", &[]), "strekking"),
        (invoer("punten", &[("", "")]), "punten.0.tekst"),
        (
            invoer("punten", &[("Alleen een onderwerp", "")]),
            "punten.0.tekst",
        ),
        (invoer("instemming", &[("", "Toch iets")]), "strekking"),
        (invoer("punten", &[("a", "b"); 51]), "strekking"),
    ] {
        assert_eq!(
            velden(&getypt.parse().unwrap_err()),
            [verwacht],
            "{getypt:?}"
        );
    }
    assert!(invoer("geen-zienswijze", &[]).parse().is_ok());
}

#[test]
fn the_decision_of_the_council_lies_between_sending_and_today() {
    let kop = ronde().kop;
    let parse = |strekking, nummer: &str, datum: &str| {
        let invoer = IndieningInvoer {
            nummer: nummer.into(),
            datum: datum.into(),
        };
        invoer.parse(strekking, &kop, Notatie::Formulier, date(2026, 6, 1))
    };
    let punten = Zienswijzestrekking::Punten;
    let besluit = parse(punten, "2026-31", "28-5-2026").unwrap().unwrap();
    assert_eq!(besluit.datum, date(2026, 5, 28));
    for (nummer, datum, verwacht) in [
        ("", "", vec!["nummer", "datum"]),
        ("1", "2-6-2026", vec!["datum"]),
        ("1", "31-3-2026", vec!["datum"]),
    ] {
        let fout = parse(punten, nummer, datum).unwrap_err();
        assert_eq!(velden(&fout), verwacht);
    }
    let geen = Zienswijzestrekking::GeenZienswijze;
    assert_eq!(parse(geen, "", ""), Ok(None));
    assert_eq!(velden(&parse(geen, "1", "").unwrap_err()), ["datum"]);
}

#[test]
fn who_writes_does_not_confirm_and_what_is_confirmed_stays() {
    let tekst = invoer("instemming", &[]).parse().unwrap();
    let zienswijze = Zienswijze::new(tekst.clone(), persoon("A"), moment("2026-05-01T09:00:00Z"));
    let gewijzigd = zienswijze
        .with(akte(Ontwerphandeling::Gewijzigd(tekst.clone()), "B"))
        .unwrap();
    assert_eq!(gewijzigd.versie(), 2);
    for schrijver in ["a", "b"] {
        assert_eq!(
            gewijzigd.check_bevestigen(schrijver),
            Err(Ontwerpgeweigerd::EigenTekst)
        );
    }
    let vast = gewijzigd
        .with(akte(Ontwerphandeling::Bevestigd(None), "C"))
        .unwrap();
    assert!(vast.bevestiging().is_some());
    assert_eq!(
        vast.clone()
            .with(akte(Ontwerphandeling::Gewijzigd(tekst), "D")),
        Err(Ontwerpgeweigerd::StaatVast)
    );
    assert_eq!(vast.check_bevestigen("d"), Err(Ontwerpgeweigerd::StaatVast));
}

#[test]
fn an_answer_may_grow_and_is_confirmed_when_it_is_whole() {
    let regel = |oordeel: &str, toelichting: &str| ReactieregelInvoer {
        oordeel: oordeel.into(),
        toelichting: toelichting.into(),
    };
    let half = AntwoordInvoer {
        reacties: vec![ReactieregelInvoer::default(), regel("overgenomen", "Ja.")],
    };
    let reacties = half.parse(2).unwrap();
    assert!(reacties[0].is_none() && reacties[1].is_some());
    let antwoord = Beantwoording::new(reacties, persoon("D"), moment("2026-06-01T09:00:00Z"));
    assert_eq!(
        antwoord.check_vaststellen("b"),
        Err(Ontwerpgeweigerd::NietVolledig)
    );
    let heel = AntwoordInvoer {
        reacties: vec![
            regel("niet-overgenomen", "Nee."),
            regel("overgenomen", "Ja."),
        ],
    };
    let heel = Ontwerphandeling::Gewijzigd(heel.parse(2).unwrap());
    let antwoord = antwoord.with(akte(heel, "D")).unwrap();
    assert_eq!(antwoord.check_vaststellen("b"), Ok(()));
    assert_eq!(
        antwoord.check_vaststellen("d"),
        Err(Ontwerpgeweigerd::EigenTekst)
    );
}

#[test]
fn every_fault_of_an_answer_stands_at_its_point() {
    let regel = |oordeel: &str, toelichting: &str| ReactieregelInvoer {
        oordeel: oordeel.into(),
        toelichting: toelichting.into(),
    };
    let fout = AntwoordInvoer {
        reacties: vec![regel("", "Waarom"), regel("misschien", "")],
    };
    assert_eq!(
        velden(&fout.parse(2).unwrap_err()),
        [
            "reacties.0.oordeel",
            "reacties.1.oordeel",
            "reacties.1.toelichting"
        ]
    );
    let leeg = AntwoordInvoer::default().parse(2).unwrap_err();
    assert_eq!(velden(&leeg), ["reacties.0.oordeel"]);
    let veel = AntwoordInvoer {
        reacties: vec![regel("overgenomen", "a"); 3],
    };
    assert_eq!(velden(&veel.parse(2).unwrap_err()), ["reacties.2.oordeel"]);
}

proptest! {
    /// Whatever people try in whatever order, one who wrote never confirmed, and nothing follows a confirmation.
    #[test]
    fn no_order_of_acts_lets_one_person_do_both(stappen in prop::collection::vec((0_u8..3, 0_u8..3), 0..12)) {
        let tekst = Zienswijzetekst { strekking: Zienswijzestrekking::Instemming, punten: Vec::new() };
        let mut zienswijze = Zienswijze::new(tekst.clone(), persoon("0"), moment("2026-05-01T09:00:00Z"));
        for (wat, wie) in stappen {
            let handeling = match wat {
                0 => Ontwerphandeling::Gewijzigd(tekst.clone()),
                1 => Ontwerphandeling::Bevestigd(None),
                _ => Ontwerphandeling::Opgesteld(tekst.clone()),
            };
            if let Ok(na) = zienswijze.clone().with(akte(handeling, &wie.to_string())) {
                zienswijze = na;
            }
        }
        let akten = zienswijze.akten();
        prop_assert_eq!(Zienswijze::restore(akten.to_vec()), Ok(zienswijze.clone()));
        for (plek, akte) in akten.iter().enumerate() {
            if akte.handeling.code() == "bevestigd" {
                prop_assert_eq!(plek + 1, akten.len());
                prop_assert!(akten[..plek].iter().all(|eerder| eerder.door.sub != akte.door.sub));
            }
        }
    }
}
