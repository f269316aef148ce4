//! A shared base in the database: who sees it, who publishes it, and the files of the demo.

use application::beleid::{
    BasisError, Basisbestand, Besluitbestand, WijzigBasisset, db_rol, find_basisset,
    list_basissets, list_basisversies, load_uitkomst_elders, record_basispublicatie,
    record_basisset, record_basissets, record_besluiten, update_basisset,
};
use domain::beleid::{
    BasisGeweigerd, BasisInvoer, Basisdeelnemer, Basisset, BasiswaardeInvoer, Naleving, Notatie,
    Orgaan, compare_basis,
};
use domain::bevoegdheid::{Actor, Rol};
use persistence::{DbRol, TenantTx};
use primitives::{GemeenteCode, SystemIds, parse_datum};
use testkit::{TestDb, actor, collega, nijkerk, nu, winterswijk};

fn invoer(maanden: &str) -> BasisInvoer {
    BasisInvoer {
        naam: "Samen".into(),
        vanaf: "2027-01-01".into(),
        leden: vec!["GM0294".into(), "GM0267".into()],
        waarden: vec![BasiswaardeInvoer {
            sleutel: "iit.referteperiode".into(),
            waarde: maanden.into(),
            ..BasiswaardeInvoer::default()
        }],
        ..BasisInvoer::default()
    }
}

async fn record(
    test: &TestDb,
    gemeente: GemeenteCode,
    wie: &Actor,
    invoer: &BasisInvoer,
) -> Result<Basisset, BasisError> {
    let werk = async |tx: &mut TenantTx| {
        let wat = (invoer, Notatie::Uitwisseling);
        record_basisset(tx, wie, nu(), &SystemIds, wat).await
    };
    test.db
        .in_tenant("test", gemeente, DbRol::Opdrachtgever, werk)
        .await
}

async fn update(
    test: &TestDb,
    gemeente: GemeenteCode,
    wie: &Actor,
    set: &Basisset,
    invoer: &BasisInvoer,
) -> Result<Basisset, BasisError> {
    let werk = async |tx: &mut TenantTx| {
        let opdracht = WijzigBasisset {
            basisset: set.kop().id,
            bewerking: set.bewerking(),
            invoer,
            notatie: Notatie::Uitwisseling,
        };
        update_basisset(tx, wie, nu(), &SystemIds, opdracht).await
    };
    test.db
        .in_tenant("test", gemeente, DbRol::Opdrachtgever, werk)
        .await
}

async fn publish(
    test: &TestDb,
    gemeente: GemeenteCode,
    wie: &Actor,
    set: &Basisset,
) -> Result<Basisset, BasisError> {
    let werk = async |tx: &mut TenantTx| {
        record_basispublicatie(tx, wie, nu(), set.kop().id, set.bewerking()).await
    };
    test.db
        .in_tenant("test", gemeente, DbRol::Opdrachtgever, werk)
        .await
}

#[tokio::test]
async fn a_member_works_on_a_draft_and_a_second_person_publishes_it() {
    let test = TestDb::new().await;
    let een = actor(Rol::Griffie, winterswijk());
    let set = record(&test, winterswijk(), &een, &invoer("36"))
        .await
        .unwrap();
    let dubbel = record(&test, winterswijk(), &een, &invoer("12")).await;
    assert!(
        matches!(dubbel, Err(BasisError::Invoer(_))),
        "the name is taken"
    );
    let zelf = publish(&test, winterswijk(), &een, &set).await;
    assert!(matches!(
        zelf,
        Err(BasisError::Stand(BasisGeweigerd::ZelfdePersoon))
    ));
    let lid = actor(Rol::College, nijkerk());
    let gewijzigd = update(&test, nijkerk(), &lid, &set, &invoer("24"))
        .await
        .unwrap();
    let later = update(&test, winterswijk(), &een, &set, &invoer("12")).await;
    let Err(BasisError::Verouderd(nu_bewaard)) = later else {
        panic!("{later:?}");
    };
    assert_eq!(
        nu_bewaard.tekst(),
        gewijzigd.tekst(),
        "the text of the other stays"
    );
    let twee = collega(Rol::Griffie, winterswijk());
    let gepubliceerd = publish(&test, winterswijk(), &twee, &gewijzigd)
        .await
        .unwrap();
    assert_eq!(gepubliceerd.versie(), 1);
    let nog_eens = publish(&test, winterswijk(), &twee, &gepubliceerd).await;
    assert!(matches!(
        nog_eens,
        Err(BasisError::Stand(BasisGeweigerd::AlGepubliceerd))
    ));
    let object = format!("basisset {}", set.kop().id);
    assert_eq!(test.audit_rows(winterswijk(), &object).await.len(), 2);
    assert_eq!(test.audit_rows(nijkerk(), &object).await.len(), 1);
}

