//! Proposals: their acts as rows, and the proposal that follows from them.

mod inhoud;
mod repo;
mod rows;

pub use repo::{Voorstelfilter, find_voorstel, insert_akte, insert_voorstel, list_voorstellen};
