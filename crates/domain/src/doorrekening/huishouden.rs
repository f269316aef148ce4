//! A household of the caseload as the calculation sees it: small, and without anything that says who it is.

use primitives::{Datum, Geld, GemeenteCode};

use super::{Categorie, Rekenset, Rekensets};
use crate::recht::{Leefvorm, Maandbeeld, MaandbeeldError, Opbouw, Partner};
use crate::statistiek::Huisvesting;

/// A record holds whole euros: an amount is recognised when it differs by less than this.
const HELE_EURO: Geld = Geld::from_cents(100);

/// What the calculation needs of one household with algemene bijstand in the month of the caseload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rekenhuishouden {
    pub(super) kenmerken: Kenmerken,
    /// Months with the benefit without interruption.
    pub(super) maanden: u16,
    /// The norm of the law per month, holiday pay included, before any reduction by policy.
    pub(super) norm: Geld,
    /// The income that was set off.
    pub(super) inkomsten: Geld,
    /// The reduction by a maatregel, as delivered.
    pub(super) vermindering: Geld,
}

/// What households of one group have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Kenmerken {
    pub(super) leefvorm: Rekenleefvorm,
    pub(super) toeslag: Toeslagtoets,
    pub(super) woonlasten: Woonlasten,
    pub(super) maatregel: Maatregel,
    pub(super) klasse: Inkomensklasse,
    /// The area whose own values hold; none for those of the whole municipality.
    pub(super) gebied: Option<GemeenteCode>,
}

/// A form of living, in the order of the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rekenleefvorm {
    Alleenstaande,
    AlleenstaandeOuder,
    Gehuwden,
}

/// Whether the law leaves room for the toeslag. Participatiewet art. 36 lid 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Toeslagtoets {
    /// 21 or older and below the pension age.
    Mogelijk,
    /// Too young or too old.
    Leeftijd,
    /// The record does not tell enough of a partner without a right.
    PartnerOnbekend,
}

/// Whether the household has costs of a dwelling. Participatiewet art. 27.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Woonlasten {
    /// Art. 27 is about the norms of arts 20 and 21 only, and this is another.
    AndereNorm,
    /// Rents or owns.
    Wel,
    /// Keeps no dwelling.
    Geen,
    /// Lives in with somebody: the record does not tell at what price.
    Onbekend,
}

/// The reduction that stands in the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Maatregel {
    Geen,
    /// The amount is that of one category of the ordinance, and of no other.
    Categorie(Categorie),
    /// Of no category, or of more than one.
    Onbekend,
}

/// How much own income a household has, beside its norm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Inkomensklasse {
    /// None.
    Geen,
    /// Less than a quarter of the norm.
    TotKwart,
    /// From a quarter to half of the norm.
    TotHelft,
    /// Half of the norm or more.
    VanafHelft,
}

/// Why a benefit is left out of the calculation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NietTeBerekenen {
    /// The record is no household.
    #[error(transparent)]
    Maandbeeld(#[from] MaandbeeldError),
    /// The norm cannot be determined, or the record gives no right.
    #[error("Het recht volgt niet uit de feiten in de levering.")]
    Recht,
    /// An area has values of its own, and it is not known where the household lives.
    #[error("Niet bekend is in welk deel van de gemeente het huishouden woont.")]
    Woonplek,
}

impl Rekenhuishouden {
    /// Distils the record of a benefit in an area ([`Rekensets::place`]). `sets` is the policy of the month of the
    /// record, by which a reduction is recognised.
    pub fn try_new(
        beeld: &Maandbeeld,
        (aanvangsdatum, peildatum): (Datum, Datum),
        gebied: Option<GemeenteCode>,
        sets: &Rekensets,
    ) -> Result<Self, NietTeBerekenen> {
        let set = sets.in_gebied(gebied);
        let situatie = beeld.leefsituatie(peildatum)?;
        let berekening = beeld.calculate(peildatum)?;
        let (Ok(_), Some(norm), Some(leefvorm)) =
            (berekening.uitkomst, berekening.norm, situatie.leefvorm())
        else {
            return Err(NietTeBerekenen::Recht);
        };
        let is_toeslagleeftijd = |leeftijd: crate::recht::Leeftijd| {
            leeftijd.is_vanaf_21() && !leeftijd.is_pensioengerechtigd()
        };
        let toeslag = match situatie.partner() {
            _ if !is_toeslagleeftijd(situatie.aanvrager()) => Toeslagtoets::Leeftijd,
            None => Toeslagtoets::Mogelijk,
            Some(Partner {
                leeftijd: Some(leeftijd),
                heeft_recht: true,
            }) if is_toeslagleeftijd(leeftijd) => Toeslagtoets::Mogelijk,
            Some(_) => Toeslagtoets::PartnerOnbekend,
        };
        Ok(Self {
            kenmerken: Kenmerken {
                leefvorm: leefvorm.into(),
                toeslag,
                woonlasten: Woonlasten::of(beeld, norm.opbouw),
                maatregel: Maatregel::recognise(beeld.vermindering, norm.bedrag, set),
                klasse: Inkomensklasse::of(beeld.inkomsten, norm.bedrag),
                gebied,
            },
            maanden: whole_months(aanvangsdatum, peildatum),
            norm: norm.bedrag,
            inkomsten: beeld.inkomsten,
            vermindering: beeld.vermindering,
        })
    }
}

