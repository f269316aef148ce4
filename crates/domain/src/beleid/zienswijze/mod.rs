//! What the councils think of the documents of the organisation, before its general board decides on them
//! (seed 003; Wet gemeenschappelijke regelingen arts 1, 34, 34b and 35).
//!
//! The organisation opens a [`Ronde`]: documents, and the days that the law or an agreement sets. Each council
//! writes its [`Zienswijze`]; the board answers every point of it in a [`Beantwoording`]. Both are an [`Ontwerp`]:
//! one person writes, another confirms. The [`Planning`] shows what of the yearly cycle is due when.

mod antwoord;
mod herinnering;
mod ontwerp;
mod planning;
mod raad;
mod ronde;
mod ronde_invoer;
mod termijn;
#[cfg(test)]
mod tests;

pub use antwoord::{Antwoord, AntwoordInvoer, Beantwoording, Oordeel, Reactie, ReactieregelInvoer};
pub use herinnering::Herinnering;
pub use ontwerp::{Ontwerp, Ontwerpakte, Ontwerpgeweigerd, Ontwerphandeling};
pub use planning::{GedaneStap, Planning, Planpunt, Planstand, StapInvoer};
pub use raad::{
    IndieningInvoer, Ingediend, Punt, PuntInvoer, Raadsbesluit, Zienswijze, ZienswijzeInvoer,
    Zienswijzestrekking, Zienswijzetekst,
};
pub use ronde::{
    Gemeentestand, Ronde, RondeGeweigerd, Rondeeinde, Rondekop, Rondesoort, Rondestand,
};
pub use ronde_invoer::{EindeInvoer, RondeInvoer};
pub use termijn::{Planstap, Rondetermijnen, Termijn};
