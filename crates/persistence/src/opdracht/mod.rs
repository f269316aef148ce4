//! The assignment, the plan and the states of a municipality, and what a closing keeps of them
//! (`opdrachtakte`, `uitvoeringsplan`, `onderdeelstand`, `sturing.opdrachtregel`).

mod inhoud;
mod regels;
mod repo;
mod rows;

pub use regels::{insert_regels, list_regels};
pub use repo::{
    insert_akte, insert_plan, insert_stand, list_jaren, list_kaders, load_beeld, load_opdracht,
};
