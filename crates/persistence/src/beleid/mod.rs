//! Decisions, their publication and their values; and the catalogue by which the database checks them.

mod catalogus;
mod repo;
mod rows;

pub(crate) use catalogus::update_catalogus;
pub use repo::{
    Besluitfilter, Besluitpositie, find_besluit, insert_bekendmaking, insert_besluit,
    insert_correctie, list_besluiten, list_nummers, list_onbekendgemaakt, load_beleid,
};
