//! A work rule as typed.

use primitives::{Moment, Periode, Veldfouten};
use serde::Deserialize;

use super::{Instructieversie, Werkinstructie, Werkwaarde};
use crate::beleid::lezer::Lezer;
use crate::beleid::{Bevoegd, Notatie, Persoon, Sleutel, catalogus, check_waarde};

/// A work rule about more parameters than this says nothing about any.
const SLEUTELS_MAX: usize = 20;

/// A work rule as typed. An empty text is a field that was left empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct WerkinstructieInvoer {
    /// What it is called.
    pub titel: String,
    /// How the organisation works.
    pub tekst: String,
    /// Keys of the parameters that it elaborates.
    pub sleutels: Vec<String>,
    /// Values that the organisation sets itself.
    pub waarden: Vec<WerkwaardeInvoer>,
    /// From when.
    pub van: String,
    /// Until when; empty is until a later version.
    pub tot: String,
}

/// A value as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct WerkwaardeInvoer {
    /// The key of the parameter.
    pub sleutel: String,
    /// The value; empty sets none.
    pub waarde: String,
}

impl WerkinstructieInvoer {
    /// Reads a version that comes after `eerder`, beside the other work rules; every fault at once.
    ///
    /// A value for what state, council or college decide is refused with the article and who does decide.
    pub fn parse(
        &self,
        eerder: Option<&Werkinstructie>,
        andere: &[Werkinstructie],
        notatie: Notatie,
        (door, op): (Persoon, Moment),
    ) -> Result<Instructieversie, Veldfouten> {
        let mut lezer = Lezer::new(notatie);
        let titel = lezer.parse_regel("titel", &self.titel, 200);
        let tekst = lezer.parse_tekst("tekst", &self.tekst);
        let periode = self.parse_periode(&mut lezer);
        let mut sleutels = self.parse_sleutels(&mut lezer);
        let waarden = periode.map_or_else(Vec::new, |periode| {
            self.parse_waarden(periode, andere, &mut lezer)
        });
        for waarde in &waarden {
            if !sleutels.contains(&waarde.sleutel) {
                sleutels.push(waarde.sleutel.clone());
            }
        }
        if sleutels.is_empty() && lezer.controle.is_schoon() {
            let melding = "kies ten minste één gegeven waarover de werkinstructie gaat";
            lezer.controle.refuse("sleutels", melding);
        }
        lezer.controle.finish()?;
        match (titel, tekst, periode) {
            (Some(titel), Some(tekst), Some(periode)) => Ok(Instructieversie {
                nummer: eerder.map_or(0, |eerder| eerder.laatste.nummer) + 1,
                titel,
                tekst,
                sleutels,
                waarden,
                periode,
                door,
                op,
            }),
            _ => Err(Veldfouten::single(
                "titel",
                "de werkinstructie is niet volledig",
            )),
        }
    }

    fn parse_periode(&self, lezer: &mut Lezer) -> Option<Periode> {
        let van = lezer.parse_datum("van", &self.van);
        let tot = if self.tot.trim().is_empty() {
            None
        } else {
            Some(lezer.parse_datum("tot", &self.tot)?)
        };
        let periode = Periode::try_new(van?, tot);
        if periode.is_err() {
            let melding = "de laatste dag ligt niet na de eerste: kies een latere dag";
            lezer.controle.refuse("tot", melding);
        }
        periode.ok()
    }

    fn parse_sleutels(&self, lezer: &mut Lezer) -> Vec<Sleutel> {
        let mut sleutels: Vec<Sleutel> = Vec::new();
        for tekst in &self.sleutels {
            match catalogus().find(tekst.trim()) {
                None => {
                    let melding = "dit gegeven staat niet in de catalogus";
                    lezer.controle.refuse("sleutels", melding);
                }
                Some(parameter) if !sleutels.contains(&parameter.sleutel) => {
                    sleutels.push(parameter.sleutel.clone());
                }
                Some(_) => {}
            }
        }
        if sleutels.len() > SLEUTELS_MAX {
            let melding = format!("kies ten hoogste {SLEUTELS_MAX} gegevens");
            lezer.controle.refuse("sleutels", melding);
        }
        sleutels
    }

    fn parse_waarden(
        &self,
        periode: Periode,
        andere: &[Werkinstructie],
        lezer: &mut Lezer,
    ) -> Vec<Werkwaarde> {
        let mut waarden: Vec<Werkwaarde> = Vec::new();
        let gevuld = self.waarden.iter().filter(|w| !w.waarde.trim().is_empty());
        for invoer in gevuld {
            let veld = format!("waarden.{}", invoer.sleutel.trim());
            let Some(parameter) = catalogus().find(invoer.sleutel.trim()) else {
                let melding = "dit gegeven staat niet in de catalogus";
                lezer.controle.refuse(veld, melding);
                continue;
            };
            let waarde = match lezer.notatie.parse_waarde(parameter.soort, &invoer.waarde) {
                Ok(waarde) => waarde,
                Err(fout) => {
                    lezer.controle.refuse(veld, fout.to_string());
                    continue;
                }
            };
            if let Err(strijd) = check_waarde(parameter, &waarde, Bevoegd::Uitvoering, periode) {
                lezer.controle.refuse(veld, strijd.to_string());
                continue;
            }
            let elders = andere.iter().find(|andere| {
                let versie = &andere.laatste;
                versie.periode.overlaps(periode) && versie.find_waarde(&parameter.sleutel).is_some()
            });
            if let Some(elders) = elders {
                let titel = &elders.laatste.titel;
                let melding = format!(
                    "de werkinstructie ‘{titel}’ stelt dit in deze periode al vast: wijzig die, of kies een andere periode"
                );
                lezer.controle.refuse(veld, melding);
            } else if waarden.iter().any(|w| w.sleutel == parameter.sleutel) {
                lezer
                    .controle
                    .refuse(veld, "dit gegeven staat er twee keer");
            } else {
                waarden.push(Werkwaarde {
                    sleutel: parameter.sleutel.clone(),
                    waarde,
                });
            }
        }
        waarden
    }
}
