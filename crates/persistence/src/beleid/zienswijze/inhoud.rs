//! What an act says, as the JSON of the column `inhoud`. The kind of the act stands in a column of its own.

use domain::beleid::zienswijze::{
    Ontwerphandeling, Oordeel, Punt, Raadsbesluit, Reactie, Zienswijzestrekking, Zienswijzetekst,
};
use primitives::Datum;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A stored act that does not fit its type.
#[derive(Debug)]
pub(super) struct PastNiet;

/// Something that an act says, with its form as JSON.
pub(super) trait Inhoud: Sized {
    /// The form.
    type Vorm: Serialize + DeserializeOwned;

    /// What it says, in its form.
    fn to_vorm(&self) -> Self::Vorm;

    /// What a form says.
    fn from_vorm(vorm: Self::Vorm) -> Self;
}

#[derive(Serialize, Deserialize)]
pub(super) struct Tekstvorm {
    strekking: Zienswijzestrekking,
    punten: Vec<Puntvorm>,
}

#[derive(Serialize, Deserialize)]
struct Puntvorm {
    onderwerp: Option<String>,
    tekst: String,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Besluitvorm {
    nummer: String,
    datum: Datum,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Reactievorm {
    oordeel: Oordeel,
    toelichting: String,
}

/// The act as JSON.
pub(super) fn json_of<T: Inhoud, B: Inhoud>(handeling: &Ontwerphandeling<T, B>) -> Value {
    let json = match handeling {
        Ontwerphandeling::Opgesteld(tekst) | Ontwerphandeling::Gewijzigd(tekst) => {
            serde_json::to_value(tekst.to_vorm())
        }
        Ontwerphandeling::Bevestigd(met) => {
            serde_json::to_value(Bevestigvorm { met: met.to_vorm() })
        }
    };
    // Structs of texts, numbers and dates always become JSON; null would be refused by the column.
    json.unwrap_or_default()
}

/// The act of a row.
pub(super) fn parse_handeling<T: Inhoud, B: Inhoud>(
    soort: &str,
    inhoud: Value,
) -> Result<Ontwerphandeling<T, B>, PastNiet> {
    Ok(match soort {
        "opgesteld" => Ontwerphandeling::Opgesteld(T::from_vorm(read(inhoud)?)),
        "gewijzigd" => Ontwerphandeling::Gewijzigd(T::from_vorm(read(inhoud)?)),
        "bevestigd" => {
            let vorm: Bevestigvorm<B::Vorm> = read(inhoud)?;
            Ontwerphandeling::Bevestigd(B::from_vorm(vorm.met))
        }
        _ => return Err(PastNiet),
    })
}

/// What a confirmation adds, inside an object: nothing at all is JSON too.
#[derive(Serialize, Deserialize)]
struct Bevestigvorm<V> {
    met: V,
}

fn read<T: DeserializeOwned>(inhoud: Value) -> Result<T, PastNiet> {
    serde_json::from_value(inhoud).map_err(|_| PastNiet)
}

impl Inhoud for Zienswijzetekst {
    type Vorm = Tekstvorm;

    fn to_vorm(&self) -> Tekstvorm {
        let punt = |punt: &Punt| Puntvorm {
            onderwerp: punt.onderwerp.clone(),
            tekst: punt.tekst.clone(),
        };
        Tekstvorm {
            strekking: self.strekking,
            punten: self.punten.iter().map(punt).collect(),
        }
    }

    fn from_vorm(vorm: Tekstvorm) -> Self {
        let punt = |punt: Puntvorm| Punt {
            onderwerp: punt.onderwerp,
            tekst: punt.tekst,
        };
        Self {
            strekking: vorm.strekking,
            punten: vorm.punten.into_iter().map(punt).collect(),
        }
    }
}

impl Inhoud for Option<Raadsbesluit> {
    type Vorm = Option<Besluitvorm>;

    fn to_vorm(&self) -> Option<Besluitvorm> {
        self.as_ref().map(|besluit| Besluitvorm {
            nummer: besluit.nummer.clone(),
            datum: besluit.datum,
        })
    }

    fn from_vorm(vorm: Option<Besluitvorm>) -> Self {
        vorm.map(|vorm| Raadsbesluit {
            nummer: vorm.nummer,
            datum: vorm.datum,
        })
    }
}

impl Inhoud for Vec<Option<Reactie>> {
    type Vorm = Vec<Option<Reactievorm>>;

    fn to_vorm(&self) -> Self::Vorm {
        let vorm = |reactie: &Reactie| Reactievorm {
            oordeel: reactie.oordeel,
            toelichting: reactie.toelichting.clone(),
        };
        self.iter().map(|r| r.as_ref().map(vorm)).collect()
    }

    fn from_vorm(vorm: Self::Vorm) -> Self {
        let reactie = |vorm: Reactievorm| Reactie {
            oordeel: vorm.oordeel,
            toelichting: vorm.toelichting,
        };
        vorm.into_iter().map(|r| r.map(reactie)).collect()
    }
}

impl Inhoud for () {
    type Vorm = ();

    fn to_vorm(&self) {}

    fn from_vorm((): ()) {}
}
