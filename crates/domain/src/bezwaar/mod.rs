//! An objection to a decision, on an application or on earlier months: in time or not, by when and by whom it is decided on,
//! the hearing, the decision and its letter (ADR 19). Awb chapters 6 and 7.
//!
//! Each objection has a life of its own, kept as acts; two people may object to one decision. The Awb is not among our
//! sources: `docs/beschikking.md` names every article that is cited from general knowledge.

mod beslissen;
mod besluit;
mod bestreden;
mod brief;
mod handeling;
mod heroverweging;
mod horen;
mod inzage;
mod stand;
mod state;
#[cfg(test)]
mod tests;
mod tijdigheid;

pub use besluit::{Bezwaarbesluit, Bezwaaruitkomst};
pub use bestreden::{Bestreden, Bestredenbesluit};
pub use brief::{render_brief, with_beroep};
pub use handeling::{Bezwaarakte, Bezwaarhandeling, Indiener, Indienersoort, Uitstelgrond};
pub use heroverweging::{Besluitinhoud, Heroverweging, find_geldend};
pub use horen::{Gehoord, Hoorgrond, Horen};
pub use stand::Bezwaarstand;
pub use state::{Bezwaar, BezwaarGeweigerd, Bezwaarkop};
pub use tijdigheid::Tijdigheid;
