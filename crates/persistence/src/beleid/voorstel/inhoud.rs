//! What an act says, as the JSON of the column `inhoud`. The kind of the act stands in a column of its own.

use domain::beleid::{
    Afwijking, Behandeling, Beslissing, Beslissingsoort, BeslotenWaarde, Grondslag, Inbreng,
    Inbrengsoort, Intrekking, Reactie, Sleutel, Stemming, Stemmingsoort, Strekking, Uitkomst,
    Voorstelhandeling, Voorsteltekst, Waarde, catalogus,
};
use primitives::{BasissetId, BesluitId, Datum, DoorrekeningId, GemeenteCode, Periode, WaardeId};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A stored act that does not fit its type.
#[derive(Debug)]
pub(super) struct PastNiet;

#[derive(Serialize, Deserialize)]
struct Tekstvorm {
    titel: String,
    toelichting: Option<String>,
    kaders: Vec<String>,
    inwerkingtreding: Datum,
    terugwerkend: Option<String>,
    waarden: Vec<Waardevorm>,
    intrekkingen: Vec<Intrekkingvorm>,
    /// Absent in texts from before a calculation could be attached.
    #[serde(default)]
    doorrekeningen: Vec<DoorrekeningId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    grondslag: Option<Grondslagvorm>,
}

#[derive(Serialize, Deserialize)]
struct Grondslagvorm {
    basisset: BasissetId,
    naam: String,
    versie: u16,
    afwijkingen: Vec<(Sleutel, String)>,
}

#[derive(Serialize, Deserialize)]
struct Waardevorm {
    id: WaardeId,
    sleutel: String,
    waarde: String,
    van: Datum,
    tot: Option<Datum>,
    #[serde(default)]
    gebied: Option<GemeenteCode>,
}

#[derive(Serialize, Deserialize)]
struct Intrekkingvorm {
    id: WaardeId,
    sleutel: String,
    vanaf: Datum,
    #[serde(default)]
    gebied: Option<GemeenteCode>,
}

#[derive(Serialize, Deserialize)]
struct Inbrengvorm {
    soort: Inbrengsoort,
    van: String,
    datum: Datum,
    strekking: Strekking,
    tekst: String,
}

#[derive(Serialize, Deserialize)]
struct Reactievorm {
    op_handeling: u32,
    datum: Datum,
    tekst: String,
}

#[derive(Serialize, Deserialize)]
struct Behandelvorm {
    vergaderdatum: Datum,
    beslissing: Beslissingsoort,
    amendement: Option<String>,
    stemming: Option<Stemmingsoort>,
    stemmen: Option<(u16, u16)>,
    uitgereikt_bij: Option<String>,
    opmerkingen: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct Redenvorm {
    reden: String,
}

/// The act as JSON.
pub(super) fn json_of(handeling: &Voorstelhandeling) -> Value {
    let json = match handeling {
        Voorstelhandeling::Opgesteld(tekst) | Voorstelhandeling::Gewijzigd(tekst) => {
            serde_json::to_value(Tekstvorm::from(tekst))
        }
        Voorstelhandeling::Inbreng(inbreng) => serde_json::to_value(Inbrengvorm::from(inbreng)),
        Voorstelhandeling::Reactie(reactie) => serde_json::to_value(Reactievorm {
            op_handeling: reactie.op_handeling,
            datum: reactie.datum,
            tekst: reactie.tekst.clone(),
        }),
        Voorstelhandeling::Ingediend => Ok(Value::Object(serde_json::Map::new())),
        Voorstelhandeling::Behandeld(behandeling) => {
            serde_json::to_value(Behandelvorm::from(behandeling))
        }
        Voorstelhandeling::Ingetrokken { reden } => serde_json::to_value(Redenvorm {
            reden: reden.clone(),
        }),
    };
    // Structs of texts, numbers and dates always become JSON; null would be refused by the column.
    json.unwrap_or_default()
}

/// The act of a row.
pub(super) fn parse_handeling(
    soort: &str,
    inhoud: Value,
    besluit: Option<BesluitId>,
) -> Result<Voorstelhandeling, PastNiet> {
    Ok(match soort {
        "opgesteld" => Voorstelhandeling::Opgesteld(read::<Tekstvorm>(inhoud)?.try_into()?),
        "gewijzigd" => Voorstelhandeling::Gewijzigd(read::<Tekstvorm>(inhoud)?.try_into()?),
        "inbreng" => Voorstelhandeling::Inbreng(read::<Inbrengvorm>(inhoud)?.into()),
        "reactie" => {
            let vorm: Reactievorm = read(inhoud)?;
            Voorstelhandeling::Reactie(Reactie {
                op_handeling: vorm.op_handeling,
                datum: vorm.datum,
                tekst: vorm.tekst,
            })
        }
        "ingediend" => Voorstelhandeling::Ingediend,
        "behandeld" => {
            Voorstelhandeling::Behandeld(read::<Behandelvorm>(inhoud)?.into_behandeling(besluit)?)
        }
        "ingetrokken" => {
            let Redenvorm { reden } = read(inhoud)?;
            Voorstelhandeling::Ingetrokken { reden }
        }
        _ => return Err(PastNiet),
    })
}

fn read<T: serde::de::DeserializeOwned>(inhoud: Value) -> Result<T, PastNiet> {
    serde_json::from_value(inhoud).map_err(|_| PastNiet)
}

impl From<&Voorsteltekst> for Tekstvorm {
    fn from(tekst: &Voorsteltekst) -> Self {
        let waarde = |besloten: &BeslotenWaarde| Waardevorm {
            id: besloten.id,
            sleutel: besloten.sleutel.to_string(),
            waarde: besloten.waarde.to_string(),
            van: besloten.periode.van(),
            tot: besloten.periode.tot(),
            gebied: besloten.gebied,
        };
        let intrekking = |intrekking: &Intrekking| Intrekkingvorm {
            id: intrekking.id,
            sleutel: intrekking.sleutel.to_string(),
            vanaf: intrekking.vanaf,
            gebied: intrekking.gebied,
        };
        Self {
            titel: tekst.titel.clone(),
            toelichting: tekst.toelichting.clone(),
            kaders: tekst.kaders.clone(),
            inwerkingtreding: tekst.inwerkingtreding,
            terugwerkend: tekst.terugwerkend.clone(),
            waarden: tekst.waarden.iter().map(waarde).collect(),
            intrekkingen: tekst.intrekkingen.iter().map(intrekking).collect(),
            doorrekeningen: tekst.doorrekeningen.clone(),
            grondslag: tekst.grondslag.as_ref().map(Grondslagvorm::from),
        }
    }
}

impl TryFrom<Tekstvorm> for Voorsteltekst {
    type Error = PastNiet;

