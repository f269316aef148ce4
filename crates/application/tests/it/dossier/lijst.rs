//! The list, its pages, and searching.

use application::dossier::{
    Bladwijzer, Inwonerpagina, Lijstfilter, Naamopdracht, Nodig, OverdrachtOpdracht, Totaal, Van,
    list_gevonden, list_inwoners, load_werkvoorraad, record_naam, record_overdracht,
};
use domain::dossier::Zoekopdracht;
use domain::statistiek::Naam;
use persistence::TenantTx;
use testkit::{TestDb, bsn, consulent, nu};

use super::arrange::{
    alles, colleagues, collega, dossier_of, in_tenant, last_audit, month, search, take_over,
};

async fn page(test: &TestDb, filter: Lijstfilter, na: Option<Bladwijzer>) -> Inwonerpagina {
    in_tenant(test, async |tx: &mut TenantTx| {
        list_inwoners(tx, &consulent(), nu(), filter, na).await
    })
    .await
    .unwrap()
}

/// Forty-five residents: three in five never measured, the others on one of three days.
async fn caseload() -> TestDb {
    let test = TestDb::new().await;
    let mut bestand = month("10");
    for nummer in 0..45 {
        bestand = bestand.alleenstaande(nummer);
        bestand = match nummer % 5 {
            0 => bestand.op_trede(nummer, 3, "20260212"),
            1 => bestand.op_trede(
                nummer,
                4,
                if nummer % 2 == 0 {
                    "20261003"
                } else {
                    "20260530"
                },
            ),
            _ => bestand,
        };
    }
    take_over(&test, bestand, nu()).await;
    test
}

#[tokio::test]
async fn pages_follow_each_other_without_gap_or_double_and_the_oldest_measurement_comes_first() {
    let test = caseload().await;
    let mut gezien = Vec::new();
    let mut na = None;
    loop {
        let pagina = page(&test, alles(), na).await;
        assert_eq!(pagina.totaal, Totaal::Precies(45));
        gezien.extend(pagina.regels);
        match pagina.volgende {
            Some(volgende) => na = Some(volgende),
            None => break,
        }
    }
    assert_eq!(gezien.len(), 45);
    assert!(gezien.is_sorted_by_key(|regel| (regel.meting.map(|(_, dag)| dag), regel.dossier)));
    gezien.dedup_by_key(|regel| regel.dossier);
    assert_eq!(gezien.len(), 45);
    assert!(gezien[0].meting.is_none() && gezien[0].heeft_uitkering);
}

#[tokio::test]
async fn filters_show_who_needs_something() {
    let test = caseload().await;
    let meting = Lijstfilter {
        nodig: Nodig::Meting,
        ..alles()
    };
    let contact = Lijstfilter {
        nodig: Nodig::Contact,
        ..alles()
    };
    // Measured this quarter are those of 3 October; six months back reaches 21 May.
    assert_eq!(page(&test, meting, None).await.totaal, Totaal::Precies(41));
    assert_eq!(page(&test, contact, None).await.totaal, Totaal::Precies(36));
    let niemand = Lijstfilter {
        van: Van::Niemand,
        ..alles()
    };
    let van_mij = Lijstfilter {
        van: Van::Mij,
        nodig: Nodig::Meting,
    };
    assert_eq!(page(&test, niemand, None).await.totaal, Totaal::Precies(45));
    assert_eq!(page(&test, van_mij, None).await.totaal, Totaal::Precies(0));
    let leeg = page(&test, van_mij, None).await;
    assert!(leeg.regels.is_empty() && leeg.volgende.is_none());
}

#[tokio::test]
async fn the_work_list_counts_what_waits() {
    let test = caseload().await;
    let dossier = dossier_of(&test, 2).await;
    let anna = collega("Anna");
    colleagues(&test, &["Anna"]).await;
    let opdracht = OverdrachtOpdracht {
        dossier,
        naar: "anna".to_owned(),
        gezien_volgnummer: 0,
        overlegd_op: None,
        reden: None,
    };
    let werk = in_tenant(&test, async |tx: &mut TenantTx| {
        record_overdracht(tx, &anna, nu(), &opdracht).await?;
        load_werkvoorraad(tx, &anna, nu()).await
    })
    .await
    .unwrap();
    assert_eq!(
        (
            werk.van,
            werk.te_meten,
            werk.uit_beeld,
            werk.zonder_casusregisseur
        ),
        (Van::Mij, 1, 1, 44)
    );
}

#[tokio::test]
async fn residents_are_found_by_what_people_know_of_them() {
    let test = TestDb::new().await;
    take_over(&test, month("10").gehuwden(1, 2).alleenstaande(3), nu()).await;
    for (nummer, naam) in [
        (1, "J. de Vries-Müller"),
        (2, "Anna Jansen"),
        (3, "Ånna d'Hondt"),
    ] {
        let dossier = dossier_of(&test, nummer).await;
        let naam = Naam::parse(naam).unwrap();
        in_tenant(&test, async |tx: &mut TenantTx| {
            let opdracht = Naamopdracht {
                dossier,
                naam: naam.clone(),
            };
            record_naam(tx, &consulent(), nu(), &opdracht).await
        })
        .await
        .unwrap();
    }
    let eerste = dossier_of(&test, 1).await.to_string();
    for (tekst, aantal) in [
        (bsn(1).expose(), 1),
        (bsn(40).expose(), 0),
        ("12-04-1988", 3),
        ("13-04-1988", 0),
        ("U1", 2),
        ("U3", 1),
        ("U4", 0),
        (eerste.as_str(), 1),
        ("anna", 2),
        ("ANNA JAN", 1),
        ("muller", 1),
        ("Mül", 1),
        ("vries de", 1),
        ("hondt", 1),
        ("ries", 0),
        ("%", 0),
        ("' or 1=1 --", 0),
    ] {
        let Ok(_) = Zoekopdracht::parse(tekst) else {
            assert_eq!((tekst, aantal), ("%", 0));
            continue;
        };
        let pagina = search(&test, tekst).await;
        assert_eq!(pagina.regels.len(), aantal, "{tekst}");
    }
    search(&test, "anna").await;
    assert_eq!(
        last_audit(&test).await,
        "raadpleging | inwoner gezocht op naam"
    );
}

#[tokio::test]
async fn what_was_found_has_pages_too() {
    let test = caseload().await;
    let opdracht = Zoekopdracht::parse("12-4-1988").unwrap();
    let mut gezien = Vec::new();
    let mut na = None;
    loop {
        let pagina = in_tenant(&test, async |tx: &mut TenantTx| {
            list_gevonden(tx, &consulent(), nu(), &opdracht, na.as_ref()).await
        })
        .await
        .unwrap();
        gezien.extend(pagina.regels.into_iter().map(|regel| regel.dossier));
        match pagina.volgende {
            Some(volgende) => na = Some(volgende),
            None => break,
        }
    }
    gezien.dedup();
    assert_eq!(gezien.len(), 45);
}
