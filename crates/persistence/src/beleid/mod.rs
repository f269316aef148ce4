//! Decisions, their publication and their values; and the catalogue by which the database checks them.

mod basisset;
mod bijlage;
mod catalogus;
mod repo;
mod rows;
mod voorstel;
pub mod zienswijze;

pub use basisset::{
    find_basisset, find_basisversie, find_basisversie_by_naam, find_grondslag, insert_basisakte,
    insert_basisset, insert_grondslag, list_basissets, list_basisversies, list_grondslagen,
};
pub use bijlage::{BijlageVan, Bijlageregel, find_bijlage, insert_bijlage, list_bijlagen};
pub(crate) use catalogus::update_catalogus;
pub use repo::{
    Besluitfilter, Besluitpositie, find_besluit, insert_bekendmaking, insert_besluit,
    insert_correctie, list_besluiten, list_nummers, list_onbekendgemaakt, load_beleid,
};
pub use voorstel::{Voorstelfilter, find_voorstel, insert_akte, insert_voorstel, list_voorstellen};
