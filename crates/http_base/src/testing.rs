//! For tests: the application in process, with whoever the test wants logged in.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use actix_web::cookie::Cookie;
use actix_web::http::header::{self, HeaderMap};
use actix_web::http::{Method, StatusCode};
use actix_web::test::{self, TestRequest};
use actix_web::web::{Data, ServiceConfig};
use domain::bevoegdheid::Actor;
use identity::{Claimpaden, Clientbewijs, Geheim, Identity, IdentitySettings};
use persistence::Db;
use primitives::{FixedClock, Moment, SystemIds};

use crate::app_state::Foutpagina;
use crate::{AppState, Gemeenteregister, HttpSettings, Metrics, Omgeving, Sessies, build_app};

/// The address under which tests reach the application.
pub const PUBLIEKE_URL: &str = "http://localhost:8080";

/// The application in process, on a database of the test.
pub struct TestApp {
    /// The state, to look at or change.
    pub state: Data<AppState>,
    configure: fn(&mut ServiceConfig),
}

/// Somebody who is logged in, or nobody.
#[derive(Clone, Debug, Default)]
pub struct Bezoeker {
    /// The token of the cookie.
    pub token: Option<String>,
    /// The value of `_csrf`.
    pub csrf: String,
}

/// An answer, read to its end.
#[derive(Debug)]
pub struct TestAntwoord {
    /// Status.
    pub status: StatusCode,
    /// Headers.
    pub koppen: HeaderMap,
    /// Body.
    pub inhoud: Vec<u8>,
}

impl TestAntwoord {
    /// The body as text.
    pub fn tekst(&self) -> String {
        String::from_utf8_lossy(&self.inhoud).into_owned()
    }

    /// A header as text; empty when absent.
    pub fn kop(&self, naam: &str) -> &str {
        let waarde = self
            .koppen
            .get(naam)
            .and_then(|waarde| waarde.to_str().ok());
        waarde.unwrap_or_default()
    }
}

/// The state that tests start from; no identity provider answers.
pub fn test_state(db: Db, now: Moment, foutpagina: Foutpagina) -> AppState {
    test_state_with_issuer(db, now, foutpagina, "http://127.0.0.1:1")
}

/// The same, with the address of an identity provider.
///
/// # Panics
/// When the machine cannot make an HTTP client.
pub fn test_state_with_issuer(
    db: Db,
    now: Moment,
    foutpagina: Foutpagina,
    issuer: &str,
) -> AppState {
    let identity = IdentitySettings {
        issuer: issuer.to_owned(),
        client_id: "stuurhuis".to_owned(),
        bewijs: Clientbewijs::ClientSecretBasic {
            geheim: Geheim::new("demo-geheim".to_owned()),
        },
        api_audience: "stuurhuis-api".to_owned(),
        acr: Vec::new(),
        claims: Claimpaden::default(),
    };
    let terug = format!("{PUBLIEKE_URL}{}", crate::aanmelden::TERUG_PAD);
    AppState {
        sessies: Sessies::new(db.clone()),
        db,
        clock: Arc::new(FixedClock(now)),
        ids: Arc::new(SystemIds),
        identity: Arc::new(Identity::try_new(identity, terug, true).expect("an HTTP client")),
        settings: HttpSettings {
            omgeving: Omgeving::Test,
            publieke_url: PUBLIEKE_URL.to_owned(),
            organisatie: "Werkleerbedrijf Test".to_owned(),
            organisatie_adres: vec!["Postbus 100 (voorbeeld)".to_owned()],
            gemeente_adressen: BTreeMap::new(),
            beveiligingscontact: "mailto:beveiliging@example.nl".to_owned(),
        },
        gemeenten: Gemeenteregister::default(),
        metrics: Metrics::try_new().expect("metrics with names of their own"),
        stopt: Arc::new(AtomicBool::new(false)),
        foutpagina,
    }
}

