//! The fields of a cause: why it was too high, and what is left of it for urgent reasons.

use domain::dossier::Reden;
use domain::herziening::{DringendeRedenen, Oorzaakoordeel};
use domain::recht::herziening::{Afzien, Oorzaak};
use primitives::{Geld, Percentage, Veldcontrole, geld_nl, parse_getal_nl};
use serde::Deserialize;

use crate::formuliervelden::{Keuze, parse_bedrag};

const GEHEEL: &str = "geheel";
const PERCENTAGE: &str = "percentage";
const BEDRAG: &str = "bedrag";

/// What was typed about a cause.
#[derive(Clone, Default, Deserialize)]
pub(super) struct Oorzaakinvoer {
    #[serde(default)]
    pub(super) oorzaak: String,
    #[serde(default)]
    pub(super) begrijpelijk: String,
    #[serde(default, rename = "dringendeRedenen")]
    pub(super) dringende_redenen: String,
    #[serde(default)]
    pub(super) afzien: String,
    #[serde(default)]
    pub(super) deel: String,
}

/// The choices of a cause.
pub(super) struct Oorzaakkeuzes {
    pub(super) oorzaken: Vec<Keuze>,
    pub(super) ja_nee: Vec<Keuze>,
    pub(super) afzien: Vec<Keuze>,
}

impl Oorzaakinvoer {
    /// The cause for all months; faults stand at their fields.
    pub(super) fn take(&self, controle: &mut Veldcontrole) -> Option<Oorzaakoordeel> {
        let mut alle = Oorzaak::ALL.into_iter();
        let oorzaak = alle.find(|een| een.naam() == self.oorzaak);
        let oorzaak = controle.take("oorzaak", oorzaak.ok_or("kies wat er aan de hand was"));
        let begrijpelijk = match (oorzaak, self.begrijpelijk.as_str()) {
            (Some(Oorzaak::Betaling), "ja") => Some(true),
            (Some(Oorzaak::Betaling), "nee") => Some(false),
            (Some(Oorzaak::Betaling), _) => {
                let melding = "kies ja of nee: er is meer betaald dan besloten";
                controle.refuse("begrijpelijk", melding);
                None
            }
            _ => None,
        };
        let dringende_redenen = self.take_dringend(controle);
        Some(Oorzaakoordeel {
            begrijpelijk,
            dringende_redenen,
            ..Oorzaakoordeel::new(oorzaak?)
        })
    }

    fn take_dringend(&self, controle: &mut Veldcontrole) -> Option<DringendeRedenen> {
        if self.dringende_redenen.trim().is_empty() {
            if !self.afzien.is_empty() || !self.deel.trim().is_empty() {
                let melding = "schrijf op welke dringende redenen er zijn";
                controle.refuse("dringendeRedenen", melding);
            }
            return None;
        }
        let waarom = Reden::parse(&self.dringende_redenen);
        let waarom = controle.take("dringendeRedenen", waarom);
        let afzien = match self.afzien.as_str() {
            GEHEEL => Some(Afzien::Geheel),
            PERCENTAGE => controle
                .take("deel", self.read_percentage())
                .map(Afzien::Percentage),
            BEDRAG => controle
                .take("deel", self.read_bedrag())
                .map(Afzien::Bedrag),
            _ => {
                let melding = "kies hoeveel de inwoner niet hoeft terug te betalen";
                controle.refuse("afzien", melding);
                None
            }
        };
        Some(DringendeRedenen {
            waarom: waarom?.as_str().to_owned(),
            afzien: afzien?,
        })
    }

    fn read_percentage(&self) -> Result<Percentage, &'static str> {
        parse_getal_nl(&self.deel)
            .and_then(|getal| Percentage::try_new(getal).ok())
            .filter(|deel| *deel > Percentage::NUL && *deel <= Percentage::HONDERD)
            .ok_or("vul een percentage boven 0 en tot en met 100 in")
    }

    fn read_bedrag(&self) -> Result<Geld, &'static str> {
        parse_bedrag(&self.deel)
            .filter(|bedrag| !bedrag.is_nul())
            .ok_or("vul een bedrag boven 0 in, zoals 1.250,50")
    }
}

impl From<&Oorzaakoordeel> for Oorzaakinvoer {
    fn from(oordeel: &Oorzaakoordeel) -> Self {
        let ja_nee = |ja: bool| if ja { "ja" } else { "nee" };
        let dringend = oordeel.dringende_redenen.as_ref();
        let (afzien, deel) = match dringend.map(|dringend| dringend.afzien) {
            None => ("", String::new()),
            Some(Afzien::Geheel) => (GEHEEL, String::new()),
            Some(Afzien::Percentage(deel)) => (PERCENTAGE, deel.to_string().replace('.', ",")),
            Some(Afzien::Bedrag(bedrag)) => {
                let bedrag = geld_nl(bedrag);
                (BEDRAG, bedrag.trim_start_matches("€\u{a0}").to_owned())
            }
        };
        Self {
            oorzaak: oordeel.oorzaak.naam().to_owned(),
            begrijpelijk: oordeel
                .begrijpelijk
                .map(ja_nee)
                .unwrap_or_default()
                .to_owned(),
            dringende_redenen: dringend
                .map(|dringend| dringend.waarom.clone())
                .unwrap_or_default(),
            afzien: afzien.to_owned(),
            deel,
        }
    }
}

impl Oorzaakkeuzes {
    /// Those of every form; `ook` comes before the causes.
    pub(super) fn new(ook: Option<Keuze>) -> Self {
        let oorzaken = Oorzaak::ALL.map(|een| Keuze::new(een.naam(), describe(een)));
        Self {
            oorzaken: ook.into_iter().chain(oorzaken).collect(),
            ja_nee: vec![Keuze::new("ja", "Ja"), Keuze::new("nee", "Nee")],
            afzien: vec![
                Keuze::new(GEHEEL, "Alles"),
                Keuze::new(PERCENTAGE, "Een percentage van elke maand"),
                Keuze::new(BEDRAG, "Een bedrag, de oudste maand eerst"),
            ],
        }
    }
}

/// A cause in the words of a form.
pub(super) const fn describe(oorzaak: Oorzaak) -> &'static str {
    match oorzaak {
        Oorzaak::Inlichtingenplicht => "De inwoner gaf informatie niet of te laat door",
        Oorzaak::Middelen => "De inwoner kreeg later geld over deze maanden",
        Oorzaak::Verlening => "De bijstand was te hoog vastgesteld, bijvoorbeeld door een fout",
        Oorzaak::Voorschot => "Het was een voorschot, en er bleek geen recht te zijn",
        Oorzaak::Betaling => "Er is meer betaald dan was besloten",
    }
}
