//! Who is logged in, and logins that are under way.

mod repo;
mod rows;

pub use repo::{delete, delete_ended, find, insert, update_gezien, update_melding};
pub use rows::{Inhoud, Sessie, TokenHash};
