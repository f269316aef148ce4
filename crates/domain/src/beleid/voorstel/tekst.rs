//! What a proposal says: the text that the organ is asked to adopt.

use primitives::{Datum, DoorrekeningId, GemeenteCode, datum_kort};

use super::VoorstelInvoer;
use crate::beleid::invoer::{IntrekkingInvoer, WaardeInvoer};
use crate::beleid::{BeslotenWaarde, Grondslag, Intrekking, Notatie};

/// The text of a proposal, judged as if it were adopted on the day it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voorsteltekst {
    /// The subject.
    pub titel: String,
    /// What it is about and why.
    pub toelichting: Option<String>,
    /// Frames in words, each a sentence of its own (seed 004 has five).
    pub kaders: Vec<String>,
    /// The day on which the decision is meant to enter into force.
    pub inwerkingtreding: Datum,
    /// Why it works back in time, where it does.
    pub terugwerkend: Option<String>,
    /// The values that it proposes.
    pub waarden: Vec<BeslotenWaarde>,
    /// Which values of earlier decisions it takes back.
    pub intrekkingen: Vec<Intrekking>,
    /// The kept calculations that show its effect.
    pub doorrekeningen: Vec<DoorrekeningId>,
    /// The shared base on which it rests, with the reasons of its deviations.
    pub grondslag: Option<Grondslag>,
}

impl Voorsteltekst {
    /// The text as somebody would type it, to change it or to decide on it.
    pub fn to_invoer(&self, notatie: Notatie) -> VoorstelInvoer {
        let dag = |datum: Datum| match notatie {
            Notatie::Formulier => datum_kort(datum),
            Notatie::Uitwisseling => datum.to_string(),
        };
        let gebied = |code: Option<GemeenteCode>| code.map(|c| c.to_string()).unwrap_or_default();
        let waarde = |besloten: &BeslotenWaarde| WaardeInvoer {
            sleutel: besloten.sleutel.to_string(),
            waarde: match notatie {
                Notatie::Formulier => besloten.waarde.invoer_nl(),
                Notatie::Uitwisseling => besloten.waarde.to_string(),
            },
            van: self
                .own_begin(besloten.periode.van())
                .map(dag)
                .unwrap_or_default(),
            tot: besloten.periode.tot().map(dag).unwrap_or_default(),
            gebied: gebied(besloten.gebied),
        };
        let intrekking = |intrekking: &Intrekking| IntrekkingInvoer {
            sleutel: intrekking.sleutel.to_string(),
            vanaf: self
                .own_begin(intrekking.vanaf)
                .map(dag)
                .unwrap_or_default(),
            gebied: gebied(intrekking.gebied),
        };
        VoorstelInvoer {
            titel: self.titel.clone(),
            toelichting: self.toelichting.clone().unwrap_or_default(),
            kaders: self.kaders.clone(),
            inwerkingtreding: dag(self.inwerkingtreding),
            terugwerkend: self.terugwerkend.clone().unwrap_or_default(),
            waarden: self.waarden.iter().map(waarde).collect(),
            intrekkingen: self.intrekkingen.iter().map(intrekking).collect(),
            doorrekeningen: self
                .doorrekeningen
                .iter()
                .map(ToString::to_string)
                .collect(),
            grondslag: self.grondslag.as_ref().map(Grondslag::to_invoer),
        }
    }

    /// A first day of its own; none where it is that of the decision.
    fn own_begin(&self, van: Datum) -> Option<Datum> {
        (van != self.inwerkingtreding).then_some(van)
    }

    /// Whether two texts set the same values, take the same back and give the same frames, each reckoned from its
    /// own entry into force.
    pub fn says_the_same(&self, andere: &Self) -> bool {
        let waarden = |tekst: &Self| -> Vec<_> {
            let regel = |w: &BeslotenWaarde| {
                let van = tekst.own_begin(w.periode.van());
                (
                    w.sleutel.clone(),
                    w.waarde.clone(),
                    van,
                    w.periode.tot(),
                    w.gebied,
                )
            };
            tekst.waarden.iter().map(regel).collect()
        };
        let intrekkingen = |tekst: &Self| -> Vec<_> {
            let regel = |i: &Intrekking| (i.sleutel.clone(), tekst.own_begin(i.vanaf));
            tekst.intrekkingen.iter().map(regel).collect()
        };
        waarden(self) == waarden(andere)
            && intrekkingen(self) == intrekkingen(andere)
            && self.kaders == andere.kaders
    }
}
