//! How closings and figures look in JSON.

use application::sturing::Kwartaaloverzicht;
use domain::sturing::{self, Eenheid, PubliekCijfer, Uitkomst, judge};
use rust_decimal::Decimal;
use serde::Serialize;
use utoipa::ToSchema;

/// De gesloten kwartalen van een gemeente.
#[derive(Serialize, ToSchema)]
pub(super) struct Kwartalen {
    /// De sluiting die geldt van elk kwartaal, het nieuwste eerst.
    pub(super) kwartalen: Vec<Sluiting>,
}

/// De sluiting van een kwartaal: vanaf dat moment veranderen de cijfers niet meer.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct Sluiting {
    /// Kenmerk.
    #[schema(format = "uuid")]
    id: String,
    /// CBS-code van de gemeente.
    #[schema(example = "GM0294")]
    gemeente: String,
    /// Jaar en kwartaal.
    #[schema(example = "2026-K1")]
    kwartaal: String,
    /// 1 voor de eerste sluiting; opnieuw sluiten is de volgende versie.
    versie: u16,
    /// Wat tot en met dit moment bekend was telt mee.
    #[schema(format = "date-time")]
    bekend_op: String,
    /// Wanneer het kwartaal is gesloten.
    #[schema(format = "date-time")]
    gesloten_op: String,
    /// SHA-256 over de cijfers.
    controlegetal: String,
}

/// De cijfers van een gesloten kwartaal.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct Kwartaalcijfers {
    /// De sluiting waar de cijfers bij horen.
    sluiting: Sluiting,
    /// Aandachtspunten bij de sluiting, elk een zin.
    aandachtspunten: Vec<String>,
    /// Hoe goed de registraties achter de cijfers zijn bijgehouden.
    kwaliteit: Vec<Kwaliteit>,
    /// De cijfers, per indicator en klasse.
    cijfers: Vec<Cijfer>,
    /// Wat er over de cijfers is gezegd, het oudste eerst.
    toelichtingen: Vec<Toelichting>,
}

/// Een cijfer.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct Cijfer {
    /// Vaste naam van de indicator.
    #[schema(example = "uitstroom-naar-werk")]
    indicator: &'static str,
    /// Naam van de indicator.
    naam: &'static str,
    /// De definitie in woorden.
    definitie: &'static str,
    /// Versie van de definitie waarmee dit cijfer is gemaakt.
    versie: u16,
    /// Vaste naam van de klasse: `totaal` voor het geheel.
    #[schema(example = "totaal")]
    klasse: &'static str,
    /// Vaste naam van de eenheid.
    #[schema(example = "procent")]
    eenheid: &'static str,
    /// `bekend`, `onderdrukt` (te weinig personen) of `ontbreekt`.
    #[schema(example = "bekend")]
    status: &'static str,
    /// Het cijfer; een bedrag als tekst met twee decimalen, elk ander cijfer als getal.
    waarde: Option<Getal>,
    /// Het getal boven de streep, of het aantal zelf.
    teller: Option<Getal>,
    /// Het getal onder de streep.
    noemer: Option<Getal>,
    /// `goed`, `matig` of `onvoldoende`.
    #[schema(example = "goed")]
    datakwaliteit: &'static str,
}

/// Een getal, of een bedrag als tekst.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
pub(super) enum Getal {
    /// Een bedrag in euro's: "530.25".
    Bedrag(String),
    /// Een getal.
    #[schema(value_type = f64)]
    Getal(serde_json::Number),
}

/// Een regel over de registraties, met het oordeel.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct Kwaliteit {
    /// Vaste naam van de regel.
    #[schema(example = "bus-volledig")]
    regel: &'static str,
    /// `goed`, `matig` of `onvoldoende`.
    oordeel: &'static str,
    /// Wat de regel vond, in een zin.
    bevinding: &'static str,
}

/// Wat iemand over een cijfer of het kwartaal zei.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct Toelichting {
    /// Over welke indicator; leeg is over het hele kwartaal.
    indicator: Option<&'static str>,
    /// Wat.
    tekst: String,
    /// In welke rol.
    rol: String,
    /// Wanneer.
    #[schema(format = "date-time")]
    op: String,
}

