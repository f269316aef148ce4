//! The pure core: law, policy, indicators, one folder per subject. No IO, no async, no clock of its own.

pub mod aanvraag;
pub mod beleid;
pub mod bevoegdheid;
pub mod bezwaar;
pub mod doorrekening;
pub mod dossier;
pub mod formatie;
pub mod gemeente;
pub mod herziening;
pub mod ontwikkeling;
pub mod opdracht;
pub mod recht;
pub mod statistiek;
pub mod sturing;
pub mod toezicht;
pub mod werkinstructie;
