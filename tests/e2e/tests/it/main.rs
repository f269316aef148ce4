//! Procedures of people in a real browser.

mod aanmelden;
mod post;
