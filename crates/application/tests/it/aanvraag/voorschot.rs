//! Advances and exemptions.

use super::*;

#[tokio::test]
async fn an_advance_is_computed_frozen_and_settled_in_the_decision() {
    let (test, dossier) = arrange().await;
    let ontvangen = receive(&test, &consulent(), dossier, "2026-10-12")
        .await
        .unwrap();
    let opdracht = |aanvraag: &Aanvraag, bezittingen| Voorschotopdracht {
        dossier,
        aanvraag: aanvraag.kop().id,
        gezien: aanvraag.akten().len(),
        feiten: facts(bezittingen),
        getoond: None,
    };
    let grant = async |wie: &Actor, opdracht: &Voorschotopdracht| {
        in_tenant(&test, async |tx: &mut TenantTx| {
            record_voorschot(tx, wie, nu(), opdracht).await
        })
        .await
    };
    let due = async || {
        in_tenant(&test, async |tx: &mut TenantTx| {
            load_aanvraagvoorraad(tx, &consulent(), nu()).await
        })
        .await
        .unwrap()
        .telling
        .voorschotten
    };
    assert_eq!(due().await, 1, "four weeks after 12 October is past");
    let te_rijk = grant(&consulent(), &opdracht(&ontvangen, 5_000_000)).await;
    assert!(
        matches!(te_rijk, Err(AanvraagError::Invoer(_))),
        "{te_rijk:?}"
    );
    let sociaal = actor(Rol::SociaalTeam, winterswijk());
    let mag_niet = grant(&sociaal, &opdracht(&ontvangen, 0)).await;
    assert!(matches!(mag_niet, Err(AanvraagError::Geweigerd(_))));
    assert_eq!(count(&test, "aanvraagakte").await, 1, "nothing was written");
    let preview = in_tenant(&test, async |tx: &mut TenantTx| {
        preview_voorschot(tx, &consulent(), nu(), &opdracht(&ontvangen, 0)).await
    });
    let preview = preview.await.unwrap();
    assert!(!preview.stappen.is_empty());
    let ander_bedrag = Voorschotopdracht {
        getoond: Some(Geld::from_cents(100)),
        ..opdracht(&ontvangen, 0)
    };
    let anders = grant(&consulent(), &ander_bedrag).await;
    assert!(
        matches!(anders, Err(AanvraagError::Invoer(_))),
        "{anders:?}"
    );
    assert_eq!(count(&test, "aanvraagakte").await, 1, "nothing was written");
    let gezien = Voorschotopdracht {
        getoond: Some(preview.voorschot.bedrag),
        ..opdracht(&ontvangen, 0)
    };
    let verleend = grant(&consulent(), &gezien).await.unwrap();
    let voorschot = verleend.voorschotten().next().unwrap().clone();
    assert_eq!(
        voorschot.bedrag,
        voorschot.bijstand.part(voorschot.percentage)
    );
    assert_eq!(count(&test, "aanvraagberekening").await, 1);
    assert_eq!(due().await, 0);
    let voorstel = proposal(&verleend, Besluitsoort::Toekenning, 0);
    let voorgesteld = propose(&test, &consulent(), &voorstel).await.unwrap();
    let brief = letter(&test, &voorgesteld).await.unwrap();
    let zin = brief.blokken[0]
        .alineas
        .iter()
        .any(|zin| zin.contains("al een voorschot"));
    assert!(zin, "{:?}", brief.blokken[0]);
    let besloten = decide(&test, &consulent(), &voorgesteld).await.unwrap();
    let laat = grant(&consulent(), &opdracht(&besloten, 0)).await;
    assert!(matches!(laat, Err(AanvraagError::Stand(_))), "{laat:?}");
}

#[tokio::test]
async fn an_exemption_is_proposed_with_its_weighing() {
    let (test, dossier) = arrange().await;
    let ontvangen = receive(&test, &consulent(), dossier, "2026-11-02")
        .await
        .unwrap();
    let mut opdracht = proposal(&ontvangen, Besluitsoort::Toekenning, 0);
    opdracht.ontheffing = Some((Ontheffinggrond::DringendeRedenen, dag("2027-05-01")));
    let fout = propose(&test, &consulent(), &opdracht).await.unwrap_err();
    let AanvraagError::Invoer(fouten) = fout else {
        panic!("{fout:?}")
    };
    assert_eq!(fouten.list()[0].veld, "afweging", "{fouten}");
    opdracht.afwegingen = vec![Afweging {
        punt: Afweegpunt::Ontheffing,
        keuze: "Een half jaar.".to_owned(),
        reden: "U zorgt voor uw vader.".to_owned(),
    }];
    let voorgesteld = propose(&test, &consulent(), &opdracht).await.unwrap();
    assert!(voorgesteld.find_voorstel().unwrap().ontheffing.is_some());
    let zelf = decide(&test, &consulent(), &voorgesteld).await.unwrap_err();
    assert!(
        matches!(zelf, AanvraagError::Stand(AanvraagGeweigerd::EigenVoorstel)),
        "weighed by two"
    );
}
