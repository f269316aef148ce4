use primitives::{BesluitId, Kwartaal, Moment};
use rust_decimal::Decimal;

use super::*;
use crate::beleid::{Notatie, Orgaan, Persoon};
use crate::sturing::{Indicator, Klasse, PubliekCijfer, Uitkomst};

fn persoon(sub: &str) -> Persoon {
    Persoon {
        sub: sub.to_owned(),
        naam: sub.to_uppercase(),
    }
}

fn leeg() -> Opdracht {
    Opdracht::restore(2026, Vec::new()).unwrap()
}

fn kader() -> Kader {
    let besluit = BesluitId::parse("01890a5d-ac96-774b-bcce-b302099a8057").unwrap();
    Kader {
        verwijzing: Kaderverwijzing { besluit, kader: 2 },
        tekst: "stimuleren van de inclusieve arbeidsmarkt".to_owned(),
        orgaan: Orgaan::Raad,
        besluitnummer: "2018-077".to_owned(),
        vergaderdatum: jiff::civil::date(2018, 12, 13),
    }
}

fn typed(prestatie: &str) -> OnderdeelInvoer {
    OnderdeelInvoer {
        prestatie: prestatie.to_owned(),
        kaders: vec![kader().verwijzing.to_string()],
        ..OnderdeelInvoer::default()
    }
}

fn with_norm(kant: &str, norm: &str, marge: &str) -> OnderdeelInvoer {
    OnderdeelInvoer {
        indicator: "in-beeld".to_owned(),
        kant: kant.to_owned(),
        norm: norm.to_owned(),
        marge: marge.to_owned(),
        ..typed("iedereen in beeld")
    }
}

fn parse(opdracht: &Opdracht, onderdelen: Vec<OnderdeelInvoer>) -> Vec<Onderdeel> {
    OpdrachtInvoer { onderdelen }
        .parse(opdracht, &[kader()])
        .unwrap()
}

fn faults(onderdelen: Vec<OnderdeelInvoer>) -> Vec<(String, String)> {
    let fouten = OpdrachtInvoer { onderdelen }
        .parse(&leeg(), &[kader()])
        .unwrap_err();
    let paar = |fout: &primitives::Veldfout| (fout.veld.clone(), fout.melding.clone());
    fouten.list().iter().map(paar).collect()
}

/// Version 1 with two items, given.
fn given() -> Opdracht {
    let onderdelen = parse(&leeg(), vec![typed("eerste"), typed("tweede")]);
    leeg()
        .draft(onderdelen, persoon("a"), Moment::UNIX_EPOCH)
        .give(persoon("b"), Moment::UNIX_EPOCH)
        .unwrap()
}

fn plan(opdracht: &Opdracht, antwoorden: Vec<AntwoordInvoer>) -> Uitvoeringsplan {
    let akte = opdracht.verstrekt().unwrap();
    let antwoorden = PlanInvoer { antwoorden }
        .parse(akte, Notatie::Formulier)
        .unwrap();
    Uitvoeringsplan {
        jaar: 2026,
        nummer: 1,
        opdrachtversie: akte.versie,
        antwoorden,
        door: persoon("d"),
        op: Moment::UNIX_EPOCH,
    }
}

fn answer(onderdeel: u16, gereed: &str) -> AntwoordInvoer {
    AntwoordInvoer {
        onderdeel: onderdeel.to_string(),
        aanpak: "wij bellen iedereen".to_owned(),
        trekker: "team Werk".to_owned(),
        gereed: gereed.to_owned(),
    }
}

#[test]
fn who_wrote_a_version_does_not_give_it() {
    let onderdelen = parse(&leeg(), vec![typed("eerste")]);
    let op = Moment::UNIX_EPOCH;
    let concept =
        leeg()
            .draft(onderdelen.clone(), persoon("a"), op)
            .draft(onderdelen, persoon("b"), op);
    for sub in ["a", "b"] {
        let geweigerd = concept.clone().give(persoon(sub), op).unwrap_err();
        assert_eq!(geweigerd, OpdrachtGeweigerd::EigenConcept, "{sub}");
    }
    let verstrekt = concept.give(persoon("c"), op).unwrap();
    assert_eq!(verstrekt.verstrekt().unwrap().versie, 1);
    let nogmaals = verstrekt.give(persoon("d"), op);
    assert_eq!(nogmaals.unwrap_err(), OpdrachtGeweigerd::GeenConcept);
}

