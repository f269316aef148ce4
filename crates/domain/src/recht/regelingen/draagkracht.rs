//! What a household can pay itself of special costs. Participatiewet art. 35 lid 1.

use primitives::{Datum, Geld, Percentage};

use super::{Bijzonderbeleid, Bijzonderfeiten, Leemte, Regelingsaanvraag, fact, required};
use crate::beleid::{Staffel, Staffeltrede};
use crate::recht::{Norm, Normen, Onbepaald, Reden, Vermogen, vermogen};

/// What a household can pay itself, and how that came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draagkracht {
    /// The parts of the income above the norm, the lowest first; those of which nothing counts are left out.
    pub treden: Vec<Draagkrachttrede>,
    /// Whether all income above the limit counts, whatever the tiers.
    pub is_volledig: bool,
    /// Over how many months.
    pub maanden: u32,
    /// The first of them, where the college has a rule or chose it.
    pub begin: Option<Datum>,
    /// The means above the limit of art. 34 lid 3.
    pub vermogen_boven_grens: Geld,
    /// That limit.
    pub vermogensgrens: Geld,
    /// The part of those means that counts.
    pub uit_vermogen: Geld,
    /// What was used before in the same period.
    pub gebruikt: Geld,
    /// What is left; not below zero.
    pub over: Geld,
}

/// A part of the income of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Draagkrachttrede {
    /// The income above this amount.
    pub vanaf: Geld,
    /// How much of the income lies in it.
    pub inkomen: Geld,
    /// Which part of it counts.
    pub percentage: Percentage,
    /// That part.
    pub bedrag: Geld,
}

/// The means of the period: tiers if the college decided them, else one limit and one percentage.
pub(super) fn calculate_draagkracht(
    aanvraag: &Regelingsaanvraag<'_>,
    feiten: &Bijzonderfeiten,
    beleid: &Bijzonderbeleid,
    norm: &Norm,
    normen: &Normen,
) -> Result<Draagkracht, Reden> {
    let (is_volledig, treden) = weigh_inkomen(aanvraag, feiten, beleid, norm)?;
    let maanden = match &beleid.periode {
        Some(periode) => periode.waarde,
        None => fact(
            feiten.draagkracht_maanden,
            "bijzondereBijstand.draagkrachtMaanden",
        )?,
    };
    let per_maand: Geld = treden.iter().map(|trede| trede.bedrag).sum();
    let uit_inkomen = per_maand.fraction(i64::from(maanden), 1);
    let (vermogen_boven_grens, vermogensgrens) = weigh_vermogen(aanvraag, normen)?;
    let deel = required(
        beleid.vermogen.as_ref(),
        "bijzondere-bijstand.draagkracht.vermogen",
    )?;
    let uit_vermogen = vermogen_boven_grens.part(deel.waarde);
    let gebruikt = feiten.draagkracht_gebruikt;
    Ok(Draagkracht {
        treden,
        is_volledig,
        maanden,
        begin: begin(aanvraag.peildatum, feiten, beleid),
        vermogen_boven_grens,
        vermogensgrens,
        uit_vermogen,
        gebruikt,
        over: (uit_inkomen + uit_vermogen - gebruikt).not_below_zero(),
    })
}

/// The first day of the period. Participatiewet art. 35 lid 1, last sentence.
fn begin(peildatum: Datum, feiten: &Bijzonderfeiten, beleid: &Bijzonderbeleid) -> Option<Datum> {
    match &beleid.begin_maand {
        Some(geldend) if geldend.waarde => Some(peildatum.first_of_month()),
        _ => feiten.draagkracht_begin,
    }
}

