//! The schemes beside algemene bijstand, each with the values of council and college.
//!
//! Each scheme is a pure function of the household, its own facts and its own policy type, which is read from
//! [`Waarden`]. What a person judges (is this cost necessary, did somebody take part enough) is a recorded fact and
//! is never decided here. Where the law leaves a value to the municipality and nothing was decided, the outcome is
//! undetermined, unless the catalogue says what holds then.

mod beschut;
mod bijzonder;
mod bijzonderbeleid;
mod draagkracht;
mod error;
mod loonkosten;
mod minima;
mod premie;
mod studietoeslag;
mod waarden;

use primitives::{Datum, Geld};

pub use beschut::{Beschutbeleid, Beschutberekening, Beschutfeiten};
pub use bijzonder::{
    Bijzonderberekening, Bijzonderfeiten, Kostenoordeel, Kostenpost, Kostentelling, Leengrond, Vorm,
};
pub use bijzonderbeleid::Bijzonderbeleid;
pub use draagkracht::{Draagkracht, Draagkrachttrede};
pub(in crate::recht) use error::inkomensgrens_grondslag;
pub use error::{Leemte, Weigering};
pub use loonkosten::{Loonkostenberekening, Loonkostenfeiten};
pub(in crate::recht) use minima::calculate as calculate_minima;
pub use minima::{Deelname, Deelnemers, Minimabeleid, Minimaberekening, Minimafeiten, Minimasoort};
pub use premie::{Premiebeleid, Premieberekening, Premiefeiten, Premiesoort};
pub use studietoeslag::{Studiebeleid, Studieberekening, Studiefeiten};
pub use waarden::Waarden;

use super::maanden::{MaandOnbepaald, Reeksregel};
use super::normverlaging::calculate_bijstandsnorm;
use super::{
    Bijstandsbeleid, Leefsituatie, Norm, Normen, Normentabel, Onbepaald, Partner, Reden, Vermogen,
};
use crate::beleid::{Gebruik, Geldend};

/// Who asks for a scheme, and when.
#[derive(Clone, Copy, Debug)]
pub struct Regelingsaanvraag<'a> {
    /// The day of the application, or any day of the month it is about.
    pub peildatum: Datum,
    /// The household.
    pub situatie: &'a Leefsituatie,
    /// What it owns and owes; who tells nothing counts as having nothing (contract 2.1).
    pub vermogen: Option<Vermogen>,
    /// The college's values for the norm. Participatiewet arts 27 and 28.
    pub bijstandsbeleid: &'a Bijstandsbeleid,
}

/// The facts of one scheme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Regelingsfeiten {
    /// Participatiewet art. 35 lid 1.
    BijzondereBijstand(Bijzonderfeiten),
    /// Schemes of the municipality, and the collective insurance of art. 35 lid 3.
    Minimaregeling(Minimafeiten),
    /// Participatiewet art. 36b.
    Studietoeslag(Studiefeiten),
    /// Participatiewet art. 10d.
    Loonkostensubsidie(Loonkostenfeiten),
    /// Participatiewet art. 10b.
    BeschutWerk(Beschutfeiten),
    /// Participatiewet arts 10a lid 6 and 31 lid 2 onder j.
    Premie(Premiefeiten),
}

/// The calculation of one scheme with everything it went through, as far as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Regelingsberekening {
    /// With the policy it was calculated by.
    BijzondereBijstand(Box<(Bijzonderbeleid, Bijzonderberekening)>),
    /// With the policy it was calculated by.
    Minimaregeling(Box<(Minimabeleid, Minimaberekening)>),
    /// With the policy it was calculated by.
    Studietoeslag(Box<(Studiebeleid, Studieberekening)>),
    /// The municipality has no say in it.
    Loonkostensubsidie(Loonkostenberekening),
    /// With the policy it was calculated by.
    BeschutWerk(Box<(Beschutbeleid, Beschutberekening)>),
    /// With the policy it was calculated by.
    Premie(Box<(Premiebeleid, Premieberekening)>),
}

impl Regelingsaanvraag<'_> {
    /// The bijstandsnorm of the household, which limits are a part of. Participatiewet art. 5 onder c.
    pub(super) fn bijstandsnorm(&self, normen: &Normen) -> Result<Norm, Onbepaald> {
        calculate_bijstandsnorm(self.situatie, self.peildatum, normen, self.bijstandsbeleid)
    }
}

