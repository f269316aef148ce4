//! Reading the log of who looked at whose file.

mod repo;
mod rows;

pub use repo::{count_inzage, count_week, list_inzage, list_inzage_per_persoon, list_medewerkers};
pub use rows::{Inzagebladwijzer, Inzagelijst, Inzager, Inzageregel, Weektelling};
