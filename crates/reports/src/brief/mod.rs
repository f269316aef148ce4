//! The letter of a decision on an application, as PDF/UA-1 and PDF/A-2a. The text is that of the domain; here it is laid out.

use domain::aanvraag::Brief;
use primitives::Moment;
use serde_json::json;

use crate::zetter::{Zetwerk, printable_values, render_pdf};
use crate::{Kleur, RapportError};

const SJABLOON: &str = include_str!("../../templates/brief.typ");

/// Sets the letter. `gemaakt_op` is stored in the file, so the same letter of the same moment gives the same bytes. A letter
/// without a day says on every page that it is a draft.
pub fn render_brief(
    brief: &Brief,
    kleur: Kleur,
    gemaakt_op: Moment,
) -> Result<Vec<u8>, RapportError> {
    let gegevens = printable_values(json!({
        "kleur": kleur.readable().to_string(),
        "brief": serde_json::to_value(brief)?,
    }));
    render_pdf(Zetwerk {
        sjabloon: SJABLOON,
        bestanden: vec![("/gegevens.json".to_owned(), serde_json::to_vec(&gegevens)?)],
        gemaakt_op,
        kenmerk: format!("brief {}", brief.kenmerk),
    })
}
