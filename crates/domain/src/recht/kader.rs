//! What a calculation is measured by: the law as it was known on a day, and the values of the college.

use std::borrow::Cow;

use primitives::{Datum, Geld, Moment, Percentage};

use super::{Normen, Normentabel};
use crate::beleid::{Beleid, Geldend};

/// The law and the policy of a calculation.
#[derive(Clone, Copy, Debug)]
pub struct Kader<'a> {
    /// The amounts of the law as they were known on this day; none for the latest.
    pub bekend_op: Option<Datum>,
    /// The values of the college.
    pub beleid: &'a Bijstandsbeleid,
}

/// The college's values for the norm and for gifts, as far as they are known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bijstandsbeleid {
    /// `norm.verlaging.woonsituatie`.
    pub woonsituatie: Option<Geldend<Percentage>>,
    /// `norm.verlaging.nachtopvang`.
    pub nachtopvang: Option<Geldend<Percentage>>,
    /// `norm.verlaging.schoolverlater`.
    pub schoolverlater: Option<Geldend<Percentage>>,
    /// `norm.verlaging.schoolverlater.duur`, in months.
    pub schoolverlater_duur: Option<Geldend<u32>>,
    /// `giften.grens`, per calendar year.
    pub giften_grens: Option<Geldend<Geld>>,
}

static GEEN_BELEID: Bijstandsbeleid = Bijstandsbeleid {
    woonsituatie: None,
    nachtopvang: None,
    schoolverlater: None,
    schoolverlater_duur: None,
    giften_grens: None,
};

impl Kader<'_> {
    /// The law as it is known now, without policy.
    pub const WET: Kader<'static> = Kader {
        bekend_op: None,
        beleid: &GEEN_BELEID,
    };

    /// What holds on a day; none outside the years that are known.
    pub(super) fn normen(&self, peildatum: Datum) -> Option<Cow<'static, Normen>> {
        let tabel = Normentabel::wettelijk();
        match self.bekend_op {
            None => tabel.op(peildatum).map(Cow::Borrowed),
            Some(bekend_op) => tabel.as_known(peildatum, bekend_op),
        }
    }
}

impl Bijstandsbeleid {
    /// The values in force on a day, as known on a moment.
    pub fn in_force(beleid: &Beleid, peildatum: Datum, bekend_op: Moment) -> Self {
        let percentage = |sleutel| beleid.find_percentage(sleutel, peildatum, bekend_op);
        Self {
            woonsituatie: percentage("norm.verlaging.woonsituatie"),
            nachtopvang: percentage("norm.verlaging.nachtopvang"),
            schoolverlater: percentage("norm.verlaging.schoolverlater"),
            schoolverlater_duur: beleid.find_maanden(
                "norm.verlaging.schoolverlater.duur",
                peildatum,
                bekend_op,
            ),
            giften_grens: beleid.find_bedrag("giften.grens", peildatum, bekend_op),
        }
    }
}
