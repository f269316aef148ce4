//! A proposal about another scheme: its question, what must be weighed, what the letter says is given.

use primitives::{Geld, Percentage};
use rust_decimal::Decimal;

use super::brieven::feiten;
use super::*;
use crate::beleid::Beleid;
use crate::recht::bericht::{Antwoord, Vraag};
use crate::recht::regelingen::{
    Beschutfeiten, Bijzonderfeiten, Deelnemers, Kostenoordeel, Kostenpost, Leengrond,
    Loonkostenfeiten, Minimafeiten, Minimasoort, Premiefeiten, Premiesoort, Regelingsfeiten,
    Studiefeiten,
};

fn euros(bedrag: i32) -> Geld {
    Geld::from_cents(bedrag * 100)
}

fn post(bedrag: i32, maanden: Option<u32>, leengrond: Leengrond) -> Kostenpost {
    Kostenpost {
        soort: "Verhuizing".to_owned(),
        bedrag: euros(bedrag),
        maanden,
        oordeel: Kostenoordeel::Telt,
        leengrond: Some(leengrond),
        is_lening: leengrond != Leengrond::Geen,
    }
}

fn bijzonder(kosten: Vec<Kostenpost>, afwijking: Option<Geld>) -> Regelingsfeiten {
    Regelingsfeiten::BijzondereBijstand(Bijzonderfeiten {
        kosten,
        eerdere_kosten: Geld::NUL,
        inkomen: euros(1000),
        draagkracht_gebruikt: Geld::NUL,
        draagkracht_maanden: Some(12),
        draagkracht_begin: None,
        afwijking,
    })
}

fn minima(soort: Minimasoort) -> Regelingsfeiten {
    Regelingsfeiten::Minimaregeling(Minimafeiten {
        soort,
        inkomen: euros(1000),
        deelnemers: Deelnemers::GEEN_KINDEREN,
    })
}

fn studie() -> Regelingsfeiten {
    Regelingsfeiten::Studietoeslag(Studiefeiten {
        kan_niet_werken: true,
        heeft_studiefinanciering: true,
        heeft_wajong: false,
        stage: euros(100),
    })
}

fn loonkosten() -> Regelingsfeiten {
    Regelingsfeiten::Loonkostensubsidie(Loonkostenfeiten {
        is_doelgroep: true,
        begin: dag("2026-01-01"),
        uren: Decimal::new(325, 1),
        voltijd_uren: None,
        loonwaarde: Some(Percentage::from_whole(60)),
        is_sociale_werkvoorziening: false,
        heeft_andere_subsidie: false,
    })
}

fn premie() -> Regelingsfeiten {
    Regelingsfeiten::Premie(Premiefeiten {
        soort: Premiesoort::Uitstroom,
        is_akkoord_college: true,
        maanden_gewerkt: Some(6),
        maanden_bijstand: Some(14),
        eerder_dit_jaar: Geld::NUL,
        keer_eerder_dit_jaar: 0,
        is_doelgroep: false,
    })
}

fn beschut() -> Regelingsfeiten {
    Regelingsfeiten::BeschutWerk(Beschutfeiten {
        heeft_advies: true,
        is_alleen_beschut: true,
        plaatsen_minister: 10,
        gerealiseerd: 3,
    })
}

/// The facts and the answer without any decision of the municipality, by the way that a proposal goes.
fn answer(regeling: Regeling, van: Regelingsfeiten) -> (Rekenfeiten, Antwoord) {
    let feiten = Rekenfeiten {
        peildatum: dag("2026-03-02"),
        regeling: Some(van),
        ..feiten(&[], false)
    };
    let gemeente = primitives::GemeenteCode::parse("GM0294").unwrap();
    let json = feiten.question((gemeente, None), regeling, dag("1990-01-01"));
    let vraag = Vraag::parse(json.unwrap().as_bytes()).unwrap();
    let nu = "2026-03-02T11:00:00Z".parse().unwrap();
    let antwoord = vraag
        .with_geldend_beleid(&Beleid::default(), nu)
        .calculate();
    (feiten, antwoord)
}

