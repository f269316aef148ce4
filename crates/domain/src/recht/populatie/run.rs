//! A run, and how far it is in a municipality.

use primitives::{Geld, GemeenteCode, Maand, Moment, PopulatierunId};

use super::{Gemeentestand, Populatierunopdracht, Populatierunstand, Populatiesom};
use crate::sturing::DREMPEL;

/// A run that was started. What was asked never changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Populatierun {
    /// Its id.
    pub id: PopulatierunId,
    /// What was asked.
    pub opdracht: Populatierunopdracht,
    /// Records that were known later do not count.
    pub bekend_op: Moment,
    /// When it was started.
    pub gestart_op: Moment,
    /// Who started it, as the identity provider knows him.
    pub gestart_door_id: String,
    /// The same by name.
    pub gestart_door: String,
}

/// How far a run is in a municipality. Holds no personal data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gemeentevoortgang {
    /// The municipality.
    pub gemeente: GemeenteCode,
    /// How far it is.
    pub stand: Gemeentestand,
    /// The month of the records; none before it was begun.
    pub maand: Option<Maand>,
    /// Households in that month; none before it was begun.
    pub totaal: Option<u32>,
    /// Households that were done.
    pub gedaan: u32,
    /// What came out; none before it is done, or where it is about too few.
    pub uitkomst: Option<Gemeentebeeld>,
    /// Why it failed, without personal data.
    pub fout: Option<String>,
    /// When it last changed.
    pub bijgewerkt_op: Moment,
}

/// What may be known of a municipality outside of it: totals of ten households at least.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gemeentebeeld {
    /// What all households get together per month on the first day.
    pub oud: Geld,
    /// The same on the second day.
    pub nieuw: Geld,
    /// Households with a reason to look at; none where these are fewer than ten, but some.
    pub uitzonderingen: Option<u32>,
}

impl Gemeentebeeld {
    /// What may be known of these sums; none where they are about fewer than ten households.
    pub fn of(som: &Populatiesom) -> Option<Self> {
        let is_genoeg = |aantal: u32| u64::from(aantal) >= DREMPEL;
        let aantal = som.uitzonderingen;
        is_genoeg(som.huishoudens - som.onbepaald).then_some(Self {
            oud: som.oud,
            nieuw: som.nieuw,
            uitzonderingen: (aantal == 0 || is_genoeg(aantal)).then_some(aantal),
        })
    }
}

impl Gemeentevoortgang {
    /// How far a run is over these municipalities.
    pub fn sum<'a>(standen: impl IntoIterator<Item = &'a Self>) -> Populatierunstand {
        let mut run = Populatierunstand::default();
        for voortgang in standen {
            run.add(voortgang.stand, voortgang.gedaan, voortgang.totaal);
        }
        run
    }
}
