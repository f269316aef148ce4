//! From two amounts in a month to a proposal.

use primitives::{Geld, Maand};

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
    /// By how much the reserved holiday pay changes.
    pub reservering: Geld,
    /// How many months cannot be determined.
    pub onbepaald: usize,
}

/// Lays the months beside each other and proposes what to do with each.
pub fn calculate_herziening(paren: &[Maandpaar], feiten: &Herzieningsfeiten) -> Herziening {
    let maanden: Vec<_> = paren.iter().map(|paar| review(*paar, feiten)).collect();
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

fn review(paar: Maandpaar, feiten: &Herzieningsfeiten) -> Maandherziening {
    let zonder = |voorstel| Maandherziening {
        paar,
        besluit: None,
        voorstel,
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
    let voorstel = if betaling > Geld::NUL {
        Voorstel::Nabetaling(betaling)
    } else if betaling < Geld::NUL {
        reclaim(paar.maand, Geld::NUL - betaling, nieuw, feiten)
    } else if reservering.is_nul() {
        Voorstel::Geen(GeenReden::Gelijk)
    } else {
        Voorstel::Geen(GeenReden::AlleenReservering)
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
        reservering: if besluit.is_some() {
            reservering
        } else {
            Geld::NUL
        },
    }
}

/// What to do with what was paid too much. Art. 58.
fn reclaim(maand: Maand, te_veel: Geld, nieuw: Maandstand, feiten: &Herzieningsfeiten) -> Voorstel {
    let Some(periode) = feiten.oorzaak(maand) else {
        return Voorstel::Onbepaald(Herzieningonbepaald::Oorzaak);
    };
    let Oorzaakperiode {
        oorzaak,
        is_begrijpelijk,
        has_dringende_redenen,
        ..
    } = *periode;
    if oorzaak == Oorzaak::Voorschot && nieuw.has_recht {
        return Voorstel::Onbepaald(Herzieningonbepaald::VoorschotMetRecht);
    }
    if oorzaak == Oorzaak::Betaling {
        match is_begrijpelijk {
            None => return Voorstel::Onbepaald(Herzieningonbepaald::Begrijpelijk),
            Some(false) => return Voorstel::Geen(GeenReden::NietBegrijpelijk),
            Some(true) if feiten.is_te_lang_geleden(maand) => {
                return Voorstel::Geen(GeenReden::TeLangGeleden);
            }
            Some(true) => {}
        }
    }
    if has_dringende_redenen {
        return Voorstel::Geen(GeenReden::DringendeRedenen);
    }
    if oorzaak == Oorzaak::Middelen && feiten.is_verrekenbaar(maand) {
        return Voorstel::Verrekening(te_veel);
    }
    Voorstel::Terugvordering(te_veel, oorzaak)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn maand(tekst: &str) -> Maand {
        Maand::parse(tekst).unwrap()
    }

    fn stand(centen: i32) -> Maandstand {
        Maandstand {
            bedrag: Geld::from_cents(centen),
            vakantietoeslag: Geld::from_cents(centen / 20),
            has_recht: centen > 0,
        }
    }

    fn review_one(oorzaak: Oorzaak, in_maand: &str, begrijpelijk: Option<bool>) -> Voorstel {
        let feiten = Herzieningsfeiten {
            dag: date(2026, 9, 15),
            oorzaken: vec![Oorzaakperiode {
                oorzaak,
                van: None,
                tot_en_met: None,
                is_begrijpelijk: begrijpelijk,
                has_dringende_redenen: false,
            }],
            vakantietoeslag_betaald: None,
        };
        let paar = Maandpaar {
            maand: maand(in_maand),
            oud: Some(stand(100_000)),
            nieuw: Some(stand(80_000)),
        };
        calculate_herziening(&[paar], &feiten).maanden[0].voorstel
    }

    #[test]
    fn means_are_set_off_in_whole_months_of_the_last_six() {
        let bedrag = Geld::from_cents(19_000);
        assert_eq!(
            review_one(Oorzaak::Middelen, "2026-04", None),
            Voorstel::Verrekening(bedrag)
        );
        assert_eq!(
            review_one(Oorzaak::Middelen, "2026-03", None),
            Voorstel::Terugvordering(bedrag, Oorzaak::Middelen),
            "15 March is six months before, and the month began earlier"
        );
    }

    #[test]
    fn what_was_paid_without_a_ground_comes_back_for_two_years_from_who_could_know() {
        let bedrag = Geld::from_cents(19_000);
        let betaling =
            |in_maand, begrijpelijk| review_one(Oorzaak::Betaling, in_maand, begrijpelijk);
        assert_eq!(
            betaling("2024-10", Some(true)),
            Voorstel::Terugvordering(bedrag, Oorzaak::Betaling)
        );
        assert_eq!(
            betaling("2024-09", Some(true)),
            Voorstel::Geen(GeenReden::TeLangGeleden)
        );
        assert_eq!(
            betaling("2026-09", Some(false)),
            Voorstel::Geen(GeenReden::NietBegrijpelijk)
        );
        assert_eq!(
            betaling("2026-09", None),
            Voorstel::Onbepaald(Herzieningonbepaald::Begrijpelijk)
        );
    }

    #[test]
    fn an_advance_comes_back_only_without_a_right() {
        assert_eq!(
            review_one(Oorzaak::Voorschot, "2026-09", None),
            Voorstel::Onbepaald(Herzieningonbepaald::VoorschotMetRecht)
        );
    }

    fn stands() -> impl Strategy<Value = Option<Maandstand>> {
        prop_oneof![4 => (0_i32..200_000).prop_map(|centen| Some(stand(centen))), 1 => Just(None)]
    }

    fn facts() -> impl Strategy<Value = Herzieningsfeiten> {
        let oorzaak = (0_usize..5, any::<Option<bool>>(), any::<bool>());
        let oorzaak = proptest::option::of(oorzaak);
        (oorzaak, any::<bool>()).prop_map(|(oorzaak, betaald)| Herzieningsfeiten {
            dag: date(2026, 9, 15),
            oorzaken: oorzaak
                .map(
                    |(soort, is_begrijpelijk, has_dringende_redenen)| Oorzaakperiode {
                        oorzaak: Oorzaak::ALL[soort],
                        van: None,
                        tot_en_met: None,
                        is_begrijpelijk,
                        has_dringende_redenen,
                    },
                )
                .into_iter()
                .collect(),
            vakantietoeslag_betaald: betaald.then(|| maand("2026-05")),
        })
    }

    proptest! {
        #[test]
        fn what_is_paid_and_reserved_is_the_difference(
            paren in proptest::collection::vec((stands(), stands()), 1..30),
            feiten in facts(),
        ) {
            let paren: Vec<_> = (0..).zip(paren).map(|(plek, (oud, nieuw))| Maandpaar {
                maand: maand("2024-06").plus(plek),
                oud,
                nieuw,
            }).collect();
            let uit = calculate_herziening(&paren, &feiten);
            for maand in &uit.maanden {
                let verschil = maand.paar.verschil();
                let gaat = match maand.voorstel {
                    Voorstel::Nabetaling(bedrag) => bedrag,
                    Voorstel::Verrekening(bedrag) | Voorstel::Terugvordering(bedrag, _) => Geld::NUL - bedrag,
                    Voorstel::Geen(GeenReden::Gelijk | GeenReden::AlleenReservering) => Geld::NUL,
                    Voorstel::Geen(_) | Voorstel::Onbepaald(_) => continue,
                };
                prop_assert_eq!(verschil, Some(gaat + maand.reservering));
            }
            prop_assert!(uit.salderen() <= uit.nabetaling && uit.salderen() <= uit.terugvordering);
            // Without a cause nothing is ever claimed back.
            let zonder = Herzieningsfeiten { oorzaken: Vec::new(), ..feiten };
            let uit = calculate_herziening(&paren, &zonder);
            prop_assert!(uit.terugvordering.is_nul() && uit.verrekening.is_nul());
        }
    }
}
