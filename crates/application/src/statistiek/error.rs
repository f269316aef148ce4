//! Why a caseload is not taken over or not written.

use domain::bevoegdheid::Geweigerd;
use domain::statistiek::Bestandsfouten;
use persistence::DbError;
use primitives::{Datum, Maand, datum_lang, maand_lang};

use crate::dossier::DossierError;

/// Why a delivery is not taken over. Faults in the files themselves are found before.
#[derive(Debug, thiserror::Error)]
pub enum LeveringError {
    /// The actor may not import.
    #[error(transparent)]
    Geweigerd(#[from] Geweigerd),
    /// Nobody can have known it on a day to come.
    #[error(
        "de datum waarop dit bekend was ligt in de toekomst: kies een datum tot en met vandaag"
    )]
    BekendInToekomst,
    /// A later state of the same months is known already.
    #[error(
        "van deze maanden is al een levering bekend op {}: kies een latere datum waarop dit bekend was",
        datum_lang(*.0)
    )]
    AlNieuwerBekend(Datum),
    /// The list of casusregisseurs or notes is not taken over.
    #[error(transparent)]
    Dossier(#[from] DossierError),
    /// Broken.
    #[error("the caseload cannot be stored")]
    Db(#[from] DbError),
}

/// Why no file is written.
#[derive(Debug, thiserror::Error)]
pub enum UitvoerError {
    /// The actor may not export.
    #[error(transparent)]
    Geweigerd(#[from] Geweigerd),
    /// No delivery held this month.
    #[error(
        "van {} is geen levering bekend: lees eerst een bestand van die maand in",
        maand_lang(*.0)
    )]
    GeenLevering(Maand),
    /// The stored records do not keep the rules of the statistic together.
    #[error(
        "de regels van {} voldoen niet aan de voorschriften: vraag de bron om een nieuwe levering",
        maand_lang(*.0)
    )]
    Fouten(Maand, #[source] Bestandsfouten),
    /// Broken.
    #[error("the caseload cannot be read")]
    Db(#[from] DbError),
}
