//! The households of a municipality together: numbers and totals, nobody.

use primitives::Geld;

use super::{Populatievergelijking, Signaal};

/// The lower bounds of the classes of the change per month, in cents; the first class has none.
const GRENZEN: [i32; 8] = [-5_000, -1_000, 0, 1, 1_001, 2_501, 5_001, 10_001];

/// What adds up over households, in any order and in any parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Populatiesom {
    /// Households with algemene bijstand in the month of the record.
    pub huishoudens: u32,
    /// Of those: get more on the second day.
    pub hoger: u32,
    /// Get less.
    pub lager: u32,
    /// Get the same.
    pub gelijk: u32,
    /// Cannot be determined on one of the days; not in the totals.
    pub onbepaald: u32,
    /// Have a reason to look at.
    pub uitzonderingen: u32,
    /// What they get together per month on the first day, holiday pay included.
    pub oud: Geld,
    /// The same on the second day.
    pub nieuw: Geld,
    /// Households per reason, in the order of [`Signaal::ALL`].
    pub signalen: [u32; Signaal::ALL.len()],
    /// Households per class of change, in the order of [`Populatieklasse::ALL`].
    pub klassen: [u32; Populatieklasse::ALL.len()],
}

/// How much a household gets more or less in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Populatieklasse {
    /// More than € 50 less.
    Min50,
    /// More than € 10, at most € 50 less.
    Min10,
    /// At most € 10 less.
    Min0,
    /// The same.
    Gelijk,
    /// At most € 10 more.
    Plus0,
    /// More than € 10, at most € 25 more.
    Plus10,
    /// More than € 25, at most € 50 more.
    Plus25,
    /// More than € 50, at most € 100 more.
    Plus50,
    /// More than € 100 more.
    Plus100,
}

impl Populatiesom {
    /// Nobody.
    pub const LEEG: Self = Self {
        huishoudens: 0,
        hoger: 0,
        lager: 0,
        gelijk: 0,
        onbepaald: 0,
        uitzonderingen: 0,
        oud: Geld::NUL,
        nieuw: Geld::NUL,
        signalen: [0; Signaal::ALL.len()],
        klassen: [0; Populatieklasse::ALL.len()],
    };

    /// Counts a household in.
    pub fn add(&mut self, vergelijking: &Populatievergelijking) {
        self.huishoudens += 1;
        self.uitzonderingen += u32::from(!vergelijking.signalen.is_leeg());
        for signaal in vergelijking.signalen.list() {
            count(&mut self.signalen, signaal as usize, 1);
        }
        let (Some(oud), Some(nieuw)) = (vergelijking.oud, vergelijking.nieuw) else {
            self.onbepaald += 1;
            return;
        };
        self.oud = self.oud + oud;
        self.nieuw = self.nieuw + nieuw;
        let plek = match nieuw.cmp(&oud) {
            std::cmp::Ordering::Greater => &mut self.hoger,
            std::cmp::Ordering::Less => &mut self.lager,
            std::cmp::Ordering::Equal => &mut self.gelijk,
        };
        *plek += 1;
        count(
            &mut self.klassen,
            Populatieklasse::of(nieuw - oud) as usize,
            1,
        );
    }

    /// Both together.
    #[must_use]
    pub fn merge(mut self, ander: &Self) -> Self {
        self.huishoudens += ander.huishoudens;
        self.hoger += ander.hoger;
        self.lager += ander.lager;
        self.gelijk += ander.gelijk;
        self.onbepaald += ander.onbepaald;
        self.uitzonderingen += ander.uitzonderingen;
        self.oud = self.oud + ander.oud;
        self.nieuw = self.nieuw + ander.nieuw;
        for (plek, aantal) in ander.signalen.into_iter().enumerate() {
            count(&mut self.signalen, plek, aantal);
        }
        for (plek, aantal) in ander.klassen.into_iter().enumerate() {
            count(&mut self.klassen, plek, aantal);
        }
        self
    }

    /// How many households have a reason.
    pub fn aantal(&self, signaal: Signaal) -> u32 {
        self.signalen.get(signaal as usize).copied().unwrap_or(0)
    }

    /// The classes with their numbers of households, from less to more.
    pub fn verdeling(&self) -> impl Iterator<Item = (Populatieklasse, u32)> {
        Populatieklasse::ALL.into_iter().zip(self.klassen)
    }
}

fn count(tellers: &mut [u32], plek: usize, aantal: u32) {
    if let Some(teller) = tellers.get_mut(plek) {
        *teller += aantal;
    }
}

impl Populatieklasse {
    /// Every class, from less to more.
    pub const ALL: [Self; 9] = [
        Self::Min50,
        Self::Min10,
        Self::Min0,
        Self::Gelijk,
        Self::Plus0,
        Self::Plus10,
        Self::Plus25,
        Self::Plus50,
        Self::Plus100,
    ];

    /// The class of a change per month.
    pub fn of(verschil: Geld) -> Self {
        let boven = |grens: &&i32| verschil >= Geld::from_cents(**grens);
        let plek = GRENZEN.iter().take_while(boven).count();
        Self::ALL.get(plek).copied().unwrap_or(Self::Plus100)
    }

    /// The name in data: `min-10-tot-50`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Min50 => "min-meer-dan-50",
            Self::Min10 => "min-10-tot-50",
            Self::Min0 => "min-tot-10",
            Self::Gelijk => "gelijk",
            Self::Plus0 => "plus-tot-10",
            Self::Plus10 => "plus-10-tot-25",
            Self::Plus25 => "plus-25-tot-50",
            Self::Plus50 => "plus-50-tot-100",
            Self::Plus100 => "plus-meer-dan-100",
        }
    }

    /// As people read it.
    pub const fn omschrijving(self) -> &'static str {
        match self {
            Self::Min50 => "meer dan € 50 minder",
            Self::Min10 => "€ 10 tot € 50 minder",
            Self::Min0 => "tot € 10 minder",
            Self::Gelijk => "geen verschil",
            Self::Plus0 => "tot € 10 meer",
            Self::Plus10 => "€ 10 tot € 25 meer",
            Self::Plus25 => "€ 25 tot € 50 meer",
            Self::Plus50 => "€ 50 tot € 100 meer",
            Self::Plus100 => "meer dan € 100 meer",
        }
    }
}
