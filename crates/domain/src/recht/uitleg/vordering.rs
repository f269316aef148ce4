//! What goes with a claim, in sentences.

use primitives::{GeldNl, Maand, maand_lang};

use super::Stap;
use crate::recht::herziening::{
    Aansprakelijk, Bestemming, Bestemmingoordeel, Jaarvordering, Kwijtgrond, Kwijtschelding,
    Leenvorm, Lening, Leningoordeel,
};
use crate::recht::regelingen::Leengrond;

const BRUTO: &str = "Participatiewet art. 58 lid 5";

/// A year with its taxes.
pub fn render_jaar(jaar: &Jaarvordering) -> Stap {
    let (netto, welk) = (GeldNl(jaar.netto), jaar.jaar);
    let Some((belasting, totaal)) = jaar.belasting.zip(jaar.totaal()) else {
        let tekst = format!(
            "Over {welk} is {netto} terug te vorderen. Hoeveel belasting en premies daarbij komt, is niet bekend (belastingEnPremies)."
        );
        return Stap::text("bruto", BRUTO, tekst);
    };
    let tekst = if belasting.is_nul() {
        format!(
            "Over {welk} is {netto} terug te vorderen. De belasting en premies zijn nog te verrekenen: die komen er niet bij."
        )
    } else {
        format!(
            "Over {welk} is {netto} terug te vorderen. De belasting en premies van {} zijn niet meer te verrekenen. Samen is dat {}.",
            GeldNl(belasting),
            GeldNl(totaal)
        )
    };
    Stap::amount("bruto", BRUTO, totaal, tekst)
}

/// Who else may be asked to pay over a month.
pub fn render_aansprakelijk(maand: Maand, wie: Aansprakelijk) -> Stap {
    let maand = maand_lang(maand);
    let tekst = match wie {
        Aansprakelijk::Gezinsleden => format!(
            "De bijstand over {maand} was voor een gezin. Het college kan het hele bedrag van elk gezinslid terugvorderen (hoofdelijk, lid 4)."
        ),
        Aansprakelijk::Verzwegen => format!(
            "De bijstand over {maand} had voor een paar moeten zijn, en dat is niet verteld. Het college kan het hele bedrag ook van de partner terugvorderen (hoofdelijk, lid 4)."
        ),
        Aansprakelijk::Middelen => format!(
            "De bijstand over {maand} was terecht voor een paar, en er is iets niet verteld. Het college kan het hele bedrag ook terugvorderen van de partner, als het om zijn of haar geld gaat (hoofdelijk, lid 4)."
        ),
    };
    Stap::text("aansprakelijk", wie.grondslag(), tekst)
}

/// What can be done with a loan or a guarantee, by which ground it was given, and whether it can be set off.
pub fn render_lening(lening: &Lening) -> Vec<Stap> {
    let oordeel = lening.judge();
    let mut stappen = vec![render_leningoordeel(lening, oordeel)];
    let grond = lening.grond.filter(|grond| *grond != Leengrond::Geen);
    stappen.extend(grond.map(|grond| {
        let tekst = format!(
            "De bijstand kon zo worden gegeven, want {}.",
            grond.omschrijving()
        );
        Stap::text("leengrond", grond.grondslag(), tekst)
    }));
    let is_verrekenbaar = lening.vorm == Leenvorm::Geldlening
        && lening.krijgt_bijstand
        && matches!(oordeel, Leningoordeel::Terugvordering(_));
    if is_verrekenbaar {
        let tekst =
            "De inwoner krijgt algemene bijstand. Het college kan de lening daarmee verrekenen.";
        let grondslag = "Participatiewet art. 48 lid 4";
        stappen.push(Stap::text("verrekening", grondslag, tekst.to_owned()));
    }
    stappen
}

