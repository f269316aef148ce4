//! The question: what was asked then, the fields that are different now, and what the college found.

use primitives::{Datum, GemeenteCode, Moment, Veldcontrole, Veldfouten};
use serde::Deserialize;

use super::super::json::Json;
use super::super::lezer::{Lezer, Pad};
use super::super::reeks::{Reeksvraag, read_maand};
use super::oorzaak::read_oorzaken;
use super::vordering::Vorderingsfeiten;
use super::vorderingsvraag::read_vordering;
use crate::beleid::Beleid;
use crate::recht::herziening::Herzieningsfeiten;

/// What makes it the same case.
const VAST: [&str; 4] = ["gemeente", "gebied", "van", "totEnMet"];

/// A question that is well formed; facts may still be missing.
#[derive(Clone, Debug)]
pub struct Herzieningsvraag {
    /// What was asked then.
    pub(super) oud: Reeksvraag,
    /// The same with what is different now.
    pub(super) nieuw: Reeksvraag,
    pub(super) feiten: Herzieningsfeiten,
    pub(super) vordering: Vorderingsfeiten,
}

/// A question as it was sent: valid JSON, of which nothing else is known yet.
#[derive(Deserialize)]
#[serde(transparent)]
pub struct RuweHerzieningsvraag(Json);

impl RuweHerzieningsvraag {
    /// Reads the question and names every wrong field at once, never its value.
    pub fn parse(&self) -> Result<Herzieningsvraag, Veldfouten> {
        Herzieningsvraag::read(&self.0)
    }
}

impl Herzieningsvraag {
    /// Reads a question as JSON and names every wrong field at once, never its value.
    pub fn parse(json: &[u8]) -> Result<Self, Veldfouten> {
        Self::read(&Json::parse(json)?)
    }

    /// Whose values hold.
    pub const fn gemeente(&self) -> GemeenteCode {
        self.oud.gemeente
    }

    /// The former municipality in whose area the household lives, if its own rules may still hold.
    pub const fn gebied(&self) -> Option<GemeenteCode> {
        self.oud.gebied
    }

    /// Whether the values in force are needed, then or now.
    pub fn needs_beleid(&self) -> bool {
        self.oud.needs_beleid() || self.nieuw.needs_beleid()
    }

    /// The same question with the values in force, each side as known on its own day.
    pub fn with_beleid(mut self, beleid: &Beleid, now: Moment) -> Self {
        for kant in [&mut self.oud, &mut self.nieuw] {
            if kant.needs_beleid() {
                *kant = kant.clone().with_beleid(beleid.clone(), now);
            }
        }
        self
    }

    fn read(waarde: &Json) -> Result<Self, Veldfouten> {
        let mut controle = Veldcontrole::default();
        let gelezen = Lezer::read(waarde, read_kop);
        let kop = gather(&mut controle, "", gelezen.map(|(kop, _)| kop));
        let (feiten, vordering) = kop.unzip();
        let oud = find(waarde, "oud");
        let nieuw = find(waarde, "nieuw");
        let dag = feiten.as_ref().map(|feiten| feiten.dag);
        let samen = oud.map(|oud| lay_over(oud, nieuw, dag));
        let oud = oud.and_then(|oud| gather(&mut controle, "oud.", Reeksvraag::read(oud)));
        // What is wrong in the earlier question is named once.
        let nieuw = match (&oud, samen) {
            (Some(_), Some(samen)) => gather(&mut controle, "nieuw.", Reeksvraag::read(&samen)),
            _ => None,
        };
        if let (Some(oud), Some(dag)) = (&oud, dag) {
            check_days(&mut controle, oud, nieuw.as_ref(), dag);
        }
        controle.finish()?;
        match (feiten, vordering, oud, nieuw) {
            (Some(feiten), Some(vordering), Some(oud), Some(nieuw)) => Ok(Self {
                oud,
                nieuw,
                feiten,
                vordering,
            }),
            _ => Err(Veldfouten::single("bericht", "deze vraag is niet te lezen")),
        }
    }
}

