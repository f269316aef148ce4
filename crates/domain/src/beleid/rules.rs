//! What the law lets an organ decide: who, from when, within which bounds.

use std::fmt;

use primitives::{Datum, Periode, datum_lang};
use rust_decimal::Decimal;

use super::catalogus::{Grensregel, Parameter, Regime};
use super::waarde::decimaal_nl;
use super::{Bevoegd, Soort, Waarde};

/// Why the law does not allow a value. Reads as a sentence that says what is allowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Strijd {
    /// The law knows no such parameter on that day.
    BestaatNiet {
        /// The day.
        op: Datum,
        /// From when the catalogue knows it.
        van: Datum,
        /// Until when.
        tot: Option<Datum>,
    },
    /// The catalogue cannot judge a value for that day.
    Gesloten {
        /// Why.
        reden: String,
    },
    /// Another organ decides on that day.
    AnderOrgaan {
        /// The day.
        op: Datum,
        /// Who decides.
        bevoegd: Bevoegd,
        /// By which article.
        artikel: String,
    },
    /// Below the least that is allowed.
    TeLaag {
        /// The least.
        minimum: String,
        /// By which article.
        artikel: String,
        /// Since when that bound holds.
        vanaf: Datum,
    },
    /// Above the most that is allowed.
    TeHoog {
        /// The most.
        maximum: String,
        /// By which article.
        artikel: String,
        /// Since when that bound holds.
        vanaf: Datum,
    },
    /// Not more than the other parameter.
    NietMeerDan {
        /// The name of the other parameter.
        naam: String,
        /// Its value on that day.
        waarde: String,
        /// The day.
        op: Datum,
        /// By which article.
        artikel: String,
    },
    /// More than is allowed together with others.
    SamenTeVeel {
        /// The most.
        maximum: String,
        /// What is counted together, each with how many times it can be given.
        delen: Vec<String>,
        /// The day.
        op: Datum,
        /// By which article.
        artikel: String,
    },
    /// A table of which other rows have no value.
    TabelOnvolledig {
        /// The name of the table.
        tabel: String,
        /// The rows without a value.
        ontbreekt: Vec<String>,
        /// The day.
        op: Datum,
    },
    /// Not less than the other parameter.
    NietMinderDan {
        /// The name of the other parameter.
        naam: String,
        /// Its value on that day.
        waarde: String,
        /// The day.
        op: Datum,
        /// By which article.
        artikel: String,
    },
}

/// Judges whether an organ, or the organisation itself, may set `waarde` for `periode`: its power on the first day, and the bounds of every
/// day on which the value binds.
///
/// A bound that changes while the value binds is held against it too, so that nobody records a value that
/// will be unlawful from a known day on. Where the power goes to another organ, or the parameter ends, the
/// value lapses by law and needs no end date.
pub fn check_waarde(
    parameter: &Parameter,
    waarde: &Waarde,
    wie: impl Into<Bevoegd>,
    periode: Periode,
) -> Result<(), Strijd> {
    let (wie, op) = (wie.into(), periode.van());
    let Some(regime) = parameter.regime_on(op) else {
        let (van, tot) = parameter.bestaat().unwrap_or((op, None));
        return Err(Strijd::BestaatNiet { op, van, tot });
    };
    if regime.bevoegd != wie {
        let (bevoegd, artikel) = (regime.bevoegd, regime.artikel.clone());
        return Err(Strijd::AnderOrgaan {
            op,
            bevoegd,
            artikel,
        });
    }
    let geraakt = parameter
        .regimes
        .iter()
        .filter(|r| r.bevoegd == wie && r.periode.overlaps(periode));
    for regime in geraakt {
        if let Some(reden) = &regime.gesloten {
            let reden = reden.clone();
            return Err(Strijd::Gesloten { reden });
        }
        if let Some(strijd) = Strijd::find_in_grenzen(parameter, regime, waarde) {
            return Err(strijd);
        }
    }
    Ok(())
}

