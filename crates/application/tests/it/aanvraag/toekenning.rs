//! Schemes beside algemene bijstand that are granted: what the rules give, another person decides, the letter tells it all.

use application::beleid::{
    RecordBekendmaking, RecordBesluit, Wijze, db_rol, record_bekendmaking, record_besluit,
};
use domain::aanvraag::Briefblok;
use domain::beleid::{
    BekendmakingInvoer, BesluitInvoer, Notatie, Orgaan, UitkomstInvoer, WaardeInvoer,
};
use domain::recht::regelingen::{
    Loonkostenfeiten, Premiefeiten, Premiesoort, Regelingsfeiten, Studiefeiten,
};
use primitives::Percentage;
use rust_decimal::Decimal;

use super::*;

const REGELINGEN: [Regeling; 3] = [
    Regeling::Studietoeslag,
    Regeling::Loonkostensubsidie,
    Regeling::Premie,
];

const TREDEN: &str = "tot 12: 500\ntot 24: 900\ndaarboven: 1.200";

/// Winterswijk where a teamleider decides about these schemes, always as a second person.
async fn arrange_regelingen() -> (TestDb, DossierId) {
    let (test, dossier) = arrange().await;
    let mandaat = |regeling: Regeling, besluit: Besluitsoort, rol| Mandaat {
        regeling,
        besluit: besluit.into(),
        rol,
        vier_ogen: VierOgen::Altijd,
        vier_ogen_vanaf: None,
        van: dag("2026-01-01"),
        tot: None,
        bron: "voorbeeld".to_owned(),
    };
    let mandaten: Vec<_> = REGELINGEN
        .into_iter()
        .flat_map(|regeling| {
            let soorten = [Besluitsoort::Toekenning, Besluitsoort::Afwijzing];
            soorten.map(|soort| mandaat(regeling, soort, Rol::Teamleider))
        })
        .collect();
    record_register(&test, &mandaten).await;
    (test, dossier)
}

/// The college sets the studietoeslag and the premium for who finds work.
async fn set_policy(test: &TestDb) {
    let waarde = |sleutel: &str, waarde: &str| WaardeInvoer {
        sleutel: sleutel.into(),
        waarde: waarde.into(),
        ..WaardeInvoer::default()
    };
    let invoer = BesluitInvoer {
        nummer: "2025-77".into(),
        titel: "Beleidsregels werk en studie 2026".into(),
        vergaderdatum: "11-12-2025".into(),
        inwerkingtreding: "1-7-2026".into(),
        uitkomst: UitkomstInvoer {
            beslissing: "conform-voorstel".into(),
            ..UitkomstInvoer::default()
        },
        waarden: vec![
            waarde("studietoeslag.21-en-ouder", "400"),
            waarde("premie.uitstroom", TREDEN),
        ],
        ..BesluitInvoer::default()
    };
    let opdracht = RecordBesluit {
        orgaan: Orgaan::College,
        invoer: &invoer,
        notatie: Notatie::Formulier,
        wijze: Wijze::Vastlegging,
    };
    let college = actor(Rol::College, winterswijk());
    let rol = db_rol(Orgaan::College);
    let besluit = test.db.in_tenant("test", winterswijk(), rol, async |tx| {
        record_besluit(tx, &college, nu(), &SystemIds, opdracht.clone()).await
    });
    let besluit = besluit.await.unwrap().kop().id;
    let invoer = BekendmakingInvoer {
        plaats: "cvdr".into(),
        nummer: "CVDR741634".into(),
        datum: "18-12-2025".into(),
        inwerkingtreding: String::new(),
    };
    let opdracht = RecordBekendmaking {
        besluit,
        invoer: &invoer,
        notatie: Notatie::Formulier,
    };
    let ander = collega(Rol::College, winterswijk());
    let bekend = test.db.in_tenant("test", winterswijk(), rol, async |tx| {
        record_bekendmaking(tx, &ander, nu(), opdracht.clone()).await
    });
    bekend.await.unwrap();
}

fn studie() -> Regelingsfeiten {
    Regelingsfeiten::Studietoeslag(Studiefeiten {
        kan_niet_werken: true,
        heeft_studiefinanciering: true,
        heeft_wajong: false,
        stage: Geld::NUL,
    })
}

