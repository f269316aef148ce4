//! Development only: a private PostgreSQL in memory, a fresh database per test, builders, a fixed clock.

mod database;
pub mod guard;
mod personen;

pub use database::TestDb;
pub use personen::{actor, consulent, nijkerk, nu, winterswijk};
