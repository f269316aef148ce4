//! The question and the answer about what more work gives a household (docs/armoedeval.md): the household of contract 2.1,
//! and a gross wage.

use primitives::{Datum, Geld, GemeenteCode, Moment, Veldfouten};
use serde::{Deserialize, Serialize};

use super::antwoord::with_aanspraken;
use super::json::Json;
use super::lezer::{Lezer, Pad};
use super::vraag::{
    GelezenInkomst, REGELS_MAX, read_huishouden, read_inkomst, read_maatregel, read_vermogen,
    split_inkomsten,
};
use crate::beleid::Beleid;
use crate::recht::armoedeval::{
    Armoedeval, BRUTO_MAX, Kindertelling, Lokaalbeleid, Werkpunt, Werkrekenaar, Werkvraag,
};
use crate::recht::uitleg::{Stap, insert_vakantieaanspraken};
use crate::recht::{
    Huishouden, Inkomst, Leeftijd, Onbepaald, Verlaging, Vermogen, Vrijlating,
    ZonderVakantietoeslag, calculate_vakantieaanspraken,
};

/// A question that is well formed; facts may still be missing.
#[derive(Clone, Debug)]
pub struct Werkberekeningsvraag {
    /// Whose values of council and college hold.
    pub gemeente: GemeenteCode,
    /// The former municipality in whose area the household lives, if its own rules may still hold.
    pub gebied: Option<GemeenteCode>,
    /// The day whose facts, amounts and values hold.
    pub peildatum: Datum,
    feiten: Result<Werkfeiten, Vec<String>>,
}

#[derive(Clone, Debug)]
struct Werkfeiten {
    huishouden: Huishouden,
    inkomsten: Vec<Inkomst>,
    zonder_vakantietoeslag: Vec<ZonderVakantietoeslag>,
    vermogen: Option<Vermogen>,
    verlaging: Option<Verlaging>,
    vrijlating: Option<Vrijlating>,
    maanden_gebruikt: Option<u32>,
    bruto: Geld,
}

/// What more work gives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Werkberekening {
    /// `berekend` or `onbepaald`.
    pub uitkomst: &'static str,
    /// Why it cannot be determined.
    pub reden: Option<String>,
    /// Every step of gross wage, and where each scheme stops.
    pub armoedeval: Option<Armoedeval>,
    /// What there is at the gross wage of the question.
    pub werkpunt: Option<Werkpunt>,
    /// That wage explained; empty when nobody asked for it.
    pub uitleg: Vec<Stap>,
}

/// A question as it was sent: valid JSON, of which nothing else is known yet.
#[derive(Deserialize)]
#[serde(transparent)]
pub struct RuweWerkberekeningsvraag(Json);

impl RuweWerkberekeningsvraag {
    /// Reads the question and names every wrong field at once, never its value.
    pub fn parse(&self) -> Result<Werkberekeningsvraag, Veldfouten> {
        Werkberekeningsvraag::read(&self.0)
    }
}

impl Werkberekeningsvraag {
    /// Reads a question as JSON and names every wrong field at once, never its value.
    pub fn parse(json: &[u8]) -> Result<Self, Veldfouten> {
        Self::read(&Json::parse(json)?)
    }

    fn read(waarde: &Json) -> Result<Self, Veldfouten> {
        let ((gemeente, gebied, peildatum, feiten), ontbrekend) = Lezer::read(waarde, read_vraag)?;
        Ok(Self {
            gemeente,
            gebied,
            peildatum,
            feiten: ontbrekend.or(feiten),
        })
    }

    /// The answer, with the values of council and college of its day as known on a moment.
    pub fn calculate(&self, beleid: &Beleid, bekend_op: Moment) -> Werkberekening {
        let lokaal = Lokaalbeleid::in_force(beleid, self.peildatum, bekend_op);
        let onbepaald = |reden: Onbepaald| Werkberekening {
            uitkomst: "onbepaald",
            reden: Some(reden.to_string()),
            armoedeval: None,
            werkpunt: None,
            uitleg: Vec::new(),
        };
        self.answer(&lokaal).unwrap_or_else(onbepaald)
    }

