//! One file per command.

pub mod aanvraag;
pub mod beleid;
pub mod bereken;
mod bestandsfouten;
pub mod controleer_config;
pub mod controleer_keten;
pub mod database;
pub mod doorreken;
pub mod formatie;
pub mod gemeente;
pub mod gemeente_bereken;
pub mod gemeente_importeer;
pub mod herziening;
pub mod kwartaal;
pub mod mandaat;
pub mod migrate;
mod naspel;
pub mod ontvanger;
pub mod opdracht;
pub mod overleg;
pub mod populatierun;
pub mod serve;
pub mod statistiek;
pub mod werkinstructie;
pub mod worker;
pub mod zienswijze;
