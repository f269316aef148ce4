//! Policy of council and college: the catalogue of parameters, decisions, and the value in force on a date.

mod geldend;

pub use geldend::Geldend;