#[test]
fn a_change_of_what_was_given_is_the_next_version_and_nothing_is_lost() {
    let eerste = given();
    let mut invoer: Vec<_> = eerste.verstrekt().unwrap().onderdelen.iter().collect();
    invoer.remove(0);
    let mut invoer: Vec<_> = invoer
        .into_iter()
        .map(OnderdeelInvoer::from_onderdeel)
        .collect();
    invoer.push(typed("derde"));
    let onderdelen = parse(&eerste, invoer);
    let nummers: Vec<_> = onderdelen.iter().map(|o| o.nummer).collect();
    assert_eq!(nummers, [2, 3], "number 1 does not come back");
    let tweede = eerste.draft(onderdelen, persoon("b"), Moment::UNIX_EPOCH);
    assert_eq!(tweede.concept().unwrap().versie, 2);
    assert_eq!(tweede.verstrekt().unwrap().versie, 1);
    // Somebody who gave the first version may write the second, and the writer of the first gives it.
    let tweede = tweede.give(persoon("a"), Moment::UNIX_EPOCH).unwrap();
    assert_eq!(tweede.find_versie(1).unwrap().onderdelen.len(), 2);
    assert_eq!(tweede.verstrekt().unwrap().versie, 2);
    assert_eq!(tweede.next_onderdeel(), 4);
    // A reader without the drafts has the same assignment.
    let zonder = tweede.list_verstrekt().cloned().collect();
    let zonder = Opdracht::restore(2026, zonder).unwrap();
    assert_eq!(zonder.verstrekt(), tweede.verstrekt());
}

#[test]
fn every_fault_of_every_item_is_named_at_its_field() {
    let zonder_grond = OnderdeelInvoer {
        kaders: Vec::new(),
        ..typed("x")
    };
    let allebei = OnderdeelInvoer {
        zonder_kader: "reden".to_owned(),
        ..typed("x")
    };
    let vreemd = OnderdeelInvoer {
        kaders: vec!["01890a5d-ac96-774b-bcce-b302099a8057:9".to_owned()],
        nummer: "7".to_owned(),
        ..typed("")
    };
    let velden: Vec<_> = faults(vec![
        zonder_grond,
        OnderdeelInvoer::default(),
        allebei,
        vreemd,
        with_norm("", "veel", "-1"),
        with_norm("minstens", "95,55", ""),
    ])
    .into_iter()
    .map(|(veld, _)| veld)
    .collect();
    assert_eq!(
        velden,
        [
            "onderdelen.0.kaders",
            "onderdelen.2.zonderKader",
            "onderdelen.3.nummer",
            "onderdelen.3.prestatie",
            "onderdelen.3.kaders",
            "onderdelen.4.kant",
            "onderdelen.4.norm",
            "onderdelen.4.marge",
            "onderdelen.5.norm",
        ]
    );
    assert_eq!(faults(Vec::new())[0].0, "onderdelen.0.prestatie");
    let veel = vec![typed("x"); 51];
    assert!(faults(veel)[0].1.contains("ten hoogste 50"));
    let verdeling = OnderdeelInvoer {
        indicator: "trede-verdeling".to_owned(),
        ..with_norm("minstens", "1", "")
    };
    assert_eq!(faults(vec![verdeling])[0].0, "onderdelen.0.indicator");
}

#[test]
fn a_norm_is_met_within_its_tolerance_or_cannot_be_judged() {
    let norm = |kant, norm, marge| {
        let onderdelen = parse(&leeg(), vec![with_norm(kant, norm, marge)]);
        onderdelen[0].norm.unwrap()
    };
    let cijfer = |waarde: &str| {
        Some(Uitkomst::Bekend {
            waarde: waarde.parse().unwrap(),
            teller: Decimal::ONE,
            noemer: None,
        })
    };
    let minstens = norm("minstens", "95", "2,5");
    for (waarde, oordeel) in [
        ("95.0", Normoordeel::Gehaald),
        ("99.9", Normoordeel::Gehaald),
        ("94.9", Normoordeel::BinnenMarge),
        ("92.5", Normoordeel::BinnenMarge),
        ("92.4", Normoordeel::NietGehaald),
    ] {
        assert_eq!(minstens.judge(cijfer(waarde)), oordeel, "{waarde}");
    }
    let hoogstens = norm("hoogstens", "5", "");
    assert_eq!(hoogstens.judge(cijfer("5.0")), Normoordeel::Gehaald);
    assert_eq!(hoogstens.judge(cijfer("5.1")), Normoordeel::NietGehaald);
    for geen in [None, Some(Uitkomst::Onderdrukt), Some(Uitkomst::Ontbreekt)] {
        assert_eq!(hoogstens.judge(geen), Normoordeel::NietVastTeStellen);
    }
}

#[test]
fn what_a_form_shows_is_read_as_the_same_item() {
    let reden = OnderdeelInvoer {
        kaders: Vec::new(),
        zonder_kader: "wettelijke taak".to_owned(),
        ..typed("op tijd betalen")
    };
    let onderdelen = parse(&leeg(), vec![with_norm("minstens", "95,5", "0,5"), reden]);
    let opdracht = leeg().draft(onderdelen.clone(), persoon("a"), Moment::UNIX_EPOCH);
    let invoer = onderdelen.iter().map(OnderdeelInvoer::from_onderdeel);
    assert_eq!(parse(&opdracht, invoer.collect()), onderdelen);
}

