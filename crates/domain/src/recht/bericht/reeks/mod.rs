//! The door for the right of a household month after month: one question of a whole case, one answer with a month
//! each. Described for its users in `docs/berekeningsreeks.md`.

mod antwoord;
mod gebeurtenis;
mod inkomst;
mod maatregel;
mod periode;
mod tellers;
mod vraag;

pub use antwoord::{Maandantwoord, Reeksantwoord};
pub use vraag::{Reeksvraag, RuweReeksvraag};

use primitives::Maand;

use super::json::Json;
use super::lezer::{Lezer, Pad};

/// A month as `2026-03`.
pub(super) fn read_maand(lezer: &mut Lezer, waarde: &Json, pad: &Pad<'_>) -> Option<Maand> {
    let maand = match waarde {
        Json::Tekst(tekst) => Maand::parse(tekst).ok(),
        _ => None,
    };
    if maand.is_none() {
        lezer.refuse(pad, "schrijf een maand als tekst, zoals \"2026-03\"");
    }
    maand
}
