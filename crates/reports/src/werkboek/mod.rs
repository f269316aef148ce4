//! Spreadsheets of one or more sheets, as XLSX and ODS. What is written depends on nothing but the lists and
//! the moment that goes with them.

mod ods;
mod xlsx;

use primitives::Moment;

use crate::RapportError;
use crate::lijst::Lijst;

pub(crate) use ods::render_ods;
pub(crate) use xlsx::render_xlsx;

/// What the programs call the maker of the file.
const MAKER: &str = "Stuurhuis";
/// Characters that a sheet's name may not have in XLSX.
const VERBODEN: [char; 8] = ['[', ']', ':', '*', '?', '/', '\\', '\''];

/// Lists that become the sheets of one file.
pub(crate) struct Werkboek<'a> {
    /// The title of the file.
    pub(crate) titel: &'a str,
    /// The moment that the file bears as its creation.
    pub(crate) gemaakt_op: Moment,
    /// The sheets in order.
    pub(crate) bladen: &'a [Lijst],
}

/// A name that every program accepts: at most 31 characters, some of them forbidden.
fn sheet_name(titel: &str) -> String {
    let naam: String = titel
        .chars()
        .map(|teken| {
            if VERBODEN.contains(&teken) || teken.is_control() {
                ' '
            } else {
                teken
            }
        })
        .take(31)
        .collect();
    let naam = naam.trim();
    if naam.is_empty() {
        "Lijst".to_owned()
    } else {
        naam.to_owned()
    }
}

/// A row with too few or too many cells would shift figures under another heading.
pub(crate) fn check_columns(lijst: &Lijst) -> Result<(), RapportError> {
    let kolommen = lijst.kolommen.len();
    match lijst
        .rijen
        .iter()
        .enumerate()
        .find(|(_, rij)| rij.len() != kolommen)
    {
        None => Ok(()),
        Some((nummer, rij)) => Err(RapportError::Kolommen {
            rij: nummer + 1,
            cellen: rij.len(),
            kolommen,
        }),
    }
}
