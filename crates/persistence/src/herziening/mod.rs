//! Reviews with their acts, frozen calculations and letters (`herziening`, `herzieningakte`, `herzieningsberekening`,
//! `herzieningsbesluit`).

mod repo;
mod rows;

pub use repo::{
    count_te_beslissen, find_berekening, find_brief, find_herziening, find_in_bezwaar, insert_akte,
    insert_berekening, insert_besluit, insert_herziening, list_herzieningen, list_voorgesteld,
};
