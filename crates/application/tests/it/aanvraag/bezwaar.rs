//! An objection: decided by somebody else, with a letter of its own.

use super::*;

pub(super) fn objection(aanvraag: &Aanvraag, uitkomst: Bezwaaruitkomst) -> Bezwaaropdracht {
    Bezwaaropdracht {
        dossier: aanvraag.kop().dossier,
        aanvraag: aanvraag.kop().id,
        gezien: aanvraag.akten().len(),
        uitkomst,
        motivering: "U heeft meer spaargeld dan mag.".to_owned(),
        in_plaats_daarvan: (uitkomst == Bezwaaruitkomst::Gegrond).then(|| "Toch.".to_owned()),
        verschoonbaar: None,
        afzender: sender(),
    }
}

pub(super) async fn decide_objection(
    test: &TestDb,
    wie: &Actor,
    opdracht: &Bezwaaropdracht,
) -> Result<Aanvraag, AanvraagError> {
    in_tenant(test, async |tx: &mut TenantTx| {
        record_bezwaarbesluit(tx, wie, nu(), opdracht).await
    })
    .await
}

#[tokio::test]
async fn an_objection_is_decided_by_somebody_else_with_a_letter() {
    let (test, dossier) = arrange().await;
    let ontvangen = receive(&test, &consulent(), dossier, "2026-11-02")
        .await
        .unwrap();
    let opdracht = proposal(&ontvangen, Besluitsoort::Afwijzing, 5_000_000);
    let voorgesteld = propose(&test, &consulent(), &opdracht).await.unwrap();
    let besloten = decide(&test, &teamleider(), &voorgesteld).await.unwrap();
    let bekend = Aanvraaghandeling::Bekendgemaakt {
        bekendgemaakt_op: dag("2026-11-21"),
        wijze: Bekendmaakwijze::Post,
    };
    let bekend = act(&test, &consulent(), &besloten, bekend).await.unwrap();
    let bezwaar = Aanvraaghandeling::BezwaarOntvangen {
        ontvangen_op: dag("2026-11-21"),
        verzonden_op: None,
        met_commissie: false,
        reden_te_laat: None,
    };
    let bezwaar = act(&test, &consulent(), &bekend, bezwaar).await.unwrap();
    let voorraad = in_tenant(&test, async |tx: &mut TenantTx| {
        load_aanvraagvoorraad(tx, &consulent(), nu()).await
    });
    let telling = voorraad.await.unwrap().telling;
    // Objecting is possible until 4 January 2027; six weeks later is 15 February.
    assert_eq!(telling.eerste_bezwaartermijn, Some(dag("2027-02-15")));
    let opdracht = objection(&bezwaar, Bezwaaruitkomst::Gegrond);
    let zelf = decide_objection(&test, &teamleider(), &opdracht)
        .await
        .unwrap_err();
    assert!(
        matches!(zelf, AanvraagError::Stand(AanvraagGeweigerd::EigenBesluit)),
        "{zelf:?}"
    );
    let geen = decide_objection(&test, &consulent(), &opdracht)
        .await
        .unwrap_err();
    assert!(
        matches!(geen, AanvraagError::Stand(AanvraagGeweigerd::Mandaat(_))),
        "{geen:?}"
    );
    let sociaal = actor(Rol::SociaalTeam, winterswijk());
    let mag_niet = decide_objection(&test, &sociaal, &opdracht).await;
    assert!(matches!(mag_niet, Err(AanvraagError::Geweigerd(_))));
    let ander = collega(Rol::Teamleider, winterswijk());
    let beslist = decide_objection(&test, &ander, &opdracht).await.unwrap();
    let id = beslist.kop().id;
    let object = format!("beschikking | aanvraag {id} van dossier {dossier} | bezwaar-besloten");
    assert_eq!(last_audit(&test).await, object);
    let brief = letter_about(&test, &beslist, Briefsoort::Bezwaar)
        .await
        .unwrap();
    assert_eq!(
        (brief.datum, brief.titel.as_str()),
        (None, "U krijgt gelijk met uw bezwaar")
    );
    assert_eq!(brief.adres, ["Postbus 100 (voorbeeld)"]);
    assert_eq!(count(&test, "bezwaarbesluit").await, 1);
}
