//! Income that does not count by its kind, in sentences.

use primitives::{Geld, GeldNl};

use super::Stap;
use crate::recht::{Kader, Vrijstelling, Vrijstellingsregel as R};

/// What does not count and why.
pub(super) fn render_vrijstelling(kader: &Kader<'_>, vrij: &Vrijstelling) -> Stap {
    let persoon = vrij.persoon.omschrijving();
    let uitkomst = format!(
        "Van {} telt {} niet mee.",
        GeldNl(vrij.ontvangen),
        GeldNl(vrij.bedrag)
    );
    let tekst = match vrij.regel {
        R::Geheel(onderdeel) => {
            format!(
                "Dit telt nooit mee: {}. {uitkomst}",
                onderdeel.omschrijving()
            )
        }
        R::JongerDan27(_) => format!(
            "De {persoon} is jonger dan 27 jaar. Daarom telt alles mee (artikel 31 lid 5). {uitkomst}"
        ),
        R::Premie {
            maximum,
            eerder,
            keren,
        } => format!(
            "Een of twee premies per kalenderjaar tellen niet mee tot {}. Eerder dit jaar waren er {keren}, samen {}. {uitkomst}",
            GeldNl(maximum),
            GeldNl(eerder)
        ),
        R::Vrijwilligersvergoeding {
            maand,
            jaar,
            eerder,
        } => format!(
            "Een vergoeding voor vrijwilligerswerk telt niet mee tot {} per maand en {} per kalenderjaar. Eerder dit jaar was dat {}. {uitkomst}",
            GeldNl(maand),
            GeldNl(jaar),
            GeldNl(eerder)
        ),
        R::Giften {
            grens,
            eerder,
            vermogen,
        } => format!(
            "Giften en bijdragen die kosten besparen tellen niet mee tot {} per kalenderjaar. Eerder dit jaar was dat {}.{} {uitkomst}",
            GeldNl(grens),
            GeldNl(eerder),
            describe_vermogen(vermogen)
        ),
        R::Pensioen { maximum, .. } => format!(
            "Een van de bewoners heeft de AOW-leeftijd. Daarom telt een eigen pensioen niet mee tot {} per maand. {uitkomst}",
            GeldNl(maximum)
        ),
    };
    let besluit = match vrij.regel {
        R::Giften { .. } => kader.beleid.giften_grens.as_ref(),
        _ => None,
    };
    Stap {
        besluit: besluit.and_then(|geldend| geldend.besluit.clone()),
        ..Stap::amount("vrijlating", vrij.regel.grondslag(), vrij.bedrag, tekst)
    }
}

fn describe_vermogen(vermogen: Geld) -> String {
    if vermogen.is_nul() {
        return String::new();
    }
    format!(
        " Wat daarboven komt ({}) is geen inkomen: het hoort bij de bezittingen.",
        GeldNl(vermogen)
    )
}