#[test]
fn the_facts_of_every_scheme_reach_the_calculation() {
    use Regeling as R;
    for (regeling, feiten, uitkomst, deel) in [
        (
            R::BijzondereBijstand,
            bijzonder(vec![post(500, None, Leengrond::Geen)], None),
            "recht",
            "500,00",
        ),
        (
            R::BijzondereBijstand,
            bijzonder(vec![post(50, Some(6), Leengrond::Waarborgsom)], None),
            "recht",
            "6 maanden lang",
        ),
        (
            R::Minimaregeling,
            minima(Minimasoort::Meedoen),
            "onbepaald",
            "meedoen.inkomensgrens",
        ),
        (
            R::Minimaregeling,
            minima(Minimasoort::Zorgverzekering),
            "onbepaald",
            "zorgverzekering.inkomensgrens",
        ),
        (R::Studietoeslag, studie(), "recht", "385,14"),
        (R::Loonkostensubsidie, loonkosten(), "recht", "32,5"),
        (R::BeschutWerk, beschut(), "recht", "10 plaatsen"),
        (R::Premie, premie(), "onbepaald", "premie.uitstroom"),
    ] {
        let (_, antwoord) = answer(regeling, feiten);
        assert_eq!(
            antwoord.uitkomst, uitkomst,
            "{regeling:?}: {:?}",
            antwoord.reden
        );
        let tekst = format!("{:?} {:?}", antwoord.reden, antwoord.uitleg);
        assert!(tekst.contains(deel), "{regeling:?}: {deel} in {tekst}");
    }
}

fn propose(regeling: Regeling, feiten: Regelingsfeiten) -> Besluitvoorstel {
    let (feiten, antwoord) = answer(regeling, feiten);
    Besluitvoorstel::try_new(
        Besluitsoort::Toekenning,
        Some(&antwoord),
        Some(feiten.peildatum),
        "Daarom.".to_owned(),
        Vec::new(),
    )
    .unwrap()
    .with_uitkeringswijze(regeling, &feiten, &antwoord)
}

#[test]
fn the_letter_says_how_it_is_given_and_whether_it_must_be_paid_back() {
    let een = |leengrond| vec![post(500, None, leengrond)];
    for (regeling, feiten, zinnen) in [
        (
            Regeling::BijzondereBijstand,
            bijzonder(een(Leengrond::Geen), None),
            vec!["U krijgt één keer €\u{a0}500,00.", "Dit is een gift"],
        ),
        (
            Regeling::BijzondereBijstand,
            bijzonder(een(Leengrond::DuurzaamGebruiksgoed), None),
            vec!["Dit is een lening", "(Participatiewet art. 51 lid 1)."],
        ),
        (
            Regeling::BijzondereBijstand,
            bijzonder(vec![post(50, Some(6), Leengrond::Geen)], None),
            vec![
                "€\u{a0}50,00 per maand vanaf 2 maart 2026, 6 maanden lang. Samen is dat €\u{a0}300,00.",
            ],
        ),
        (
            Regeling::BijzondereBijstand,
            bijzonder(vec![post(50, Some(6), Leengrond::Geen)], Some(euros(120))),
            vec!["U krijgt één keer €\u{a0}120,00."],
        ),
        (
            Regeling::Studietoeslag,
            studie(),
            vec!["€\u{a0}385,14 per maand vanaf 2 maart 2026."],
        ),
        (
            Regeling::Loonkostensubsidie,
            loonkosten(),
            vec!["Uw werkgever krijgt"],
        ),
    ] {
        let voorstel = propose(regeling, feiten);
        let wijze = voorstel.uitkeringswijze.clone().unwrap();
        let tekst = wijze
            .sentences(voorstel.bedrag.unwrap(), " vanaf 2 maart 2026")
            .join(" ");
        for zin in zinnen {
            assert!(tekst.contains(zin), "{zin} in {tekst}");
        }
        let json = serde_json::to_string(&voorstel).unwrap();
        assert_eq!(
            serde_json::from_str::<Besluitvoorstel>(&json).unwrap(),
            voorstel
        );
    }
}

#[test]
fn another_amount_than_the_rules_give_must_be_weighed() {
    let kosten = || vec![post(500, None, Leengrond::Geen)];
    let gemeld = dag("2026-03-02");
    let met = propose(
        Regeling::BijzondereBijstand,
        bijzonder(kosten(), Some(euros(100))),
    );
    assert_eq!(
        met.open_afweegpunten(gemeld),
        [Afweegpunt::Individualisering]
    );
    let zonder = propose(Regeling::BijzondereBijstand, bijzonder(kosten(), None));
    assert!(zonder.open_afweegpunten(gemeld).is_empty());
    // Art. 36b is about students: nobody weighs the prospect of a better income there.
    let studie = propose(Regeling::Studietoeslag, studie());
    assert!(studie.open_afweegpunten(gemeld).is_empty());
}
