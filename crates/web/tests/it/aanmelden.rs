//! Logging in and out at the development provider, and bearer tokens of it, forged ones too.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::test::TestRequest;
use actix_web::web::ServiceConfig;
use demo::idp::IdpInstellingen;
use http_base::testing::{Bezoeker, PUBLIEKE_URL, TestAntwoord, TestApp, test_state_with_issuer};
use http_base::{Drager, DragerInGemeente, Pad};
use jiff::SignedDuration;
use primitives::{Clock, FixedClock, SystemClock};
use testkit::TestDb;
use url::Url;

/// The pages, and two addresses for systems.
fn configure(cfg: &mut ServiceConfig) {
    web::configure(cfg);
    cfg.service(Pad::new("/v1/ik").get(async |drager: Drager| drager.0.naam))
        .service(
            Pad::new("/v1/{gemeente}/ik")
                .get(async |drager: DragerInGemeente| drager.gemeente.naam),
        );
}

struct Opstelling {
    app: TestApp,
    issuer: String,
    browser: reqwest::Client,
}

impl Opstelling {
    async fn new() -> Self {
        let test = TestDb::new().await;
        let instellingen = IdpInstellingen {
            poort: 0,
            stuurhuis: PUBLIEKE_URL.to_owned(),
        };
        let (server, issuer) = demo::idp::serve(&instellingen).unwrap();
        tokio::spawn(server);
        let mut state = test_state_with_issuer(
            test.db.clone(),
            testkit::nu(),
            web::render_foutpagina,
            &issuer,
        );
        state.clock = Arc::new(SystemClock);
        std::mem::forget(test);
        let browser = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .unwrap();
        Self {
            app: TestApp::new(state, configure),
            issuer,
            browser,
        }
    }

    /// The same application an hour earlier or later.
    fn at(&self, uren: i64) -> TestApp {
        let mut state = (**self.app.state).clone();
        state.clock = Arc::new(FixedClock(
            SystemClock.now() + SignedDuration::from_hours(uren),
        ));
        TestApp::new(state, configure)
    }

    /// Goes to the login, chooses `gebruiker` at the provider; the cookie and the address to go back to.
    async fn choose(&self, gebruiker: &str, terug: &str) -> (Bezoeker, String) {
        let begin = self
            .app
            .get(&Bezoeker::default(), &format!("/login?terug={terug}"))
            .await;
        assert_eq!(begin.status, StatusCode::SEE_OTHER, "{}", begin.tekst());
        let naar = begin.kop("location");
        assert!(naar.starts_with(&self.issuer) && naar.contains("code_challenge_method=S256"));
        let lijst = self
            .browser
            .get(naar)
            .send()
            .await
            .unwrap()
            .text()
            .await
            .unwrap();
        let html = scraper::Html::parse_document(&lijst);
        let kies = scraper::Selector::parse(&format!("#{gebruiker}")).unwrap();
        let link = html.select(&kies).next().unwrap().attr("href").unwrap();
        let gekozen = self
            .browser
            .get(format!("{}{link}", self.issuer))
            .send()
            .await
            .unwrap();
        let terug = gekozen.headers()["location"].to_str().unwrap();
        let terug = Url::parse(terug).unwrap();
        let pad = format!("{}?{}", terug.path(), terug.query().unwrap());
        (cookie_of(&begin), pad)
    }

    async fn bearer(&self, gebruiker: &str) -> serde_json::Value {
        let vraag = [
            ("grant_type", "urn:stuurhuis:demo"),
            ("gebruiker", gebruiker),
        ];
        let antwoord = self
            .browser
            .post(format!("{}/token", self.issuer))
            .form(&vraag);
        antwoord.send().await.unwrap().json().await.unwrap()
    }
}

fn cookie_of(antwoord: &TestAntwoord) -> Bezoeker {
    let kop = antwoord.kop("set-cookie");
    assert!(kop.contains("HttpOnly") && kop.contains("SameSite=Lax") && kop.contains("Path=/"));
    let waarde = kop.split_once('=').unwrap().1.split(';').next().unwrap();
    Bezoeker {
        token: Some(waarde.to_owned()),
        csrf: String::new(),
    }
}

