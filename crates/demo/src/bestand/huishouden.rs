//! Households: who asks for a benefit, and how they live.

use domain::statistiek::{
    Geslacht, Huisvesting, Leefvorm, Ontheffing, Positie, RedenEinde, RedenVermindering,
    SoortInkomsten, SrgVoorziening,
};
use primitives::{Bsn, Datum, leeftijd_op};

use super::toeval::{Toeval, plus_dagen};

/// The place of a month in the run; before the first it is negative.
pub(super) type Plek = i32;

/// A resident.
#[derive(Clone, Debug)]
pub(super) struct Inwoner {
    pub(super) bsn: Bsn,
    pub(super) geboortedatum: Datum,
    pub(super) geslacht: Geslacht,
    /// Whether SRG knows the resident: a few are not in beeld.
    pub(super) is_in_beeld: bool,
    pub(super) arbeidsvermogen: u8,
    pub(super) metingen: Vec<Positie>,
    pub(super) voorzieningen: Vec<SrgVoorziening>,
}

/// A benefit of one or two residents.
#[derive(Clone, Debug)]
pub(super) struct Uitkering {
    pub(super) nummer: u32,
    pub(super) leefvorm: Leefvorm,
    pub(super) kostendelers: Option<u8>,
    pub(super) huisvesting: Huisvesting,
    pub(super) aanvang: Datum,
    pub(super) invoering: Datum,
    /// The first file in which it stands.
    pub(super) zichtbaar_vanaf: Plek,
    pub(super) delen: Vec<Deel>,
    pub(super) maatregelen: Vec<Maatregel>,
    pub(super) einde: Option<Beeindiging>,
}

/// The share of one resident in a benefit.
#[derive(Clone, Debug)]
pub(super) struct Deel {
    /// The place of the resident in the list.
    pub(super) inwoner: usize,
    pub(super) ontheffing: Ontheffing,
    pub(super) doet_tegenprestatie: bool,
    pub(super) inkomens: Vec<Inkomen>,
}

/// Income over some months.
#[derive(Clone, Copy, Debug)]
pub(super) struct Inkomen {
    pub(super) soort: SoortInkomsten,
    pub(super) bedrag: i32,
    pub(super) vanaf: Plek,
    pub(super) tot_en_met: Option<Plek>,
}

/// A reduction in one month.
#[derive(Clone, Copy, Debug)]
pub(super) struct Maatregel {
    pub(super) plek: Plek,
    pub(super) percentage: u32,
    pub(super) reden: RedenVermindering,
}

/// The end of a benefit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Beeindiging {
    pub(super) datum: Datum,
    pub(super) reden: RedenEinde,
    /// The file that tells it; until then the administration thinks that the benefit runs.
    pub(super) bekend_in: Plek,
}

/// Ages as the published shares have them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Leeftijdsklasse {
    Tot27,
    Van27Tot45,
    Vanaf45,
}

impl Leeftijdsklasse {
    /// Stock: 42, 139 and 229 of 410 thousand (CBS end of 2025, herindeling-en-omvang.md G).
    pub(super) const VOORRAAD: [(Self, u32); 3] = [
        (Self::Tot27, 42),
        (Self::Van27Tot45, 139),
        (Self::Vanaf45, 229),
    ];
    /// Inflow: younger, so that the stock keeps its shares (voorbeeldwaarde).
    pub(super) const INSTROOM: [(Self, u32); 3] = [
        (Self::Tot27, 23),
        (Self::Van27Tot45, 41),
        (Self::Vanaf45, 36),
    ];
    /// Banenafspraak without benefit: many come from special education (voorbeeldwaarde).
    pub(super) const BANENAFSPRAAK: [(Self, u32); 3] = [
        (Self::Tot27, 40),
        (Self::Van27Tot45, 40),
        (Self::Vanaf45, 20),
    ];

    pub(super) fn of(geboortedatum: Datum, peildatum: Datum) -> Self {
        match leeftijd_op(geboortedatum, peildatum).unwrap_or_default() {
            0..27 => Self::Tot27,
            27..45 => Self::Van27Tot45,
            _ => Self::Vanaf45,
        }
    }

    const fn leeftijden(self) -> (i32, i32) {
        match self {
            Self::Tot27 => (18, 26),
            Self::Van27Tot45 => (27, 44),
            Self::Vanaf45 => (45, 65),
        }
    }

    /// Kinds of household by age (voorbeeldwaarde).
    pub(super) const fn leefvormen(self) -> &'static [(Leefvorm, u32)] {
        match self {
            Self::Tot27 => &[
                (Leefvorm::Alleenstaande, 86),
                (Leefvorm::AlleenstaandeOuder, 9),
                (Leefvorm::GehuwdenEnSamenwonenden, 5),
            ],
            Self::Van27Tot45 => &[
                (Leefvorm::Alleenstaande, 57),
                (Leefvorm::AlleenstaandeOuder, 26),
                (Leefvorm::GehuwdenEnSamenwonenden, 16),
                (Leefvorm::Anders, 1),
            ],
            Self::Vanaf45 => &[
                (Leefvorm::Alleenstaande, 75),
                (Leefvorm::AlleenstaandeOuder, 6),
                (Leefvorm::GehuwdenEnSamenwonenden, 18),
                (Leefvorm::Anders, 1),
            ],
        }
    }
}

