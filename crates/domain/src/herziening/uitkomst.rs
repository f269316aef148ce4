//! What comes out of a review, frozen with its proposal.

use primitives::{Geld, Maand};
use serde::{Deserialize, Serialize};

use super::{Herzieningsbesluit, Oordeel};
use crate::aanvraag::Beschikkingsstap;
use crate::recht::herziening::{self, Jaarvordering, Maandherziening, Oorzaak, Voorstel};
use crate::recht::uitleg::render_herziening;

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
    /// What of the month is left for urgent reasons. Participatiewet art. 58 lid 8.
    #[serde(default = "nothing")]
    pub afgezien: Geld,
    /// Whether the law leaves the college no choice.
    pub verplicht: bool,
    /// By how much the reserved holiday pay changes.
    pub reservering: Geld,
    /// How it came about, each with its article.
    pub stappen: Vec<Beschikkingsstap>,
}

/// What is claimed over a calendar year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Uitkomstjaar {
    /// Which.
    pub jaar: i16,
    /// Without taxes.
    pub netto: Geld,
    /// Taxes and premiums that cannot be set off any more; none while they are not known.
    pub belasting: Option<Geld>,
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
    /// What is left for urgent reasons. Participatiewet art. 58 lid 8.
    #[serde(default = "nothing")]
    pub afgezien: Geld,
    /// The claims by calendar year with their taxes; empty where the college claims net. Participatiewet art. 58 lid 5.
    #[serde(default)]
    pub jaren: Vec<Uitkomstjaar>,
    /// What of the payment may be set off with the claim. Participatiewet art. 60a lid 4.
    pub salderen: Geld,
    /// By how much the reserved holiday pay changes.
    pub reservering: Geld,
}

impl Uitkomstmaand {
    /// Whether something changes, or nothing can be said.
    pub fn is_anders(&self) -> bool {
        self.besluit.is_some() || self.voorstel == Voorstelsoort::Onbepaald
    }

    /// Whether the college asks something back that it may leave.
    fn is_keuze(&self) -> bool {
        let is_gevraagd = matches!(
            self.voorstel,
            Voorstelsoort::Verrekening | Voorstelsoort::Terugvordering
        );
        is_gevraagd && !self.verplicht
    }

    pub(super) fn new(
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
            afgezien: maand.afgezien,
            verplicht,
            reservering: maand.reservering,
            stappen,
        }
    }
}

impl Uitkomstjaar {
    /// Net amount and taxes; none while those are not known.
    pub fn totaal(&self) -> Option<Geld> {
        self.belasting.map(|belasting| self.netto + belasting)
    }
}

impl From<&Jaarvordering> for Uitkomstjaar {
    fn from(jaar: &Jaarvordering) -> Self {
        Self {
            jaar: jaar.jaar,
            netto: jaar.netto,
            belasting: jaar.belasting,
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

    /// The causes by which the college claims or sets off where the law lets it choose, in the order of the months.
    pub fn list_keuzes(&self, oordeel: &Oordeel) -> Vec<Oorzaak> {
        let mut keuzes = Vec::new();
        let gevraagd = self.maanden.iter().filter(|maand| maand.is_keuze());
        for oorzaak in gevraagd.filter_map(|maand| oordeel.oorzaak(maand.maand)) {
            if !keuzes.contains(&oorzaak.oorzaak) {
                keuzes.push(oorzaak.oorzaak);
            }
        }
        keuzes
    }

    /// The taxes and premiums that are claimed too, as far as they are known.
    pub fn belasting(&self) -> Geld {
        self.jaren.iter().filter_map(|jaar| jaar.belasting).sum()
    }

    /// The calendar years in which something is claimed, the oldest first.
    pub fn list_jaren(&self) -> Vec<i16> {
        let gevraagd = self
            .maanden
            .iter()
            .filter(|maand| maand.voorstel == Voorstelsoort::Terugvordering);
        let mut jaren: Vec<_> = gevraagd
            .map(|maand| maand.maand.first_day().year())
            .collect();
        jaren.sort_unstable();
        jaren.dedup();
        jaren
    }

    /// All that is paid, set off or claimed: the amount by which the register asks a second person.
    pub fn bedrag(&self) -> Geld {
        self.nabetaling + self.verrekening + self.terugvordering + self.belasting()
    }
}

/// What an outcome says that was frozen before a part could be left.
const fn nothing() -> Geld {
    Geld::NUL
}
