//! The numbers of docs/metingen.md.

use crate::run::{Fout, cargo, step};

/// Runs every bench in the release profile; each prints its own numbers.
pub fn run_all() -> Result<(), Fout> {
    step(
        "benches",
        &mut cargo(&["bench", "--workspace", "--benches", "--locked"]),
    )
}
