//! In which part of the municipality somebody lives, and whose rules then hold.

use application::beleid::{BeleidError, Besluitbestand, record_besluiten};
use application::dossier::{
    DossierError, Woongebiedopdracht, Woongebiedverslag, load_dossier, load_woongebied,
    record_woongebied,
};
use application::recht::{Toeslagvraag, load_toeslag};
use application::statistiek::{
    LeveringError, Leveringsopdracht, Lijsten, Ontvangen, Wijze, record_levering,
};
use domain::beleid::{Orgaan, Woonplek};
use domain::bevoegdheid::{Actor, Rol};
use domain::dossier::Woongebiedlijst;
use domain::recht::bericht::Antwoord;
use domain::recht::{Toeslagfeiten, Vermogen};
use persistence::dossier::load_woonplekken;
use persistence::{DbError, DbRol, TenantTx};
use primitives::{DossierId, Geld, GemeenteCode, SystemIds, parse_datum};
use testkit::{TestDb, actor, bsn, consulent, nu, winterswijk};

use super::arrange::{count, dossier_of, in_tenant, last_audit, month, take_over};

/// Fictitious: until the end of 2026 the area of a village that merged on 1-1-2025 has rules of its own.
const DORP: &str = "GM9991";

/// A couple (1 and 2) and a single person (3), in a municipality with such an area.
async fn arrange() -> TestDb {
    let test = TestDb::new().await;
    test.merge(DORP, "Voorbeelddorp", winterswijk(), "2025-01-01")
        .await;
    take_over(&test, month("10").gehuwden(1, 2).alleenstaande(3), nu()).await;
    test
}

fn dorp() -> GemeenteCode {
    GemeenteCode::parse(DORP).unwrap()
}

async fn record(
    test: &TestDb,
    wie: &Actor,
    dossier: DossierId,
    gebied: Option<GemeenteCode>,
    sinds: &str,
) -> Result<usize, DossierError> {
    let opdracht = Woongebiedopdracht {
        dossier,
        gebied,
        sinds: parse_datum(sinds).unwrap(),
    };
    in_tenant(test, async |tx: &mut TenantTx| {
        record_woongebied(tx, wie, nu(), &opdracht).await
    })
    .await
}

async fn plek_of(test: &TestDb, dossier: DossierId) -> Option<Woonplek> {
    let overzicht = in_tenant(test, async |tx: &mut TenantTx| {
        load_dossier(tx, &consulent(), nu(), dossier).await
    });
    overzicht.await.unwrap().woongebied.map(|stand| stand.plek)
}

#[tokio::test]
async fn a_household_lives_at_one_address() {
    let test = arrange().await;
    let (een, twee) = (dossier_of(&test, 1).await, dossier_of(&test, 2).await);
    assert_eq!(plek_of(&test, een).await, Some(Woonplek::Onbekend));
    let aantal = record(&test, &consulent(), een, Some(dorp()), "2026-03-01").await;
    assert_eq!(aantal.unwrap(), 2);
    assert_eq!(
        last_audit(&test).await,
        format!("dossier | dossier {een} | woongebied {DORP} sinds 2026-03-01")
    );
    for dossier in [een, twee] {
        assert_eq!(
            plek_of(&test, dossier).await,
            Some(Woonplek::Gebied(dorp()))
        );
    }
    let drie = dossier_of(&test, 3).await;
    assert_eq!(plek_of(&test, drie).await, Some(Woonplek::Onbekend));
    record(&test, &consulent(), drie, None, "2020-01-01")
        .await
        .unwrap();
    let pagina = in_tenant(&test, async |tx: &mut TenantTx| {
        load_woongebied(tx, &consulent(), nu(), drie).await
    });
    let pagina = pagina.await.unwrap();
    assert_eq!(pagina.gebieden[0].naam, "Voorbeelddorp");
    assert_eq!(pagina.vastgelegd[0].gebied, None);
    assert_eq!(pagina.vastgelegd[0].door, consulent().naam);
}

