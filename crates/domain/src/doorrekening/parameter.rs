//! Which parameters can be calculated from the caseload, and why the others cannot.

use serde::Serialize;

use crate::beleid::{Catalogus, Gebruik, Parameter};

/// A parameter whose effect follows from the statutory records of the caseload.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(into = "&'static str")]
pub enum Rekenparameter {
    /// The toeslag of somebody alone.
    IitAlleenstaande,
    /// The toeslag of a single parent.
    IitAlleenstaandeOuder,
    /// The toeslag of a couple.
    IitGehuwden,
    /// How many months an income must have been low for the toeslag.
    IitReferteperiode,
    /// Up to which percentage of the norm an income is low.
    IitInkomensgrens,
    /// How much lower the norm is without costs of a dwelling. Participatiewet art. 27.
    VerlagingWoonsituatie,
    /// The reduction of the first category of conduct.
    MaatregelEen,
    /// The reduction of the second category of conduct.
    MaatregelTwee,
    /// The reduction of the third category of conduct.
    MaatregelDrie,
}

impl Rekenparameter {
    /// Every one, in the order of the pages.
    pub const ALL: [Self; 9] = [
        Self::IitAlleenstaande,
        Self::IitAlleenstaandeOuder,
        Self::IitGehuwden,
        Self::IitReferteperiode,
        Self::IitInkomensgrens,
        Self::VerlagingWoonsituatie,
        Self::MaatregelEen,
        Self::MaatregelTwee,
        Self::MaatregelDrie,
    ];

    /// The key in the catalogue.
    pub const fn sleutel(self) -> &'static str {
        match self {
            Self::IitAlleenstaande => "iit.bedrag.alleenstaande",
            Self::IitAlleenstaandeOuder => "iit.bedrag.alleenstaande-ouder",
            Self::IitGehuwden => "iit.bedrag.gehuwden",
            Self::IitReferteperiode => "iit.referteperiode",
            Self::IitInkomensgrens => "iit.inkomensgrens",
            Self::VerlagingWoonsituatie => "norm.verlaging.woonsituatie",
            Self::MaatregelEen => "maatregel.categorie.1",
            Self::MaatregelTwee => "maatregel.categorie.2",
            Self::MaatregelDrie => "maatregel.categorie.3",
        }
    }

    /// The parameter of a key, if it can be calculated.
    pub fn from_sleutel(sleutel: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|p| p.sleutel() == sleutel)
    }

    /// Its description in the catalogue.
    pub fn parameter(self, catalogus: &Catalogus) -> Option<&Parameter> {
        catalogus.find(self.sleutel())
    }
}

impl From<Rekenparameter> for &'static str {
    fn from(parameter: Rekenparameter) -> Self {
        parameter.sleutel()
    }
}

/// Why the effect of a parameter cannot be calculated from the caseload, in a sentence; none where it can.
pub fn find_belemmering(parameter: &Parameter) -> Option<&'static str> {
    let sleutel = parameter.sleutel.as_str();
    if Rekenparameter::from_sleutel(sleutel).is_some() {
        return None;
    }
    let begint = |deel: &str| sleutel.starts_with(deel);
    Some(if begint("giften.") {
        "Het bestand zegt niet wie giften krijgt en hoeveel."
    } else if begint("norm.verlaging.schoolverlater") {
        "Het bestand zegt niet wanneer iemand van school kwam."
    } else if begint("maatregel.duur") {
        "Het bestand zegt niet of een verlaging de eerste is of een herhaling."
    } else if begint("maatregel.") {
        "Het bestand zegt niet voor welke gedraging een verlaging is opgelegd."
    } else if begint("bijzondere-bijstand.") {
        "Het maandbestand bevat geen aanvragen en kosten van bijzondere bijstand."
    } else if begint("studietoeslag.") {
        "Wie studietoeslag krijgt, staat niet in het bestand van de algemene bijstand."
    } else if begint("iit.") {
        "Het bestand bevat de feiten niet waar deze regel van de inkomenstoeslag naar vraagt."
    } else if begint("inbeeld.") {
        "Dit gegeven werkt in een cijfer van het kwartaal, niet in bedragen van huishoudens."
    } else if parameter.gebruik.contains(&Gebruik::Uitvoering) {
        "Medewerkers passen dit per persoon toe: het bestand zegt niet bij wie en hoe vaak."
    } else {
        "Het bestand bevat de feiten niet waar dit gegeven naar vraagt."
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::beleid::catalogus;

    #[test]
    fn every_parameter_of_the_catalogue_is_calculated_or_says_why_not() {
        for parameter in catalogus().parameters() {
            let kan = Rekenparameter::from_sleutel(parameter.sleutel.as_str()).is_some();
            let belemmering = find_belemmering(parameter);
            assert_eq!(kan, belemmering.is_none(), "{}", parameter.sleutel);
            assert!(belemmering.is_none_or(|zin| zin.ends_with('.')));
        }
    }

    #[test]
    fn every_calculated_parameter_is_in_the_catalogue_with_the_kind_that_is_read() {
        for parameter in Rekenparameter::ALL {
            assert!(parameter.parameter(catalogus()).is_some(), "{parameter:?}");
        }
    }
}
