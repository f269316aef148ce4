//! Staffing of a municipality: steps in time, as known on a moment.

mod repo;

pub use repo::{insert_stap, list_regels, list_stappen, lock_overname};
