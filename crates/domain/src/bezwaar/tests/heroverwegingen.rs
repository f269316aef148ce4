//! A new calculation: when it may be made, what is decided with it, by whom, and what the letter says.

use primitives::{Geld, HerzieningId};

use super::*;
use crate::aanvraag::{
    Afweegpunt, Afweging, Besluitsoort, Besluitvoorstel, Mandaat, Mandaatbesluit, Mandaatregister,
    Vervangtekst, VierOgen,
};
use crate::herziening::{Herzieningsuitkomst, Herzieningsvoorstel};

fn op_aanvraag(besluit: Besluitsoort, euro: i32) -> Besluitinhoud {
    Besluitinhoud::Aanvraag(Box::new(Besluitvoorstel {
        besluit,
        ingang: Some(dag("2026-01-05")),
        motivering: "Uw spaargeld telt niet mee.".to_owned(),
        afwegingen: Vec::new(),
        stappen: Vec::new(),
        bedrag: besluit
            .is_toekenning()
            .then(|| Geld::from_cents(euro * 100)),
        uitbetaling: None,
        ontheffing: None,
        met_plan: false,
        uitkeringswijze: None,
    }))
}

fn over_maanden(nabetaling: i32, terugvordering: i32) -> Besluitinhoud {
    let euro = |aantal: i32| Geld::from_cents(aantal * 100);
    Besluitinhoud::Herziening(Box::new(Herzieningsvoorstel {
        besluiten: Vec::new(),
        motivering: "U werkte niet.".to_owned(),
        afwegingen: Vec::new(),
        uitkomst: Herzieningsuitkomst {
            maanden: Vec::new(),
            nabetaling: euro(nabetaling),
            verrekening: Geld::NUL,
            terugvordering: euro(terugvordering),
            afgezien: Geld::NUL,
            jaren: Vec::new(),
            salderen: Geld::NUL,
            reservering: Geld::NUL,
        },
        bedrag: euro(nabetaling + terugvordering),
    }))
}

fn heroverweging(eerst: Besluitinhoud, nieuw: Besluitinhoud) -> Heroverweging {
    Heroverweging {
        heroverwogen_op: dag("2026-04-20"),
        eerst,
        nieuw,
        herziening: None,
    }
}

fn granted(euro: i32) -> Bezwaarhandeling {
    let eerst = op_aanvraag(Besluitsoort::Afwijzing, 0);
    let nieuw = op_aanvraag(Besluitsoort::Toekenning, euro);
    Bezwaarhandeling::Heroverwogen(Box::new(heroverweging(eerst, nieuw)))
}

fn decision(uitkomst: Bezwaaruitkomst, heroverweging: Option<u32>) -> Bezwaarbesluit {
    let Bezwaarhandeling::Besloten(besluit) = besloten("2026-05-01", uitkomst, None) else {
        panic!("a decision");
    };
    Bezwaarbesluit {
        heroverweging,
        in_plaats_daarvan: None,
        ..*besluit
    }
}

fn decide(bezwaar: &Bezwaar, wie: &str, besluit: Bezwaarbesluit) -> Option<String> {
    let handeling = Bezwaarhandeling::Besloten(Box::new(besluit));
    refusal(bezwaar.clone().apply(akte(wie, handeling)))
}

/// Calculated twice, by a: acts 2 and 3.
fn recalculated() -> Bezwaar {
    [granted(900), granted(1000)]
        .into_iter()
        .try_fold(objected("2026-03-02", false), |bezwaar, handeling| {
            bezwaar.apply(later(handeling))
        })
        .unwrap()
}

#[test]
fn the_last_one_counts_and_leaves_the_objection_as_it_stands() {
    let bezwaar = recalculated();
    assert_eq!(bezwaar.stand(), Bezwaarstand::InBehandeling);
    let (nummer, laatste) = bezwaar.find_heroverweging().unwrap();
    assert_eq!(nummer, 3);
    assert_eq!(laatste.nieuw.bedrag(), Some(Geld::from_cents(100_000)));
    assert_eq!(bezwaar.vervanging(), None, "nothing is decided yet");
    let tekst = serde_json::to_string(&granted(900)).unwrap();
    assert_eq!(
        serde_json::from_str::<Bezwaarhandeling>(&tekst).unwrap(),
        granted(900)
    );
    let klaar = bezwaar
        .apply(later(ingetrokken("2026-04-20")))
        .unwrap()
        .apply(later(granted(900)));
    assert!(refusal(klaar).unwrap().contains("ingetrokken"));
}

