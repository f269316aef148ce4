//! The assignment to the organisation, its plan, and how the items stand by quarter.
//!
//! Who prepares or gives acts in the role of the commissioner or the college, management in that of execution;
//! [`schrijfrol`] and [`leesrol`] say which. What is read without a right to drafts is what was given.

mod error;
mod lezen;
mod record_concept;
mod record_opdrachtbestand;
mod record_plan;
mod record_standen;
mod record_verstrekking;

pub use error::OpdrachtError;
pub use lezen::{Opdrachtjaar, leesrol, list_opdrachtjaren, load_opdrachtbeeld, schrijfrol};
pub use record_concept::{Conceptopdracht, record_concept};
pub use record_opdrachtbestand::{
    Opdrachtbestand, Opdrachtovername, record_opdrachtbestand, record_planbestand,
};
pub use record_plan::{Planopdracht, record_plan};
pub use record_standen::{Standopdracht, record_standen};
pub use record_verstrekking::record_verstrekking;
