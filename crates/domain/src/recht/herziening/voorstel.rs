//! From two amounts in a month to a proposal.

use primitives::{Geld, Maand};

use super::afzien::Afziening;
use super::{Herzieningsfeiten, Oorzaak, Oorzaakperiode};

/// The right in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Maandstand {
    /// Bijstand, holiday pay included.
    pub bedrag: Geld,
    /// The part of it that is reserved.
    pub vakantietoeslag: Geld,
    /// Whether there is a right.
    pub has_recht: bool,
}

/// A month as it was decided and as it would be now; none for what cannot be determined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Maandpaar {
    /// Which.
    pub maand: Maand,
    /// As it was decided.
    pub oud: Option<Maandstand>,
    /// With what is known now.
    pub nieuw: Option<Maandstand>,
}

/// What becomes of the earlier decision over a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Besluitsoort {
    /// Another amount. Art. 54 lid 3 where it is lower.
    Herziening,
    /// There was no right. Art. 54 lid 3.
    Intrekking,
}

/// What is proposed for a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voorstel {
    /// Nothing is paid or claimed.
    Geen(GeenReden),
    /// To pay this.
    Nabetaling(Geld),
    /// To set this off with the bijstand of the coming months. Art. 58 lid 4.
    Verrekening(Geld),
    /// To claim this back.
    Terugvordering(Geld, Oorzaak),
    /// Nothing can be proposed.
    Onbepaald(Herzieningonbepaald),
}

/// Why nothing is paid or claimed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GeenReden {
    /// The amounts are the same.
    Gelijk,
    /// Only what is reserved changes.
    AlleenReservering,
    /// The college has urgent reasons. Art. 58 lid 8.
    DringendeRedenen,
    /// The resident could not understand that it was too much. Art. 58 lid 2 onder e.
    NietBegrijpelijk,
    /// It is more than two years ago. Art. 58 lid 6.
    TeLangGeleden,
}

/// Why nothing can be proposed. Displays as a Dutch sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Herzieningonbepaald {
    /// The earlier amount.
    #[error("Het bedrag van het eerdere besluit is niet te bepalen.")]
    Oud,
    /// The amount now.
    #[error("Het bedrag met wat nu bekend is, is niet te bepalen.")]
    Nieuw,
    /// Nobody said why it was too high.
    #[error(
        "De oorzaak ontbreekt: zonder oorzaak is niet te zeggen of en hoe wordt teruggevorderd."
    )]
    Oorzaak,
    /// A fact that this cause asks.
    #[error("Niet bekend is of de inwoner kon begrijpen dat het te veel was (begrijpelijk).")]
    Begrijpelijk,
    /// An advance while there is a right.
    #[error(
        "Er is recht op bijstand: een voorschot wordt dan verrekend met die bijstand (Participatiewet art. 52 lid 4)."
    )]
    VoorschotMetRecht,
}

/// A month with its proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Maandherziening {
    /// The two amounts.
    pub paar: Maandpaar,
    /// What becomes of the earlier decision; none when nothing changes or nothing can be said.
    pub besluit: Option<Besluitsoort>,
    /// What is proposed.
    pub voorstel: Voorstel,
    /// What of the month is left for urgent reasons. Art. 58 lid 8.
    pub afgezien: Geld,
    /// By how much the reserved holiday pay changes, as far as it was not paid.
    pub reservering: Geld,
}

/// Every month and the sums.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Herziening {
    /// One by one, in the order of the question.
    pub maanden: Vec<Maandherziening>,
    /// To pay.
    pub nabetaling: Geld,
    /// To set off with the bijstand of the coming months.
    pub verrekening: Geld,
    /// To claim back.
    pub terugvordering: Geld,
    /// What is left for urgent reasons. Art. 58 lid 8.
    pub afgezien: Geld,
    /// By how much the reserved holiday pay changes.
    pub reservering: Geld,
    /// How many months cannot be determined.
    pub onbepaald: usize,
}

/// Lays the months beside each other and proposes what to do with each.
pub fn calculate_herziening(paren: &[Maandpaar], feiten: &Herzieningsfeiten) -> Herziening {
    let mut afziening = Afziening::new(&feiten.oorzaken);
    let maanden = paren
        .iter()
        .map(|paar| review(*paar, feiten, &mut afziening));
    let maanden: Vec<_> = maanden.collect();
    let sum = |of: fn(&Voorstel) -> Option<Geld>| -> Geld {
        maanden.iter().filter_map(|maand| of(&maand.voorstel)).sum()
    };
    Herziening {
        nabetaling: sum(|voorstel| match voorstel {
            Voorstel::Nabetaling(bedrag) => Some(*bedrag),
            _ => None,
        }),
        verrekening: sum(|voorstel| match voorstel {
            Voorstel::Verrekening(bedrag) => Some(*bedrag),
            _ => None,
        }),
        terugvordering: sum(|voorstel| match voorstel {
            Voorstel::Terugvordering(bedrag, _) => Some(*bedrag),
            _ => None,
        }),
        afgezien: maanden.iter().map(|maand| maand.afgezien).sum(),
        reservering: maanden.iter().map(|maand| maand.reservering).sum(),
        onbepaald: maanden
            .iter()
            .filter(|maand| matches!(maand.voorstel, Voorstel::Onbepaald(_)))
            .count(),
        maanden,
    }
}

