//! The individuele inkomenstoeslag: a yearly amount by the council's rules. Participatiewet arts 8 lid 1
//! onder b, 8 lid 2, 36.

mod beleid;
mod overgang;

use jiff::Span;
use primitives::{Datum, Geld, Percentage};

pub use self::beleid::IitBeleid;
pub use self::overgang::Overgang;
use super::regelingen::{Regelingsaanvraag, required};
use super::{
    GeenRecht, Kinderen, Leefsituatie, Leeftijd, Norm, Normen, Normentabel, Normtermijn, Onbepaald,
    Partner, Reden, Vermogenstoets, vermogen,
};

/// What decides about the toeslag besides the household.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Toeslagfeiten {
    /// How many months the income has been low.
    pub maanden_laag_inkomen: u32,
    /// The income per month over the reference period, of both spouses together.
    pub inkomen: Geld,
    /// The same in the month of the application; asked where the council tests that too.
    pub inkomen_peildatum: Option<Geld>,
    /// The part that the ordinance gives just above a limit; asked where it gives one and its size is not a value of the
    /// council.
    pub deel: Option<Percentage>,
    /// What the earlier rules gave; asked where a transition holds and the income is too high.
    pub overgang: Option<Overgang>,
    /// The number of dependent children; asked where the council gives more for them.
    pub kinderen: Option<u32>,
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
    /// The limit on the day of the application.
    pub inkomensgrens_peildatum: Option<Geld>,
    /// What there is for children, and for how many; none where there is nothing.
    pub kindtoeslag: Option<(u32, Geld)>,
    /// The part that is given above a limit.
    pub deel: Option<Percentage>,
    /// What is given once instead, with the limit that stood in the way.
    pub overgang: Option<(Geld, GeenRecht)>,
    /// The amount per year, why there is none, or why that cannot be determined.
    pub uitkomst: Result<Geld, Reden>,
}

/// Calculates the toeslag. Participatiewet art. 36.
pub fn calculate_iit(
    aanvraag: &Regelingsaanvraag<'_>,
    feiten: &Toeslagfeiten,
    beleid: &IitBeleid,
) -> Iitberekening {
    let peildatum = aanvraag.peildatum;
    let mut berekening = Iitberekening {
        norm: None,
        vermogen: None,
        inkomensgrens: None,
        inkomensgrens_peildatum: None,
        kindtoeslag: None,
        deel: None,
        overgang: None,
        uitkomst: Err(Onbepaald::GeenNormen(peildatum).into()),
    };
    if let Some(normen) = Normentabel::wettelijk().op(peildatum) {
        let toets = Toets {
            aanvraag,
            feiten,
            beleid,
            normen,
        };
        berekening.uitkomst = toets
            .calculate(&mut berekening)
            .or_else(|reden| toets.instead(reden, &mut berekening));
    }
    berekening
}

struct Toets<'a> {
    aanvraag: &'a Regelingsaanvraag<'a>,
    feiten: &'a Toeslagfeiten,
    beleid: &'a IitBeleid,
    normen: &'a Normen,
}

