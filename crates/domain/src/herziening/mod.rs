//! A review of months that were decided on: facts that are different, what the right would be, and the decision that
//! follows from it (ADR 16). Participatiewet arts 54 lid 3, 58 to 60a.
//!
//! What happened is kept as acts, as with an application ([`crate::aanvraag`]); the amounts come from
//! [`crate::recht::herziening`], on the months as they were delivered. What was decided before stays as it was.

mod besluit;
mod brief;
mod feit;
mod gevolg;
mod handeling;
mod invoer;
mod levering;
mod oordeel;
mod state;
mod teller;
#[cfg(test)]
mod tests;
mod toestand;
mod uitkomst;
mod vervanging;
mod voorstel;

pub use besluit::Herzieningsbesluit;
pub use brief::render_brief;
pub use feit::{Eindegrond, Feitwijziging, Wijziging};
pub use handeling::{Herzieningsakte, Herzieningshandeling};
pub use invoer::Herzieningsinvoer;
pub use levering::Maandlevering;
pub use oordeel::{Belastingjaar, Bruto, DringendeRedenen, Oordeel, Oorzaakoordeel};
pub use state::{Herzieningskop, Herzieningsstand, Herzieningszaak, ZaakGeweigerd};
pub use uitkomst::{Herzieningsuitkomst, Uitkomstjaar, Uitkomstmaand, Voorstelsoort};
pub use voorstel::{Herzieningsafweging, Herzieningsvoorstel};
