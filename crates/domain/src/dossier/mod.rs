//! The dossier of a resident: one casusregisseur, notes, the household and the course of things.
//!
//! Piketpalen 2, 4, 5 and 7 of seed 002 (Samen aan het stuur, Oost Achterhoek): a resident gets one casusregisseur,
//! who stays; a handover happens in consultation within the sociaal team.

mod casusregie;
mod huishoudbeeld;
mod inbeeld;
mod notitie;
mod notitielijst;
mod openstaand;
mod regisseurlijst;
mod tijdlijn;
mod uitkeringsverloop;
mod vrijetekst;
mod woongebied;
mod woongebiedlijst;
mod zoeken;

pub use casusregie::{
    Casusregie, Casusregisseur, Medewerker, Overdracht, OverdrachtError, Overdrachtsopdracht,
};
pub use huishoudbeeld::{Huisgenoot, Huishoudbeeld};
pub use inbeeld::{Beeldstand, Inbeeldtermijn};
pub use notitie::{Notitie, NotitieError, Notitiesoort, Notitietekst};
pub use notitielijst::{Notitielijst, Notitieregel};
pub use openstaand::{Openstaand, list_openstaand};
pub use regisseurlijst::{Regisseurlijst, Regisseurregel};
pub use tijdlijn::{Gebeurtenis, Gebeurtenissoort, Tijdlijn};
pub use uitkeringsverloop::{
    Afloop, Maandstand, Uitkeringsperiode, Voorzieningsperiode, uitkeringsperioden,
};
pub use vrijetekst::{Reden, Vrijetekst, VrijetekstError};
pub use woongebied::{Woongebied, WoongebiedError, find_woonplek};
pub use woongebiedlijst::{Woongebiedlijst, Woongebiedregel};
pub use zoeken::{Zoekopdracht, ZoekopdrachtError};
