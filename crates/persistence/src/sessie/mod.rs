//! Who is logged in, and logins that are under way.

mod repo;
mod rows;

pub use repo::{
    delete, delete_ended, delete_zoekvragen, find, find_zoekvraag, insert, update_gezien,
    update_melding, update_zoekvraag,
};
pub use rows::{Inhoud, Sessie, TokenHash};