#[test]
fn it_is_about_the_decision_that_is_objected_to() {
    let zaak = |nummer| HerzieningId::new(id_at(begin_in_nederland(dag("2026-01-01")), nummer));
    let over_zaak = Bezwaarkop {
        bestreden: Bestreden {
            besluit: Bestredenbesluit::Herziening(zaak(7)),
            ..kop().bestreden
        },
        ..kop()
    };
    let aanvraag = || op_aanvraag(Besluitsoort::Toekenning, 900);
    let maanden = || over_maanden(0, 400);
    for (naam, kop, eerst, nieuw, herziening, goed) in [
        ("application", kop(), aanvraag(), aanvraag(), None, true),
        ("months", kop(), aanvraag(), maanden(), None, false),
        ("a review", kop(), aanvraag(), aanvraag(), Some(8), false),
        (
            "review",
            over_zaak.clone(),
            maanden(),
            maanden(),
            Some(8),
            true,
        ),
        (
            "itself",
            over_zaak.clone(),
            maanden(),
            maanden(),
            Some(7),
            false,
        ),
        ("none", over_zaak.clone(), maanden(), maanden(), None, false),
        (
            "an application",
            over_zaak,
            aanvraag(),
            maanden(),
            Some(8),
            false,
        ),
    ] {
        let begin = later(ontvangen("2026-03-02", false, inwoner()));
        let wat = Heroverweging {
            herziening: herziening.map(zaak),
            ..heroverweging(eerst, nieuw)
        };
        let akte = later(Bezwaarhandeling::Heroverwogen(Box::new(wat)));
        let gevonden = Bezwaar::try_new(kop, begin).unwrap().apply(akte);
        assert_eq!(gevonden.is_ok(), goed, "{naam}: {gevonden:?}");
    }
}

#[test]
fn only_an_objection_that_is_right_ends_with_the_last_one() {
    use Bezwaaruitkomst as U;
    let bezwaar = recalculated();
    let woorden = Bezwaarbesluit {
        in_plaats_daarvan: Some("Een andere reden.".to_owned()),
        ..decision(U::Gegrond, None)
    };
    for (naam, besluit, veld) in [
        ("the last", decision(U::Gegrond, Some(3)), None),
        ("words", woorden.clone(), None),
        (
            "both",
            Bezwaarbesluit {
                heroverweging: Some(3),
                ..woorden
            },
            None,
        ),
        (
            "neither",
            decision(U::Gegrond, None),
            Some("inPlaatsDaarvan"),
        ),
        (
            "an earlier one",
            decision(U::Gegrond, Some(2)),
            Some("nieuw"),
        ),
        ("no such act", decision(U::Gegrond, Some(9)), Some("nieuw")),
        (
            "not right",
            decision(U::Ongegrond, Some(3)),
            Some("inPlaatsDaarvan"),
        ),
        ("not right, without", decision(U::Ongegrond, None), None),
    ] {
        assert_eq!(decide(&bezwaar, "c", besluit).as_deref(), veld, "{naam}");
    }
    let eerst = op_aanvraag(Besluitsoort::Toekenning, 1000);
    let minder = heroverweging(eerst, op_aanvraag(Besluitsoort::Toekenning, 999));
    let slechter = bezwaar
        .clone()
        .apply(later(Bezwaarhandeling::Heroverwogen(Box::new(minder))))
        .unwrap();
    let veld = decide(&slechter, "c", decision(U::Gegrond, Some(4)));
    assert_eq!(veld.as_deref(), Some("nieuw"), "worse");
    let zonder = objected("2026-03-02", false);
    let veld = decide(&zonder, "c", decision(U::Gegrond, Some(1)));
    assert_eq!(veld.as_deref(), Some("nieuw"), "nothing was calculated");
}

