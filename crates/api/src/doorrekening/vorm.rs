//! How calculations look in JSON.

use std::collections::BTreeMap;

use domain::doorrekening::{self, Doorrekeningakte, RekenvraagInvoer};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

/// De vraag: welke waarden zouden vanaf welke dag gelden.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NieuweDoorrekening {
    /// De eerste dag.
    #[schema(format = "date", example = "2027-01-01")]
    vanaf: String,
    /// De andere waarden, per sleutel: een bedrag als tekst met twee decimalen, een ander getal als getal.
    #[schema(value_type = Object, example = json!({ "iit.bedrag.alleenstaande": "500.00", "iit.referteperiode": 24 }))]
    waarden: BTreeMap<String, Value>,
    /// Met een naam wordt de doorrekening bewaard; zonder wordt alleen gerekend.
    #[schema(example = "Inkomenstoeslag 2027")]
    pub(super) naam: Option<String>,
}

/// Wat de andere waarden betekenen.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct Doorrekening {
    /// Kenmerk; leeg als de doorrekening niet is bewaard.
    #[schema(format = "uuid")]
    pub(super) id: Option<String>,
    /// Naam; leeg als de doorrekening niet is bewaard.
    pub(super) naam: Option<String>,
    /// Gegevens en besluiten die later bekend werden, tellen niet mee.
    #[schema(format = "date-time")]
    pub(super) bekend_op: String,
    /// SHA-256 over de uitkomst zoals bewaard; leeg als de doorrekening niet is bewaard.
    pub(super) controlegetal: Option<String>,
    /// Wie meer en minder krijgt, naar soort huishouden, eigen inkomen en omvang; de kosten per jaar; wat werken
    /// oplevert. Elk aantal is nul of ten minste tien. `null` bij een bedrag: niet te bepalen.
    #[schema(value_type = Object)]
    pub(super) uitkomst: Value,
}

/// De bewaarde doorrekeningen.
#[derive(Serialize, ToSchema)]
pub(super) struct Doorrekeningenlijst {
    /// De nieuwste eerst.
    pub(super) doorrekeningen: Vec<Doorrekeningkop>,
}

/// Een bewaarde doorrekening in de lijst.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct Doorrekeningkop {
    /// Kenmerk.
    #[schema(format = "uuid")]
    id: String,
    /// Naam.
    naam: String,
    /// De eerste dag van de andere waarden.
    #[schema(format = "date")]
    vanaf: String,
    /// De maand van het bestand waarmee is gerekend.
    #[schema(example = "2026-10")]
    maand: String,
    /// Wanneer de doorrekening is bewaard.
    #[schema(format = "date-time")]
    gemaakt_op: String,
    /// Wie haar bewaarde.
    gemaakt_door: String,
}

impl NieuweDoorrekening {
    /// What the core reads. A value that is no text and no number gives a text that no kind of value accepts.
    pub(super) fn invoer(&self) -> RekenvraagInvoer {
        let tekst = |waarde: &Value| match waarde {
            Value::String(tekst) => tekst.clone(),
            anders => anders.to_string(),
        };
        let waarden = self.waarden.iter();
        RekenvraagInvoer {
            vanaf: self.vanaf.clone(),
            waarden: waarden.map(|(s, w)| (s.clone(), tekst(w))).collect(),
        }
    }
}

impl Doorrekening {
    /// A kept one, as it was made.
    pub(super) fn kept(akte: &Doorrekeningakte, uitkomst: Value) -> Self {
        Self {
            id: Some(akte.id.to_string()),
            naam: Some(akte.naam.as_str().to_owned()),
            bekend_op: akte.bekend_op.to_string(),
            controlegetal: Some(akte.controlegetal()),
            uitkomst,
        }
    }
}

impl From<doorrekening::Doorrekeningkop> for Doorrekeningkop {
    fn from(kop: doorrekening::Doorrekeningkop) -> Self {
        Self {
            id: kop.id.to_string(),
            naam: kop.naam,
            vanaf: kop.vanaf.to_string(),
            maand: kop.maand.to_string(),
            gemaakt_op: kop.gemaakt_op.to_string(),
            gemaakt_door: kop.gemaakt_door,
        }
    }
}
