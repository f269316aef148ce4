//! Steering: indicators with a printed definition, the closing of a quarter, comparison, and the meeting.
//!
//! The line through it: [`Feiten`] of one municipality become [`Kwartaalcijfers`] by
//! [`calculate_kwartaalcijfers`]; [`Kwartaalcijfers::publish`] takes out what is about too few persons;
//! [`Kwartaalstand::close`] fixes the result. Only what was published leaves the municipality, so a
//! [`Benchmark`] and a [`Kwartaalrapport`] cannot give away what a closing held back.

mod aandachtspunt;
mod benchmark;
mod bereken;
mod catalogus;
mod cijfer;
mod eenheid;
mod feiten;
mod indicator;
mod klasse;
mod kwaliteit;
mod onderdrukking;
mod opbouw;
mod overleg;
mod rapport;
mod rekenwijze;
mod sluiting;
#[cfg(test)]
mod tests;
mod verloop;

pub use aandachtspunt::Aandachtspunt;
pub use benchmark::{Benchmark, Groepscijfer, MINSTENS_ANDERE, Meetpunt, Reeks, Reekspunt};
pub use bereken::calculate_kwartaalcijfers;
pub use cijfer::{
    Cel, Cijfer, DREMPEL, Kwartaalcijfers, Populatie, PubliekCijfer, Uitkomst, render_vastgelegd,
};
pub use eenheid::{Eenheid, Richting};
pub use feiten::{
    Begeleiding, Contact, Eindreden, Feiten, Laddermeting, Levering, Leveringsoort, Maandfeit,
    Regeling, Uitkeringsdeel, Voorziening, Voorzieningsoort,
};
pub use indicator::{Definitie, Herkomst, Indicator};
pub use klasse::{Dimensie, Klasse};
pub use kwaliteit::{Kwaliteitsregel, Oordeel};
pub use overleg::{
    Afspraak, Afspraakinvoer, Afspraakstand, Agendapunt, Overleg, OverlegGeweigerd, Overlegstand,
};
pub use rapport::{Kwartaalrapport, Toelichting, judge};
pub use rekenwijze::Rekenwijze;
pub use sluiting::{
    Aanleiding, Cijferhash, CijferhashError, Kwartaalstand, Sluitaanvraag, Sluiting,
    SluitingGeweigerd,
};
