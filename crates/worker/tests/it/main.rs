//! Jobs on a real database, and what leaves the house.
#![allow(missing_docs, clippy::unwrap_used, reason = "tests")]

mod kwartaal;
mod opstelling;
mod overleg;
mod populatie;
mod zienswijze;
