//! What the college found beside the facts: why it was too high, by month where that differs, and what it leaves.

use primitives::{Datum, Geld, Maand, Percentage, geld_nl, maand_lang};
use serde::{Deserialize, Serialize};

use crate::recht::herziening::{Afzien, Oorzaak, Oorzaakperiode};

/// What the college found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", from = "Oordeelvorm")]
pub struct Oordeel {
    /// The day on which the decision is sent. Participatiewet art. 58 lid 4 and 6.
    pub dag: Datum,
    /// Why it was too high; empty where it was not. Where two of them speak of a month, the later one holds.
    pub oorzaken: Vec<Oorzaakoordeel>,
    /// The last month whose holiday pay was paid.
    pub vakantietoeslag_betaald: Option<Maand>,
    /// Claiming taxes and premiums too; none for claiming net. Participatiewet art. 58 lid 5.
    pub bruto: Option<Bruto>,
}

/// A cause with its months.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Oorzaakoordeel {
    /// The cause.
    pub oorzaak: Oorzaak,
    /// The first month; none for from the beginning of the review.
    pub van: Option<Maand>,
    /// The last month; none for until its end.
    pub tot_en_met: Option<Maand>,
    /// Whether the resident could understand that it was too much; for [`Oorzaak::Betaling`].
    pub begrijpelijk: Option<bool>,
    /// The urgent reasons to leave it; none where there are none. Participatiewet art. 58 lid 8.
    pub dringende_redenen: Option<DringendeRedenen>,
}

/// Why the college leaves a claim, and how much of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DringendeRedenen {
    /// Why. The resident reads it.
    pub waarom: String,
    /// How much.
    pub afzien: Afzien,
}

/// Claiming taxes and premiums too. Participatiewet art. 58 lid 5.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Bruto {
    /// Why. The resident reads it.
    pub waarom: String,
    /// What the payroll administration tells, by calendar year; a year that is not in it is not known yet.
    pub belasting: Vec<Belastingjaar>,
}

/// The taxes and premiums over a calendar year that cannot be set off any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Belastingjaar {
    /// Which.
    pub jaar: i16,
    /// How much.
    pub bedrag: Geld,
}

/// As it is stored. Before a cause could have months of its own there was one, with its fields beside the day.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Oordeelvorm {
    dag: Datum,
    #[serde(default)]
    oorzaken: Vec<Oorzaakoordeel>,
    vakantietoeslag_betaald: Option<Maand>,
    bruto: Option<Bruto>,
    oorzaak: Option<Oorzaak>,
    begrijpelijk: Option<bool>,
    dringende_redenen: Option<String>,
}

impl From<Oordeelvorm> for Oordeel {
    fn from(vorm: Oordeelvorm) -> Self {
        let mut oorzaken = vorm.oorzaken;
        oorzaken.extend(vorm.oorzaak.map(|oorzaak| Oorzaakoordeel {
            begrijpelijk: vorm.begrijpelijk,
            dringende_redenen: vorm.dringende_redenen.map(|waarom| DringendeRedenen {
                waarom,
                afzien: Afzien::Geheel,
            }),
            ..Oorzaakoordeel::new(oorzaak)
        }));
        Self {
            dag: vorm.dag,
            oorzaken,
            vakantietoeslag_betaald: vorm.vakantietoeslag_betaald,
            bruto: vorm.bruto,
        }
    }
}

impl Oordeel {
    /// The cause in a month.
    pub fn oorzaak(&self, maand: Maand) -> Option<&Oorzaakoordeel> {
        let mut oorzaken = self.oorzaken.iter().rev();
        oorzaken.find(|een| een.periode().is_in(maand))
    }

    /// The same with this cause for all months; the causes that have months of their own stay.
    #[must_use]
    pub fn with_hoofdoorzaak(mut self, hoofd: Option<Oorzaakoordeel>) -> Self {
        self.oorzaken.retain(|een| !een.is_hoofd());
        self.oorzaken.splice(0..0, hoofd);
        self
    }

    /// The cause for all months.
    pub fn find_hoofdoorzaak(&self) -> Option<&Oorzaakoordeel> {
        self.oorzaken.iter().find(|een| een.is_hoofd())
    }

    /// The amounts of the payroll administration, by year.
    pub(super) fn belasting(&self) -> Vec<(i16, Geld)> {
        let jaren = self.bruto.iter().flat_map(|bruto| &bruto.belasting);
        jaren.map(|een| (een.jaar, een.bedrag)).collect()
    }
}

impl Oorzaakoordeel {
    /// A cause for all months, without urgent reasons.
    pub const fn new(oorzaak: Oorzaak) -> Self {
        Self {
            oorzaak,
            van: None,
            tot_en_met: None,
            begrijpelijk: None,
            dringende_redenen: None,
        }
    }

    /// Whether it is for all months.
    pub const fn is_hoofd(&self) -> bool {
        self.van.is_none() && self.tot_en_met.is_none()
    }

    /// `maart 2026 tot en met mei 2026`; none for all months.
    pub fn maanden(&self) -> Option<String> {
        match (self.van, self.tot_en_met) {
            (Some(van), Some(tot)) if van == tot => Some(maand_lang(van)),
            (Some(van), Some(tot)) => Some(format!(
                "{} tot en met {}",
                maand_lang(van),
                maand_lang(tot)
            )),
            (Some(van), None) => Some(format!("vanaf {}", maand_lang(van))),
            (None, Some(tot)) => Some(format!("tot en met {}", maand_lang(tot))),
            (None, None) => None,
        }
    }

    pub(super) fn periode(&self) -> Oorzaakperiode {
        Oorzaakperiode {
            oorzaak: self.oorzaak,
            van: self.van,
            tot_en_met: self.tot_en_met,
            is_begrijpelijk: self.begrijpelijk,
            afzien: self.dringende_redenen.as_ref().map(|reden| reden.afzien),
        }
    }
}

impl DringendeRedenen {
    /// What is chosen, as the letter and the pages say it.
    pub fn keuze(&self) -> String {
        match self.afzien {
            Afzien::Geheel => "Wij vorderen niet terug, om dringende redenen.".to_owned(),
            Afzien::Percentage(deel) => format!(
                "Wij vorderen {}% minder terug, om dringende redenen.",
                percent(deel)
            ),
            Afzien::Bedrag(bedrag) => format!(
                "Wij vorderen {} minder terug, om dringende redenen.",
                geld_nl(bedrag)
            ),
        }
    }
}

/// `12,5`.
pub(super) fn percent(percentage: Percentage) -> String {
    percentage.to_string().replace('.', ",")
}
