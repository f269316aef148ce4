//! The explanation of a calculation: Dutch sentences at B1 level, each with its article, and for a value of
//! the council with its decision. Made from the typed steps of a calculation, only when somebody asks for it.

mod bijstand;
mod herziening;
mod iit;
mod maanden;
mod norm;
mod regelingen;
mod vakantieaanspraak;
mod vermogen;
mod vordering;
mod vrijstelling;

use primitives::{Geld, getal_nl};
use rust_decimal::Decimal;
use serde::Serialize;

pub use bijstand::{render_bijstand, render_bijstand_in, render_vrijlating};
pub use herziening::render_herziening;
pub use iit::render_iit;
pub use maanden::{Dagstap, render_maand, render_termijnen};
pub use regelingen::render_regeling;
pub use vakantieaanspraak::insert_vakantieaanspraken;
pub use vordering::{
    render_aansprakelijk, render_bestemming, render_jaar, render_kwijtschelding, render_lening,
};

use super::GeenRecht;

/// One step of a calculation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Stap {
    /// Which step: `norm`, `vermogen`, `inkomen`, `vrijlating` and so on.
    pub stap: &'static str,
    /// The article, as people cite it.
    pub grondslag: &'static str,
    /// The decision that set a value of the council.
    pub besluit: Option<String>,
    /// What came out, usually an amount such as `2002.13`.
    pub waarde: Option<String>,
    /// The sentence with its arithmetic.
    pub tekst: String,
}

impl Stap {
    fn amount(stap: &'static str, grondslag: &'static str, bedrag: Geld, tekst: String) -> Self {
        Self {
            stap,
            grondslag,
            besluit: None,
            waarde: Some(bedrag.to_string()),
            tekst,
        }
    }

    const fn text(stap: &'static str, grondslag: &'static str, tekst: String) -> Self {
        Self {
            stap,
            grondslag,
            besluit: None,
            waarde: None,
            tekst,
        }
    }

    /// An amount by a value of the municipality.
    fn by_besluit(self, besluit: Option<String>) -> Self {
        Self { besluit, ..self }
    }

    fn geen_recht(reden: &GeenRecht) -> Self {
        Self {
            stap: "geen-recht",
            grondslag: reden.grondslag(),
            besluit: None,
            waarde: None,
            tekst: reden.to_string(),
        }
    }
}

/// `12,5` for 12.5 and `30` for 30.
fn decimal_nl(getal: Decimal) -> String {
    let getal = getal.normalize();
    getal_nl(getal, getal.scale())
}
