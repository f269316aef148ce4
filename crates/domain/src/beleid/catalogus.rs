//! The catalogue: which parameters exist, who decides about them when, and within which bounds.
//!
//! The data stand in `data/catalogus.json`, are compiled in and read once. Who decides is itself a matter of
//! time (the studietoeslag went from council to college on 1 April 2022), so each parameter has regimes.

use std::sync::LazyLock;

use primitives::{Datum, Periode};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::catalogusvorm::ParameterVorm;
use super::{Orgaan, Sleutel, Soort, Waarde};

const BRON: &str = include_str!("../../data/catalogus.json");

static CATALOGUS: LazyLock<Catalogus> =
    LazyLock::new(|| Catalogus::parse(BRON).expect("the compiled-in catalogue is read by a test"));

/// Every parameter that council or college may set, in the order of the pages.
#[derive(Debug)]
pub struct Catalogus {
    themas: Vec<Thema>,
    parameters: Vec<Parameter>,
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
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "ParameterVorm")]
pub struct Parameter {
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
    /// Staff apply it by hand.
    Uitvoering,
}

/// Who decides about a parameter in a period, and within which bounds.
#[derive(Clone, Debug)]
pub struct Regime {
    /// When this holds.
    pub periode: Periode,
    /// Who decides.
    pub orgaan: Orgaan,
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
    /// Reads and checks catalogue data.
    pub fn parse(json: &str) -> Result<Self, CatalogusError> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Vorm {
            themas: Vec<Thema>,
            parameters: Vec<Parameter>,
        }
        let Vorm { themas, parameters } = serde_json::from_str(json)?;
        let catalogus = Self { themas, parameters };
        for parameter in &catalogus.parameters {
            catalogus.check_parameter(parameter).map_err(|melding| {
                let sleutel = parameter.sleutel.clone();
                CatalogusError::Regel { sleutel, melding }
            })?;
        }
        Ok(catalogus)
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

    /// The themes, in the order of the pages.
    pub fn themas(&self) -> &[Thema] {
        &self.themas
    }

    fn check_parameter(&self, parameter: &Parameter) -> Result<(), &'static str> {
        if !self.themas.iter().any(|t| t.code == parameter.thema) {
            return Err("onbekend thema");
        }
        let dubbel = self
            .parameters
            .iter()
            .filter(|p| p.sleutel == parameter.sleutel);
        if dubbel.count() != 1 {
            return Err("de sleutel staat er vaker in");
        }
        if parameter.regimes.is_empty() {
            return Err("geen periode");
        }
        let naden = parameter
            .regimes
            .iter()
            .zip(parameter.regimes.iter().skip(1));
        if naden
            .into_iter()
            .any(|(eerder, later)| eerder.periode.tot() != Some(later.periode.van()))
        {
            return Err("de perioden sluiten niet op elkaar aan");
        }
        parameter
            .regimes
            .iter()
            .try_for_each(|regime| self.check_regime(parameter, regime))
    }

    fn check_regime(&self, parameter: &Parameter, regime: &Regime) -> Result<(), &'static str> {
        let is_zonder_artikel = |artikel: &str| !artikel.contains("art. ");
        if is_zonder_artikel(&regime.artikel) {
            return Err("een periode zonder artikel");
        }
        let standaard = regime.zonder_besluit.waarde.as_ref();
        if standaard.is_some_and(|waarde| waarde.soort() != parameter.soort) {
            return Err("wat zonder besluit geldt is van een andere soort");
        }
        for grens in &regime.grenzen {
            if is_zonder_artikel(&grens.artikel) {
                return Err("een grens zonder artikel");
            }
            if parameter.soort == Soort::Lijst {
                return Err("een lijst heeft geen grens");
            }
            if standaard.is_some_and(|waarde| !grens.admits(waarde)) {
                return Err("wat zonder besluit geldt ligt buiten de grens");
            }
            let andere = match &grens.regel {
                Grensregel::MeerDan { sleutel } | Grensregel::MinderDan { sleutel } => sleutel,
                Grensregel::Minimum { .. } | Grensregel::Maximum { .. } => continue,
            };
            if self
                .find(andere.as_str())
                .is_none_or(|p| p.soort != parameter.soort)
            {
                return Err("een grens die naar een onbekend of ander soort gegeven wijst");
            }
        }
        Ok(())
    }
}

