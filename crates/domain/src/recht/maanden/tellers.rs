//! What is remembered from month to month.

use primitives::{Datum, Geld, Maand};

use super::feiten::{LezingN, Uitkeringsperiode, days_between, months_between};
use super::{MaandOnbepaald, Reeksregel};
use crate::recht::Persoon;

/// What was used up to a month. Two series that meet in a month hand this on, so that together they give the
/// same as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tellers {
    /// Of the applicant.
    pub aanvrager: Persoonstellers,
    /// Of the partner.
    pub partner: Persoonstellers,
    /// The last day with bijstand; none when there was none.
    pub laatste_dag: Option<Datum>,
    /// The calendar year of the amounts below; they begin again in another.
    pub jaar: i16,
    /// Gifts and contributions in the year.
    pub giften: Geld,
    /// Paid from the buffer in the year. Participatiewet art. 34b.
    pub buffer: Geld,
    /// What was set off of the boete.
    pub boete: Geld,
    /// What of advances is not set off yet. Participatiewet art. 52 lid 4.
    pub voorschot: Geld,
}

/// What one person used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Persoonstellers {
    /// Months of exemption n in this benefit period.
    pub n: u32,
    /// The first month of exemption r: thirty months in a row run from it.
    pub r_vanaf: Option<Maand>,
    /// The first month of exemption z: twelve months run from it.
    pub z_vanaf: Option<Maand>,
    /// The first month of art. 34a lid 1 onder a: twelve months in a row run from it.
    pub arbeid_vanaf: Option<Maand>,
    /// Premiums in the year.
    pub premies: u32,
    /// Their amount.
    pub premiebedrag: Geld,
}

impl Tellers {
    /// Nothing used.
    pub const GEEN: Self = Self {
        aanvrager: Persoonstellers::GEEN,
        partner: Persoonstellers::GEEN,
        laatste_dag: None,
        jaar: 0,
        giften: Geld::NUL,
        buffer: Geld::NUL,
        boete: Geld::NUL,
        voorschot: Geld::NUL,
    };

    /// Those of a person.
    pub const fn van(&self, persoon: Persoon) -> &Persoonstellers {
        match persoon {
            Persoon::Aanvrager => &self.aanvrager,
            Persoon::Partner => &self.partner,
        }
    }

    /// Those of a person, to change.
    pub(super) const fn van_mut(&mut self, persoon: Persoon) -> &mut Persoonstellers {
        match persoon {
            Persoon::Aanvrager => &mut self.aanvrager,
            Persoon::Partner => &mut self.partner,
        }
    }

    /// Begins a month: amounts by year begin again in a new one.
    pub(super) fn begin_month(&mut self, maand: Maand) {
        let jaar = maand.first_day().year();
        if self.jaar == jaar {
            return;
        }
        self.jaar = jaar;
        self.giften = Geld::NUL;
        self.buffer = Geld::NUL;
        for persoon in [Persoon::Aanvrager, Persoon::Partner] {
            let tellers = self.van_mut(persoon);
            tellers.premies = 0;
            tellers.premiebedrag = Geld::NUL;
        }
    }

    /// Begins days with a right: the months of n begin again after an interruption, if that is the reading.
    pub(super) fn begin_dagen(
        &mut self,
        van: Datum,
        lezing: LezingN,
    ) -> Result<(), MaandOnbepaald> {
        let Some(laatste) = self.laatste_dag else {
            return Ok(());
        };
        let zonder = days_between(laatste, van) - 2;
        let nodig = i64::from(Reeksregel::OnderbrekingDagen.aantal(van)?);
        if lezing == LezingN::PerUitkeringsperiode && zonder >= nodig {
            self.aanvrager.n = 0;
            self.partner.n = 0;
        }
        Ok(())
    }

    /// Whether what was used before the first month is known: it is nothing when the series begins with the
    /// first benefit period.
    pub(super) fn at_start(
        opgegeven: Option<Self>,
        eerste: Maand,
        perioden: &[Uitkeringsperiode],
        ingang: Option<Datum>,
    ) -> Option<Self> {
        if opgegeven.is_some() {
            return opgegeven;
        }
        let begint_in_reeks = ingang.is_none_or(|dag| Maand::of(dag) >= eerste);
        (perioden.is_empty() || begint_in_reeks).then_some(Self::GEEN)
    }
}

impl Persoonstellers {
    /// Nothing used.
    pub const GEEN: Self = Self {
        n: 0,
        r_vanaf: None,
        z_vanaf: None,
        arbeid_vanaf: None,
        premies: 0,
        premiebedrag: Geld::NUL,
    };
}

/// How many months of a window are over at the beginning of `maand`; zero when it has not begun.
pub(super) fn months_used(vanaf: Option<Maand>, maand: Maand) -> u32 {
    vanaf.map_or(0, |vanaf| {
        u32::try_from(months_between(vanaf, maand)).unwrap_or(0)
    })
}
