//! Documents and charts, from read model to bytes.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "tests"
)]

mod beleidsbestand;
mod brief;
mod grafiek;
mod kwartaal;
mod lijst;
mod voorbeeld;
