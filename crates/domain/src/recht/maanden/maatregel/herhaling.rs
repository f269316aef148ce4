//! Repetition: what an earlier maatregel does to a later one. Participatiewet art. 18 lid 2 and lid 5 to 8.

use jiff::Span;
use primitives::{Datum, Percentage};
use rust_decimal::Decimal;

use super::super::beleid::Beleidsbron;
use super::super::{MaandOnbepaald, Reeksregel};
use super::{Maatregel, Maatregelsoort};
use crate::beleid::Geldend;
use crate::recht::Onbepaald;

const TERMIJN: &str = "maatregel.herhaling.termijn";
const DUUR: &str = "maatregel.herhaling.duur";
const VERHOGING: &str = "maatregel.herhaling.verhoging";
/// The rule of an ordinance in words, which is not calculated.
const IN_WOORDEN: &str = "maatregel.herhaling";

/// The paragraph of art. 18 that is applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lid {
    Twee,
    Vijf,
    Zes,
    Zeven,
    Acht,
}

/// The maatregelen that were imposed so far, in the order of their decisions.
#[derive(Debug, Default)]
pub(super) struct Verleden {
    uniform: Vec<(Datum, Lid)>,
    categorie: Vec<Datum>,
}

impl Verleden {
    /// Adds one; who is not to blame has no maatregel, so nothing follows on it.
    pub(super) fn add(&mut self, maatregel: &Maatregel, lid: Option<&Lid>) {
        if !maatregel.is_verwijtbaar {
            return;
        }
        match lid {
            Some(Lid::Twee) if maatregel.soort.is_categorie() => {
                self.categorie.push(maatregel.opgelegd_op);
            }
            Some(Lid::Twee) | None => {}
            Some(lid) => self.uniform.push((maatregel.opgelegd_op, *lid)),
        }
    }

    /// Which paragraph holds; for an obligation of lid 4 it follows on the last one that was applied before the conduct.
    /// Lid 5 to 8.
    ///
    /// "Binnen twaalf maanden nadat ... toepassing heeft gevonden" runs from the day of the decision, the same day of
    /// the month twelve months later included.
    pub(super) fn find_lid(&self, maatregel: &Maatregel) -> Result<Lid, MaandOnbepaald> {
        if maatregel.soort != Maatregelsoort::Arbeid {
            return Ok(Lid::Twee);
        }
        let maanden = Reeksregel::HerhalingMaanden.aantal(maatregel.gedrag_op)?;
        let is_before = |(op, _): &&(Datum, Lid)| *op < maatregel.gedrag_op;
        let Some((op, lid)) = self.uniform.iter().rev().find(is_before) else {
            return Ok(Lid::Vijf);
        };
        if maatregel.gedrag_op > plus_maanden(*op, maanden) {
            return Ok(Lid::Vijf);
        }
        Ok(match lid {
            Lid::Vijf => Lid::Zes,
            Lid::Zes => Lid::Zeven,
            Lid::Twee | Lid::Zeven | Lid::Acht => Lid::Acht,
        })
    }

    /// Whether it repeats an obligation of a category within the term of the ordinance; the days are counted as in lid 6.
    /// Of which category the earlier one was makes no difference.
    pub(super) fn find_herhaling(
        &self,
        maatregel: &Maatregel,
        bron: &Beleidsbron,
    ) -> Result<bool, MaandOnbepaald> {
        let eerdere = self.categorie.iter().rev();
        let laatste = eerdere.copied().find(|op| *op < maatregel.gedrag_op);
        let Some(laatste) = laatste.filter(|_| maatregel.soort.is_categorie()) else {
            return Ok(false);
        };
        match bron.maanden(TERMIJN, maatregel.opgelegd_op) {
            Some(termijn) => Ok(maatregel.gedrag_op <= plus_maanden(laatste, termijn.waarde)),
            None if bron.has(IN_WOORDEN, maatregel.opgelegd_op) => {
                Err(Onbepaald::BeleidOntbreekt(TERMIJN).into())
            }
            None => Ok(false),
        }
    }
}

/// What a repetition does by the ordinance: another duration, more of the norm, or both.
#[derive(Debug, Default)]
pub(super) struct Herhalingsregel {
    /// The months in the place of those of the category.
    pub(super) duur: Option<Geldend<u32>>,
    verhoging: Option<Geldend<Percentage>>,
}

impl Herhalingsregel {
    /// The rule on a day. A term without what follows on it is not a rule that can be carried out.
    pub(super) fn on(bron: &Beleidsbron, dag: Datum) -> Result<Self, MaandOnbepaald> {
        let regel = Self {
            duur: bron.maanden(DUUR, dag),
            verhoging: bron.percentage(VERHOGING, dag),
        };
        if regel.duur.is_none() && regel.verhoging.is_none() {
            return Err(Onbepaald::BeleidOntbreekt(DUUR).into());
        }
        Ok(regel)
    }

    /// The percentage with the raise, at most all of the norm.
    pub(super) fn raise(&self, basis: Geldend<Percentage>) -> Geldend<Percentage> {
        let Some(verhoging) = &self.verhoging else {
            return basis;
        };
        let som = basis.waarde.decimal() + verhoging.waarde.decimal();
        Geldend {
            waarde: Percentage::try_new(som.min(Decimal::ONE_HUNDRED))
                .unwrap_or(Percentage::HONDERD),
            besluit: verhoging.besluit.clone().or(basis.besluit),
        }
    }
}

fn plus_maanden(dag: Datum, maanden: u32) -> Datum {
    dag.saturating_add(Span::new().months(i64::from(maanden)))
}

impl Lid {
    pub(super) const fn grondslag(self) -> &'static str {
        match self {
            Self::Twee => "Participatiewet art. 18 lid 2",
            Self::Vijf => "Participatiewet art. 18 lid 5",
            Self::Zes => "Participatiewet art. 18 lid 6",
            Self::Zeven => "Participatiewet art. 18 lid 7",
            Self::Acht => "Participatiewet art. 18 lid 8",
        }
    }
}