impl Parameter {
    /// The regime on a day; none where the law knows no such parameter.
    pub fn regime_on(&self, dag: Datum) -> Option<&Regime> {
        self.regimes
            .iter()
            .find(|regime| regime.periode.contains(dag))
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
        match (&self.regel, waarde.getal()) {
            (Grensregel::Minimum { waarde: grens }, Some(getal)) => getal >= *grens,
            (Grensregel::Maximum { waarde: grens }, Some(getal)) => getal <= *grens,
            _ => true,
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
            Self::Uitvoering => "werkwijze van de medewerkers",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use primitives::parse_datum;

    fn dag(tekst: &str) -> Datum {
        parse_datum(tekst).unwrap()
    }

    #[test]
    fn the_compiled_in_catalogue_has_every_kind_and_both_organs() {
        let catalogus = Catalogus::parse(BRON).unwrap();
        assert!(catalogus.parameters().len() >= 14);
        for soort in Soort::ALL {
            assert!(
                catalogus.parameters().iter().any(|p| p.soort == soort),
                "{soort:?}"
            );
        }
        for orgaan in Orgaan::ALL {
            let mut regimes = catalogus.parameters().iter().flat_map(|p| &p.regimes);
            assert!(regimes.any(|regime| regime.orgaan == orgaan));
        }
        for thema in catalogus.themas() {
            assert!(
                catalogus.parameters().iter().any(|p| p.thema == thema.code),
                "{thema:?} shows nothing"
            );
        }
    }

    #[test]
    fn who_decides_depends_on_the_date() {
        let studietoeslag = catalogus().find("studietoeslag.21-en-ouder").unwrap();
        let orgaan = |tekst| studietoeslag.regime_on(dag(tekst)).map(|r| r.orgaan);
        assert_eq!(orgaan("2022-03-31"), Some(Orgaan::Raad));
        assert_eq!(orgaan("2022-04-01"), Some(Orgaan::College));
        let buffer = catalogus().find("bufferbudget.bedrag").unwrap();
        assert!(buffer.regime_on(dag("2026-12-31")).is_none());
        assert!(buffer.regime_on(dag("2027-01-01")).is_some());
        let tegenprestatie = catalogus().find("tegenprestatie.uren").unwrap();
        assert!(tegenprestatie.regime_on(dag("2027-01-01")).is_none());
    }

    #[test]
    fn refuses_data_that_break_a_rule() {
        let kapot = |van: &str, naar: &str| {
            let json = BRON.replacen(van, naar, 1);
            assert_ne!(json, BRON, "{van} is not in the catalogue");
            Catalogus::parse(&json).map(|_| ()).unwrap_err().to_string()
        };
        let tot = "\"tot\": \"2022-04-01\"";
        assert!(kapot(tot, "\"tot\": \"2022-03-01\"").contains("sluiten niet op elkaar aan"));
        assert!(kapot(tot, "\"tot\": \"2022-05-01\"").contains("sluiten niet op elkaar aan"));
        let artikel = "\"artikel\": \"Participatiewet art. 35 lid 2\",\n              \"bron\"";
        assert!(kapot(artikel, "\"artikel\": \"\", \"bron\"").contains("grens zonder artikel"));
        assert!(kapot("iit.bedrag.gehuwden", "iit.bedrag.alleenstaande").contains("vaker"));
        assert!(kapot("maatregel.duur.herhaling", "weg").contains("onbekend of ander soort"));
        assert!(kapot("\"thema\": \"iit\"", "\"thema\": \"x\"").contains("onbekend thema"));
        assert!(kapot("\"waarde\": \"95\",", "\"waarde\": \"96\",").contains("buiten de grens"));
    }
}
