//! Taking over who directs which case, and what was written.

use application::dossier::{
    DossierError, OverdrachtOpdracht, Regisseursverslag, record_overdracht,
};
use application::statistiek::{
    Importverslag, LeveringError, Leveringsopdracht, Lijsten, Ontvangen, Wijze, record_levering,
};
use domain::bevoegdheid::{Actor, Rol};
use domain::dossier::{Notitielijst, Regisseurlijst};
use persistence::TenantTx;
use primitives::SystemIds;
use testkit::{TestDb, actor, bsn, nu, winterswijk};

use super::arrange::{
    colleagues, collega, count, dossier_of, in_tenant, last_audit, month, search, take_over,
};

/// Residents 1 to 4, and a list for 1, 2, 3 and somebody who is not known here.
async fn arrange() -> (TestDb, Regisseurlijst) {
    let test = TestDb::new().await;
    let bestand = (1..=4).fold(month("10"), testkit::Maandbestand::alleenstaande);
    take_over(&test, bestand, nu()).await;
    (
        test,
        lijst(&[
            (1, "anna", "2025-03-01"),
            (2, "anna", ""),
            (3, "bram", ""),
            (9, "bram", ""),
        ]),
    )
}

fn lijst(regels: &[(usize, &str, &str)]) -> Regisseurlijst {
    let mut tekst = "bsn;medewerker;naam;sinds\n".to_owned();
    for (nummer, sub, sinds) in regels {
        tekst += &format!("{};{sub};Collega {sub};{sinds}\n", bsn(*nummer).expose());
    }
    Regisseurlijst::parse(tekst.as_bytes(), winterswijk()).unwrap()
}

async fn import(
    test: &TestDb,
    wie: &Actor,
    lijst: Regisseurlijst,
    wijze: Wijze,
) -> Result<Importverslag, LeveringError> {
    let opdracht = Leveringsopdracht::parse(winterswijk(), Ontvangen::default(), wijze).unwrap();
    let opdracht = opdracht.with_lijsten(Lijsten {
        regisseurs: Some(lijst),
        ..Lijsten::default()
    });
    in_tenant(test, async |tx: &mut TenantTx| {
        record_levering(tx, wie, nu(), &SystemIds, &opdracht).await
    })
    .await
}

fn teamleider() -> Actor {
    actor(Rol::Teamleider, winterswijk())
}

#[tokio::test]
async fn residents_get_the_casusregisseur_of_the_list_and_a_second_time_nothing_happens() {
    let (test, lijst) = arrange().await;
    let verslag = import(&test, &teamleider(), lijst.clone(), Wijze::Proef)
        .await
        .unwrap();
    let eerst = Regisseursverslag {
        toegewezen: 3,
        onbekend: 1,
        ..Regisseursverslag::default()
    };
    assert_eq!(verslag.regisseurs, Some(eerst));
    assert_eq!(count(&test, "casusregie").await, 0);

    let verslag = import(&test, &teamleider(), lijst.clone(), Wijze::Definitief)
        .await
        .unwrap();
    assert_eq!(verslag.regisseurs, Some(eerst));
    assert_eq!(
        last_audit(&test).await,
        "overdracht | regisseurslijst | 3 inwoners kregen hun eerste casusregisseur, verdeeld over 2 collega's"
    );
    let gevonden = search(&test, bsn(1).expose()).await;
    assert_eq!(
        gevonden.regels[0].casusregisseur.as_deref(),
        Some("Collega anna")
    );
    assert_eq!(
        count(&test, "dossierstand where casusregisseur is null").await,
        1
    );
    assert_eq!(
        count(&test, "casusregie where vanaf = '2025-02-28T23:00:00Z'").await,
        1
    );

    let audit = count(&test, "audit").await;
    let verslag = import(&test, &teamleider(), lijst, Wijze::Definitief)
        .await
        .unwrap();
    let weer = verslag.regisseurs.unwrap();
    assert_eq!((weer.toegewezen, weer.gelijk, weer.onbekend), (0, 3, 1));
    assert_eq!(
        (
            count(&test, "casusregie").await,
            count(&test, "audit").await
        ),
        (3, audit)
    );
}

