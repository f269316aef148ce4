//! Policy as a file, YAML or XLSX: writing what holds, and reading a file that somebody filled in.
//!
//! A file from outside is read within bounds: at most [`BESTAND_MAX`] bytes, no anchors, no deep nesting, no formulas, and
//! an archive that unpacks to a bounded size. What it says is judged by the domain, not here.

mod error;
mod vorm;
mod xlsx;
mod yaml;

use std::path::Path;

use domain::beleid::{Beleidsbestand, Beleidsbestandinvoer};
use primitives::Moment;

use crate::RapportError;
use crate::lijst::{Lijstformaat, render_lijst};

pub use error::BestandError;

/// The largest file that is read: a full export with areas is a tenth of it.
pub const BESTAND_MAX: usize = 1024 * 1024;

/// The forms in which policy can be had and given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beleidsformaat {
    /// Text, for people and for version control.
    Yaml,
    /// Office Open XML.
    Xlsx,
}

impl Beleidsformaat {
    /// Reads the extension of a file.
    pub fn parse(extensie: &str) -> Option<Self> {
        match extensie.to_ascii_lowercase().as_str() {
            "yaml" | "yml" => Some(Self::Yaml),
            "xlsx" => Some(Self::Xlsx),
            _ => None,
        }
    }

    /// The form of a file by the end of its name.
    pub fn of_naam(naam: &str) -> Option<Self> {
        Self::parse(naam.rsplit_once('.')?.1)
    }

    /// The form of a file on disk by the end of its name.
    pub fn of_pad(pad: &Path) -> Option<Self> {
        Self::parse(pad.extension()?.to_str()?)
    }

    /// The extension of the file, without a point.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Yaml => "yaml",
            Self::Xlsx => "xlsx",
        }
    }

    /// The media type for the header `Content-Type`.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Yaml => "application/yaml",
            Self::Xlsx => Lijstformaat::Xlsx.media_type(),
        }
    }
}

/// Writes policy in one of the forms. `gemaakt_op` is stored in a workbook, so that the same policy for the same moment
/// gives the same bytes.
pub fn render_beleidsbestand(
    bestand: &Beleidsbestand,
    formaat: Beleidsformaat,
    gemaakt_op: Moment,
) -> Result<Vec<u8>, RapportError> {
    match formaat {
        Beleidsformaat::Yaml => yaml::render(bestand),
        Beleidsformaat::Xlsx => {
            render_lijst(&xlsx::list_of(bestand), Lijstformaat::Xlsx, gemaakt_op)
        }
    }
}

/// Reads the texts of a file in one of the forms.
pub fn parse_beleidsbestand(
    inhoud: &[u8],
    formaat: Beleidsformaat,
) -> Result<Beleidsbestandinvoer, BestandError> {
    if inhoud.len() > BESTAND_MAX {
        return Err(BestandError::TeGroot);
    }
    match formaat {
        Beleidsformaat::Yaml => yaml::parse(inhoud),
        Beleidsformaat::Xlsx => xlsx::parse(inhoud),
    }
}
