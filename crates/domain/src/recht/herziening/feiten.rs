//! Why bijstand was too high, as the college found it: a fact that no calculation can tell.

use jiff::Span;
use primitives::{Datum, Maand};
use serde::{Deserialize, Serialize};

use super::Afzien;

/// For how many months means that were received can be set off. Participatiewet art. 58 lid 4.
const VERREKENING_MAANDEN: i32 = 6;
/// How long what was paid without a ground can be claimed back. Participatiewet art. 58 lid 6.
const ONVERSCHULDIGD_JAREN: i32 = 2;

/// Why bijstand was too high.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Oorzaak {
    /// The resident did not tell what had to be told (art. 17 lid 1). Art. 58 lid 1.
    #[serde(rename = "inlichtingenplicht")]
    Inlichtingenplicht,
    /// Income or means became available afterwards. Art. 58 lid 2 onder f sub 1° and lid 4.
    #[serde(rename = "naderhand-middelen")]
    Middelen,
    /// It was granted too high otherwise, such as by a mistake, a norm or a value that was put right. Art. 58 lid 2
    /// onder a.
    #[serde(rename = "te-hoog-verleend")]
    Verlening,
    /// It was an advance, and there is no right. Art. 58 lid 2 onder d.
    #[serde(rename = "voorschot")]
    Voorschot,
    /// It was paid without a ground. Art. 58 lid 2 onder e.
    #[serde(rename = "onverschuldigd-betaald")]
    Betaling,
}

/// Months with one cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Oorzaakperiode {
    /// The cause.
    pub oorzaak: Oorzaak,
    /// The first month; none for from the beginning.
    pub van: Option<Maand>,
    /// The last month; none for until the end.
    pub tot_en_met: Option<Maand>,
    /// Whether the resident could reasonably understand that it was too much; asked for [`Oorzaak::Betaling`] only.
    pub is_begrijpelijk: Option<bool>,
    /// What the college leaves of it for urgent reasons; none where there are none. Art. 58 lid 8.
    pub afzien: Option<Afzien>,
}

/// What decides beside the two calculations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Herzieningsfeiten {
    /// The day on which the new decision is sent.
    pub dag: Datum,
    /// The causes; where two of them share a month, the later one holds.
    pub oorzaken: Vec<Oorzaakperiode>,
    /// The last month whose holiday pay was paid; none when it is all reserved still.
    pub vakantietoeslag_betaald: Option<Maand>,
}

impl Oorzaak {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Inlichtingenplicht,
        Self::Middelen,
        Self::Verlening,
        Self::Voorschot,
        Self::Betaling,
    ];

    /// The name in questions and answers.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::Inlichtingenplicht => "inlichtingenplicht",
            Self::Middelen => "naderhand-middelen",
            Self::Verlening => "te-hoog-verleend",
            Self::Voorschot => "voorschot",
            Self::Betaling => "onverschuldigd-betaald",
        }
    }

    /// The article of claiming back.
    pub const fn grondslag(self) -> &'static str {
        match self {
            Self::Inlichtingenplicht => "Participatiewet art. 58 lid 1",
            Self::Middelen => "Participatiewet art. 58 lid 2 onder f sub 1°",
            Self::Verlening => "Participatiewet art. 58 lid 2 onder a",
            Self::Voorschot => "Participatiewet art. 58 lid 2 onder d",
            Self::Betaling => "Participatiewet art. 58 lid 2 onder e",
        }
    }

    /// Whether the law leaves the college no choice.
    pub const fn is_verplicht(self) -> bool {
        matches!(self, Self::Inlichtingenplicht)
    }
}

impl Oorzaakperiode {
    /// Whether both speak of the same month.
    pub fn overlaps(&self, ander: &Self) -> bool {
        let begins_before_end =
            |een: &Self, twee: &Self| een.van.is_none_or(|van| twee.is_until(van));
        begins_before_end(self, ander) && begins_before_end(ander, self)
    }

    /// Whether it holds in a month.
    pub fn is_in(&self, maand: Maand) -> bool {
        self.is_from(maand) && self.is_until(maand)
    }

    fn is_from(&self, maand: Maand) -> bool {
        self.van.is_none_or(|van| van <= maand)
    }

    fn is_until(&self, maand: Maand) -> bool {
        self.tot_en_met.is_none_or(|tot| maand <= tot)
    }
}

impl Herzieningsfeiten {
    /// The cause in a month, with its place.
    pub(super) fn oorzaak(&self, maand: Maand) -> Option<(usize, &Oorzaakperiode)> {
        let mut oorzaken = self.oorzaken.iter().enumerate().rev();
        oorzaken.find(|(_, periode)| periode.is_in(maand))
    }

    /// Whether all of a month lies in the six months before the decision. Art. 58 lid 4.
    pub(super) fn is_verrekenbaar(&self, maand: Maand) -> bool {
        let eerste = self
            .dag
            .saturating_sub(Span::new().months(VERREKENING_MAANDEN));
        maand.first_day() >= eerste
    }

    /// Whether a month began more than two years before the decision. Art. 58 lid 6.
    pub(super) fn is_te_lang_geleden(&self, maand: Maand) -> bool {
        let eerste = self
            .dag
            .saturating_sub(Span::new().years(ONVERSCHULDIGD_JAREN));
        maand.first_day() < eerste
    }

    /// Whether the holiday pay over a month was paid.
    pub(super) fn is_vakantietoeslag_betaald(&self, maand: Maand) -> bool {
        self.vakantietoeslag_betaald.is_some_and(|tot| maand <= tot)
    }
}
