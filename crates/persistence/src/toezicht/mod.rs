//! Reading the log of who looked at whose file.

mod repo;
mod rows;

pub use repo::{count_inzage, count_week, list_inzage, list_medewerkers};
pub use rows::{Inzagebladwijzer, Inzager, Inzageregel, Weektelling};
