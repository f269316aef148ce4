//! Between the forms of the JSON and the domain.

use domain::beleid::{
    self, BekendmakingInvoer, Beleid, BesluitInvoer, Besluitakte, Besluitstand, Besluitverwijzing,
    Grensregel, IntrekkingInvoer, Richting, Stand, Stemming, UitkomstInvoer, WaardeInvoer,
};
use http_base::Fout;
use primitives::{Datum, Moment};
use serde_json::Value;

use super::vorm;

impl vorm::Parameter {
    /// What holds for a parameter on a day, as known on a moment.
    pub(super) fn new(
        parameter: &beleid::Parameter,
        beleid: &Beleid,
        peildatum: Datum,
        bekend_op: Moment,
    ) -> Result<Self, Fout> {
        let regime = parameter.regime_on(peildatum);
        let stand = beleid.stand_on(parameter, peildatum, bekend_op);
        Ok(Self {
            sleutel: parameter.sleutel.to_string(),
            naam: parameter.naam.clone(),
            thema: parameter.thema.clone(),
            nummer: parameter.nummer,
            soort: parameter.soort.code(),
            eenheid: parameter.eenheid.clone(),
            gunstig: parameter.gunstig.map(|richting| match richting {
                Richting::Hoger => "hoger",
                Richting::Lager => "lager",
            }),
            tabel: parameter.tabel.as_ref().map(|plek| plek.tabel.to_string()),
            rij: parameter.tabel.as_ref().map(|plek| plek.rij.clone()),
            orgaan: regime.map(|regime| regime.bevoegd.code()),
            artikel: regime.map(|regime| regime.artikel.clone()),
            grenzen: regime.map_or_else(Vec::new, |regime| {
                regime.grenzen.iter().map(vorm::Grens::from).collect()
            }),
            stand: standvorm(&stand)?,
        })
    }
}

impl vorm::Parameterverloop {
    /// A parameter with everything that held, holds and will hold.
    pub(super) fn new(
        parameter: &beleid::Parameter,
        beleid: &Beleid,
        peildatum: Datum,
        bekend_op: Moment,
    ) -> Result<Self, Fout> {
        let vakken = beleid.list_tijdvakken(parameter, bekend_op);
        let tijdvak = |vak: &beleid::Tijdvak<'_>| {
            Ok(vorm::Tijdvak {
                van: vak.periode.van().to_string(),
                tot: vak.periode.tot().map(|dag| dag.to_string()),
                stand: standvorm(&vak.stand)?,
            })
        };
        Ok(Self {
            parameter: vorm::Parameter::new(parameter, beleid, peildatum, bekend_op)?,
            verloop: vakken.iter().map(tijdvak).collect::<Result<_, Fout>>()?,
        })
    }
}

pub(super) fn standvorm(stand: &Stand<'_>) -> Result<vorm::Standvorm, Fout> {
    let (naam, toelichting) = match stand {
        Stand::Besloten(_) => ("besloten", None),
        Stand::ZonderBesluit(standaard) => ("zonder-besluit", Some(standaard.tekst.clone())),
        Stand::InStrijd(_, strijd) => ("in-strijd-met-de-wet", Some(strijd.to_string())),
        Stand::BestaatNiet => ("bestaat-niet", None),
    };
    let vastgesteld = stand.vastgesteld();
    Ok(vorm::Standvorm {
        stand: naam,
        waarde: stand.waarde().map(json_of).transpose()?,
        besluit: vastgesteld.map(|v| vorm::Besluitverwijzing::from(&v.besluit)),
        bekend_op: vastgesteld.map(|v| v.bekend_op.to_string()),
        toelichting,
    })
}

fn json_of(waarde: &beleid::Waarde) -> Result<Value, Fout> {
    serde_json::to_value(waarde).map_err(Fout::storing)
}

impl From<&beleid::Grens> for vorm::Grens {
    fn from(grens: &beleid::Grens) -> Self {
        let (regel, waarde, sleutel) = match &grens.regel {
            Grensregel::Minimum { waarde } => ("minimum", Some(waarde.to_string()), None),
            Grensregel::Maximum { waarde } => ("maximum", Some(waarde.to_string()), None),
            Grensregel::MeerDan { sleutel } => ("meer-dan", None, Some(sleutel.to_string())),
            Grensregel::MinderDan { sleutel } => ("minder-dan", None, Some(sleutel.to_string())),
            Grensregel::SamenHoogstens { waarde, .. } => {
                ("samen-hoogstens", Some(waarde.to_string()), None)
            }
        };
        let delen = match &grens.regel {
            Grensregel::SamenHoogstens { delen, .. } => {
                delen.iter().map(vorm::Deel::from).collect()
            }
            _ => Vec::new(),
        };
        Self {
            regel,
            waarde,
            sleutel,
            delen,
            artikel: grens.artikel.clone(),
            bron: grens.bron.clone(),
        }
    }
}

impl From<&beleid::Deel> for vorm::Deel {
    fn from(deel: &beleid::Deel) -> Self {
        Self {
            sleutel: deel.sleutel.to_string(),
            maal: deel.maal,
        }
    }
}