impl Regelingsfeiten {
    /// What the catalogue says its values are used for.
    pub const fn gebruik(&self) -> Gebruik {
        match self {
            Self::BijzondereBijstand(_) => Gebruik::BijzondereBijstand,
            Self::Minimaregeling(_) => Gebruik::Minimaregeling,
            Self::Studietoeslag(_) => Gebruik::Studietoeslag,
            Self::Loonkostensubsidie(_) => Gebruik::Loonkostensubsidie,
            Self::BeschutWerk(_) => Gebruik::BeschutWerk,
            Self::Premie(_) => Gebruik::Premie,
        }
    }

    /// Calculates the scheme.
    pub fn calculate(
        &self,
        aanvraag: &Regelingsaanvraag<'_>,
        waarden: &Waarden,
    ) -> Regelingsberekening {
        match self {
            Self::BijzondereBijstand(feiten) => {
                let beleid = Bijzonderbeleid::read(waarden);
                let berekening = bijzonder::calculate(aanvraag, feiten, &beleid);
                Regelingsberekening::BijzondereBijstand(Box::new((beleid, berekening)))
            }
            Self::Minimaregeling(feiten) => {
                let beleid = Minimabeleid::read(waarden, feiten.soort);
                let berekening = minima::calculate(aanvraag, feiten, &beleid);
                Regelingsberekening::Minimaregeling(Box::new((beleid, berekening)))
            }
            Self::Studietoeslag(feiten) => {
                let beleid = Studiebeleid::read(waarden, aanvraag.situatie.aanvrager());
                let berekening = studietoeslag::calculate(aanvraag, feiten, &beleid);
                Regelingsberekening::Studietoeslag(Box::new((beleid, berekening)))
            }
            Self::Loonkostensubsidie(feiten) => Regelingsberekening::Loonkostensubsidie(
                loonkosten::calculate(aanvraag.peildatum, feiten, waarden),
            ),
            Self::BeschutWerk(feiten) => {
                let beleid = Beschutbeleid::read(waarden);
                let berekening = beschut::calculate(feiten, &beleid);
                Regelingsberekening::BeschutWerk(Box::new((beleid, berekening)))
            }
            Self::Premie(feiten) => {
                let beleid = Premiebeleid::read(waarden, feiten.soort);
                let berekening = premie::calculate(aanvraag, feiten, &beleid);
                Regelingsberekening::Premie(Box::new((beleid, berekening)))
            }
        }
    }
}

impl Regelingsberekening {
    /// The amount; none where the right is no amount (beschut werk). Else why there is none.
    pub fn uitkomst(&self) -> Result<Option<Geld>, &Reden> {
        match self {
            Self::BijzondereBijstand(met) => met.1.uitkomst.as_ref().map(|bedrag| Some(*bedrag)),
            Self::Minimaregeling(met) => met.1.uitkomst.as_ref().map(|bedrag| Some(*bedrag)),
            Self::Studietoeslag(met) => met.1.uitkomst.as_ref().map(|bedrag| Some(*bedrag)),
            Self::Loonkostensubsidie(met) => met.uitkomst.as_ref().map(|bedrag| Some(*bedrag)),
            Self::BeschutWerk(met) => met.1.uitkomst.as_ref().map(|()| None),
            Self::Premie(met) => met.1.uitkomst.as_ref().map(|bedrag| Some(*bedrag)),
        }
    }
}

/// A value that the law leaves to the municipality.
pub(super) fn required<'a, T>(
    waarde: Option<&'a Geldend<T>>,
    sleutel: &'static str,
) -> Result<&'a Geldend<T>, Onbepaald> {
    waarde.ok_or(Onbepaald::BeleidOntbreekt(sleutel))
}

/// A fact that only some cases need, by its path in a question.
fn fact<T: Copy>(feit: Option<T>, pad: &str) -> Result<T, Onbepaald> {
    feit.ok_or_else(|| Onbepaald::FeitenOntbreken(vec![pad.to_owned()]))
}

/// The amounts of the law on a day.
fn normen_op(peildatum: Datum) -> Result<&'static Normen, Onbepaald> {
    Normentabel::wettelijk()
        .op(peildatum)
        .ok_or(Onbepaald::GeenNormen(peildatum))
}

/// A value of the law that holds from a day on, not per half year.
fn of_the_law<T>(
    waarde: Result<T, MaandOnbepaald>,
    regel: Reeksregel,
    dag: Datum,
) -> Result<T, Leemte> {
    waarde.map_err(|_| Leemte::WetswaardeOntbreekt {
        grondslag: regel.grondslag(),
        dag,
    })
}

/// The rules of a municipality speak of the norm of a household; with a partner without a right the law gives half of one.
fn check_partner(situatie: &Leefsituatie) -> Result<(), Leemte> {
    match situatie.partner() {
        Some(Partner {
            heeft_recht: false, ..
        }) => Err(Leemte::PartnerZonderRecht),
        _ => Ok(()),
    }
}