impl TestApp {
    /// The application with the routes of `configure`.
    pub fn new(state: AppState, configure: fn(&mut ServiceConfig)) -> Self {
        Self {
            state: Data::new(state),
            configure,
        }
    }

    /// Logs somebody in without the identity provider.
    ///
    /// # Panics
    /// When the database fails.
    pub async fn login(&self, actor: Actor) -> Bezoeker {
        let now = self.state.clock.now();
        let token = self.state.sessies.insert(now, actor, None).await;
        let token = token.expect("a session");
        let sessie = self.state.sessies.find(&token, now).await;
        let sessie = sessie
            .expect("the database answers")
            .expect("the session holds");
        Bezoeker {
            token: Some(token.expose().to_owned()),
            csrf: sessie.csrf.expose().to_owned(),
        }
    }

    /// Asks for a page.
    pub async fn get(&self, wie: &Bezoeker, pad: &str) -> TestAntwoord {
        self.send(wie, TestRequest::get().uri(pad)).await
    }

    /// Sends a form with its `_csrf`, as a browser does.
    pub async fn post(&self, wie: &Bezoeker, pad: &str, velden: &[(&str, &str)]) -> TestAntwoord {
        let mut alle = vec![("_csrf", wie.csrf.as_str())];
        alle.extend_from_slice(velden);
        let verzoek = TestRequest::post()
            .uri(pad)
            .insert_header((header::ORIGIN, PUBLIEKE_URL))
            .set_form(alle);
        self.send(wie, verzoek).await
    }

    /// Sends a form with one file, as a browser does.
    pub async fn upload(
        &self,
        wie: &Bezoeker,
        pad: &str,
        velden: &[(&str, &str)],
        bestand: (&str, &str, &[u8]),
    ) -> TestAntwoord {
        const GRENS: &str = "----stuurhuistest";
        let mut inhoud = Vec::new();
        let alle = [("_csrf", wie.csrf.as_str())];
        for (naam, waarde) in alle.iter().chain(velden) {
            let deel = format!(
                "--{GRENS}\r\nContent-Disposition: form-data; name=\"{naam}\"\r\n\r\n{waarde}\r\n"
            );
            inhoud.extend_from_slice(deel.as_bytes());
        }
        let (veld, bestandsnaam, bytes) = bestand;
        let kop = format!(
            "--{GRENS}\r\nContent-Disposition: form-data; name=\"{veld}\"; filename=\"{bestandsnaam}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        );
        inhoud.extend_from_slice(kop.as_bytes());
        inhoud.extend_from_slice(bytes);
        inhoud.extend_from_slice(format!("\r\n--{GRENS}--\r\n").as_bytes());
        let verzoek = TestRequest::post()
            .uri(pad)
            .insert_header((header::ORIGIN, PUBLIEKE_URL))
            .insert_header((
                header::CONTENT_TYPE,
                format!("multipart/form-data; boundary={GRENS}"),
            ))
            .set_payload(inhoud);
        self.send(wie, verzoek).await
    }

    /// Sends any request, with the cookie of `wie`.
    pub async fn send(&self, wie: &Bezoeker, verzoek: TestRequest) -> TestAntwoord {
        let app = test::init_service(build_app(self.state.clone(), self.configure)).await;
        let verzoek = match &wie.token {
            Some(token) => verzoek.cookie(Cookie::new(
                self.state.settings.cookie_naam(),
                token.clone(),
            )),
            None => verzoek,
        };
        let antwoord = test::call_service(&app, verzoek.to_request()).await;
        TestAntwoord {
            status: antwoord.status(),
            koppen: antwoord.headers().clone(),
            inhoud: test::read_body(antwoord).await.to_vec(),
        }
    }

    /// The methods that a test tries on every route.
    pub const METHODEN: [Method; 5] = [
        Method::GET,
        Method::POST,
        Method::PUT,
        Method::PATCH,
        Method::DELETE,
    ];
}