#[tokio::test]
async fn a_draft_is_for_members_and_a_published_version_for_everybody() {
    let test = TestDb::new().await;
    let een = actor(Rol::Griffie, winterswijk());
    let set = record(&test, winterswijk(), &een, &invoer("36"))
        .await
        .unwrap();
    let id = set.kop().id;
    let lezer = actor(Rol::Opdrachtgever, nijkerk());
    let kijk = async |tx: &mut TenantTx| -> Result<_, BasisError> {
        let gezien = find_basisset(tx, &lezer, id).await?;
        Ok((
            gezien,
            list_basisversies(tx, &lezer).await?,
            list_basissets(tx, &lezer).await?,
        ))
    };
    let als_lid = test
        .db
        .in_tenant("test", nijkerk(), DbRol::Opdrachtgever, kijk)
        .await
        .unwrap();
    assert!(als_lid.0.is_some() && als_lid.1.is_empty() && als_lid.2.len() == 1);
    for rol in [DbRol::Uitvoering, DbRol::Rapportage] {
        let gelezen = test.db.in_tenant("test", nijkerk(), rol, kijk).await;
        assert!(
            matches!(gelezen, Err(BasisError::Db(_))),
            "{rol:?} has no right at all"
        );
    }
    let consulent = actor(Rol::Consulent, winterswijk());
    let geweigerd = record(&test, winterswijk(), &consulent, &invoer("36")).await;
    assert!(matches!(geweigerd, Err(BasisError::Geweigerd(_))));
}

#[tokio::test]
async fn the_base_of_the_demo_is_lawful_and_shows_a_deviation_with_its_reason() {
    let test = TestDb::new().await;
    let demo = |naam: &str| {
        let pad = format!("{}/../demo/data/{naam}", env!("CARGO_MANIFEST_DIR"));
        let json = std::fs::read_to_string(pad).unwrap();
        // The test database has two municipalities: Nijkerk stands for both others.
        json.replace("GM1859", "GM0267").replace("GM1586", "GM0267")
    };
    let sets: Vec<Basisbestand> = serde_json::from_str(&demo("basissets.json")).unwrap();
    let opdrachtgever = Actor::system("opdrachtregel", Rol::Opdrachtgever);
    let werk = async |tx: &mut TenantTx| {
        record_basissets(tx, &opdrachtgever, nu(), &SystemIds, &sets).await
    };
    for verwacht in [(1, 0), (0, 1)] {
        let overdracht = test
            .db
            .in_tenant("test", winterswijk(), DbRol::Opdrachtgever, werk)
            .await
            .unwrap();
        assert_eq!((overdracht.nieuw, overdracht.bekend), verwacht);
    }
    let griffie = Actor::system("opdrachtregel", Rol::Griffie);
    for (gemeente, naam) in [(nijkerk(), "GM1586"), (winterswijk(), "GM1859")] {
        let json = demo(&format!("beleid/basis-{naam}.json"));
        assert!(json.to_lowercase().contains("voorbeeld"));
        let besluiten: Vec<Besluitbestand> = serde_json::from_str(&json).unwrap();
        let werk = async |tx: &mut TenantTx| {
            record_besluiten(tx, &griffie, &SystemIds, Orgaan::Raad, &besluiten).await
        };
        test.db
            .in_tenant("test", gemeente, db_rol(Orgaan::Raad), werk)
            .await
            .unwrap();
    }
    let lees = async |tx: &mut TenantTx| -> Result<_, BasisError> {
        let versies = list_basisversies(tx, &opdrachtgever).await?;
        Ok((versies, load_uitkomst_elders(tx, &opdrachtgever).await?))
    };
    let (versies, (beleid, grondslagen)) = test
        .db
        .in_tenant("test", nijkerk(), DbRol::Opdrachtgever, lees)
        .await
        .unwrap();
    let deelnemers = [Basisdeelnemer {
        gemeente: nijkerk(),
        naam: "Nijkerk".into(),
        beleid,
        grondslagen,
    }];
    let wanneer = (parse_datum("2027-01-01").unwrap(), nu());
    let regels = compare_basis(&versies[0], &versies, &deelnemers, wanneer);
    let is = |is: fn(&Naleving<'_>) -> bool| regels.iter().filter(|r| is(&r.nalevingen[0])).count();
    assert_eq!(
        is(|n| matches!(n, Naleving::Afwijkend { reden: Some(_), .. })),
        3
    );
    assert_eq!(
        is(|n| matches!(n, Naleving::OudereVersie { versie: 1, .. })),
        1
    );
    assert_eq!(is(|n| matches!(n, Naleving::Gelijk(_))), 1);
}
