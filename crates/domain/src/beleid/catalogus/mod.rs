//! The catalogue: which parameters exist, who decides about them when, and within which bounds.
//!
//! The data stand in `data/catalogus`, a file for each theme, are compiled in and read once. Who decides is
//! itself a matter of time (the studietoeslag went from council to college on 1 April 2022), so each parameter
//! has regimes. `nummer` is the number in the list of 58 policy parameters that the catalogue covers.

mod toets;
mod vorm;

use std::sync::LazyLock;

use primitives::{Datum, Periode};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use self::vorm::ThemaVorm;
use super::{Bevoegd, Orgaan, Sleutel, Soort, Waarde};

/// The files, in the order of the pages.
const BRONNEN: [&str; 11] = [
    include_str!("../../../data/catalogus/iit.json"),
    include_str!("../../../data/catalogus/bijstand.json"),
    include_str!("../../../data/catalogus/bijzondere-bijstand.json"),
    include_str!("../../../data/catalogus/studietoeslag.json"),
    include_str!("../../../data/catalogus/minima.json"),
    include_str!("../../../data/catalogus/maatregel.json"),
    include_str!("../../../data/catalogus/terugvordering.json"),
    include_str!("../../../data/catalogus/werk.json"),
    include_str!("../../../data/catalogus/aanvraag.json"),
    include_str!("../../../data/catalogus/inspraak.json"),
    include_str!("../../../data/catalogus/balans.json"),
];

static CATALOGUS: LazyLock<Catalogus> = LazyLock::new(|| {
    Catalogus::parse(&BRONNEN).expect("the compiled-in catalogue is read by a test")
});

/// Every policy parameter, in the order of the pages.
#[derive(Debug)]
pub struct Catalogus {
    themas: Vec<Thema>,
    tabellen: Vec<Tabel>,
    parameters: Vec<Parameter>,
}

/// Parameters that are together one table in an ordinance, such as an amount for each household type.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tabel {
    /// The part that the keys of its rows share: `iit.bedrag`.
    pub sleutel: Sleutel,
    /// The heading.
    pub naam: String,
    /// What a row stands for.
    pub indeling: Indeling,
    /// Whether a decision about one row needs a value in every other.
    #[serde(rename = "volledig")]
    pub is_volledig: bool,
}

/// What the rows of a table stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Indeling {
    /// Household types.
    Huishouden,
    /// Ages.
    Leeftijd,
    /// Categories of the ordinance.
    Categorie,
}

/// The place of a parameter in a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tabelplek {
    /// The table.
    pub tabel: Sleutel,
    /// The name of the row: `alleenstaande ouder`.
    pub rij: String,
}

/// Which direction favours residents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Richting {
    /// A higher value, or yes.
    Hoger,
    /// A lower value, or no.
    Lager,
}

/// A group of parameters on the pages.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Thema {
    /// The name in addresses and data: `iit`.
    pub code: String,
    /// The heading: `Individuele inkomenstoeslag`.
    pub naam: String,
}

/// One policy parameter.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// Its number in the list of 58; none for what is ours.
    pub nummer: Option<u8>,
    /// The key, such as `iit.bedrag.alleenstaande`.
    pub sleutel: Sleutel,
    /// The code of its theme.
    pub thema: String,
    /// The name on pages.
    pub naam: String,
    /// What it is, at B1 level.
    pub uitleg: String,
    /// The kind of its values.
    pub soort: Soort,
    /// What stands behind the value: `per jaar`.
    pub eenheid: Option<String>,
    /// Which direction favours residents; none where neither does.
    pub gunstig: Option<Richting>,
    /// Its place in a table, if it is part of one.
    pub tabel: Option<Tabelplek>,
    /// What uses it.
    pub gebruik: Vec<Gebruik>,
    /// Who decides when, in order of time, without gap or overlap.
    pub regimes: Vec<Regime>,
}

