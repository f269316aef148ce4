//! Objections to a decision, on an application or on earlier months: receipt, what happens to them, the decision and its letter.
//!
//! Every act runs in the role of the execution, with its audit row and its rows of the processing log in the same transaction.

mod besluiten;
mod error;
mod handelen;
mod heroverwegen;
mod lezen;
mod ontvangen;

pub use besluiten::{Bezwaaropdracht, record_bezwaarbesluit};
pub use error::BezwaarError;
pub use handelen::record_bezwaarhandeling;
pub(crate) use heroverwegen::record_zaak;
pub use heroverwegen::{begin_heroverweging, record_heroverweging};
pub use lezen::{
    Besluitnaam, Bestredenbeeld, Bezwaarbeeld, Bezwaarlijst, Heroverwegingbeeld, Wachtend,
    list_wachtend, load_bestreden, load_bezwaar, load_bezwaarbrief, load_bezwaarvoorraad,
    load_heroverweging,
};
pub use ontvangen::{Bezwaarontvangst, record_bezwaar};
pub use persistence::bezwaar::{Bezwaarbladwijzer, Bezwaartelling};