#[tokio::test]
async fn every_fault_is_named_and_nothing_is_written() {
    let test = arrange().await;
    let een = dossier_of(&test, 1).await;
    let elders = GemeenteCode::parse("GM0267").unwrap();
    let fout = record(&test, &consulent(), een, Some(elders), "2026-12-01").await;
    let Err(DossierError::Invoer(fouten)) = fout else {
        panic!("{fout:?}");
    };
    assert_eq!(
        fouten.to_string(),
        "gebied: kies een gebied uit de lijst; sinds: kies een dag die al geweest is"
    );
    let griffie = actor(Rol::Griffie, winterswijk());
    let uitkomst = record(&test, &griffie, een, None, "2026-01-01").await;
    assert!(matches!(uitkomst, Err(DossierError::Geweigerd(_))));
    assert_eq!(count(&test, "woongebied").await, 0);
}

#[tokio::test]
async fn the_database_refuses_an_area_of_another_municipality() {
    let test = arrange().await;
    let een = dossier_of(&test, 1).await;
    let rij = domain::dossier::Woongebied {
        sinds: parse_datum("2026-01-01").unwrap(),
        gebied: Some(GemeenteCode::parse("GM0267").unwrap()),
        bekend_op: nu(),
        door: "Anna".to_owned(),
    };
    let uitkomst: Result<(), DbError> = in_tenant(&test, async |tx: &mut TenantTx| {
        persistence::dossier::insert_woongebieden(tx, &[(een, rij.clone())], "anna").await
    })
    .await;
    let fout = format!("{:?}", uitkomst.unwrap_err());
    assert!(
        fout.contains("GM0267 is not of this municipality"),
        "{fout}"
    );
}

fn lijst(regels: &[(usize, &str, &str)]) -> Woongebiedlijst {
    let mut tekst = "bsn;gebied;sinds\n".to_owned();
    for (nummer, gebied, sinds) in regels {
        tekst += &format!("{};{gebied};{sinds}\n", bsn(*nummer).expose());
    }
    Woongebiedlijst::parse(tekst.as_bytes(), winterswijk()).unwrap()
}

async fn import(
    test: &TestDb,
    lijst: &Woongebiedlijst,
    wijze: Wijze,
) -> Result<Woongebiedverslag, LeveringError> {
    let opdracht = Leveringsopdracht::parse(winterswijk(), Ontvangen::default(), wijze).unwrap();
    let opdracht = opdracht.with_lijsten(Lijsten {
        woongebieden: Some(lijst.clone()),
        ..Lijsten::default()
    });
    let teamleider = actor(Rol::Teamleider, winterswijk());
    let verslag = in_tenant(test, async |tx: &mut TenantTx| {
        record_levering(tx, &teamleider, nu(), &SystemIds, &opdracht).await
    })
    .await?;
    Ok(verslag.woongebieden.unwrap())
}

#[tokio::test]
async fn a_list_is_taken_over_once() {
    let test = arrange().await;
    let regels = lijst(&[
        (1, DORP, "2026-01-01"),
        (3, "", "2025-01-01"),
        (9, DORP, "2026-01-01"),
    ]);
    let proef = import(&test, &regels, Wijze::Proef).await.unwrap();
    assert_eq!((proef.vastgelegd, proef.onbekend), (2, 1));
    assert_eq!(count(&test, "woongebied").await, 0);
    let verslag = import(&test, &regels, Wijze::Definitief).await.unwrap();
    assert_eq!(
        verslag.zin(),
        "Woongebieden: 2 vastgelegd, 1 over wie hier niet bekend is."
    );
    assert_eq!(
        last_audit(&test).await,
        "dossier | woongebiedenlijst | woongebied van 2 inwoners"
    );
    let audit = count(&test, "audit").await;
    let weer = import(&test, &regels, Wijze::Definitief).await.unwrap();
    assert_eq!((weer.vastgelegd, weer.gelijk, weer.onbekend), (0, 2, 1));
    assert_eq!(count(&test, "woongebied").await, 2);
    assert_eq!(count(&test, "audit").await, audit);
    let plekken = in_tenant(&test, async |tx: &mut TenantTx| {
        load_woonplekken(tx, parse_datum("2025-12-31").unwrap(), nu()).await
    });
    let plekken = plekken.await.unwrap();
    assert_eq!(
        plekken.into_values().collect::<Vec<_>>(),
        [Woonplek::Overig]
    );
}

