//! The API from outside: rules that hold for every route, read from the document itself.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

mod aanvraag;
mod app;
mod basisset;
mod beleid;
mod document;
mod doorrekening;
mod dossier;
mod herziening;
mod herzieningen;
mod opdracht;
mod populatierun;
mod recht;
mod reeks;
mod regels;
mod sturing;
mod vervanging;
mod voorstel;
mod werken;
mod werkinstructie;
mod zienswijze;
