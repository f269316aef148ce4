//! Use cases, shared by web, api, worker and cli.

pub mod beleid;
pub mod dossier;
pub mod formatie;
pub mod ontwikkeling;
pub mod statistiek;
pub mod sturing;