#[tokio::test]
async fn a_wrong_line_keeps_the_whole_list_out() {
    let test = arrange().await;
    let regels = lijst(&[(1, DORP, "2026-01-01"), (3, "GM0267", "2027-01-01")]);
    let fout = import(&test, &regels, Wijze::Definitief).await.unwrap_err();
    let LeveringError::Dossier(DossierError::Invoer(fouten)) = fout else {
        panic!("{fout:?}");
    };
    assert_eq!(
        fouten.to_string(),
        "gebied: regel 3: kies een gebied uit de lijst; sinds: regel 3: kies een dag die al geweest is"
    );
    assert_eq!(count(&test, "woongebied").await, 0);
}

/// The amounts of the toeslag are the same everywhere; only in the village 12 months of a low income are enough.
async fn decide(test: &TestDb) {
    let waarde =
        |sleutel: &str, waarde: &str| serde_json::json!({ "sleutel": sleutel, "waarde": waarde });
    let daar = serde_json::json!(
        { "sleutel": "iit.referteperiode", "waarde": "12", "gebied": DORP, "tot": "2027-01-01" }
    );
    let bestand: Vec<Besluitbestand> = serde_json::from_value(serde_json::json!([{
        "orgaan": "raad", "bekendOp": "2025-12-20T10:00:00Z",
        "besluit": {
            "nummer": "2025-118", "titel": "Verordening inkomenstoeslag", "vergaderdatum": "2025-12-11",
            "inwerkingtreding": "2026-01-01", "uitkomst": { "beslissing": "conform-voorstel" },
            "waarden": [
                waarde("iit.bedrag.alleenstaande", "400.00"),
                waarde("iit.bedrag.alleenstaande-ouder", "500.00"),
                waarde("iit.bedrag.gehuwden", "550.00"),
                waarde("iit.referteperiode", "36"),
                waarde("iit.inkomensgrens", "110"),
                daar,
            ]
        },
        "bekendmaking": { "plaats": "cvdr", "nummer": "CVDR741634", "datum": "2025-12-18", "inwerkingtreding": "2026-01-01" }
    }]))
    .unwrap();
    let wie = Actor::system("opdrachtregel", Rol::Griffie);
    let overname: Result<_, BeleidError> = test
        .db
        .in_tenant(
            "test",
            winterswijk(),
            DbRol::Raad,
            async |tx: &mut TenantTx| {
                record_besluiten(tx, &wie, &SystemIds, Orgaan::Raad, &bestand).await
            },
        )
        .await;
    assert_eq!(overname.unwrap().nieuw, 1);
}

/// The toeslag after 24 months of a low income.
async fn toeslag(test: &TestDb, dossier: DossierId) -> Antwoord {
    let vraag = Toeslagvraag {
        peildatum: parse_datum("2026-11-01").unwrap(),
        vermogen: Vermogen::GEEN,
        feiten: Toeslagfeiten {
            maanden_laag_inkomen: 24,
            inkomen: Geld::parse("1000.00").unwrap(),
            inkomen_peildatum: None,
            deel: None,
            overgang: None,
            kinderen: None,
            laatste_toekenning: None,
            uitzicht_op_verbetering: false,
        },
    };
    let pagina = in_tenant(test, async |tx: &mut TenantTx| {
        load_toeslag(tx, &consulent(), nu(), dossier, Some(&vraag)).await
    });
    pagina.await.unwrap().antwoord.unwrap()
}

#[tokio::test]
async fn the_rules_of_the_area_hold_and_without_an_area_nobody_guesses() {
    let test = arrange().await;
    decide(&test).await;
    let drie = dossier_of(&test, 3).await;
    let antwoord = toeslag(&test, drie).await;
    assert_eq!(antwoord.uitkomst, "onbepaald");
    assert!(
        antwoord
            .reden
            .unwrap()
            .contains("niet bekend is in welk deel")
    );
    record(&test, &consulent(), drie, None, "2020-01-01")
        .await
        .unwrap();
    let antwoord = toeslag(&test, drie).await;
    assert_eq!(antwoord.uitkomst, "geen-recht");
    assert!(antwoord.reden.unwrap().contains("36 maanden"));
    record(&test, &consulent(), drie, Some(dorp()), "2026-02-01")
        .await
        .unwrap();
    let antwoord = toeslag(&test, drie).await;
    assert_eq!(
        (antwoord.uitkomst, antwoord.bedrag.unwrap().to_string()),
        ("recht", "400.00".to_owned())
    );
}
