//! Use cases, shared by web, api, worker and cli.

pub mod aanvraag;
pub mod beleid;
pub mod bezwaar;
pub mod doorrekening;
pub mod dossier;
pub mod formatie;
pub mod gemeente;
mod herhaling;
pub mod herziening;
pub mod ontwikkeling;
pub mod opdracht;
pub mod recht;
pub mod statistiek;
pub mod sturing;
pub mod toezicht;
pub mod werkinstructie;