fn loonkosten(loonwaarde: Option<u32>) -> Regelingsfeiten {
    Regelingsfeiten::Loonkostensubsidie(Loonkostenfeiten {
        is_doelgroep: true,
        begin: dag("2026-10-01"),
        uren: Decimal::from(32),
        voltijd_uren: None,
        loonwaarde: loonwaarde.map(Percentage::from_whole),
        is_sociale_werkvoorziening: false,
        heeft_andere_subsidie: false,
    })
}

fn premie(maanden_bijstand: u32, eerder: i32) -> Regelingsfeiten {
    Regelingsfeiten::Premie(Premiefeiten {
        soort: Premiesoort::Uitstroom,
        is_akkoord_college: true,
        maanden_gewerkt: None,
        maanden_bijstand: Some(maanden_bijstand),
        eerder_dit_jaar: Geld::from_cents(eerder * 100),
        keer_eerder_dit_jaar: u32::from(eerder > 0),
        is_doelgroep: false,
    })
}

async fn receive_for(test: &TestDb, dossier: DossierId, regeling: Regeling) -> Aanvraag {
    let opdracht = Ontvangstopdracht {
        dossier,
        regeling,
        ontvangen_op: dag("2026-11-02"),
        gemeld_op: dag("2026-11-02"),
        kanaal: Kanaal::Balie,
    };
    let ontvangen = in_tenant(test, async |tx: &mut TenantTx| {
        record_ontvangst(tx, &consulent(), nu(), &SystemIds, &opdracht).await
    });
    ontvangen.await.unwrap()
}

fn grant(aanvraag: &Aanvraag, van: Regelingsfeiten) -> Voorstelopdracht {
    Voorstelopdracht {
        motivering: "U voldoet aan de voorwaarden.".to_owned(),
        feiten: Some(Rekenfeiten {
            regeling: Some(van),
            ..facts(100_000)
        }),
        ..proposal(aanvraag, Besluitsoort::Toekenning, 0)
    }
}

/// From receipt to the letter that was made known.
async fn give(
    test: &TestDb,
    dossier: DossierId,
    regeling: Regeling,
    van: Regelingsfeiten,
) -> Brief {
    let ontvangen = receive_for(test, dossier, regeling).await;
    let opdracht = grant(&ontvangen, van);
    let voorgesteld = propose(test, &teamleider(), &opdracht).await.unwrap();
    let zelf = decide(test, &teamleider(), &voorgesteld).await.unwrap_err();
    let AanvraagError::Stand(reden) = zelf else {
        panic!("{zelf:?}")
    };
    assert_eq!(reden, AanvraagGeweigerd::EigenVoorstel, "{regeling:?}");
    let ander = collega(Rol::Teamleider, winterswijk());
    let besloten = decide(test, &ander, &voorgesteld).await.unwrap();
    assert!(besloten.find_besluit().unwrap().vier_ogen, "{regeling:?}");
    let bekend = Aanvraaghandeling::Bekendgemaakt {
        bekendgemaakt_op: dag("2026-11-21"),
        wijze: Bekendmaakwijze::Post,
    };
    let bekend = act(test, &consulent(), &besloten, bekend).await.unwrap();
    letter(test, &bekend).await.unwrap()
}

fn block<'a>(brief: &'a Brief, kop: &str) -> &'a Briefblok {
    let mut blokken = brief.blokken.iter();
    blokken.find(|blok| blok.kop == kop).unwrap()
}

