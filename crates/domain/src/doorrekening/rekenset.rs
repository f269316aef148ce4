//! The values to calculate with, typed.

use primitives::{Datum, Geld, Moment, Percentage};

use super::{Rekenparameter, Wijziging};
use crate::beleid::{Beleid, Waarde, catalogus};
use crate::recht::Leefvorm;

/// The values of council and college that the calculation uses, as far as there are any.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rekenset {
    alleenstaande: Option<Geld>,
    alleenstaande_ouder: Option<Geld>,
    gehuwden: Option<Geld>,
    referteperiode: Option<u16>,
    inkomensgrens: Option<Percentage>,
    woonsituatie: Option<Percentage>,
    maatregelen: [Option<Percentage>; 3],
}

impl Rekenset {
    /// What holds on a day, as known on a moment.
    pub fn in_force(beleid: &Beleid, dag: Datum, bekend_op: Moment) -> Self {
        let mut set = Self::default();
        for parameter in Rekenparameter::ALL {
            let geldend = beleid.find_geldend(catalogus(), parameter.sleutel(), dag, bekend_op);
            if let Some(geldend) = geldend {
                set.put(parameter, &geldend.waarde);
            }
        }
        set
    }

    /// The same with other values in the place of some.
    #[must_use]
    pub fn with<'a>(mut self, wijzigingen: impl IntoIterator<Item = &'a Wijziging>) -> Self {
        for wijziging in wijzigingen {
            self.put(wijziging.parameter, &wijziging.waarde);
        }
        self
    }

    /// The value of a parameter; none when nothing was decided.
    pub fn waarde(&self, parameter: Rekenparameter) -> Option<Waarde> {
        use Rekenparameter as P;
        match parameter {
            P::IitAlleenstaande => self.alleenstaande.map(Waarde::Bedrag),
            P::IitAlleenstaandeOuder => self.alleenstaande_ouder.map(Waarde::Bedrag),
            P::IitGehuwden => self.gehuwden.map(Waarde::Bedrag),
            P::IitReferteperiode => self.referteperiode.map(Waarde::Maanden),
            P::IitInkomensgrens => self.inkomensgrens.map(Waarde::Percentage),
            P::VerlagingWoonsituatie => self.woonsituatie.map(Waarde::Percentage),
            P::MaatregelEen | P::MaatregelTwee | P::MaatregelDrie => {
                Categorie::of(parameter).and_then(|c| self.maatregel(c).map(Waarde::Percentage))
            }
        }
    }

    /// Puts a value; one of another kind than the parameter takes is none.
    fn put(&mut self, parameter: Rekenparameter, waarde: &Waarde) {
        use Rekenparameter as P;
        let bedrag = match waarde {
            Waarde::Bedrag(bedrag) => Some(*bedrag),
            _ => None,
        };
        let percentage = match waarde {
            Waarde::Percentage(percentage) => Some(*percentage),
            _ => None,
        };
        match parameter {
            P::IitAlleenstaande => self.alleenstaande = bedrag,
            P::IitAlleenstaandeOuder => self.alleenstaande_ouder = bedrag,
            P::IitGehuwden => self.gehuwden = bedrag,
            P::IitReferteperiode => {
                self.referteperiode = match waarde {
                    Waarde::Maanden(maanden) => Some(*maanden),
                    _ => None,
                };
            }
            P::IitInkomensgrens => self.inkomensgrens = percentage,
            P::VerlagingWoonsituatie => self.woonsituatie = percentage,
            P::MaatregelEen => self.put_maatregel(Categorie::Een, percentage),
            P::MaatregelTwee => self.put_maatregel(Categorie::Twee, percentage),
            P::MaatregelDrie => self.put_maatregel(Categorie::Drie, percentage),
        }
    }

    fn put_maatregel(&mut self, categorie: Categorie, percentage: Option<Percentage>) {
        if let Some(plek) = self.maatregelen.get_mut(categorie as usize) {
            *plek = percentage;
        }
    }

    /// The yearly amount of the toeslag for a form of living.
    pub(super) const fn iit_bedrag(&self, leefvorm: Leefvorm) -> Option<Geld> {
        match leefvorm {
            Leefvorm::Alleenstaande => self.alleenstaande,
            Leefvorm::AlleenstaandeOuder => self.alleenstaande_ouder,
            Leefvorm::Gehuwden => self.gehuwden,
        }
    }

    pub(super) const fn referteperiode(&self) -> Option<u16> {
        self.referteperiode
    }

    pub(super) const fn inkomensgrens(&self) -> Option<Percentage> {
        self.inkomensgrens
    }

    /// Without a decision the norm is not lowered.
    pub(super) fn woonsituatie(&self) -> Percentage {
        self.woonsituatie.unwrap_or(Percentage::NUL)
    }

    /// The percentage of a category; none without an ordinance, and then there is no reduction.
    pub(super) fn maatregel(&self, categorie: Categorie) -> Option<Percentage> {
        self.maatregelen.get(categorie as usize).copied().flatten()
    }

    /// Whether the toeslag of a form of living follows the same rules as in another set.
    pub(super) fn has_toeslag_of(&self, ander: &Self, leefvorm: Leefvorm) -> bool {
        self.iit_bedrag(leefvorm) == ander.iit_bedrag(leefvorm)
            && self.referteperiode == ander.referteperiode
            && self.inkomensgrens == ander.inkomensgrens
    }

    /// Whether the reductions are the same as in another set.
    pub(super) fn has_maatregelen_of(&self, ander: &Self) -> bool {
        self.maatregelen == ander.maatregelen
    }
}

/// A category of conduct of the council's ordinance. Participatiewet art. 8 lid 1 onder a, art. 18 lid 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Categorie {
    /// The lightest.
    Een,
    /// The middle one.
    Twee,
    /// The heaviest.
    Drie,
}

impl Categorie {
    /// Every category.
    pub const ALL: [Self; 3] = [Self::Een, Self::Twee, Self::Drie];

    const fn of(parameter: Rekenparameter) -> Option<Self> {
        match parameter {
            Rekenparameter::MaatregelEen => Some(Self::Een),
            Rekenparameter::MaatregelTwee => Some(Self::Twee),
            Rekenparameter::MaatregelDrie => Some(Self::Drie),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_parameter_takes_a_value_of_its_kind_and_gives_it_back() {
        for parameter in Rekenparameter::ALL {
            let soort = parameter.parameter(catalogus()).unwrap().soort;
            let waarde = Waarde::parse(soort, "2").unwrap();
            let wijziging = Wijziging {
                parameter,
                waarde: waarde.clone(),
            };
            let set = Rekenset::default().with([&wijziging]);
            assert_eq!(set.waarde(parameter), Some(waarde), "{parameter:?}");
            let andere = Rekenparameter::ALL.into_iter().filter(|p| *p != parameter);
            assert!(andere.into_iter().all(|p| set.waarde(p).is_none()));
        }
    }
}
