//! What the statutory records say about benefits for the cost of living, for calculating the right.
//!
//! Only algemene bijstand (statistiekcode 01): IOAW, IOAZ and Bbz have rules of their own.

pub mod populatie;
mod repo;
mod rows;

use domain::recht::Maandbeeld;
use primitives::{Datum, DossierId, Geld, Maand, UitkeringId};

pub use repo::{
    Maandblad, count_maanduitkeringen, find_maanduitkering, list_maanduitkeringen,
    list_maanduitkeringen_na, list_maanduitkeringen_of,
};

/// A benefit in a month as it was delivered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Maanduitkering {
    /// The benefit.
    pub uitkering: UitkeringId,
    /// The month.
    pub maand: Maand,
    /// Those who hold it.
    pub dossiers: Vec<DossierId>,
    /// The first day of the benefit for the first of them.
    pub aanvangsdatum: Datum,
    /// The household as the record tells it.
    pub beeld: Maandbeeld,
    /// Whether an income of somebody in it was exempt, in part (item 33).
    pub vrijlating: bool,
    /// The norm that was applied: whole euros, holiday pay included.
    pub norm: Option<Geld>,
    /// What was made payable: whole euros, holiday pay not included.
    pub betaalbaar_gesteld: Geld,
}
