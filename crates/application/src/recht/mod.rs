//! The right to bijstand: of a household that is described in a question, of a resident, of a whole caseload.

mod bestand;
mod error;
mod inwoner;
mod levering;
pub mod populatie;
mod regeling;
mod toeslag;
mod vordering;
mod vraag;
mod werken;

pub use bestand::{Bestandsrecht, calculate_bestand};
pub use error::RechtError;
pub(crate) use inwoner::peildatum;
pub use inwoner::{Maandrecht, Rechtpagina, load_recht};
pub use levering::{Regelingsbekend, Regelingspagina};
pub use regeling::{Regelingsvraag, load_regeling};
pub use toeslag::{Toeslagvraag, load_toeslag};
pub use vordering::{
    Vorderingsantwoord, Vorderingspagina, Vorderingsuitkomst, Vorderingsvraag, load_vordering,
};
pub use vraag::{check_vraag, load_rechtbeleid};
pub use werken::{Werkenpagina, Werkenuitkomst, Werkenvraag, load_werken};
