//! The council's values that a question gives itself.

use super::super::json::Json;
use super::super::lezer::{Lezer, Object, Pad};
use crate::beleid::{Geldend, Sleutel, catalogus};
use crate::recht::{Bijstandsbeleid, IitBeleid};

/// The longest that a norm can be lower after school. Participatiewet art. 28.
const SCHOOLVERLATER_MAANDEN: u32 = 6;

/// The values that the caller gives himself, of the council and of the college. A key that the catalogue does not know is refused:
/// mistyped it would silently change an amount.
pub(super) fn read_parameters(
    lezer: &mut Lezer,
    waarde: &Json,
    pad: &Pad<'_>,
) -> Option<(IitBeleid, Bijstandsbeleid)> {
    let object: Object<'_, '_> = lezer.open(waarde, pad)?;
    let bijstandsbeleid = read_bijstandsbeleid(lezer, &object);
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
    Some((beleid, bijstandsbeleid))
}

/// The college's values for the norm and for gifts.
fn read_bijstandsbeleid(lezer: &mut Lezer, object: &Object<'_, '_>) -> Bijstandsbeleid {
    let mut percentage = |sleutel| {
        lezer
            .optional(object, sleutel, |l, w, p| l.percentage(w, p, 100))
            .map(Geldend::given)
    };
    let woonsituatie = percentage("norm.verlaging.woonsituatie");
    let nachtopvang = percentage("norm.verlaging.nachtopvang");
    let schoolverlater = percentage("norm.verlaging.schoolverlater");
    let duur = "norm.verlaging.schoolverlater.duur";
    Bijstandsbeleid {
        woonsituatie,
        nachtopvang,
        schoolverlater,
        schoolverlater_duur: lezer
            .optional(object, duur, |l, w, p| {
                let maanden = l.maanden(w, p)?;
                if maanden > SCHOOLVERLATER_MAANDEN {
                    l.refuse(p, "de wet geeft hiervoor hoogstens zes maanden");
                }
                Some(maanden)
            })
            .map(Geldend::given),
        giften_grens: lezer
            .optional(object, "giften.grens", Lezer::bedrag)
            .map(Geldend::given),
    }
}
