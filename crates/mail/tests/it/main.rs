//! Mail, sent to a real server that writes down what it gets.
#![allow(missing_docs, clippy::unwrap_used, reason = "tests")]

mod server;
mod verzenden;
mod woorden;
