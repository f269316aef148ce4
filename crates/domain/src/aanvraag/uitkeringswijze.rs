//! How what is granted comes to the resident: once, every month or every year, as a gift or a loan.

use primitives::{Geld, geld_nl};
use serde::{Deserialize, Serialize};

use super::Rekenfeiten;
use crate::recht::Regeling;
use crate::recht::bericht::Antwoord;
use crate::recht::regelingen::{Bijzonderfeiten, Minimasoort, Regelingsfeiten};

/// How a scheme beside algemene bijstand is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Uitkeringswijze {
    /// When.
    pub ritme: Ritme,
    /// Whether it is a gift or a loan, and on which ground: each sentence once. Participatiewet arts 48 and 51.
    pub vormen: Vec<String>,
}

/// When an amount is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Ritme {
    /// Once.
    Eenmalig,
    /// The amount of the decision is for so many months, each the same part of it.
    Maanden {
        /// For how many months.
        aantal: u32,
        /// Of each month.
        bedrag: Geld,
    },
    /// Every month.
    PerMaand,
    /// Every month, to the employer.
    PerMaandAanWerkgever,
    /// Every year.
    PerJaar,
}

impl Uitkeringswijze {
    /// Of an answer; none for algemene bijstand, of which the decision itself tells the payment, and where there is no amount.
    pub fn of(regeling: Regeling, feiten: &Rekenfeiten, antwoord: &Antwoord) -> Option<Self> {
        let bedrag = antwoord.bedrag?;
        let ritme = match (regeling, &feiten.regeling) {
            (Regeling::AlgemeneBijstand | Regeling::BeschutWerk, _) => return None,
            (_, Some(Regelingsfeiten::BijzondereBijstand(kosten))) => Ritme::of(kosten, bedrag),
            (_, Some(Regelingsfeiten::Minimaregeling(minima))) => match minima.soort {
                Minimasoort::Meedoen => Ritme::PerJaar,
                Minimasoort::Zorgverzekering => Ritme::PerMaand,
            },
            (Regeling::Studietoeslag, _) => Ritme::PerMaand,
            (Regeling::Loonkostensubsidie, _) => Ritme::PerMaandAanWerkgever,
            _ => Ritme::Eenmalig,
        };
        let mut vormen: Vec<String> = Vec::new();
        for stap in antwoord.uitleg.iter().filter(|stap| stap.stap == "vorm") {
            let zin = stap.tekst.trim_end_matches('.');
            let zin = format!("{zin} ({}).", stap.grondslag);
            if !vormen.contains(&zin) {
                vormen.push(zin);
            }
        }
        Some(Self { ritme, vormen })
    }

    /// The sentences of the letter about an amount that is given from a day on.
    pub fn sentences(&self, bedrag: Geld, vanaf: &str) -> Vec<String> {
        let bedrag = geld_nl(bedrag);
        let eerste = match self.ritme {
            Ritme::Eenmalig => format!("U krijgt één keer {bedrag}."),
            Ritme::Maanden {
                aantal,
                bedrag: deel,
            } => {
                let deel = geld_nl(deel);
                format!(
                    "U krijgt {deel} per maand{vanaf}, {aantal} maanden lang. Samen is dat {bedrag}."
                )
            }
            Ritme::PerMaand => format!("U krijgt {bedrag} per maand{vanaf}."),
            Ritme::PerMaandAanWerkgever => {
                format!("Uw werkgever krijgt {bedrag} per maand{vanaf}.")
            }
            Ritme::PerJaar => format!("U krijgt {bedrag} per jaar{vanaf}."),
        };
        [eerste].into_iter().chain(self.vormen.clone()).collect()
    }
}

impl Ritme {
    /// Of costs that all come back for the same months and are paid as a whole; what a household pays itself is not divided
    /// over months by any rule.
    fn of(feiten: &Bijzonderfeiten, bedrag: Geld) -> Self {
        let aantal = feiten.kosten.first().and_then(|post| post.maanden);
        let alle = feiten.kosten.iter().all(|post| post.maanden == aantal);
        let per_maand: Geld = feiten.kosten.iter().map(|post| post.bedrag).sum();
        match aantal {
            Some(aantal) if alle && per_maand.fraction(i64::from(aantal), 1) == bedrag => {
                Self::Maanden {
                    aantal,
                    bedrag: per_maand,
                }
            }
            _ => Self::Eenmalig,
        }
    }
}
