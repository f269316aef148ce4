//! What a municipality asks of the organisation in a year ("wat"), what the organisation answers ("hoe"), and how
//! each item stands by quarter (seed 003).
//!
//! An [`Opdracht`] has numbered items that follow from frames of council or college. It is written by one person and
//! given by another; a change is a next version. An [`Uitvoeringsplan`] answers it item by item. A [`Standmelding`]
//! says how an item stands in a quarter. [`Opdrachtbeeld`] lays the three beside each other, and
//! [`Opdrachtregel`] is what a closing keeps of it.

mod antwoord;
mod beeld;
mod invoer;
mod norm;
mod onderdeel;
mod plan;
mod regel;
mod stand;
mod state;

#[cfg(test)]
mod tests;

pub use antwoord::{Antwoord, AntwoordInvoer, Antwoordstand, PlanInvoer};
pub use beeld::{Onderdeelbeeld, Opdrachtbeeld};
pub use invoer::{OnderdeelInvoer, OpdrachtInvoer};
pub use norm::{Norm, Normkant, Normoordeel};
pub use onderdeel::{Grond, Kader, Kaderverwijzing, Onderdeel};
pub use plan::Uitvoeringsplan;
pub use regel::{Opdrachtregel, Regelnorm};
pub use stand::{Onderdeelstand, StandInvoer, Standmelding};
pub use state::{JAREN, Opdracht, OpdrachtGeweigerd, Opdrachtakte, Opdrachthandeling};