    fn try_from(vorm: Tekstvorm) -> Result<Self, PastNiet> {
        let waarden = vorm.waarden.into_iter().map(Waardevorm::try_into);
        let intrekkingen = vorm.intrekkingen.into_iter().map(Intrekkingvorm::try_into);
        Ok(Self {
            titel: vorm.titel,
            toelichting: vorm.toelichting,
            kaders: vorm.kaders,
            inwerkingtreding: vorm.inwerkingtreding,
            terugwerkend: vorm.terugwerkend,
            waarden: waarden.collect::<Result<_, _>>()?,
            intrekkingen: intrekkingen.collect::<Result<_, _>>()?,
            doorrekeningen: vorm.doorrekeningen,
            grondslag: vorm.grondslag.map(Grondslag::from),
        })
    }
}

impl From<&Grondslag> for Grondslagvorm {
    fn from(grondslag: &Grondslag) -> Self {
        let paar = |afwijking: &Afwijking| (afwijking.sleutel.clone(), afwijking.reden.clone());
        Self {
            basisset: grondslag.basisset,
            naam: grondslag.naam.clone(),
            versie: grondslag.versie,
            afwijkingen: grondslag.afwijkingen.iter().map(paar).collect(),
        }
    }
}

impl From<Grondslagvorm> for Grondslag {
    fn from(vorm: Grondslagvorm) -> Self {
        let afwijking = |(sleutel, reden)| Afwijking { sleutel, reden };
        Self {
            basisset: vorm.basisset,
            naam: vorm.naam,
            versie: vorm.versie,
            afwijkingen: vorm.afwijkingen.into_iter().map(afwijking).collect(),
        }
    }
}

impl TryFrom<Waardevorm> for BeslotenWaarde {
    type Error = PastNiet;

    fn try_from(vorm: Waardevorm) -> Result<Self, PastNiet> {
        let parameter = catalogus().find(&vorm.sleutel).ok_or(PastNiet)?;
        Ok(Self {
            id: vorm.id,
            sleutel: parameter.sleutel.clone(),
            waarde: Waarde::parse(parameter.soort, &vorm.waarde).map_err(|_| PastNiet)?,
            periode: Periode::try_new(vorm.van, vorm.tot).map_err(|_| PastNiet)?,
            gebied: vorm.gebied,
        })
    }
}

impl TryFrom<Intrekkingvorm> for Intrekking {
    type Error = PastNiet;

    fn try_from(vorm: Intrekkingvorm) -> Result<Self, PastNiet> {
        Ok(Self {
            id: vorm.id,
            sleutel: Sleutel::parse(&vorm.sleutel).map_err(|_| PastNiet)?,
            vanaf: vorm.vanaf,
            gebied: vorm.gebied,
        })
    }
}

impl From<&Inbreng> for Inbrengvorm {
    fn from(inbreng: &Inbreng) -> Self {
        Self {
            soort: inbreng.soort,
            van: inbreng.van.clone(),
            datum: inbreng.datum,
            strekking: inbreng.strekking,
            tekst: inbreng.tekst.clone(),
        }
    }
}

impl From<Inbrengvorm> for Inbreng {
    fn from(vorm: Inbrengvorm) -> Self {
        Self {
            soort: vorm.soort,
            van: vorm.van,
            datum: vorm.datum,
            strekking: vorm.strekking,
            tekst: vorm.tekst,
        }
    }
}

impl From<&Behandeling> for Behandelvorm {
    fn from(behandeling: &Behandeling) -> Self {
        let uitkomst = &behandeling.uitkomst;
        Self {
            vergaderdatum: behandeling.vergaderdatum,
            beslissing: uitkomst.beslissing.soort(),
            amendement: uitkomst.beslissing.amendement().map(str::to_owned),
            stemming: uitkomst.stemming.map(Stemming::soort),
            stemmen: uitkomst.stemming.and_then(Stemming::geteld),
            uitgereikt_bij: uitkomst.uitgereikt_bij.clone(),
            opmerkingen: uitkomst.opmerkingen.clone(),
        }
    }
}

impl Behandelvorm {
    fn into_behandeling(self, besluit: Option<BesluitId>) -> Result<Behandeling, PastNiet> {
        let stemming = match self.stemming {
            Some(soort) => Some(Stemming::try_new(soort, self.stemmen).ok_or(PastNiet)?),
            None => None,
        };
        Ok(Behandeling {
            vergaderdatum: self.vergaderdatum,
            uitkomst: Uitkomst {
                beslissing: Beslissing::try_new(self.beslissing, self.amendement)
                    .ok_or(PastNiet)?,
                stemming,
                uitgereikt_bij: self.uitgereikt_bij,
                opmerkingen: self.opmerkingen,
            },
            besluit,
        })
    }
}
