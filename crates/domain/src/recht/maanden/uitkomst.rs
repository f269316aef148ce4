//! What came out of a series, with everything it went through. Holds no text: see [`super::super::uitleg`].

use primitives::{Datum, Geld, Maand, Percentage};

use super::arbeid::Arbeidstoets;
use super::buffer::Buffertoets;
use super::feiten::pro_rata;
use super::gift::Gifttoets;
use super::ingang::Ingang;
use super::maatregel::{Dagmaatregel, Maatregelplan};
use super::{LezingLoontijdvak, Maandreden, Tellers, Uitsluiting, Verrekening};
use crate::recht::{
    Bedragen, Bijstandsbeleid, Bijstandsberekening, Inkomst, Leefsituatie, Persoon, Verlaging,
    Vermogen, Vrijlating,
};

/// The months of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reeksberekening {
    /// One by one, in order.
    pub maanden: Vec<Maandberekening>,
    /// From which day each benefit period gives bijstand.
    pub ingangen: Vec<Ingang>,
    /// What each maatregel does.
    pub maatregelen: Vec<Maatregelplan>,
    /// The days by which somebody must act.
    pub termijnen: Vec<Termijn>,
}

/// One month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Maandberekening {
    /// Which.
    pub maand: Maand,
    /// Its stretches of days, in order.
    pub delen: Vec<Maanddeel>,
    /// The amounts over all of them, why there is no right, or why that cannot be determined.
    pub uitkomst: Result<Bedragen, Maandreden>,
    /// What is set off of advances, and what of them is left.
    pub voorschot: Option<Voorschotverrekening>,
    /// Of the boete.
    pub verrekening: Option<Verrekening>,
    /// From the buffer.
    pub buffer: Option<Buffertoets>,
    /// What is used at the end of the month; none when that is not known.
    pub tellers: Option<Tellers>,
}

/// What is set off of advances in a month. Art. 52 lid 4.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Voorschotverrekening {
    /// What is set off.
    pub bedrag: Geld,
    /// What is left afterwards.
    pub rest: Geld,
}

/// Days of a month on which the same holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Maanddeel {
    /// The first day.
    pub van: Datum,
    /// The last day.
    pub tot_en_met: Datum,
    /// The days of the part and of the month.
    pub dagen: (i64, i64),
    /// What was calculated; none where no calculation was reached.
    pub grond: Option<Box<Deelgrond>>,
    /// The amounts for these days, or why there are none.
    pub uitkomst: Result<Deelbedragen, Maandreden>,
}

/// What a part was calculated from and what came out, for a whole month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deelgrond {
    /// The day whose facts hold.
    pub peildatum: Datum,
    /// The household.
    pub situatie: Leefsituatie,
    /// The incomes as they would be over a whole month.
    pub inkomsten: Vec<Inkomst>,
    /// What it owns and owes.
    pub vermogen: Option<Vermogen>,
    /// The reduction by a maatregel.
    pub verlaging: Option<Verlaging>,
    /// On what that rests.
    pub maatregel: Option<Dagmaatregel>,
    /// Who of the two is excluded; where that is the applicant, the partner stands in his place.
    pub uitgesloten: Option<(Persoon, Uitsluiting)>,
    /// The payment is suspended. Art. 40 lid 2.
    pub is_betaling_opgeschort: bool,
    /// Paid on at the norm of the day of a death. Art. 45 lid 5.
    pub overlijden: Option<Datum>,
    /// Incomes over a period that is no calendar month.
    pub tijdvakken: Vec<Tijdvakdeel>,
    /// Exemptions that cannot hold yet.
    pub wachtend: Vec<(Persoon, Vrijlating)>,
    /// Exemptions of art. 34a.
    pub arbeid: Vec<(Persoon, Arbeidstoets)>,
    /// Gifts, contributions and premiums.
    pub giften: Vec<Gifttoets>,
    /// The values of the college for the norm.
    pub beleid: Bijstandsbeleid,
    /// The day on which the amounts of the law were known; none for the latest.
    pub bekend_op: Option<Datum>,
    /// What came out for a whole month.
    pub berekening: Bijstandsberekening,
}

/// What of an income over a period that is no calendar month belongs to a part. Art. 32 lid 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tijdvakdeel {
    /// Whose.
    pub persoon: Persoon,
    /// The first day of the period.
    pub van: Datum,
    /// Its last day.
    pub tot_en_met: Datum,
    /// The amount over the period.
    pub bedrag: Geld,
    /// What of it belongs to the days of the part.
    pub deel: Geld,
    /// By which reading.
    pub lezing: LezingLoontijdvak,
}

/// The amounts of a part, each rounded where it is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deelbedragen {
    /// The norm.
    pub norm: Geld,
    /// Income that counts.
    pub middelen: Geld,
    /// The reduction.
    pub verlaging: Geld,
    /// Norm less income less reduction.
    pub bedrag: Geld,
    /// What of it is not paid for now.
    pub opgeschort: Geld,
}

/// A day by which somebody must act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Termijn {
    /// From this day on the application can be made and handled. Art. 41 lid 4.
    Zoektermijn {
        /// The day.
        dag: Datum,
        /// The day of an application that came too early.
        te_vroeg: Option<Datum>,
    },
    /// An advance is due by this day. Art. 52.
    Voorschot {
        /// The day.
        dag: Datum,
        /// At least this percentage of bijstand.
        percentage: Percentage,
        /// That is at least this; none when the bijstand of its month cannot be determined.
        bedrag: Option<Geld>,
    },
    /// Holiday pay is due by this day. Art. 45 lid 1.
    Vakantietoeslag {
        /// The day.
        dag: Datum,
        /// The first and last month over which it is paid, as far as they are in the series.
        maanden: (Maand, Maand),
        /// What was reserved in them; none when a month cannot be determined.
        bedrag: Option<Geld>,
    },
    /// A warning is given in the place of a boete. Art. 18a lid 4.
    Waarschuwing {
        /// The day.
        dag: Datum,
        /// The earlier warning after which it comes too soon.
        te_kort_na: Option<Datum>,
    },
    /// A maatregel must be reassessed by this day. Art. 18 lid 3.
    Heroverweging {
        /// The day.
        dag: Datum,
        /// When it was.
        gedaan_op: Option<Datum>,
    },
    /// The last day on which a suspension can hold. Art. 54 lid 1.
    Opschorting {
        /// The day.
        dag: Datum,
    },
}

impl Maanddeel {
    /// Whether this is not the whole month.
    pub const fn is_part(&self) -> bool {
        self.dagen.0 < self.dagen.1
    }
}

impl Maanddeel {
    /// The norm over these days, as far as it was reached.
    pub fn norm(&self) -> Option<Geld> {
        self.reached(|berekening| berekening.norm.map(|norm| norm.bedrag))
    }

    /// The income that counts over these days, as far as it was reached.
    pub fn middelen(&self) -> Option<Geld> {
        self.reached(|berekening| berekening.inkomen.as_ref().map(|inkomen| inkomen.middelen))
    }

    /// The reduction over these days, as far as it was reached.
    pub fn verlaging(&self) -> Option<Geld> {
        self.reached(|berekening| berekening.verlaging)
    }

    fn reached(&self, of: impl Fn(&Bijstandsberekening) -> Option<Geld>) -> Option<Geld> {
        let bedrag = of(&self.grond.as_ref()?.berekening)?;
        Some(pro_rata(bedrag, self.dagen.0, self.dagen.1))
    }
}
