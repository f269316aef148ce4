//! The records of BUS and SRG: one person with a benefit in a month, one person with a provision in a month.

use std::fmt;

use primitives::{Bsn, Datum, GemeenteCode, Maand};

use super::code::{
    ClassificatieBbz, ClusterBijzondereBijstand, Geslacht, Huisvesting, JaNee, Leefvorm,
    Ontheffing, RedenEinde, RedenEindeOntheffing, RedenEindeVoorziening, RedenVermindering,
    Softwarepakket, SoortInkomsten, Statistiekcode, TypeVoorziening,
};
use super::waarde::{
    Berichtgevercode, Betaalbedrag, Loonwaarde, Normbedrag, Registratienummer, Release,
    Verrekenbedrag,
};
use crate::ontwikkeling::Trede;

/// Of which month and municipality a record is, and by which software it was made (annex 1 items 1-6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leveringskop {
    /// The month that the record describes. A file may hold several months: a takeover brings its history.
    pub maand: Maand,
    /// Who delivers.
    pub berichtgevercode: Berichtgevercode,
    /// Of which municipality.
    pub gemeente: GemeenteCode,
    /// By which software.
    pub softwarepakket: Softwarepakket,
    /// In which release of it.
    pub release: Option<Release>,
}

/// Who a record is about. Prints nothing of itself.
#[derive(Clone, PartialEq, Eq)]
pub struct Persoonsgegevens {
    /// The citizen service number.
    pub bsn: Bsn,
    /// The date of birth.
    pub geboortedatum: Datum,
    /// The sex as registered.
    pub geslacht: Geslacht,
}

impl fmt::Debug for Persoonsgegevens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Persoonsgegevens(…)")
    }
}

/// One record of BUS: a person with a benefit, in a month (annex 1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BusRegel {
    /// Items 1-6.
    pub kop: Leveringskop,
    /// Items 7-17, the same for both partners.
    pub uitkering: BusUitkering,
    /// Items 18-34.
    pub persoon: BusPersoon,
}

/// The benefit in a record of BUS (annex 1 items 7-17).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BusUitkering {
    /// The number of the benefit in the source administration.
    pub registratienummer: Registratienummer,
    /// The kind of benefit.
    pub statistiekcode: Statistiekcode,
    /// The kind of self-employed person; with a Bbz benefit only.
    pub classificatie_bbz: Option<ClassificatieBbz>,
    /// The kind of household; always there for the cost of living.
    pub leefvorm: Option<Leefvorm>,
    /// How many people share costs; see [`BusUitkering::kostendelers`].
    pub aantal_kostendelers: Option<u8>,
    /// The norm including holiday pay; always there for the cost of living.
    pub bedrag_norm: Option<Normbedrag>,
    /// The reduction by a maatregel, including holiday pay.
    pub bedrag_vermindering: Option<Verrekenbedrag>,
    /// The income that was set off, including holiday pay.
    pub bedrag_inkomsten: Option<Verrekenbedrag>,
    /// What was made payable, excluding holiday pay.
    pub betaalbaar_gesteld: Betaalbedrag,
    /// When the benefit was entered in the administration: with the start date the measure of timeliness.
    pub datum_invoering: Option<Datum>,
    /// What special assistance is for.
    pub cluster: Option<ClusterBijzondereBijstand>,
}

impl BusUitkering {
    /// The number A of art. 22a lid 1 when costs are shared, else none.
    ///
    /// Our reading of annex 1 item 11, which the law does not explain: the number of people in the home who share
    /// costs *including* those entitled. So 00 and 01 are none, and 02 is none for a couple, whose norm of art. 21
    /// under b already supposes that the two share.
    pub fn kostendelers(&self) -> Option<u8> {
        let rechthebbenden = match self.leefvorm {
            Some(Leefvorm::GehuwdenEnSamenwonenden) => 2,
            _ => 1,
        };
        self.aantal_kostendelers
            .filter(|aantal| *aantal > rechthebbenden)
    }
}

/// The person in a record of BUS (annex 1 items 18-34).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BusPersoon {
    /// Who it is.
    pub wie: Persoonsgegevens,
    /// How the person lives; always there for the cost of living.
    pub huisvesting: Option<Huisvesting>,
    /// The first day of the benefit for this person.
    pub aanvangsdatum: Datum,
    /// The end, once it is decided.
    pub einde: Option<Einde>,
    /// Whether the person is exempt from the duty to work; always there for the cost of living.
    pub ontheffing: Option<Ontheffing>,
    /// When the exemption ends or ended.
    pub einddatum_ontheffing: Option<Datum>,
    /// Why the exemption ended.
    pub reden_einde_ontheffing: Option<RedenEindeOntheffing>,
    /// Whether something is done in return (art. 9 lid 1 onder c).
    pub tegenprestatie: Option<JaNee>,
    /// A reduction by a maatregel.
    pub vermindering: Option<Vermindering>,
    /// The kind of income of the person.
    pub soort_inkomsten: Option<SoortInkomsten>,
    /// The income of the person, including holiday pay.
    pub bedrag_inkomsten: Option<Verrekenbedrag>,
    /// Whether part of the income is exempt (art. 31 lid 2).
    pub vrijlating: Option<JaNee>,
}

/// The end of a benefit for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Einde {
    /// The last day of the benefit. Our reading: annex 1 item 23 does not say whether that day still counts.
    pub datum: Datum,
    /// Why it ended.
    pub reden: RedenEinde,
}

/// A reduction of the benefit by a maatregel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Vermindering {
    /// Why.
    pub reden: RedenVermindering,
    /// From which day.
    pub aanvang: Datum,
    /// Until which day.
    pub einde: Option<Datum>,
}

/// One record of SRG: a person in the caseload, with at most one provision, in a month (annex 2).
///
/// A person with two provisions has two records, who has none has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SrgRegel {
    /// Items 1, 2 and 4-7.
    pub kop: Leveringskop,
    /// Items 8-10.
    pub wie: Persoonsgegevens,
    /// Items 11 and 12, the same in all records of the person.
    pub positie: Option<Positie>,
    /// Item 13, one digit whose meaning CBS gives in guidelines that are not at hand.
    pub arbeidsvermogen: Option<u8>,
    /// Items 14-19.
    pub voorziening: Option<SrgVoorziening>,
}

/// A position on the Participatieladder (annex 2 items 11 and 12).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Positie {
    /// The step.
    pub trede: Trede,
    /// The day on which the position was established. Our reading: a new measurement with the same outcome has a
    /// new day, so that it shows whether somebody is in beeld.
    pub begindatum: Datum,
}

/// A re-integration provision (annex 2 items 14-19).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SrgVoorziening {
    /// The number of the provision in the source administration.
    pub registratienummer: Registratienummer,
    /// The kind of provision.
    pub soort: TypeVoorziening,
    /// The first day.
    pub begindatum: Datum,
    /// The end, once it is there.
    pub einde: Option<EindeVoorziening>,
    /// The measured productivity.
    pub loonwaarde: Option<Loonwaarde>,
}

/// The end of a provision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EindeVoorziening {
    /// The last day.
    pub datum: Datum,
    /// Why it ended.
    pub reden: RedenEindeVoorziening,
}
