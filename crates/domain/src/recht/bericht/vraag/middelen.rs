//! What a household has, and the reduction by a maatregel.

use primitives::{Datum, Geld};

use super::super::json::Json;
use super::super::lezer::{Lezer, Pad};
use crate::recht::{Aanvangsvermogen, Huishouden, Inkomst, Persoon, Verlaging, Vermogen};

pub(super) fn check_partner(lezer: &mut Lezer, huishouden: &Huishouden, inkomsten: &[Inkomst]) {
    if huishouden.partner.is_some() {
        return;
    }
    for (plek, inkomst) in inkomsten.iter().enumerate() {
        if inkomst.persoon == Persoon::Partner {
            let lijst = Pad::Wortel.veld("inkomsten");
            let regel = Pad::Plek(&lijst, plek);
            lezer.refuse(
                &regel.veld("persoon"),
                "er is geen partner in het huishouden",
            );
        }
    }
}

/// What is left out counts as nothing, as the whole object may be left out (contract 2.1).
pub(in crate::recht::bericht) fn read_vermogen(
    lezer: &mut Lezer,
    waarde: &Json,
    pad: &Pad<'_>,
    peildatum: Option<Datum>,
) -> Option<Vermogen> {
    let bekend = [
        "bezittingen",
        "schulden",
        "overwaardeWoning",
        "spaargeld",
        "immaterieleSchade",
        "bijAanvang",
        "ontvangen",
    ];
    let object = lezer.object(waarde, pad, &bekend)?;
    let mut amount = |naam| {
        lezer
            .optional(&object, naam, Lezer::bedrag)
            .unwrap_or(Geld::NUL)
    };
    let vermogen = Vermogen {
        bezittingen: amount("bezittingen"),
        schulden: amount("schulden"),
        overwaarde_woning: amount("overwaardeWoning"),
        spaargeld: amount("spaargeld"),
        immateriele_schade: amount("immaterieleSchade"),
        aanvang: None,
    };
    if vermogen.vrij() > vermogen.bezittingen {
        let melding = "spaargeld en immateriële schade zijn samen hoger dan de bezittingen";
        lezer.refuse(&pad.veld("bezittingen"), melding);
    }
    let begin = lezer.optional(&object, "bijAanvang", |l, w, p| Some(read_aanvang(l, w, p)));
    // Only before 2026 it matters what came since; later it stands in the possessions.
    let is_nodig = begin.is_some() && !peildatum.is_some_and(Vermogen::is_doorlopend);
    let ontvangen = if is_nodig {
        lezer.fact(&object, "ontvangen", Lezer::bedrag)
    } else {
        lezer.optional(&object, "ontvangen", Lezer::bedrag)
    };
    if begin.is_none() && ontvangen.is_some() {
        let melding = "geef hierbij ook bijAanvang op";
        lezer.refuse(&pad.veld("ontvangen"), melding);
    }
    Some(Vermogen {
        aanvang: begin.flatten().map(|vermogen| Aanvangsvermogen {
            vermogen,
            ontvangen: ontvangen.unwrap_or(Geld::NUL),
        }),
        ..vermogen
    })
}

/// Possessions less debts at the start.
fn read_aanvang(lezer: &mut Lezer, waarde: &Json, pad: &Pad<'_>) -> Option<Geld> {
    let object = lezer.object(waarde, pad, &["bezittingen", "schulden"])?;
    let bezittingen = lezer.fact(&object, "bezittingen", Lezer::bedrag);
    let schulden = lezer.fact(&object, "schulden", Lezer::bedrag);
    Some(bezittingen? - schulden?)
}

pub(in crate::recht::bericht) fn read_maatregel(
    lezer: &mut Lezer,
    waarde: &Json,
    pad: &Pad<'_>,
) -> Option<Verlaging> {
    let object = lezer.object(waarde, pad, &["percentage"])?;
    lezer
        .fact(&object, "percentage", |l, w, p| l.percentage(w, p, 100))
        .map(Verlaging::Percentage)
}
