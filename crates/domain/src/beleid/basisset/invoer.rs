//! A base as typed, and the way from there to a text that the law allows.

use primitives::{
    BesluitId, Datum, GemeenteCode, IdGenerator, Moment, Periode, Veldfouten, WaardeId,
};
use serde::Deserialize;

use super::{Basistekst, Basiswaarde};
use crate::beleid::catalogus::{Parameter, catalogus};
use crate::beleid::gelding::{Besluitverwijzing, Vastgesteld};
use crate::beleid::lezer::{Lezer, Notatie};
use crate::beleid::rules::{Strijd, check_waarde};
use crate::beleid::samenhang::check_samenhang;
use crate::beleid::{Beleid, Orgaan, Waarde};

/// The most values that a base has; above the catalogue.
const WAARDEN_MAX: usize = 200;
/// Why a value, in a sentence or two.
const UITLEG_MAX: usize = 1000;

/// A base as typed. An empty text is a field that was left empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct BasisInvoer {
    /// The name; it stays the same from the first text on.
    pub naam: String,
    /// What it is about and why.
    pub toelichting: String,
    /// The day from which the members mean to let it hold.
    pub vanaf: String,
    /// The codes of the municipalities that take part.
    pub leden: Vec<String>,
    /// The values.
    pub waarden: Vec<BasiswaardeInvoer>,
}

/// One value of a base as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct BasiswaardeInvoer {
    /// The key of the parameter.
    pub sleutel: String,
    /// The value in the notation of its kind.
    pub waarde: String,
    /// Why this value, or empty.
    pub uitleg: String,
}

impl BasisInvoer {
    /// Reads and judges the name and the text for a member; every fault at once, each at its field. `gemeenten` are
    /// those that can take part.
    pub fn parse(
        &self,
        namens: GemeenteCode,
        gemeenten: &[GemeenteCode],
        notatie: Notatie,
        ids: &dyn IdGenerator,
    ) -> Result<(String, Basistekst), Veldfouten> {
        let mut lezer = Lezer::new(notatie);
        let naam = lezer.parse_regel("naam", &self.naam, 120);
        let toelichting = lezer.parse_alinea("toelichting", &self.toelichting);
        let vanaf = lezer.parse_datum("vanaf", &self.vanaf);
        let leden = self.parse_leden(namens, gemeenten, &mut lezer);
        let waarden = self.parse_waarden(vanaf, &mut lezer);
        if let Some(vanaf) = vanaf.filter(|_| lezer.controle.is_schoon()) {
            check_onderling(&waarden, vanaf, namens, ids, &mut lezer);
        }
        lezer.controle.finish()?;
        let (Some(naam), Some(vanaf)) = (naam, vanaf) else {
            // A field that gave no value was refused above.
            return Err(Veldfouten::single("", "de basisset is niet volledig"));
        };
        let tekst = Basistekst {
            toelichting,
            vanaf,
            leden,
            waarden,
        };
        Ok((naam, tekst))
    }

    fn parse_leden(
        &self,
        namens: GemeenteCode,
        gemeenten: &[GemeenteCode],
        lezer: &mut Lezer,
    ) -> Vec<GemeenteCode> {
        let mut leden = Vec::new();
        for tekst in &self.leden {
            let code = GemeenteCode::parse(tekst.trim()).ok();
            match code.filter(|code| gemeenten.contains(code)) {
                Some(code) => leden.push(code),
                None => lezer.controle.refuse(
                    "leden",
                    format!(
                        "‘{}’ is geen gemeente die meedoet aan Stuurhuis",
                        short(tekst)
                    ),
                ),
            }
        }
        leden.sort_unstable();
        leden.dedup();
        if !leden.contains(&namens) {
            let melding = "uw eigen gemeente doet mee: kies ook haar";
            lezer.controle.refuse("leden", melding);
        } else if leden.len() < 2 {
            let melding = "kies ten minste twee gemeenten: een basisset is gezamenlijk";
            lezer.controle.refuse("leden", melding);
        }
        leden
    }