fn render_leningoordeel(lening: &Lening, oordeel: Leningoordeel) -> Stap {
    let grondslag = lening.vorm.grondslag();
    match oordeel {
        Leningoordeel::Terugvordering(rest) => {
            let tekst = format!(
                "Van {} is {} afgelost. Het college kan {} terugvorderen. Dat is een afweging.",
                GeldNl(lening.bedrag),
                GeldNl(lening.afgelost),
                GeldNl(rest)
            );
            Stap::amount("lening", grondslag, rest, tekst)
        }
        Leningoordeel::Geen => {
            let tekst = "De inwoner houdt zich aan de lening, of die is afgelost. Er is niets terug te vorderen.";
            Stap::text("lening", grondslag, tekst.to_owned())
        }
        Leningoordeel::GeenGrond => {
            let tekst = "De wet kende geen reden om deze bijstand als lening of borgtocht te geven. Dan is het een gift. Er is niets terug te vorderen.";
            Stap::text("lening", Leengrond::Geen.grondslag(), tekst.to_owned())
        }
        Leningoordeel::Onbepaald => {
            let tekst =
                "Niet bekend is of de inwoner zich aan de lening houdt (verplichtingenNagekomen).";
            Stap::text("lening", grondslag, tekst.to_owned())
        }
    }
}

/// What can be done with bijstand for a purpose that somebody else paid after all.
pub fn render_bestemming(bestemming: &Bestemming) -> Stap {
    match bestemming.judge() {
        Bestemmingoordeel::Terugvordering(bedrag) => {
            let tekst = format!(
                "Er was {} bijstand voor dit doel. Daarna kwam er {} voor hetzelfde doel. Het college kan {} terugvorderen. Dat is een afweging.",
                GeldNl(bestemming.bijstand),
                GeldNl(bestemming.vergoeding.unwrap_or(bedrag)),
                GeldNl(bedrag)
            );
            Stap::amount("bestemming", Bestemming::GRONDSLAG, bedrag, tekst)
        }
        Bestemmingoordeel::Geen => {
            let tekst =
                "De inwoner kreeg later niets voor hetzelfde doel. Er is niets terug te vorderen.";
            Stap::text("bestemming", Bestemming::GRONDSLAG, tekst.to_owned())
        }
        Bestemmingoordeel::Onbepaald(feiten) => {
            let tekst = format!(
                "Niet te zeggen is wat het college kan terugvorderen: {} ontbreekt.",
                feiten.join(", ")
            );
            Stap::text("bestemming", Bestemming::GRONDSLAG, tekst)
        }
    }
}

/// Whether the rest of a claim may be let go.
pub fn render_kwijtschelding(uitkomst: &Kwijtschelding) -> Stap {
    const LID: &str = "Participatiewet art. 58 lid 7";
    match uitkomst {
        Kwijtschelding::Mogelijk(grond) => {
            let waarom = match grond {
                Kwijtgrond::VolledigBetaald => "De inwoner betaalde tien jaar alles wat moest.",
                Kwijtgrond::AchterstandBetaald => {
                    "De inwoner betaalde de achterstand over tien jaar alsnog, met rente en kosten."
                }
                Kwijtgrond::NooitBetaald => {
                    "De inwoner betaalde tien jaar niets, en dat verandert waarschijnlijk niet."
                }
                Kwijtgrond::InEenKeer => {
                    "De inwoner betaalt ten minste de helft van wat over is in één keer."
                }
            };
            let tekst = format!("{waarom} Het college kan de rest laten gaan.");
            Stap::text("kwijtschelding", grond.grondslag(), tekst)
        }
        Kwijtschelding::Niet => {
            let tekst = "De wet laat het college de rest nu niet kwijtschelden.";
            Stap::text("kwijtschelding", LID, tekst.to_owned())
        }
        Kwijtschelding::Onbepaald(feiten) => {
            let tekst = format!(
                "Niet te zeggen is of de rest weg mag: {} ontbreekt.",
                feiten.join(", ")
            );
            Stap::text("kwijtschelding", LID, tekst)
        }
    }
}
