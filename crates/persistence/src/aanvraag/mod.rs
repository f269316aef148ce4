//! Applications with their acts and frozen calculations, decisions, and the mandate register (`aanvraag`, `aanvraagakte`,
//! `aanvraagberekening`, `beschikking`, `mandaat`).

mod mandaat;
mod repo;
mod rows;

pub use mandaat::{insert_mandaten, load_mandaatregister, load_uitvoeringsvorm};
pub use repo::{
    Berekening, find_aanvraag, find_berekening, find_brief, insert_aanvraag, insert_akte,
    insert_berekening, insert_beschikking, list_aanvragen, list_open_aanvragen,
};