#[test]
fn a_plan_shows_what_is_missing_and_what_was_written_anew() {
    let opdracht = given();
    let half = AntwoordInvoer {
        trekker: String::new(),
        ..answer(2, "")
    };
    let plan = plan(&opdracht, vec![answer(1, "1-10-2026"), half]);
    let [eerste, tweede] = opdracht.verstrekt().unwrap().onderdelen.as_slice() else {
        panic!("two items");
    };
    assert_eq!(plan.stand_of(&opdracht, eerste), Antwoordstand::Beantwoord);
    assert_eq!(
        plan.stand_of(&opdracht, tweede),
        Antwoordstand::Onvolledig(vec!["wie het doet", "wanneer het klaar is"])
    );
    let mut anders = opdracht.verstrekt().unwrap().onderdelen.clone();
    anders[0].prestatie = "eerste, en meer".to_owned();
    let herzien = opdracht
        .draft(anders, persoon("a"), Moment::UNIX_EPOCH)
        .give(persoon("b"), Moment::UNIX_EPOCH)
        .unwrap();
    let eerste = &herzien.verstrekt().unwrap().onderdelen[0];
    assert_eq!(plan.stand_of(&herzien, eerste), Antwoordstand::Herzien);
}

#[test]
fn an_answer_to_what_was_not_asked_is_refused_and_an_empty_one_falls_away() {
    let opdracht = given();
    let akte = opdracht.verstrekt().unwrap();
    let fout = PlanInvoer {
        antwoorden: vec![
            answer(9, ""),
            answer(1, "31-2-2026"),
            answer(2, ""),
            answer(2, ""),
        ],
    };
    let fouten = fout.parse(akte, Notatie::Formulier).unwrap_err();
    let velden: Vec<_> = fouten.list().iter().map(|f| f.veld.as_str()).collect();
    assert_eq!(
        velden,
        [
            "antwoorden.0.onderdeel",
            "antwoorden.1.gereed",
            "antwoorden.3.onderdeel"
        ]
    );
    let leeg = AntwoordInvoer {
        onderdeel: "1".to_owned(),
        ..AntwoordInvoer::default()
    };
    assert!(plan(&opdracht, vec![leeg]).antwoorden.is_empty());
}

#[test]
fn the_report_lays_state_and_figure_beside_the_item() {
    let onderdelen = parse(
        &leeg(),
        vec![with_norm("minstens", "95", ""), typed("tweede")],
    );
    let opdracht = leeg()
        .draft(onderdelen, persoon("a"), Moment::UNIX_EPOCH)
        .give(persoon("b"), Moment::UNIX_EPOCH)
        .unwrap();
    let kwartaal = Kwartaal::parse("2026-K2").unwrap();
    let melding = |kwartaal, onderdeel, stand| Standmelding {
        kwartaal,
        onderdeel,
        nummer: 1,
        stand,
        toelichting: "omdat".to_owned(),
        door: persoon("d"),
        op: Moment::UNIX_EPOCH,
    };
    let beeld = Opdrachtbeeld {
        plan: Some(plan(&opdracht, vec![answer(1, "1-10-2026")])),
        opdracht,
        standen: vec![
            melding(kwartaal, 1, Onderdeelstand::OpKoers),
            melding(kwartaal.plus(-1), 2, Onderdeelstand::Afgerond),
        ],
        kaders: vec![kader()],
    };
    let cijfer = PubliekCijfer {
        indicator: Indicator::InBeeld,
        versie: 1,
        klasse: Klasse::Totaal,
        uitkomst: Uitkomst::Onderdrukt,
    };
    let regels = beeld.list_regels(kwartaal, &[cijfer]);
    assert_eq!(regels[0].stand.as_ref().unwrap().0, Onderdeelstand::OpKoers);
    assert_eq!(
        regels[0].norm.unwrap().oordeel,
        Normoordeel::NietVastTeStellen
    );
    assert_eq!(
        regels[0].grond,
        ["stimuleren van de inclusieve arbeidsmarkt (kader 2 van raadsbesluit 2018-077)"]
    );
    assert_eq!(regels[1].stand, None);
    // What was finished in an earlier quarter waits for nothing; in that quarter itself the first one does.
    assert!(beeld.list_zonder_stand(kwartaal).is_empty());
    assert_eq!(beeld.list_zonder_stand(kwartaal.plus(-1)).len(), 1);
    let onderdelen = beeld.list_onderdelen();
    assert_eq!(onderdelen[0].antwoordstand, Antwoordstand::Beantwoord);
    assert_eq!(onderdelen[1].antwoordstand, Antwoordstand::Onbeantwoord);
}