#[tokio::test]
async fn what_is_granted_stands_in_the_letter_with_how_it_is_paid_and_by_which_rules() {
    let (test, dossier) = arrange_regelingen().await;
    set_policy(&test).await;
    let college = "Collegebesluit 2025-77 (GM0294)";
    for (regeling, feiten, titel, zin, regels) in [
        (
            Regeling::Studietoeslag,
            studie(),
            "U krijgt studietoeslag",
            "U krijgt €\u{a0}400,00 per maand vanaf 2 november 2026.",
            &["Participatiewet art. 36b", college][..],
        ),
        (
            // 40% of 2.337,00 and 8% is 1.009,58; with 23,5% of charges 1.246,83; 32 of 36 hours.
            Regeling::Loonkostensubsidie,
            loonkosten(Some(60)),
            "Uw werkgever krijgt loonkostensubsidie",
            "Uw werkgever krijgt €\u{a0}1.108,29 per maand vanaf 2 november 2026.",
            &["Participatiewet art. 10d"],
        ),
        (
            // The second tier: more than 12 and not more than 24 months.
            Regeling::Premie,
            premie(14, 0),
            "U krijgt een premie",
            "U krijgt één keer €\u{a0}900,00.",
            &["Participatiewet art. 31 lid 2 onder j", college],
        ),
    ] {
        let brief = give(&test, dossier, regeling, feiten).await;
        assert_eq!(brief.titel, titel);
        assert_eq!(brief.datum.as_deref(), Some("21 november 2026"));
        let besluit = block(&brief, "Ons besluit");
        assert!(besluit.alineas.iter().any(|a| a == zin), "{besluit:?}");
        let waarom = &block(&brief, "Waarom dit besluit?").alineas;
        assert_eq!(waarom, &["U voldoet aan de voorwaarden."]);
        let genoemd = &block(&brief, "Welke regels gebruikten wij?").punten;
        for regel in regels {
            let is_genoemd = genoemd.iter().any(|punt| punt.starts_with(regel));
            assert!(is_genoemd, "{regel} in {genoemd:?}");
        }
        let gerekend = &block(&brief, "Hoe hebben wij gerekend?").punten;
        assert!(!gerekend.is_empty(), "{regeling:?}");
        // The duties of algemene bijstand are not for who gets something else.
        let alles = format!("{:?}", brief.blokken);
        assert!(!alles.contains("Participatiewet art. 9)"), "{alles}");
        assert!(!alles.contains("Participatiewet art. 44"), "{alles}");
    }
    assert_eq!(count(&test, "beschikking").await, 3);
}

#[tokio::test]
async fn a_premium_fills_the_year_and_a_first_half_year_has_a_fixed_part() {
    let (test, dossier) = arrange_regelingen().await;
    set_policy(&test).await;
    for (regeling, feiten, zin) in [
        // 3.446,00 a year at most, of which 3.000,00 was paid.
        (
            Regeling::Premie,
            premie(30, 3000),
            "één keer €\u{a0}446,00.",
        ),
        // 50% of 2.523,96 is 1.261,98; with 23,5% 1.558,55; 32 of 36 hours.
        (
            Regeling::Loonkostensubsidie,
            loonkosten(None),
            "€\u{a0}1.385,38 per maand",
        ),
    ] {
        let brief = give(&test, dossier, regeling, feiten).await;
        let besluit = &block(&brief, "Ons besluit").alineas;
        assert!(besluit.iter().any(|a| a.contains(zin)), "{besluit:?}");
    }
}

#[tokio::test]
async fn nothing_is_granted_without_a_decision_of_the_college_or_facts_or_against_the_outcome() {
    let (test, dossier) = arrange_regelingen().await;
    let mut geschreven = 0;
    for (regeling, feiten) in [
        // The minimum of 1 July 2026 is not in the sources, and nothing was decided.
        (Regeling::Studietoeslag, Some(studie())),
        (Regeling::Premie, Some(premie(14, 0))),
        (Regeling::Loonkostensubsidie, Some(loonkosten(Some(100)))),
    ] {
        let ontvangen = receive_for(&test, dossier, regeling).await;
        geschreven += 1;
        let opdracht = grant(&ontvangen, feiten.clone().unwrap());
        let fout = propose(&test, &consulent(), &opdracht).await.unwrap_err();
        let AanvraagError::Invoer(fouten) = fout else {
            panic!("{fout:?}")
        };
        assert_eq!(fouten.list()[0].veld, "besluit", "{fouten}");
        let mut zonder = opdracht;
        zonder.feiten = Some(facts(0));
        assert!(propose(&test, &consulent(), &zonder).await.is_err());
    }
    assert_eq!(count(&test, "aanvraagakte").await, geschreven);
    assert_eq!(count(&test, "aanvraagberekening").await, 0);
}
