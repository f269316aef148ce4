//! The tables as diesel knows them, written by hand and compared with the database by a test; one file per
//! subject.
//!
//! Tables of a municipality are named without a schema: the transaction's search path finds them. Shared tables
//! are named with theirs.

mod aanvragen;
mod basis;
mod basissets;
mod beleid;
mod bezwaren;
mod doorrekeningen;
mod dossier;
mod herzieningen;
mod opdrachten;
pub mod platform;
mod populaties;
mod statistiek;
pub mod sturing;
mod voorstellen;
pub mod zienswijzen;

pub use aanvragen::{
    aanvraag, aanvraagakte, aanvraagberekening, aanvraagstand, beschikking, mandaat,
};
pub use basis::{audit, verwerking};
pub use basissets::{basisakte, basisset, basisversie, besluitgrondslag};
pub use beleid::{bekendmaking, besluit, catalogus, parameterwaarde};
pub use bezwaren::{bezwaar, bezwaarakte, bezwaarberekening, bezwaarbesluit, bezwaarstand};
pub use doorrekeningen::doorrekening;
pub use dossier::{casusregie, dossierstand, medewerker, notitie, trede_onderbouwing, woongebied};
pub use herzieningen::{herziening, herzieningakte, herzieningsberekening, herzieningsbesluit};
pub use opdrachten::{onderdeelstand, opdrachtakte, uitvoeringsplan};
pub use populaties::{populatiesom, populatieuitzondering};
pub use statistiek::{
    deelname, inwoner, levering, levering_maand, maandregel, trede_meting, uitkering, voorziening,
};
pub use voorstellen::{bijlage, voorstel, voorstelakte};
