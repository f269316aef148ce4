//! The whole product from outside: the real programs, a real browser, a real identity provider.

mod browser;
mod proces;
mod systeem;

pub use browser::Browser;
pub use proces::Proces;
pub use systeem::{Aanbieder, Systeem};
