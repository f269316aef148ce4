//! A proposal from draft to decision on a real database: two people, every outcome, who may read what.

use application::beleid::{
    BijlageVan, RecordBehandeling, RecordBijlage, RecordVoorstel, VoorstelError, Voorstellenvraag,
    WijzigVoorstel, db_rol, find_besluit, find_bijlage, find_voorstel, list_bijlagen,
    list_voorstellen, record_behandeling, record_bijlage, record_inbreng, record_indiening,
    record_intrekking, record_reactie, record_voorstel, update_voorstel,
};
use domain::beleid::{
    BehandelingInvoer, InbrengInvoer, Notatie, Orgaan, ReactieInvoer, RedenInvoer, UitkomstInvoer,
    Voorstel, VoorstelGeweigerd, VoorstelInvoer, Voorstelstand, WaardeInvoer,
};
use domain::bevoegdheid::{Actor, Geweigerd, Rol};
use persistence::audit::{Ketenstand, verify_keten};
use persistence::{DbRol, TenantTx};
use primitives::{SystemIds, VoorstelId};
use testkit::{TestDb, actor, collega, nijkerk, nu, winterswijk};

fn griffie() -> Actor {
    actor(Rol::Griffie, winterswijk())
}

fn tweede() -> Actor {
    collega(Rol::Griffie, winterswijk())
}

fn invoer(bedrag: &str) -> VoorstelInvoer {
    VoorstelInvoer {
        titel: "Individuele inkomenstoeslag 2027".into(),
        kaders: vec!["samen werken aan de verbindingen tussen domeinen".into()],
        inwerkingtreding: "1-1-2027".into(),
        waarden: vec![WaardeInvoer {
            sleutel: "iit.kindtoeslag.eerste".into(),
            waarde: bedrag.into(),
            ..WaardeInvoer::default()
        }],
        ..VoorstelInvoer::default()
    }
}

/// Runs one use case in the role of the council.
macro_rules! als_raad {
    ($test:expr, |$tx:ident| $doe:expr) => {
        $test
            .db
            .in_tenant(
                "test",
                winterswijk(),
                DbRol::Raad,
                async |$tx: &mut TenantTx| $doe.await,
            )
            .await
    };
}

async fn draft(test: &TestDb, wie: &Actor) -> Result<Voorstel, VoorstelError> {
    let invoer = invoer("450");
    let opdracht = RecordVoorstel {
        orgaan: Orgaan::Raad,
        invoer: &invoer,
        notatie: Notatie::Formulier,
    };
    als_raad!(test, |tx| record_voorstel(
        tx,
        wie,
        nu(),
        &SystemIds,
        opdracht.clone()
    ))
}

async fn submit(
    test: &TestDb,
    wie: &Actor,
    id: VoorstelId,
    versie: u32,
) -> Result<Voorstel, VoorstelError> {
    als_raad!(test, |tx| record_indiening(tx, wie, nu(), id, versie))
}

async fn submitted(test: &TestDb) -> VoorstelId {
    let id = draft(test, &griffie()).await.unwrap().kop().id;
    submit(test, &tweede(), id, 1).await.unwrap();
    id
}

fn formulier(beslissing: &str, dag: &str) -> BehandelingInvoer {
    BehandelingInvoer {
        vergaderdatum: dag.into(),
        nummer: "2026-140".into(),
        uitkomst: UitkomstInvoer {
            beslissing: beslissing.into(),
            ..UitkomstInvoer::default()
        },
        ..BehandelingInvoer::default()
    }
}

async fn treat(
    test: &TestDb,
    id: VoorstelId,
    invoer: &BehandelingInvoer,
) -> Result<Voorstel, VoorstelError> {
    let opdracht = RecordBehandeling {
        voorstel: id,
        invoer,
        notatie: Notatie::Formulier,
    };
    let wie = griffie();
    als_raad!(test, |tx| record_behandeling(
        tx,
        &wie,
        nu(),
        &SystemIds,
        opdracht.clone()
    ))
}

async fn read_as(test: &TestDb, rol: DbRol, id: VoorstelId) -> Option<Voorstel> {
    let wie = griffie();
    test.db
        .in_tenant("test", winterswijk(), rol, async |tx: &mut TenantTx| {
            find_voorstel(tx, &wie, id).await
        })
        .await
        .unwrap()
}

async fn chain(test: &TestDb) -> Ketenstand {
    let mut conn = test.owner_of(winterswijk()).await;
    verify_keten(&mut conn).await.unwrap()
}

