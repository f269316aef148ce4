//! Staffing: how many full-time posts work for a municipality, by post and target group.

mod fte;
mod regel;

pub use fte::{Fte, FteError};
pub use regel::{Doelgroep, Formatieregel, Formatiestap, Functie};
