//! A private PostgreSQL in a directory of our own, for an installation without a database server.
//!
//! Debian's binaries, a socket that only we can reach, no network. As root the server runs as the user
//! `postgres` or `nobody`, since PostgreSQL refuses to run as root. It stops with us, however we end.

mod binaries;
mod server;

pub use server::{PriveError, PrivePostgres, Veiligheid};
