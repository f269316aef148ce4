//! The ladder: measuring, and the history of measurements.

mod ladder;
mod meting;

pub use ladder::{Ladderpagina, load_ladder};
pub use meting::{Metingopdracht, record_meting};
