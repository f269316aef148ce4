//! A round of zienswijzen on a real database: two people on each side, who may read what, and what is finished when.

use application::beleid::zienswijze::{
    WijzigAntwoord, WijzigZienswijze, ZienswijzeError, find_zienswijze, load_rondebeeld,
    record_afronding, record_antwoord, record_indiening, record_ronde, record_ronde_ingetrokken,
    record_stuk, record_vaststelling, record_zienswijze,
};
use domain::beleid::Notatie;
use domain::beleid::zienswijze::{
    AntwoordInvoer, Beantwoording, EindeInvoer, IndieningInvoer, Ingediend, Ontwerpgeweigerd,
    PuntInvoer, ReactieregelInvoer, Ronde, RondeGeweigerd, RondeInvoer, Zienswijze,
    ZienswijzeInvoer,
};
use domain::bevoegdheid::{Actor, Geweigerd, Rol};
use persistence::audit::{Ketenstand, verify_keten};
use persistence::{DbRol, TenantTx};
use primitives::{GemeenteCode, Moment, SystemIds, ZienswijzerondeId};
use testkit::{TestDb, actor, collega, nijkerk, nu, winterswijk};

/// Runs one use case in a role of a municipality.
macro_rules! als {
    ($test:expr, $gemeente:expr, $rol:ident, |$tx:ident| $doe:expr) => {
        $test
            .db
            .in_tenant(
                "test",
                $gemeente,
                DbRol::$rol,
                async |$tx: &mut TenantTx| $doe.await,
            )
            .await
    };
}

mod overname;

fn directie() -> Actor {
    Actor::system("directie", Rol::Directie)
}

fn bestuur() -> Actor {
    Actor::system("bestuur", Rol::Bestuur)
}

fn griffie(gemeente: GemeenteCode) -> Actor {
    actor(Rol::Griffie, gemeente)
}

fn tweede(gemeente: GemeenteCode) -> Actor {
    collega(Rol::Griffie, gemeente)
}

/// After the last day for councils, 28 December 2026.
fn later() -> Moment {
    "2026-12-29T09:00:00Z".parse().unwrap()
}

fn nota() -> RondeInvoer {
    RondeInvoer {
        soort: "nota".into(),
        titel: "Nota samenwerking".into(),
        jaar: "2027".into(),
        verzonden_op: "2026-11-02".into(),
        uiterlijk: "2026-12-28".into(),
        bestuur_op: "2027-01-20".into(),
        ..RondeInvoer::default()
    }
}

fn punten(teksten: &[&str]) -> ZienswijzeInvoer {
    let punt = |tekst: &&str| PuntInvoer {
        onderwerp: String::new(),
        tekst: (*tekst).into(),
    };
    ZienswijzeInvoer {
        strekking: "punten".into(),
        punten: teksten.iter().map(punt).collect(),
    }
}

fn antwoorden(aantal: usize) -> AntwoordInvoer {
    let regel = ReactieregelInvoer {
        oordeel: "overgenomen".into(),
        toelichting: "Dat doen wij.".into(),
    };
    AntwoordInvoer {
        reacties: vec![regel; aantal],
    }
}

async fn open(test: &TestDb) -> Ronde {
    let (wie, invoer) = (directie(), nota());
    let uitkomst: Result<_, ZienswijzeError> = als!(test, winterswijk(), Uitvoering, |tx| {
        record_ronde(tx, &wie, nu(), &SystemIds, (&invoer, Notatie::Uitwisseling))
    });
    uitkomst.unwrap()
}

async fn write(
    test: &TestDb,
    gemeente: GemeenteCode,
    wie: &Actor,
    (ronde, versie): (ZienswijzerondeId, u32),
    invoer: &ZienswijzeInvoer,
) -> Result<Zienswijze, ZienswijzeError> {
    let opdracht = WijzigZienswijze {
        ronde,
        versie,
        invoer,
    };
    als!(test, gemeente, Raad, |tx| record_zienswijze(
        tx,
        wie,
        nu(),
        opdracht
    ))
}

