//! Documents and charts: a read model in, bytes or text out. Pure: no clock, no files, no network.
//!
//! - [`grafiek`] draws charts as SVG, for pages and for documents.
//! - [`beleidsbestand`] writes policy as YAML and XLSX, and reads such a file within bounds.
//! - [`brief`] writes the letter of a decision as PDF, the same bytes each time.
//! - [`lijst`] writes any list as CSV, XLSX or ODS.
//! - [`statistiek`] writes the statutory records as XML.
//! - [`kwartaal`] writes the quarterly report as PDF, XLSX, ODS, CSV and JSON, the same bytes each time.

pub mod beleidsbestand;
pub mod brief;
pub mod grafiek;
pub mod kwartaal;
pub mod lijst;
pub mod statistiek;

mod cijfer;
mod error;
mod kleur;
mod werkboek;
mod xml;
mod zetter;

pub use domain::sturing::Eenheid;

pub use cijfer::{Cijfer, GEEN_CIJFER, NIET_GETOOND, render_waarde_nl};
pub use error::RapportError;
pub use kleur::{Kleur, KleurError};
