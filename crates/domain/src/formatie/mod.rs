//! Staffing: how many full-time posts work for a municipality, by post and target group.

mod bestand;
mod fte;
mod overname;
mod regel;

pub use bestand::{Formatiebestand, Formatieopgave};
pub use fte::{Fte, FteError};
pub use overname::{BekendeStap, Overnamefout, Overnamefouten, Overnamereden, decide_overname};
pub use regel::{Doelgroep, Formatieregel, Formatiestap, Functie};
