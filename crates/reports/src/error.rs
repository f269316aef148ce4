//! Why a document could not be made.

/// A document could not be made. None of these is the reader's fault: they are faults in the program or in what
/// it was given, to be logged as broken.
#[derive(Debug, thiserror::Error)]
pub enum RapportError {
    /// The spreadsheet could not be written.
    #[error("het rekenblad kon niet worden gemaakt")]
    Xlsx(#[source] Box<rust_xlsxwriter::XlsxError>),
    /// The archive around an OpenDocument file could not be written.
    #[error("het ODS-bestand kon niet worden gemaakt")]
    Zip(#[from] zip::result::ZipError),
    /// Writing to memory failed.
    #[error("het bestand kon niet worden geschreven")]
    Schrijven(#[from] std::io::Error),
    /// The rows could not be written as CSV.
    #[error("het CSV-bestand kon niet worden gemaakt")]
    Csv(#[from] csv::Error),
    /// The report could not be written as JSON.
    #[error("het JSON-bestand kon niet worden gemaakt")]
    Json(#[from] serde_json::Error),
    /// The policy could not be written as YAML.
    #[error("het YAML-bestand kon niet worden gemaakt")]
    Yaml(#[from] serde_saphyr::ser::Error),
    /// The typesetter refused the document, for instance because a chart has no alternative text.
    #[error("de PDF kon niet worden gezet: {0}")]
    Zetten(String),
    /// A row has another number of cells than the list has columns.
    #[error("rij {rij} heeft {cellen} cellen, de lijst heeft {kolommen} kolommen")]
    Kolommen {
        /// The row, counted from one.
        rij: usize,
        /// How many cells it has.
        cellen: usize,
        /// How many columns the list has.
        kolommen: usize,
    },
}

impl From<rust_xlsxwriter::XlsxError> for RapportError {
    fn from(fout: rust_xlsxwriter::XlsxError) -> Self {
        Self::Xlsx(Box::new(fout))
    }
}
