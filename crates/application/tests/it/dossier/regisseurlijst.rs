//! Taking over who directs which case.

use application::dossier::{
    DossierError, OverdrachtOpdracht, Regisseursverslag, record_overdracht,
};
use application::statistiek::{
    Importverslag, LeveringError, Leveringsopdracht, Ontvangen, Wijze, record_levering,
};
use domain::bevoegdheid::{Actor, Rol};
use domain::dossier::Regisseurlijst;
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
    let opdracht = opdracht.with_regisseurs(lijst);
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