#[tokio::test]
async fn a_day_to_come_is_refused_with_its_line() {
    let (test, _) = arrange().await;
    let lijst = lijst(&[(1, "anna", "2025-03-01"), (2, "anna", "2027-01-01")]);
    let fout = import(&test, &teamleider(), lijst, Wijze::Definitief).await;
    let Err(LeveringError::Dossier(DossierError::Invoer(fouten))) = fout else {
        panic!("{fout:?}");
    };
    assert_eq!(
        fouten.to_string(),
        "sinds: regel 3: 01-01-2027 ligt in de toekomst"
    );
    assert_eq!(count(&test, "casusregie").await, 0);
}

#[tokio::test]
async fn who_directs_a_case_here_already_keeps_it() {
    let (test, lijst) = arrange().await;
    colleagues(&test, &["Chris"]).await;
    let opdracht = OverdrachtOpdracht {
        dossier: dossier_of(&test, 1).await,
        naar: "chris".into(),
        gezien_volgnummer: 0,
        overlegd_op: None,
        reden: None,
    };
    in_tenant(
        &test,
        async |tx: &mut TenantTx| -> Result<_, DossierError> {
            record_overdracht(tx, &collega("Chris"), nu(), &opdracht).await
        },
    )
    .await
    .unwrap();
    let verslag = import(&test, &teamleider(), lijst, Wijze::Definitief)
        .await
        .unwrap();
    let regisseurs = verslag.regisseurs.unwrap();
    assert_eq!((regisseurs.toegewezen, regisseurs.behouden), (2, 1));
    assert_eq!(
        regisseurs.zin(),
        "Casusregisseurs: 2 toegewezen, 1 hebben hier een andere casusregisseur, die blijft, 1 zijn hier niet bekend."
    );
    let gevonden = search(&test, bsn(1).expose()).await;
    assert_eq!(gevonden.regels[0].casusregisseur.as_deref(), Some("Chris"));
}

#[tokio::test]
async fn only_who_may_import_hands_out_cases() {
    let (test, lijst) = arrange().await;
    let uitkomst = import(&test, &collega("Anna"), lijst, Wijze::Definitief).await;
    assert!(matches!(uitkomst, Err(LeveringError::Geweigerd(_))));
    assert_eq!(count(&test, "casusregie").await, 0);
}

fn notities(regels: &[(usize, &str, &str)]) -> Notitielijst {
    let mut tekst = "bsn;medewerker;naam;soort;datum;tekst\n".to_owned();
    for (nummer, soort, dag) in regels {
        tekst += &format!("{};anna;Anna;{soort};{dag};Goed.\n", bsn(*nummer).expose());
    }
    Notitielijst::parse(tekst.as_bytes(), winterswijk()).unwrap()
}

async fn import_notities(
    test: &TestDb,
    lijst: Notitielijst,
    wijze: Wijze,
) -> Result<Importverslag, LeveringError> {
    let opdracht = Leveringsopdracht::parse(winterswijk(), Ontvangen::default(), wijze).unwrap();
    let opdracht = opdracht.with_lijsten(Lijsten {
        notities: Some(lijst),
        ..Lijsten::default()
    });
    in_tenant(test, async |tx: &mut TenantTx| {
        record_levering(tx, &teamleider(), nu(), &SystemIds, &opdracht).await
    })
    .await
}

