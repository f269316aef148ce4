//! Shared bases: drafting, publishing by a second person, reading, and the base of a proposal.
//!
//! Members draft and publish in the role [`DbRol::Opdrachtgever`](persistence::DbRol) of their own municipality; the
//! database shows drafts to members only.

mod error;
mod grondslag;
mod lezen;
mod record_basispublicatie;
mod record_basisset;
mod record_basissets;

pub use error::BasisError;
pub use grondslag::Grondslagbestand;
pub(super) use grondslag::{TekstError, insert_grondslag, load_grondslag, parse_voorstel};
pub use lezen::{
    find_basisset, find_basisversie, find_grondslag, list_basissets, list_basisversies,
    load_uitkomst_elders,
};
pub use record_basispublicatie::record_basispublicatie;
pub use record_basisset::{WijzigBasisset, record_basisset, update_basisset};
pub use record_basissets::{Basisbestand, Basisoverdracht, record_basissets};