#[tokio::test]
async fn a_proposal_becomes_a_decision_with_the_amended_values_in_one_transaction() {
    let test = TestDb::new().await;
    let id = submitted(&test).await;
    let mut amendement = formulier("aangenomen-met-amendement", "19-11-2026");
    amendement.uitkomst.amendement = "Het bedrag wordt € 475.".into();
    amendement.uitkomst.stemming = "geteld".into();
    amendement.uitkomst.stemmen_voor = "15".into();
    amendement.uitkomst.stemmen_tegen = "8".into();
    amendement.waarden = Some(invoer("475").waarden);
    let voorstel = treat(&test, id, &amendement).await.unwrap();
    let Voorstelstand::Aangenomen { besluit } = voorstel.stand() else {
        panic!("{:?}", voorstel.stand());
    };
    let wie = griffie();
    let akte = als_raad!(test, |tx| find_besluit(tx, &wie, besluit)).unwrap();
    let kop = akte.besluit.kop();
    assert_eq!(akte.besluit.waarden()[0].waarde.to_string(), "475.00");
    assert_eq!((kop.nummer.as_str(), kop.kaders.len()), ("2026-140", 1));
    assert_eq!(akte.herkomst.voorstel(), Some(id));
    assert!(
        akte.check_bekend_te_maken("test-griffie").is_err(),
        "who recorded it"
    );
    assert!(akte.check_bekend_te_maken("test-griffie-2").is_ok());
    assert_eq!(
        read_as(&test, DbRol::Raad, id).await,
        Some(voorstel),
        "read back whole"
    );
    // Drafted, submitted, and the meeting with the decision that arose.
    assert_eq!(chain(&test).await, Ketenstand::Heel { regels: 4 });
    let opnieuw = treat(&test, id, &formulier("conform-voorstel", "20-11-2026")).await;
    assert!(matches!(opnieuw, Err(VoorstelError::Stand(_))));
}

#[tokio::test]
async fn a_number_that_is_taken_leaves_nothing_half_written() {
    let test = TestDb::new().await;
    let eerste = submitted(&test).await;
    treat(&test, eerste, &formulier("conform-voorstel", "19-11-2026"))
        .await
        .unwrap();
    let ander = submitted(&test).await;
    let dubbel = treat(&test, ander, &formulier("conform-voorstel", "19-11-2026")).await;
    let Err(VoorstelError::Invoer(fouten)) = dubbel else {
        panic!("{dubbel:?}");
    };
    assert_eq!(fouten.list()[0].veld, "nummer");
    let voorstel = read_as(&test, DbRol::Raad, ander).await.unwrap();
    assert_eq!(voorstel.stand(), Voorstelstand::Ingediend);
}

#[tokio::test]
async fn every_outcome_of_the_form_leads_where_it_should() {
    let test = TestDb::new().await;
    let id = submitted(&test).await;
    let stand = async |beslissing: &str, dag: &str| {
        treat(&test, id, &formulier(beslissing, dag))
            .await
            .unwrap()
            .stand()
            .code()
    };
    assert_eq!(stand("aangehouden", "5-11-2026").await, "aangehouden");
    assert_eq!(
        stand("in-handen-van-benw", "12-11-2026").await,
        "teruggegeven"
    );
    let onveranderd = submit(&test, &tweede(), id, 1).await;
    assert!(matches!(
        onveranderd,
        Err(VoorstelError::Stand(VoorstelGeweigerd::EerstWijzigen))
    ));
    let (wie, tekst) = (griffie(), invoer("460"));
    let opdracht = WijzigVoorstel {
        voorstel: id,
        versie: 1,
        invoer: &tekst,
        notatie: Notatie::Formulier,
    };
    let nieuw = als_raad!(test, |tx| update_voorstel(
        tx,
        &wie,
        nu(),
        &SystemIds,
        opdracht.clone()
    ));
    assert_eq!(nieuw.unwrap().versie(), 2);
    submit(&test, &tweede(), id, 2).await.unwrap();
    assert_eq!(stand("verworpen", "19-11-2026").await, "verworpen");
}

#[tokio::test]
async fn the_second_of_two_clerks_learns_what_the_first_wrote() {
    let test = TestDb::new().await;
    let id = draft(&test, &griffie()).await.unwrap().kop().id;
    let write = async |wie: Actor, bedrag: &str| {
        let tekst = invoer(bedrag);
        let opdracht = WijzigVoorstel {
            voorstel: id,
            versie: 1,
            invoer: &tekst,
            notatie: Notatie::Formulier,
        };
        als_raad!(test, |tx| update_voorstel(
            tx,
            &wie,
            nu(),
            &SystemIds,
            opdracht.clone()
        ))
    };
    write(griffie(), "460").await.unwrap();
    let Err(VoorstelError::Verouderd(nu_bewaard)) = write(tweede(), "470").await else {
        panic!("the second one overwrote the first");
    };
    assert_eq!(nu_bewaard.tekst().waarden[0].waarde.to_string(), "460.00");
    let gezien = submit(&test, &tweede(), id, 1).await;
    assert!(
        matches!(gezien, Err(VoorstelError::Verouderd(_))),
        "he read another text"
    );
}

