//! What a closing keeps of an item of the assignment.

use primitives::Datum;

use super::{Norm, Normoordeel, Onderdeelstand};

/// An item as it stood when a quarter was closed, or as it stands while the quarter is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opdrachtregel {
    /// The number of the item.
    pub nummer: u16,
    /// The version of the assignment from which it comes.
    pub opdrachtversie: u32,
    /// What must be reached.
    pub prestatie: String,
    /// From what it follows, a sentence each.
    pub grond: Vec<String>,
    /// What the organisation does.
    pub aanpak: Option<String>,
    /// Who carries it.
    pub trekker: Option<String>,
    /// By when.
    pub gereed: Option<Datum>,
    /// How it stands, and why; none where management recorded nothing.
    pub stand: Option<(Onderdeelstand, String)>,
    /// The norm and whether the published figure meets it.
    pub norm: Option<Regelnorm>,
}

/// A norm with whether the figure of the quarter meets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Regelnorm {
    /// The norm.
    pub norm: Norm,
    /// Whether it is met.
    pub oordeel: Normoordeel,
}