    fn answer(&self, lokaal: &Lokaalbeleid) -> Result<Werkberekening, Onbepaald> {
        let feiten = self.feiten.as_ref();
        let feiten = feiten.map_err(|weg| Onbepaald::FeitenOntbreken(weg.clone()))?;
        let situatie = feiten.huishouden.leefsituatie(self.peildatum)?;
        let (gewoon, zonder) = (&feiten.inkomsten, &feiten.zonder_vakantietoeslag);
        let aanspraken = calculate_vakantieaanspraken(self.peildatum, &situatie, gewoon, zonder)?;
        let rekenaar = Werkrekenaar::try_new(
            Werkvraag {
                dag: self.peildatum,
                situatie,
                kinderen: Some(feiten.huishouden.kindertelling(self.peildatum)),
                inkomsten: with_aanspraken(gewoon, &aanspraken).into_owned(),
                vermogen: feiten.vermogen,
                verlaging: feiten.verlaging,
                vrijlating: feiten.vrijlating,
                maanden_gebruikt: feiten.maanden_gebruikt,
            },
            lokaal,
        )?;
        let armoedeval = Armoedeval::calculate(&rekenaar)?;
        let (werkpunt, mut antwoord) = rekenaar.explain(feiten.bruto)?;
        insert_vakantieaanspraken(&aanspraken, &mut antwoord.uitleg);
        Ok(Werkberekening {
            uitkomst: "berekend",
            reden: None,
            armoedeval: Some(armoedeval),
            werkpunt: Some(werkpunt),
            uitleg: antwoord.uitleg,
        })
    }
}

impl Huishouden {
    /// The children younger than 18 on a day, by the age on which amounts depend.
    fn kindertelling(&self, peildatum: Datum) -> Kindertelling {
        let leeftijden = self.kinderen.iter();
        let leeftijden = leeftijden.filter_map(|geboren| Leeftijd::op(*geboren, peildatum));
        Kindertelling::of_ages(leeftijden.map(Leeftijd::jaren))
    }
}

type Gelezen = (
    GemeenteCode,
    Option<GemeenteCode>,
    Datum,
    Option<Werkfeiten>,
);

const BEKEND: [&str; 10] = [
    "gemeente",
    "gebied",
    "peildatum",
    "huishouden",
    "inkomsten",
    "vermogen",
    "maatregel",
    "vrijlating",
    "maandenGebruikt",
    "bruto",
];

fn read_vraag(lezer: &mut Lezer, waarde: &Json) -> Option<Gelezen> {
    let vraag = lezer.object(waarde, &Pad::Wortel, &BEKEND)?;
    let gemeente = lezer.required(&vraag, "gemeente", Lezer::gemeente);
    let gebied = lezer.optional(&vraag, "gebied", Lezer::gemeente);
    let peildatum = lezer.required(&vraag, "peildatum", Lezer::datum);
    let huishouden = lezer.required(&vraag, "huishouden", |l, w, p| {
        read_huishouden(l, w, p, peildatum)
    });
    let inkomsten: Option<Vec<GelezenInkomst>> = lezer.optional(&vraag, "inkomsten", |l, w, p| {
        l.list(w, p, REGELS_MAX, read_inkomst)
    });
    let vermogen = lezer.optional(&vraag, "vermogen", |l, w, p| {
        read_vermogen(l, w, p, peildatum)
    });
    let verlaging = lezer.optional(&vraag, "maatregel", read_maatregel);
    let letters = Vrijlating::ALL.map(|letter| (letter.letter(), letter));
    let vrijlating = lezer.optional(&vraag, "vrijlating", |l, w, p| l.choice(w, p, &letters));
    let maanden_gebruikt = lezer.optional(&vraag, "maandenGebruikt", Lezer::maanden);
    let bruto = lezer.fact(&vraag, "bruto", read_bruto);
    let (inkomsten, zonder_vakantietoeslag) = split_inkomsten(inkomsten.unwrap_or_default());
    let feiten = huishouden.zip(bruto).map(|(huishouden, bruto)| Werkfeiten {
        huishouden,
        inkomsten,
        zonder_vakantietoeslag,
        vermogen,
        verlaging,
        vrijlating,
        maanden_gebruikt,
        bruto,
    });
    Some((gemeente?, gebied, peildatum?, feiten))
}

/// A gross wage within what is calculated.
fn read_bruto(lezer: &mut Lezer, waarde: &Json, pad: &Pad<'_>) -> Option<Geld> {
    let bruto = lezer.bedrag(waarde, pad)?;
    if (Geld::NUL..=BRUTO_MAX).contains(&bruto) {
        return Some(bruto);
    }
    lezer.refuse(
        pad,
        format!("geef een bedrag van 0.00 tot en met {BRUTO_MAX}"),
    );
    None
}
