//! Taking over rounds from a file.

use application::beleid::zienswijze::{
    Rondebestand, Zienswijzebestand, record_antwoordovername, record_eindeovername,
    record_rondeovername, record_zienswijzeovername,
};

use super::*;

/// A round of the past with a view, its answer and its end, as a file tells it.
fn bestand() -> Rondebestand {
    serde_json::from_value(serde_json::json!({
        "ronde": {
            "soort": "ontwerpbegroting", "titel": "Ontwerpbegroting 2027", "jaar": "2027",
            "verzondenOp": "2026-04-01", "bestuurOp": "2026-07-01"
        },
        "geopendDoor": "Dirk",
        "zienswijzen": [{
            "gemeente": "GM0294",
            "tekst": { "strekking": "punten", "punten": [{ "tekst": "Neem een doel op." }] },
            "besluit": { "nummer": "2026-41", "datum": "2026-06-11" },
            "opgesteldDoor": "Greet", "ingediendDoor": "Gerda", "ingediendOp": "2026-06-15",
            "antwoord": {
                "tekst": { "reacties": [{ "oordeel": "overgenomen", "toelichting": "Ja." }] },
                "voorbereidDoor": "Dirk", "vastgesteldDoor": "Betty", "vastgesteldOp": "2026-06-29"
            }
        }],
        "einde": { "besluitenlijst": "Vastgesteld.", "door": "Betty", "op": "2026-07-01" }
    }))
    .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_from_a_file_stands_with_its_own_days_once_and_by_two_people() {
    let test = TestDb::new().await;
    let w = winterswijk();
    let (bestuur, griffie) = (bestuur(), Actor::system("opdrachtregel", Rol::Griffie));
    let bestand = bestand();
    let eerste: Result<_, ZienswijzeError> = als!(test, w, Uitvoering, |tx| record_rondeovername(
        tx,
        &bestuur,
        nu(),
        &SystemIds,
        &bestand
    ));
    let (id, is_nieuw) = eerste.unwrap();
    assert!(is_nieuw);
    let nogmaals: Result<_, ZienswijzeError> = als!(test, w, Uitvoering, |tx| {
        record_rondeovername(tx, &bestuur, nu(), &SystemIds, &bestand)
    });
    assert_eq!(nogmaals.unwrap(), (id, false));

    let zienswijze = &bestand.zienswijzen[0];
    let alleen = Zienswijzebestand {
        ingediend_door: "Greet".into(),
        ..zienswijze.clone()
    };
    let een_mens = als!(test, w, Raad, |tx| record_zienswijzeovername(
        tx,
        &griffie,
        nu(),
        id,
        &alleen
    ));
    assert!(matches!(een_mens, Err(ZienswijzeError::Ontwerp(_))));
    let uitkomst: Result<_, ZienswijzeError> = als!(test, w, Raad, |tx| record_zienswijzeovername(
        tx,
        &griffie,
        nu(),
        id,
        zienswijze
    ));
    uitkomst.unwrap();
    let antwoord = zienswijze.antwoord.as_ref().unwrap();
    let uitkomst: Result<_, ZienswijzeError> = als!(test, w, Uitvoering, |tx| {
        record_antwoordovername(tx, &bestuur, nu(), id, antwoord)
    });
    uitkomst.unwrap();
    let einde = bestand.einde.as_ref().unwrap();
    let uitkomst: Result<_, ZienswijzeError> = als!(test, w, Uitvoering, |tx| {
        record_eindeovername(tx, &bestuur, nu(), id, einde)
    });
    uitkomst.unwrap();
    let beeld: Result<_, ZienswijzeError> = als!(test, w, Opdrachtgever, |tx| load_rondebeeld(
        tx, &bestuur, id
    ));
    let beeld = beeld.unwrap();
    let ingediend = beeld.find_ingediend(w).unwrap();
    assert_eq!(ingediend.op.to_string(), "2026-06-15T10:00:00Z");
    assert!(!beeld.ronde.kop.is_te_laat(ingediend.op));
    assert_eq!(beeld.ronde.stand.code(), "afgerond");
}
