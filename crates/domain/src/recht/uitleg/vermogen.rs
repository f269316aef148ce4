//! The means test in sentences.

use primitives::GeldNl;

use super::Stap;
use crate::recht::{Aanvangsvermogen, Vermogen, Vermogenstoets, Vermogenswijze};

/// What counts, and the limit.
pub(super) fn render_vermogen(toets: &Vermogenstoets) -> Stap {
    let grens = GeldNl(toets.grens);
    let tekst = match toets.opgegeven {
        None => format!("Er is geen vermogen opgegeven. De grens is {grens}."),
        Some(eigen) => {
            let bezit = match toets.wijze {
                Vermogenswijze::Actueel => describe_actueel(&eigen),
                Vermogenswijze::BijAanvang(aanvang) => describe_aanvang(aanvang),
            };
            let woning = describe_woning(&eigen, toets);
            let vermogen = GeldNl(toets.vermogen);
            format!("{bezit}{woning} Het vermogen is {vermogen}. De grens is {grens}.")
        }
    };
    Stap::amount("vermogen", toets.norm.grondslag(), toets.vermogen, tekst)
}

fn describe_actueel(eigen: &Vermogen) -> String {
    let mut tekst = format!(
        "Bezittingen {} min schulden {}.",
        GeldNl(eigen.bezittingen),
        GeldNl(eigen.schulden)
    );
    if !eigen.spaargeld.is_nul() {
        tekst += &format!(
            " Daarvan telt {} niet mee: dat is gespaard tijdens de bijstand (artikel 34 lid 2 onder c).",
            GeldNl(eigen.spaargeld)
        );
    }
    if !eigen.immateriele_schade.is_nul() {
        tekst += &format!(
            " Daarvan telt {} niet mee: dat is een vergoeding voor immateriële schade (artikel 34 lid 2 onder e).",
            GeldNl(eigen.immateriele_schade)
        );
    }
    if eigen.aanvang.is_some() {
        tekst += " Sinds 1 januari 2026 telt wat er nu is, en niet wat er bij het begin van de bijstand was (artikel 34 lid 2 onder b).";
    }
    tekst
}

fn describe_aanvang(aanvang: Aanvangsvermogen) -> String {
    format!(
        "Tot 1 januari 2026 telde wat er bij het begin van de bijstand was en wat er later bij kwam. Bij het begin was het vermogen {}. Daarna is {} ontvangen.",
        GeldNl(aanvang.vermogen),
        GeldNl(aanvang.ontvangen)
    )
}

fn describe_woning(eigen: &Vermogen, toets: &Vermogenstoets) -> String {
    if eigen.overwaarde_woning.is_nul() {
        String::new()
    } else if toets.uit_woning.is_nul() {
        format!(
            " De waarde van de woning ({}) telt niet mee: die is niet hoger dan {}.",
            GeldNl(eigen.overwaarde_woning),
            GeldNl(toets.woninggrens)
        )
    } else {
        format!(
            " Van de waarde van de woning telt mee: {} − {} = {}.",
            GeldNl(eigen.overwaarde_woning),
            GeldNl(toets.woninggrens),
            GeldNl(toets.uit_woning)
        )
    }
}
