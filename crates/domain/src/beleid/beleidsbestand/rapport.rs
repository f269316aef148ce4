//! The report of a trial: what becomes of each line of a file, and what could be proposed.

use std::fmt;

use primitives::{Datum, Veldfout};

use crate::beleid::catalogus::Parameter;
use crate::beleid::{Orgaan, VoorstelInvoer, Waarde};

/// What a file would change.
#[derive(Clone, Debug, PartialEq)]
pub struct Proefrapport {
    /// What becomes of each line, in the order of the file.
    pub regels: Vec<Proefregel>,
    /// What is wrong beside the lines, each with its field.
    pub fouten: Vec<Veldfout>,
    /// What council and college could be asked to decide; none where nothing changes for that organ.
    pub voorstellen: Vec<(Orgaan, VoorstelInvoer)>,
}

/// What becomes of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Proefregel {
    /// Where it stands in the file.
    pub plaats: u64,
    /// The key as it stands there.
    pub sleutel: String,
    /// The area as it stands there.
    pub gebied: String,
    /// The parameter, if the catalogue has it.
    pub parameter: Option<&'static Parameter>,
    /// The outcome.
    pub uitslag: Uitslag,
}

/// The outcome of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Uitslag {
    /// Nothing was decided there.
    Nieuw {
        /// The value of the file.
        wordt: Waarde,
    },
    /// Something else holds.
    Gewijzigd {
        /// What holds, with its end.
        was: (Waarde, Option<Datum>),
        /// The value of the file, with its end.
        wordt: (Waarde, Option<Datum>),
    },
    /// The same holds.
    Ongewijzigd,
    /// The line cannot be taken over.
    Geweigerd(Vec<Regelfout>),
}

/// What is wrong with a field of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Regelfout {
    /// The field: the name of a column.
    pub veld: String,
    /// Why, with the rule.
    pub melding: String,
}

impl Proefregel {
    pub(super) fn refuse(&mut self, veld: &str, melding: &str) {
        let fout = Regelfout::new(veld, melding);
        match &mut self.uitslag {
            Uitslag::Geweigerd(fouten) => fouten.push(fout),
            anders => *anders = Uitslag::Geweigerd(vec![fout]),
        }
    }
}

impl Proefrapport {
    /// Whether nothing is wrong and something changes: a proposal can be made of it.
    pub fn is_over_te_nemen(&self) -> bool {
        self.fouten.is_empty() && self.geweigerd() == 0 && !self.voorstellen.is_empty()
    }

    /// Whether what holds is what the file says.
    pub fn is_zonder_verschil(&self) -> bool {
        self.fouten.is_empty() && self.ongewijzigd() == self.regels.len()
    }

    /// How many lines set what nobody decided.
    pub fn nieuw(&self) -> usize {
        self.tel(|uitslag| matches!(uitslag, Uitslag::Nieuw { .. }))
    }

    /// How many lines say something else than what holds.
    pub fn gewijzigd(&self) -> usize {
        self.tel(|uitslag| matches!(uitslag, Uitslag::Gewijzigd { .. }))
    }

    /// How many lines say what holds.
    pub fn ongewijzigd(&self) -> usize {
        self.tel(|uitslag| matches!(uitslag, Uitslag::Ongewijzigd))
    }

    /// How many lines cannot be taken over.
    pub fn geweigerd(&self) -> usize {
        self.tel(|uitslag| matches!(uitslag, Uitslag::Geweigerd(_)))
    }

    fn tel(&self, is: fn(&Uitslag) -> bool) -> usize {
        self.regels
            .iter()
            .filter(|regel| is(&regel.uitslag))
            .count()
    }
}

impl Uitslag {
    /// The name in data and on pages.
    pub const fn naam(&self) -> &'static str {
        match self {
            Self::Nieuw { .. } => "nieuw",
            Self::Gewijzigd { .. } => "gewijzigd",
            Self::Ongewijzigd => "ongewijzigd",
            Self::Geweigerd(_) => "geweigerd",
        }
    }
}

impl Regelfout {
    pub(super) fn new(veld: &str, melding: impl Into<String>) -> Self {
        Self {
            veld: veld.to_owned(),
            melding: melding.into(),
        }
    }
}

impl From<&Veldfout> for Regelfout {
    fn from(fout: &Veldfout) -> Self {
        Self::new(&fout.veld, fout.melding.clone())
    }
}

/// The field and what is wrong with it: `waarde: te laag …`.
impl fmt::Display for Regelfout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.veld, self.melding)
    }
}
