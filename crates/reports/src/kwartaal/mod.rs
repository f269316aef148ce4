//! The quarterly report that lies before the strategic meeting (contract 2.3).
//!
//! A report is a function of one closing. Nothing in it comes from the clock, the machine or chance, so the
//! same closing gives the same bytes, also years later.

mod bladen;
mod bron;
mod grafieken;
mod json;
mod model;
mod opdracht;
mod pdf;

pub use bron::{HOOFDSTUKKEN, Opmaak, render_inleiding};
pub use grafieken::{ladder_chart, trend_chart};
pub use model::{
    Afspraakregel, Datakwaliteit, Hoofdstuk, Indicatorcijfer, Kwartaalrapport, Overlegverslag,
    Sluiting, Stand, Trendpunt, Verdeling, Verdelingsregel,
};
pub use opdracht::{Normstand, Onderdeelstand, Opdrachtonderdeel, render_norm};

use crate::RapportError;
use crate::lijst::render_csv;
use crate::werkboek::{Werkboek, render_ods, render_xlsx};

/// The forms in which the report exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rapportformaat {
    /// To read: PDF/UA-1 and PDF/A-2a.
    Pdf,
    /// To calculate with, Office Open XML.
    Xlsx,
    /// To calculate with, OpenDocument.
    Ods,
    /// For programs: one figure a row.
    Csv,
    /// For programs: the whole report.
    Json,
}

impl Rapportformaat {
    /// All of them, in the order in which a page offers them.
    pub const ALLE: [Self; 5] = [Self::Pdf, Self::Xlsx, Self::Ods, Self::Csv, Self::Json];

    /// Reads the extension of a file, such as `pdf`.
    pub fn parse(extensie: &str) -> Option<Self> {
        Self::ALLE
            .into_iter()
            .find(|formaat| formaat.extension() == extensie)
    }

    /// The extension of the file, without a point.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Xlsx => "xlsx",
            Self::Ods => "ods",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// The media type for the header `Content-Type`.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Self::Csv => "text/csv; charset=utf-8; header=present",
            Self::Json => "application/json",
        }
    }
}

/// Writes the report in one of its forms. Heavy enough (PDF) to keep away from a thread that serves others.
pub fn render_kwartaalrapport(
    rapport: &Kwartaalrapport,
    formaat: Rapportformaat,
) -> Result<Vec<u8>, RapportError> {
    match formaat {
        Rapportformaat::Pdf => pdf::render(rapport),
        Rapportformaat::Csv => render_csv(&bladen::rows_for_programs(rapport)),
        Rapportformaat::Json => json::render(rapport),
        Rapportformaat::Xlsx | Rapportformaat::Ods => {
            let bladen = bladen::all(rapport);
            let werkboek = Werkboek {
                titel: &rapport.title(),
                gemaakt_op: rapport.sluiting.gesloten_op,
                bladen: &bladen,
            };
            if formaat == Rapportformaat::Ods {
                render_ods(&werkboek)
            } else {
                render_xlsx(&werkboek)
            }
        }
    }
}
