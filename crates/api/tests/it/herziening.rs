//! `POST /v1/herzieningen`: an earlier decision beside what is known now.

use actix_web::http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::app::{Api, post, read};
use crate::reeks::compare;

/// A question with every field that there is.
fn vraag() -> Value {
    json!({
        "dag": "2026-09-15",
        "oud": { "gemeente": "GM0294", "van": "2026-03", "totEnMet": "2026-04", "bekendOp": "2026-05-01",
            "perioden": [ { "melding": "2026-03-01" } ],
            "huishoudens": [ { "vanaf": "2026-01-01", "huishouden": {
                "aanvrager": { "geboortedatum": "1988-04-12" }, "huisvesting": "huurder" } } ] },
        "nieuw": { "inkomsten": [ { "persoon": "aanvrager", "soort": "arbeid", "bedrag": "200.00", "maand": "2026-04" } ] },
        "oorzaken": [ { "oorzaak": "onverschuldigd-betaald", "van": "2026-03", "totEnMet": "2026-04",
            "begrijpelijk": true, "dringendeRedenen": true, "afzien": { "percentage": 10 } } ],
        "vakantietoeslagBetaaldTotEnMet": "2026-03",
        "vordering": { "bruto": true, "belastingEnPremies": [ { "jaar": 2025, "bedrag": "0.00" } ],
            "leningen": [ { "vorm": "geldlening", "bedrag": "500.00", "afgelost": "100.00", "verplichtingenNagekomen": false,
                "leengrond": "c", "algemeneBijstand": true } ],
            "bestemmingen": [ { "bijstand": "80.00", "vergoeding": "60.00", "zelfdeBestemming": true } ],
            "kwijtschelding": { "maandenVolledigBetaald": 10, "maandenLopend": 10, "achterstandBetaald": false,
                "maandenZonderBetaling": 0, "betalingTeVerwachten": true, "restsom": "900.00", "inEenKeer": "450.00" } }
    })
}

async fn review(api: &Api, gebruiker: &str, vraag: &Value) -> (StatusCode, Value) {
    let token = api.token(gebruiker).await;
    let antwoord = post(api, "/v1/herzieningen", &token, vraag).await;
    (antwoord.status, read(&antwoord))
}

#[actix_web::test]
async fn each_month_has_its_difference_and_a_proposal() {
    let api = Api::start().await;
    let (status, antwoord) = review(&api, "demo-consulent-winterswijk", &vraag()).await;
    assert_eq!(status, StatusCode::OK, "{antwoord}");
    let april = &antwoord["maanden"][1];
    assert_eq!(april["voorstel"], "terugvordering");
    assert_eq!(april["bedrag"], "171.00");
    assert_eq!(april["afgezien"], "19.00");
    assert_eq!(antwoord["terugvordering"], "171.00");
    let antwoordvormen = [
        ("Herziening", ""),
        ("Herzieningsmaand", "/maanden/0"),
        ("Stap", "/maanden/0/stappen/0"),
        ("Vordering", "/vordering"),
        ("Jaarvordering", "/vordering/bruto/0"),
        ("Postoordeel", "/vordering/leningen/0"),
        ("Postoordeel", "/vordering/bestemmingen/0"),
    ];
    assert_eq!(antwoord["vordering"]["leningen"][0]["bedrag"], "400.00");
    assert_eq!(antwoord["vordering"]["kwijtschelding"], "mogelijk");
    let document = api.ask(&Method::GET, "/v1/openapi.json", None).await;
    let document: Value = serde_json::from_slice(&document.inhoud).unwrap();
    compare(&document, &antwoord, &antwoordvormen);
    let vraagvormen = [
        ("Herzieningsvraagvorm", ""),
        ("Oorzaak", "/oorzaken/0"),
        ("Afziendeel", "/oorzaken/0/afzien"),
        ("Vorderingsvraagvorm", "/vordering"),
        ("Belastingjaar", "/vordering/belastingEnPremies/0"),
        ("Leningvorm", "/vordering/leningen/0"),
        ("Bestemmingvorm", "/vordering/bestemmingen/0"),
        ("Aflosvorm", "/vordering/kwijtschelding"),
    ];
    let mut vraag = vraag();
    vraag["oorzaken"][0]["afzien"]["bedrag"] = Value::Null;
    compare(&document, &vraag, &vraagvormen);
}

#[actix_web::test]
async fn wrong_fields_come_at_once_and_nobody_asks_for_another_municipality() {
    let api = Api::start().await;
    let mut fout = vraag();
    fout["dag"] = json!("gisteren");
    fout["oud"]["van"] = json!("2026-13");
    fout["oorzaken"][0]["oorzaak"] = json!("pech");
    let (status, antwoord) = review(&api, "demo-consulent-winterswijk", &fout).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    let tekst = antwoord.to_string();
    for veld in ["\"dag\"", "oud.van", "oorzaken[0].oorzaak"] {
        assert!(tekst.contains(veld), "{tekst}");
    }
    for (wie, verwacht) in [
        ("demo-consulent-nijkerk", StatusCode::NOT_FOUND),
        ("demo-fg-winterswijk", StatusCode::FORBIDDEN),
    ] {
        assert_eq!(review(&api, wie, &vraag()).await.0, verwacht, "{wie}");
    }
    let zonder = api.ask(&Method::POST, "/v1/herzieningen", None).await;
    assert_eq!(zonder.status, StatusCode::UNAUTHORIZED);
}
