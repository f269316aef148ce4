//! What more work gives one household: of each step of gross wage, what is left after tax, after the bijstand that falls, and
//! after schemes of the municipality that stop at an income limit (the poverty trap).
//!
//! The bijstand comes from the law engine itself ([`super::calculate_bijstand`]), so exemptions, the partner, housemates and a
//! maatregel count as they do in a decision. The simulation of policy uses the same [`Werkrekenaar`]. Not counted: toeslagen
//! of the Belastingdienst, holiday pay over the wage, pension, travel, and what the household pays to others.

mod bedrag;
mod loon;
mod regeling;
mod rekenaar;
mod uitkomst;
mod uitleg;

#[cfg(test)]
mod tests;

pub(crate) use loon::Uurloon;
pub use regeling::{
    Kindertelling, Lokaalbeleid, Lokaleregeling, RegelingNietBekend, Regelingstrede,
};
pub use rekenaar::{Werkpunt, Werkrekenaar, Werkvraag};
pub use uitkomst::{Armoedeval, BRUTO_MAX, BRUTO_STAP, Klif, Vrijlatingseinde, Werkstap};
