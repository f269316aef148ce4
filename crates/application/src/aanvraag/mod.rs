//! Applications: receipt, what happens to them, the proposal with its frozen calculation, the decision and its letter.
//!
//! Every act runs in the role of the execution, with its audit row and its rows of the processing log in the same transaction.

mod error;
mod handelen;
mod lezen;
mod mandaat;
mod record_besluit;
mod record_ontvangst;
mod record_voorschot;
mod record_voorstel;

pub use error::AanvraagError;
pub use handelen::record_handeling;
pub use lezen::{
    Aanvraagbeeld, Aanvraagvoorraad, Aanvragenlijst, Afzender, Wachtend, Wachtlijst,
    list_aanvragen, list_wachtend, load_aanvraag, load_aanvraagvoorraad, load_brief,
};
pub use mandaat::{check_mandaten, load_mandaten, record_mandaten};
pub use persistence::aanvraag::{Werkbladwijzer, Werktelling};
pub use record_besluit::record_besluit;
pub use record_ontvangst::{Ontvangstopdracht, record_ontvangst};
pub use record_voorschot::{
    Voorschotbeeld, Voorschotopdracht, preview_voorschot, record_voorschot,
};
pub(crate) use record_voorstel::propose;
pub use record_voorstel::{Voorstelopdracht, record_voorstel};