async fn ask(app: &TestApp, pad: &str, token: &str) -> TestAntwoord {
    let verzoek = TestRequest::get()
        .uri(pad)
        .insert_header(("authorization", format!("Bearer {token}")));
    app.send(&Bezoeker::default(), verzoek).await
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_logs_in_and_arrives_where_they_were_going() {
    let op = Opstelling::new().await;
    let (onderweg, pad) = op.choose("demo-consulent-winterswijk", "/GM0294").await;
    let terug = op.app.get(&onderweg, &pad).await;
    assert_eq!(terug.status, StatusCode::SEE_OTHER, "{}", terug.tekst());
    assert_eq!(terug.kop("location"), "/GM0294");
    let wie = cookie_of(&terug);
    assert_ne!(wie.token, onderweg.token);
    let pagina = op.app.get(&wie, "/GM0294").await;
    assert_eq!(pagina.status, StatusCode::OK);
    assert!(pagina.tekst().contains("consulent") && pagina.tekst().contains("Winterswijk"));
    assert_eq!(
        op.app.get(&wie, "/GM0267").await.status,
        StatusCode::NOT_FOUND
    );
    // The token of the login under way opens nothing, before or after.
    assert_eq!(
        op.app.get(&onderweg, "/GM0294").await.status,
        StatusCode::SEE_OTHER
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_works_once_and_in_its_own_browser_only() {
    let op = Opstelling::new().await;
    let (onderweg, pad) = op.choose("demo-consulent-winterswijk", "/").await;
    let (ander, _) = op.choose("demo-griffie-nijkerk", "/").await;
    assert_eq!(
        op.app.get(&ander, &pad).await.status,
        StatusCode::BAD_REQUEST
    );
    assert_eq!(
        op.app.get(&onderweg, &pad).await.status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(
        op.app.get(&onderweg, &pad).await.status,
        StatusCode::BAD_REQUEST
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forged_code_or_state_is_refused() {
    let op = Opstelling::new().await;
    let (onderweg, pad) = op.choose("demo-consulent-winterswijk", "/").await;
    let vals = pad.replace("state=", "state=x");
    assert_eq!(
        op.app.get(&onderweg, &vals).await.status,
        StatusCode::BAD_REQUEST
    );
    let (onderweg, pad) = op.choose("demo-consulent-winterswijk", "/").await;
    let vals = pad.replace("code=", "code=x");
    let antwoord = op.app.get(&onderweg, &vals).await;
    assert_eq!(antwoord.status, StatusCode::SERVICE_UNAVAILABLE);
    let (onderweg, _) = op.choose("demo-consulent-winterswijk", "/").await;
    let afgebroken = op
        .app
        .get(&onderweg, "/login/terug?error=access_denied&state=x")
        .await;
    assert_eq!(afgebroken.status, StatusCode::FORBIDDEN);
    assert!(afgebroken.tekst().contains("afgebroken of geweigerd"));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_no_role_gets_a_page_that_names_the_claim() {
    let op = Opstelling::new().await;
    let (onderweg, pad) = op.choose("demo-zonder-rol", "/").await;
    let antwoord = op.app.get(&onderweg, &pad).await;
    assert_eq!(antwoord.status, StatusCode::FORBIDDEN);
    let tekst = antwoord.tekst();
    assert!(
        tekst.contains("Geen rol toegekend") && tekst.contains("„rollen”"),
        "{tekst}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_provider_for_development_is_refused_elsewhere() {
    let op = Opstelling::new().await;
    let settings = identity::IdentitySettings {
        issuer: op.issuer.clone(),
        client_id: "stuurhuis".to_owned(),
        bewijs: identity::Clientbewijs::ClientSecretBasic {
            geheim: identity::Geheim::new("demo-geheim".to_owned()),
        },
        api_audience: "stuurhuis-api".to_owned(),
        acr: Vec::new(),
        claims: identity::Claimpaden::default(),
    };
    let echt = identity::Identity::try_new(settings, format!("{PUBLIEKE_URL}/login/terug"), false);
    let mut state = (**op.app.state).clone();
    state.identity = Arc::new(echt.unwrap());
    let app = TestApp::new(state, configure);
    assert_eq!(
        app.get(&Bezoeker::default(), "/login").await.status,
        StatusCode::SERVICE_UNAVAILABLE
    );
    let token = op.bearer("demo-consulent-winterswijk").await;
    let antwoord = ask(&app, "/v1/ik", token["access_token"].as_str().unwrap()).await;
    assert_eq!(antwoord.status, StatusCode::SERVICE_UNAVAILABLE);
}

#[tokio::test(flavor = "multi_thread")]
async fn logging_out_leads_past_the_provider_and_back() {
    let op = Opstelling::new().await;
    let (onderweg, pad) = op.choose("demo-consulent-winterswijk", "/").await;
    let mut wie = cookie_of(&op.app.get(&onderweg, &pad).await);
    let pagina = op.app.get(&wie, "/").await.tekst();
    let html = scraper::Html::parse_document(&pagina);
    let kies = scraper::Selector::parse("form[action='/uitloggen'] input[name=_csrf]").unwrap();
    wie.csrf = html
        .select(&kies)
        .next()
        .unwrap()
        .attr("value")
        .unwrap()
        .to_owned();
    let antwoord = op.app.post(&wie, "/uitloggen", &[]).await;
    let naar = Url::parse(antwoord.kop("location")).unwrap();
    assert!(
        naar.as_str().starts_with(&op.issuer) && naar.query().unwrap().contains("id_token_hint=")
    );
    let csp = op.app.get(&wie, "/privacy").await;
    assert!(
        csp.kop("content-security-policy")
            .ends_with(&format!("form-action 'self' {}", op.issuer))
    );
    let einde = op.browser.get(naar).send().await.unwrap();
    assert_eq!(
        einde.headers()["location"],
        format!("{PUBLIEKE_URL}/uitgelogd")
    );
    assert_eq!(op.app.get(&wie, "/").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bearer_token_opens_the_api_where_its_holder_has_a_role() {
    let op = Opstelling::new().await;
    let tokens = op.bearer("demo-consulent-winterswijk").await;
    let token = tokens["access_token"].as_str().unwrap();
    let ik = ask(&op.app, "/v1/ik", token).await;
    assert_eq!(
        (ik.status, ik.tekst().as_str()),
        (StatusCode::OK, "Kim Hofstra")
    );
    assert_eq!(
        ask(&op.app, "/v1/GM0294/ik", token).await.tekst(),
        "Winterswijk"
    );
    let elders = ask(&op.app, "/v1/GM0267/ik", token).await;
    assert_eq!(elders.status, StatusCode::NOT_FOUND);
    assert_eq!(elders.kop("content-type"), "application/problem+json");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_is_forged_expired_or_meant_for_others_is_401() {
    let op = Opstelling::new().await;
    let tokens = op.bearer("demo-consulent-winterswijk").await;
    let goed = tokens["access_token"].as_str().unwrap();
    let delen: Vec<_> = goed.split('.').collect();
    let zonder_handtekening = format!("{}.{}.", delen[0], delen[1]);
    // {"alg":"none","typ":"JWT"}
    let geen_alg = format!("eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.{}.", delen[1]);
    let omgekeerd: String = delen[2].chars().rev().collect();
    let vals = format!("{}.{}.{omgekeerd}", delen[0], delen[1]);
    let ander = op.bearer("demo-directie").await;
    let verwisseld = ander["access_token"]
        .as_str()
        .unwrap()
        .split('.')
        .nth(1)
        .unwrap()
        .to_owned();
    let geruild = format!("{}.{verwisseld}.{}", delen[0], delen[2]);
    let lang = "a".repeat(20_000);
    let id_token = tokens["id_token"].as_str().unwrap();
    for token in [
        "",
        "x",
        "a.b.c",
        &zonder_handtekening,
        &geen_alg,
        &vals,
        &geruild,
        &lang,
        id_token,
    ] {
        let antwoord = ask(&op.app, "/v1/ik", token).await;
        assert_eq!(antwoord.status, StatusCode::UNAUTHORIZED, "{token:.40}");
        assert_eq!(antwoord.kop("content-type"), "application/problem+json");
        assert_eq!(antwoord.kop("www-authenticate"), "Bearer");
    }
    assert_eq!(
        ask(&op.at(2), "/v1/ik", goed).await.status,
        StatusCode::UNAUTHORIZED
    );
    assert_eq!(
        ask(&op.at(-2), "/v1/ik", goed).await.status,
        StatusCode::UNAUTHORIZED
    );
    let zonder = op.app.get(&Bezoeker::default(), "/v1/ik").await;
    assert_eq!(zonder.status, StatusCode::UNAUTHORIZED);
    let rolloos = op.bearer("demo-zonder-rol").await;
    let antwoord = ask(&op.app, "/v1/ik", rolloos["access_token"].as_str().unwrap()).await;
    assert_eq!(antwoord.status, StatusCode::FORBIDDEN);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_cookie_is_no_key_to_the_api() {
    let op = Opstelling::new().await;
    let wie = op.app.login(testkit::consulent()).await;
    assert_eq!(
        op.app.get(&wie, "/v1/ik").await.status,
        StatusCode::UNAUTHORIZED
    );
}
