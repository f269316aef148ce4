//! An assignment from frame to quarterly report on a real database: two people, collisions, who reads what.

use application::beleid::{RecordBesluit, Wijze, record_besluit};
use application::opdracht::{
    Conceptopdracht, OpdrachtError, Planopdracht, Standopdracht, leesrol, load_opdrachtbeeld,
    record_concept, record_plan, record_standen, record_verstrekking, schrijfrol,
};
use application::sturing::{
    Aanleiding, Sluitopdracht, close_kwartaal, load_kwartaal, load_rapport,
};
use domain::beleid::{BesluitInvoer, Notatie, Orgaan, UitkomstInvoer};
use domain::bevoegdheid::{Actor, Geweigerd, Rol};
use domain::opdracht::{
    AntwoordInvoer, Antwoordstand, Normoordeel, OnderdeelInvoer, Onderdeelstand, Opdracht,
    OpdrachtGeweigerd, OpdrachtInvoer, Opdrachtbeeld, PlanInvoer, StandInvoer, Standmelding,
    Uitvoeringsplan,
};
use persistence::audit::{Ketenstand, verify_keten};
use persistence::{DbRol, TenantTx};
use primitives::{BesluitId, Kwartaal, Maand, Moment, SystemIds};
use testkit::{TestDb, actor, collega, fill_bestand, nijkerk, nu, winterswijk};

fn with(rol: Rol) -> Actor {
    actor(rol, winterswijk())
}

fn kwartaal() -> Kwartaal {
    Kwartaal::parse("2026-K3").unwrap()
}

/// A decision of the council with two frames.
async fn decide_kaders(test: &TestDb) -> BesluitId {
    let invoer = BesluitInvoer {
        nummer: "2026-012".into(),
        titel: "Visie op werk".into(),
        vergaderdatum: "11-12-2025".into(),
        inwerkingtreding: "1-1-2026".into(),
        kaders: vec!["iedereen in beeld".into(), "duurzame plaatsing".into()],
        uitkomst: UitkomstInvoer {
            beslissing: "conform-voorstel".into(),
            ..UitkomstInvoer::default()
        },
        ..BesluitInvoer::default()
    };
    let opdracht = RecordBesluit {
        orgaan: Orgaan::Raad,
        invoer: &invoer,
        notatie: Notatie::Formulier,
        wijze: Wijze::Vastlegging,
    };
    let griffie = with(Rol::Griffie);
    let besluit = test
        .db
        .in_tenant(
            "test",
            winterswijk(),
            DbRol::Raad,
            async |tx: &mut TenantTx| {
                record_besluit(tx, &griffie, nu(), &SystemIds, opdracht.clone()).await
            },
        )
        .await
        .unwrap();
    besluit.kop().id
}

fn items(besluit: BesluitId) -> OpdrachtInvoer {
    let eerste = OnderdeelInvoer {
        prestatie: "95% van de inwoners is in beeld".into(),
        kaders: vec![format!("{besluit}:1")],
        indicator: "in-beeld".into(),
        kant: "minstens".into(),
        norm: "95".into(),
        ..OnderdeelInvoer::default()
    };
    let tweede = OnderdeelInvoer {
        prestatie: "op tijd betalen".into(),
        zonder_kader: "wettelijke taak".into(),
        ..OnderdeelInvoer::default()
    };
    OpdrachtInvoer {
        onderdelen: vec![eerste, tweede],
    }
}

async fn draft(
    test: &TestDb,
    wie: &Actor,
    gezien: u32,
    invoer: &OpdrachtInvoer,
) -> Result<Opdracht, OpdrachtError> {
    let concept = Conceptopdracht {
        jaar: 2026,
        gezien,
        invoer,
    };
    let rol = schrijfrol(wie, winterswijk());
    test.db
        .in_tenant("test", winterswijk(), rol, async |tx: &mut TenantTx| {
            record_concept(tx, wie, nu(), &concept).await
        })
        .await
}

async fn give(test: &TestDb, wie: &Actor, gezien: u32) -> Result<Opdracht, OpdrachtError> {
    test.db
        .in_tenant(
            "test",
            winterswijk(),
            DbRol::College,
            async |tx: &mut TenantTx| record_verstrekking(tx, wie, nu(), 2026, gezien).await,
        )
        .await
}

