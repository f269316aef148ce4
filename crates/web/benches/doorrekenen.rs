//! How long a council waits for the page of a simulation: `cargo bench -p web --bench doorrekenen`.
//!
//! The real server and PostgreSQL (settings of the tests) with one client; 16.000 residents, which are about 12.000
//! households. The whole page and the part that the script asks for.

#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

use std::net::TcpListener;
use std::time::{Duration, Instant};

use actix_web::HttpServer;
use domain::bevoegdheid::Rol;
use http_base::build_app;
use http_base::testing::{TestApp, test_state};
use primitives::Maand;
use reqwest::Client;
use reqwest::header::COOKIE;
use testkit::{TestDb, actor, fill_bestand, fill_huishoudens, nu, winterswijk};

const INWONERS: u32 = 16_000;
const KEER: u32 = 20;

#[actix_web::main]
async fn main() {
    let test = TestDb::new().await;
    let maanden = ["2026-08", "2026-09"].map(|maand| Maand::parse(maand).expect("a month"));
    let mut superuser = test.superuser().await;
    fill_bestand(&mut superuser, winterswijk(), INWONERS, maanden.into()).await;
    fill_huishoudens(&mut superuser, winterswijk()).await;
    test.analyze(&mut superuser).await;
    let state = test_state(test.db.clone(), nu(), web::render_foutpagina);
    let app = TestApp::new(state, web::configure);
    let wie = app.login(actor(Rol::Griffie, winterswijk())).await;
    let naam = app.state.settings.cookie_naam();
    let cookie = format!("{naam}={}", wie.token.unwrap_or_default());
    let luisteraar = TcpListener::bind("127.0.0.1:0").expect("a port");
    let adres = luisteraar.local_addr().expect("an address");
    let state = app.state.clone();
    let server = HttpServer::new(move || build_app(state.clone(), web::configure))
        .listen(luisteraar)
        .expect("a server");
    actix_web::rt::spawn(server.run());
    let vraag = "vanaf=1-1-2027&iit.bedrag.alleenstaande=450&iit.bedrag.alleenstaande-ouder=500\
                 &iit.bedrag.gehuwden=550&iit.referteperiode=36&iit.inkomensgrens=110&norm.verlaging.woonsituatie=20";
    for pad in ["/GM0294/doorrekenen", "/GM0294/doorrekenen/uitkomst"] {
        let url = format!("http://{adres}{pad}?{vraag}");
        let mut tijden = Vec::new();
        let mut tekst = String::new();
        for _ in 0..KEER {
            let begin = Instant::now();
            let antwoord = Client::new().get(&url).header(COOKIE, &cookie).send().await;
            let antwoord = antwoord.expect("an answer");
            assert!(antwoord.status().is_success(), "{}", antwoord.status());
            tekst = antwoord.text().await.expect("a page");
            tijden.push(begin.elapsed());
        }
        tijden.sort_unstable();
        let midden = tijden
            .get(tijden.len() / 2)
            .copied()
            .unwrap_or(Duration::ZERO);
        let laatste = tijden.last().copied().unwrap_or(Duration::ZERO);
        let begin = tekst.find("Er is gerekend met ").unwrap_or_default();
        let zin: String = tekst
            .get(begin..)
            .unwrap_or_default()
            .chars()
            .take(38)
            .collect();
        println!(
            "{pad}: mediaan {midden:.0?}, langste {laatste:.0?} van {KEER}, {} kB ({zin})",
            tekst.len() / 1024
        );
    }
}
