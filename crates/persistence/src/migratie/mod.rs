//! Migrations: plain SQL, compiled in, for the platform and for each municipality's schema.
//!
//! One ledger row per schema and version, written in the transaction of the migration itself: an interrupted
//! run goes on where it stopped. Municipalities run side by side, and one that fails does not stop the others.

mod bron;
mod rollen;
mod runner;

pub use bron::{Migratie, gemeente_migraties, platform_migraties};
pub(crate) use rollen::ensure_roles;
pub use runner::{Beheer, MigratieError, Migratieverslag, render};
