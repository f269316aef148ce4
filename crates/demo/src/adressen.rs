//! Addresses for the letters of the demo: made up, and they say so.

/// The settings under `[http]`, with the municipalities in a table of their own.
pub const ADRESSEN: &str = include_str!("../data/adressen.toml");
