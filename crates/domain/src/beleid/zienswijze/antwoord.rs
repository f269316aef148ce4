//! The answer of the board to the view of a council, point by point. Who prepares it does not confirm it.

use primitives::{GemeenteCode, Moment, Veldfouten, ZienswijzerondeId};
use serde::{Deserialize, Serialize};

use super::{Ontwerp, Ontwerpgeweigerd};
use crate::beleid::Notatie;
use crate::beleid::lezer::Lezer;

/// The answer to one council while it is written, and after: what is said of each point, in the order of the points.
pub type Beantwoording = Ontwerp<Vec<Option<Reactie>>, ()>;

/// What the board does with a point, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reactie {
    /// What it does.
    pub oordeel: Oordeel,
    /// Why.
    pub toelichting: String,
}

/// What the board does with a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Oordeel {
    /// It does what the council asks.
    Overgenomen,
    /// It does a part of it.
    DeelsOvergenomen,
    /// It does not.
    NietOvergenomen,
}

/// The answer to a council as every member may see it, once it is confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Antwoord {
    /// The round.
    pub ronde: ZienswijzerondeId,
    /// Whose council.
    pub gemeente: GemeenteCode,
    /// What is done with each point, in order.
    pub reacties: Vec<Reactie>,
    /// When it was confirmed.
    pub op: Moment,
}

/// An answer as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct AntwoordInvoer {
    /// One for each point, in order; an empty one is still to be written.
    pub reacties: Vec<ReactieregelInvoer>,
}

/// The answer to a point as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct ReactieregelInvoer {
    /// Code of the [`Oordeel`].
    pub oordeel: String,
    /// Why.
    pub toelichting: String,
}

impl Oordeel {
    /// Every one, in the order of the form.
    pub const ALL: [Self; 3] = [
        Self::Overgenomen,
        Self::DeelsOvergenomen,
        Self::NietOvergenomen,
    ];

    /// The name in data.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Overgenomen => "overgenomen",
            Self::DeelsOvergenomen => "deels-overgenomen",
            Self::NietOvergenomen => "niet-overgenomen",
        }
    }

    /// The name on a page.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::Overgenomen => "Overgenomen",
            Self::DeelsOvergenomen => "Deels overgenomen",
            Self::NietOvergenomen => "Niet overgenomen",
        }
    }

    /// The one of a name in data.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|oordeel| oordeel.code() == code)
    }
}

impl AntwoordInvoer {
    /// Reads what is said of each of `aantal` points; every fault at once. A point may wait, not all of them.
    pub fn parse(&self, aantal: usize) -> Result<Vec<Option<Reactie>>, Veldfouten> {
        let mut lezer = Lezer::new(Notatie::Uitwisseling);
        let leeg = ReactieregelInvoer::default();
        let regels = self.reacties.iter().chain(std::iter::repeat(&leeg));
        let gelezen = regels.take(aantal).enumerate();
        let reacties: Vec<_> = gelezen
            .map(|(plek, regel)| regel.parse(&mut lezer, plek))
            .collect();
        if self.reacties.len() > aantal {
            let veld = format!("reacties.{aantal}.oordeel");
            lezer.controle.refuse(veld, "zoveel punten zijn er niet");
        } else if self.reacties.iter().all(ReactieregelInvoer::is_leeg) {
            let melding = "geef op ten minste één punt een antwoord";
            lezer.controle.refuse("reacties.0.oordeel", melding);
        }
        lezer.controle.finish()?;
        Ok(reacties)
    }
}

impl ReactieregelInvoer {
    fn is_leeg(&self) -> bool {
        self.oordeel.trim().is_empty() && self.toelichting.trim().is_empty()
    }

    fn parse(&self, lezer: &mut Lezer, plek: usize) -> Option<Reactie> {
        if self.is_leeg() {
            return None;
        }
        let oordeel = Oordeel::from_code(self.oordeel.trim());
        if oordeel.is_none() {
            let melding = "kies wat het bestuur met dit punt doet";
            lezer
                .controle
                .refuse(format!("reacties.{plek}.oordeel"), melding);
        }
        let veld = format!("reacties.{plek}.toelichting");
        let toelichting = lezer.parse_tekst(&veld, &self.toelichting);
        let paar = oordeel.zip(toelichting);
        paar.map(|(oordeel, toelichting)| Reactie {
            oordeel,
            toelichting,
        })
    }
}

impl From<&Reactie> for ReactieregelInvoer {
    fn from(reactie: &Reactie) -> Self {
        Self {
            oordeel: reactie.oordeel.code().to_owned(),
            toelichting: reactie.toelichting.clone(),
        }
    }
}

impl Beantwoording {
    /// Refuses unless `sub` may confirm it: every point has an answer, and this person wrote none of them.
    pub fn check_vaststellen(&self, sub: &str) -> Result<(), Ontwerpgeweigerd> {
        self.check_bevestigen(sub)?;
        if self.tekst().iter().all(Option::is_some) {
            Ok(())
        } else {
            Err(Ontwerpgeweigerd::NietVolledig)
        }
    }

    /// Whether the board confirmed it.
    pub fn is_vastgesteld(&self) -> bool {
        self.bevestiging().is_some()
    }
}
