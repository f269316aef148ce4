//! Use cases on a real database: state, audit line and jobs afterwards.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod aanvraag;
mod basisset;
mod beleid;
mod bezwaar;
mod doorrekening;
mod dossier;
mod heroverweging;
mod herziening;
mod opdracht;
mod populatie;
mod recht;
mod sleutels;
mod statistiek;
mod sturing;
mod toezicht;
mod voorstel;
mod werkinstructie;
mod zienswijze;
