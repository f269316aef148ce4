//! The answer: a month each, what the months add up to, and the days by which somebody must act.

use primitives::{Datum, Geld, Maand};
use serde::Serialize;

use super::super::Uitleg;
use super::tellers::Tellerstand;
use super::vraag::Reeksvraag;
use crate::recht::maanden::{
    Beleidsbron, Maandberekening, Maanddeel, Maandreden, Reeksberekening, calculate_maanden,
};
use crate::recht::uitleg::{Dagstap, Stap, render_maand, render_termijnen};
use crate::recht::{Onbepaald, maanden::MaandOnbepaald};

/// The outcome of a series as it is written to the caller.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Reeksantwoord {
    /// One by one, in order.
    pub maanden: Vec<Maandantwoord>,
    /// The sum of `bedrag` over the months that can be determined.
    pub bedrag: Geld,
    /// The sum of `te_betalen` over them.
    pub te_betalen: Geld,
    /// How many months cannot be determined.
    pub onbepaald: usize,
    /// First days of benefit periods, and days by which somebody must act.
    pub dagen: Vec<Dagstap>,
}

/// One month: the fields of a single month's answer, and what only a series knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Maandantwoord {
    /// Which.
    pub maand: Maand,
    /// `recht`, `geen-recht` or `onbepaald`.
    pub uitkomst: &'static str,
    /// Over the days with a right, holiday pay included.
    pub norm: Option<Geld>,
    /// Income that counts.
    pub middelen: Option<Geld>,
    /// Reduction by a maatregel.
    pub verlaging: Option<Geld>,
    /// Norm less income less reduction.
    pub bedrag: Option<Geld>,
    /// The part of it that is reserved.
    pub vakantietoeslag: Option<Geld>,
    /// The rest.
    pub uitbetaling: Option<Geld>,
    /// The rest after suspension of the payment, set-off of a boete and the buffer.
    pub te_betalen: Option<Geld>,
    /// Why there is no right, or why that cannot be determined.
    pub reden: Option<String>,
    /// The stretches of days on which the same holds.
    pub delen: Vec<Deelantwoord>,
    /// What is used at the end of the month; none when that is not known.
    pub tellers: Option<Tellerstand>,
    /// The steps; empty when nobody asked for them.
    pub uitleg: Vec<Stap>,
}

/// Days of a month on which the same holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Deelantwoord {
    /// The first day.
    pub van: Datum,
    /// The last day.
    pub tot_en_met: Datum,
    /// `recht`, `geen-recht` or `onbepaald`.
    pub uitkomst: &'static str,
    /// The bijstand for these days.
    pub bedrag: Option<Geld>,
    /// Why there is no right, or why that cannot be determined.
    pub reden: Option<String>,
}

impl Reeksvraag {
    /// The answer with its explanation.
    pub fn calculate(&self) -> Reeksantwoord {
        self.answer(Uitleg::Met)
    }

    /// The answer alone, which takes a fraction of the time.
    pub fn calculate_zonder_uitleg(&self) -> Reeksantwoord {
        self.answer(Uitleg::Zonder)
    }

    fn answer(&self, uitleg: Uitleg) -> Reeksantwoord {
        let geen = Beleidsbron::Gegeven(std::collections::BTreeMap::new());
        let bron = self.bron.as_ref().unwrap_or(&geen);
        let berekend = match &self.feiten {
            Ok(feiten) => calculate_maanden(self.bereik, self.bekend_op, feiten, bron),
            Err(ontbrekend) => Err(Onbepaald::FeitenOntbreken(ontbrekend.clone()).into()),
        };
        match berekend {
            Ok(berekening) => Reeksantwoord::new(&berekening, uitleg),
            Err(reden) => self.onbepaald(&reden),
        }
    }

    /// Every month undetermined for one reason.
    fn onbepaald(&self, reden: &MaandOnbepaald) -> Reeksantwoord {
        let mut maanden = Vec::new();
        let mut maand = self.bereik.van;
        while maand <= self.bereik.tot_en_met {
            maanden.push(Maandantwoord::onbepaald(maand, reden.to_string()));
            maand = maand.plus(1);
        }
        Reeksantwoord {
            onbepaald: maanden.len(),
            maanden,
            bedrag: Geld::NUL,
            te_betalen: Geld::NUL,
            dagen: Vec::new(),
        }
    }
}

