//! Applications with their acts and frozen calculations, decisions, and the mandate register (`aanvraag`, `aanvraagakte`,
//! `aanvraagberekening`, `aanvraagstand`, `beschikking`, `mandaat`).

mod bevroren;
mod mandaat;
mod repo;
mod rows;
mod werklijst;

pub use bevroren::Berekening;
pub(crate) use bevroren::{Berekeningrij, read_brief, write_brief};
pub use mandaat::{insert_mandaten, load_mandaatregister, load_uitvoeringsvorm};
pub use repo::{
    find_aanvraag, find_berekening, find_brief, insert_aanvraag, insert_akte, insert_berekening,
    insert_beschikking, list_aanvragen,
};
pub(crate) use werklijst::count_by_register;
pub use werklijst::{
    Werkbladwijzer, Werktelling, count_te_beslissen, count_wachtend, list_wachtend,
};