impl Strijd {
    /// The first bound of a regime that does not admit the value, if any.
    pub(crate) fn find_in_grenzen(
        parameter: &Parameter,
        regime: &Regime,
        waarde: &Waarde,
    ) -> Option<Self> {
        let grens = regime.grenzen.iter().find(|grens| !grens.admits(waarde))?;
        let (artikel, vanaf) = (grens.artikel.clone(), regime.periode.van());
        match &grens.regel {
            Grensregel::Minimum { waarde } => {
                let minimum = render_grens(parameter, *waarde);
                Some(Self::TeLaag {
                    minimum,
                    artikel,
                    vanaf,
                })
            }
            Grensregel::Maximum { waarde } => {
                let maximum = render_grens(parameter, *waarde);
                Some(Self::TeHoog {
                    maximum,
                    artikel,
                    vanaf,
                })
            }
            Grensregel::MeerDan { .. }
            | Grensregel::MinderDan { .. }
            | Grensregel::SamenHoogstens { .. } => None,
        }
    }
}

/// A bound as people read it, with the unit of the parameter.
pub fn render_grens(parameter: &Parameter, grens: Decimal) -> String {
    let tekst = decimaal_nl(grens);
    let waarde = match parameter.soort {
        Soort::Bedrag => Waarde::parse_invoer(Soort::Bedrag, &tekst),
        soort => Waarde::parse(soort, &grens.normalize().to_string()),
    };
    waarde.map_or(tekst, |waarde| parameter.render(&waarde))
}

impl fmt::Display for Strijd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BestaatNiet { op, van, tot } => {
                let (op, van) = (datum_lang(*op), datum_lang(*van));
                write!(
                    f,
                    "dit gegeven kan op {op} niet worden vastgesteld: het bestaat vanaf {van}"
                )?;
                tot.map_or(Ok(()), |tot| write!(f, " en tot {}", datum_lang(tot)))
            }
            Self::Gesloten { reden } => f.write_str(reden),
            Self::AnderOrgaan {
                op,
                bevoegd,
                artikel,
            } => {
                let op = datum_lang(*op);
                write!(f, "op {op} beslist {bevoegd} hierover ({artikel})")
            }
            Self::SamenTeVeel {
                maximum,
                delen,
                op,
                artikel,
            } => {
                let (op, delen) = (datum_lang(*op), delen.join(", "));
                write!(
                    f,
                    "te hoog: op {op} is samen ten hoogste {maximum} toegestaan ({artikel}). Meegeteld: {delen}"
                )
            }
            Self::TabelOnvolledig {
                tabel,
                ontbreekt,
                op,
            } => {
                let (op, ontbreekt) = (datum_lang(*op), ontbreekt.join("’ en ‘"));
                write!(
                    f,
                    "de tabel ‘{tabel}’ is op {op} niet volledig: vul ook in ‘{ontbreekt}’"
                )
            }
            Self::TeLaag {
                minimum,
                artikel,
                vanaf,
            } => {
                let vanaf = datum_lang(*vanaf);
                write!(
                    f,
                    "te laag: vanaf {vanaf} is het ten minste {minimum} ({artikel})"
                )
            }
            Self::TeHoog {
                maximum,
                artikel,
                vanaf,
            } => {
                let vanaf = datum_lang(*vanaf);
                write!(
                    f,
                    "te hoog: vanaf {vanaf} is het ten hoogste {maximum} ({artikel})"
                )
            }
            Self::NietMeerDan {
                naam,
                waarde,
                op,
                artikel,
            } => {
                let op = datum_lang(*op);
                write!(
                    f,
                    "dit moet op {op} meer zijn dan ‘{naam}’, dat dan {waarde} is ({artikel})"
                )
            }
            Self::NietMinderDan {
                naam,
                waarde,
                op,
                artikel,
            } => {
                let op = datum_lang(*op);
                write!(
                    f,
                    "dit moet op {op} minder zijn dan ‘{naam}’, dat dan {waarde} is ({artikel})"
                )
            }
        }
    }
}
