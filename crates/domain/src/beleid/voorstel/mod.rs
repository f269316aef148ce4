//! The life of a proposal before it is a decision: drafted, advised on, submitted, treated, withdrawn.
//!
//! What happened is kept as acts, in order; how the proposal stands follows from them. A proposal binds nobody:
//! when council or college adopt it, a [`Besluit`](super::Besluit) with its values arises from it.

mod handeling;
mod invoer;
mod invoer_behandeling;
mod invoer_inbreng;
mod state;
mod tekst;

pub use handeling::{
    Behandeling, Inbreng, Inbrengsoort, Persoon, Reactie, Strekking, Voorstelakte,
    Voorstelhandeling,
};
pub use invoer::VoorstelInvoer;
pub use invoer_behandeling::{BehandelingInvoer, Behandeluitkomst};
pub use invoer_inbreng::{InbrengInvoer, ReactieInvoer, RedenInvoer};
pub use state::{Voorstel, VoorstelGeweigerd, Voorstelkop, Voorstelstand};
pub use tekst::Voorsteltekst;
