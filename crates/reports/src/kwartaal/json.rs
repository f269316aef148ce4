//! The report for programs: keys in camelCase Dutch, dates as 2026-04-20, amounts as text (contract.md).

use std::collections::BTreeMap;

use serde::Serialize;

use super::bladen::counted;
use super::model::{
    Afspraakregel, Hoofdstuk, Indicatorcijfer, Kwartaalrapport, Overlegverslag, Stand, Trendpunt,
    Verdeling,
};
use super::opdracht::OnderdeelJson;
use crate::RapportError;
use crate::cijfer::CijferInEenheid;

/// Writes the report, indented so that a person can read along.
pub(super) fn render(rapport: &Kwartaalrapport) -> Result<Vec<u8>, RapportError> {
    let mut json = serde_json::to_vec_pretty(&RapportJson::new(rapport))?;
    json.push(b'\n');
    Ok(json)
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RapportJson<'a> {
    gemeente: String,
    gemeentenaam: &'a str,
    organisatie: &'a str,
    kwartaal: String,
    sluiting: SluitingJson<'a>,
    andere_gemeenten: u32,
    /// Why there is no comparison; null where there is one.
    geen_vergelijking: Option<String>,
    kenmerken: BTreeMap<&'a str, &'a str>,
    samenvatting: &'a [String],
    aandachtspunten: &'a [String],
    hoofdstukken: Vec<HoofdstukJson<'a>>,
    /// Absent where there was no assignment, so that older reports stay as they are.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    opdracht: Vec<OnderdeelJson<'a>>,
    overleg: Option<OverlegJson<'a>>,
}