impl From<&Besluitverwijzing> for vorm::Besluitverwijzing {
    fn from(verwijzing: &Besluitverwijzing) -> Self {
        Self {
            id: verwijzing.id.to_string(),
            aanhaling: verwijzing.to_string(),
            titel: verwijzing.titel.clone(),
            vergaderdatum: verwijzing.vergaderdatum.to_string(),
        }
    }
}

impl TryFrom<&Besluitakte> for vorm::Besluit {
    type Error = Fout;

    fn try_from(akte: &Besluitakte) -> Result<Self, Fout> {
        let mut vorm = Self::try_from(&akte.besluit)?;
        vorm.correcties = akte
            .correcties
            .iter()
            .map(vorm::Correctie::try_from)
            .collect::<Result<_, _>>()?;
        Ok(vorm)
    }
}

impl TryFrom<&beleid::Besluit> for vorm::Besluit {
    type Error = Fout;

    fn try_from(besluit: &beleid::Besluit) -> Result<Self, Fout> {
        let kop = besluit.kop();
        let (stand, bekendmaking) = match besluit.stand() {
            Besluitstand::NietAanvaard => ("niet-aanvaard", None),
            Besluitstand::Aanvaard => ("aanvaard", None),
            Besluitstand::Bekendgemaakt {
                bekendmaking,
                bekend_op,
            } => (
                "bekendgemaakt",
                Some(bekendmaking_of(bekendmaking, *bekend_op)),
            ),
        };
        Ok(Self {
            id: kop.id.to_string(),
            orgaan: kop.orgaan.code(),
            nummer: kop.nummer.clone(),
            titel: kop.titel.clone(),
            vergaderdatum: kop.vergaderdatum.to_string(),
            toelichting: kop.toelichting.clone(),
            kaders: kop.kaders.clone(),
            uitkomst: vorm::Uitkomst::from(&kop.uitkomst),
            inwerkingtreding: kop.inwerkingtreding.to_string(),
            terugwerkend: kop.terugwerkend.clone(),
            stand,
            bekendmaking,
            waarden: besluit
                .waarden()
                .iter()
                .map(vorm::Waarde::try_from)
                .collect::<Result<_, Fout>>()?,
            intrekkingen: besluit
                .intrekkingen()
                .iter()
                .map(vorm::Intrekking::from)
                .collect(),
            correcties: Vec::new(),
        })
    }
}

impl TryFrom<&beleid::BeslotenWaarde> for vorm::Waarde {
    type Error = Fout;

    fn try_from(besloten: &beleid::BeslotenWaarde) -> Result<Self, Fout> {
        Ok(Self {
            id: besloten.id.to_string(),
            sleutel: besloten.sleutel.to_string(),
            waarde: json_of(&besloten.waarde)?,
            van: besloten.periode.van().to_string(),
            tot: besloten.periode.tot().map(|dag| dag.to_string()),
            gebied: besloten.gebied.map(|gebied| gebied.to_string()),
        })
    }
}

impl From<&beleid::Intrekking> for vorm::Intrekking {
    fn from(intrekking: &beleid::Intrekking) -> Self {
        Self {
            id: intrekking.id.to_string(),
            sleutel: intrekking.sleutel.to_string(),
            vanaf: intrekking.vanaf.to_string(),
            gebied: intrekking.gebied.map(|gebied| gebied.to_string()),
        }
    }
}

impl From<&beleid::Uitkomst> for vorm::Uitkomst {
    fn from(uitkomst: &beleid::Uitkomst) -> Self {
        let geteld = uitkomst.stemming.and_then(Stemming::geteld);
        Self {
            beslissing: uitkomst.beslissing.soort().code(),
            amendement: uitkomst.beslissing.amendement().map(str::to_owned),
            stemming: uitkomst.stemming.map(|stemming| stemming.soort().code()),
            stemmen_voor: geteld.map(|(voor, _)| voor),
            stemmen_tegen: geteld.map(|(_, tegen)| tegen),
            uitgereikt_bij: uitkomst.uitgereikt_bij.clone(),
            opmerkingen: uitkomst.opmerkingen.clone(),
        }
    }
}

fn bekendmaking_of(bekendmaking: &beleid::Bekendmaking, bekend_op: Moment) -> vorm::Bekendmaking {
    vorm::Bekendmaking {
        plaats: bekendmaking.publicatie.plaats().code(),
        nummer: bekendmaking.publicatie.nummer(),
        datum: bekendmaking.datum.to_string(),
        inwerkingtreding: bekendmaking.inwerkingtreding.to_string(),
        bekend_op: bekend_op.to_string(),
    }
}

impl TryFrom<&beleid::Correctieakte> for vorm::Correctie {
    type Error = Fout;

