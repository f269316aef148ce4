//! The answer: per month both outcomes, what differs, and a proposal with its ground.

use primitives::{Geld, Maand};
use serde::Serialize;

use super::super::Uitleg;
use super::super::reeks::{Maandantwoord, Reeksantwoord};
use super::vordering::Vorderingsantwoord;
use super::vraag::Herzieningsvraag;
use crate::recht::herziening::{
    Besluitsoort, Maandherziening, Maandpaar, Maandstand, Voorstel, calculate_herziening,
};
use crate::recht::uitleg::{Stap, render_herziening};

/// The outcome as it is written to the caller.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Herzieningsantwoord {
    /// One by one, in order.
    pub maanden: Vec<Herzieningsmaand>,
    /// To pay.
    pub nabetaling: Geld,
    /// To set off with the bijstand of the coming months (art. 58 lid 4).
    pub verrekening: Geld,
    /// To claim back (art. 58).
    pub terugvordering: Geld,
    /// What is left for urgent reasons (art. 58 lid 8).
    pub afgezien: Geld,
    /// What of the payment may be set off with what is claimed back (art. 60a lid 4).
    pub salderen: Geld,
    /// By how much the reserved holiday pay changes.
    pub reservering: Geld,
    /// How many months cannot be determined.
    pub onbepaald: usize,
    /// What goes with the claim: taxes, loans, who else is liable, letting go.
    pub vordering: Vorderingsantwoord,
}

/// One month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Herzieningsmaand {
    /// Which.
    pub maand: Maand,
    /// How much more bijstand it is, or less; none where it cannot be determined.
    pub verschil: Option<Geld>,
    /// Which amounts differ: `norm`, `middelen`, `verlaging`.
    pub waardoor: Vec<&'static str>,
    /// What becomes of the earlier decision: `herziening`, `intrekking`, or none.
    pub besluit: Option<&'static str>,
    /// `geen`, `nabetaling`, `verrekening`, `terugvordering` or `onbepaald`.
    pub voorstel: &'static str,
    /// The amount of the proposal.
    pub bedrag: Option<Geld>,
    /// What of the month is left for urgent reasons (art. 58 lid 8).
    pub afgezien: Geld,
    /// Whether the law leaves the college no choice.
    pub verplicht: bool,
    /// By how much the reserved holiday pay changes.
    pub reservering: Geld,
    /// What changes and what can be done, with the articles.
    pub stappen: Vec<Stap>,
    /// The month as it was decided.
    pub oud: Maandantwoord,
    /// The month with what is known now.
    pub nieuw: Maandantwoord,
}

impl Herzieningsvraag {
    /// The answer with the explanation of both sides.
    pub fn calculate(&self) -> Herzieningsantwoord {
        self.answer(Uitleg::Met)
    }

    /// The answer with its proposals alone.
    pub fn calculate_zonder_uitleg(&self) -> Herzieningsantwoord {
        self.answer(Uitleg::Zonder)
    }

    fn answer(&self, uitleg: Uitleg) -> Herzieningsantwoord {
        let calculate = |vraag: &super::super::Reeksvraag| match uitleg {
            Uitleg::Met => vraag.calculate(),
            Uitleg::Zonder => vraag.calculate_zonder_uitleg(),
        };
        let (oud, nieuw): (Reeksantwoord, Reeksantwoord) =
            (calculate(&self.oud), calculate(&self.nieuw));
        let maanden: Vec<_> = oud.maanden.into_iter().zip(nieuw.maanden).collect();
        let paren: Vec<_> = maanden
            .iter()
            .map(|(oud, nieuw)| Maandpaar {
                maand: oud.maand,
                oud: stand(oud),
                nieuw: stand(nieuw),
            })
            .collect();
        let herziening = calculate_herziening(&paren, &self.feiten);
        let is_paar = |maand| (self.oud.is_paar(maand), self.nieuw.is_paar(maand));
        let samen: Vec<_> = paren.iter().map(|paar| is_paar(paar.maand)).collect();
        Herzieningsantwoord {
            nabetaling: herziening.nabetaling,
            verrekening: herziening.verrekening,
            terugvordering: herziening.terugvordering,
            afgezien: herziening.afgezien,
            salderen: herziening.salderen(),
            reservering: herziening.reservering,
            onbepaald: herziening.onbepaald,
            vordering: self.vordering.answer(&herziening, self.feiten.dag, &samen),
            maanden: herziening
                .maanden
                .iter()
                .zip(maanden)
                .map(|(herzien, (oud, nieuw))| Herzieningsmaand::new(herzien, oud, nieuw))
                .collect(),
        }
    }
}

/// The amounts of a month; none when it cannot be determined.
fn stand(maand: &Maandantwoord) -> Option<Maandstand> {
    Some(Maandstand {
        bedrag: maand.bedrag?,
        vakantietoeslag: maand.vakantietoeslag?,
        has_recht: maand.uitkomst == "recht",
    })
}

impl Herzieningsmaand {
    fn new(herzien: &Maandherziening, oud: Maandantwoord, nieuw: Maandantwoord) -> Self {
        let (voorstel, bedrag, verplicht) = match herzien.voorstel {
            Voorstel::Geen(_) => ("geen", None, false),
            Voorstel::Nabetaling(bedrag) => ("nabetaling", Some(bedrag), true),
            Voorstel::Verrekening(bedrag) => ("verrekening", Some(bedrag), false),
            Voorstel::Terugvordering(bedrag, oorzaak) => {
                ("terugvordering", Some(bedrag), oorzaak.is_verplicht())
            }
            Voorstel::Onbepaald(_) => ("onbepaald", None, false),
        };
        let posten = [
            ("norm", oud.norm, nieuw.norm),
            ("middelen", oud.middelen, nieuw.middelen),
            ("verlaging", oud.verlaging, nieuw.verlaging),
        ];
        Self {
            maand: herzien.paar.maand,
            verschil: herzien.paar.verschil(),
            waardoor: posten
                .into_iter()
                .filter(|(_, toen, nu)| toen.zip(*nu).is_some_and(|(toen, nu)| toen != nu))
                .map(|(naam, ..)| naam)
                .collect(),
            besluit: herzien.besluit.map(|besluit| match besluit {
                Besluitsoort::Herziening => "herziening",
                Besluitsoort::Intrekking => "intrekking",
            }),
            voorstel,
            bedrag,
            afgezien: herzien.afgezien,
            verplicht,
            reservering: herzien.reservering,
            stappen: render_herziening(herzien),
            oud,
            nieuw,
        }
    }
}
