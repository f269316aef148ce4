//! Where the values of council and college come from.

use std::collections::BTreeMap;

use primitives::{Datum, Geld, Moment, Percentage};

use super::MaandOnbepaald;
use crate::beleid::{Beleid, Geldend, Waarde, catalogus};
use crate::recht::{Bijstandsbeleid, Onbepaald};

/// The values of a municipality, by key of the catalogue and day.
#[derive(Clone, Debug)]
pub enum Beleidsbron {
    /// Given with the question, for every day; where a key is not given, the law's own default holds.
    Gegeven(BTreeMap<String, Waarde>),
    /// In force, as known on a moment.
    Geldend(Box<Beleid>, Moment),
}

impl Beleidsbron {
    /// The value on a day with its decision; none where nothing was decided and the law has no default.
    fn find(&self, sleutel: &str, dag: Datum) -> Option<Geldend<Waarde>> {
        match self {
            Self::Gegeven(waarden) => {
                let gegeven = waarden.get(sleutel).cloned();
                let regime = || catalogus().find(sleutel)?.regime_on(dag);
                gegeven
                    .or_else(|| regime()?.zonder_besluit.waarde.clone())
                    .map(Geldend::given)
            }
            Self::Geldend(beleid, bekend_op) => {
                beleid.find_geldend(catalogus(), sleutel, dag, *bekend_op)
            }
        }
    }

    /// The college's values for the norm.
    pub(super) fn bijstandsbeleid(&self, dag: Datum) -> Bijstandsbeleid {
        Bijstandsbeleid {
            woonsituatie: self.percentage("norm.verlaging.woonsituatie", dag),
            nachtopvang: self.percentage("norm.verlaging.nachtopvang", dag),
            schoolverlater: self.percentage("norm.verlaging.schoolverlater", dag),
            schoolverlater_duur: self.maanden("norm.verlaging.schoolverlater.duur", dag),
            giften_grens: None,
        }
    }

    /// Whether the municipality decided yes; the municipality that decided nothing did not.
    pub(super) fn is_ja(&self, sleutel: &str, dag: Datum) -> Option<Geldend<bool>> {
        let geldend = self.find(sleutel, dag)?;
        matches!(geldend.waarde, Waarde::JaNee(true)).then_some(Geldend {
            waarde: true,
            besluit: geldend.besluit,
        })
    }

    /// Whether something holds for a key on a day, whatever its kind.
    pub(super) fn has(&self, sleutel: &str, dag: Datum) -> bool {
        self.find(sleutel, dag).is_some()
    }

    pub(super) fn bedrag(&self, sleutel: &str, dag: Datum) -> Option<Geldend<Geld>> {
        let geldend = self.find(sleutel, dag)?;
        let Waarde::Bedrag(waarde) = geldend.waarde else {
            return None;
        };
        let besluit = geldend.besluit;
        Some(Geldend { waarde, besluit })
    }

    pub(super) fn maanden(&self, sleutel: &str, dag: Datum) -> Option<Geldend<u32>> {
        let geldend = self.find(sleutel, dag)?;
        let Waarde::Maanden(waarde) = geldend.waarde else {
            return None;
        };
        let (waarde, besluit) = (waarde.into(), geldend.besluit);
        Some(Geldend { waarde, besluit })
    }

    pub(super) fn percentage(&self, sleutel: &str, dag: Datum) -> Option<Geldend<Percentage>> {
        let geldend = self.find(sleutel, dag)?;
        let Waarde::Percentage(waarde) = geldend.waarde else {
            return None;
        };
        let besluit = geldend.besluit;
        Some(Geldend { waarde, besluit })
    }
}

/// A value without which a rule cannot be carried out.
pub(super) fn required<T>(
    waarde: Option<Geldend<T>>,
    sleutel: &'static str,
) -> Result<Geldend<T>, MaandOnbepaald> {
    waarde.ok_or_else(|| Onbepaald::BeleidOntbreekt(sleutel).into())
}
