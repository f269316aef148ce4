//! What a review is calculated with, frozen with its proposal, and what comes out.

use primitives::{Datum, Geld, Maand};
use serde::{Deserialize, Serialize};

use super::{Feitwijziging, Herzieningsbesluit, Maandlevering};
use crate::aanvraag::Beschikkingsstap;
use crate::recht::herziening::{
    self, Aansprakelijk, Herzieningsfeiten, Maandherziening, Maandpaar, Oorzaak, Oorzaakperiode,
    Voorstel, calculate_herziening,
};
use crate::recht::uitleg::{render_aansprakelijk, render_herziening};

/// What the college found beside the facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Oordeel {
    /// The day on which the decision is sent. Participatiewet art. 58 lid 4 and 6.
    pub dag: Datum,
    /// Why it was too high; none where it was not.
    pub oorzaak: Option<Oorzaak>,
    /// Whether the resident could understand that it was too much; for [`Oorzaak::Betaling`].
    pub begrijpelijk: Option<bool>,
    /// The urgent reasons to leave it; none where there are none. Participatiewet art. 58 lid 8.
    pub dringende_redenen: Option<String>,
    /// The last month whose holiday pay was paid.
    pub vakantietoeslag_betaald: Option<Maand>,
}

/// All that a review is calculated with: the same gives the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Herzieningsinvoer {
    /// The months as they were delivered, the oldest first.
    pub maanden: Vec<Maandlevering>,
    /// What is different, in the order in which it was recorded.
    pub wijzigingen: Vec<Feitwijziging>,
    /// What the college found; none while that is open.
    pub oordeel: Option<Oordeel>,
}

/// What is proposed for a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Voorstelsoort {
    /// Nothing is paid or claimed.
    Geen,
    /// To pay.
    Nabetaling,
    /// To set off. Participatiewet art. 58 lid 4.
    Verrekening,
    /// To claim back. Participatiewet art. 58.
    Terugvordering,
    /// Nothing can be said.
    Onbepaald,
}

/// A month with what changes in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Uitkomstmaand {
    /// Which.
    pub maand: Maand,
    /// Bijstand as it was delivered, holiday pay included; none where that cannot be determined.
    pub oud: Option<Geld>,
    /// Bijstand with the other facts.
    pub nieuw: Option<Geld>,
    /// How much more, or less.
    pub verschil: Option<Geld>,
    /// What becomes of the earlier decision: herziening, intrekking, or nothing.
    pub besluit: Option<Herzieningsbesluit>,
    /// What is proposed.
    pub voorstel: Voorstelsoort,
    /// How much of it.
    pub bedrag: Option<Geld>,
    /// Whether the law leaves the college no choice.
    pub verplicht: bool,
    /// By how much the reserved holiday pay changes.
    pub reservering: Geld,
    /// How it came about, each with its article.
    pub stappen: Vec<Beschikkingsstap>,
}

/// Every month with the sums.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Herzieningsuitkomst {
    /// One by one, the oldest first.
    pub maanden: Vec<Uitkomstmaand>,
    /// To pay.
    pub nabetaling: Geld,
    /// To set off with the bijstand of the coming months. Participatiewet art. 58 lid 4.
    pub verrekening: Geld,
    /// To claim back. Participatiewet art. 58.
    pub terugvordering: Geld,
    /// What of the payment may be set off with the claim. Participatiewet art. 60a lid 4.
    pub salderen: Geld,
    /// By how much the reserved holiday pay changes.
    pub reservering: Geld,
}

impl Oordeel {
    fn periode(&self) -> Option<Oorzaakperiode> {
        Some(Oorzaakperiode {
            oorzaak: self.oorzaak?,
            van: None,
            tot_en_met: None,
            is_begrijpelijk: self.begrijpelijk,
            has_dringende_redenen: self.dringende_redenen.is_some(),
        })
    }
}

