//! Any list, as the page shows it, for use elsewhere: CSV, XLSX or ODS.

mod csv;

use primitives::{Datum, Geld, Moment};
use rust_decimal::Decimal;

use crate::RapportError;
use crate::werkboek::{Werkboek, render_ods, render_xlsx};

pub use csv::render_csv;

/// Rows under named columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lijst {
    /// The title, which becomes the name of the sheet.
    pub titel: String,
    /// The columns, from left to right.
    pub kolommen: Vec<Kolom>,
    /// The rows, each with one cell for every column.
    pub rijen: Vec<Vec<Cel>>,
}

/// One column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kolom {
    /// What stands above it.
    pub naam: String,
    /// Its width on a sheet, in characters.
    pub breedte: u8,
}

impl Kolom {
    /// A column of a certain width.
    pub fn new(naam: &str, breedte: u8) -> Self {
        Self {
            naam: naam.to_owned(),
            breedte,
        }
    }
}

/// One cell, which keeps its type in a spreadsheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cel {
    /// Nothing.
    Leeg,
    /// Text; never read as a formula, whatever it begins with.
    Tekst(String),
    /// A number, shown with so many decimals.
    Getal {
        /// The number.
        waarde: Decimal,
        /// How many decimals a reader sees.
        decimalen: u32,
    },
    /// A number of per cent: 12,5 stands for 12,5%.
    Procent(Decimal),
    /// An amount in euros.
    Bedrag(Geld),
    /// A date.
    Datum(Datum),
}

impl Cel {
    /// A cell with text.
    pub fn text(tekst: impl Into<String>) -> Self {
        Self::Tekst(tekst.into())
    }

    /// A cell with a whole number.
    pub fn number(getal: impl Into<Decimal>) -> Self {
        Self::Getal {
            waarde: getal.into(),
            decimalen: 0,
        }
    }
}

/// The forms in which a list can be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lijstformaat {
    /// Text with semicolons, for programs.
    Csv,
    /// Office Open XML.
    Xlsx,
    /// OpenDocument, which the government prescribes.
    Ods,
}

impl Lijstformaat {
    /// All of them, in the order in which a page offers them.
    pub const ALLE: [Self; 3] = [Self::Xlsx, Self::Ods, Self::Csv];

    /// Reads the extension of a file, such as `ods`.
    pub fn parse(extensie: &str) -> Option<Self> {
        Self::ALLE
            .into_iter()
            .find(|formaat| formaat.extension() == extensie)
    }

    /// The extension of the file, without a point.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Ods => "ods",
        }
    }

    /// The media type for the header `Content-Type`.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8; header=present",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
        }
    }
}

/// Writes a list in one of the forms. `gemaakt_op` is stored in the file, so the same list made for the same
/// moment gives the same bytes.
pub fn render_lijst(
    lijst: &Lijst,
    formaat: Lijstformaat,
    gemaakt_op: Moment,
) -> Result<Vec<u8>, RapportError> {
    if formaat == Lijstformaat::Csv {
        return render_csv(lijst);
    }
    let werkboek = Werkboek {
        titel: &lijst.titel,
        gemaakt_op,
        bladen: std::slice::from_ref(lijst),
    };
    match formaat {
        Lijstformaat::Ods => render_ods(&werkboek),
        Lijstformaat::Csv | Lijstformaat::Xlsx => render_xlsx(&werkboek),
    }
}