impl Reeksantwoord {
    fn new(berekening: &Reeksberekening, uitleg: Uitleg) -> Self {
        let maanden: Vec<Maandantwoord> = berekening
            .maanden
            .iter()
            .map(|maand| Maandantwoord::new(maand, berekening, uitleg))
            .collect();
        let sum = |of: fn(&Maandantwoord) -> Option<Geld>| maanden.iter().filter_map(of).sum();
        Self {
            bedrag: sum(|maand| maand.bedrag),
            te_betalen: sum(|maand| maand.te_betalen),
            onbepaald: maanden.iter().filter(|m| m.uitkomst == "onbepaald").count(),
            dagen: uitleg.render(|| render_termijnen(berekening)),
            maanden,
        }
    }
}

impl Maandantwoord {
    fn new(maand: &Maandberekening, reeks: &Reeksberekening, uitleg: Uitleg) -> Self {
        let gedeeld = Self {
            delen: maand.delen.iter().map(Deelantwoord::new).collect(),
            tellers: maand.tellers.map(Tellerstand::from),
            uitleg: uitleg.render(|| render_maand(maand, reeks)),
            ..Self::onbepaald(maand.maand, String::new())
        };
        match &maand.uitkomst {
            Ok(bedragen) => Self {
                uitkomst: "recht",
                bedrag: Some(bedragen.bedrag),
                vakantietoeslag: Some(bedragen.vakantietoeslag),
                uitbetaling: Some(bedragen.uitbetaling),
                te_betalen: maand.te_betalen(),
                reden: None,
                ..gedeeld.reached(maand)
            },
            Err(Maandreden::GeenRecht(reden)) => Self {
                uitkomst: "geen-recht",
                bedrag: Some(Geld::NUL),
                vakantietoeslag: Some(Geld::NUL),
                uitbetaling: Some(Geld::NUL),
                te_betalen: Some(Geld::NUL),
                reden: Some(reden.to_string()),
                ..gedeeld.reached(maand)
            },
            Err(Maandreden::Onbepaald(reden)) => Self {
                reden: Some(reden.to_string()),
                ..gedeeld
            },
        }
    }

    /// The amounts that were reached, over the days on which they were.
    fn reached(self, maand: &Maandberekening) -> Self {
        let has_recht = maand.uitkomst.is_ok();
        let sum = |of: fn(&Maanddeel) -> Option<Geld>| -> Option<Geld> {
            let delen = maand
                .delen
                .iter()
                .filter(|d| !has_recht || d.uitkomst.is_ok());
            let bedragen: Vec<Geld> = delen.filter_map(of).collect();
            (!bedragen.is_empty()).then(|| bedragen.into_iter().sum())
        };
        Self {
            norm: sum(Maanddeel::norm),
            middelen: sum(Maanddeel::middelen),
            verlaging: sum(Maanddeel::verlaging),
            ..self
        }
    }

    /// No amount at all.
    const fn onbepaald(maand: Maand, reden: String) -> Self {
        Self {
            maand,
            uitkomst: "onbepaald",
            norm: None,
            middelen: None,
            verlaging: None,
            bedrag: None,
            vakantietoeslag: None,
            uitbetaling: None,
            te_betalen: None,
            reden: Some(reden),
            delen: Vec::new(),
            tellers: None,
            uitleg: Vec::new(),
        }
    }
}

impl Deelantwoord {
    fn new(deel: &Maanddeel) -> Self {
        let (uitkomst, bedrag, reden) = match &deel.uitkomst {
            Ok(bedragen) => ("recht", Some(bedragen.bedrag), None),
            Err(Maandreden::GeenRecht(reden)) => {
                ("geen-recht", Some(Geld::NUL), Some(reden.to_string()))
            }
            Err(Maandreden::Onbepaald(reden)) => ("onbepaald", None, Some(reden.to_string())),
        };
        Self {
            van: deel.van,
            tot_en_met: deel.tot_en_met,
            uitkomst,
            bedrag,
            reden,
        }
    }
}
