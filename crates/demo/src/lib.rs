//! Development only: demo data and a development identity provider. Everything here is fictional.

pub mod aanvragen;
pub mod adressen;
pub mod beleid;
pub mod bestand;
pub mod formatie;
pub mod herzieningen;
pub mod idp;
pub mod mandaten;
pub mod opdracht;
pub mod overleggen;
pub mod zienswijzen;