#[tokio::test]
async fn two_who_submit_at_the_same_moment_submit_once() {
    let test = TestDb::new().await;
    let id = draft(&test, &griffie()).await.unwrap().kop().id;
    let derde = Actor {
        sub: "test-griffie-3".into(),
        ..tweede()
    };
    let tweede = tweede();
    let (een, twee) = tokio::join!(submit(&test, &tweede, id, 1), submit(&test, &derde, id, 1));
    assert!(een.is_ok() != twee.is_ok(), "{een:?} {twee:?}");
    let voorstel = read_as(&test, DbRol::Raad, id).await.unwrap();
    assert_eq!(voorstel.akten().len(), 2);
}

#[tokio::test]
async fn advice_and_answer_are_kept_and_withdrawal_is_for_the_writer() {
    let test = TestDb::new().await;
    let wie = griffie();
    let id = draft(&test, &wie).await.unwrap().kop().id;
    let advies = InbrengInvoer {
        soort: "advies".into(),
        van: "SDR Nijkerk Adviesraad Samen Doen".into(),
        datum: "30-10-2026".into(),
        strekking: "negatief".into(),
        tekst: "Het bedrag is te laag.".into(),
    };
    let typed = (&advies, Notatie::Formulier);
    als_raad!(test, |tx| record_inbreng(tx, &wie, nu(), id, typed)).unwrap();
    let reactie = ReactieInvoer {
        datum: "6-11-2026".into(),
        tekst: "Het college houdt vast aan het bedrag.".into(),
    };
    let typed = (&reactie, Notatie::Formulier);
    als_raad!(test, |tx| record_reactie(tx, &wie, nu(), (id, 2), typed)).unwrap();
    let dubbel = als_raad!(test, |tx| record_reactie(tx, &wie, nu(), (id, 2), typed));
    assert!(matches!(
        dubbel,
        Err(VoorstelError::Stand(VoorstelGeweigerd::AlBeantwoord))
    ));
    let reden = RedenInvoer {
        reden: "komt terug in een ander voorstel".into(),
    };
    let ander = tweede();
    let geweigerd = als_raad!(test, |tx| record_intrekking(tx, &ander, nu(), id, &reden));
    assert!(matches!(
        geweigerd,
        Err(VoorstelError::Stand(VoorstelGeweigerd::NietDeOpsteller))
    ));
    let weg = als_raad!(test, |tx| record_intrekking(tx, &wie, nu(), id, &reden)).unwrap();
    assert_eq!(read_as(&test, DbRol::Raad, id).await, Some(weg));
}

#[tokio::test]
async fn a_draft_is_for_its_own_organ_and_what_is_submitted_for_everybody() {
    let test = TestDb::new().await;
    let id = draft(&test, &griffie()).await.unwrap().kop().id;
    for rol in [DbRol::College, DbRol::Opdrachtgever, DbRol::Uitvoering] {
        assert_eq!(read_as(&test, rol, id).await, None, "{rol:?}");
    }
    submit(&test, &tweede(), id, 1).await.unwrap();
    for rol in [DbRol::College, DbRol::Opdrachtgever, DbRol::Uitvoering] {
        assert!(read_as(&test, rol, id).await.is_some(), "{rol:?}");
    }
    // What happens after it came back is a draft again: others see it as it was.
    treat(&test, id, &formulier("in-handen-van-benw", "12-11-2026"))
        .await
        .unwrap();
    let (wie, tekst) = (griffie(), invoer("460"));
    let opdracht = WijzigVoorstel {
        voorstel: id,
        versie: 1,
        invoer: &tekst,
        notatie: Notatie::Formulier,
    };
    als_raad!(test, |tx| update_voorstel(
        tx,
        &wie,
        nu(),
        &SystemIds,
        opdracht.clone()
    ))
    .unwrap();
    let buiten = read_as(&test, DbRol::Opdrachtgever, id).await.unwrap();
    assert_eq!(
        (buiten.versie(), buiten.stand().code()),
        (1, "teruggegeven")
    );
    let lijst = async |rol, stand| {
        let vraag = Voorstellenvraag {
            stand: Some(stand),
            aantal: 20,
            ..Voorstellenvraag::default()
        };
        let wie = griffie();
        let lijst: Result<_, VoorstelError> = test
            .db
            .in_tenant("test", winterswijk(), rol, async |tx: &mut TenantTx| {
                list_voorstellen(tx, &wie, vraag).await
            })
            .await;
        lijst.unwrap().voorstellen.len()
    };
    assert_eq!(lijst(DbRol::Raad, "concept").await, 1);
    assert_eq!(lijst(DbRol::Opdrachtgever, "concept").await, 0);
    assert_eq!(lijst(DbRol::Opdrachtgever, "teruggegeven").await, 1);
}

