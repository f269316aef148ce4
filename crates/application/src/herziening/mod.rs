//! Reviews of months that were decided on: facts, what the college found, the proposal with its frozen calculation, the
//! decision and its letter.
//!
//! Every act runs in the role of the execution, with its audit row and its rows of the processing log in the same transaction.

mod besluiten;
mod error;
mod handelen;
mod lezen;

pub use besluiten::{
    Herzieningsvoorstelopdracht, record_herzieningsbesluit, record_herzieningsvoorstel,
};
pub use error::HerzieningError;
pub(crate) use handelen::copy_herziening;
pub use handelen::{begin_herziening, record_herzieningshandeling};
pub use lezen::{
    Herzieningenlijst, Herzieningsbeeld, Maandkeuze, Wachtende, count_te_beslissen,
    list_herzieningen, list_voorgesteld, load_herziening, load_herzieningsbrief, load_maandkeuze,
};
