//! Amounts of a benefit in a month, by the law engine: the demo's caseload pays what the law says.

use anyhow::{Context, bail};
use domain::recht::{Maandbeeld, Maandbeeldpersoon, Normbedrag, Normentabel, Normpercentage};
use primitives::{Datum, Geld};
use rust_decimal::RoundingStrategy;
use rust_decimal::prelude::ToPrimitive;

/// Amounts in whole euros, as BUS has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Maandbedragen {
    /// Norm, holiday pay included.
    pub(super) norm: i32,
    /// Reduction, holiday pay included.
    pub(super) vermindering: i32,
    /// Paid, holiday pay excluded.
    pub(super) uitbetaling: i32,
}

/// The norm of a household in whole euros.
pub(super) fn norm(beeld: &Maandbeeld, peildatum: Datum) -> anyhow::Result<i32> {
    let berekening = beeld.calculate(peildatum)?;
    let norm = berekening
        .norm
        .with_context(|| format!("geen norm voor {beeld:?} op {peildatum}"))?;
    euros(norm.bedrag)
}

/// What is paid on a household of which the income is set.
pub(super) fn calculate(beeld: &Maandbeeld, peildatum: Datum) -> anyhow::Result<Maandbedragen> {
    let berekening = beeld.calculate(peildatum)?;
    let (Some(norm), Ok(bedragen)) = (berekening.norm, &berekening.uitkomst) else {
        bail!("geen recht voor {beeld:?} op {peildatum}: {berekening:?}");
    };
    Ok(Maandbedragen {
        norm: euros(norm.bedrag)?,
        vermindering: euros(beeld.vermindering)?,
        uitbetaling: euros(bedragen.uitbetaling)?,
    })
}

/// The exempt part of income from work: art. 31 lid 2 onder n, a quarter up to the maximum of the half year.
pub(super) fn vrijlating(inkomen: i32, peildatum: Datum) -> anyhow::Result<i32> {
    let normen = Normentabel::wettelijk()
        .op(peildatum)
        .with_context(|| format!("geen normen op {peildatum}"))?;
    let percentage = normen.percentage(Normpercentage::VrijlatingN)?;
    let maximum = normen.bedrag(Normbedrag::VrijlatingN)?;
    euros(in_euros(inkomen).part(percentage).min(maximum))
}

/// Somebody who holds the benefit, for the law engine.
pub(super) const fn persoon(
    geboortedatum: Datum,
    huisvesting: domain::statistiek::Huisvesting,
) -> Maandbeeldpersoon {
    Maandbeeldpersoon {
        geboortedatum,
        huisvesting: Some(huisvesting),
    }
}

/// A whole number of euros as money.
pub(super) fn in_euros(euros: i32) -> Geld {
    Geld::from_cents(euros.saturating_mul(100))
}

fn euros(geld: Geld) -> anyhow::Result<i32> {
    geld.decimal()
        .round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero)
        .to_i32()
        .context("een bedrag past niet")
}
