//! The days of a case in sentences: where bijstand begins, and by when somebody must act.

use primitives::{Datum, GeldNl, datum_lang, maand_lang};
use serde::Serialize;

use super::super::decimal_nl;
use crate::recht::maanden::{Ingang, Ingangsreden, Maatregelplan, Reeksberekening, Termijn};

/// A day with what it means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Dagstap {
    /// The day.
    pub dag: Datum,
    /// `ingang`, `maatregel`, `zoektermijn`, `voorschot`, `vakantietoeslag`, `heroverweging`,
    /// `waarschuwing` or `opschorting`.
    pub soort: &'static str,
    /// The article, as people cite it.
    pub grondslag: &'static str,
    /// The decision that set a value of council or college.
    pub besluit: Option<String>,
    /// The sentence.
    pub tekst: String,
}

/// The days of a series, in order.
pub fn render_termijnen(reeks: &Reeksberekening) -> Vec<Dagstap> {
    let mut dagen: Vec<Dagstap> = reeks.ingangen.iter().map(render_ingang).collect();
    dagen.extend(reeks.maatregelen.iter().map(render_maatregel));
    dagen.extend(reeks.termijnen.iter().map(render_termijn));
    dagen.sort_by_key(|stap| stap.dag);
    dagen
}

fn render_ingang(ingang: &Ingang) -> Dagstap {
    let melding = datum_lang(ingang.periode.melding);
    let (grondslag, tekst) = match &ingang.reden {
        Ingangsreden::Melding => (
            "Participatiewet art. 44 lid 1",
            "Bijstand kan beginnen op de dag van de melding.".to_owned(),
        ),
        Ingangsreden::Aanvraag => (
            "Participatiewet art. 44 lid 3",
            format!(
                "De melding was op {melding}. De aanvraag kwam te laat en dat is te verwijten. Daarom begint de bijstand op de dag van de aanvraag."
            ),
        ),
        Ingangsreden::Noodzaak {
            gevraagd, maanden, ..
        } => {
            let kort = if ingang.vanaf > *gevraagd {
                format!(" Gevraagd was {}.", datum_lang(*gevraagd))
            } else {
                String::new()
            };
            (
                "Participatiewet art. 44 lid 5",
                format!(
                    "De melding was op {melding}. Omdat het nodig is, begint de bijstand eerder, hoogstens {maanden} maanden.{kort}"
                ),
            )
        }
    };
    let besluit = match &ingang.reden {
        Ingangsreden::Noodzaak { besluit, .. } => besluit.clone(),
        _ => None,
    };
    Dagstap {
        dag: ingang.vanaf,
        soort: "ingang",
        grondslag,
        besluit,
        tekst,
    }
}

fn render_maatregel(plan: &Maatregelplan) -> Dagstap {
    let tekst = match &plan.maanden {
        Ok(maanden) if maanden.is_empty() => {
            "Er is geen verlaging: het gedrag is niet te verwijten.".to_owned()
        }
        Ok(maanden) => {
            let delen: Vec<String> = maanden
                .iter()
                .map(|percentage| format!("{}%", decimal_nl(percentage.decimal())))
                .collect();
            let herhaling = if plan.is_herhaling {
                " Dit is een herhaling volgens de verordening."
            } else {
                ""
            };
            format!("Verlaging per maand: {}.{herhaling}", delen.join(", "))
        }
        Err(reden) => reden.to_string(),
    };
    Dagstap {
        dag: plan.maatregel.vanaf.first_day(),
        soort: "maatregel",
        grondslag: plan.grondslag,
        besluit: plan.besluit.clone(),
        tekst,
    }
}

fn render_termijn(termijn: &Termijn) -> Dagstap {
    let (soort, tekst) = match termijn {
        Termijn::Zoektermijn { te_vroeg, .. } => {
            let vroeg = te_vroeg.map_or_else(String::new, |dag| {
                format!(" De aanvraag van {} kwam te vroeg.", datum_lang(dag))
            });
            (
                "zoektermijn",
                format!(
                    "Iedereen is jonger dan 27 jaar. De aanvraag kan vanaf deze dag, vier weken na de melding.{vroeg}"
                ),
            )
        }
        Termijn::Voorschot {
            percentage, bedrag, ..
        } => {
            let procent = decimal_nl(percentage.decimal());
            let hoogte = bedrag.map_or_else(
                || "De bijstand van deze maand is niet te bepalen.".to_owned(),
                |bedrag| format!("Dat is {}.", GeldNl(bedrag)),
            );
            (
                "voorschot",
                format!(
                    "Het recht is nog niet vastgesteld. Uiterlijk op deze dag krijgt de aanvrager een voorschot van ten minste {procent}% van de bijstand. {hoogte}"
                ),
            )
        }
        Termijn::Vakantietoeslag {
            maanden: (van, tot),
            bedrag,
            ..
        } => {
            let hoogte = bedrag.map_or_else(
                || "Niet elke maand daarvan is te bepalen.".to_owned(),
                |bedrag| format!("Dat is {}.", GeldNl(bedrag)),
            );
            (
                "vakantietoeslag",
                format!(
                    "Uiterlijk op deze dag wordt de vakantietoeslag over {} tot en met {} betaald. {hoogte}",
                    maand_lang(*van),
                    maand_lang(*tot)
                ),
            )
        }
        Termijn::Heroverweging { gedaan_op, .. } => {
            let gedaan = gedaan_op.map_or_else(String::new, |dag| {
                format!(" Dat is gedaan op {}.", datum_lang(dag))
            });
            (
                "heroverweging",
                format!("Uiterlijk op deze dag bekijkt het college de maatregel opnieuw.{gedaan}"),
            )
        }
        Termijn::Waarschuwing { te_kort_na, .. } => (
            "waarschuwing",
            te_kort_na.map_or_else(
                || {
                    "Het college geeft een waarschuwing in plaats van een boete. Of dat in deze situatie mag, staat in een algemene maatregel van bestuur; beoordeel dat zelf.".to_owned()
                },
                |eerdere| {
                    format!(
                        "Een waarschuwing in plaats van een boete kan niet: er was op {} al een waarschuwing, en dat is geen twee jaar voor deze overtreding.",
                        datum_lang(eerdere)
                    )
                },
            ),
        ),
        Termijn::Opschorting { .. } => (
            "opschorting",
            "Langer dan tot en met deze dag kan het recht niet worden opgeschort.".to_owned(),
        ),
    };
    Dagstap {
        dag: termijn.dag(),
        soort,
        grondslag: termijn.grondslag(),
        besluit: None,
        tekst,
    }
}
