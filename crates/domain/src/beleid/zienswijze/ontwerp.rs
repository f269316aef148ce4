//! A text that one person writes and another confirms: the view of a council, the answer of the board.
//!
//! What happened is kept as acts, in order; how it stands follows from them. The number of an act is the lock: two
//! who act at once on the same text collide.

use primitives::Moment;

use crate::beleid::Persoon;

/// A text `T` with everything that happened to it; who confirms adds `B`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ontwerp<T, B> {
    akten: Vec<Ontwerpakte<T, B>>,
    tekst: T,
    versie: u32,
}

/// An act with who did it when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ontwerpakte<T, B> {
    /// What was done.
    pub handeling: Ontwerphandeling<T, B>,
    /// By whom.
    pub door: Persoon,
    /// When it was recorded.
    pub op: Moment,
}

/// Something that happens to a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ontwerphandeling<T, B> {
    /// The first text.
    Opgesteld(T),
    /// A new text in place of the last.
    Gewijzigd(T),
    /// A second person confirmed it.
    Bevestigd(B),
}

/// Why something may not happen to a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Ontwerpgeweigerd {
    /// It was confirmed before.
    #[error("dit staat al vast en verandert niet meer")]
    StaatVast,
    /// Who wrote on it wants to confirm it.
    #[error(
        "u schreef hier zelf aan mee: een collega bevestigt het, want twee mensen kijken ernaar"
    )]
    EigenTekst,
    /// Not every point has an answer.
    #[error("nog niet elk punt heeft een antwoord")]
    NietVolledig,
    /// A life begins with a first text, once.
    #[error("dit begint met een eerste tekst")]
    GeenBegin,
}

impl<T: Clone, B> Ontwerp<T, B> {
    /// A first text.
    pub fn new(tekst: T, door: Persoon, op: Moment) -> Self {
        Self {
            akten: vec![Ontwerpakte {
                handeling: Ontwerphandeling::Opgesteld(tekst.clone()),
                door,
                op,
            }],
            tekst,
            versie: 1,
        }
    }

    /// The text to which these acts happened, in order.
    pub fn restore(
        akten: impl IntoIterator<Item = Ontwerpakte<T, B>>,
    ) -> Result<Self, Ontwerpgeweigerd> {
        let mut akten = akten.into_iter();
        let Some(Ontwerpakte {
            handeling: Ontwerphandeling::Opgesteld(tekst),
            door,
            op,
        }) = akten.next()
        else {
            return Err(Ontwerpgeweigerd::GeenBegin);
        };
        akten.try_fold(Self::new(tekst, door, op), Self::with)
    }

    /// The text after one more act, or why that may not happen.
    pub fn with(mut self, akte: Ontwerpakte<T, B>) -> Result<Self, Ontwerpgeweigerd> {
        match &akte.handeling {
            Ontwerphandeling::Opgesteld(_) => return Err(Ontwerpgeweigerd::GeenBegin),
            Ontwerphandeling::Gewijzigd(tekst) => {
                self.check_wijzigen()?;
                self.tekst = tekst.clone();
                self.versie += 1;
            }
            Ontwerphandeling::Bevestigd(_) => self.check_bevestigen(&akte.door.sub)?,
        }
        self.akten.push(akte);
        Ok(self)
    }

    /// Refuses once it is confirmed.
    pub fn check_wijzigen(&self) -> Result<(), Ontwerpgeweigerd> {
        if self.bevestiging().is_some() {
            Err(Ontwerpgeweigerd::StaatVast)
        } else {
            Ok(())
        }
    }

    /// Refuses unless `sub` wrote none of its texts and it is not confirmed yet.
    pub fn check_bevestigen(&self, sub: &str) -> Result<(), Ontwerpgeweigerd> {
        self.check_wijzigen()?;
        if self.akten.iter().any(|akte| akte.door.sub == sub) {
            Err(Ontwerpgeweigerd::EigenTekst)
        } else {
            Ok(())
        }
    }

    /// The act by which it was confirmed, with what that added.
    pub fn bevestiging(&self) -> Option<(&Ontwerpakte<T, B>, &B)> {
        let laatste = self.akten.last()?;
        match &laatste.handeling {
            Ontwerphandeling::Bevestigd(met) => Some((laatste, met)),
            _ => None,
        }
    }

    /// The last act.
    pub fn laatste(&self) -> Option<&Ontwerpakte<T, B>> {
        self.akten.last()
    }
}

impl<T, B> Ontwerp<T, B> {
    /// What happened, in order.
    pub fn akten(&self) -> &[Ontwerpakte<T, B>] {
        &self.akten
    }

    /// The text of now.
    pub const fn tekst(&self) -> &T {
        &self.tekst
    }

    /// How many texts there were: raised at each change.
    pub const fn versie(&self) -> u32 {
        self.versie
    }
}

impl<T, B> Ontwerphandeling<T, B> {
    /// The name in data.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Opgesteld(_) => "opgesteld",
            Self::Gewijzigd(_) => "gewijzigd",
            Self::Bevestigd(_) => "bevestigd",
        }
    }
}
