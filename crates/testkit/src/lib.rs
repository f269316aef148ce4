//! Development only: a private PostgreSQL in memory, a fresh database per test, builders, a fixed clock.

mod bestand;
mod database;
pub mod guard;
mod maandbestand;
mod personen;

pub use bestand::fill_bestand;
pub use database::TestDb;
pub use maandbestand::{Maandbestand, bsn};
pub use personen::{actor, collega, consulent, nijkerk, nu, winterswijk};
