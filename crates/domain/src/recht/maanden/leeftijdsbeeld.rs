//! The birthdays that divide a month. Participatiewet arts 13, 20, 21, 22, 22a, 31.

use primitives::Datum;

use crate::recht::vrijlating::KIND_TOT;
use crate::recht::{Huishouden, Kinderen, Leeftijd};

/// The ages at which the law changes something, so that a stretch ends on such a birthday and on no other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Leeftijdsbeeld {
    aanvrager: Leeftijdsklasse,
    partner: Option<Leeftijdsklasse>,
    kinderen: Option<bool>,
    medebewoners: u16,
}

/// A class of ages: below 18, 21, 27 and the pension age. Arts 13, 20, 21, 22, 31 lid 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Leeftijdsklasse {
    Minderjarig,
    Tot21,
    Tot27,
    Vanaf27,
    Pensioen,
}

impl Leeftijdsbeeld {
    /// Of a household on a day; none where the household cannot be weighed, which its calculation then says.
    pub(super) fn of(huishouden: &Huishouden, dag: Datum) -> Option<Self> {
        let situatie = huishouden.leefsituatie(dag).ok()?;
        let partner = situatie.partner().and_then(|partner| partner.leeftijd);
        Some(Self {
            aanvrager: Leeftijdsklasse::of(situatie.aanvrager()),
            partner: partner.map(Leeftijdsklasse::of),
            kinderen: match situatie.kinderen() {
                Kinderen::TenLaste { jongste } => Some(jongste.is_some_and(|j| j < KIND_TOT)),
                _ => None,
            },
            medebewoners: situatie.kostendelende_medebewoners(),
        })
    }
}

impl Leeftijdsklasse {
    const fn of(leeftijd: Leeftijd) -> Self {
        if leeftijd.is_minderjarig() {
            Self::Minderjarig
        } else if leeftijd.is_jongere() {
            Self::Tot21
        } else if leeftijd.is_jonger_dan_27() {
            Self::Tot27
        } else if leeftijd.is_pensioengerechtigd() {
            Self::Pensioen
        } else {
            Self::Vanaf27
        }
    }
}
