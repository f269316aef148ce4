//! The facts from which figures are calculated: what was registered about one municipality, as known on one date.
//!
//! The read model hands over only what was known on the reference moment, so nothing here carries a recorded time.

use primitives::{Datum, DossierId, Geld, Kwartaal, Maand, Percentage, Periode, UitkeringId};

use crate::formatie::Formatieregel;
use crate::ontwikkeling::Trede;

/// Everything registered that the figures of one quarter need.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Feiten {
    /// Benefits by person. From [`Feiten::first_day`] on; periods that ended earlier change nothing.
    pub uitkeringen: Vec<Uitkeringsdeel>,
    /// What was registered about persons with a benefit in the last month of the quarter.
    pub maanden: Vec<Maandfeit>,
    /// Measurements on the ladder, of all time.
    pub metingen: Vec<Laddermeting>,
    /// Provisions that were active on the last day of the quarter.
    pub voorzieningen: Vec<Voorziening>,
    /// Residents who are guided whether or not they have a benefit.
    pub begeleiding: Vec<Begeleiding>,
    /// Contacts with residents.
    pub contacten: Vec<Contact>,
    /// The staffing.
    pub formatie: Vec<Formatieregel>,
    /// The statutory files that were received for the months of the quarter.
    pub leveringen: Vec<Levering>,
}

/// The share of one person in one benefit, without a break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Uitkeringsdeel {
    /// The person.
    pub dossier: DossierId,
    /// The benefit; a couple shares one.
    pub uitkering: UitkeringId,
    /// The act that gives it.
    pub regeling: Regeling,
    /// When the person was born.
    pub geboortedatum: Datum,
    /// From the first day with the benefit up to the first day without.
    pub periode: Periode,
    /// When the benefit was entered in the administration (BUS field 16).
    pub ingevoerd_op: Option<Datum>,
    /// Why it ended, where that is known (BUS field 34).
    pub eindreden: Option<Eindreden>,
}

/// The act that gives a benefit (BUS field 8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Regeling {
    /// General assistance of the Participatiewet.
    Participatiewet,
    /// IOAW.
    Ioaw,
    /// IOAZ.
    Ioaz,
    /// Bbz.
    Bbz,
}

/// Why a benefit ended, as far as the figures tell the difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Eindreden {
    /// Income from work or a business (BUS codes 11 and 13).
    Werk,
    /// The age of AOW (BUS code 03).
    AowLeeftijd,
    /// Any other reason.
    Anders,
}

/// What was registered about one person with a benefit in one month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Maandfeit {
    /// The person.
    pub dossier: DossierId,
    /// The month.
    pub maand: Maand,
    /// Income from work in the month, with the holiday pay that belongs to it; zero where there is none.
    pub inkomen_uit_werk: Geld,
    /// Whether the person is exempt from the duty to work (Participatiewet art. 9 and 9a; BUS field 24).
    pub is_ontheven: bool,
}

/// A measurement on the Participatieladder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Laddermeting {
    /// The person.
    pub dossier: DossierId,
    /// When it was measured.
    pub gemeten_op: Datum,
    /// The outcome.
    pub trede: Trede,
}

/// A provision, as far as the figures tell the difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Voorziening {
    /// The person.
    pub dossier: DossierId,
    /// What kind.
    pub soort: Voorzieningsoort,
    /// When.
    pub periode: Periode,
    /// The measured wage value, in per cent of the statutory minimum wage.
    pub loonwaarde: Option<Percentage>,
}

/// The kinds of provision that have a figure of their own (SRG field 15).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Voorzieningsoort {
    /// Wage-cost subsidy of the Participatiewet, art. 10d (SRG code 04).
    Loonkostensubsidie,
    /// Any other.
    Anders,
}

/// A resident whom the organisation guides, with or without a benefit: those of the banenafspraak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Begeleiding {
    /// The person.
    pub dossier: DossierId,
    /// When.
    pub periode: Periode,
}

/// A conversation or other contact with a resident.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contact {
    /// The person.
    pub dossier: DossierId,
    /// When.
    pub datum: Datum,
}

/// A statutory file that was received for a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Levering {
    /// Which file.
    pub soort: Leveringsoort,
    /// The month that it is about.
    pub maand: Maand,
}

/// The statutory files that the figures are made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Leveringsoort {
    /// Benefits and persons.
    Bus,
    /// Re-integration provisions and the ladder.
    Srg,
}

impl Feiten {
    /// The first day about which benefits matter for a quarter: the returns of those who left a year before,
    /// and the break of fewer than 30 days before that.
    pub fn first_day(kwartaal: Kwartaal) -> Datum {
        kwartaal.plus(-5).first_day()
    }
}

impl Leveringsoort {
    /// Both files.
    pub const ALL: [Self; 2] = [Self::Bus, Self::Srg];

    /// The name of the law.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::Bus => "BUS",
            Self::Srg => "SRG",
        }
    }
}
