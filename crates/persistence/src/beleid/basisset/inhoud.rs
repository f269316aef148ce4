//! What a base says, as the JSON of the column `inhoud`.

use domain::beleid::{Basistekst, Basiswaarde, Waarde, catalogus};
use primitives::{Datum, GemeenteCode};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A stored text that does not fit its type.
#[derive(Debug)]
pub(super) struct PastNiet;

#[derive(Serialize, Deserialize)]
struct Tekstvorm {
    toelichting: Option<String>,
    vanaf: Datum,
    leden: Vec<GemeenteCode>,
    waarden: Vec<Waardevorm>,
}

#[derive(Serialize, Deserialize)]
struct Waardevorm {
    sleutel: String,
    waarde: String,
    uitleg: Option<String>,
}

/// The text as JSON.
pub(super) fn json_of(tekst: &Basistekst) -> Value {
    let waarde = |basis: &Basiswaarde| Waardevorm {
        sleutel: basis.sleutel.to_string(),
        waarde: basis.waarde.to_string(),
        uitleg: basis.uitleg.clone(),
    };
    let vorm = Tekstvorm {
        toelichting: tekst.toelichting.clone(),
        vanaf: tekst.vanaf,
        leden: tekst.leden.clone(),
        waarden: tekst.waarden.iter().map(waarde).collect(),
    };
    // Texts, days and lists of them always become JSON; null would be refused by the column.
    serde_json::to_value(vorm).unwrap_or_default()
}

/// The text of a row.
pub(super) fn parse_tekst(inhoud: Value) -> Result<Basistekst, PastNiet> {
    let vorm: Tekstvorm = serde_json::from_value(inhoud).map_err(|_| PastNiet)?;
    let waarden = vorm.waarden.into_iter().map(Waardevorm::into_waarde);
    Ok(Basistekst {
        toelichting: vorm.toelichting,
        vanaf: vorm.vanaf,
        leden: vorm.leden,
        waarden: waarden.collect::<Result<_, _>>()?,
    })
}

impl Waardevorm {
    fn into_waarde(self) -> Result<Basiswaarde, PastNiet> {
        let parameter = catalogus().find(&self.sleutel).ok_or(PastNiet)?;
        Ok(Basiswaarde {
            sleutel: parameter.sleutel.clone(),
            waarde: Waarde::parse(parameter.soort, &self.waarde).map_err(|_| PastNiet)?,
            uitleg: self.uitleg,
        })
    }
}
