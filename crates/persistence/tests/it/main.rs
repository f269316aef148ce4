//! Repositories, isolation and the chain, on a real database.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod aanvraag;
mod audit;
mod beleid;
mod bezwaar;
mod herziening;
mod isolatie;
mod jobs;
mod migraties;
mod voorstel;
mod zienswijze;
