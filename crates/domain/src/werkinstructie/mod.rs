//! Execution policy of the organisation itself: the fourth layer of policy, below state, council and college.
//!
//! A [`Werkinstructie`] says how the organisation works for all municipalities. It may set a value only where no
//! organ decides ([`Bevoegd::Uitvoering`](crate::beleid::Bevoegd)); of what an organ decides it tells how the
//! organisation works within it, and [`compare_gemeente`] lays the value that holds beside it, so that nothing in it
//! can be read as another one.

mod invoer;
mod state;
mod verhouding;

#[cfg(test)]
mod tests;

pub use invoer::{WerkinstructieInvoer, WerkwaardeInvoer};
pub use state::{Instructieversie, Werkinstructie, Werkwaarde};
pub use verhouding::{Verhouding, compare_gemeente};