    fn try_from(akte: &beleid::Correctieakte) -> Result<Self, Fout> {
        let correctie = &akte.correctie;
        Ok(Self {
            id: correctie.id.to_string(),
            corrigeert: correctie.corrigeert.to_string(),
            sleutel: correctie.sleutel.to_string(),
            waarde: correctie.waarde.as_ref().map(json_of).transpose()?,
            van: correctie.periode.van().to_string(),
            tot: correctie.periode.tot().map(|dag| dag.to_string()),
            reden: correctie.reden.clone(),
            bekend_op: akte.vastgelegd_op.to_string(),
        })
    }
}

impl From<vorm::NieuwBesluit> for BesluitInvoer {
    fn from(nieuw: vorm::NieuwBesluit) -> Self {
        Self {
            nummer: nieuw.nummer,
            titel: nieuw.titel,
            vergaderdatum: nieuw.vergaderdatum,
            toelichting: nieuw.toelichting.unwrap_or_default(),
            kaders: nieuw.kaders,
            uitkomst: nieuw.uitkomst.into(),
            inwerkingtreding: nieuw.inwerkingtreding,
            terugwerkend: nieuw.terugwerkend.unwrap_or_default(),
            waarden: nieuw.waarden.into_iter().map(WaardeInvoer::from).collect(),
            intrekkingen: nieuw.intrekkingen.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<vorm::NieuweIntrekking> for IntrekkingInvoer {
    fn from(nieuw: vorm::NieuweIntrekking) -> Self {
        Self {
            sleutel: nieuw.sleutel,
            vanaf: nieuw.vanaf.unwrap_or_default(),
            gebied: nieuw.gebied.unwrap_or_default(),
        }
    }
}

impl From<vorm::NieuweUitkomst> for UitkomstInvoer {
    fn from(nieuw: vorm::NieuweUitkomst) -> Self {
        let aantal = |stemmen: Option<u16>| stemmen.map(|n| n.to_string()).unwrap_or_default();
        Self {
            beslissing: nieuw.beslissing,
            amendement: nieuw.amendement.unwrap_or_default(),
            stemming: nieuw.stemming.unwrap_or_default(),
            stemmen_voor: aantal(nieuw.stemmen_voor),
            stemmen_tegen: aantal(nieuw.stemmen_tegen),
            uitgereikt_bij: nieuw.uitgereikt_bij.unwrap_or_default(),
            opmerkingen: nieuw.opmerkingen.unwrap_or_default(),
        }
    }
}

impl From<vorm::NieuweWaarde> for WaardeInvoer {
    fn from(nieuw: vorm::NieuweWaarde) -> Self {
        Self {
            sleutel: nieuw.sleutel,
            waarde: text_of(&nieuw.waarde),
            van: nieuw.van.unwrap_or_default(),
            tot: nieuw.tot.unwrap_or_default(),
            gebied: nieuw.gebied.unwrap_or_default(),
        }
    }
}

/// The text that the domain reads. What no kind of value looks like becomes a text that no kind accepts, so
/// that its field is refused with what is expected there.
fn text_of(waarde: &Value) -> String {
    match waarde {
        Value::String(tekst) => tekst.clone(),
        Value::Number(getal) => getal.to_string(),
        Value::Bool(true) => "ja".to_owned(),
        Value::Bool(false) => "nee".to_owned(),
        Value::Array(items) => items.iter().map(line_of).collect::<Vec<_>>().join("\n"),
        Value::Null | Value::Object(_) => ONLEESBAAR.to_owned(),
    }
}

/// NUL is refused in every kind.
const ONLEESBAAR: &str = "\0";

/// One item of a list, one category (`naam`, `bedrag`) or one tier (`tot`, `waarde`), as its line.
fn line_of(item: &Value) -> String {
    let getal = |waarde: &Value| match waarde {
        Value::String(tekst) => tekst.clone(),
        Value::Number(getal) => getal.to_string(),
        _ => ONLEESBAAR.to_owned(),
    };
    let regel = match item {
        Value::String(tekst) => tekst.clone(),
        Value::Object(velden) if velden.len() <= 2 => {
            let veld = |naam: &str| velden.get(naam).filter(|waarde| !waarde.is_null());
            match (veld("naam"), veld("bedrag"), veld("tot"), veld("waarde")) {
                (Some(Value::String(naam)), Some(bedrag), None, None) => {
                    format!("{naam}: {}", getal(bedrag))
                }
                (None, None, Some(tot), Some(waarde)) => {
                    format!("tot {}: {}", getal(tot), getal(waarde))
                }
                (None, None, None, Some(waarde)) => format!("daarboven: {}", getal(waarde)),
                _ => ONLEESBAAR.to_owned(),
            }
        }
        _ => ONLEESBAAR.to_owned(),
    };
    // A line end would make two of it.
    regel.replace('\n', ONLEESBAAR)
}

impl From<vorm::NieuweBekendmaking> for BekendmakingInvoer {
    fn from(nieuw: vorm::NieuweBekendmaking) -> Self {
        Self {
            plaats: nieuw.plaats,
            nummer: nieuw.nummer,
            datum: nieuw.datum,
            inwerkingtreding: nieuw.inwerkingtreding.unwrap_or_default(),
        }
    }
}
