//! The text of a proposal as typed.

use primitives::{DoorrekeningId, IdGenerator, Veldcontrole, Veldfouten, datum_kort};
use serde::Deserialize;

use super::Voorsteltekst;
use crate::beleid::invoer::{BesluitInvoer, IntrekkingInvoer, Omgeving, WaardeInvoer};
use crate::beleid::{Besluit, GrondslagInvoer, Notatie, Orgaan, UitkomstInvoer};

/// The most calculations beside one proposal: a reader compares a few variants.
const DOORREKENINGEN_MAX: usize = 10;

/// The text of a proposal as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct VoorstelInvoer {
    /// The subject.
    pub titel: String,
    /// What it is about and why.
    pub toelichting: String,
    /// Frames in words, each a sentence of its own.
    pub kaders: Vec<String>,
    /// The day on which the decision is meant to enter into force.
    pub inwerkingtreding: String,
    /// Why it works back in time; empty where it does not.
    pub terugwerkend: String,
    /// The values that it proposes.
    pub waarden: Vec<WaardeInvoer>,
    /// What it takes back of earlier decisions.
    pub intrekkingen: Vec<IntrekkingInvoer>,
    /// The kept calculations that show its effect.
    pub doorrekeningen: Vec<String>,
    /// The shared base on which it rests; judged by itself, since it needs that base.
    pub grondslag: Option<GrondslagInvoer>,
}

impl VoorstelInvoer {
    /// Reads and judges a proposal to `orgaan`; every fault at once, each at its field.
    ///
    /// It is judged as the decision that it would be if the organ took it today: whoever prepares it learns now
    /// what the law refuses, not after the meeting.
    pub fn parse(
        &self,
        orgaan: Orgaan,
        omgeving: Omgeving<'_>,
        ids: &dyn IdGenerator,
    ) -> Result<Voorsteltekst, Veldfouten> {
        let besluit = self.as_besluit(omgeving).parse(orgaan, omgeving, ids);
        let doorrekeningen = match self.parse_doorrekeningen() {
            Ok(doorrekeningen) => doorrekeningen,
            Err(melding) => return Err(add_fout(besluit.err(), "doorrekeningen", &melding)),
        };
        let is_leeg = self.waarden.is_empty()
            && self.intrekkingen.is_empty()
            && self.kaders.iter().all(|kader| kader.trim().is_empty());
        if is_leeg {
            let melding =
                "een voorstel stelt ten minste één waarde of kader voor, of trekt iets in";
            return Err(add_fout(besluit.err(), "kaders", melding));
        }
        Ok(Voorsteltekst {
            doorrekeningen,
            ..Voorsteltekst::from(&besluit?)
        })
    }

    /// Each once, in the order given; whether they exist is for who can look.
    fn parse_doorrekeningen(&self) -> Result<Vec<DoorrekeningId>, String> {
        let mut gelezen = Vec::new();
        for kenmerk in &self.doorrekeningen {
            let id = DoorrekeningId::parse(kenmerk)
                .map_err(|_| "kies een bewaarde doorrekening uit de lijst".to_owned())?;
            if !gelezen.contains(&id) {
                gelezen.push(id);
            }
        }
        if gelezen.len() > DOORREKENINGEN_MAX {
            return Err(format!(
                "kies ten hoogste {DOORREKENINGEN_MAX} doorrekeningen"
            ));
        }
        Ok(gelezen)
    }

    /// The decision that it would be if the organ took it today, as proposed.
    fn as_besluit(&self, omgeving: Omgeving<'_>) -> BesluitInvoer {
        BesluitInvoer {
            nummer: "voorstel".to_owned(),
            titel: self.titel.clone(),
            vergaderdatum: match omgeving.notatie {
                Notatie::Formulier => datum_kort(omgeving.vandaag),
                Notatie::Uitwisseling => omgeving.vandaag.to_string(),
            },
            toelichting: self.toelichting.clone(),
            kaders: self.kaders.clone(),
            uitkomst: UitkomstInvoer {
                beslissing: "conform-voorstel".to_owned(),
                ..UitkomstInvoer::default()
            },
            inwerkingtreding: self.inwerkingtreding.clone(),
            terugwerkend: self.terugwerkend.clone(),
            waarden: self.waarden.clone(),
            intrekkingen: self.intrekkingen.clone(),
        }
    }
}

impl From<&Besluit> for Voorsteltekst {
    /// What a decision says, as the text of a proposal for it.
    fn from(besluit: &Besluit) -> Self {
        let kop = besluit.kop();
        Self {
            titel: kop.titel.clone(),
            toelichting: kop.toelichting.clone(),
            kaders: kop.kaders.clone(),
            inwerkingtreding: kop.inwerkingtreding,
            terugwerkend: kop.terugwerkend.clone(),
            waarden: besluit.waarden().to_vec(),
            intrekkingen: besluit.intrekkingen().to_vec(),
            doorrekeningen: Vec::new(),
            grondslag: None,
        }
    }
}

/// One fault more than there were.
pub(super) fn add_fout(fouten: Option<Veldfouten>, veld: &str, melding: &str) -> Veldfouten {
    let mut controle = Veldcontrole::default();
    for fout in fouten.iter().flat_map(Veldfouten::list) {
        controle.refuse(fout.veld.clone(), fout.melding.clone());
    }
    controle.refuse(veld, melding);
    let alleen = || Veldfouten::single(veld, melding);
    controle.finish().err().unwrap_or_else(alleen)
}
