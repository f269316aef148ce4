//! How each municipality stands towards a base: the same, other with a reason, decided apart, or not decided yet.

use primitives::{Datum, GemeenteCode, Moment};

use super::{Basisversie, Basiswaarde, Besluitgrondslag, Grondslag};
use crate::beleid::catalogus::{Parameter, catalogus};
use crate::beleid::gelding::Vastgesteld;
use crate::beleid::{Beleid, Stand};

/// A municipality with its policy and the decisions that rest on a base.
#[derive(Clone, Debug)]
pub struct Basisdeelnemer {
    /// Which one.
    pub gemeente: GemeenteCode,
    /// Its name.
    pub naam: String,
    /// What it decided.
    pub beleid: Beleid,
    /// Which of its decisions rest on a base.
    pub grondslagen: Vec<Besluitgrondslag>,
}

/// One value of a base in every municipality.
#[derive(Clone, Debug)]
pub struct Basisregel<'a> {
    /// The parameter.
    pub parameter: &'static Parameter,
    /// The value of the base.
    pub basis: &'a Basiswaarde,
    /// How each stands, in the order of the municipalities.
    pub nalevingen: Vec<Naleving<'a>>,
}

/// How a municipality stands towards one value of a base.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Naleving<'a> {
    /// The same value holds.
    Gelijk(&'a Vastgesteld),
    /// Another value holds, decided on this base.
    Afwijkend {
        /// The value.
        vastgesteld: &'a Vastgesteld,
        /// Why; none where an amendment changed it.
        reden: Option<&'a str>,
    },
    /// The value of an older version of the base holds, decided on that version.
    OudereVersie {
        /// The value.
        vastgesteld: &'a Vastgesteld,
        /// The version.
        versie: u16,
    },
    /// Another value holds, decided apart from this base.
    EigenBesluit(&'a Vastgesteld),
    /// Nothing was decided.
    NietBesloten,
}

/// How the municipalities stand towards each value of a version, on a day as known on a moment. `ouder` are the other
/// versions of the same set.
pub fn compare_basis<'a>(
    basis: &'a Basisversie,
    ouder: &'a [Basisversie],
    deelnemers: &'a [Basisdeelnemer],
    (peildatum, bekend_op): (Datum, Moment),
) -> Vec<Basisregel<'a>> {
    let regel = |waarde: &'a Basiswaarde| {
        let parameter = catalogus().find(waarde.sleutel.as_str())?;
        let naleving = |deelnemer: &'a Basisdeelnemer| {
            let stand = deelnemer.beleid.stand_on(parameter, peildatum, bekend_op);
            Naleving::of(basis, ouder, waarde, &stand, &deelnemer.grondslagen)
        };
        Some(Basisregel {
            parameter,
            basis: waarde,
            nalevingen: deelnemers.iter().map(naleving).collect(),
        })
    };
    basis.tekst.waarden.iter().filter_map(regel).collect()
}

impl<'a> Naleving<'a> {
    fn of(
        basis: &Basisversie,
        ouder: &[Basisversie],
        eigen: &Basiswaarde,
        stand: &Stand<'a>,
        grondslagen: &'a [Besluitgrondslag],
    ) -> Self {
        let vastgesteld = match stand {
            Stand::Besloten(vastgesteld) | Stand::InStrijd(vastgesteld, _) => *vastgesteld,
            Stand::BestaatNiet | Stand::ZonderBesluit(_) => return Self::NietBesloten,
        };
        if vastgesteld.waarde.as_ref() == Some(&eigen.waarde) {
            return Self::Gelijk(vastgesteld);
        }
        let Some(grondslag) = find_grondslag(basis, vastgesteld, grondslagen) else {
            return Self::EigenBesluit(vastgesteld);
        };
        let toen = ouder.iter().find(|o| o.versie == grondslag.versie);
        let toen = toen.and_then(|o| o.tekst.find(&eigen.sleutel));
        let volgt_oudere =
            toen.is_some_and(|toen| Some(&toen.waarde) == vastgesteld.waarde.as_ref());
        if grondslag.versie < basis.versie && volgt_oudere {
            return Self::OudereVersie {
                vastgesteld,
                versie: grondslag.versie,
            };
        }
        Self::Afwijkend {
            vastgesteld,
            reden: grondslag.find_reden(&eigen.sleutel),
        }
    }

    /// The value that holds, if one was decided.
    pub const fn vastgesteld(&self) -> Option<&'a Vastgesteld> {
        match self {
            Self::Gelijk(vastgesteld)
            | Self::EigenBesluit(vastgesteld)
            | Self::Afwijkend { vastgesteld, .. }
            | Self::OudereVersie { vastgesteld, .. } => Some(vastgesteld),
            Self::NietBesloten => None,
        }
    }
}

impl Basisversie {
    /// Whether a decided value is another than the base has for its parameter.
    pub fn differs_from(&self, parameter: &Parameter, stand: &Stand<'_>) -> bool {
        let besloten = stand.vastgesteld().and_then(|v| v.waarde.as_ref());
        let eigen = self.tekst.find(&parameter.sleutel);
        eigen
            .zip(besloten)
            .is_some_and(|(eigen, besloten)| eigen.waarde != *besloten)
    }
}

impl Basisdeelnemer {
    /// The last version of a set on which a published decision of this municipality rests.
    pub fn last_versie(&self, basis: &Basisversie, bekend_op: Moment) -> Option<u16> {
        let is_bekend = |g: &&Besluitgrondslag| {
            let mut waarden = self.beleid.waarden().iter();
            waarden.any(|v| v.besluit.id == g.besluit && v.bekend_op <= bekend_op)
        };
        let eigen = self.grondslagen.iter();
        let eigen = eigen.filter(|g| g.grondslag.basisset == basis.basisset);
        eigen.filter(is_bekend).map(|g| g.grondslag.versie).max()
    }
}

fn find_grondslag<'a>(
    basis: &Basisversie,
    vastgesteld: &Vastgesteld,
    grondslagen: &'a [Besluitgrondslag],
) -> Option<&'a Grondslag> {
    let eigen = grondslagen
        .iter()
        .find(|g| g.besluit == vastgesteld.besluit.id && g.grondslag.basisset == basis.basisset);
    eigen.map(|g| &g.grondslag)
}
