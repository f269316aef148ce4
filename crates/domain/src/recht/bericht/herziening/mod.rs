//! The door for calculating a decision again: the earlier question, what is different now, and why. Described for its
//! users in `docs/herziening.md`.

mod antwoord;
mod oorzaak;
mod vordering;
mod vorderingsvraag;
mod vraag;

pub use antwoord::{Herzieningsantwoord, Herzieningsmaand};
pub use vordering::{Aansprakelijkheid, Jaarantwoord, Postantwoord, Vorderingsantwoord};
pub use vraag::{Herzieningsvraag, RuweHerzieningsvraag};
