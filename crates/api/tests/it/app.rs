//! The application in process, with tokens of the development identity provider.

use std::collections::BTreeMap;

use actix_web::http::Method;
use actix_web::test::TestRequest;
use demo::idp::{IdpInstellingen, serve};
use http_base::testing::{Bezoeker, PUBLIEKE_URL, TestAntwoord, TestApp, test_state_with_issuer};
use primitives::{Clock, SystemClock};
use serde_json::Value;
use testkit::TestDb;

/// The API with an identity provider that answers.
pub struct Api {
    pub app: TestApp,
    issuer: String,
    pub db: TestDb,
}

impl Api {
    pub async fn start() -> Self {
        let db = TestDb::new().await;
        let instellingen = IdpInstellingen {
            poort: 0,
            stuurhuis: PUBLIEKE_URL.to_owned(),
        };
        let (server, issuer) = serve(&instellingen).unwrap();
        actix_web::rt::spawn(server);
        // Tokens carry the time of the machine.
        let now = SystemClock.now();
        let state = test_state_with_issuer(db.db.clone(), now, |_| String::new(), &issuer);
        Self {
            app: TestApp::new(state, api::configure),
            issuer,
            db,
        }
    }

    /// A bearer token of a fictional user.
    pub async fn token(&self, gebruiker: &str) -> String {
        let antwoord = reqwest::Client::new()
            .post(format!("{}/token", self.issuer))
            .form(&[
                ("grant_type", "urn:stuurhuis:demo"),
                ("gebruiker", gebruiker),
            ])
            .send()
            .await
            .unwrap();
        let inhoud: Value = antwoord.json().await.unwrap();
        inhoud["access_token"].as_str().unwrap().to_owned()
    }

    /// Asks with a token, or without.
    pub async fn ask(&self, methode: &Method, pad: &str, token: Option<&str>) -> TestAntwoord {
        let mut verzoek = TestRequest::default().method(methode.clone()).uri(pad);
        if let Some(token) = token {
            verzoek = verzoek.insert_header(("authorization", format!("Bearer {token}")));
        }
        self.app.send(&Bezoeker::default(), verzoek).await
    }
}

/// Sends JSON with a token.
pub async fn post(api: &Api, pad: &str, token: &str, inhoud: &Value) -> TestAntwoord {
    let verzoek = TestRequest::post()
        .uri(pad)
        .insert_header(("authorization", format!("Bearer {token}")))
        .set_json(inhoud);
    api.app.send(&Bezoeker::default(), verzoek).await
}

/// What came back, as JSON.
pub fn read(antwoord: &TestAntwoord) -> Value {
    serde_json::from_slice(&antwoord.inhoud).unwrap()
}

/// Every address of the document with its methods; parameters are filled in.
pub fn routes() -> BTreeMap<String, Vec<Method>> {
    let document = serde_json::to_value(api::document()).unwrap();
    let paden = document["paths"].as_object().unwrap();
    let routes = paden.iter().map(|(pad, soorten)| {
        let methoden = soorten.as_object().unwrap().keys();
        let methoden =
            methoden.filter_map(|naam| Method::from_bytes(naam.to_uppercase().as_bytes()).ok());
        (
            fill(pad),
            methoden
                .filter(|methode| TestApp::METHODEN.contains(methode))
                .collect(),
        )
    });
    routes.collect()
}

fn fill(pad: &str) -> String {
    let delen = pad.split('/').map(|deel| match deel {
        "{gemeente}" => "GM0294",
        "{jaar}" => "2026",
        "{kwartaal}" => "2026-K1",
        "{sleutel}" => "iit.referteperiode",
        ander if ander.starts_with('{') => "01890a5d-ac96-774b-bcce-b302099a8057",
        ander => ander,
    });
    delen.collect::<Vec<_>>().join("/")
}