    fn parse_waarden(&self, vanaf: Option<Datum>, lezer: &mut Lezer) -> Vec<Basiswaarde> {
        if self.waarden.is_empty() {
            let melding = "een basisset heeft ten minste één waarde";
            lezer.controle.refuse("waarden", melding);
        }
        if self.waarden.len() > WAARDEN_MAX {
            let melding = format!("een basisset heeft ten hoogste {WAARDEN_MAX} waarden");
            lezer.controle.refuse("waarden", melding);
            return Vec::new();
        }
        let mut waarden: Vec<Basiswaarde> = Vec::new();
        for (plek, invoer) in self.waarden.iter().enumerate() {
            let veld = |naam: &str| format!("waarden.{plek}.{naam}");
            let uitleg = lezer.parse_optionele_regel(&veld("uitleg"), &invoer.uitleg, UITLEG_MAX);
            let Some((parameter, waarde)) = invoer.parse(lezer, &veld) else {
                continue;
            };
            if let Some(strijd) = vanaf.and_then(|vanaf| find_strijd(parameter, &waarde, vanaf)) {
                lezer.controle.refuse(veld("waarde"), strijd.to_string());
            }
            if waarden.iter().any(|w| w.sleutel == parameter.sleutel) {
                let melding = "dit gegeven staat al in deze basisset";
                lezer.controle.refuse(veld("sleutel"), melding);
            }
            waarden.push(Basiswaarde {
                sleutel: parameter.sleutel.clone(),
                waarde,
                uitleg,
            });
        }
        waarden
    }
}

impl BasiswaardeInvoer {
    fn parse(
        &self,
        lezer: &mut Lezer,
        veld: &impl Fn(&str) -> String,
    ) -> Option<(&'static Parameter, Waarde)> {
        let Some(parameter) = catalogus().find(self.sleutel.trim()) else {
            let melding = "kies een gegeven uit de catalogus";
            lezer.controle.refuse(veld("sleutel"), melding);
            return None;
        };
        let waarde = lezer.notatie.parse_waarde(parameter.soort, &self.waarde);
        let waarde = lezer.controle.take(&veld("waarde"), waarde)?;
        Some((parameter, waarde))
    }
}

/// Why no organ of a municipality can decide on this value from a day on, if so.
fn find_strijd(parameter: &Parameter, waarde: &Waarde, vanaf: Datum) -> Option<Strijd> {
    let orgaan = orgaan_on(parameter, vanaf).unwrap_or(Orgaan::Raad);
    let periode = Periode::try_new(vanaf, None).ok()?;
    check_waarde(parameter, waarde, orgaan, periode).err()
}

fn orgaan_on(parameter: &Parameter, op: Datum) -> Option<Orgaan> {
    parameter.regime_on(op)?.bevoegd.orgaan()
}

/// Holds the values against each other, as if every member adopted the whole base.
fn check_onderling(
    waarden: &[Basiswaarde],
    vanaf: Datum,
    namens: GemeenteCode,
    ids: &dyn IdGenerator,
    lezer: &mut Lezer,
) {
    let Ok(periode) = Periode::try_new(vanaf, None) else {
        return;
    };
    let vastgesteld = |basis: &Basiswaarde| {
        let parameter = catalogus().find(basis.sleutel.as_str())?;
        Some(Vastgesteld {
            id: WaardeId::new(ids.next()),
            sleutel: basis.sleutel.clone(),
            waarde: Some(basis.waarde.clone()),
            periode,
            gebied: None,
            besluit: Besluitverwijzing {
                id: BesluitId::new(ids.next()),
                gemeente: namens,
                orgaan: orgaan_on(parameter, vanaf)?,
                nummer: String::new(),
                titel: String::new(),
                vergaderdatum: vanaf,
            },
            bekend_op: Moment::MAX,
            corrigeert: None,
        })
    };
    let straks = Beleid::new(waarden.iter().filter_map(vastgesteld).collect());
    let mut tabellen = Vec::new();
    for (plek, basis) in waarden.iter().enumerate() {
        let Some(parameter) = catalogus().find(basis.sleutel.as_str()) else {
            continue;
        };
        if let Err(strijd) = check_samenhang(catalogus(), parameter, &straks, periode) {
            // A table that is not complete is told once, not at each of its rows.
            if let Strijd::TabelOnvolledig { tabel, .. } = &strijd {
                if tabellen.contains(tabel) {
                    continue;
                }
                tabellen.push(tabel.clone());
            }
            let veld = format!("waarden.{plek}.waarde");
            lezer.controle.refuse(veld, strijd.to_string());
        }
    }
}

/// The begin of a text, for a message.
fn short(tekst: &str) -> String {
    tekst.trim().chars().take(20).collect()
}
