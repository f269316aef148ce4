//! Items and answers, as the JSON of the columns `inhoud`.

use domain::opdracht::{Antwoord, Grond, Kaderverwijzing, Norm, Normkant, Onderdeel};
use domain::sturing::Indicator;
use primitives::{BesluitId, Datum};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A stored text that does not fit its type.
#[derive(Debug)]
pub(super) struct PastNiet;

#[derive(Serialize, Deserialize)]
struct Opdrachtvorm {
    onderdelen: Vec<Onderdeelvorm>,
}

#[derive(Serialize, Deserialize)]
struct Onderdeelvorm {
    nummer: u16,
    prestatie: String,
    kaders: Vec<Kadervorm>,
    zonder_kader: Option<String>,
    norm: Option<Normvorm>,
}

#[derive(Serialize, Deserialize)]
struct Kadervorm {
    besluit: BesluitId,
    kader: u16,
}

#[derive(Serialize, Deserialize)]
struct Normvorm {
    indicator: String,
    kant: String,
    waarde: Decimal,
    marge: Decimal,
}

#[derive(Serialize, Deserialize)]
struct Planvorm {
    antwoorden: Vec<Antwoordvorm>,
}

#[derive(Serialize, Deserialize)]
struct Antwoordvorm {
    onderdeel: u16,
    aanpak: Option<String>,
    trekker: Option<String>,
    gereed: Option<Datum>,
}

/// The items as JSON.
pub(super) fn json_of_onderdelen(onderdelen: &[Onderdeel]) -> Value {
    let onderdelen = onderdelen.iter().map(Onderdeelvorm::from).collect();
    // Structs of texts and numbers always become JSON; null would be refused by the column.
    serde_json::to_value(Opdrachtvorm { onderdelen }).unwrap_or_default()
}

/// The answers as JSON.
pub(super) fn json_of_antwoorden(antwoorden: &[Antwoord]) -> Value {
    let antwoorden = antwoorden.iter().map(Antwoordvorm::from).collect();
    // As above.
    serde_json::to_value(Planvorm { antwoorden }).unwrap_or_default()
}

/// The items of a row.
pub(super) fn parse_onderdelen(inhoud: Value) -> Result<Vec<Onderdeel>, PastNiet> {
    let vorm: Opdrachtvorm = serde_json::from_value(inhoud).map_err(|_| PastNiet)?;
    vorm.onderdelen.into_iter().map(TryInto::try_into).collect()
}

/// The answers of a row.
pub(super) fn parse_antwoorden(inhoud: Value) -> Result<Vec<Antwoord>, PastNiet> {
    let vorm: Planvorm = serde_json::from_value(inhoud).map_err(|_| PastNiet)?;
    Ok(vorm.antwoorden.into_iter().map(Into::into).collect())
}

impl From<&Onderdeel> for Onderdeelvorm {
    fn from(onderdeel: &Onderdeel) -> Self {
        let (kaders, zonder_kader) = match &onderdeel.grond {
            Grond::ZonderKader(reden) => (Vec::new(), Some(reden.clone())),
            Grond::Kaders(kaders) => (kaders.iter().map(Into::into).collect(), None),
        };
        Self {
            nummer: onderdeel.nummer,
            prestatie: onderdeel.prestatie.clone(),
            kaders,
            zonder_kader,
            norm: onderdeel.norm.map(|norm| Normvorm {
                indicator: norm.indicator.definitie().sleutel.to_owned(),
                kant: norm.kant.code().to_owned(),
                waarde: norm.waarde,
                marge: norm.marge,
            }),
        }
    }
}

impl TryFrom<Onderdeelvorm> for Onderdeel {
    type Error = PastNiet;

    fn try_from(vorm: Onderdeelvorm) -> Result<Self, PastNiet> {
        let grond = match (vorm.zonder_kader, vorm.kaders.is_empty()) {
            (Some(reden), true) => Grond::ZonderKader(reden),
            (None, false) => Grond::Kaders(vorm.kaders.into_iter().map(Into::into).collect()),
            _ => return Err(PastNiet),
        };
        Ok(Self {
            nummer: vorm.nummer,
            prestatie: vorm.prestatie,
            grond,
            norm: vorm.norm.map(TryInto::try_into).transpose()?,
        })
    }
}

impl TryFrom<Normvorm> for Norm {
    type Error = PastNiet;

    fn try_from(vorm: Normvorm) -> Result<Self, PastNiet> {
        Ok(Self {
            indicator: Indicator::from_sleutel(&vorm.indicator).ok_or(PastNiet)?,
            kant: Normkant::from_code(&vorm.kant).ok_or(PastNiet)?,
            waarde: vorm.waarde,
            marge: vorm.marge,
        })
    }
}

impl From<&Kaderverwijzing> for Kadervorm {
    fn from(verwijzing: &Kaderverwijzing) -> Self {
        Self {
            besluit: verwijzing.besluit,
            kader: verwijzing.kader,
        }
    }
}

impl From<Kadervorm> for Kaderverwijzing {
    fn from(vorm: Kadervorm) -> Self {
        Self {
            besluit: vorm.besluit,
            kader: vorm.kader,
        }
    }
}

impl From<&Antwoord> for Antwoordvorm {
    fn from(antwoord: &Antwoord) -> Self {
        Self {
            onderdeel: antwoord.onderdeel,
            aanpak: antwoord.aanpak.clone(),
            trekker: antwoord.trekker.clone(),
            gereed: antwoord.gereed,
        }
    }
}

impl From<Antwoordvorm> for Antwoord {
    fn from(vorm: Antwoordvorm) -> Self {
        Self {
            onderdeel: vorm.onderdeel,
            aanpak: vorm.aanpak,
            trekker: vorm.trekker,
            gereed: vorm.gereed,
        }
    }
}
