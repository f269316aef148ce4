//! One file per command.

pub mod bereken;
pub mod controleer_config;
pub mod controleer_keten;
pub mod database;
pub mod gemeente;
pub mod migrate;
pub mod serve;
pub mod worker;
