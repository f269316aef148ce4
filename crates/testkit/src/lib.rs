//! Development only: a private PostgreSQL in memory, a fresh database per test, builders, a fixed clock.

mod bestand;
mod database;
pub mod guard;
mod maandbestand;
mod personen;
mod toestand;

pub use bestand::{fill_bestand, fill_huishoudens};
pub use database::TestDb;
pub use maandbestand::{Maandbestand, bsn};
pub use personen::{actor, collega, consulent, nijkerk, nu, winterswijk};
pub use toestand::Slot;
