//! The layout of the files of amounts, and what each row of values must keep to.

use std::collections::BTreeMap;

use primitives::{Datum, Geld, Percentage};
use serde::Deserialize;

use super::NormenError;

/// `data/normen.json`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Bestand {
    #[expect(dead_code, reason = "explains the file to its reader")]
    toelichting: String,
    van: Datum,
    pub(super) tot_en_met: Datum,
    pub(super) bronnen: BTreeMap<String, String>,
    pub(super) bedragen: Vec<Reeks>,
    pub(super) percentages: Vec<Reeks>,
    pub(super) termijnen: Vec<Reeks>,
    pub(super) aow_leeftijd: Aow,
}

/// `data/ioaw-ioaz.json`: amounts that are shown and not calculated with.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Toonbestand {
    #[expect(dead_code, reason = "explains the file to its reader")]
    toelichting: String,
    van: Datum,
    tot_en_met: Datum,
    pub(super) bronnen: BTreeMap<String, String>,
    pub(super) reeksen: Vec<Reeks>,
}

/// The values of one key through the years.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Reeks {
    pub(super) sleutel: String,
    pub(super) naam: String,
    pub(super) grondslag: String,
    pub(super) waarden: Vec<Waarde>,
}

/// A value on the days of a period.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Waarde {
    pub(super) van: Datum,
    pub(super) tot_en_met: Datum,
    pub(super) bedrag: Option<Geld>,
    procent: Option<String>,
    pub(super) maanden: Option<u32>,
    pub(super) ontbreekt: Option<String>,
    pub(super) geldt_niet: Option<String>,
    pub(super) bron: Option<String>,
    #[expect(dead_code, reason = "explains the value to its reader")]
    noot: Option<String>,
    pub(super) correctie: Option<Correctieregel>,
}

/// What was published at first, and from when the value of the row was known.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Correctieregel {
    pub(super) was: Geld,
    pub(super) bekend_op: Datum,
    #[expect(dead_code, reason = "explains the correction to its reader")]
    bronnen: Vec<String>,
    #[expect(dead_code, reason = "explains the correction to its reader")]
    noot: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Aow {
    #[expect(dead_code, reason = "explains the ages to their reader")]
    grondslag: String,
    pub(super) bron: String,
    #[expect(dead_code, reason = "explains the ages to their reader")]
    zekerheid: String,
    #[expect(dead_code, reason = "explains the ages to their reader")]
    noot: String,
    pub(super) waarden: Vec<AowRegel>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct AowRegel {
    pub(super) geboren_van: Datum,
    pub(super) geboren_tot_en_met: Option<Datum>,
    pub(super) jaren: i32,
    pub(super) maanden: i32,
}

impl Waarde {
    pub(super) fn percentage(&self) -> Option<Percentage> {
        Percentage::parse(self.procent.as_deref()?).ok()
    }

    /// Whether the row says that there is no value: not in the sources, or not yet a rule of law.
    pub(super) const fn is_zonder_waarde(&self) -> bool {
        self.ontbreekt.is_some() != self.geldt_niet.is_some()
    }
}

pub(super) fn parse_bestand(json: &str) -> Result<Bestand, NormenError> {
    let bestand: Bestand = serde_json::from_str(json)?;
    let reeksen = bestand.bedragen.iter().chain(&bestand.percentages);
    for reeks in reeksen.chain(&bestand.termijnen) {
        check_reeks(reeks, (bestand.van, bestand.tot_en_met), &bestand.bronnen)?;
    }
    Ok(bestand)
}

pub(super) fn parse_toonbestand(json: &str) -> Result<Toonbestand, NormenError> {
    let bestand: Toonbestand = serde_json::from_str(json)?;
    for reeks in &bestand.reeksen {
        check_reeks(reeks, (bestand.van, bestand.tot_en_met), &bestand.bronnen)?;
    }
    Ok(bestand)
}

/// Checks that a row of values covers every day of the table once, and that each value is there or said to miss.
fn check_reeks(
    reeks: &Reeks,
    (van, tot_en_met): (Datum, Datum),
    bronnen: &BTreeMap<String, String>,
) -> Result<(), NormenError> {
    let naam = || reeks.sleutel.clone();
    let mut verwacht = Some(van);
    for waarde in &reeks.waarden {
        if verwacht != Some(waarde.van) || waarde.tot_en_met < waarde.van {
            return Err(NormenError::Periode(naam()));
        }
        verwacht = waarde.tot_en_met.tomorrow().ok();
        let gevuld = [
            waarde.bedrag.is_some(),
            waarde.percentage().is_some(),
            waarde.maanden.is_some(),
            waarde.is_zonder_waarde(),
        ];
        if gevuld.iter().filter(|is_gevuld| **is_gevuld).count() != 1 {
            return Err(NormenError::Waarde(naam()));
        }
        let is_bekend = match &waarde.bron {
            Some(bron) => bronnen.contains_key(bron),
            None => waarde.is_zonder_waarde(),
        };
        if !is_bekend {
            return Err(NormenError::Bron(naam()));
        }
    }
    if verwacht == tot_en_met.tomorrow().ok() {
        Ok(())
    } else {
        Err(NormenError::Periode(naam()))
    }
}
