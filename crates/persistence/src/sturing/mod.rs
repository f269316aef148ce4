//! Steering: the facts behind figures, closings, comparison, comments, meetings and who is told.

mod cijfers;
mod feiten;
mod ontvanger;
mod overleg;
mod rows;
mod sluiting;
mod toelichting;

pub use cijfers::{list_cijfers, list_kwaliteit, list_meetpunten};
pub use feiten::load_feiten;
pub use ontvanger::{
    Ontvanger, Ontvangerrol, end_ontvanger, find_ontvanger, insert_ontvanger, list_ontvanger_ids,
    list_ontvangers,
};
pub use overleg::{
    find_last_held, find_overleg, insert_afspraak, insert_afspraak_einde, insert_overleg,
    list_open_afspraken, list_overleggen, load_afspraak, update_overleg,
};
pub use rows::Gemeentenaam;
pub use sluiting::{
    Sluitingakte, find_sluiting, find_sluiting_by_id, insert_sluiting, list_gemeenten,
    list_sluitingen, list_sluitingen_van_kwartaal,
};
pub use toelichting::{insert_toelichting, list_toelichtingen};
