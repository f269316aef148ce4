//! What sets a household apart for its norm. Participatiewet art. 20 lid 3, 22a lid 4, 27, 28.

use jiff::Span;
use primitives::Datum;

/// Facts that raise a norm or lower it, or take a person out of the kostendelersnorm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Normfeiten {
    /// Of who asks.
    pub aanvrager: Persoonsfeiten,
    /// Of the partner.
    pub partner: Persoonsfeiten,
    /// What the household saves on housing.
    pub woonkosten: Woonkosten,
}

/// Such facts about one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Persoonsfeiten {
    /// Whether somebody of 18, 19 or 20 can turn to his parents; told or not.
    pub ouders: Option<Ouders>,
    /// Uses a home elsewhere for a time to give intensive care. Participatiewet art. 22a lid 4.
    pub is_mantelzorger_elders: bool,
    /// The day on which he ended an education with a right to study finance. Participatiewet art. 28.
    pub opleiding_beeindigd: Option<Datum>,
}

/// Whether somebody of 18, 19 or 20 can turn to his parents. Participatiewet art. 20 lid 3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ouders {
    /// They can support him.
    Toereikend,
    /// Their means are too low (onder a).
    NietToereikend,
    /// He cannot claim what they owe him (onder b).
    NietTeGelde,
}

/// What the household saves on housing. Participatiewet art. 27.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Woonkosten {
    /// Nothing.
    Gewoon,
    /// Lower costs, or no dwelling at all.
    Lager,
    /// Sleeps in a night shelter.
    Nachtopvang,
}

impl Normfeiten {
    /// Nothing of the kind.
    pub const GEEN: Self = Self {
        aanvrager: Persoonsfeiten::GEEN,
        partner: Persoonsfeiten::GEEN,
        woonkosten: Woonkosten::Gewoon,
    };

    /// Whether the college may have a value about something here. Arts 27, 28.
    pub fn asks_beleid(&self) -> bool {
        self.woonkosten != Woonkosten::Gewoon
            || self.aanvrager.opleiding_beeindigd.is_some()
            || self.partner.opleiding_beeindigd.is_some()
    }
}

impl Persoonsfeiten {
    /// Nothing of the kind.
    pub const GEEN: Self = Self {
        ouders: None,
        is_mantelzorger_elders: false,
        opleiding_beeindigd: None,
    };

    /// Whether the college raises the norm for him, if he is 18, 19 or 20.
    pub(super) const fn mist_ouders(self) -> bool {
        matches!(
            self.ouders,
            Some(Ouders::NietToereikend | Ouders::NietTeGelde)
        )
    }

    /// Whether an education ended less than this many months before.
    pub(super) fn is_schoolverlater(self, peildatum: Datum, maanden: u32) -> bool {
        self.opleiding_beeindigd.is_some_and(|op| {
            let tot = op.saturating_add(Span::new().months(i64::from(maanden)));
            op <= peildatum && peildatum < tot
        })
    }
}
