//! One file per command.

#![allow(clippy::print_stdout, reason = "a command talks to the developer")]

pub mod idp;
pub mod start;
pub mod token;
