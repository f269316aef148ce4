//! Incomes of a series: which of them is known, and how much of each belongs to which days.

use primitives::{Datum, Geld, Maand};

use super::Art34a;
use super::feiten::{LezingLoontijdvak, days_between};
use crate::recht::{Giftaard, Inkomstensoort, Persoon, Vrijlating};

/// An income, premium, gift or contribution over a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reeksinkomst {
    /// Whose it is.
    pub persoon: Persoon,
    /// What it is.
    pub soort: Reekssoort,
    /// The first day to which it belongs.
    pub van: Datum,
    /// The last day to which it belongs.
    pub tot_en_met: Datum,
    /// The net amount over the whole period.
    pub bedrag: Geld,
    /// The exemption that the college grants.
    pub vrijlating: Option<Reeksvrijlating>,
    /// The first day of the job. Art. 34a lid 3.
    pub dienstverband_vanaf: Option<Datum>,
    /// Tells two incomes of one kind apart, such as two employers.
    pub bron: Option<String>,
    /// The day from which this is known; none for always.
    pub bekend_op: Option<Datum>,
}

/// What an amount is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reekssoort {
    /// An income of a single month's question.
    Inkomen(Inkomstensoort),
    /// A premium. Art. 31 lid 2 onder j.
    Premie {
        /// Whether the person belongs to the group of the wage subsidy (art. 31 lid 5); none when not told.
        is_doelgroep: Option<bool>,
    },
    /// A gift. Art. 31 lid 2 onder m.
    Gift(Option<Giftaard>),
    /// A contribution that saves costs. Art. 18, the eighth paragraph that was added on 1-1-2026.
    Kostenbesparing(Option<Giftaard>),
    /// A contribution of a food bank, which never counts. The same paragraph.
    Voedselbank,
}

/// An exemption of income from work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reeksvrijlating {
    /// Of art. 31 lid 2.
    Letter(Vrijlating),
    /// Of art. 34a.
    Arbeid(Art34a),
}

impl Reeksinkomst {
    /// What makes two rows the same income: a later known one replaces the other.
    pub fn is_same(&self, ander: &Self) -> bool {
        self.persoon == ander.persoon
            && self.soort.naam() == ander.soort.naam()
            && self.van == ander.van
            && self.tot_en_met == ander.tot_en_met
            && self.bron == ander.bron
    }

    /// Whether the period is a calendar month.
    pub(super) fn is_maand(&self) -> bool {
        let maand = Maand::of(self.van);
        self.van == maand.first_day() && self.tot_en_met == maand.last_day()
    }

    /// The part that belongs to the days from `van` up to and including `tot_en_met`.
    ///
    /// Counted from the first day of the period on, so that the parts of a period add up to its amount to the cent.
    pub(super) fn part(&self, lezing: LezingLoontijdvak, van: Datum, tot_en_met: Datum) -> Geld {
        let (begin, einde) = self.tijdvak(lezing);
        let lengte = days_between(begin, einde);
        let until = |dag: Datum| days_between(begin, dag.min(einde));
        let Ok(dag_ervoor) = van.yesterday() else {
            return Geld::NUL;
        };
        let tot = self.bedrag.fraction(until(tot_en_met), lengte);
        tot - self.bedrag.fraction(until(dag_ervoor), lengte)
    }

    /// The days over which it is spread.
    fn tijdvak(&self, lezing: LezingLoontijdvak) -> (Datum, Datum) {
        match lezing {
            LezingLoontijdvak::Dagen => (self.van, self.tot_en_met),
            LezingLoontijdvak::Einddag => {
                let maand = Maand::of(self.tot_en_met);
                (maand.first_day(), maand.last_day())
            }
        }
    }
}

/// The rows that are known on a day, in an order of their own, so that the order in which they came does not matter.
pub(super) fn known_on(inkomsten: &[Reeksinkomst], bekend_op: Option<Datum>) -> Vec<&Reeksinkomst> {
    let is_known = |i: &Reeksinkomst| match (i.bekend_op, bekend_op) {
        (Some(vanaf), Some(dag)) => vanaf <= dag,
        _ => true,
    };
    let mut known: Vec<&Reeksinkomst> = inkomsten
        .iter()
        .filter(|i| is_known(i))
        .filter(|een| {
            let is_replaced = |ander: &Reeksinkomst| {
                is_known(ander) && een.is_same(ander) && een.bekend_op < ander.bekend_op
            };
            !inkomsten.iter().any(is_replaced)
        })
        .collect();
    known.sort_by(|een, twee| een.sortering().cmp(&twee.sortering()));
    known
}