/// Version 1, written by the commissioner and given by the college.
async fn given(test: &TestDb) -> BesluitId {
    let besluit = decide_kaders(test).await;
    draft(test, &with(Rol::Opdrachtgever), 0, &items(besluit))
        .await
        .unwrap();
    give(test, &with(Rol::College), 1).await.unwrap();
    besluit
}

async fn plan(
    test: &TestDb,
    wie: &Actor,
    gezien: u32,
    opdrachtversie: u32,
) -> Result<Uitvoeringsplan, OpdrachtError> {
    let antwoord = AntwoordInvoer {
        onderdeel: "1".into(),
        aanpak: "elk kwartaal een gesprek".into(),
        trekker: "team Werk".into(),
        gereed: "1-10-2026".into(),
    };
    let opdracht = Planopdracht {
        jaar: 2026,
        gezien,
        opdrachtversie,
        invoer: &PlanInvoer {
            antwoorden: vec![antwoord],
        },
        notatie: Notatie::Formulier,
    };
    test.db
        .in_tenant(
            "test",
            winterswijk(),
            DbRol::Uitvoering,
            async |tx: &mut TenantTx| record_plan(tx, wie, nu(), &opdracht).await,
        )
        .await
}

fn state(onderdeel: u16, gezien: u32, stand: &str, toelichting: &str) -> StandInvoer {
    StandInvoer {
        onderdeel: onderdeel.to_string(),
        gezien: gezien.to_string(),
        stand: stand.into(),
        toelichting: toelichting.into(),
    }
}

async fn report_at(
    test: &TestDb,
    now: Moment,
    standen: &[StandInvoer],
) -> Result<Vec<Standmelding>, OpdrachtError> {
    let opdracht = Standopdracht {
        kwartaal: kwartaal(),
        standen,
    };
    let wie = with(Rol::Directie);
    test.db
        .in_tenant(
            "test",
            winterswijk(),
            DbRol::Uitvoering,
            async |tx: &mut TenantTx| record_standen(tx, &wie, now, &opdracht).await,
        )
        .await
}

async fn read_as(test: &TestDb, wie: &Actor) -> Opdrachtbeeld {
    let rol = leesrol(wie, winterswijk());
    test.db
        .in_tenant("test", winterswijk(), rol, async |tx: &mut TenantTx| {
            load_opdrachtbeeld(tx, wie, 2026).await
        })
        .await
        .unwrap()
}

async fn chain(test: &TestDb) -> i64 {
    let mut conn = test.owner_of(winterswijk()).await;
    match verify_keten(&mut conn).await.unwrap() {
        Ketenstand::Heel { regels } => regels,
        gebroken @ Ketenstand::Gebroken { .. } => panic!("{gebroken:?}"),
    }
}

#[tokio::test]
async fn two_people_make_an_assignment_and_everybody_reads_what_was_given() {
    let test = TestDb::new().await;
    let besluit = decide_kaders(&test).await;
    let voor = chain(&test).await;
    let college = with(Rol::College);
    draft(&test, &college, 0, &items(besluit)).await.unwrap();
    let zelf = give(&test, &college, 1).await.unwrap_err();
    assert!(matches!(
        zelf,
        OpdrachtError::Stand(OpdrachtGeweigerd::EigenConcept)
    ));
    // A draft is of who prepares and who gives.
    assert!(
        read_as(&test, &with(Rol::Opdrachtgever))
            .await
            .opdracht
            .concept()
            .is_some()
    );
    for rol in [Rol::Directie, Rol::Griffie, Rol::Consulent, Rol::Bestuur] {
        let beeld = read_as(&test, &with(rol)).await;
        assert!(beeld.opdracht.akten().is_empty(), "{rol:?}");
    }
    give(&test, &collega(Rol::College, winterswijk()), 1)
        .await
        .unwrap();
    for rol in [Rol::Directie, Rol::Griffie, Rol::Opdrachtgever] {
        let beeld = read_as(&test, &with(rol)).await;
        assert_eq!(beeld.opdracht.verstrekt().unwrap().versie, 1, "{rol:?}");
        assert_eq!(
            beeld.list_onderdelen()[0].grond,
            ["iedereen in beeld (kader 1 van raadsbesluit 2026-012)"]
        );
    }
    assert_eq!(chain(&test).await, voor + 2, "an audit row for each act");
}

