//! What other values of council and college would mean for the own caseload, before anybody decides.
//!
//! The statutory records of a month become [`Rekenhuishouden`]s, those become a [`Rekenbestand`] of groups of at
//! least ten (ADR 10), and [`calculate_doorrekening`] lays two [`Rekenset`]s beside each other on it, those of
//! the area where somebody lives if that has values of its own ([`Rekensets`]). What cannot
//! be calculated says so: [`find_belemmering`]. What the records do not tell is counted, never guessed.

mod akte;
mod effect;
mod huishouden;
mod kosten;
mod parameter;
mod rekengroep;
mod rekenset;
mod rekensets;
mod uitkomst;
mod verdeling;
mod werken_loont;
mod wijziging;

#[cfg(test)]
mod tests;

pub use akte::{Doorrekeningakte, Doorrekeningkop, Doorrekeningnaam, DoorrekeningnaamError};
pub use effect::Onbekend;
pub use huishouden::{Inkomensklasse, NietTeBerekenen, Rekenhuishouden};
pub use kosten::{Jaarkosten, Kosten};
pub use parameter::{Rekenparameter, find_belemmering};
pub use rekengroep::{Rekenbestand, TeKlein};
pub use rekenset::{Categorie, Rekenset};
pub use rekensets::Rekensets;
pub use uitkomst::{
    Doorrekening, Groepstelling, Redentelling, TeKort, Telling, Waardepaar, calculate_doorrekening,
};
pub use verdeling::Staaf;
pub use werken_loont::{Loonpunt, Loonvoorbeeld, WerkenLoont};
pub use wijziging::{Rekenvraag, RekenvraagInvoer, Wijziging};