/// The decision is about what was known on an earlier day.
fn check_days(
    controle: &mut Veldcontrole,
    oud: &Reeksvraag,
    nieuw: Option<&Reeksvraag>,
    dag: Datum,
) {
    match oud.bekend_op {
        None => controle.refuse(
            "oud.bekendOp",
            "vul de dag van het eerdere besluit in: gerekend wordt met wat toen bekend was",
        ),
        Some(toen) if toen > dag => {
            controle.refuse(
                "oud.bekendOp",
                "deze dag ligt na de dag van het nieuwe besluit",
            );
        }
        Some(_) => {}
    }
    let nu = nieuw.and_then(|nieuw| nieuw.bekend_op);
    if nu.is_some_and(|nu| nu > dag) {
        controle.refuse(
            "nieuw.bekendOp",
            "deze dag ligt na de dag van het nieuwe besluit",
        );
    }
}

/// The faults of a part with where it stands, or what was read.
fn gather<T>(controle: &mut Veldcontrole, plek: &str, gelezen: Result<T, Veldfouten>) -> Option<T> {
    gelezen
        .map_err(|fouten| {
            for fout in fouten.list() {
                controle.refuse(format!("{plek}{}", fout.veld), fout.melding.clone());
            }
        })
        .ok()
}

fn find<'j>(waarde: &'j Json, naam: &str) -> Option<&'j Json> {
    let Json::Object(velden) = waarde else {
        return None;
    };
    let gevonden = velden.iter().find(|(sleutel, _)| sleutel == naam)?;
    Some(&gevonden.1).filter(|waarde| !matches!(waarde, Json::Null))
}

/// The earlier question with the fields that are different now; what is known now counts unless a day is given.
fn lay_over(oud: &Json, nieuw: Option<&Json>, dag: Option<Datum>) -> Json {
    let Json::Object(velden) = oud else {
        return oud.clone();
    };
    let anders: &[(String, Json)] = match nieuw {
        Some(Json::Object(anders)) => anders,
        _ => &[],
    };
    let blijft = |naam: &str| {
        let is_anders = anders.iter().any(|(ander, _)| ander == naam);
        !is_anders && naam != "bekendOp"
    };
    let mut samen: Vec<_> = velden
        .iter()
        .filter(|(naam, _)| blijft(naam))
        .cloned()
        .collect();
    samen.extend(anders.iter().cloned());
    if let Some(dag) = dag.filter(|_| anders.iter().all(|(naam, _)| naam != "bekendOp")) {
        samen.push(("bekendOp".to_owned(), Json::Tekst(dag.to_string())));
    }
    Json::Object(samen)
}

fn read_kop(lezer: &mut Lezer, waarde: &Json) -> Option<(Herzieningsfeiten, Vorderingsfeiten)> {
    let bekend = [
        "dag",
        "oud",
        "nieuw",
        "oorzaken",
        "vakantietoeslagBetaaldTotEnMet",
        "vordering",
    ];
    let vraag = lezer.object(waarde, &Pad::Wortel, &bekend)?;
    let dag = lezer.required(&vraag, "dag", Lezer::datum);
    lezer.required(&vraag, "oud", |_, _, _| Some(()));
    lezer.optional(&vraag, "nieuw", |l, w, p| {
        let anders = l.open(w, p)?;
        for (naam, _) in anders.entries().filter(|(naam, _)| VAST.contains(naam)) {
            l.refuse(
                &p.veld(naam),
                "dit blijft zoals in de eerdere vraag: laat het weg",
            );
        }
        Some(())
    });
    let oorzaken = lezer.optional(&vraag, "oorzaken", read_oorzaken);
    let vakantietoeslag_betaald =
        lezer.optional(&vraag, "vakantietoeslagBetaaldTotEnMet", read_maand);
    let vordering = lezer.optional(&vraag, "vordering", read_vordering);
    let feiten = Herzieningsfeiten {
        dag: dag?,
        oorzaken: oorzaken.unwrap_or_default(),
        vakantietoeslag_betaald,
    };
    Some((feiten, vordering.unwrap_or_default()))
}
