//! Residents: list, search, pages, acts.

mod arrange;
mod casusregie;
mod inzage;
mod lijst;
mod meting;
mod pagina;
mod regisseurlijst;
