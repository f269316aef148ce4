//! Rounds of zienswijzen: the rounds, the drafts of both sides, and what is public of them.

mod akten;
mod bericht;
mod inhoud;
mod planstap;
mod publiek;
mod ronde;
mod stuk;

pub use akten::{find_antwoord, find_zienswijze, insert_antwoordakte, insert_zienswijzeakte};
pub use bericht::{insert_bericht, insert_verzending};
pub use planstap::{insert_planstap, list_planstappen};
pub use publiek::{
    find_ingediend, insert_antwoord, insert_ingediend, list_antwoorden, list_ingediend,
};
pub use ronde::{find_ronde, insert_ronde, insert_ronde_einde, list_rondes};
pub use stuk::{find_stuk, insert_stuk, list_stukken};