#[tokio::test]
async fn other_roles_and_municipalities_write_nothing() {
    let test = TestDb::new().await;
    for (wie, verwacht_rol) in [
        (actor(Rol::College, winterswijk()), true),
        (actor(Rol::Consulent, winterswijk()), true),
        (actor(Rol::Griffie, nijkerk()), false),
    ] {
        let fout = draft(&test, &wie).await.unwrap_err();
        let heeft_rol = matches!(
            fout,
            VoorstelError::Geweigerd(Geweigerd::RolSchietTekort(_))
        );
        assert_eq!(heeft_rol, verwacht_rol, "{fout:?}");
    }
    // The role of the other organ cannot write it, whatever the program does.
    let (wie, tekst) = (griffie(), invoer("450"));
    let opdracht = RecordVoorstel {
        orgaan: Orgaan::Raad,
        invoer: &tekst,
        notatie: Notatie::Formulier,
    };
    let als_college: Result<_, VoorstelError> = test
        .db
        .in_tenant(
            "test",
            winterswijk(),
            db_rol(Orgaan::College),
            async |tx: &mut TenantTx| {
                record_voorstel(tx, &wie, nu(), &SystemIds, opdracht.clone()).await
            },
        )
        .await;
    assert!(matches!(als_college, Err(VoorstelError::Db(_))));
}

#[tokio::test]
async fn a_file_is_kept_with_its_hash_and_read_by_who_reads_the_proposal() {
    const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n";
    let test = TestDb::new().await;
    let wie = griffie();
    let id = draft(&test, &wie).await.unwrap().kop().id;
    let van = BijlageVan::Voorstel(id);
    let add = async |inhoud: &[u8]| {
        let opdracht = RecordBijlage {
            van,
            naam: "brief.pdf",
            inhoud,
        };
        als_raad!(test, |tx| record_bijlage(
            tx,
            &wie,
            nu(),
            &SystemIds,
            opdracht
        ))
    };
    let geen_pdf = add(b"MZ\x90\x00").await;
    assert!(matches!(geen_pdf, Err(VoorstelError::Invoer(_))));
    let bijlage = add(PDF).await.unwrap();
    let regels = als_raad!(test, |tx| list_bijlagen(tx, &wie, van)).unwrap();
    assert_eq!((regels.len(), regels[0].naam.as_str()), (1, "brief.pdf"));
    assert_eq!(regels[0].sha256.len(), 64);
    let gelezen = als_raad!(test, |tx| find_bijlage(tx, &wie, van, bijlage)).unwrap();
    assert_eq!(gelezen, Some(("brief.pdf".to_owned(), PDF.to_vec())));
    let buiten: Result<_, VoorstelError> = test
        .db
        .in_tenant(
            "test",
            winterswijk(),
            DbRol::Opdrachtgever,
            async |tx: &mut TenantTx| find_bijlage(tx, &wie, van, bijlage).await,
        )
        .await;
    assert_eq!(buiten.unwrap(), None, "the proposal is a draft");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_calculation_that_was_not_kept_here_cannot_be_attached() {
    let test = TestDb::new().await;
    let invoer = VoorstelInvoer {
        doorrekeningen: vec!["01890a5d-ac96-774b-bcce-b302099a8057".into()],
        ..invoer("450")
    };
    let opdracht = RecordVoorstel {
        orgaan: Orgaan::Raad,
        invoer: &invoer,
        notatie: Notatie::Formulier,
    };
    let uitkomst = als_raad!(test, |tx| record_voorstel(
        tx,
        &griffie(),
        nu(),
        &SystemIds,
        opdracht.clone()
    ));
    let Err(VoorstelError::Invoer(fouten)) = uitkomst else {
        panic!("attached: {uitkomst:?}");
    };
    assert_eq!(fouten.list()[0].veld, "doorrekeningen");
}
