//! The pages of one dossier.

use application::dossier::{
    DossierError, Dossieroverzicht, Notitieopdracht, Totaal, list_inwoners, load_dossier,
    load_tijdlijn, record_notitie,
};
use domain::dossier::{Afloop, Beeldstand, Notitiesoort, Notitietekst, Openstaand};
use jiff::civil::date;
use persistence::TenantTx;
use primitives::{Datum, DossierId, SystemIds};
use testkit::{TestDb, consulent, nu};

use super::arrange::{alles, count, dossier_of, in_tenant, last_audit, month, search, take_over};

async fn overview(test: &TestDb, dossier: DossierId) -> Dossieroverzicht {
    in_tenant(test, async |tx: &mut TenantTx| {
        load_dossier(tx, &consulent(), nu(), dossier).await
    })
    .await
    .unwrap()
}

async fn note(
    test: &TestDb,
    dossier: DossierId,
    soort: Notitiesoort,
    datum: Datum,
) -> Result<(), DossierError> {
    let tekst = Notitietekst::parse("Gesproken over vrijwilligerswerk.").unwrap();
    let opdracht = Notitieopdracht {
        dossier,
        soort,
        datum,
        tekst,
    };
    in_tenant(test, async |tx: &mut TenantTx| {
        let een = record_notitie(tx, &consulent(), nu(), &SystemIds, &opdracht).await?;
        // The button pressed twice is one note.
        let weer = record_notitie(tx, &consulent(), nu(), &SystemIds, &opdracht).await?;
        assert_eq!(een.id, weer.id);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_household_is_who_holds_the_same_benefit() {
    let test = TestDb::new().await;
    take_over(
        &test,
        month("10")
            .gehuwden(1, 2)
            .alleenstaande(3)
            .op_trede(1, 5, "20261003"),
        nu(),
    )
    .await;
    let (een, twee) = (dossier_of(&test, 1).await, dossier_of(&test, 2).await);
    let overzicht = overview(&test, een).await;
    let beeld = overzicht.hoofd.huishouden.unwrap();
    assert_eq!(beeld.huisgenoten.len(), 1);
    assert_eq!(beeld.huisgenoten[0].dossier, twee);
    assert_eq!(beeld.andere_kostendelers(), 1);
    assert_eq!(overzicht.uitkeringen[0].afloop, Afloop::Loopt);
    assert_eq!(overzicht.voorzieningen.len(), 1);
    assert_eq!(overzicht.beeld, Beeldstand::InBeeld(date(2026, 10, 3)));
    assert_eq!(overzicht.openstaand, [Openstaand::CasusregisseurOntbreekt]);
    // The partner's name and age are on the page, so the partner's data were used too.
    for betrokkene in [een, twee] {
        let waar = "activiteit like '%dossier-raadplegen'";
        let van = format!("verwerking where {waar} and betrokkene = '{betrokkene}'");
        assert_eq!(count(&test, &van).await, 1);
    }
}

#[tokio::test]
async fn who_left_the_caseload_is_found_but_nothing_waits() {
    let test = TestDb::new().await;
    let later = nu() + jiff::SignedDuration::from_hours(1);
    take_over(&test, month("09").alleenstaande(1).alleenstaande(2), nu()).await;
    take_over(&test, month("10").alleenstaande(2), later).await;
    let dossier = dossier_of(&test, 1).await;
    let overzicht = overview(&test, dossier).await;
    assert!(!overzicht.hoofd.kop.inwoner.is_actief);
    assert!(overzicht.openstaand.is_empty());
    assert!(matches!(
        overzicht.uitkeringen[0].afloop,
        Afloop::Verdwenen(_)
    ));
    let pagina = in_tenant(&test, async |tx: &mut TenantTx| {
        list_inwoners(tx, &consulent(), nu(), alles(), None).await
    })
    .await
    .unwrap();
    assert_eq!(pagina.totaal, Totaal::Precies(1));
    assert_eq!(search(&test, "U1").await.regels[0].dossier, dossier);
}

#[tokio::test]
async fn only_contact_keeps_a_resident_in_beeld() {
    let test = TestDb::new().await;
    take_over(&test, month("10").alleenstaande(1), nu()).await;
    let dossier = dossier_of(&test, 1).await;
    let contact = async || overview(&test, dossier).await.hoofd.kop.inwoner.contact_op;
    note(&test, dossier, Notitiesoort::Notitie, date(2026, 11, 20))
        .await
        .unwrap();
    assert_eq!(contact().await, None);
    note(&test, dossier, Notitiesoort::Gesprek, date(2026, 11, 18))
        .await
        .unwrap();
    note(&test, dossier, Notitiesoort::Huisbezoek, date(2026, 11, 3))
        .await
        .unwrap();
    assert_eq!(
        last_audit(&test).await,
        format!("notitie | dossier {dossier} | huisbezoek van 2026-11-03")
    );
    assert_eq!(contact().await, Some(date(2026, 11, 18)));
    let toekomst = note(&test, dossier, Notitiesoort::Gesprek, date(2026, 11, 22)).await;
    assert!(
        matches!(toekomst, Err(DossierError::Invoer(velden)) if velden.list()[0].veld == "datum")
    );
    assert_eq!(count(&test, "notitie").await, 3);
}

#[tokio::test]
async fn the_timeline_holds_everything_newest_first() {
    let test = TestDb::new().await;
    take_over(
        &test,
        month("10").alleenstaande(1).op_trede(1, 3, "20260212"),
        nu(),
    )
    .await;
    let dossier = dossier_of(&test, 1).await;
    note(&test, dossier, Notitiesoort::Gesprek, date(2026, 11, 18))
        .await
        .unwrap();
    let pagina = in_tenant(&test, async |tx: &mut TenantTx| {
        load_tijdlijn(tx, &consulent(), nu(), dossier).await
    })
    .await
    .unwrap();
    let regels: Vec<_> = pagina
        .gebeurtenissen
        .iter()
        .map(|g| format!("{} {}", g.datum, g.soort.titel()))
        .collect();
    assert_eq!(
        regels,
        [
            "2026-11-18 Gesprek",
            "2026-02-12 Gemeten: trede 3 Deelname georganiseerde activiteiten",
            "2025-09-01 Voorziening begonnen: loonkostensubsidie Participatiewet",
            "2025-04-01 Uitkering begonnen: algemene bijstand",
        ]
    );
}
