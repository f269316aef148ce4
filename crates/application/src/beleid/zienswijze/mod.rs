//! Rounds of zienswijzen: opening and ending them, the view of a council, the answer of the board, the calendar.
//!
//! The organisation opens transactions as execution, a council as council, and everybody reads as commissioner.

mod bericht;
mod error;
mod lezen;
mod overname;
mod planning;
mod record_antwoord;
mod record_ronde;
mod record_zienswijze;
mod stukken;

pub use bericht::{
    MeldZienswijze, VerdeelZienswijzebericht, Zienswijzebericht, enqueue_zienswijzeberichten,
    list_rondegemeenten, load_zienswijzebericht, record_rondeopening,
};
pub use error::ZienswijzeError;
pub use lezen::{Rondebeeld, find_antwoord, find_zienswijze, list_rondebeelden, load_rondebeeld};
pub use overname::{
    Antwoordbestand, Eindebestand, Rondebestand, Zienswijzebestand, record_antwoordovername,
    record_eindeovername, record_rondeovername, record_zienswijzeovername,
};
pub use planning::{load_planning, record_planstap};
pub use record_antwoord::{WijzigAntwoord, record_antwoord, record_vaststelling};
pub use record_ronde::{record_afronding, record_ronde, record_ronde_ingetrokken};
pub use record_zienswijze::{WijzigZienswijze, record_indiening, record_zienswijze};
pub use stukken::{find_stuk, record_stuk};
