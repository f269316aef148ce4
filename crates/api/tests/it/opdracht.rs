//! The assignment by systems: written, given, answered, followed.

use actix_web::http::{Method, StatusCode};
use primitives::{Clock, Kwartaal, SystemClock, datum_in_nederland};
use serde_json::{Value, json};

use crate::app::{Api, post, read};

#[actix_web::test]
async fn an_assignment_goes_its_way_by_systems_too() {
    let api = Api::start().await;
    let kwartaal = Kwartaal::of(datum_in_nederland(SystemClock.now()));
    let pad = format!("/v1/gemeenten/GM0294/opdrachten/{}", kwartaal.jaar());
    let schrijver = api.token("demo-opdrachtgever-winterswijk").await;
    let concept = |gezien: u32| {
        json!({ "gezien": gezien, "onderdelen": [
            { "prestatie": "iedereen in beeld", "zonderKader": "afspraak in het overleg",
              "norm": { "indicator": "in-beeld", "kant": "minstens", "waarde": "95.5", "marge": null } },
            { "prestatie": "op tijd betalen", "zonderKader": "wettelijke taak" } ] })
    };
    let onder = |deel: &str| format!("{pad}/{deel}");
    let antwoord = post(&api, &onder("concepten"), &schrijver, &concept(0)).await;
    assert_eq!(antwoord.status, StatusCode::CREATED, "{}", antwoord.tekst());
    assert_eq!(antwoord.kop("location"), pad);
    assert_eq!(
        read(&antwoord)["concept"]["onderdelen"][0]["norm"]["waarde"],
        "95.5"
    );
    let laat = post(&api, &onder("concepten"), &schrijver, &concept(0)).await;
    assert_eq!(laat.status, StatusCode::CONFLICT);

    let directie = api.token("demo-directie").await;
    let zonder = read(&api.ask(&Method::GET, &pad, Some(&directie)).await);
    assert_eq!(
        (&zonder["concept"], &zonder["verstrekt"]),
        (&Value::Null, &Value::Null)
    );
    let college = api.token("demo-college-winterswijk").await;
    let gegeven = post(
        &api,
        &onder("verstrekking"),
        &college,
        &json!({ "gezien": 1 }),
    )
    .await;
    assert_eq!(gegeven.status, StatusCode::CREATED, "{}", gegeven.tekst());
    let plan = json!({ "gezien": 0, "opdrachtversie": 1, "antwoorden": [
        { "onderdeel": 1, "aanpak": "gesprekken", "trekker": "team", "gereed": "2030-01-01" } ] });
    let plan = post(&api, &onder("plannen"), &directie, &plan).await;
    assert_eq!(plan.status, StatusCode::CREATED, "{}", plan.tekst());
    let antwoorden = &read(&plan)["plan"]["antwoorden"];
    assert_eq!(antwoorden[0]["stand"], "beantwoord");
    assert_eq!(antwoorden[1]["stand"], "onbeantwoord");
    let standen = json!({ "kwartaal": kwartaal.to_string(), "standen": [
        { "onderdeel": 1, "gezien": 0, "stand": "op-koers", "toelichting": "het loopt" } ] });
    let standen = post(&api, &onder("standen"), &directie, &standen).await;
    assert_eq!(standen.status, StatusCode::CREATED, "{}", standen.tekst());
    assert_eq!(read(&standen)["standen"][0]["nummer"], 1);
}

#[actix_web::test]
async fn faults_are_named_and_other_roles_refused() {
    let api = Api::start().await;
    let pad = "/v1/gemeenten/GM0294/opdrachten/2026/concepten";
    let schrijver = api.token("demo-opdrachtgever-winterswijk").await;
    let fout = json!({ "gezien": 0, "onderdelen": [
        { "prestatie": "", "kaders": [{ "besluit": "01890a5d-ac96-774b-bcce-b302099a8057", "kader": 1 }] },
        { "prestatie": "x", "zonderKader": "y", "norm": { "indicator": "z", "kant": "", "waarde": "", "marge": null } } ] });
    let antwoord = post(&api, pad, &schrijver, &fout).await;
    assert_eq!(antwoord.status, StatusCode::BAD_REQUEST);
    for veld in [
        "onderdelen.0.prestatie",
        "onderdelen.0.kaders",
        "onderdelen.1.indicator",
        "onderdelen.1.kant",
    ] {
        assert!(antwoord.tekst().contains(veld), "{veld}");
    }
    let consulent = api.token("demo-consulent-winterswijk").await;
    for (deel, inhoud) in [
        ("concepten", json!({ "gezien": 0, "onderdelen": [] })),
        ("verstrekking", json!({ "gezien": 0 })),
        (
            "plannen",
            json!({ "gezien": 0, "opdrachtversie": 1, "antwoorden": [] }),
        ),
        ("standen", json!({ "kwartaal": "2026-K1", "standen": [] })),
    ] {
        let pad = format!("/v1/gemeenten/GM0294/opdrachten/2026/{deel}");
        let antwoord = post(&api, &pad, &consulent, &inhoud).await;
        assert_eq!(antwoord.status, StatusCode::FORBIDDEN, "{deel}");
    }
    let directie = api.token("demo-directie").await;
    let jaar = "/v1/gemeenten/GM0294/opdrachten/1900";
    assert_eq!(
        api.ask(&Method::GET, jaar, Some(&directie)).await.status,
        StatusCode::NOT_FOUND
    );
    let elders = json!({ "kwartaal": "2025-K1", "standen": [] });
    let pad = "/v1/gemeenten/GM0294/opdrachten/2026/standen";
    let antwoord = post(&api, pad, &directie, &elders).await;
    assert_eq!(antwoord.status, StatusCode::BAD_REQUEST);
}
