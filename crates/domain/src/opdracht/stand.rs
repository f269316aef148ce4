//! How an item stands in a quarter.

use primitives::{Kwartaal, Moment, Veldfouten};
use serde::Deserialize;

use crate::beleid::lezer::Lezer;
use crate::beleid::{Notatie, Persoon};

/// The longest explanation.
const TOELICHTING_MAX: usize = 2_000;

/// How an item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Onderdeelstand {
    /// It will be reached.
    OpKoers,
    /// It will be reached if something changes.
    AandachtNodig,
    /// It will not be reached.
    NietOpKoers,
    /// It is reached.
    Afgerond,
}

/// What management recorded about an item in a quarter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standmelding {
    /// The quarter.
    pub kwartaal: Kwartaal,
    /// The number of the item.
    pub onderdeel: u16,
    /// The how-manieth about this item and quarter, from 1; the last counts.
    pub nummer: u32,
    /// How it stands.
    pub stand: Onderdeelstand,
    /// Why.
    pub toelichting: String,
    /// By whom.
    pub door: Persoon,
    /// When it was recorded.
    pub op: Moment,
}

/// How an item stands, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct StandInvoer {
    /// The number of the item.
    pub onderdeel: String,
    /// How many there were when the form was opened.
    pub gezien: String,
    /// Code of the [`Onderdeelstand`].
    pub stand: String,
    /// Why.
    pub toelichting: String,
}

impl StandInvoer {
    /// Whether nothing was typed.
    pub fn is_leeg(&self) -> bool {
        self.stand.trim().is_empty() && self.toelichting.trim().is_empty()
    }

    /// Reads state and explanation; the faults are named by the place in the form.
    pub fn parse(&self, plek: usize) -> Result<(Onderdeelstand, String), Veldfouten> {
        let mut lezer = Lezer::new(Notatie::Formulier);
        let veld = |naam: &str| format!("standen.{plek}.{naam}");
        let stand = Onderdeelstand::from_code(self.stand.trim());
        if stand.is_none() {
            lezer.controle.refuse(veld("stand"), "kies hoe het staat");
        }
        let toelichting = lezer.parse_tekst(&veld("toelichting"), &self.toelichting);
        let is_lang = |tekst: &String| tekst.chars().count() > TOELICHTING_MAX;
        if toelichting.as_ref().is_some_and(is_lang) {
            let melding = format!("gebruik ten hoogste {TOELICHTING_MAX} tekens");
            lezer.controle.refuse(veld("toelichting"), melding);
        }
        lezer.controle.finish()?;
        stand
            .zip(toelichting)
            .ok_or_else(|| Veldfouten::single(veld("stand"), "kies hoe het staat"))
    }
}

impl Onderdeelstand {
    /// Every state, in the order of the form.
    pub const ALL: [Self; 4] = [
        Self::OpKoers,
        Self::AandachtNodig,
        Self::NietOpKoers,
        Self::Afgerond,
    ];

    /// The name in data.
    pub const fn code(self) -> &'static str {
        match self {
            Self::OpKoers => "op-koers",
            Self::AandachtNodig => "aandacht",
            Self::NietOpKoers => "niet-op-koers",
            Self::Afgerond => "afgerond",
        }
    }

    /// The words for people.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::OpKoers => "op koers",
            Self::AandachtNodig => "aandacht nodig",
            Self::NietOpKoers => "niet op koers",
            Self::Afgerond => "afgerond",
        }
    }

    /// The state of a name in data.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stand| stand.code() == code)
    }
}
