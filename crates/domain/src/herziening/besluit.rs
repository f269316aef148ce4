//! The decisions on months that were decided on.

use serde::{Deserialize, Serialize};

use crate::aanvraag::keuze;

/// What becomes of the earlier decision, or of what was paid on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Herzieningsbesluit {
    /// Another amount. Participatiewet art. 54 lid 3.
    Herziening,
    /// No right. Participatiewet art. 54 lid 3.
    Intrekking,
    /// Claiming back, or setting off. Participatiewet art. 58.
    Terugvordering,
}

keuze!(Herzieningsbesluit {
    Herziening => "herziening", "Herzien";
    Intrekking => "intrekking", "Intrekken";
    Terugvordering => "terugvordering", "Terugvorderen of verrekenen";
});
