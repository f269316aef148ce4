//! What the law lets an organ decide: who, from when, within which bounds.

use std::fmt;

use primitives::{Datum, Moment, Periode, datum_lang};
use rust_decimal::Decimal;

use super::catalogus::{Catalogus, Grensregel, Parameter, Regime};
use super::waarde::decimaal_nl;
use super::{Beleid, Orgaan, Soort, Waarde};

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
        orgaan: Orgaan,
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

/// Judges whether `orgaan` may set `waarde` for `periode`: its power on the first day, and the bounds of every
/// day on which the value binds.
///
/// A bound that changes while the value binds is held against it too, so that nobody records a value that
/// will be unlawful from a known day on. Where the power goes to another organ, or the parameter ends, the
/// value lapses by law and needs no end date.
pub fn check_waarde(
    parameter: &Parameter,
    waarde: &Waarde,
    orgaan: Orgaan,
    periode: Periode,
) -> Result<(), Strijd> {
    let op = periode.van();
    let Some(regime) = parameter.regime_on(op) else {
        let (van, tot) = parameter.bestaat().unwrap_or((op, None));
        return Err(Strijd::BestaatNiet { op, van, tot });
    };
    if regime.orgaan != orgaan {
        let (orgaan, artikel) = (regime.orgaan, regime.artikel.clone());
        return Err(Strijd::AnderOrgaan {
            op,
            orgaan,
            artikel,
        });
    }
    let geraakt = parameter
        .regimes
        .iter()
        .filter(|r| r.orgaan == orgaan && r.periode.overlaps(periode));
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

/// Judges the relations between a parameter and others on every day of `periode`, with `beleid` as it would
/// be after the decision.
pub fn check_samenhang(
    catalogus: &Catalogus,
    parameter: &Parameter,
    beleid: &Beleid,
    periode: Periode,
) -> Result<(), Strijd> {
    let mut dagen = vec![periode.van()];
    let grenzen = || parameter.regimes.iter().flat_map(|r| &r.grenzen);
    for (_, andere) in grenzen().filter_map(|grens| find_andere(catalogus, &grens.regel)) {
        let wissels = beleid.list_wisseldagen(andere, Moment::MAX);
        dagen.extend(wissels.into_iter().filter(|dag| periode.contains(*dag)));
    }
    dagen.sort_unstable();
    dagen
        .into_iter()
        .try_for_each(|dag| check_samenhang_on(catalogus, parameter, beleid, dag))
}

fn check_samenhang_on(
    catalogus: &Catalogus,
    parameter: &Parameter,
    beleid: &Beleid,
    op: Datum,
) -> Result<(), Strijd> {
    let getal = |p: &Parameter| beleid.stand_on(p, op, Moment::MAX).waarde().cloned();
    let (Some(regime), Some(eigen)) = (parameter.regime_on(op), getal(parameter)) else {
        return Ok(());
    };
    for grens in &regime.grenzen {
        let Some((is_meer, andere)) = find_andere(catalogus, &grens.regel) else {
            continue;
        };
        // A relation binds only once both were decided.
        let Some(ander) = getal(andere) else { continue };
        let is_goed = if is_meer {
            eigen.getal() > ander.getal()
        } else {
            eigen.getal() < ander.getal()
        };
        if !is_goed {
            let (naam, waarde) = (andere.naam.clone(), andere.render(&ander));
            let artikel = grens.artikel.clone();
            return Err(if is_meer {
                Strijd::NietMeerDan {
                    naam,
                    waarde,
                    op,
                    artikel,
                }
            } else {
                Strijd::NietMinderDan {
                    naam,
                    waarde,
                    op,
                    artikel,
                }
            });
        }
    }
    Ok(())
}

/// The other parameter of a relation, with whether this one must be more (true) or less (false).
fn find_andere<'a>(catalogus: &'a Catalogus, regel: &Grensregel) -> Option<(bool, &'a Parameter)> {
    match regel {
        Grensregel::MeerDan { sleutel } => Some((true, catalogus.find(sleutel.as_str())?)),
        Grensregel::MinderDan { sleutel } => Some((false, catalogus.find(sleutel.as_str())?)),
        Grensregel::Minimum { .. } | Grensregel::Maximum { .. } => None,
    }
}

impl Strijd {
    /// The first bound of a regime that does not admit the value, if any.
    pub(super) fn find_in_grenzen(
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
            Grensregel::MeerDan { .. } | Grensregel::MinderDan { .. } => None,
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
                orgaan,
                artikel,
            } => {
                write!(
                    f,
                    "op {} beslist {orgaan} hierover ({artikel})",
                    datum_lang(*op)
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
