//! What goes with a claim, in sentences.

use primitives::{GeldNl, Maand, maand_lang};

use super::Stap;
use crate::recht::herziening::{
    Aansprakelijk, Jaarvordering, Kwijtgrond, Kwijtschelding, Lening, Leningoordeel,
};

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
    };
    Stap::text("aansprakelijk", wie.grondslag(), tekst)
}

/// What can be done with a loan or a guarantee.
pub fn render_lening(lening: &Lening) -> Stap {
    let grondslag = lening.vorm.grondslag();
    match lening.judge() {
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
        Leningoordeel::Onbepaald => {
            let tekst =
                "Niet bekend is of de inwoner zich aan de lening houdt (verplichtingenNagekomen).";
            Stap::text("lening", grondslag, tekst.to_owned())
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
