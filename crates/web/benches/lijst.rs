//! How quick the list of residents is for 32 people at once: `cargo bench -p web --bench lijst`.
//!
//! The real server and PostgreSQL (settings of the tests, so no fsync) with the client beside them on the same
//! machine; 10.000 residents. Every page writes the audit row and the processing log of the twenty it shows.

#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

use std::net::TcpListener;
use std::time::{Duration, Instant};

use actix_web::HttpServer;
use http_base::build_app;
use http_base::testing::{TestApp, test_state};
use primitives::Maand;
use reqwest::Client;
use reqwest::header::COOKIE;
use testkit::{TestDb, consulent, fill_bestand, nu, winterswijk};

const INWONERS: u32 = 10_000;
const VERBINDINGEN: usize = 32;
const VERZOEKEN: usize = 150;

#[actix_web::main]
async fn main() {
    let test = TestDb::new().await;
    let maanden = ["2026-04", "2026-09"].map(|maand| Maand::parse(maand).expect("a month"));
    let mut superuser = test.superuser().await;
    fill_bestand(&mut superuser, winterswijk(), INWONERS, maanden.into()).await;
    test.analyze(&mut superuser).await;
    let state = test_state(test.db.clone(), nu(), web::render_foutpagina);
    let app = TestApp::new(state, web::configure);
    let wie = app.login(consulent()).await;
    let naam = app.state.settings.cookie_naam();
    let cookie = format!("{naam}={}", wie.token.unwrap_or_default());
    let luisteraar = TcpListener::bind("127.0.0.1:0").expect("a port");
    let adres = luisteraar.local_addr().expect("an address");
    let state = app.state.clone();
    let server = HttpServer::new(move || build_app(state.clone(), web::configure))
        .listen(luisteraar)
        .expect("a server");
    actix_web::rt::spawn(server.run());
    for pad in ["/GM0294/inwoners", "/GM0294/beleid", "/"] {
        let url = format!("http://{adres}{pad}");
        let mut tijden = measure(&url, &cookie, VERZOEKEN / 10).await;
        tijden.clear();
        let begin = Instant::now();
        tijden = measure(&url, &cookie, VERZOEKEN).await;
        let duur = begin.elapsed();
        tijden.sort_unstable();
        let deel = |duizendste: usize| {
            let plek = tijden.len() * duizendste / 1000;
            tijden.get(plek).copied().unwrap_or_default()
        };
        let per_seconde =
            u128::try_from(tijden.len()).unwrap_or(0) * 1000 / duur.as_millis().max(1);
        println!(
            "{pad}: {} verzoeken over {VERBINDINGEN} verbindingen, {per_seconde} per seconde; p50 {:.1?}, p90 {:.1?}, p99 {:.1?}",
            tijden.len(),
            deel(500),
            deel(900),
            deel(990)
        );
    }
}

/// Asks for the page over every connection, so many times one after the other.
async fn measure(url: &str, cookie: &str, keer: usize) -> Vec<Duration> {
    let taken = (0..VERBINDINGEN).map(|_| {
        let (url, cookie) = (url.to_owned(), cookie.to_owned());
        actix_web::rt::spawn(async move {
            let client = Client::new();
            let mut tijden = Vec::with_capacity(keer);
            for _ in 0..keer {
                let begin = Instant::now();
                let antwoord = client.get(&url).header(COOKIE, &cookie).send().await;
                let antwoord = antwoord.expect("an answer");
                assert!(antwoord.status().is_success(), "{}", antwoord.status());
                antwoord.bytes().await.expect("a page");
                tijden.push(begin.elapsed());
            }
            tijden
        })
    });
    let mut alle = Vec::new();
    for taak in taken.collect::<Vec<_>>() {
        alle.extend(taak.await.expect("a task"));
    }
    alle
}
