//! Rules of the house that people would forget: each one a check.

mod arrows;
mod files;

use crate::run::Fout;

/// Runs every check and names all that is wrong at once.
pub fn check() -> Result<(), Fout> {
    let mut fouten = arrows::check()?;
    fouten.extend(files::check()?);
    if fouten.is_empty() {
        println!("   in orde");
        return Ok(());
    }
    Err(format!(
        "de regels van het huis zijn geschonden:\n  {}",
        fouten.join("\n  ")
    ))
}