impl Maandpaar {
    /// How much more, or less, than was decided.
    pub fn verschil(&self) -> Option<Geld> {
        let (oud, nieuw) = self.oud.zip(self.nieuw)?;
        Some(nieuw.bedrag - oud.bedrag)
    }
}

impl Herziening {
    /// What of the payment may be set off with what is claimed back. Art. 60a lid 4.
    pub fn salderen(&self) -> Geld {
        self.nabetaling.min(self.terugvordering)
    }
}

fn review(
    paar: Maandpaar,
    feiten: &Herzieningsfeiten,
    afziening: &mut Afziening,
) -> Maandherziening {
    let zonder = |voorstel| Maandherziening {
        paar,
        besluit: None,
        voorstel,
        afgezien: Geld::NUL,
        reservering: Geld::NUL,
    };
    let (Some(oud), Some(nieuw)) = (paar.oud, paar.nieuw) else {
        let reden = match paar.oud {
            None => Herzieningonbepaald::Oud,
            Some(_) => Herzieningonbepaald::Nieuw,
        };
        return zonder(Voorstel::Onbepaald(reden));
    };
    if oud == nieuw {
        return zonder(Voorstel::Geen(GeenReden::Gelijk));
    }
    let reservering = if feiten.is_vakantietoeslag_betaald(paar.maand) {
        Geld::NUL
    } else {
        nieuw.vakantietoeslag - oud.vakantietoeslag
    };
    // What was, or will be, paid by the month itself.
    let betaling = nieuw.bedrag - oud.bedrag - reservering;
    let (voorstel, afgezien) = if betaling > Geld::NUL {
        (Voorstel::Nabetaling(betaling), Geld::NUL)
    } else if betaling < Geld::NUL {
        let te_veel = Geld::NUL - betaling;
        reclaim(paar.maand, te_veel, nieuw, feiten, afziening)
    } else if reservering.is_nul() {
        (Voorstel::Geen(GeenReden::Gelijk), Geld::NUL)
    } else {
        (Voorstel::Geen(GeenReden::AlleenReservering), Geld::NUL)
    };
    let besluit = match voorstel {
        Voorstel::Onbepaald(_) => None,
        _ if oud.has_recht && !nieuw.has_recht => Some(Besluitsoort::Intrekking),
        _ => Some(Besluitsoort::Herziening),
    };
    Maandherziening {
        paar,
        besluit,
        voorstel,
        afgezien,
        reservering: if besluit.is_some() {
            reservering
        } else {
            Geld::NUL
        },
    }
}

/// What to do with what was paid too much, and how much of it is left. Art. 58.
fn reclaim(
    maand: Maand,
    te_veel: Geld,
    nieuw: Maandstand,
    feiten: &Herzieningsfeiten,
    afziening: &mut Afziening,
) -> (Voorstel, Geld) {
    let Some((plek, periode)) = feiten.oorzaak(maand) else {
        let voorstel = Voorstel::Onbepaald(Herzieningonbepaald::Oorzaak);
        return (voorstel, Geld::NUL);
    };
    if let Some(voorstel) = find_beletsel(maand, periode, nieuw, feiten) {
        return (voorstel, Geld::NUL);
    }
    let afgezien = afziening.leave(plek, periode.afzien, te_veel);
    let rest = te_veel - afgezien;
    let voorstel = if rest.is_nul() {
        Voorstel::Geen(GeenReden::DringendeRedenen)
    } else if periode.oorzaak == Oorzaak::Middelen && feiten.is_verrekenbaar(maand) {
        Voorstel::Verrekening(rest)
    } else {
        Voorstel::Terugvordering(rest, periode.oorzaak)
    };
    (voorstel, afgezien)
}

/// Why nothing is claimed, or nothing can be said, with this cause.
fn find_beletsel(
    maand: Maand,
    periode: &Oorzaakperiode,
    nieuw: Maandstand,
    feiten: &Herzieningsfeiten,
) -> Option<Voorstel> {
    match (periode.oorzaak, periode.is_begrijpelijk) {
        (Oorzaak::Voorschot, _) if nieuw.has_recht => {
            Some(Voorstel::Onbepaald(Herzieningonbepaald::VoorschotMetRecht))
        }
        (Oorzaak::Betaling, None) => Some(Voorstel::Onbepaald(Herzieningonbepaald::Begrijpelijk)),
        (Oorzaak::Betaling, Some(false)) => Some(Voorstel::Geen(GeenReden::NietBegrijpelijk)),
        (Oorzaak::Betaling, Some(true)) if feiten.is_te_lang_geleden(maand) => {
            Some(Voorstel::Geen(GeenReden::TeLangGeleden))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests;
