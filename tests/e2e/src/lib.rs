//! The whole product from outside: the real programs, a real browser, a real identity provider, a real mail server.

mod browser;
mod post;
mod proces;
mod systeem;

pub use browser::Browser;
pub use post::{Brief, Postbus, poll};
pub use proces::Proces;
pub use systeem::{Aanbieder, Systeem};
