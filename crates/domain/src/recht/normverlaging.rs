//! The norm that the college sets lower. Participatiewet arts 27 and 28.

use primitives::{Datum, Geld, Percentage};

use super::{
    Bijstandsbeleid, Leefsituatie, Norm, Normen, Onbepaald, Partner, Woonkosten,
    norm::calculate_norm,
};
use crate::beleid::Geldend;

/// By how much the college sets a norm lower, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Normverlaging {
    /// Why.
    pub grond: Verlagingsgrond,
    /// The part of the norm of the law.
    pub percentage: Percentage,
    /// That part in euros.
    pub bedrag: Geld,
}

/// Why the college sets a norm lower.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verlagingsgrond {
    /// Lower costs by the housing. Participatiewet art. 27.
    Woonsituatie,
    /// The same in a night shelter, for which the college has a value of its own. Participatiewet art. 27.
    Nachtopvang,
    /// Ended an education not long ago. Participatiewet art. 28.
    Schoolverlater,
}

/// The bijstandsnorm: the norm of the law less what the college takes off. Participatiewet art. 5 onder c.
///
/// Wherever the law or a rule of the municipality speaks of a bijstandsnorm, it is this one: for bijstand itself, for
/// the limits of a toeslag and other schemes, and for what counts as means in bijzondere bijstand (art. 35 lid 1).
pub(super) fn calculate_bijstandsnorm(
    situatie: &Leefsituatie,
    peildatum: Datum,
    normen: &Normen,
    beleid: &Bijstandsbeleid,
) -> Result<Norm, Onbepaald> {
    let norm = calculate_norm(situatie, normen)?;
    lower(norm, situatie, peildatum, beleid)
}

/// The norm less what the college takes off. Each percentage is of the norm before any is taken off, as the
/// catalogue says; together they never take more than the norm.
fn lower(
    norm: Norm,
    situatie: &Leefsituatie,
    peildatum: Datum,
    beleid: &Bijstandsbeleid,
) -> Result<Norm, Onbepaald> {
    let verlagingen = [
        woonsituatie(&norm, situatie, beleid)?,
        schoolverlater(&norm, situatie, peildatum, beleid)?,
    ];
    let af: Geld = verlagingen.iter().flatten().map(|v| v.bedrag).sum();
    Ok(Norm {
        bedrag: (norm.bedrag - af).not_below_zero(),
        verlagingen,
        ..norm
    })
}

/// Only the norms of arts 20 and 21 can be lowered for the housing. Participatiewet art. 27.
fn woonsituatie(
    norm: &Norm,
    situatie: &Leefsituatie,
    beleid: &Bijstandsbeleid,
) -> Result<Option<Normverlaging>, Onbepaald> {
    let woonkosten = situatie.normfeiten().woonkosten;
    if woonkosten == Woonkosten::Gewoon || !norm.opbouw.is_norm_20_21() {
        return Ok(None);
    }
    let (grond, geldend) = match (woonkosten, &beleid.nachtopvang) {
        (Woonkosten::Nachtopvang, Some(geldend)) => (Verlagingsgrond::Nachtopvang, geldend),
        _ => (
            Verlagingsgrond::Woonsituatie,
            required(beleid.woonsituatie.as_ref(), Verlagingsgrond::Woonsituatie)?,
        ),
    };
    Ok(Some(Normverlaging::of(norm, grond, geldend.waarde)))
}

/// For at most six months after the education. What holds for a couple of which one left school is not in the text.
fn schoolverlater(
    norm: &Norm,
    situatie: &Leefsituatie,
    peildatum: Datum,
    beleid: &Bijstandsbeleid,
) -> Result<Option<Normverlaging>, Onbepaald> {
    let feiten = situatie.normfeiten();
    let is_bekend = |op: Option<Datum>| op.is_some();
    if !is_bekend(feiten.aanvrager.opleiding_beeindigd)
        && !is_bekend(feiten.partner.opleiding_beeindigd)
    {
        return Ok(None);
    }
    let grond = Verlagingsgrond::Schoolverlater;
    let duur = beleid.schoolverlater_duur.as_ref();
    let duur = duur
        .ok_or(Onbepaald::BeleidOntbreekt(
            "norm.verlaging.schoolverlater.duur",
        ))?
        .waarde;
    let aanvrager = feiten.aanvrager.is_schoolverlater(peildatum, duur);
    let partner = match situatie.partner() {
        Some(Partner {
            heeft_recht: true, ..
        }) => feiten.partner.is_schoolverlater(peildatum, duur),
        _ => aanvrager,
    };
    match (aanvrager, partner) {
        (false, false) => Ok(None),
        (true, true) => {
            let geldend = required(beleid.schoolverlater.as_ref(), grond)?;
            Ok(Some(Normverlaging::of(norm, grond, geldend.waarde)))
        }
        _ => Err(Onbepaald::SchoolverlaterVanEen),
    }
}

fn required(
    geldend: Option<&Geldend<Percentage>>,
    grond: Verlagingsgrond,
) -> Result<&Geldend<Percentage>, Onbepaald> {
    geldend.ok_or(Onbepaald::BeleidOntbreekt(grond.sleutel()))
}

impl Normverlaging {
    fn of(norm: &Norm, grond: Verlagingsgrond, percentage: Percentage) -> Self {
        Self {
            grond,
            percentage,
            bedrag: norm.bedrag.part(percentage),
        }
    }
}

impl Verlagingsgrond {
    /// The key of the catalogue.
    pub const fn sleutel(self) -> &'static str {
        match self {
            Self::Woonsituatie => "norm.verlaging.woonsituatie",
            Self::Nachtopvang => "norm.verlaging.nachtopvang",
            Self::Schoolverlater => "norm.verlaging.schoolverlater",
        }
    }

    /// The article.
    pub const fn grondslag(self) -> &'static str {
        match self {
            Self::Woonsituatie | Self::Nachtopvang => "Participatiewet art. 27",
            Self::Schoolverlater => "Participatiewet art. 28",
        }
    }

    /// The value of the college that was used.
    pub(super) const fn geldend(self, beleid: &Bijstandsbeleid) -> Option<&Geldend<Percentage>> {
        match self {
            Self::Woonsituatie => beleid.woonsituatie.as_ref(),
            Self::Nachtopvang => beleid.nachtopvang.as_ref(),
            Self::Schoolverlater => beleid.schoolverlater.as_ref(),
        }
    }
}
