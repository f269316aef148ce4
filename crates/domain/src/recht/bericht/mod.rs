//! The door for questions as JSON and answers to them (contract 2.1), used by the command line and the API.
//!
//! Every wrong field is named at once with its path and its rule; a value is never repeated, since it may be
//! personal. A fact of the household that is missing is no wrong field: the answer is `onbepaald` and names it.

mod antwoord;
mod herziening;
mod json;
mod lezer;
mod reeks;
mod vraag;
mod werken;

pub use antwoord::Antwoord;
pub use herziening::{
    Aansprakelijkheid, Herzieningsantwoord, Herzieningsmaand, Herzieningsvraag, Jaarantwoord,
    Postantwoord, RuweHerzieningsvraag, Vorderingsantwoord,
};
pub use reeks::{Maandantwoord, Reeksantwoord, Reeksvraag, RuweReeksvraag};
pub use vraag::{RuweVraag, Vraag};
pub use werken::{RuweWerkberekeningsvraag, Werkberekening, Werkberekeningsvraag};

/// Whether an answer explains itself.
#[derive(Clone, Copy)]
enum Uitleg {
    Met,
    Zonder,
}

impl Uitleg {
    /// The explanation; without one nothing is made.
    fn render<T>(self, render: impl FnOnce() -> Vec<T>) -> Vec<T> {
        match self {
            Self::Met => render(),
            Self::Zonder => Vec::new(),
        }
    }
}