impl Herzieningsinvoer {
    /// The right in every month with the other facts, and what follows. `vandaag` holds where no day was found yet.
    pub fn calculate(&self, vandaag: Datum) -> Herzieningsuitkomst {
        let oordeel = self.oordeel.as_ref();
        let feiten = Herzieningsfeiten {
            dag: oordeel.map_or(vandaag, |oordeel| oordeel.dag),
            oorzaken: oordeel.and_then(Oordeel::periode).into_iter().collect(),
            vakantietoeslag_betaald: oordeel.and_then(|oordeel| oordeel.vakantietoeslag_betaald),
        };
        let kanten: Vec<_> = self
            .maanden
            .iter()
            .map(|levering| (levering.oud(), levering.nieuw(&self.wijzigingen)))
            .collect();
        let paren: Vec<_> = self
            .maanden
            .iter()
            .zip(&kanten)
            .map(|(levering, (oud, (nieuw, _)))| Maandpaar {
                maand: levering.maand,
                oud: oud.as_ref().ok().copied(),
                nieuw: nieuw.as_ref().ok().copied(),
            })
            .collect();
        let herziening = calculate_herziening(&paren, &feiten);
        let maanden = herziening.maanden.iter().zip(kanten);
        Herzieningsuitkomst {
            nabetaling: herziening.nabetaling,
            verrekening: herziening.verrekening,
            terugvordering: herziening.terugvordering,
            salderen: herziening.salderen(),
            reservering: herziening.reservering,
            maanden: maanden
                .zip(&self.maanden)
                .map(|((maand, (oud, (nieuw, stappen))), levering)| {
                    let reden = oud.err().or(nieuw.err());
                    let mut uitkomst = Uitkomstmaand::new(maand, stappen, reden);
                    let (oud, nieuw) = levering.is_paar(&self.wijzigingen);
                    let mede = Aansprakelijk::find(oud, nieuw, &maand.voorstel);
                    let mede = mede.map(|wie| render_aansprakelijk(levering.maand, wie));
                    uitkomst
                        .stappen
                        .extend(mede.as_ref().map(Beschikkingsstap::from));
                    uitkomst
                })
                .collect(),
        }
    }
}

impl Uitkomstmaand {
    /// Whether something changes, or nothing can be said.
    pub fn is_anders(&self) -> bool {
        self.besluit.is_some() || self.voorstel == Voorstelsoort::Onbepaald
    }

    fn new(
        maand: &Maandherziening,
        mut stappen: Vec<Beschikkingsstap>,
        reden: Option<String>,
    ) -> Self {
        let (voorstel, bedrag, verplicht) = match maand.voorstel {
            Voorstel::Geen(_) => (Voorstelsoort::Geen, None, false),
            Voorstel::Nabetaling(bedrag) => (Voorstelsoort::Nabetaling, Some(bedrag), true),
            Voorstel::Verrekening(bedrag) => (Voorstelsoort::Verrekening, Some(bedrag), false),
            Voorstel::Terugvordering(bedrag, oorzaak) => (
                Voorstelsoort::Terugvordering,
                Some(bedrag),
                oorzaak.is_verplicht(),
            ),
            Voorstel::Onbepaald(_) => (Voorstelsoort::Onbepaald, None, false),
        };
        if let Some(reden) = reden {
            stappen.push(Beschikkingsstap {
                tekst: reden,
                grondslag: "Participatiewet art. 19 lid 2".to_owned(),
                besluit: None,
            });
        }
        stappen.extend(render_herziening(maand).iter().map(Beschikkingsstap::from));
        Self {
            maand: maand.paar.maand,
            oud: maand.paar.oud.map(|stand| stand.bedrag),
            nieuw: maand.paar.nieuw.map(|stand| stand.bedrag),
            verschil: maand.paar.verschil(),
            besluit: maand.besluit.map(|besluit| match besluit {
                herziening::Besluitsoort::Herziening => Herzieningsbesluit::Herziening,
                herziening::Besluitsoort::Intrekking => Herzieningsbesluit::Intrekking,
            }),
            voorstel,
            bedrag,
            verplicht,
            reservering: maand.reservering,
            stappen,
        }
    }
}

impl Herzieningsuitkomst {
    /// The months of which nothing can be said.
    pub fn list_onbepaald(&self) -> Vec<Maand> {
        let onbepaald = |maand: &&Uitkomstmaand| maand.voorstel == Voorstelsoort::Onbepaald;
        self.maanden
            .iter()
            .filter(onbepaald)
            .map(|maand| maand.maand)
            .collect()
    }

    /// The decisions that this asks for, each once: each needs a mandate.
    pub fn list_besluiten(&self) -> Vec<Herzieningsbesluit> {
        let mut besluiten: Vec<_> = self
            .maanden
            .iter()
            .filter_map(|maand| maand.besluit)
            .collect();
        if !(self.verrekening + self.terugvordering).is_nul() {
            besluiten.push(Herzieningsbesluit::Terugvordering);
        }
        besluiten.sort_by_key(|besluit| besluit.code());
        besluiten.dedup();
        besluiten
    }

    /// Whether the college chose where the law let it: to claim or set off without a duty.
    pub fn has_keuze(&self) -> bool {
        let is_keuze = |maand: &Uitkomstmaand| {
            !maand.verplicht
                && matches!(
                    maand.voorstel,
                    Voorstelsoort::Verrekening | Voorstelsoort::Terugvordering
                )
        };
        self.maanden.iter().any(is_keuze)
    }

    /// All that is paid, set off or claimed: the amount by which the register asks a second person.
    pub fn bedrag(&self) -> Geld {
        self.nabetaling + self.verrekening + self.terugvordering
    }
}
