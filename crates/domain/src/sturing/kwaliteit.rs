//! How far a figure can be trusted: rules about the registrations behind it.

use rust_decimal::Decimal;

/// What the registrations behind a figure are judged by.
///
/// The limits are ours (CBS and Divosa publish none); they are printed wherever a judgement is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kwaliteitsregel {
    /// A BUS file was received for each month of the quarter.
    BusVolledig,
    /// An SRG file was received for each month of the quarter.
    SrgVolledig,
    /// New benefits are entered within eight weeks of their start, as far as that time is over.
    TijdigGeregistreerd,
    /// The reason of an ended benefit is known.
    EindredenBekend,
    /// Residents have a measurement on the ladder, however old.
    LadderBekend,
    /// A wage-cost subsidy has a measured wage value.
    LoonwaardeBekend,
    /// The staffing on the last day is known.
    FormatieBekend,
}

/// How far figures can be trusted, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Oordeel {
    /// Nothing to remark.
    Goed,
    /// Read with care.
    Matig,
    /// Not to be compared or acted upon.
    Onvoldoende,
}

impl Oordeel {
    /// The three judgements, best first.
    pub const ALL: [Self; 3] = [Self::Goed, Self::Matig, Self::Onvoldoende];

    /// The name for machines.
    pub const fn sleutel(self) -> &'static str {
        match self {
            Self::Goed => "goed",
            Self::Matig => "matig",
            Self::Onvoldoende => "onvoldoende",
        }
    }

    /// The words for people.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::Goed => "goed",
            Self::Matig => "matig",
            Self::Onvoldoende => "onvoldoende",
        }
    }

    /// The judgement of a name for machines.
    pub fn from_sleutel(sleutel: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|oordeel| oordeel.sleutel() == sleutel)
    }
}

impl Kwaliteitsregel {
    /// Every rule.
    pub const ALL: [Self; 7] = [
        Self::BusVolledig,
        Self::SrgVolledig,
        Self::TijdigGeregistreerd,
        Self::EindredenBekend,
        Self::LadderBekend,
        Self::LoonwaardeBekend,
        Self::FormatieBekend,
    ];