impl From<&sturing::Sluiting> for Sluiting {
    fn from(sluiting: &sturing::Sluiting) -> Self {
        Self {
            id: sluiting.id.to_string(),
            gemeente: sluiting.gemeente.to_string(),
            kwartaal: sluiting.kwartaal.to_string(),
            versie: sluiting.versie,
            bekend_op: sluiting.bekend_op.to_string(),
            gesloten_op: sluiting.gesloten_op.to_string(),
            controlegetal: sluiting.hash.to_string(),
        }
    }
}

impl Kwartaalcijfers {
    /// The figures of a closed quarter; none while it is open.
    pub(super) fn new(overzicht: &Kwartaaloverzicht) -> Option<Self> {
        let akte = overzicht.akte.as_ref()?;
        let kwaliteit = overzicht
            .kwaliteit
            .iter()
            .map(|(regel, oordeel)| Kwaliteit {
                regel: regel.sleutel(),
                oordeel: oordeel.sleutel(),
                bevinding: regel.bevinding(*oordeel),
            });
        Some(Self {
            sluiting: Sluiting::from(&akte.sluiting),
            aandachtspunten: akte.aandachtspunten.clone(),
            kwaliteit: kwaliteit.collect(),
            cijfers: overzicht
                .cijfers
                .iter()
                .map(|cijfer| Cijfer::new(cijfer, overzicht))
                .collect(),
            toelichtingen: overzicht
                .toelichtingen
                .iter()
                .map(Toelichting::from)
                .collect(),
        })
    }
}

impl Cijfer {
    fn new(cijfer: &PubliekCijfer, overzicht: &Kwartaaloverzicht) -> Self {
        let definitie = cijfer.indicator.definitie();
        let (waarde, teller, noemer) = match cijfer.uitkomst {
            Uitkomst::Bekend {
                waarde,
                teller,
                noemer,
            } => (Some(waarde), Some(teller), noemer),
            Uitkomst::Onderdrukt | Uitkomst::Ontbreekt => (None, None, None),
        };
        // What is divided is money where the figure is; what it is divided by is a count.
        let in_unit = |getal: Decimal| Getal::new(getal, definitie.eenheid);
        Self {
            indicator: definitie.sleutel,
            naam: definitie.naam,
            definitie: definitie.formule,
            versie: cijfer.versie,
            klasse: cijfer.klasse.sleutel(),
            eenheid: definitie.eenheid.sleutel(),
            status: cijfer.uitkomst.sleutel(),
            waarde: waarde.and_then(in_unit),
            teller: teller.and_then(in_unit),
            noemer: noemer.and_then(|getal| Getal::new(getal, Eenheid::Aantal)),
            datakwaliteit: judge(cijfer.indicator, &overzicht.kwaliteit).sleutel(),
        }
    }
}

impl Getal {
    /// A number as contract.md writes it.
    fn new(getal: Decimal, eenheid: Eenheid) -> Option<Self> {
        if eenheid == Eenheid::Euro {
            return Some(Self::Bedrag(format!("{getal:.2}")));
        }
        // Every decimal number is a number in JSON.
        let tekst = getal.normalize().to_string();
        serde_json::from_str(&tekst).ok().map(Self::Getal)
    }
}

impl From<&sturing::Toelichting> for Toelichting {
    fn from(gezegd: &sturing::Toelichting) -> Self {
        Self {
            indicator: gezegd.indicator.map(|i| i.definitie().sleutel),
            tekst: gezegd.tekst.clone(),
            rol: gezegd.rol.clone(),
            op: gezegd.op.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_numbers_and_amounts_are_texts() {
        let json = |getal: &str, eenheid| {
            let getal = Getal::new(getal.parse().unwrap(), eenheid).unwrap();
            serde_json::to_string(&getal).unwrap()
        };
        assert_eq!(json("12.50", Eenheid::Procent), "12.5");
        assert_eq!(json("530.5", Eenheid::Euro), "\"530.50\"");
        assert_eq!(json("-3", Eenheid::Aantal), "-3");
    }
}
