//! Schemes of the municipality for a low income: to take part, and the collective insurance. Gemeentewet arts 108
//! and 147, Participatiewet art. 35 lid 3.

use primitives::{Geld, Percentage};

use super::{Regelingsaanvraag, Waarden, Weigering, check_partner, normen_op, required};
use crate::beleid::{Geldend, Lijst};
use crate::recht::{GeenRecht, Leefsituatie, Norm, Reden, Vermogenstoets, vermogen};

/// Which scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Minimasoort {
    /// To take part in sport, culture and school: an amount a year for each person.
    Meedoen,
    /// The collective insurance: an amount a month for each adult.
    Zorgverzekering,
}

/// The values of the municipality for one of the schemes, as far as it decided them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Minimabeleid {
    /// `meedoen.inkomensgrens` or `zorgverzekering.inkomensgrens`.
    pub inkomensgrens: Option<Geldend<Percentage>>,
    /// `meedoen.vermogenstoets`; the insurance has none.
    pub vermogenstoets: Option<Geldend<bool>>,
    /// `meedoen.bedrag.volwassene` a year, or `zorgverzekering.bijdrage` a month.
    pub volwassene: Option<Geldend<Geld>>,
    /// `meedoen.bedrag.kind-tot-12`, a year.
    pub kind_tot_12: Option<Geldend<Geld>>,
    /// `meedoen.bedrag.kind-vanaf-12`, a year.
    pub kind_vanaf_12: Option<Geldend<Geld>>,
    /// `zorgverzekering.pakketten`.
    pub pakketten: Option<Geldend<Lijst>>,
}

/// What decides besides the household and its means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Minimafeiten {
    /// Which scheme.
    pub soort: Minimasoort,
    /// The income per month, of both spouses together.
    pub inkomen: Geld,
    /// The children who take part beside the applicant and the partner.
    pub deelnemers: Deelnemers,
}

/// The dependent children of a household by the ages that the schemes tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deelnemers {
    /// Dependent children younger than 12.
    pub kinderen_tot_12: u32,
    /// Dependent children of 12 to 17.
    pub kinderen_vanaf_12: u32,
}

/// The amount for the people of one age.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deelname {
    /// As people read it: `volwassene`.
    pub wie: &'static str,
    /// How many there are; at least one.
    pub aantal: u32,
    /// For each.
    pub per_persoon: Geldend<Geld>,
    /// For all of them.
    pub bedrag: Geld,
}

/// A calculation with everything it went through, as far as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Minimaberekening {
    /// The norm that the income is measured by.
    pub norm: Option<Norm>,
    /// The income limit in euros.
    pub inkomensgrens: Option<Geld>,
    /// The means test, where the scheme has one.
    pub vermogen: Option<Vermogenstoets>,
    /// The amounts by age.
    pub deelname: Vec<Deelname>,
    /// The amount a year, or a month of the insurance, or why there is none.
    pub uitkomst: Result<Geld, Reden>,
}

/// Calculates a scheme on an application of a day.
pub(in crate::recht) fn calculate(
    aanvraag: &Regelingsaanvraag<'_>,
    feiten: &Minimafeiten,
    beleid: &Minimabeleid,
) -> Minimaberekening {
    let mut berekening = Minimaberekening {
        norm: None,
        inkomensgrens: None,
        vermogen: None,
        deelname: Vec::new(),
        uitkomst: Ok(Geld::NUL),
    };
    berekening.uitkomst = weigh(aanvraag, feiten, beleid, &mut berekening);
    berekening
}

fn weigh(
    aanvraag: &Regelingsaanvraag<'_>,
    feiten: &Minimafeiten,
    beleid: &Minimabeleid,
    berekening: &mut Minimaberekening,
) -> Result<Geld, Reden> {
    if aanvraag.situatie.aanvrager().is_minderjarig() {
        return Err(GeenRecht::JongerDan18.into());
    }
    let normen = normen_op(aanvraag.peildatum)?;
    check_partner(aanvraag.situatie)?;
    let soort = feiten.soort;
    let procent = required(beleid.inkomensgrens.as_ref(), soort.sleutel_inkomensgrens())?.waarde;
    let norm = aanvraag.bijstandsnorm(normen)?;
    berekening.norm = Some(norm);
    let grens = norm.bedrag.part(procent);
    berekening.inkomensgrens = Some(grens);
    if feiten.inkomen > grens {
        return Err(Weigering::InkomenBovenGrens {
            inkomen: feiten.inkomen,
            grens,
            is_zorgverzekering: soort == Minimasoort::Zorgverzekering,
        }
        .into());
    }
    if soort == Minimasoort::Meedoen
        && required(beleid.vermogenstoets.as_ref(), "meedoen.vermogenstoets")?.waarde
    {
        let toets = vermogen::calculate_vermogen(aanvraag.vermogen, aanvraag.situatie, normen)?;
        berekening.vermogen = Some(toets);
        toets.check()?;
    }
    berekening.deelname = beleid.list_deelname(feiten, aanvraag.situatie)?;
    Ok(berekening.deelname.iter().map(|deel| deel.bedrag).sum())
}

