//! Reading what a decision takes back of earlier decisions.

use primitives::{Datum, GemeenteCode, IdGenerator, Moment, WaardeId, datum_lang};

use super::Orgaan;
use super::besluit::Intrekking;
use super::catalogus::Parameter;
use super::invoer::{BesluitInvoer, IntrekkingInvoer, Omgeving, WaardeInvoer};
use super::lezer::Lezer;
use super::rules::Strijd;
use crate::gemeente::Gebied;

impl BesluitInvoer {
    pub(super) fn parse_intrekkingen(
        &self,
        orgaan: Orgaan,
        inwerkingtreding: Option<Datum>,
        omgeving: Omgeving<'_>,
        ids: &dyn IdGenerator,
        lezer: &mut Lezer,
    ) -> Vec<Intrekking> {
        let mut intrekkingen: Vec<Intrekking> = Vec::new();
        // As many as there are parameters, in the municipality and in each area.
        let hoogstens = omgeving.catalogus.parameters().len() * (1 + omgeving.gebieden.len());
        if self.intrekkingen.len() > hoogstens {
            let melding = "elk gegeven trekt u één keer in";
            lezer.controle.refuse("intrekkingen", melding);
            return intrekkingen;
        }
        for (plek, invoer) in self.intrekkingen.iter().enumerate() {
            let veld = |naam: &str| format!("intrekkingen.{plek}.{naam}");
            let vanaf = invoer.parse_vanaf(inwerkingtreding, lezer, &veld);
            let Some(parameter) = omgeving.catalogus.find(invoer.sleutel.trim()) else {
                let melding = "kies een gegeven uit de catalogus";
                lezer.controle.refuse(veld("sleutel"), melding);
                continue;
            };
            let gebied = match omgeving.find_gebied(&invoer.gebied) {
                Ok(gebied) => gebied,
                Err(melding) => {
                    lezer.controle.refuse(veld("gebied"), melding);
                    continue;
                }
            };
            let Some(vanaf) = vanaf else { continue };
            let wat = (parameter, gebied);
            if let Err(melding) = check_intrekking(wat, orgaan, vanaf, omgeving) {
                lezer.controle.refuse(veld("sleutel"), melding);
            }
            let gebied = gebied.map(|gebied| gebied.code);
            let stelt_vast = |w: &&WaardeInvoer| {
                let daar = GemeenteCode::parse(w.gebied.trim()).ok();
                w.sleutel.trim() == parameter.sleutel.as_str() && daar == gebied
            };
            let is_zelfde = |i: &Intrekking| i.sleutel == parameter.sleutel && i.gebied == gebied;
            let is_dubbel =
                intrekkingen.iter().any(is_zelfde) || self.waarden.iter().any(|w| stelt_vast(&w));
            if is_dubbel {
                let melding = "dit besluit stelt dit gegeven ook vast of trekt het al in: kies één van beide. Moet een waarde ophouden te gelden, geef haar dan een einddatum";
                lezer.controle.refuse(veld("sleutel"), melding);
            }
            intrekkingen.push(Intrekking {
                id: WaardeId::new(ids.next()),
                sleutel: parameter.sleutel.clone(),
                vanaf,
                gebied,
            });
        }
        intrekkingen
    }
}

impl IntrekkingInvoer {
    fn parse_vanaf(
        &self,
        inwerkingtreding: Option<Datum>,
        lezer: &mut Lezer,
        veld: &impl Fn(&str) -> String,
    ) -> Option<Datum> {
        if self.vanaf.trim().is_empty() {
            return inwerkingtreding;
        }
        let vanaf = lezer.parse_datum(&veld("vanaf"), &self.vanaf)?;
        if inwerkingtreding.is_some_and(|dag| vanaf < dag) {
            let melding = "een intrekking gaat niet in vóór het besluit zelf";
            lezer.controle.refuse(veld("vanaf"), melding);
            return None;
        }
        Some(vanaf)
    }
}

/// Refuses where another organ decides on that day, or where nothing was decided that could be taken back.
fn check_intrekking(
    (parameter, gebied): (&Parameter, Option<&Gebied>),
    orgaan: Orgaan,
    vanaf: Datum,
    omgeving: Omgeving<'_>,
) -> Result<(), String> {
    let Some(regime) = parameter.regime_on(vanaf) else {
        let (van, tot) = parameter.bestaat().unwrap_or((vanaf, None));
        return Err(Strijd::BestaatNiet {
            op: vanaf,
            van,
            tot,
        }
        .to_string());
    };
    if !regime.bevoegd.is(orgaan) {
        let (bevoegd, artikel) = (regime.bevoegd, regime.artikel.clone());
        let strijd = Strijd::AnderOrgaan {
            op: vanaf,
            bevoegd,
            artikel,
        };
        return Err(strijd.to_string());
    }
    let code = gebied.map(|gebied| gebied.code);
    let beleid = omgeving.beleid.clone().in_gebied(code);
    let vakken = beleid.list_tijdvakken(parameter, Moment::MAX);
    let geldt_nog = vakken.iter().any(|vak| {
        let vastgesteld = vak.stand.vastgesteld();
        vastgesteld.is_some_and(|v| v.gebied == code)
            && vak.periode.tot().is_none_or(|tot| tot > vanaf)
    });
    match gebied {
        _ if geldt_nog => Ok(()),
        None => {
            Err("vanaf die dag is hierover niets besloten: er is niets in te trekken".to_owned())
        }
        Some(gebied) => Err(format!(
            "vanaf {} geldt in het gebied {} geen eigen waarde: er is niets in te trekken",
            datum_lang(vanaf),
            gebied.naam
        )),
    }
}