#[test]
fn who_calculated_does_not_decide_where_the_register_asks_two() {
    let rij = |vier_ogen, vanaf: Option<i32>| Mandaat {
        regeling: Regeling::AlgemeneBijstand,
        besluit: Mandaatbesluit::Bezwaar,
        rol: Rol::Teamleider,
        vier_ogen,
        vier_ogen_vanaf: vanaf.map(|euro| Geld::from_cents(euro * 100)),
        van: dag("2026-01-01"),
        tot: None,
        bron: "voorbeeld".to_owned(),
    };
    let toekennen = |rol| Mandaat {
        besluit: Besluitsoort::Toekenning.into(),
        rol,
        ..rij(VierOgen::Altijd, None)
    };
    let afwijzen = Mandaat {
        besluit: Besluitsoort::Afwijzing.into(),
        ..toekennen(Rol::Teamleider)
    };
    let afgewogen = {
        let Besluitinhoud::Aanvraag(mut nieuw) = op_aanvraag(Besluitsoort::Toekenning, 900) else {
            panic!("on an application");
        };
        nieuw.afwegingen.push(Afweging {
            punt: Afweegpunt::Individualisering,
            keuze: "Anders.".to_owned(),
            reden: "Daarom.".to_owned(),
        });
        let eerst = op_aanvraag(Besluitsoort::Afwijzing, 0);
        let wat = heroverweging(eerst, Besluitinhoud::Aanvraag(nieuw));
        later(Bezwaarhandeling::Heroverwogen(Box::new(wat)))
    };
    let gewogen = objected("2026-03-02", false).apply(afgewogen).unwrap();
    let bezwaar = recalculated();
    let nooit = || rij(VierOgen::Nooit, None);
    for (naam, zaak, mandaat, ander, twee) in [
        ("always", &bezwaar, rij(VierOgen::Altijd, None), None, true),
        ("never", &bezwaar, nooit(), None, false),
        (
            "from 1.000",
            &bezwaar,
            rij(VierOgen::Nooit, Some(1000)),
            None,
            true,
        ),
        (
            "from 1.001",
            &bezwaar,
            rij(VierOgen::Nooit, Some(1001)),
            None,
            false,
        ),
        (
            "nothing weighed",
            &bezwaar,
            rij(VierOgen::BijAfweging, None),
            None,
            false,
        ),
        (
            "weighed",
            &gewogen,
            rij(VierOgen::BijAfweging, None),
            None,
            true,
        ),
        (
            "two grant",
            &bezwaar,
            nooit(),
            Some(toekennen(Rol::Teamleider)),
            true,
        ),
        (
            "two of another role",
            &bezwaar,
            nooit(),
            Some(toekennen(Rol::Consulent)),
            false,
        ),
        ("two refuse", &bezwaar, nooit(), Some(afwijzen), false),
    ] {
        let rijen = ander.into_iter().chain([mandaat.clone()]);
        let register = Mandaatregister::new(rijen.collect());
        let vier_ogen = zaak.needs_vier_ogen(&register, &mandaat, dag("2026-05-01"));
        assert_eq!(vier_ogen, twee, "{naam}");
        let (nummer, _) = zaak.find_heroverweging().unwrap();
        let besluit = Bezwaarbesluit {
            vier_ogen,
            ..decision(Bezwaaruitkomst::Gegrond, Some(nummer))
        };
        let zelf = decide(zaak, "a", besluit.clone());
        assert_eq!(zelf.as_deref(), twee.then_some("nieuw"), "{naam}");
        assert_eq!(decide(zaak, "c", besluit), None, "{naam}, another");
    }
    let zonder = objected("2026-03-02", false);
    let altijd = rij(VierOgen::Altijd, None);
    let register = Mandaatregister::new(vec![altijd.clone()]);
    assert!(!zonder.needs_vier_ogen(&register, &altijd, dag("2026-05-01")));
}

