//! What a municipality itself gives a standard household in a year, at an income around the norm.
//!
//! Four households and six incomes make municipalities comparable. What the law gives everywhere alike is left out;
//! what depends on an application with costs (bijzondere bijstand) cannot be told beforehand.

mod huishouden;
mod vergelijking;

use primitives::{Datum, Geld, Moment, Percentage};

pub use self::huishouden::Standaardhuishouden;
pub use self::vergelijking::{Huishoudreeks, Huishoudvergelijking, compare_huishoudens};
use super::regelingen::Regelingsaanvraag;
use super::{
    IitBeleid, Kader, Leefsituatie, Norm, Normentabel, Reden, Toeslagfeiten, calculate_iit, norm,
};
use crate::beleid::{Beleid, Geldend};

/// Longer than any council demands: a standard household has had its income for ever.
const MAANDEN_LAAG_INKOMEN: u32 = 1200;

/// The incomes at which households are compared, as a percentage of their norm.
pub const INKOMENS: [u32; 6] = [100, 110, 120, 130, 140, 150];

/// A part of what a household gets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Jaardeel {
    /// Which scheme.
    pub naam: &'static str,
    /// How much a year; nothing where the income is too high.
    pub bedrag: Geld,
    /// The decision from which it follows, as people cite it.
    pub besluit: Option<String>,
}

/// What a household gets from its municipality in a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Jaarbeeld {
    /// What was decided about, each scheme once.
    pub delen: Vec<Jaardeel>,
    /// The schemes for which the municipality decided too little to calculate.
    pub niet_vastgesteld: Vec<&'static str>,
}

impl Standaardhuishouden {
    /// What the municipality gives in a year to this household at each of the [`INKOMENS`], by the policy of
    /// `peildatum` as known on `bekend_op`; none on a day of which the norms are not known.
    pub fn calculate_jaarbeelden(
        self,
        beleid: &Beleid,
        peildatum: Datum,
        bekend_op: Moment,
    ) -> Option<[Jaarbeeld; INKOMENS.len()]> {
        let situatie = self.leefsituatie()?;
        let normen = Normentabel::wettelijk().op(peildatum)?;
        let norm = norm::calculate_norm(&situatie, normen).ok()?;
        Some(INKOMENS.map(|procent| {
            Vraag {
                huishouden: self,
                situatie: &situatie,
                norm: &norm,
                inkomen: Percentage::from_whole(procent),
                beleid,
                peildatum,
                bekend_op,
            }
            .calculate()
        }))
    }
}

impl Jaarbeeld {
    /// Everything together; none where nothing was decided.
    pub fn totaal(&self) -> Option<Geld> {
        (!self.delen.is_empty()).then(|| self.delen.iter().map(|deel| deel.bedrag).sum())
    }
}

/// An amount a year with the decision from which it follows.
type Uitkomst = Option<(Geld, Option<String>)>;

struct Vraag<'a> {
    huishouden: Standaardhuishouden,
    situatie: &'a Leefsituatie,
    norm: &'a Norm,
    inkomen: Percentage,
    beleid: &'a Beleid,
    peildatum: Datum,
    bekend_op: Moment,
}

impl Vraag<'_> {
    fn calculate(&self) -> Jaarbeeld {
        let mut beeld = Jaarbeeld {
            delen: Vec::new(),
            niet_vastgesteld: Vec::new(),
        };
        for (naam, deel) in [
            ("individuele inkomenstoeslag", self.inkomenstoeslag()),
            ("meedoenregeling", self.meedoen()),
            ("collectieve zorgverzekering", self.zorgverzekering()),
        ] {
            match deel {
                Some((bedrag, besluit)) => beeld.delen.push(Jaardeel {
                    naam,
                    bedrag,
                    besluit,
                }),
                None => beeld.niet_vastgesteld.push(naam),
            }
        }
        beeld
    }

    /// Participatiewet art. 36, with what the council adds for children.
    fn inkomenstoeslag(&self) -> Uitkomst {
        let beleid = IitBeleid::in_force(self.beleid, self.peildatum, self.bekend_op);
        let besluit = beleid
            .bedrag(self.situatie.leefvorm())
            .ok()?
            .besluit
            .clone();
        let inkomen = self.norm.bedrag.part(self.inkomen);
        let (jong, ouder) = self.huishouden.kinderen();
        let feiten = Toeslagfeiten {
            maanden_laag_inkomen: MAANDEN_LAAG_INKOMEN,
            inkomen,
            inkomen_peildatum: Some(inkomen),
            // How much there is just above the limit no value of the council says, so nothing is counted.
            deel: Some(Percentage::NUL),
            overgang: None,
            kinderen: u32::try_from(jong + ouder).ok(),
            laatste_toekenning: None,
            uitzicht_op_verbetering: false,
        };
        let aanvraag = Regelingsaanvraag {
            peildatum: self.peildatum,
            situatie: self.situatie,
            vermogen: None,
            // A standard household has ordinary housing and left no school: arts 27 and 28 do nothing.
            bijstandsbeleid: Kader::WET.beleid,
        };
        match calculate_iit(&aanvraag, &feiten, &beleid).uitkomst {
            Ok(bedrag) => Some((bedrag, besluit)),
            Err(Reden::GeenRecht(_)) => Some((Geld::NUL, besluit)),
            // Too little was decided to know: that is not the same as nothing.
            Err(Reden::Onbepaald(_)) => None,
        }
    }

    /// Gemeentewet art. 108: an amount for each person by age.
    fn meedoen(&self) -> Uitkomst {
        let grens = self.percentage("meedoen.inkomensgrens")?;
        let (jong, ouder) = self.huishouden.kinderen();
        let volwassene = self.bedrag("meedoen.bedrag.volwassene")?;
        let bedrag = times(volwassene.waarde, self.huishouden.volwassenen())
            + self.kindbedrag("meedoen.bedrag.kind-tot-12", jong)?
            + self.kindbedrag("meedoen.bedrag.kind-vanaf-12", ouder)?;
        Some((self.up_to(&grens, bedrag), volwassene.besluit))
    }

    /// For so many children; who has none need not know the amount.
    fn kindbedrag(&self, sleutel: &str, aantal: i64) -> Option<Geld> {
        match aantal {
            0 => Some(Geld::NUL),
            _ => Some(times(self.bedrag(sleutel)?.waarde, aantal)),
        }
    }

    /// Participatiewet art. 35 lid 3: a share in the premium of each adult, twelve months.
    fn zorgverzekering(&self) -> Uitkomst {
        let grens = self.percentage("zorgverzekering.inkomensgrens")?;
        let bijdrage = self.bedrag("zorgverzekering.bijdrage")?;
        let bedrag = times(bijdrage.waarde, 12 * self.huishouden.volwassenen());
        Some((
            self.up_to(&grens, bedrag),
            bijdrage.besluit.or(grens.besluit),
        ))
    }

    fn up_to(&self, grens: &Geldend<Percentage>, bedrag: Geld) -> Geld {
        if self.inkomen <= grens.waarde {
            bedrag
        } else {
            Geld::NUL
        }
    }

    fn bedrag(&self, sleutel: &str) -> Option<Geldend<Geld>> {
        self.beleid
            .find_bedrag(sleutel, self.peildatum, self.bekend_op)
    }

    fn percentage(&self, sleutel: &str) -> Option<Geldend<Percentage>> {
        self.beleid
            .find_percentage(sleutel, self.peildatum, self.bekend_op)
    }
}

fn times(bedrag: Geld, maal: i64) -> Geld {
    bedrag.fraction(maal, 1)
}

#[cfg(test)]
mod tests;
