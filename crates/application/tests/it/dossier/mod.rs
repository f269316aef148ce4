//! Residents: list, search, pages, acts.

pub mod arrange;
mod casusregie;
mod inzage;
mod lijst;
mod meting;
mod pagina;
mod regisseurlijst;
mod woongebied;
