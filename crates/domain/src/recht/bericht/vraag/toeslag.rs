//! The facts of the individuele inkomenstoeslag.

use primitives::Datum;

use super::super::json::Json;
use super::super::lezer::{Lezer, Pad};
use crate::recht::{Overgang, Toeslagfeiten};

pub(super) fn read_toeslag(
    lezer: &mut Lezer,
    waarde: &Json,
    pad: &Pad<'_>,
    peildatum: Option<Datum>,
    kinderen: Option<u32>,
) -> Option<Toeslagfeiten> {
    let bekend = [
        "maandenLaagInkomen",
        "inkomen",
        "inkomenPeildatum",
        "deel",
        "overgang",
        "laatsteToekenning",
        "uitzichtOpVerbetering",
    ];
    let object = lezer.object(waarde, pad, &bekend)?;
    let maanden = lezer.fact(&object, "maandenLaagInkomen", Lezer::maanden);
    let inkomen = lezer.fact(&object, "inkomen", Lezer::bedrag);
    let inkomen_peildatum = lezer.optional(&object, "inkomenPeildatum", Lezer::bedrag);
    let deel = lezer.optional(&object, "deel", |l, w, p| l.percentage(w, p, 100));
    let overgang = lezer.optional(&object, "overgang", |l, w, p| {
        l.choice(w, p, &Overgang::ALL)
    });
    let laatste_toekenning = lezer.optional(&object, "laatsteToekenning", |l, w, p| {
        let op = l.datum(w, p)?;
        if peildatum.is_some_and(|peildatum| op > peildatum) {
            l.refuse(p, "deze datum ligt na de peildatum");
        }
        Some(op)
    });
    let uitzicht = lezer.fact(&object, "uitzichtOpVerbetering", Lezer::ja_nee);
    Some(Toeslagfeiten {
        maanden_laag_inkomen: maanden?,
        inkomen: inkomen?,
        inkomen_peildatum,
        deel,
        overgang,
        kinderen,
        laatste_toekenning,
        uitzicht_op_verbetering: uitzicht?,
    })
}