#[tokio::test]
async fn who_writes_what_another_changed_meanwhile_is_told_so() {
    let test = TestDb::new().await;
    let besluit = given(&test).await;
    let (een, ander) = (
        with(Rol::Opdrachtgever),
        collega(Rol::Opdrachtgever, winterswijk()),
    );
    let opdracht = read_as(&test, &een).await.opdracht;
    let mut invoer = items(besluit);
    for (veld, onderdeel) in invoer.onderdelen.iter_mut().zip(1..) {
        veld.nummer = format!("{onderdeel}");
    }
    let gezien = opdracht.laatste_nummer();
    draft(&test, &een, gezien, &invoer).await.unwrap();
    let fout = draft(&test, &ander, gezien, &invoer).await.unwrap_err();
    assert!(matches!(fout, OpdrachtError::Verouderd));
    // The plan answers the version that holds; the college gives the draft that it saw.
    let college = with(Rol::College);
    assert!(matches!(
        give(&test, &college, gezien).await.unwrap_err(),
        OpdrachtError::Verouderd
    ));
    give(&test, &college, gezien + 1).await.unwrap();
    let directie = with(Rol::Directie);
    assert!(matches!(
        plan(&test, &directie, 0, 1).await.unwrap_err(),
        OpdrachtError::Verouderd
    ));
    plan(&test, &directie, 0, 2).await.unwrap();
    assert!(matches!(
        plan(&test, &directie, 0, 2).await.unwrap_err(),
        OpdrachtError::Verouderd
    ));
    let beeld = read_as(&test, &with(Rol::Opdrachtgever)).await;
    let standen: Vec<_> = beeld
        .list_onderdelen()
        .into_iter()
        .map(|onderdeel| onderdeel.antwoordstand)
        .collect();
    assert_eq!(
        standen,
        [Antwoordstand::Beantwoord, Antwoordstand::Onbeantwoord]
    );
}

#[tokio::test]
async fn each_role_does_its_own_part_only() {
    let test = TestDb::new().await;
    let besluit = given(&test).await;
    for rol in [Rol::Directie, Rol::Griffie, Rol::Bestuur, Rol::Consulent] {
        let fout = draft(&test, &with(rol), 2, &items(besluit))
            .await
            .unwrap_err();
        assert!(
            matches!(
                fout,
                OpdrachtError::Geweigerd(Geweigerd::RolSchietTekort(_))
            ),
            "{rol:?}"
        );
    }
    for rol in [Rol::Opdrachtgever, Rol::Directie] {
        let fout = give(&test, &with(rol), 2).await.unwrap_err();
        assert!(matches!(fout, OpdrachtError::Geweigerd(_)), "{rol:?}");
    }
    for rol in [Rol::College, Rol::Opdrachtgever, Rol::Teamleider] {
        let fout = plan(&test, &with(rol), 0, 1).await.unwrap_err();
        assert!(matches!(fout, OpdrachtError::Geweigerd(_)), "{rol:?}");
    }
    let elders = plan(&test, &actor(Rol::Directie, nijkerk()), 0, 1).await;
    assert!(matches!(
        elders.unwrap_err(),
        OpdrachtError::Geweigerd(Geweigerd::GeenRol(_))
    ));
}

#[tokio::test]
async fn states_are_recorded_all_or_none_and_only_what_changed() {
    let test = TestDb::new().await;
    let leeg = report_at(&test, nu(), &[state(1, 0, "op-koers", "goed")]).await;
    assert!(matches!(
        leeg.unwrap_err(),
        OpdrachtError::Stand(OpdrachtGeweigerd::NietVerstrekt)
    ));
    given(&test).await;
    let fout = report_at(
        &test,
        nu(),
        &[
            state(1, 0, "op-koers", "goed"),
            state(2, 0, "", "waarom"),
            state(9, 0, "op-koers", "x"),
        ],
    )
    .await
    .unwrap_err();
    let OpdrachtError::Invoer(fouten) = fout else {
        panic!("{fout:?}");
    };
    let velden: Vec<_> = fouten.list().iter().map(|f| f.veld.as_str()).collect();
    assert_eq!(velden, ["standen.1.stand", "standen.2.onderdeel"]);
    let nieuw = report_at(
        &test,
        nu(),
        &[state(1, 0, "op-koers", "goed"), state(2, 0, "", "")],
    )
    .await
    .unwrap();
    assert_eq!(nieuw.len(), 1);
    let weer = [state(1, 1, "op-koers", "goed")];
    assert!(report_at(&test, nu(), &weer).await.unwrap().is_empty());
    let laat = report_at(&test, nu(), &[state(1, 0, "afgerond", "klaar")]).await;
    assert!(matches!(laat.unwrap_err(), OpdrachtError::Verouderd));
    report_at(&test, nu(), &[state(1, 1, "afgerond", "klaar")])
        .await
        .unwrap();
    let beeld = read_as(&test, &with(Rol::Directie)).await;
    let stand = beeld.find_stand(kwartaal(), 1).unwrap();
    assert_eq!((stand.nummer, stand.stand), (2, Onderdeelstand::Afgerond));
}

