//! The view of one council: numbered points, or that it agrees or has none.

use primitives::{Datum, GemeenteCode, Moment, Veldfouten, ZienswijzerondeId};
use serde::{Deserialize, Serialize};

use super::{Ontwerp, Rondekop};
use crate::beleid::Notatie;
use crate::beleid::lezer::Lezer;

/// More points than a council brings in.
const PUNTEN_MAX: usize = 50;

/// The view of a council while it is written, and after.
pub type Zienswijze = Ontwerp<Zienswijzetekst, Option<Raadsbesluit>>;

/// What a council says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zienswijzetekst {
    /// In one word.
    pub strekking: Zienswijzestrekking,
    /// Its points, in order; only where it has some.
    pub punten: Vec<Punt>,
}

/// What the view of a council comes down to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Zienswijzestrekking {
    /// It brings in points.
    Punten,
    /// It agrees.
    Instemming,
    /// It has none. The board hears so as soon as possible (Wgr art. 1 lid 3).
    GeenZienswijze,
}

/// One point of a view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Punt {
    /// What it is about, in a few words.
    pub onderwerp: Option<String>,
    /// What the council says.
    pub tekst: String,
}

/// The decision by which a council adopted its view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raadsbesluit {
    /// The number under which the council keeps it.
    pub nummer: String,
    /// The day of the meeting.
    pub datum: Datum,
}

/// A view as every member of the scheme may see it: from the moment at which it was brought in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ingediend {
    /// The round.
    pub ronde: ZienswijzerondeId,
    /// Whose council.
    pub gemeente: GemeenteCode,
    /// What it says.
    pub tekst: Zienswijzetekst,
    /// The decision by which it was adopted; none where a council has no view and decided nothing.
    pub besluit: Option<Raadsbesluit>,
    /// When it was brought in.
    pub op: Moment,
}

/// A view as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct ZienswijzeInvoer {
    /// Code of the [`Zienswijzestrekking`].
    pub strekking: String,
    /// The points; an empty one falls away.
    pub punten: Vec<PuntInvoer>,
}

/// A point as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct PuntInvoer {
    /// What it is about.
    pub onderwerp: String,
    /// What the council says.
    pub tekst: String,
}

/// The decision of the council as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct IndieningInvoer {
    /// The number.
    pub nummer: String,
    /// The day of the meeting.
    pub datum: String,
}

impl Zienswijzestrekking {
    /// Every one, in the order of the form.
    pub const ALL: [Self; 3] = [Self::Punten, Self::Instemming, Self::GeenZienswijze];

    /// The name in data.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Punten => "punten",
            Self::Instemming => "instemming",
            Self::GeenZienswijze => "geen-zienswijze",
        }
    }

    /// The name on a page.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::Punten => "De raad brengt punten naar voren",
            Self::Instemming => "De raad stemt in",
            Self::GeenZienswijze => "De raad brengt geen zienswijze naar voren",
        }
    }

    /// The one of a name in data.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.code() == code)
    }
}

impl ZienswijzeInvoer {
    /// Reads what a council says; every fault at once.
    pub fn parse(&self) -> Result<Zienswijzetekst, Veldfouten> {
        let mut lezer = Lezer::new(Notatie::Uitwisseling);
        let strekking = Zienswijzestrekking::from_code(self.strekking.trim());
        if strekking.is_none() {
            let melding = "kies waar de zienswijze op neerkomt";
            lezer.controle.refuse("strekking", melding);
        }
        let punten = self.parse_punten(&mut lezer);
        let (is_punten, zijn_er) = (
            strekking == Some(Zienswijzestrekking::Punten),
            self.punten.iter().any(|punt| !punt.is_leeg()),
        );
        if is_punten && !zijn_er {
            let melding = "schrijf ten minste één punt op, of kies een andere strekking";
            lezer.controle.refuse("punten.0.tekst", melding);
        } else if strekking.is_some() && !is_punten && zijn_er {
            let melding = "kies dat de raad punten naar voren brengt, of haal de punten weg";
            lezer.controle.refuse("strekking", melding);
        }
        lezer.controle.finish()?;
        let strekking = strekking.ok_or_else(|| Veldfouten::single("strekking", "kies"))?;
        Ok(Zienswijzetekst { strekking, punten })
    }

    fn parse_punten(&self, lezer: &mut Lezer) -> Vec<Punt> {
        if self.punten.len() > PUNTEN_MAX {
            let melding = format!("schrijf ten hoogste {PUNTEN_MAX} punten op");
            lezer.controle.refuse("strekking", melding);
            return Vec::new();
        }
        let mut punten = Vec::new();
        for (plek, punt) in self.punten.iter().enumerate() {
            if punt.is_leeg() {
                continue;
            }
            let veld = |naam: &str| format!("punten.{plek}.{naam}");
            let onderwerp = lezer.parse_optionele_regel(&veld("onderwerp"), &punt.onderwerp, 120);
            if let Some(tekst) = lezer.parse_tekst(&veld("tekst"), &punt.tekst) {
                punten.push(Punt { onderwerp, tekst });
            }
        }
        punten
    }
}

impl PuntInvoer {
    fn is_leeg(&self) -> bool {
        self.onderwerp.trim().is_empty() && self.tekst.trim().is_empty()
    }
}

impl From<&Zienswijzetekst> for ZienswijzeInvoer {
    /// The text as somebody would type it, to change it.
    fn from(tekst: &Zienswijzetekst) -> Self {
        let punt = |punt: &Punt| PuntInvoer {
            onderwerp: punt.onderwerp.clone().unwrap_or_default(),
            tekst: punt.tekst.clone(),
        };
        Self {
            strekking: tekst.strekking.code().to_owned(),
            punten: tekst.punten.iter().map(punt).collect(),
        }
    }
}

impl IndieningInvoer {
    /// Reads the decision of the council; it must be there, unless the council has no view at all. It lies between the
    /// sending of the documents and `vandaag`.
    pub fn parse(
        &self,
        strekking: Zienswijzestrekking,
        kop: &Rondekop,
        notatie: Notatie,
        vandaag: Datum,
    ) -> Result<Option<Raadsbesluit>, Veldfouten> {
        let is_leeg = self.nummer.trim().is_empty() && self.datum.trim().is_empty();
        if is_leeg && strekking == Zienswijzestrekking::GeenZienswijze {
            return Ok(None);
        }
        let mut lezer = Lezer::new(notatie);
        let nummer = lezer.parse_regel("nummer", &self.nummer, 40);
        let datum = lezer.parse_datum("datum", &self.datum);
        if datum.is_some_and(|datum| datum > vandaag) {
            let melding = "deze dag ligt in de toekomst: dien in na de vergadering van de raad";
            lezer.controle.refuse("datum", melding);
        } else if datum.is_some_and(|datum| datum < kop.verzonden_op) {
            let melding = "de raad besloot niet voordat de stukken waren verzonden";
            lezer.controle.refuse("datum", melding);
        }
        lezer.controle.finish()?;
        let besluit = nummer.zip(datum);
        Ok(besluit.map(|(nummer, datum)| Raadsbesluit { nummer, datum }))
    }
}
