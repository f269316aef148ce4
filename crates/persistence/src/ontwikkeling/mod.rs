//! Measurements of the ladder.

mod repo;
mod rows;

pub use repo::{insert_meting, list_metingen};