    /// The name for machines.
    pub const fn sleutel(self) -> &'static str {
        match self {
            Self::BusVolledig => "bus-volledig",
            Self::SrgVolledig => "srg-volledig",
            Self::TijdigGeregistreerd => "tijdig-geregistreerd",
            Self::EindredenBekend => "eindreden-bekend",
            Self::LadderBekend => "ladder-bekend",
            Self::LoonwaardeBekend => "loonwaarde-bekend",
            Self::FormatieBekend => "formatie-bekend",
        }
    }

    /// The rule of a name for machines.
    pub fn from_sleutel(sleutel: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|regel| regel.sleutel() == sleutel)
    }

    /// The rule in words, with its limits.
    pub const fn omschrijving(self) -> &'static str {
        match self {
            Self::BusVolledig => {
                "Voor elke maand van het kwartaal is een BUS-bestand ontvangen. Matig: een eerdere maand ontbreekt. Onvoldoende: de laatste maand ontbreekt."
            }
            Self::SrgVolledig => {
                "Voor elke maand van het kwartaal is een SRG-bestand ontvangen. Matig: een eerdere maand ontbreekt. Onvoldoende: de laatste maand ontbreekt."
            }
            Self::TijdigGeregistreerd => {
                "Nieuwe uitkeringen zijn binnen acht weken na de ingangsdatum ingevoerd: zo lang mag een besluit duren. Uitkeringen die korter geleden ingingen, tellen niet mee. Goed: 90% of meer. Matig: 75% tot 90%. Onvoldoende: minder dan 75%."
            }
            Self::EindredenBekend => {
                "Bij beëindigde uitkeringen staat een reden. Goed: 90% of meer. Matig: 75% tot 90%. Onvoldoende: minder dan 75%."
            }
            Self::LadderBekend => {
                "Van inwoners is een trede op de Participatieladder bekend. Goed: 90% of meer. Matig: 75% tot 90%. Onvoldoende: minder dan 75%."
            }
            Self::LoonwaardeBekend => {
                "Bij loonkostensubsidie is de loonwaarde bekend. Goed: 90% of meer. Matig: 75% tot 90%. Onvoldoende: minder dan 75%."
            }
            Self::FormatieBekend => {
                "De formatie op de laatste dag van het kwartaal is vastgelegd. Onvoldoende: er is niets vastgelegd."
            }
        }
    }

    /// What a judgement of this rule says about the figures, in one sentence. Names bands, never the exact
    /// share, because a share can give a small count away.
    pub const fn bevinding(self, oordeel: Oordeel) -> &'static str {
        use Oordeel as O;
        match (self, oordeel) {
            (Self::BusVolledig, O::Goed) => "Alle BUS-bestanden van het kwartaal zijn ontvangen.",
            (Self::BusVolledig, O::Matig) => {
                "Er ontbreekt een BUS-bestand van een maand in het kwartaal."
            }
            (Self::BusVolledig, O::Onvoldoende) => {
                "Het BUS-bestand van de laatste maand ontbreekt."
            }
            (Self::SrgVolledig, O::Goed) => "Alle SRG-bestanden van het kwartaal zijn ontvangen.",
            (Self::SrgVolledig, O::Matig) => {
                "Er ontbreekt een SRG-bestand van een maand in het kwartaal."
            }
            (Self::SrgVolledig, O::Onvoldoende) => {
                "Het SRG-bestand van de laatste maand ontbreekt."
            }
            (Self::TijdigGeregistreerd, O::Goed) => {
                "90% of meer van de nieuwe uitkeringen is binnen acht weken ingevoerd."
            }
            (Self::TijdigGeregistreerd, O::Matig) => {
                "75% tot 90% van de nieuwe uitkeringen is binnen acht weken ingevoerd."
            }
            (Self::TijdigGeregistreerd, O::Onvoldoende) => {
                "Minder dan 75% van de nieuwe uitkeringen is binnen acht weken ingevoerd: er kan nog veel bijkomen."
            }
            (Self::EindredenBekend, O::Goed) => {
                "Bij 90% of meer van de beëindigde uitkeringen is de reden bekend."
            }
            (Self::EindredenBekend, O::Matig) => {
                "Bij 75% tot 90% van de beëindigde uitkeringen is de reden bekend."
            }
            (Self::EindredenBekend, O::Onvoldoende) => {
                "Bij minder dan 75% van de beëindigde uitkeringen is de reden bekend."
            }
            (Self::LadderBekend, O::Goed) => "Van 90% of meer van de inwoners is een trede bekend.",
            (Self::LadderBekend, O::Matig) => {
                "Van 75% tot 90% van de inwoners is een trede bekend."
            }
            (Self::LadderBekend, O::Onvoldoende) => {
                "Van minder dan 75% van de inwoners is een trede bekend."
            }
            (Self::LoonwaardeBekend, O::Goed) => {
                "Bij 90% of meer van de loonkostensubsidies is de loonwaarde bekend."
            }
            (Self::LoonwaardeBekend, O::Matig) => {
                "Bij 75% tot 90% van de loonkostensubsidies is de loonwaarde bekend."
            }
            (Self::LoonwaardeBekend, O::Onvoldoende) => {
                "Bij minder dan 75% van de loonkostensubsidies is de loonwaarde bekend."
            }
            (Self::FormatieBekend, O::Goed | O::Matig) => {
                "De formatie op de laatste dag is vastgelegd."
            }
            (Self::FormatieBekend, O::Onvoldoende) => {
                "Er is geen formatie vastgelegd voor de laatste dag van het kwartaal."
            }
        }
    }
}

/// Judges a share by the limits of 90% and 75%; none where there is nothing to judge.
pub(super) fn judge_aandeel(aantal: u64, van: u64) -> Option<Oordeel> {
    if van == 0 {
        return None;
    }
    let procent = Decimal::from(aantal) * Decimal::ONE_HUNDRED / Decimal::from(van);
    Some(if procent >= Decimal::from(90) {
        Oordeel::Goed
    } else if procent >= Decimal::from(75) {
        Oordeel::Matig
    } else {
        Oordeel::Onvoldoende
    })
}

/// Judges whether the three months of a quarter were delivered, first month first.
pub(super) fn judge_leveringen(ontvangen: [bool; 3]) -> Oordeel {
    match ontvangen {
        [true, true, true] => Oordeel::Goed,
        [_, _, true] => Oordeel::Matig,
        [_, _, false] => Oordeel::Onvoldoende,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_judged_by_their_limits() {
        assert_eq!(judge_aandeel(9, 10), Some(Oordeel::Goed));
        assert_eq!(judge_aandeel(899, 1000), Some(Oordeel::Matig));
        assert_eq!(judge_aandeel(75, 100), Some(Oordeel::Matig));
        assert_eq!(judge_aandeel(74, 100), Some(Oordeel::Onvoldoende));
        assert_eq!(judge_aandeel(0, 0), None);
    }

    #[test]
    fn a_missing_last_month_weighs_most() {
        assert_eq!(judge_leveringen([true; 3]), Oordeel::Goed);
        assert_eq!(judge_leveringen([false, true, true]), Oordeel::Matig);
        assert_eq!(judge_leveringen([true, true, false]), Oordeel::Onvoldoende);
    }

    #[test]
    fn names_are_read_back() {
        for regel in Kwaliteitsregel::ALL {
            assert_eq!(Kwaliteitsregel::from_sleutel(regel.sleutel()), Some(regel));
        }
        for oordeel in Oordeel::ALL {
            assert_eq!(Oordeel::from_sleutel(oordeel.sleutel()), Some(oordeel));
        }
    }
}