impl Toets<'_> {
    /// What a transition gives where there is no toeslag, if it does.
    fn instead(&self, reden: Reden, berekening: &mut Iitberekening) -> Result<Geld, Reden> {
        let Reden::GeenRecht(grens) = reden else {
            return Err(reden);
        };
        let bedrag = self.overgang(grens)?;
        berekening.overgang = Some((bedrag, grens));
        Ok(bedrag)
    }

    fn calculate(&self, berekening: &mut Iitberekening) -> Result<Geld, Reden> {
        let situatie = self.aanvraag.situatie;
        if !is_in_leeftijd(situatie.aanvrager()) {
            return Err(GeenRecht::ToeslagLeeftijd.into());
        }
        check_partner(situatie)?;
        let norm = self.aanvraag.bijstandsnorm(self.normen)?;
        berekening.norm = Some(norm);
        let vermogen = vermogen::calculate_vermogen(self.aanvraag.vermogen, situatie, self.normen)?;
        berekening.vermogen = Some(vermogen);
        vermogen.check()?;
        let boven = self.check_langdurig_laag(&norm, berekening)?;
        self.check_uitzicht()?;
        self.check_eerder_toegekend()?;
        let bedrag = self.beleid.bedrag(situatie.leefvorm())?.waarde;
        berekening.kindtoeslag = self.kindtoeslag()?;
        let samen = bedrag + berekening.kindtoeslag.map_or(Geld::NUL, |(_, voor)| voor);
        match boven {
            None => Ok(samen),
            Some(boven) => {
                let deel = self.deel_boven_grens(&norm, boven)?;
                berekening.deel = Some(deel);
                Ok(samen.part(deel))
            }
        }
    }

    /// A low income for long, as the council's ordinance defines both. Participatiewet art. 8 lid 2. Gives the first
    /// limit that the income is above.
    fn check_langdurig_laag(
        &self,
        norm: &Norm,
        berekening: &mut Iitberekening,
    ) -> Result<Option<GeenRecht>, Reden> {
        let nodig = required(self.beleid.referteperiode.as_ref(), "iit.referteperiode")?.waarde;
        let percentage = required(self.beleid.inkomensgrens.as_ref(), "iit.inkomensgrens")?.waarde;
        let grens = norm.bedrag.part(percentage);
        berekening.inkomensgrens = Some(grens);
        let maanden = self.feiten.maanden_laag_inkomen;
        if maanden < nodig {
            return Err(GeenRecht::NietLangdurig { maanden, nodig }.into());
        }
        let boven = above(self.feiten.inkomen, grens);
        let Some(op_de_dag) = &self.beleid.inkomensgrens_peildatum else {
            return Ok(boven);
        };
        let grens = norm.bedrag.part(op_de_dag.waarde);
        berekening.inkomensgrens_peildatum = Some(grens);
        let inkomen = self.feiten.inkomen_peildatum.ok_or_else(|| {
            Onbepaald::FeitenOntbreken(vec!["toeslag.inkomenPeildatum".to_owned()])
        })?;
        Ok(boven.or(above(inkomen, grens)))
    }

    /// Whether the college expects a higher income. Participatiewet art. 36 lid 1.
    fn check_uitzicht(&self) -> Result<(), Reden> {
        if self.feiten.uitzicht_op_verbetering {
            return Err(GeenRecht::UitzichtOpVerbetering.into());
        }
        Ok(())
    }

    /// What the ordinance gives just above a limit: by the tiers of the council, and where it has none as the college tells.
    fn deel_boven_grens(&self, norm: &Norm, boven: GeenRecht) -> Result<Percentage, Reden> {
        let deels = required(
            self.beleid.deels_boven_grens.as_ref(),
            "iit.deels-boven-grens",
        )?;
        if !deels.waarde {
            return Err(boven.into());
        }
        match self.deel_by_staffel(norm).or(self.feiten.deel) {
            None => Err(Onbepaald::FeitenOntbreken(vec!["toeslag.deel".to_owned()]).into()),
            Some(deel) if deel == Percentage::NUL => Err(boven.into()),
            Some(deel) => Ok(deel),
        }
    }

    /// The part of the first tier that the income lies in. Where the council tests two incomes, the tiers do not say which
    /// of them counts.
    fn deel_by_staffel(&self, norm: &Norm) -> Option<Percentage> {
        if self.beleid.inkomensgrens_peildatum.is_some() {
            return None;
        }
        let delen = self.beleid.delen(norm.bedrag).into_iter();
        let mut past = delen.filter(|(tot, _)| tot.is_none_or(|tot| self.feiten.inkomen <= tot));
        past.next().map(|(_, deel)| deel)
    }

    /// What the council gives for dependent children. Participatiewet art. 8 lid 2.
    fn kindtoeslag(&self) -> Result<Option<(u32, Geld)>, Onbepaald> {
        let geen = matches!(self.aanvraag.situatie.kinderen(), Kinderen::Geen).then_some(0);
        self.beleid.kindtoeslag(self.feiten.kinderen.or(geen))
    }

    /// Once in twelve months. Participatiewet art. 36 lid 3: the period is the twelve months up to the day
    /// before the application, so a decision on the same day of the month a year earlier still stands in the way.
    fn check_eerder_toegekend(&self) -> Result<(), Reden> {
        let termijn = self.normen.termijn(Normtermijn::Inkomenstoeslag)?;
        let begin = self
            .aanvraag
            .peildatum
            .saturating_sub(Span::new().months(i64::from(termijn)));
        match self.feiten.laatste_toekenning {
            Some(op) if op >= begin => Err(GeenRecht::EerderToegekend { op }.into()),
            _ => Ok(()),
        }
    }
}

/// Why an income is not low, if it is above the limit; at the limit it is low.
fn above(inkomen: Geld, grens: Geld) -> Option<GeenRecht> {
    (inkomen > grens).then_some(GeenRecht::NietLaag { inkomen, grens })
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