#[test]
fn worse_is_less_or_more_to_pay_back() {
    use Besluitsoort::{Afwijzing, Toekenning};
    let later_op = |euro, dag_van: &str| {
        let Besluitinhoud::Aanvraag(mut een) = op_aanvraag(Toekenning, euro) else {
            panic!("on an application");
        };
        een.ingang = Some(dag(dag_van));
        Besluitinhoud::Aanvraag(een)
    };
    for (eerst, nieuw, slechter) in [
        (
            op_aanvraag(Toekenning, 900),
            later_op(900, "2026-01-06"),
            true,
        ),
        (
            op_aanvraag(Toekenning, 900),
            later_op(900, "2026-01-04"),
            false,
        ),
        (op_aanvraag(Afwijzing, 0), op_aanvraag(Toekenning, 1), false),
        (
            op_aanvraag(Toekenning, 900),
            op_aanvraag(Toekenning, 900),
            false,
        ),
        (
            op_aanvraag(Toekenning, 900),
            op_aanvraag(Toekenning, 899),
            true,
        ),
        (
            op_aanvraag(Toekenning, 900),
            op_aanvraag(Afwijzing, 0),
            true,
        ),
        (over_maanden(0, 400), over_maanden(0, 399), false),
        (over_maanden(0, 400), over_maanden(0, 401), true),
        (over_maanden(100, 400), over_maanden(0, 300), false),
        (over_maanden(100, 400), over_maanden(99, 400), true),
    ] {
        let wat = heroverweging(eerst, nieuw);
        assert_eq!(wat.is_slechter(), slechter, "{wat:?}");
    }
}

#[test]
fn what_holds_is_what_was_decided_last() {
    let met = |bezwaar: Bezwaar, op: &str, met_berekening: bool| {
        let besluit = if met_berekening {
            decision(Bezwaaruitkomst::Gegrond, Some(3))
        } else {
            decision(Bezwaaruitkomst::Ongegrond, None)
        };
        let besluit = Bezwaarhandeling::Besloten(Box::new(besluit));
        let akte = Bezwaarakte {
            op: begin_in_nederland(dag(op)),
            ..akte("c", besluit)
        };
        bezwaar.apply(akte).unwrap()
    };
    let open = recalculated();
    let laat = met(recalculated(), "2027-02-02", true);
    let vroeg = met(recalculated(), "2027-01-01", true);
    let niet = met(recalculated(), "2027-03-03", false);
    for (bezwaren, verwacht) in [
        (vec![open.clone(), niet.clone()], None),
        (
            vec![laat.clone(), vroeg.clone(), niet, open],
            Some(laat.clone()),
        ),
        (vec![vroeg, laat.clone()], Some(laat)),
    ] {
        let gevonden =
            find_geldend(kop().bestreden.besluit, &bezwaren).map(|(bezwaar, _)| bezwaar.clone());
        assert_eq!(gevonden, verwacht);
    }
}

#[test]
fn the_letter_puts_the_new_text_with_its_rules_among_its_own() {
    let besluit = decision(Bezwaaruitkomst::Gegrond, Some(3));
    let besluit = Bezwaarhandeling::Besloten(Box::new(besluit));
    let bezwaar = recalculated().apply(akte("c", besluit)).unwrap();
    let tekst = Vervangtekst {
        alineas: vec!["U krijgt bijstand.".to_owned()],
        blokken: vec![crate::aanvraag::Briefblok {
            kop: crate::aanvraag::REGELKOP.to_owned(),
            alineas: Vec::new(),
            punten: vec!["Participatiewet art. 21".to_owned()],
        }],
    };
    let brief = render_brief(&bezwaar, Some(tekst), &brieven::gegevens()).unwrap();
    let find = |kop: &str| {
        let blokken: Vec<_> = brief
            .blokken
            .iter()
            .filter(|blok| blok.kop == kop)
            .collect();
        assert_eq!(blokken.len(), 1, "{kop} once");
        blokken[0]
    };
    let anders = find("Wat verandert er?");
    assert_eq!(anders.alineas, ["U krijgt bijstand."]);
    let regels = &find(crate::aanvraag::REGELKOP).punten;
    assert!(regels[0].contains("7:11"), "{regels:?}");
    assert_eq!(regels.last().unwrap(), "Participatiewet art. 21");
}
