//! Population runs: what was asked and how far each municipality is (shared), sums and exceptions (of a municipality).
//!
//! A batch takes the lock of its municipality's row in `platform.populatierun_gemeente` first ([`lock_voortgang`]); sums,
//! exceptions and cursor follow in the same transaction, so nothing is done or counted twice (ADR 14).

mod rows;
mod run;
mod som;
mod uitzondering;
mod voortgang;

pub use run::{
    find_populatierun, find_populatierun_of, insert_populatierun, list_populatieruns,
    list_populatieruns_of,
};
pub use som::{Populatiestand, find_populatiesom, insert_populatiesom, update_populatiesom};
pub use uitzondering::{
    Uitzondering, Uitzonderingregel, insert_uitzonderingen, list_uitzonderingen,
};
pub use voortgang::{list_voortgang, lock_voortgang, record_mislukking, update_voortgang};
