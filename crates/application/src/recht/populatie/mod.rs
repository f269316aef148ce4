//! Population runs: the right of every household on two days, in every municipality (ADR 14).
//!
//! Starting is one transaction in the platform and one in each municipality ([`start_populatierun`], [`record_handeling`]);
//! the work is a job per municipality that does batch after batch ([`calculate_batch`]).

mod batch;
mod error;
mod handeling;
mod lezen;
mod uitzonderingen;

pub use batch::{BATCH_REGELS, Batch, RekenPopulatie, calculate_batch};
pub use error::PopulatieError;
pub use handeling::{Populatiehandeling, Startopdracht, record_handeling, start_populatierun};
pub use lezen::{
    Populatieoverzicht, list_populatieruns, list_populatieruns_of, load_populatierun,
    record_mislukking,
};
pub use persistence::recht::populatie::{Populatiestand, Uitzondering, Uitzonderingregel};
pub use uitzonderingen::{
    Populatiepagina, Uitzonderingvraag, load_populatieresultaat, load_uitzonderingenlijst,
};