impl Deelnemers {
    /// No children.
    pub const GEEN_KINDEREN: Self = Self {
        kinderen_tot_12: 0,
        kinderen_vanaf_12: 0,
    };
}

impl Minimabeleid {
    /// The values for one of the schemes.
    pub fn read(waarden: &Waarden, soort: Minimasoort) -> Self {
        let inkomensgrens = waarden.percentage(soort.sleutel_inkomensgrens());
        match soort {
            Minimasoort::Meedoen => Self {
                inkomensgrens,
                vermogenstoets: waarden.ja_nee("meedoen.vermogenstoets"),
                volwassene: waarden.bedrag("meedoen.bedrag.volwassene"),
                kind_tot_12: waarden.bedrag("meedoen.bedrag.kind-tot-12"),
                kind_vanaf_12: waarden.bedrag("meedoen.bedrag.kind-vanaf-12"),
                pakketten: None,
            },
            Minimasoort::Zorgverzekering => Self {
                inkomensgrens,
                volwassene: waarden.bedrag("zorgverzekering.bijdrage"),
                pakketten: waarden.lijst("zorgverzekering.pakketten"),
                ..Self::default()
            },
        }
    }

    /// The amounts by age; one for which there is nobody need not be known.
    fn list_deelname(
        &self,
        feiten: &Minimafeiten,
        situatie: &Leefsituatie,
    ) -> Result<Vec<Deelname>, Reden> {
        let deelnemers = feiten.deelnemers;
        let volwassenen = (
            "volwassene",
            1 + u32::from(situatie.partner().is_some()),
            &self.volwassene,
            feiten.soort.sleutel_volwassene(),
        );
        let kinderen = [
            (
                "kind tot 12 jaar",
                deelnemers.kinderen_tot_12,
                &self.kind_tot_12,
                "meedoen.bedrag.kind-tot-12",
            ),
            (
                "kind van 12 tot 18 jaar",
                deelnemers.kinderen_vanaf_12,
                &self.kind_vanaf_12,
                "meedoen.bedrag.kind-vanaf-12",
            ),
        ];
        let met_kinderen = feiten.soort == Minimasoort::Meedoen;
        let kinderen = kinderen.into_iter().filter(|_| met_kinderen);
        let mut uit = Vec::with_capacity(3);
        for (wie, aantal, waarde, sleutel) in [volwassenen].into_iter().chain(kinderen) {
            if aantal > 0 {
                let per_persoon = required(waarde.as_ref(), sleutel)?.clone();
                let bedrag = per_persoon.waarde.fraction(i64::from(aantal), 1);
                uit.push(Deelname {
                    wie,
                    aantal,
                    per_persoon,
                    bedrag,
                });
            }
        }
        Ok(uit)
    }
}

impl Minimasoort {
    /// Every one, with its name in a question.
    pub const ALL: [(&'static str, Self); 2] = [
        ("meedoen", Self::Meedoen),
        ("zorgverzekering", Self::Zorgverzekering),
    ];

    const fn sleutel_inkomensgrens(self) -> &'static str {
        match self {
            Self::Meedoen => "meedoen.inkomensgrens",
            Self::Zorgverzekering => "zorgverzekering.inkomensgrens",
        }
    }

    const fn sleutel_volwassene(self) -> &'static str {
        match self {
            Self::Meedoen => "meedoen.bedrag.volwassene",
            Self::Zorgverzekering => "zorgverzekering.bijdrage",
        }
    }

    /// The article.
    pub const fn grondslag(self) -> &'static str {
        super::inkomensgrens_grondslag(matches!(self, Self::Zorgverzekering))
    }

    /// What an amount is for.
    pub const fn per(self) -> &'static str {
        match self {
            Self::Meedoen => "per jaar",
            Self::Zorgverzekering => "per maand",
        }
    }
}
