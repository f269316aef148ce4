//! Server-rendered Dutch pages: forms, page contexts, templates. Works without scripts.
//!
//! How to add a page: `docs/paginas-bouwen.md`.

mod assets;
mod formuliervelden;
mod foutpagina;
mod onderdelen;
mod pagina;
mod routes;
mod schil;
mod start;
mod statisch;
mod thema;

pub use foutpagina::render_foutpagina;
pub use routes::configure;
