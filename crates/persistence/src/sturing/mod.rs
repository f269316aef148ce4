//! Steering: the facts behind figures, closings, comparison, comments, meetings and who is told.

mod cijfers;
mod feiten;
mod ontvanger;
mod overleg;
mod overlegbericht;
mod rows;
mod sluiting;
mod toelichting;

pub use cijfers::{list_cijfers, list_kwaliteit, list_meetpunten};
pub use feiten::load_feiten;
pub use ontvanger::{
    Ontvanger, Ontvangerrol, find_ontvanger, insert_ontvanger, list_ontvanger_ids, list_ontvangers,
    update_ontvanger_vervallen,
};
pub use overleg::{
    find_afspraak, find_last_held, find_overleg, find_overleg_by_id, find_zelfde_afspraak,
    insert_afspraak, insert_afspraak_einde, insert_overleg, list_open_afspraken, list_overlegdagen,
    list_overleggen, lock_overleg, update_overleg,
};
pub use overlegbericht::{insert_overlegbericht, insert_overlegverzending};
pub use rows::Gemeentenaam;
pub use sluiting::{
    Sluitingakte, calculate_hash, find_sluiting, find_sluiting_by_id, insert_sluiting,
    list_gemeenten, list_leden, list_sluitingen, list_sluitingen_van_kwartaal,
};
pub use toelichting::{
    find_zelfde_toelichting, insert_toelichting, list_toelichtingen, lock_toelichtingen,
};
