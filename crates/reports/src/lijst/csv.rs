//! Lists as CSV: UTF-8 without byte order mark, semicolons, a header, points in numbers, dates as 2026-03-01.

use super::{Cel, Lijst};
use crate::RapportError;
use crate::werkboek::check_columns;

/// Text that a spreadsheet program would run as a formula begins with one of these.
const FORMULE: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Writes a list as CSV.
///
/// CSV has no types, so a text that a spreadsheet program would take for a formula gets an apostrophe in
/// front. Numbers and dates are never touched.
pub fn render_csv(lijst: &Lijst) -> Result<Vec<u8>, RapportError> {
    check_columns(lijst)?;
    let mut schrijver = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    schrijver.write_record(lijst.kolommen.iter().map(|kolom| kolom.naam.as_str()))?;
    for rij in &lijst.rijen {
        schrijver.write_record(rij.iter().map(cell_text))?;
    }
    schrijver
        .into_inner()
        .map_err(|fout| RapportError::Schrijven(fout.into_error()))
}

fn cell_text(cel: &Cel) -> String {
    match cel {
        Cel::Leeg => String::new(),
        Cel::Tekst(tekst) if tekst.starts_with(FORMULE) => format!("'{tekst}"),
        Cel::Tekst(tekst) => tekst.clone(),
        Cel::Getal { waarde, .. } | Cel::Procent(waarde) => waarde.normalize().to_string(),
        Cel::Bedrag(bedrag) => bedrag.to_string(),
        Cel::Datum(datum) => datum.to_string(),
    }
}