async fn submit(
    test: &TestDb,
    gemeente: GemeenteCode,
    wie: &Actor,
    (ronde, versie): (ZienswijzerondeId, u32),
    now: Moment,
) -> Result<Ingediend, ZienswijzeError> {
    let invoer = IndieningInvoer {
        nummer: "2026-88".into(),
        datum: "2026-11-19".into(),
    };
    als!(test, gemeente, Raad, |tx| record_indiening(
        tx,
        wie,
        now,
        (ronde, versie),
        (&invoer, Notatie::Uitwisseling)
    ))
}

async fn answer(
    test: &TestDb,
    gemeente: GemeenteCode,
    wie: &Actor,
    (ronde, versie): (ZienswijzerondeId, u32),
    invoer: &AntwoordInvoer,
) -> Result<Beantwoording, ZienswijzeError> {
    let opdracht = WijzigAntwoord {
        ronde,
        versie,
        invoer,
    };
    als!(test, gemeente, Uitvoering, |tx| record_antwoord(
        tx,
        wie,
        nu(),
        opdracht
    ))
}

#[tokio::test(flavor = "multi_thread")]
async fn from_an_open_round_over_views_and_answers_to_the_list_of_decisions() {
    let test = TestDb::new().await;
    let id = open(&test).await.kop.id;
    let (w, n) = (winterswijk(), nijkerk());
    write(&test, w, &griffie(w), (id, 0), &punten(&["Een.", "Twee."]))
        .await
        .unwrap();
    submit(&test, w, &tweede(w), (id, 1), nu()).await.unwrap();
    let instemming = ZienswijzeInvoer {
        strekking: "instemming".into(),
        punten: Vec::new(),
    };
    write(&test, n, &griffie(n), (id, 0), &instemming)
        .await
        .unwrap();
    submit(&test, n, &tweede(n), (id, 1), nu()).await.unwrap();

    // Every member reads what the others brought in, and the answer once it is confirmed.
    answer(&test, w, &directie(), (id, 0), &antwoorden(2))
        .await
        .unwrap();
    let lezer = actor(Rol::Opdrachtgever, n);
    let beeld: Result<_, ZienswijzeError> =
        als!(test, n, Opdrachtgever, |tx| load_rondebeeld(tx, &lezer, id));
    let beeld = beeld.unwrap();
    assert_eq!(beeld.telling(), (2, 2));
    assert_eq!(beeld.find_ingediend(w).unwrap().tekst.punten.len(), 2);
    assert!(beeld.find_antwoord(w).is_none(), "a draft");

    let einde = EindeInvoer {
        tekst: "Vastgesteld op 20 januari 2027.".into(),
    };
    let te_vroeg = als!(test, w, Uitvoering, |tx| record_afronding(
        tx,
        &bestuur(),
        nu(),
        id,
        &einde
    ));
    assert!(matches!(
        te_vroeg,
        Err(ZienswijzeError::Ronde(RondeGeweigerd::NietBeantwoord(namen))) if namen == "Winterswijk"
    ));
    let vast: Result<_, ZienswijzeError> = als!(test, w, Uitvoering, |tx| record_vaststelling(
        tx,
        &bestuur(),
        nu(),
        &SystemIds,
        (id, 1)
    ));
    assert_eq!(vast.unwrap().reacties.len(), 2);
    let af: Result<_, ZienswijzeError> = als!(test, w, Uitvoering, |tx| record_afronding(
        tx,
        &bestuur(),
        nu(),
        id,
        &einde
    ));
    assert_eq!(af.unwrap().stand.code(), "afgerond");
    for gemeente in [w, n] {
        let mut conn = test.owner_of(gemeente).await;
        let stand = verify_keten(&mut conn).await.unwrap();
        assert!(matches!(stand, Ketenstand::Heel { .. }), "{stand:?}");
    }
    let rijen = test.audit_rows(w, "zienswijze%").await;
    assert_eq!(
        rijen,
        [
            "systeem:directie | Nota samenwerking",
            "test-griffie | opgesteld",
            "test-griffie-2 | bevestigd",
            "systeem:bestuur | Nota samenwerking",
        ]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn who_writes_does_not_confirm_on_either_side() {
    let test = TestDb::new().await;
    let id = open(&test).await.kop.id;
    let w = winterswijk();
    write(&test, w, &griffie(w), (id, 0), &punten(&["Een."]))
        .await
        .unwrap();
    let zelf = submit(&test, w, &griffie(w), (id, 1), nu()).await;
    assert!(matches!(
        zelf,
        Err(ZienswijzeError::Ontwerp(Ontwerpgeweigerd::EigenTekst))
    ));
    submit(&test, w, &tweede(w), (id, 1), nu()).await.unwrap();
    let nog_eens = write(&test, w, &griffie(w), (id, 1), &punten(&["Anders."])).await;
    assert!(matches!(
        nog_eens,
        Err(ZienswijzeError::Ontwerp(Ontwerpgeweigerd::StaatVast))
    ));
    answer(&test, w, &bestuur(), (id, 0), &antwoorden(1))
        .await
        .unwrap();
    let zelf = als!(test, w, Uitvoering, |tx| record_vaststelling(
        tx,
        &bestuur(),
        nu(),
        &SystemIds,
        (id, 1)
    ));
    assert!(matches!(
        zelf,
        Err(ZienswijzeError::Ontwerp(Ontwerpgeweigerd::EigenTekst))
    ));
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_clerks_at_once_the_second_hears_so_and_nothing_is_overwritten() {
    let test = TestDb::new().await;
    let id = open(&test).await.kop.id;
    let w = winterswijk();
    let (een, twee) = (griffie(w), tweede(w));
    let (eerste, laatste) = (punten(&["Van de een."]), punten(&["Van de ander."]));
    let (a, b) = tokio::join!(
        write(&test, w, &een, (id, 0), &eerste),
        write(&test, w, &twee, (id, 0), &laatste),
    );
    let gelukt = [a.is_ok(), b.is_ok()];
    assert_eq!(gelukt.iter().filter(|ja| **ja).count(), 1, "{gelukt:?}");
    let fout = a.err().or(b.err()).unwrap();
    assert!(matches!(
        fout,
        ZienswijzeError::Tegelijk | ZienswijzeError::ZienswijzeVerouderd(_)
    ));
    let later = write(&test, w, &een, (id, 0), &eerste).await;
    assert!(matches!(
        later,
        Err(ZienswijzeError::ZienswijzeVerouderd(nu)) if nu.versie() == 1
    ));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_view_after_the_last_day_is_late_and_counts() {
    let test = TestDb::new().await;
    let ronde = open(&test).await;
    let (id, w) = (ronde.kop.id, winterswijk());
    let einde = EindeInvoer {
        tekst: "Vastgesteld.".into(),
    };
    let te_vroeg = als!(test, w, Uitvoering, |tx| record_afronding(
        tx,
        &bestuur(),
        nu(),
        id,
        &einde
    ));
    assert!(matches!(
        te_vroeg,
        Err(ZienswijzeError::Ronde(RondeGeweigerd::TermijnLoopt { .. }))
    ));
    let af: Result<_, ZienswijzeError> = als!(test, w, Uitvoering, |tx| record_afronding(
        tx,
        &bestuur(),
        later(),
        id,
        &einde
    ));
    af.unwrap();
    write(&test, w, &griffie(w), (id, 0), &punten(&["Toch nog."]))
        .await
        .unwrap();
    let ingediend = submit(&test, w, &tweede(w), (id, 1), later())
        .await
        .unwrap();
    assert!(ronde.kop.is_te_laat(ingediend.op));
    // The board still answers.
    answer(&test, w, &directie(), (id, 0), &antwoorden(1))
        .await
        .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn each_role_keeps_to_its_own_and_a_draft_stays_inside() {
    let test = TestDb::new().await;
    let id = open(&test).await.kop.id;
    let (w, n) = (winterswijk(), nijkerk());
    write(&test, w, &griffie(w), (id, 0), &punten(&["Een."]))
        .await
        .unwrap();
    // A clerk of another council is nobody here, and sees nothing of the draft in the own schema.
    let vreemd = write(&test, w, &griffie(n), (id, 1), &punten(&["Van Nijkerk."])).await;
    assert!(matches!(
        vreemd,
        Err(ZienswijzeError::Geweigerd(Geweigerd::GeenRol(_)))
    ));
    let elders: Result<_, ZienswijzeError> =
        als!(test, n, Raad, |tx| find_zienswijze(tx, &griffie(n), id));
    assert_eq!(elders.unwrap(), None);
    for rol in [Rol::Opdrachtgever, Rol::College, Rol::Directie] {
        let uitkomst = write(&test, w, &actor(rol, w), (id, 1), &punten(&["Nee."])).await;
        assert!(
            matches!(
                uitkomst,
                Err(ZienswijzeError::Geweigerd(Geweigerd::RolSchietTekort(_)))
            ),
            "{rol:?}"
        );
    }
    // Nothing to answer before the view is brought in, and management does not confirm.
    let te_vroeg = answer(&test, w, &directie(), (id, 0), &antwoorden(1)).await;
    assert!(matches!(te_vroeg, Err(ZienswijzeError::Onbekend)));
    submit(&test, w, &tweede(w), (id, 1), nu()).await.unwrap();
    answer(&test, w, &directie(), (id, 0), &antwoorden(1))
        .await
        .unwrap();
    for wie in [directie(), griffie(w), actor(Rol::Opdrachtgever, w)] {
        let uitkomst = als!(test, w, Uitvoering, |tx| record_vaststelling(
            tx,
            &wie,
            nu(),
            &SystemIds,
            (id, 1)
        ));
        assert!(matches!(uitkomst, Err(ZienswijzeError::Geweigerd(_))));
    }
    let griffie_opent = als!(test, w, Uitvoering, |tx| record_ronde(
        tx,
        &griffie(w),
        nu(),
        &SystemIds,
        (&nota(), Notatie::Uitwisseling)
    ));
    assert!(matches!(griffie_opent, Err(ZienswijzeError::Geweigerd(_))));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_that_breaks_a_term_leaves_nothing_and_one_that_was_taken_back_takes_nothing() {
    let test = TestDb::new().await;
    let w = winterswijk();
    let kort = RondeInvoer {
        soort: "begrotingswijziging".into(),
        uiterlijk: "2026-12-01".into(),
        bestuur_op: "2026-12-02".into(),
        ..nota()
    };
    let geweigerd = als!(test, w, Uitvoering, |tx| record_ronde(
        tx,
        &directie(),
        nu(),
        &SystemIds,
        (&kort, Notatie::Uitwisseling)
    ));
    assert!(matches!(
        geweigerd,
        Err(ZienswijzeError::Invoer(fouten)) if fouten.list().len() == 2
    ));
    assert!(test.audit_rows(w, "zienswijzeronde%").await.is_empty());

    let id = open(&test).await.kop.id;
    let pdf: &[u8] = b"%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n";
    for (naam, inhoud, mag) in [
        ("nota.pdf", pdf, true),
        ("x.pdf", b"<html>".as_slice(), false),
    ] {
        let stuk = als!(test, w, Uitvoering, |tx| record_stuk(
            tx,
            &directie(),
            nu(),
            &SystemIds,
            (id, naam, inhoud)
        ));
        assert_eq!(stuk.is_ok(), mag, "{naam}");
    }
    let reden = EindeInvoer {
        tekst: "Verkeerd stuk.".into(),
    };
    let weg: Result<_, ZienswijzeError> = als!(test, w, Uitvoering, |tx| record_ronde_ingetrokken(
        tx,
        &bestuur(),
        nu(),
        id,
        &reden
    ));
    weg.unwrap();
    let te_laat = write(&test, w, &griffie(w), (id, 0), &punten(&["Een."])).await;
    assert!(matches!(
        te_laat,
        Err(ZienswijzeError::Ronde(RondeGeweigerd::Voorbij(
            "ingetrokken"
        )))
    ));
}
