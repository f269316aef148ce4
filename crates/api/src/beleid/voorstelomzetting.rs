//! From proposals to JSON and back.

use domain::beleid::{
    self, BehandelingInvoer, GrondslagInvoer, InbrengInvoer, ReactieInvoer, RedenInvoer,
    RedenVanAfwijking, VoorstelInvoer, Voorstelhandeling, Voorstelstand,
};
use http_base::Fout;

use super::{voorstelvorm as vorm, vorm as besluitvorm};

impl TryFrom<&beleid::Voorstel> for vorm::Voorstel {
    type Error = Fout;

    fn try_from(voorstel: &beleid::Voorstel) -> Result<Self, Fout> {
        let kop = voorstel.kop();
        let handelingen = (1..).zip(voorstel.akten());
        Ok(Self {
            id: kop.id.to_string(),
            orgaan: kop.orgaan.code(),
            stand: voorstel.stand().code(),
            versie: voorstel.versie(),
            besluit: match voorstel.stand() {
                Voorstelstand::Aangenomen { besluit } => Some(besluit.to_string()),
                _ => None,
            },
            tekst: vorm::Voorsteltekst::try_from(voorstel.tekst())?,
            handelingen: handelingen
                .map(|(nummer, akte)| vorm::Handeling::new(nummer, akte))
                .collect(),
        })
    }
}

impl TryFrom<&beleid::Voorsteltekst> for vorm::Voorsteltekst {
    type Error = Fout;

    fn try_from(tekst: &beleid::Voorsteltekst) -> Result<Self, Fout> {
        let waarden = tekst.waarden.iter().map(besluitvorm::Waarde::try_from);
        let intrekkingen = tekst.intrekkingen.iter();
        Ok(Self {
            titel: tekst.titel.clone(),
            toelichting: tekst.toelichting.clone(),
            kaders: tekst.kaders.clone(),
            inwerkingtreding: tekst.inwerkingtreding.to_string(),
            terugwerkend: tekst.terugwerkend.clone(),
            waarden: waarden.collect::<Result<_, Fout>>()?,
            intrekkingen: intrekkingen.map(besluitvorm::Intrekking::from).collect(),
            doorrekeningen: tekst
                .doorrekeningen
                .iter()
                .map(ToString::to_string)
                .collect(),
            grondslag: tekst.grondslag.as_ref().map(vorm::Grondslag::from),
        })
    }
}

impl From<&beleid::Grondslag> for vorm::Grondslag {
    fn from(grondslag: &beleid::Grondslag) -> Self {
        let afwijking = |afwijking: &beleid::Afwijking| vorm::Afwijking {
            sleutel: afwijking.sleutel.to_string(),
            reden: afwijking.reden.clone(),
        };
        Self {
            basisset: grondslag.basisset.to_string(),
            naam: grondslag.naam.clone(),
            versie: grondslag.versie,
            afwijkingen: grondslag.afwijkingen.iter().map(afwijking).collect(),
        }
    }
}

impl From<vorm::NieuweGrondslag> for GrondslagInvoer {
    fn from(nieuw: vorm::NieuweGrondslag) -> Self {
        let reden = |afwijking: vorm::Afwijking| RedenVanAfwijking {
            sleutel: afwijking.sleutel,
            reden: afwijking.reden,
        };
        Self {
            basisset: nieuw.basisset,
            versie: nieuw.versie.to_string(),
            afwijkingen: nieuw.afwijkingen.into_iter().map(reden).collect(),
        }
    }
}

impl vorm::Handeling {
    fn new(nummer: u32, akte: &beleid::Voorstelakte) -> Self {
        let mut vorm = Self {
            nummer,
            soort: akte.handeling.code(),
            op: akte.op.to_string(),
            inbreng: None,
            reactie: None,
            behandeling: None,
            reden: None,
        };
        match &akte.handeling {
            Voorstelhandeling::Opgesteld(_)
            | Voorstelhandeling::Gewijzigd(_)
            | Voorstelhandeling::Ingediend => {}
            Voorstelhandeling::Inbreng(inbreng) => {
                vorm.inbreng = Some(vorm::Inbreng {
                    soort: inbreng.soort.code(),
                    van: inbreng.van.clone(),
                    datum: inbreng.datum.to_string(),
                    strekking: inbreng.strekking.code(),
                    tekst: inbreng.tekst.clone(),
                });
            }
            Voorstelhandeling::Reactie(reactie) => {
                vorm.reactie = Some(vorm::Reactie {
                    op_handeling: reactie.op_handeling,
                    datum: reactie.datum.to_string(),
                    tekst: reactie.tekst.clone(),
                });
            }
            Voorstelhandeling::Behandeld(behandeling) => {
                vorm.behandeling = Some(vorm::Behandeling {
                    vergaderdatum: behandeling.vergaderdatum.to_string(),
                    uitkomst: besluitvorm::Uitkomst::from(&behandeling.uitkomst),
                });
            }
            Voorstelhandeling::Ingetrokken { reden } => vorm.reden = Some(reden.clone()),
        }
        vorm
    }
}

impl From<vorm::NieuweTekst> for VoorstelInvoer {
    fn from(nieuw: vorm::NieuweTekst) -> Self {
        Self {
            titel: nieuw.titel,
            toelichting: nieuw.toelichting.unwrap_or_default(),
            kaders: nieuw.kaders,
            inwerkingtreding: nieuw.inwerkingtreding,
            terugwerkend: nieuw.terugwerkend.unwrap_or_default(),
            waarden: nieuw.waarden.into_iter().map(Into::into).collect(),
            intrekkingen: nieuw.intrekkingen.into_iter().map(Into::into).collect(),
            doorrekeningen: nieuw.doorrekeningen,
            grondslag: nieuw.grondslag.map(Into::into),
        }
    }
}

impl From<vorm::NieuweInbreng> for InbrengInvoer {
    fn from(nieuw: vorm::NieuweInbreng) -> Self {
        Self {
            soort: nieuw.soort,
            van: nieuw.van,
            datum: nieuw.datum,
            strekking: nieuw.strekking,
            tekst: nieuw.tekst,
        }
    }
}

impl From<vorm::NieuweReactie> for ReactieInvoer {
    fn from(nieuw: vorm::NieuweReactie) -> Self {
        Self {
            datum: nieuw.datum,
            tekst: nieuw.tekst,
        }
    }
}

impl From<vorm::NieuweReden> for RedenInvoer {
    fn from(nieuw: vorm::NieuweReden) -> Self {
        Self { reden: nieuw.reden }
    }
}

impl From<vorm::NieuweBehandeling> for BehandelingInvoer {
    fn from(nieuw: vorm::NieuweBehandeling) -> Self {
        let waarden =
            |nieuw: Vec<besluitvorm::NieuweWaarde>| nieuw.into_iter().map(Into::into).collect();
        let intrekkingen =
            |nieuw: Vec<besluitvorm::NieuweIntrekking>| nieuw.into_iter().map(Into::into).collect();
        Self {
            vergaderdatum: nieuw.vergaderdatum,
            uitkomst: nieuw.uitkomst.into(),
            nummer: nieuw.nummer,
            inwerkingtreding: nieuw.inwerkingtreding.unwrap_or_default(),
            terugwerkend: nieuw.terugwerkend.unwrap_or_default(),
            kaders: nieuw.kaders,
            waarden: nieuw.waarden.map(waarden),
            intrekkingen: nieuw.intrekkingen.map(intrekkingen),
        }
    }
}
