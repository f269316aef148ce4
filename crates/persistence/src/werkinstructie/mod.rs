//! Work rules of the organisation (`bedrijf.werkinstructie`, `bedrijf.werkwaarde`).

mod repo;
mod rows;

pub use repo::{insert_versie, list_werkinstructies, lock_werkinstructies};