/// What a parameter is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Gebruik {
    /// The calculation of the right to general assistance.
    AlgemeneBijstand,
    /// The calculation of the individuele inkomenstoeslag.
    IndividueleInkomenstoeslag,
    /// The calculation of special assistance.
    BijzondereBijstand,
    /// The calculation of the studietoeslag.
    Studietoeslag,
    /// The figure `in beeld` of the quarterly report (indicator 28).
    IndicatorInBeeld,
    /// The calculation of schemes for people with a low income.
    Minimaregeling,
    /// The calculation of the loonkostensubsidie.
    Loonkostensubsidie,
    /// The offer of beschut werk.
    BeschutWerk,
    /// The calculation of premiums for work.
    Premie,
    /// Claims and their repayment.
    Terugvordering,
    /// The payment calendar.
    Betaling,
    /// The account that the municipality gives of what the law obliges it to have.
    Verantwoording,
    /// Staff apply it by hand.
    Uitvoering,
}

/// Who decides about a parameter in a period, and within which bounds.
#[derive(Clone, Debug, PartialEq)]
pub struct Regime {
    /// When this holds.
    pub periode: Periode,
    /// Who decides.
    pub bevoegd: Bevoegd,
    /// The article that gives the power.
    pub artikel: String,
    /// Whether the law obliges the organ to decide.
    pub is_verplicht: bool,
    /// What the law allows.
    pub grenzen: Vec<Grens>,
    /// What holds when nothing was decided.
    pub zonder_besluit: ZonderBesluit,
    /// A remark for readers.
    pub toelichting: Option<String>,
    /// Why no value can be recorded for this period, if so.
    pub gesloten: Option<String>,
}

/// A bound of the law with its article.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Grens {
    /// The rule.
    #[serde(flatten)]
    pub regel: Grensregel,
    /// Where the law says so.
    pub artikel: String,
    /// Where the figure was found, when not in the text of the law itself.
    pub bron: Option<String>,
}

/// What a bound demands.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(tag = "regel", rename_all = "kebab-case")]
pub enum Grensregel {
    /// At least this.
    Minimum {
        /// In the unit of the parameter.
        waarde: Decimal,
    },
    /// At most this.
    Maximum {
        /// In the unit of the parameter.
        waarde: Decimal,
    },
    /// More than another parameter on the same day.
    MeerDan {
        /// The other parameter.
        sleutel: Sleutel,
    },
    /// Less than another parameter on the same day.
    MinderDan {
        /// The other parameter.
        sleutel: Sleutel,
    },
    /// Together with others at most this, on the same day.
    SamenHoogstens {
        /// In the unit of the parameter.
        waarde: Decimal,
        /// What is counted together, this parameter included.
        delen: Vec<Deel>,
    },
}

/// What counts in a sum of parameters.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deel {
    /// The parameter; of tiers the highest counts.
    pub sleutel: Sleutel,
    /// How many times it can be given.
    pub maal: u8,
}

/// What holds when the organ decided nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZonderBesluit {
    /// The value of the law itself, if there is one.
    pub waarde: Option<Waarde>,
    /// What that means, in a sentence.
    pub tekst: String,
}

/// Why catalogue data cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum CatalogusError {
    /// Not the form of the file.
    #[error("de catalogus is niet te lezen")]
    Vorm(#[from] serde_json::Error),
    /// A period or a value that is none.
    #[error("catalogus, {sleutel}: {melding}")]
    Waarde {
        /// Of which parameter.
        sleutel: Sleutel,
        /// What is wrong.
        melding: String,
    },
    /// A parameter breaks a rule of the catalogue.
    #[error("catalogus, {sleutel}: {melding}")]
    Regel {
        /// Which one.
        sleutel: Sleutel,
        /// What is wrong.
        melding: &'static str,
    },
}

/// The compiled-in catalogue.
pub fn catalogus() -> &'static Catalogus {
    &CATALOGUS
}

impl Catalogus {
    /// Reads and checks catalogue data, a text for each theme.
    pub fn parse(bronnen: &[&str]) -> Result<Self, CatalogusError> {
        let mut catalogus = Self {
            themas: Vec::new(),
            tabellen: Vec::new(),
            parameters: Vec::new(),
        };
        for bron in bronnen {
            let vorm: ThemaVorm = serde_json::from_str(bron)?;
            catalogus.add(vorm)?;
        }
        for parameter in &catalogus.parameters {
            catalogus.check_parameter(parameter).map_err(|melding| {
                let sleutel = parameter.sleutel.clone();
                CatalogusError::Regel { sleutel, melding }
            })?;
        }
        Ok(catalogus)
    }

