//! The facts of a whole case, as far as they work across months.

use primitives::{Datum, Geld, Maand};

use super::inkomen::Reeksinkomst;
use super::maatregel::{Maatregel, Samenloop};
use super::{Boete, Bufferinzet, Tellers, Uitsluiting, Waarschuwing};
use crate::recht::{Huishouden, Persoon, Vermogen};

/// What decides about the months of one household.
#[derive(Clone, Debug)]
pub struct Reeksfeiten {
    /// The benefit periods, each from a melding on; in the order of their days.
    pub perioden: Vec<Uitkeringsperiode>,
    /// Which household holds from which day on, in the order of the days.
    pub huishoudens: Vec<(Datum, Huishouden)>,
    /// The incomes, of which a later known one replaces an earlier one.
    pub inkomsten: Vec<Reeksinkomst>,
    /// Which means hold from which day on, in the order of the days.
    pub vermogens: Vec<(Datum, Vermogen)>,
    /// What takes the right or the payment away for some days.
    pub gebeurtenissen: Vec<Gebeurtenis>,
    /// The maatregelen that the college imposed.
    pub maatregelen: Vec<Maatregel>,
    /// What it decided for months in which more than one of them holds.
    pub samenloop: Vec<Samenloop>,
    /// Advances that were paid.
    pub voorschotten: Vec<Voorschot>,
    /// The boete that is set off.
    pub boete: Option<Boete>,
    /// A warning in the place of one.
    pub waarschuwing: Option<Waarschuwing>,
    /// What the college pays from the buffer, by month.
    pub buffer: Vec<Bufferinzet>,
    /// What was used before the first month; none when it is not told.
    pub tellers: Option<Tellers>,
    /// How the law is read where its text is silent.
    pub lezing: Lezing,
}

/// A benefit from its melding to its end. Participatiewet arts 41, 44, 52.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Uitkeringsperiode {
    /// The day on which the resident reported to apply.
    pub melding: Datum,
    /// The day of the application.
    pub aanvraag: Option<Datum>,
    /// The application came late and that is the resident's fault. Art. 44 lid 3.
    pub is_verwijtbaar_laat: bool,
    /// The day from which circumstances make an earlier start necessary. Art. 44 lid 5.
    pub noodzaak_vanaf: Option<Datum>,
    /// An exception to the four weeks of art. 41 lid 4 or lid 11 holds.
    pub is_zonder_zoektermijn: bool,
    /// The day on which the right was determined; until then there are advances.
    pub vastgesteld_op: Option<Datum>,
    /// Facts are missing by the resident's fault, or it is clear that there is no right. Art. 52 lid 1 onder a, b.
    pub is_zonder_voorschot: bool,
    /// The last day with a right, and why it ended.
    pub einde: Option<(Datum, Eindreden)>,
}

/// An advance that was paid, to be set off with bijstand. Art. 52 lid 4.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Voorschot {
    /// The day on which it was paid.
    pub op: Datum,
    /// The amount.
    pub bedrag: Geld,
}

/// Why a benefit ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Eindreden {
    /// Work or another income.
    Inkomen,
    /// Another household.
    Leefvorm,
    /// Another municipality (art. 40).
    Verhuizing,
    /// The resident asked for it.
    Verzoek,
    /// Any other reason.
    Overig,
}

/// What takes the right or the payment away for some days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gebeurtenis {
    /// Art. 13 lid 1 and 2.
    Uitgesloten {
        /// Who.
        persoon: Persoon,
        /// By which part of the article.
        grond: Uitsluiting,
        /// The days.
        dagen: Dagen,
    },
    /// A stay abroad, counted by full days. Art. 13 lid 1 onder e, lid 4.
    Buitenland {
        /// Who.
        persoon: Persoon,
        /// The days.
        dagen: Dagen,
    },
    /// Somebody of the household died. Art. 45 lid 5.
    Overlijden {
        /// Who.
        wie: Overledene,
        /// The day.
        dag: Datum,
    },
    /// The right is suspended. Art. 54 lid 1.
    Opschorting {
        /// The days.
        dagen: Dagen,
        /// How it ended.
        afloop: Afloop,
    },
    /// The payment is suspended because of the address. Art. 40 lid 2.
    Adres {
        /// The days.
        dagen: Dagen,
        /// How it ended.
        afloop: Afloop,
    },
}

