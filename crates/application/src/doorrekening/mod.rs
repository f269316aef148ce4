//! What other policy would mean for the own caseload: calculating, keeping, reading.
//!
//! Calculating runs as [`DbRol::Rapportage`](persistence::DbRol), the role that reads what figures need and never
//! who it is about, and gives nothing but groups of at least ten (ADR 10). Keeping runs in the role of the organ,
//! reading as commissioner.

mod calculate;
mod error;
mod lezen;
mod record_doorrekening;

pub use calculate::{Berekend, calculate_doorrekening, recalculate_doorrekening};
pub use error::DoorrekeningError;
pub use lezen::{find_doorrekening, list_doorrekeningen, list_doorrekeningen_of};
pub use record_doorrekening::{orgaan_of, record_doorrekening};
