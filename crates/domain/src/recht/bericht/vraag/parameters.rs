//! The council's values that a question gives itself.

use super::super::json::Json;
use super::super::lezer::{Lezer, Object, Pad};
use crate::beleid::{Geldend, Sleutel, catalogus};
use crate::recht::IitBeleid;

/// The council's values that the caller gives himself. A key that the catalogue does not know is refused:
/// mistyped it would silently change an amount.
pub(super) fn read_parameters(
    lezer: &mut Lezer,
    waarde: &Json,
    pad: &Pad<'_>,
) -> Option<IitBeleid> {
    let object: Object<'_, '_> = lezer.open(waarde, pad)?;
    let bedrag = Lezer::bedrag;
    let beleid = IitBeleid {
        bedrag_alleenstaande: lezer
            .optional(&object, "iit.bedrag.alleenstaande", bedrag)
            .map(Geldend::given),
        bedrag_alleenstaande_ouder: lezer
            .optional(&object, "iit.bedrag.alleenstaande-ouder", bedrag)
            .map(Geldend::given),
        bedrag_gehuwden: lezer
            .optional(&object, "iit.bedrag.gehuwden", bedrag)
            .map(Geldend::given),
        referteperiode: lezer
            .optional(&object, "iit.referteperiode", Lezer::maanden)
            .map(Geldend::given),
        inkomensgrens: lezer
            .optional(&object, "iit.inkomensgrens", |l, w, p| {
                l.percentage(w, p, 1000)
            })
            .map(Geldend::given),
    };
    for (sleutel, _) in object.entries() {
        if catalogus().find(sleutel).is_none() {
            let naam = Sleutel::parse(sleutel).map_or("(onleesbare naam)", |_| sleutel);
            lezer.refuse(&pad.veld(naam), "deze parameter staat niet in de catalogus");
        }
    }
    Some(beleid)
}