/// Days from `van` up to and including `tot_en_met`; none for not yet over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dagen {
    /// The first day.
    pub van: Datum,
    /// The last day.
    pub tot_en_met: Option<Datum>,
}

/// How a suspension ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Afloop {
    /// Not known yet.
    Open,
    /// The omission was repaired.
    Hersteld,
    /// The benefit was withdrawn from the first suspended day. Arts 40 lid 5, 54 lid 4.
    Ingetrokken,
}

/// Who died.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overledene {
    /// One of the two.
    Persoon(Persoon),
    /// The last dependent child.
    LaatsteKind,
}

/// How the law is read where its text is silent; see `docs/berekeningsreeks.md`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lezing {
    /// Whether the six months of exemption n begin again in a new benefit period.
    pub vrijlating_n: LezingN,
    /// To which month a wage over a period that is no calendar month belongs.
    pub loontijdvak: LezingLoontijdvak,
}

/// Whether the months of n begin again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LezingN {
    /// In each benefit period, after at least thirty days without bijstand (as in art. 45 lid 3 onder a).
    #[default]
    PerUitkeringsperiode,
    /// Never.
    Eenmalig,
}

/// To which month a wage over some weeks belongs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LezingLoontijdvak {
    /// By calendar days: the period in which it was earned (art. 32 lid 2, first sentence).
    #[default]
    Dagen,
    /// To the month of its last day: when it can be cashed (art. 32 lid 2, second sentence).
    Einddag,
}

impl Dagen {
    /// Whether a day is one of them.
    pub fn contains(self, dag: Datum) -> bool {
        self.van <= dag && self.tot_en_met.is_none_or(|tot| dag <= tot)
    }
}

/// Whole months from one to another; below zero when the other is earlier.
pub(super) fn months_between(van: Maand, tot: Maand) -> i32 {
    let (een, twee) = (van.first_day(), tot.first_day());
    (i32::from(twee.year()) - i32::from(een.year())) * 12 + i32::from(twee.month())
        - i32::from(een.month())
}

/// The number of days from one day up to and including another; zero when that is earlier.
pub(super) fn days_between(van: Datum, tot_en_met: Datum) -> i64 {
    // Civil dates: a difference in days exists for every pair.
    let dagen = van
        .until(tot_en_met)
        .map_or(0, |span| i64::from(span.get_days()));
    (dagen + 1).max(0)
}

/// The amounts of a household at once, each rounded where it is named.
pub(super) fn pro_rata(bedrag: Geld, dagen: i64, van: i64) -> Geld {
    bedrag.fraction(dagen, van)
}

impl Gebeurtenis {
    /// An order of its own, so that the order in which events came does not matter.
    pub fn sortering(&self) -> (u8, Datum, Option<Datum>, u8, u8) {
        match *self {
            Self::Uitgesloten {
                persoon,
                grond,
                dagen,
            } => (0, dagen.van, dagen.tot_en_met, persoon as u8, grond as u8),
            Self::Buitenland { persoon, dagen } => {
                (1, dagen.van, dagen.tot_en_met, persoon as u8, 0)
            }
            Self::Overlijden { wie, dag } => {
                let wie = match wie {
                    Overledene::Persoon(persoon) => persoon as u8,
                    Overledene::LaatsteKind => 2,
                };
                (2, dag, None, wie, 0)
            }
            Self::Opschorting { dagen, afloop } => {
                (3, dagen.van, dagen.tot_en_met, afloop as u8, 0)
            }
            Self::Adres { dagen, afloop } => (4, dagen.van, dagen.tot_en_met, afloop as u8, 0),
        }
    }
}
