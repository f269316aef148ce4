//! Proposals to council and college: writing, advice, submitting, treating, withdrawing, files.
//!
//! Who acts opens the transaction with [`db_rol`](super::db_rol) of the organ. Who reads uses the roles of
//! [`leesrollen`]: an organ's own clerks see its drafts, everybody else what is public.

mod bijlagen;
mod error;
mod handelen;
mod lezen;
mod record_behandeling;
mod record_inbreng;
mod record_indiening;
mod record_voorstel;

pub use bijlagen::{RecordBijlage, find_bijlage, list_bijlagen, record_bijlage};
pub use error::VoorstelError;
pub use lezen::{Voorstellenlijst, Voorstellenvraag, find_voorstel, leesrollen, list_voorstellen};
pub use record_behandeling::{RecordBehandeling, record_behandeling};
pub use record_inbreng::{record_inbreng, record_reactie};
pub use record_indiening::{record_indiening, record_intrekking};
pub use record_voorstel::{RecordVoorstel, WijzigVoorstel, record_voorstel, update_voorstel};
