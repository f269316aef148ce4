//! The individuele inkomenstoeslag: a yearly amount by the council's rules. Participatiewet arts 8 lid 1
//! onder b, 8 lid 2, 36.

use jiff::Span;
use primitives::{Datum, Geld, Moment, Percentage};

use crate::beleid::{Beleid, Geldend};

use super::{
    GeenRecht, Leefsituatie, Leeftijd, Leefvorm, Norm, Normen, Normentabel, Normtermijn, Onbepaald,
    Partner, Reden, Vermogen, Vermogenstoets, norm, vermogen,
};

/// The council's values, as far as it decided them. The law has no default: without a value the toeslag
/// cannot be determined.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IitBeleid {
    /// `iit.bedrag.alleenstaande`: per year.
    pub bedrag_alleenstaande: Option<Geldend<Geld>>,
    /// `iit.bedrag.alleenstaande-ouder`: per year.
    pub bedrag_alleenstaande_ouder: Option<Geldend<Geld>>,
    /// `iit.bedrag.gehuwden`: per year, together.
    pub bedrag_gehuwden: Option<Geldend<Geld>>,
    /// `iit.referteperiode`: how many months an income must have been low.
    pub referteperiode: Option<Geldend<u32>>,
    /// `iit.inkomensgrens`: up to which percentage of the norm an income is low.
    pub inkomensgrens: Option<Geldend<Percentage>>,
}

/// What decides about the toeslag besides the household.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Toeslagfeiten {
    /// How many months the income has been low.
    pub maanden_laag_inkomen: u32,
    /// The income per month, of both spouses together.
    pub inkomen: Geld,
    /// The day of the last decision that granted it.
    pub laatste_toekenning: Option<Datum>,
    /// Whether the college expects a higher income.
    pub uitzicht_op_verbetering: bool,
}

/// A calculation with everything it went through, as far as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Iitberekening {
    /// The norm, which the income limit is a percentage of.
    pub norm: Option<Norm>,
    /// The means test.
    pub vermogen: Option<Vermogenstoets>,
    /// The income limit in euros.
    pub inkomensgrens: Option<Geld>,
    /// The amount per year, why there is none, or why that cannot be determined.
    pub uitkomst: Result<Geld, Reden>,
}

/// Calculates the toeslag on an application of `peildatum`. Participatiewet art. 36.
pub fn calculate_iit(
    peildatum: Datum,
    situatie: &Leefsituatie,
    eigen_vermogen: Option<Vermogen>,
    feiten: &Toeslagfeiten,
    beleid: &IitBeleid,
) -> Iitberekening {
    let mut berekening = Iitberekening {
        norm: None,
        vermogen: None,
        inkomensgrens: None,
        uitkomst: Err(Onbepaald::GeenNormen(peildatum).into()),
    };
    if let Some(normen) = Normentabel::wettelijk().op(peildatum) {
        let aanvraag = Aanvraag {
            peildatum,
            situatie,
            eigen_vermogen,
            feiten,
            beleid,
            normen,
        };
        berekening.uitkomst = aanvraag.calculate(&mut berekening);
    }
    berekening
}

struct Aanvraag<'a> {
    peildatum: Datum,
    situatie: &'a Leefsituatie,
    eigen_vermogen: Option<Vermogen>,
    feiten: &'a Toeslagfeiten,
    beleid: &'a IitBeleid,
    normen: &'a Normen,
}