#[tokio::test]
async fn notes_are_taken_over_once_and_the_last_contact_counts() {
    let (test, _) = arrange().await;
    let lijst = notities(&[
        (1, "gesprek", "2026-09-01"),
        (1, "huisbezoek", "2026-10-02"),
        (1, "notitie", "2026-10-20"),
        (2, "notitie", "2026-10-20"),
        (9, "gesprek", "2026-10-20"),
    ]);
    let verslag = import_notities(&test, lijst.clone(), Wijze::Proef)
        .await
        .unwrap();
    assert_eq!(
        verslag.zinnen(),
        ["Notities: 5 in de lijst, 1 over wie hier niet bekend is."]
    );
    assert_eq!(count(&test, "notitie").await, 0);
    let verslag = import_notities(&test, lijst.clone(), Wijze::Definitief)
        .await
        .unwrap();
    assert_eq!(verslag.notities.unwrap().nieuw, Some(4));
    assert_eq!(
        last_audit(&test).await,
        "notitie | notitielijst | 4 notities"
    );
    let gezien = "dossierstand where contact_op = '2026-10-02'";
    assert_eq!(
        (
            count(&test, gezien).await,
            count(&test, "dossierstand where contact_op is not null").await
        ),
        (1, 1)
    );
    let verslag = import_notities(&test, lijst, Wijze::Definitief)
        .await
        .unwrap();
    assert_eq!(verslag.notities.unwrap().nieuw, Some(0));
    assert_eq!(count(&test, "notitie").await, 4);
}

#[tokio::test]
async fn a_note_about_a_day_to_come_keeps_the_whole_list_out() {
    let (test, _) = arrange().await;
    let lijst = notities(&[(1, "gesprek", "2026-09-01"), (2, "gesprek", "2026-12-24")]);
    let fout = import_notities(&test, lijst, Wijze::Definitief)
        .await
        .unwrap_err();
    assert!(matches!(
        fout,
        LeveringError::Dossier(DossierError::Invoer(_))
    ));
    assert_eq!(count(&test, "notitie").await, 0);
}

#[tokio::test]
async fn a_trial_knows_the_residents_of_its_own_files() {
    let test = TestDb::new().await;
    let bestand = (1..=2).fold(month("10"), testkit::Maandbestand::alleenstaande);
    let bus = bestand.bus();
    let regisseurs = lijst(&[(1, "anna", ""), (9, "bram", "")]);
    let notities = notitielijst(&[(2, "2026-03-01"), (9, "2026-03-01")]);
    let deliver = async |wijze| {
        let ontvangen = Ontvangen {
            bus: bus.as_deref().map(str::as_bytes),
            ..Ontvangen::default()
        };
        let opdracht = Leveringsopdracht::parse(winterswijk(), ontvangen, wijze).unwrap();
        let opdracht = opdracht.with_lijsten(Lijsten {
            regisseurs: Some(regisseurs.clone()),
            notities: Some(notities.clone()),
            ..Lijsten::default()
        });
        in_tenant(&test, async |tx: &mut TenantTx| {
            record_levering(tx, &teamleider(), nu(), &SystemIds, &opdracht).await
        })
        .await
        .unwrap()
    };
    let tellen = |verslag: &Importverslag| {
        let (regisseurs, notities) = (verslag.regisseurs.unwrap(), verslag.notities.unwrap());
        (
            regisseurs.toegewezen,
            regisseurs.onbekend,
            notities.onbekend,
        )
    };
    let proef = deliver(Wijze::Proef).await;
    assert_eq!(tellen(&proef), (1, 1, 1));
    assert_eq!(
        tellen(&deliver(Wijze::Definitief).await),
        (1, 1, 1),
        "as the trial said"
    );
}

#[tokio::test]
async fn every_note_that_is_wrong_is_named_with_its_place() {
    let (test, _) = arrange().await;
    let lijst = notitielijst(&[(1, "2026-03-01"), (2, "2099-01-01"), (3, "1999-01-01")]);
    let fout = import_notities(&test, lijst, Wijze::Definitief)
        .await
        .unwrap_err();
    let tekst = format!("{fout:?}");
    for deel in [
        "notitie 2 in de lijst, 01-01-2099",
        "notitie 3 in de lijst, 01-01-1999",
    ] {
        assert!(tekst.contains(deel), "{tekst}");
    }
    assert_eq!(count(&test, "notitie").await, 0);
}

fn notitielijst(regels: &[(usize, &str)]) -> Notitielijst {
    let mut tekst = "bsn;medewerker;naam;soort;datum;tekst\n".to_owned();
    for (nummer, datum) in regels {
        tekst += &format!(
            "{};anna;Anna;gesprek;{datum};Goed.\n",
            bsn(*nummer).expose()
        );
    }
    Notitielijst::parse(tekst.as_bytes(), winterswijk()).unwrap()
}