impl Woonlasten {
    fn of(beeld: &Maandbeeld, opbouw: Opbouw) -> Self {
        if !opbouw.is_norm_20_21() {
            return Self::AndereNorm;
        }
        let mut soorten = beeld
            .personen
            .iter()
            .map(|persoon| match persoon.huisvesting {
                Some(Huisvesting::Huurder | Huisvesting::Eigenaar) => Self::Wel,
                Some(Huisvesting::Adresloos | Huisvesting::GeenVasteVerblijfplaats) => Self::Geen,
                Some(Huisvesting::Inwonend | Huisvesting::Inrichting) | None => Self::Onbekend,
            });
        let eerste = soorten.next().unwrap_or(Self::Onbekend);
        if soorten.all(|soort| soort == eerste) {
            eerste
        } else {
            Self::Onbekend
        }
    }
}

impl Maatregel {
    fn recognise(vermindering: Geld, norm: Geld, set: &Rekenset) -> Self {
        if vermindering.is_nul() {
            return Self::Geen;
        }
        let is_van = |categorie: &Categorie| {
            set.maatregel(*categorie).is_some_and(|percentage| {
                let verschil = norm.part(percentage) - vermindering;
                verschil < HELE_EURO && -verschil < HELE_EURO
            })
        };
        let mut passend = Categorie::ALL.into_iter().filter(is_van);
        match (passend.next(), passend.next()) {
            (Some(categorie), None) => Self::Categorie(categorie),
            _ => Self::Onbekend,
        }
    }
}

impl Inkomensklasse {
    /// Every class, from low to high.
    pub const ALL: [Self; 4] = [Self::Geen, Self::TotKwart, Self::TotHelft, Self::VanafHelft];

    pub(super) fn of(inkomsten: Geld, norm: Geld) -> Self {
        if inkomsten.is_nul() {
            Self::Geen
        } else if inkomsten < norm.fraction(1, 4) {
            Self::TotKwart
        } else if inkomsten < norm.fraction(1, 2) {
            Self::TotHelft
        } else {
            Self::VanafHelft
        }
    }

    /// The name in data: `geen`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Geen => "geen",
            Self::TotKwart => "tot-kwart",
            Self::TotHelft => "tot-helft",
            Self::VanafHelft => "vanaf-helft",
        }
    }

    /// As people read it.
    pub const fn omschrijving(self) -> &'static str {
        match self {
            Self::Geen => "geen eigen inkomen",
            Self::TotKwart => "tot 25% van de norm",
            Self::TotHelft => "25% tot 50% van de norm",
            Self::VanafHelft => "50% van de norm of meer",
        }
    }
}

impl From<Leefvorm> for Rekenleefvorm {
    fn from(leefvorm: Leefvorm) -> Self {
        match leefvorm {
            Leefvorm::Alleenstaande => Self::Alleenstaande,
            Leefvorm::AlleenstaandeOuder => Self::AlleenstaandeOuder,
            Leefvorm::Gehuwden => Self::Gehuwden,
        }
    }
}

impl From<Rekenleefvorm> for Leefvorm {
    fn from(leefvorm: Rekenleefvorm) -> Self {
        match leefvorm {
            Rekenleefvorm::Alleenstaande => Self::Alleenstaande,
            Rekenleefvorm::AlleenstaandeOuder => Self::AlleenstaandeOuder,
            Rekenleefvorm::Gehuwden => Self::Gehuwden,
        }
    }
}

/// Whole months from a day to a later one, counting a month when its day has come.
fn whole_months(van: Datum, tot: Datum) -> u16 {
    let jaren = i32::from(tot.year()) - i32::from(van.year());
    let maanden = jaren * 12 + i32::from(tot.month()) - i32::from(van.month());
    u16::try_from(maanden - i32::from(tot.day() < van.day())).unwrap_or(0)
}
