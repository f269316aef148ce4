//! Objections with their acts and letters (`bezwaar`, `bezwaarakte`, `bezwaarstand`, `bezwaarberekening`,
//! `bezwaarbesluit`).

mod repo;
mod rows;
mod werklijst;

pub use repo::{
    find_berekening, find_bezwaar, find_brief, insert_akte, insert_berekening, insert_besluit,
    insert_bezwaar, list_bezwaren, list_bezwaren_van,
};
pub use werklijst::{Bezwaarbladwijzer, Bezwaartelling, count_wachtend, list_wachtend};
