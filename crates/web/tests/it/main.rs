//! The pages in process, on a database of their own.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod aanmelden;
mod aanvraag;
mod basisset;
mod bedragen;
mod beheer;
mod beleid;
mod beleidsbestand;
mod benchmark;
mod bestand;
mod bezwaar;
mod doorrekenen;
mod dossier;
mod herziening;
mod inzagelog;
mod opdracht;
mod overlegstukken;
mod populatieruns;
mod schemastand;
mod schil;
mod sturing;
mod toegang;
mod upload;
mod voorstellen;
mod werkinstructie;
mod zienswijzen;

use http_base::testing::{TestApp, test_state};
use testkit::TestDb;

/// The pages on a fresh database with Winterswijk and Nijkerk.
pub async fn app() -> TestApp {
    app_on(TestDb::new().await)
}

/// The same on a database that was made ready.
pub fn app_on(test: TestDb) -> TestApp {
    let state = test_state(test.db.clone(), testkit::nu(), web::render_foutpagina);
    // The keys of the database live as long as the test.
    std::mem::forget(test);
    TestApp::new(state, web::configure)
}