impl Aanvraag<'_> {
    fn calculate(&self, berekening: &mut Iitberekening) -> Result<Geld, Reden> {
        if !is_in_leeftijd(self.situatie.aanvrager()) {
            return Err(GeenRecht::ToeslagLeeftijd.into());
        }
        check_partner(self.situatie)?;
        let norm = norm::calculate_norm(self.situatie, self.normen)?;
        berekening.norm = Some(norm);
        let vermogen =
            vermogen::calculate_vermogen(self.eigen_vermogen, self.situatie, self.normen)?;
        berekening.vermogen = Some(vermogen);
        vermogen.check()?;
        self.check_langdurig_laag(&norm, berekening)?;
        if self.feiten.uitzicht_op_verbetering {
            return Err(GeenRecht::UitzichtOpVerbetering.into());
        }
        self.check_eerder_toegekend()?;
        Ok(self.beleid.bedrag(self.situatie.leefvorm())?.waarde)
    }

    /// A low income for long, as the council's ordinance defines both. Participatiewet art. 8 lid 2.
    fn check_langdurig_laag(
        &self,
        norm: &Norm,
        berekening: &mut Iitberekening,
    ) -> Result<(), Reden> {
        let nodig = required(self.beleid.referteperiode.as_ref(), "iit.referteperiode")?.waarde;
        let percentage = required(self.beleid.inkomensgrens.as_ref(), "iit.inkomensgrens")?.waarde;
        let grens = norm.bedrag.part(percentage);
        berekening.inkomensgrens = Some(grens);
        let maanden = self.feiten.maanden_laag_inkomen;
        if maanden < nodig {
            return Err(GeenRecht::NietLangdurig { maanden, nodig }.into());
        }
        let inkomen = self.feiten.inkomen;
        if inkomen > grens {
            return Err(GeenRecht::NietLaag { inkomen, grens }.into());
        }
        Ok(())
    }

    /// Once in twelve months. Participatiewet art. 36 lid 3: the period is the twelve months up to the day
    /// before the application, so a decision on the same day of the month a year earlier still stands in the way.
    fn check_eerder_toegekend(&self) -> Result<(), Reden> {
        let termijn = self.normen.termijn(Normtermijn::Inkomenstoeslag)?;
        let begin = self
            .peildatum
            .saturating_sub(Span::new().months(i64::from(termijn)));
        match self.feiten.laatste_toekenning {
            Some(op) if op >= begin => Err(GeenRecht::EerderToegekend { op }.into()),
            _ => Ok(()),
        }
    }
}

impl IitBeleid {
    /// The values in force on a day, as known on a moment.
    pub fn in_force(beleid: &Beleid, peildatum: Datum, bekend_op: Moment) -> Self {
        let bedrag = |sleutel| beleid.find_bedrag(sleutel, peildatum, bekend_op);
        Self {
            bedrag_alleenstaande: bedrag("iit.bedrag.alleenstaande"),
            bedrag_alleenstaande_ouder: bedrag("iit.bedrag.alleenstaande-ouder"),
            bedrag_gehuwden: bedrag("iit.bedrag.gehuwden"),
            referteperiode: beleid.find_maanden("iit.referteperiode", peildatum, bekend_op),
            inkomensgrens: beleid.find_percentage("iit.inkomensgrens", peildatum, bekend_op),
        }
    }

    /// The amount for a form of living.
    pub fn bedrag(&self, leefvorm: Option<Leefvorm>) -> Result<&Geldend<Geld>, Onbepaald> {
        let (waarde, sleutel) = match leefvorm {
            Some(Leefvorm::Alleenstaande) => {
                (&self.bedrag_alleenstaande, "iit.bedrag.alleenstaande")
            }
            Some(Leefvorm::AlleenstaandeOuder) => (
                &self.bedrag_alleenstaande_ouder,
                "iit.bedrag.alleenstaande-ouder",
            ),
            Some(Leefvorm::Gehuwden) => (&self.bedrag_gehuwden, "iit.bedrag.gehuwden"),
            None => return Err(Onbepaald::KinderenOnbekend),
        };
        required(waarde.as_ref(), sleutel)
    }
}

fn required<'a, T>(
    waarde: Option<&'a Geldend<T>>,
    sleutel: &'static str,
) -> Result<&'a Geldend<T>, Onbepaald> {
    waarde.ok_or(Onbepaald::BeleidOntbreekt(sleutel))
}

/// 21 or older and below the pension age. Participatiewet art. 36 lid 1.
const fn is_in_leeftijd(leeftijd: Leeftijd) -> bool {
    leeftijd.is_vanaf_21() && !leeftijd.is_pensioengerechtigd()
}

/// Whether the couple's amount is due when one of the two falls outside art. 36 is up to the ordinance.
fn check_partner(situatie: &Leefsituatie) -> Result<(), Onbepaald> {
    match situatie.partner() {
        None => Ok(()),
        Some(Partner {
            leeftijd: Some(leeftijd),
            heeft_recht: true,
        }) if is_in_leeftijd(leeftijd) => Ok(()),
        Some(_) => Err(Onbepaald::ToeslagPartner),
    }
}
