//! What the organisation answers to an item, as kept and as typed.

use primitives::{Datum, Veldfouten, datum_kort};
use serde::Deserialize;

use super::Opdrachtakte;
use crate::beleid::Notatie;
use crate::beleid::lezer::Lezer;

/// The longest name of who carries an item.
const TREKKER_MAX: usize = 200;

/// The answer to an item; what is not known yet is absent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Antwoord {
    /// The number of the item.
    pub onderdeel: u16,
    /// What will be done.
    pub aanpak: Option<String>,
    /// Who carries it: a function or a team.
    pub trekker: Option<String>,
    /// By when.
    pub gereed: Option<Datum>,
}

/// How far an item is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Antwoordstand {
    /// Not at all.
    Onbeantwoord,
    /// In part: these are missing, in words.
    Onvolledig(Vec<&'static str>),
    /// The item was written anew since it was answered.
    Herzien,
    /// Wholly, as the item is now.
    Beantwoord,
}

/// The answers of a plan as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct PlanInvoer {
    /// An answer for each item that has one.
    pub antwoorden: Vec<AntwoordInvoer>,
}

/// An answer as typed. An empty text is a field that was left empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct AntwoordInvoer {
    /// The number of the item.
    pub onderdeel: String,
    /// What will be done.
    pub aanpak: String,
    /// Who carries it.
    pub trekker: String,
    /// By when.
    pub gereed: String,
}

impl Antwoord {
    /// What is missing of it, in words.
    pub fn list_ontbrekend(&self) -> Vec<&'static str> {
        let delen = [
            (self.aanpak.is_none(), "wat er gebeurt"),
            (self.trekker.is_none(), "wie het doet"),
            (self.gereed.is_none(), "wanneer het klaar is"),
        ];
        let leeg = delen.into_iter().filter(|(is_leeg, _)| *is_leeg);
        leeg.map(|(_, deel)| deel).collect()
    }
}

impl PlanInvoer {
    /// Reads the answers to a version that was given; every fault at once. An item without a word falls away.
    pub fn parse(
        &self,
        opdracht: &Opdrachtakte,
        notatie: Notatie,
    ) -> Result<Vec<Antwoord>, Veldfouten> {
        let mut lezer = Lezer::new(notatie);
        let mut antwoorden: Vec<Antwoord> = Vec::new();
        for (plek, invoer) in self.antwoorden.iter().enumerate() {
            let veld = |naam: &str| format!("antwoorden.{plek}.{naam}");
            let onderdeel = invoer.onderdeel.trim().parse().ok();
            let onderdeel = onderdeel.filter(|nummer| opdracht.find(*nummer).is_some());
            let Some(onderdeel) = onderdeel else {
                let melding = "dit onderdeel staat niet in de verstrekte opdracht";
                lezer.controle.refuse(veld("onderdeel"), melding);
                continue;
            };
            if antwoorden.iter().any(|a| a.onderdeel == onderdeel) {
                let melding = "dit onderdeel is al beantwoord: geef één antwoord";
                lezer.controle.refuse(veld("onderdeel"), melding);
            }
            let gereed = if invoer.gereed.trim().is_empty() {
                None
            } else {
                lezer.parse_datum(&veld("gereed"), &invoer.gereed)
            };
            let antwoord = Antwoord {
                onderdeel,
                aanpak: lezer.parse_alinea(&veld("aanpak"), &invoer.aanpak),
                trekker: lezer.parse_optionele_regel(
                    &veld("trekker"),
                    &invoer.trekker,
                    TREKKER_MAX,
                ),
                gereed,
            };
            if antwoord.list_ontbrekend().len() < 3 {
                antwoorden.push(antwoord);
            }
        }
        lezer.controle.finish()?;
        Ok(antwoorden)
    }
}

impl From<&Antwoord> for AntwoordInvoer {
    fn from(antwoord: &Antwoord) -> Self {
        Self {
            onderdeel: antwoord.onderdeel.to_string(),
            aanpak: antwoord.aanpak.clone().unwrap_or_default(),
            trekker: antwoord.trekker.clone().unwrap_or_default(),
            gereed: antwoord.gereed.map(datum_kort).unwrap_or_default(),
        }
    }
}