impl<'a> RapportJson<'a> {
    fn new(rapport: &'a Kwartaalrapport) -> Self {
        let sluiting = &rapport.sluiting;
        Self {
            gemeente: rapport.gemeente.to_string(),
            gemeentenaam: &rapport.gemeentenaam,
            organisatie: &rapport.organisatie,
            kwartaal: rapport.kwartaal.to_string(),
            sluiting: SluitingJson {
                id: sluiting.id.to_string(),
                versie: sluiting.versie,
                bekend_op: sluiting.bekend_op.to_string(),
                gesloten_op: sluiting.gesloten_op.to_string(),
                gesloten_door: &sluiting.gesloten_door,
                controlegetal: &sluiting.controlegetal,
            },
            andere_gemeenten: rapport.andere_gemeenten,
            geen_vergelijking: rapport.explain_no_comparison(),
            kenmerken: rapport
                .kenmerken
                .iter()
                .map(|(naam, waarde)| (naam.as_str(), waarde.as_str()))
                .collect(),
            samenvatting: &rapport.samenvatting,
            aandachtspunten: &rapport.aandachtspunten,
            hoofdstukken: rapport
                .hoofdstukken
                .iter()
                .map(HoofdstukJson::from)
                .collect(),
            opdracht: rapport.opdracht.iter().map(OnderdeelJson::from).collect(),
            overleg: rapport.overleg.as_ref().map(OverlegJson::from),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SluitingJson<'a> {
    id: String,
    versie: u32,
    bekend_op: String,
    gesloten_op: String,
    gesloten_door: &'a str,
    controlegetal: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct HoofdstukJson<'a> {
    titel: &'a str,
    inleiding: &'a str,
    indicatoren: Vec<IndicatorJson<'a>>,
}

impl<'a> From<&'a Hoofdstuk> for HoofdstukJson<'a> {
    fn from(hoofdstuk: &'a Hoofdstuk) -> Self {
        Self {
            titel: &hoofdstuk.titel,
            inleiding: &hoofdstuk.inleiding,
            indicatoren: hoofdstuk
                .indicatoren
                .iter()
                .map(IndicatorJson::from)
                .collect(),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct IndicatorJson<'a> {
    nummer: u32,
    sleutel: &'a str,
    naam: &'a str,
    definitie: &'a str,
    definitieversie: u32,
    bron: &'a str,
    eenheid: &'static str,
    #[serde(flatten)]
    stand: Option<StandJson>,
    datakwaliteit: KwaliteitJson<'a>,
    toelichting: Option<&'a str>,
    verloop: Vec<TrendpuntJson>,
    verdelingen: Vec<VerdelingJson<'a>>,
}

impl<'a> From<&'a Indicatorcijfer> for IndicatorJson<'a> {
    fn from(indicator: &'a Indicatorcijfer) -> Self {
        let eenheid = indicator.eenheid;
        Self {
            nummer: indicator.nummer,
            sleutel: &indicator.sleutel,
            naam: &indicator.naam,
            definitie: &indicator.definitie,
            definitieversie: indicator.definitieversie,
            bron: &indicator.bron,
            eenheid: eenheid.sleutel(),
            stand: indicator
                .stand
                .as_ref()
                .map(|stand| StandJson::new(indicator, stand)),
            datakwaliteit: KwaliteitJson {
                oordeel: indicator.datakwaliteit.oordeel.sleutel(),
                toelichting: &indicator.datakwaliteit.toelichting,
            },
            toelichting: indicator.toelichting.as_deref(),
            verloop: indicator
                .trend
                .iter()
                .map(|punt| TrendpuntJson::new(indicator, punt))
                .collect(),
            verdelingen: indicator
                .verdelingen
                .iter()
                .map(VerdelingJson::from)
                .collect(),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct StandJson {
    cijfer: CijferInEenheid,
    teller: Option<CijferInEenheid>,
    noemer: Option<CijferInEenheid>,
    vorig_kwartaal: CijferInEenheid,
    jaar_eerder: CijferInEenheid,
    groepsmediaan: CijferInEenheid,
}

impl StandJson {
    fn new(indicator: &Indicatorcijfer, stand: &Stand) -> Self {
        let eenheid = indicator.eenheid;
        let deel = counted(indicator);
        Self {
            cijfer: stand.cijfer.in_unit(eenheid),
            teller: stand.teller.map(|cijfer| cijfer.in_unit(deel)),
            noemer: stand.noemer.map(|cijfer| cijfer.in_unit(deel)),
            vorig_kwartaal: stand.vorig_kwartaal.in_unit(eenheid),
            jaar_eerder: stand.jaar_eerder.in_unit(eenheid),
            groepsmediaan: stand.groepsmediaan.in_unit(eenheid),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct KwaliteitJson<'a> {
    oordeel: &'static str,
    toelichting: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct TrendpuntJson {
    kwartaal: String,
    cijfer: CijferInEenheid,
    groepsmediaan: CijferInEenheid,
}

impl TrendpuntJson {
    fn new(indicator: &Indicatorcijfer, punt: &Trendpunt) -> Self {
        Self {
            kwartaal: punt.kwartaal.to_string(),
            cijfer: punt.cijfer.in_unit(indicator.eenheid),
            groepsmediaan: punt.groepsmediaan.in_unit(indicator.eenheid),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct VerdelingJson<'a> {
    naam: &'a str,
    eenheid: &'static str,
    klassen: Vec<KlasseJson<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct KlasseJson<'a> {
    sleutel: &'a str,
    naam: &'a str,
    cijfer: CijferInEenheid,
    vorig_kwartaal: CijferInEenheid,
}

impl<'a> From<&'a Verdeling> for VerdelingJson<'a> {
    fn from(verdeling: &'a Verdeling) -> Self {
        let klassen = verdeling.regels.iter().map(|regel| KlasseJson {
            sleutel: &regel.sleutel,
            naam: &regel.naam,
            cijfer: regel.cijfer.in_unit(verdeling.eenheid),
            vorig_kwartaal: regel.vorig_kwartaal.in_unit(verdeling.eenheid),
        });
        Self {
            naam: &verdeling.naam,
            eenheid: verdeling.eenheid.sleutel(),
            klassen: klassen.collect(),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct OverlegJson<'a> {
    datum: String,
    afspraken: Vec<AfspraakJson<'a>>,
}

impl<'a> From<&'a Overlegverslag> for OverlegJson<'a> {
    fn from(overleg: &'a Overlegverslag) -> Self {
        Self {
            datum: overleg.datum.to_string(),
            afspraken: overleg.afspraken.iter().map(AfspraakJson::from).collect(),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct AfspraakJson<'a> {
    tekst: &'a str,
    houder: &'a str,
    uiterlijk: Option<String>,
    stand: &'a str,
}

impl<'a> From<&'a Afspraakregel> for AfspraakJson<'a> {
    fn from(afspraak: &'a Afspraakregel) -> Self {
        Self {
            tekst: &afspraak.tekst,
            houder: &afspraak.houder,
            uiterlijk: afspraak.uiterlijk.map(|datum| datum.to_string()),
            stand: &afspraak.stand,
        }
    }
}