impl Reeksinkomst {
    fn sortering(&self) -> (u8, &'static str, Datum, Datum, Option<&str>) {
        (
            self.persoon as u8,
            self.soort.naam(),
            self.van,
            self.tot_en_met,
            self.bron.as_deref(),
        )
    }
}

impl Reekssoort {
    /// As written in a question.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::Inkomen(Inkomstensoort::Arbeid) => "arbeid",
            Self::Inkomen(Inkomstensoort::Uitkering) => "uitkering",
            Self::Inkomen(Inkomstensoort::Pensioen) => "pensioen",
            Self::Inkomen(Inkomstensoort::Alimentatie) => "alimentatie",
            Self::Inkomen(Inkomstensoort::Heffingskorting) => "heffingskorting",
            Self::Inkomen(Inkomstensoort::Vermogen) => "vermogen",
            Self::Inkomen(Inkomstensoort::Verhuur) => "verhuur",
            Self::Inkomen(Inkomstensoort::Overig) => "overig",
            Self::Inkomen(Inkomstensoort::Aow) => "aow",
            Self::Inkomen(Inkomstensoort::Studiefinanciering) => "studiefinanciering",
            Self::Inkomen(Inkomstensoort::Schadevergoeding) => "schadevergoeding",
            Self::Inkomen(Inkomstensoort::Vrijgesteld(onderdeel)) => onderdeel.naam(),
            Self::Inkomen(Inkomstensoort::Vrijwilligersvergoeding { .. }) => {
                "vrijwilligersvergoeding"
            }
            Self::Premie { .. } | Self::Inkomen(Inkomstensoort::Premie(_)) => "premie",
            Self::Gift(_) | Self::Inkomen(Inkomstensoort::Gift { .. }) => "gift",
            Self::Kostenbesparing(_) | Self::Inkomen(Inkomstensoort::Kostenbesparing { .. }) => {
                "kostenbesparing"
            }
            Self::Voedselbank => "voedselbank",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn loon(van: Datum, tot_en_met: Datum, cents: i32) -> Reeksinkomst {
        Reeksinkomst {
            persoon: Persoon::Aanvrager,
            soort: Reekssoort::Inkomen(Inkomstensoort::Arbeid),
            van,
            tot_en_met,
            bedrag: Geld::from_cents(cents),
            vrijlating: None,
            dienstverband_vanaf: None,
            bron: None,
            bekend_op: None,
        }
    }

    #[test]
    fn the_parts_of_a_period_of_four_weeks_add_up_to_its_amount() {
        // 18 January up to and including 14 February: 14 days in each month.
        let vier_weken = loon(date(2026, 1, 18), date(2026, 2, 14), 100_001);
        let part = |van, tot| vier_weken.part(LezingLoontijdvak::Dagen, van, tot);
        let januari = part(date(2026, 1, 1), date(2026, 1, 31));
        let februari = part(date(2026, 2, 1), date(2026, 2, 28));
        assert_eq!(januari.to_string(), "500.01");
        assert_eq!(februari.to_string(), "500.00");
        assert_eq!(part(date(2026, 3, 1), date(2026, 3, 31)), Geld::NUL);
    }

    #[test]
    fn by_its_last_day_the_whole_amount_belongs_to_one_month() {
        let vier_weken = loon(date(2026, 1, 18), date(2026, 2, 14), 100_001);
        let part = |van, tot| vier_weken.part(LezingLoontijdvak::Einddag, van, tot);
        assert_eq!(part(date(2026, 1, 1), date(2026, 1, 31)), Geld::NUL);
        assert_eq!(part(date(2026, 2, 1), date(2026, 2, 28)), vier_weken.bedrag);
    }

    #[test]
    fn a_later_known_row_replaces_an_earlier_one() {
        let (van, tot) = (date(2026, 1, 1), date(2026, 1, 31));
        let eerst = loon(van, tot, 80_000);
        let later = Reeksinkomst {
            bekend_op: Some(date(2026, 3, 10)),
            ..loon(van, tot, 90_000)
        };
        let alle = [later.clone(), eerst.clone()];
        assert_eq!(known_on(&alle, Some(date(2026, 3, 9))), [&eerst]);
        assert_eq!(known_on(&alle, Some(date(2026, 3, 10))), [&later]);
        assert_eq!(known_on(&alle, None), [&later]);
    }
}