#[tokio::test]
async fn what_is_recorded_after_a_closing_shows_at_the_next_closing_only() {
    let test = TestDb::new().await;
    given(&test).await;
    let maanden = ["2025-01", "2026-09"].map(|maand| Maand::parse(maand).unwrap());
    let mut superuser = test.superuser().await;
    fill_bestand(&mut superuser, winterswijk(), 400, maanden.into()).await;
    plan(&test, &with(Rol::Directie), 0, 1).await.unwrap();
    report_at(&test, nu(), &[state(1, 0, "aandacht", "twee vacatures")])
        .await
        .unwrap();
    close(&test, nu(), None).await;
    let eerst = rapport(&test).await;
    let regels = &eerst.opdracht;
    assert_eq!(regels.len(), 2);
    assert_eq!(
        regels[0].stand,
        Some((Onderdeelstand::AandachtNodig, "twee vacatures".into()))
    );
    assert_eq!(regels[0].trekker.as_deref(), Some("team Werk"));
    assert_ne!(
        regels[0].norm.unwrap().oordeel,
        Normoordeel::NietVastTeStellen
    );
    assert_eq!((regels[1].stand.clone(), regels[1].norm), (None, None));

    let later = nu() + jiff::SignedDuration::from_hours(1);
    report_at(&test, later, &[state(1, 1, "op-koers", "op sterkte")])
        .await
        .unwrap();
    assert_eq!(
        rapport(&test).await,
        eerst,
        "the same closing, the same report"
    );
    let opdrachtgever = with(Rol::Opdrachtgever);
    let overzicht = test
        .db
        .in_tenant(
            "test",
            winterswijk(),
            DbRol::Opdrachtgever,
            async |tx: &mut TenantTx| load_kwartaal(tx, &opdrachtgever, later, kwartaal()).await,
        )
        .await
        .unwrap();
    assert_eq!(overzicht.opdracht, eerst.opdracht);
    close(&test, later, Some("De stand is bijgewerkt.")).await;
    let tweede = rapport(&test).await;
    assert_eq!(tweede.opdracht[0].stand.as_ref().unwrap().1, "op sterkte");
    assert_eq!(
        tweede.sluiting.hash, eerst.sluiting.hash,
        "figures did not change"
    );
}

async fn close(test: &TestDb, now: Moment, waarom: Option<&str>) {
    let opdracht = Sluitopdracht {
        aanleiding: Aanleiding::Cijfers,
        kwartaal: kwartaal(),
        bekend_op: None,
        toelichting: Some(waarom.unwrap_or("De formatie volgt.").to_owned()),
    };
    let directie = with(Rol::Directie);
    test.db
        .in_tenant(
            "test",
            winterswijk(),
            DbRol::Rapportage,
            async |tx: &mut TenantTx| {
                close_kwartaal(tx, &directie, now, &SystemIds, &opdracht).await
            },
        )
        .await
        .unwrap();
}

async fn rapport(test: &TestDb) -> domain::sturing::Kwartaalrapport {
    let opdrachtgever = with(Rol::Opdrachtgever);
    test.db
        .in_tenant(
            "test",
            winterswijk(),
            DbRol::Opdrachtgever,
            async |tx: &mut TenantTx| load_rapport(tx, &opdrachtgever, kwartaal()).await,
        )
        .await
        .unwrap()
}
