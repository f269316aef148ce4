//! The law engine seen from outside: scenarios of the law, properties, bad input, statutory records.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::too_many_lines,
    reason = "a test may panic, and a table of cases may be long"
)]

mod artikelen;
mod bericht;
mod eigenschappen;
mod herziening;
mod inkomensgrens;
mod maandbeeld;
mod maanden;
mod maanden_bericht;
mod maanden_eigenschappen;
mod ontbrekend;
mod regelingen;
mod voorbeelden;
mod werken;
mod wet;