impl Inkomen {
    pub(super) fn is_in(&self, plek: Plek) -> bool {
        self.vanaf <= plek && self.tot_en_met.is_none_or(|tot_en_met| plek <= tot_en_met)
    }
}

impl Deel {
    /// The income of a month; work goes before anything else.
    pub(super) fn inkomen_in(&self, plek: Plek) -> Option<&Inkomen> {
        let lopend = || self.inkomens.iter().filter(|inkomen| inkomen.is_in(plek));
        lopend()
            .find(|inkomen| inkomen.soort == SoortInkomsten::Arbeid)
            .or_else(|| lopend().next())
    }

    pub(super) fn werkt_in(&self, plek: Plek) -> bool {
        self.inkomen_in(plek)
            .is_some_and(|inkomen| inkomen.soort == SoortInkomsten::Arbeid)
    }
}

/// A date of birth in an age class on a day. Nobody gets the pension age in the days around `niet_67_rond`.
pub(super) fn geboortedatum(
    toeval: &mut Toeval,
    klasse: Leeftijdsklasse,
    peildatum: Datum,
    niet_67_rond: Datum,
) -> Datum {
    let (jongst, oudst) = klasse.leeftijden();
    let jaren = toeval.tussen(jongst, oudst);
    let dagen = toeval.tussen(1, 364);
    let geboren = plus_dagen(
        peildatum.saturating_sub(jiff::Span::new().years(jaren)),
        -dagen,
    );
    let verjaardag = geboren.saturating_add(jiff::Span::new().years(67));
    let verschil = (verjaardag - niet_67_rond).get_days();
    if verschil.abs() <= 60 {
        plus_dagen(geboren, 130)
    } else {
        geboren
    }
}

/// How a household lives and with whom it shares costs; only people of 27 and older share (art. 19a).
pub(super) fn wonen(
    toeval: &mut Toeval,
    leefvorm: Leefvorm,
    klasse: Leeftijdsklasse,
) -> (Huisvesting, Option<u8>) {
    let huisvesting = match klasse {
        Leeftijdsklasse::Tot27 => toeval.kies(&[
            (Huisvesting::Huurder, 58),
            (Huisvesting::Inwonend, 36),
            (Huisvesting::Adresloos, 4),
            (Huisvesting::GeenVasteVerblijfplaats, 2),
        ]),
        _ => toeval.kies(&[
            (Huisvesting::Huurder, 81),
            (Huisvesting::Eigenaar, 6),
            (Huisvesting::Inwonend, 10),
            (Huisvesting::Inrichting, 1),
            (Huisvesting::Adresloos, 2),
        ]),
    };
    let is_paar = leefvorm == Leefvorm::GehuwdenEnSamenwonenden;
    let huisvesting = match huisvesting {
        // The norm of an institution is for people alone.
        Huisvesting::Inrichting if leefvorm != Leefvorm::Alleenstaande => Huisvesting::Huurder,
        anders => anders,
    };
    let kan_delen = klasse != Leeftijdsklasse::Tot27
        && matches!(huisvesting, Huisvesting::Huurder | Huisvesting::Inwonend);
    let deelt = kan_delen
        && toeval.kans(if huisvesting == Huisvesting::Inwonend {
            800
        } else {
            70
        });
    let kostendelers = match (deelt, is_paar) {
        (true, true) => Some(toeval.kies(&[(3, 75), (4, 25)])),
        (true, false) => Some(toeval.kies(&[(2, 68), (3, 24), (4, 8)])),
        (false, true) => Some(2),
        (false, false) => Some(1),
    };
    (huisvesting, kostendelers)
}

/// One in ten is exempt from the duty to work (Divosa 2017).
pub(super) fn ontheffing(
    toeval: &mut Toeval,
    leefvorm: Leefvorm,
    klasse: Leeftijdsklasse,
) -> Ontheffing {
    let is_ouder = leefvorm == Leefvorm::AlleenstaandeOuder;
    if is_ouder && klasse != Leeftijdsklasse::Vanaf45 && toeval.kans(130) {
        Ontheffing::AlleenstaandeOuder
    } else if toeval.kans(if klasse == Leeftijdsklasse::Vanaf45 {
        62
    } else {
        20
    }) {
        Ontheffing::Arbeidsongeschikt
    } else if toeval.kans(50) {
        Ontheffing::Tijdelijk
    } else {
        Ontheffing::Geen
    }
}
