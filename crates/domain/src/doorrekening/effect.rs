//! What a set of values gives a group of households, and what another set changes about it.

use primitives::Geld;

use super::Rekenset;
use super::huishouden::{Maatregel, Toeslagtoets, Woonlasten};
use super::rekengroep::Rekengroep;

/// A benefit is paid every month.
pub(super) const MAANDEN: i64 = 12;

/// Why what a set of values gives a household is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Onbekend {
    /// The council did not decide everything that the toeslag asks.
    GeenBesluit,
    /// Nothing is known of a partner without a right.
    Partner,
    /// Lives in with somebody: whether that costs anything is not in the record.
    Woonlasten,
    /// The reduction fits no category of the ordinance, or more than one.
    Maatregel,
}

/// What a change means for each household of a group, per year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Effect {
    pub(super) bijstand: Result<Geld, Onbekend>,
    pub(super) toeslag: Result<Geld, Onbekend>,
}

impl Rekengroep {
    /// The difference between two sets of values. What is not known of a household only matters where the sets
    /// differ about it.
    pub(super) fn effect(&self, nu: &Rekenset, straks: &Rekenset) -> Effect {
        Effect {
            bijstand: self.check_bijstand(nu, straks).map(|()| {
                let verschil = self.bijstand(straks) - self.bijstand(nu);
                verschil.fraction(MAANDEN, 1)
            }),
            toeslag: self.toeslag_effect(nu, straks),
        }
    }

    fn check_bijstand(&self, nu: &Rekenset, straks: &Rekenset) -> Result<(), Onbekend> {
        let kenmerken = &self.kenmerken;
        if kenmerken.woonlasten == Woonlasten::Onbekend
            && nu.woonsituatie() != straks.woonsituatie()
        {
            return Err(Onbekend::Woonlasten);
        }
        if kenmerken.maatregel == Maatregel::Onbekend && !nu.has_maatregelen_of(straks) {
            return Err(Onbekend::Maatregel);
        }
        Ok(())
    }

    /// The bijstand per month, holiday pay included. What is not known is taken as the record has it, the same
    /// for every set.
    pub(super) fn bijstand(&self, set: &Rekenset) -> Geld {
        let norm = match self.kenmerken.woonlasten {
            Woonlasten::Geen => self.norm - self.norm.part(set.woonsituatie()),
            Woonlasten::AndereNorm | Woonlasten::Wel | Woonlasten::Onbekend => self.norm,
        };
        let verlaging = match self.kenmerken.maatregel {
            Maatregel::Geen => Geld::NUL,
            Maatregel::Onbekend => self.vermindering,
            // Without an ordinance there is no reduction.
            Maatregel::Categorie(categorie) => set
                .maatregel(categorie)
                .map_or(Geld::NUL, |percentage| norm.part(percentage)),
        };
        (norm - self.inkomsten - verlaging).not_below_zero()
    }

    fn toeslag_effect(&self, nu: &Rekenset, straks: &Rekenset) -> Result<Geld, Onbekend> {
        match (self.toeslag(nu), self.toeslag(straks)) {
            (Ok(nu), Ok(straks)) => Ok(straks - nu),
            _ if nu.has_toeslag_of(straks, self.kenmerken.leefvorm.into()) => Ok(Geld::NUL),
            (Err(reden), _) | (_, Err(reden)) => Err(reden),
        }
    }

    /// The individuele inkomenstoeslag of a year. Participatiewet arts 8 lid 2, 36.
    ///
    /// Only the months with a benefit are known to be months with a low income: who had one before, may have a
    /// right that this does not see (see [`Rekengroep::is_te_kort`]). A prospect of a higher income is not known;
    /// the toeslag is counted as if everyone with a right asks for it.
    pub(super) fn toeslag(&self, set: &Rekenset) -> Result<Geld, Onbekend> {
        match self.kenmerken.toeslag {
            Toeslagtoets::Leeftijd => return Ok(Geld::NUL),
            Toeslagtoets::PartnerOnbekend => return Err(Onbekend::Partner),
            Toeslagtoets::Mogelijk => {}
        }
        let bedrag = set.iit_bedrag(self.kenmerken.leefvorm.into());
        let (Some(bedrag), Some(nodig), Some(grens)) =
            (bedrag, set.referteperiode(), set.inkomensgrens())
        else {
            return Err(Onbekend::GeenBesluit);
        };
        let is_laag = self.norm - self.vermindering <= self.norm.part(grens);
        Ok(if self.maanden >= nodig && is_laag {
            bedrag
        } else {
            Geld::NUL
        })
    }

    /// Whether only the length of the benefit stands in the way of the toeslag: a low income before it may
    /// count, and is not known.
    pub(super) fn is_te_kort(&self, set: &Rekenset) -> bool {
        self.kenmerken.toeslag == Toeslagtoets::Mogelijk
            && set
                .referteperiode()
                .is_some_and(|nodig| self.maanden < nodig)
    }
}
