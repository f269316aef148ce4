//! The buffer budget. Participatiewet art. 34b, in force from 2027 on or earlier by decision.

use primitives::{Datum, Geld, Maand};

use super::arbeid::in_force;
use super::beleid::Beleidsbron;
use super::{MaandOnbepaald, Reeksregel};

/// What the college pays from the buffer in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bufferinzet {
    /// The month.
    pub maand: Maand,
    /// The amount that it decided.
    pub bedrag: Geld,
}

/// What became of a payment from the buffer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Buffertoets {
    /// The amount that the college decided.
    pub gevraagd: Geld,
    /// What is paid, or why nothing is.
    pub uitkomst: Result<Geld, GeenBuffer>,
    /// The most in a calendar year.
    pub grens: Geld,
    /// Paid in the year, with this.
    pub in_jaar: Geld,
    /// The decision to apply the article before it is in force, or on the amount.
    pub besluit: Option<String>,
}

/// Why nothing is paid from the buffer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GeenBuffer {
    /// Not in force, and the college did not decide to apply it earlier.
    NietInWerking,
    /// The household had no income from work in the month.
    GeenArbeid,
}

/// Weighs a payment: for who has income from work and bijstand, up to the amount of the calendar year.
pub(super) fn weigh_buffer(
    gevraagd: Geld,
    heeft_arbeid: bool,
    dag: Datum,
    betaald: Geld,
    bron: &Beleidsbron,
) -> Result<Buffertoets, MaandOnbepaald> {
    let regel = Reeksregel::Bufferbudget;
    let (is_in_werking, vooruitlopen) = in_force("vooruitlopen.bufferbudget", regel, dag, bron);
    let op = regel.ingang().map_or(dag, |ingang| ingang.max(dag));
    let wet = regel.bedrag(op)?;
    let beleid = bron
        .bedrag("bufferbudget.bedrag", op)
        .filter(|b| b.waarde < wet);
    let grens = beleid.as_ref().map_or(wet, |b| b.waarde);
    let uitkomst = if !is_in_werking {
        Err(GeenBuffer::NietInWerking)
    } else if heeft_arbeid {
        Ok(gevraagd.min((grens - betaald).not_below_zero()))
    } else {
        Err(GeenBuffer::GeenArbeid)
    };
    Ok(Buffertoets {
        gevraagd,
        grens,
        in_jaar: betaald + uitkomst.unwrap_or(Geld::NUL),
        uitkomst,
        besluit: vooruitlopen.or(beleid.and_then(|b| b.besluit)),
    })
}
