//! Server-rendered Dutch pages: forms, page contexts, templates. Works without scripts.
//!
//! How to add a page: `docs/paginas-bouwen.md`.

mod aanvraag;
mod assets;
mod beleid;
mod bezwaar;
#[cfg(test)]
mod bouwstenen;
mod doorrekening;
mod dossier;
pub mod formuliervelden;
mod foutpagina;
mod gemeente;
mod handelingsformulier;
mod herziening;
pub mod onderdelen;
mod ontwikkeling;
mod opdracht;
pub mod pagina;
mod recht;
mod routes;
pub mod schil;
mod start;
mod statisch;
mod statistiek;
mod sturing;
mod thema;
mod toezicht;
mod werkinstructie;

pub use foutpagina::render_foutpagina;
pub use routes::configure;