/// The tiers, and whether all income above the limit counts for these costs. Where it does for some of the costs only,
/// it is known when there is no such income.
fn weigh_inkomen(
    aanvraag: &Regelingsaanvraag<'_>,
    feiten: &Bijzonderfeiten,
    beleid: &Bijzonderbeleid,
    norm: &Norm,
) -> Result<(bool, Vec<Draagkrachttrede>), Onbepaald> {
    let vrij = beleid.vrij_bedrag(aanvraag.situatie)?.waarde;
    let list = |is_volledig| list_treden(feiten.inkomen, norm, beleid, vrij, is_volledig);
    match beleid.is_volledig(&feiten.kosten) {
        Some(is_volledig) => Ok((is_volledig, list(is_volledig)?)),
        None if list(true)?.is_empty() && list(false)?.is_empty() => Ok((false, Vec::new())),
        None => Err(Leemte::KostenApart.into()),
    }
}

fn list_treden(
    inkomen: Geld,
    norm: &Norm,
    beleid: &Bijzonderbeleid,
    vrij: Geld,
    is_volledig: bool,
) -> Result<Vec<Draagkrachttrede>, Onbepaald> {
    if let Some(staffel) = beleid.staffel.as_ref().filter(|_| !is_volledig) {
        return Ok(split(inkomen, norm, &staffel.waarde));
    }
    let vrij_tot = required(
        beleid.vrij_tot.as_ref(),
        "bijzondere-bijstand.draagkracht.vrij-tot",
    )?;
    let deel = required(
        beleid.percentage.as_ref(),
        "bijzondere-bijstand.draagkracht.percentage",
    )?;
    let deel = if is_volledig {
        Percentage::HONDERD
    } else {
        deel.waarde
    };
    let vanaf = norm.bedrag.part(vrij_tot.waarde) + vrij;
    Ok(Draagkrachttrede::of(vanaf, inkomen - vanaf, deel)
        .into_iter()
        .collect())
}

/// Each tier counts the income that lies in it, not the whole income.
fn split(inkomen: Geld, norm: &Norm, staffel: &Staffel) -> Vec<Draagkrachttrede> {
    let mut vanaf = Geld::NUL;
    let mut treden = Vec::new();
    for Staffeltrede { tot, waarde } in staffel.treden() {
        // A limit beyond any percentage lies above every income.
        let grens = tot.and_then(|tot| Percentage::try_new(tot).ok());
        let tot = grens.map_or(inkomen, |grens| norm.bedrag.part(grens).min(inkomen));
        let deel = Percentage::try_new(*waarde).unwrap_or(Percentage::HONDERD);
        treden.extend(Draagkrachttrede::of(vanaf, tot - vanaf, deel));
        vanaf = vanaf.max(tot);
    }
    treden
}

impl Draagkrachttrede {
    /// A tier of which something counts.
    fn of(vanaf: Geld, inkomen: Geld, percentage: Percentage) -> Option<Self> {
        let bedrag = inkomen.not_below_zero().part(percentage);
        (bedrag > Geld::NUL).then_some(Self {
            vanaf,
            inkomen,
            percentage,
            bedrag,
        })
    }
}

/// The means above the limit, and the limit. Art. 34 lid 2 does not hold here, so what was saved during the bijstand
/// and compensations count too; how a home counts, nothing says.
fn weigh_vermogen(
    aanvraag: &Regelingsaanvraag<'_>,
    normen: &Normen,
) -> Result<(Geld, Geld), Onbepaald> {
    let eigen = aanvraag.vermogen.unwrap_or(Vermogen::GEEN);
    let zonder_woning = Vermogen {
        bezittingen: eigen.bezittingen,
        schulden: eigen.schulden,
        ..Vermogen::GEEN
    };
    let toets = vermogen::calculate_vermogen(Some(zonder_woning), aanvraag.situatie, normen)?;
    let woning = eigen.overwaarde_woning;
    if woning > Geld::NUL && toets.vermogen + woning > toets.grens {
        return Err(Leemte::WoningBijBijzondereBijstand.into());
    }
    Ok(((toets.vermogen - toets.grens).not_below_zero(), toets.grens))
}
