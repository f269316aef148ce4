//! The individuele inkomenstoeslag: a yearly amount by the council's rules. Participatiewet arts 8 lid 1
//! onder b, 8 lid 2, 36.

use jiff::Span;
use primitives::{Datum, Geld, Moment, Percentage};

use crate::beleid::{Beleid, Gebruik, Geldend, Lijst};

use super::regelingen::{Leemte, Regelingsaanvraag, Waarden, required};
use super::{
    GeenRecht, Kinderen, Leefsituatie, Leeftijd, Leefvorm, Norm, Normen, Normentabel, Normtermijn,
    Onbepaald, Partner, Reden, Vermogenstoets, vermogen,
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
    /// `iit.inkomensgrens`: up to which percentage of the norm an income is low, over the whole period.
    pub inkomensgrens: Option<Geldend<Percentage>>,
    /// `iit.inkomensgrens.peildatum`: the same on the day of the application, where the council tests twice.
    pub inkomensgrens_peildatum: Option<Geldend<Percentage>>,
    /// `iit.kindtoeslag.eerste`: per year for the first child.
    pub kindtoeslag_eerste: Option<Geldend<Geld>>,
    /// `iit.kindtoeslag.volgende`: per year for each other child.
    pub kindtoeslag_volgende: Option<Geldend<Geld>>,
    /// `iit.deels-boven-grens`: whether there is a part of it just above a limit.
    pub deels_boven_grens: Option<Geldend<bool>>,
    /// `iit.weigeringsgronden`: when the municipality expects a higher income.
    pub weigeringsgronden: Option<Geldend<Lijst>>,
}

/// What decides about the toeslag besides the household.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Toeslagfeiten {
    /// How many months the income has been low.
    pub maanden_laag_inkomen: u32,
    /// The income per month over the reference period, of both spouses together.
    pub inkomen: Geld,
    /// The same in the month of the application; asked where the council tests that too.
    pub inkomen_peildatum: Option<Geld>,
    /// The part that the ordinance gives just above a limit; asked where it gives one.
    pub deel: Option<Percentage>,
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
        uitkomst: Err(Onbepaald::GeenNormen(peildatum).into()),
    };
    if let Some(normen) = Normentabel::wettelijk().op(peildatum) {
        let toets = Toets {
            aanvraag,
            feiten,
            beleid,
            normen,
        };
        berekening.uitkomst = toets.calculate(&mut berekening);
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
        if self.feiten.uitzicht_op_verbetering {
            return Err(GeenRecht::UitzichtOpVerbetering.into());
        }
        self.check_eerder_toegekend()?;
        let bedrag = self.beleid.bedrag(situatie.leefvorm())?.waarde;
        berekening.kindtoeslag = self.kindtoeslag()?;
        let samen = bedrag + berekening.kindtoeslag.map_or(Geld::NUL, |(_, voor)| voor);
        match boven {
            None => Ok(samen),
            Some(boven) => {
                let deel = self.deel_boven_grens(boven)?;
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

    /// What the ordinance gives just above a limit. How much that is, the values of the council do not say: it is told.
    fn deel_boven_grens(&self, boven: GeenRecht) -> Result<Percentage, Reden> {
        let deels = required(
            self.beleid.deels_boven_grens.as_ref(),
            "iit.deels-boven-grens",
        )?;
        if !deels.waarde {
            return Err(boven.into());
        }
        match self.feiten.deel {
            None => Err(Onbepaald::FeitenOntbreken(vec!["toeslag.deel".to_owned()]).into()),
            Some(deel) if deel == Percentage::NUL => Err(boven.into()),
            Some(deel) => Ok(deel),
        }
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

impl IitBeleid {
    /// The limit at which a steady income is too high first; none without a limit over the reference period.
    pub fn laagste_grens(&self) -> Option<&Geldend<Percentage>> {
        let over_periode = self.inkomensgrens.as_ref()?;
        let op_dag = self.inkomensgrens_peildatum.as_ref();
        let lager = op_dag.filter(|grens| grens.waarde < over_periode.waarde);
        Some(lager.unwrap_or(over_periode))
    }

    /// The values in force on a day, as known on a moment.
    pub fn in_force(beleid: &Beleid, peildatum: Datum, bekend_op: Moment) -> Self {
        let gebruik = Gebruik::IndividueleInkomenstoeslag;
        Self::read(&Waarden::in_force(gebruik, beleid, peildatum, bekend_op))
    }

    /// The policy of the council, with what holds where it decided nothing.
    pub fn read(waarden: &Waarden) -> Self {
        Self {
            bedrag_alleenstaande: waarden.bedrag("iit.bedrag.alleenstaande"),
            bedrag_alleenstaande_ouder: waarden.bedrag("iit.bedrag.alleenstaande-ouder"),
            bedrag_gehuwden: waarden.bedrag("iit.bedrag.gehuwden"),
            referteperiode: waarden.maanden("iit.referteperiode"),
            inkomensgrens: waarden.percentage("iit.inkomensgrens"),
            inkomensgrens_peildatum: waarden.percentage("iit.inkomensgrens.peildatum"),
            kindtoeslag_eerste: waarden.bedrag("iit.kindtoeslag.eerste"),
            kindtoeslag_volgende: waarden.bedrag("iit.kindtoeslag.volgende"),
            deels_boven_grens: waarden.ja_nee("iit.deels-boven-grens"),
            weigeringsgronden: waarden.lijst("iit.weigeringsgronden"),
        }
    }

    /// What there is a year for so many dependent children, with their number; none where there is nothing. How many there
    /// are need not be known where the council gives nothing for them. Participatiewet art. 8 lid 2.
    pub fn kindtoeslag(&self, aantal: Option<u32>) -> Result<Option<(u32, Geld)>, Onbepaald> {
        let eerste = required(self.kindtoeslag_eerste.as_ref(), "iit.kindtoeslag.eerste")?.waarde;
        let volgende = required(
            self.kindtoeslag_volgende.as_ref(),
            "iit.kindtoeslag.volgende",
        )?
        .waarde;
        if eerste.is_nul() && volgende.is_nul() {
            return Ok(None);
        }
        let aantal = aantal.ok_or_else(|| Onbepaald::from(Leemte::AantalKinderen))?;
        let Some(anderen) = aantal.checked_sub(1) else {
            return Ok(None);
        };
        Ok(Some((
            aantal,
            eerste + volgende.fraction(i64::from(anderen), 1),
        )))
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
