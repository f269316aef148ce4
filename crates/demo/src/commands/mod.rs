//! One file per command.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command talks to the developer"
)]

pub mod genereer;
pub mod idp;
pub mod start;
pub mod token;

/// Says what failed and why, cause after cause.
pub fn complain(fout: &anyhow::Error) {
    eprintln!("stuurhuis-demo: {fout:#}");
}