    fn add(&mut self, vorm: ThemaVorm) -> Result<(), CatalogusError> {
        for parameter in vorm.parameters {
            let parameter = parameter.into_parameter(&vorm.thema.code)?;
            self.parameters.push(parameter);
        }
        self.tabellen.extend(vorm.tabellen);
        self.themas.push(vorm.thema);
        Ok(())
    }

    /// The parameter of a key.
    pub fn find(&self, sleutel: &str) -> Option<&Parameter> {
        self.parameters
            .iter()
            .find(|p| p.sleutel.as_str() == sleutel)
    }

    /// Every parameter, in the order of the pages.
    pub fn parameters(&self) -> &[Parameter] {
        &self.parameters
    }

    /// The table of a key.
    pub fn find_tabel(&self, sleutel: &Sleutel) -> Option<&Tabel> {
        self.tabellen.iter().find(|tabel| tabel.sleutel == *sleutel)
    }

    /// The rows of a table, in its order.
    pub fn rijen_of<'a>(&'a self, tabel: &'a Tabel) -> impl Iterator<Item = &'a Parameter> {
        self.parameters.iter().filter(|parameter| {
            let plek = parameter.tabel.as_ref();
            plek.is_some_and(|plek| plek.tabel == tabel.sleutel)
        })
    }

    /// The themes, in the order of the pages.
    pub fn themas(&self) -> &[Thema] {
        &self.themas
    }
}

impl Parameter {
    /// The regime on a day; none where the law knows no such parameter.
    pub fn regime_on(&self, dag: Datum) -> Option<&Regime> {
        self.regimes
            .iter()
            .find(|regime| regime.periode.contains(dag))
    }

    /// Whether `orgaan` decides about it, now or at another time.
    pub fn is_ooit_van(&self, orgaan: Orgaan) -> bool {
        self.regimes.iter().any(|regime| regime.bevoegd.is(orgaan))
    }

    /// From when until when the parameter exists in the catalogue.
    pub fn bestaat(&self) -> Option<(Datum, Option<Datum>)> {
        let eerste = self.regimes.first()?;
        let laatste = self.regimes.last()?;
        Some((eerste.periode.van(), laatste.periode.tot()))
    }

    /// A value with its unit, as people read it: `€ 450,00 per jaar`.
    pub fn render(&self, waarde: &Waarde) -> String {
        match &self.eenheid {
            Some(eenheid) => format!("{} {eenheid}", waarde.tekst_nl()),
            None => waarde.tekst_nl(),
        }
    }
}

impl Grens {
    /// Whether the bound allows the value by itself; relations with other parameters are judged elsewhere.
    pub fn admits(&self, waarde: &Waarde) -> bool {
        let getallen = waarde.getallen();
        match &self.regel {
            Grensregel::Minimum { waarde: grens } => getallen.iter().all(|getal| getal >= grens),
            Grensregel::Maximum { waarde: grens } => getallen.iter().all(|getal| getal <= grens),
            Grensregel::MeerDan { .. }
            | Grensregel::MinderDan { .. }
            | Grensregel::SamenHoogstens { .. } => true,
        }
    }
}

impl Gebruik {
    /// The use as a page names it.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::AlgemeneBijstand => "berekening van de bijstand",
            Self::IndividueleInkomenstoeslag => "berekening van de individuele inkomenstoeslag",
            Self::BijzondereBijstand => "bijzondere bijstand",
            Self::Studietoeslag => "studietoeslag",
            Self::IndicatorInBeeld => "cijfer ‘in beeld’ in de kwartaalrapportage",
            Self::Minimaregeling => "regelingen voor mensen met een laag inkomen",
            Self::Loonkostensubsidie => "loonkostensubsidie",
            Self::BeschutWerk => "beschut werk",
            Self::Premie => "premies voor werk",
            Self::Terugvordering => "terugvordering",
            Self::Betaling => "betaalkalender",
            Self::Verantwoording => "verantwoording aan de raad",
            Self::Uitvoering => "werkwijze van de medewerkers",
        }
    }
}

#[cfg(test)]
mod tests;
