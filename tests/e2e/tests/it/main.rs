//! Procedures of people in a real browser.

mod aanmelden;
mod alle_paginas;
mod beleidsbestand;
mod doorrekening;
mod lijn;
mod post;
mod voorstel;
mod zienswijze;
