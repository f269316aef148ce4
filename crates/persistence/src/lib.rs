//! The only crate that knows diesel.
