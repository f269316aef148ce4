//! Income from work under art. 34a, in force from 2027 on or earlier where the college decided so.

use primitives::{Datum, Geld, Maand};

use super::beleid::Beleidsbron;
use super::inkomen::Reeksinkomst;
use super::tellers::{Persoonstellers, months_used};
use super::{MaandOnbepaald, Reeksregel};
use crate::recht::Leeftijd;

/// Says from which day art. 34a is in force.
const REGEL: Reeksregel = Reeksregel::ArbeidPercentage;

/// A part of art. 34a that the college applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Art34a {
    /// Lid 1 onder a: twelve months in a row.
    Arbeid,
    /// Lid 1 onder b: who can work few hours for medical reasons.
    Urenbeperkt,
    /// Lid 1 onder c: from the pension age on.
    Pensioen,
    /// Lid 2: extended after those twelve months.
    Verlengd,
}

/// What became of an exemption of art. 34a.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arbeidstoets {
    /// Which part.
    pub grond: Art34a,
    /// The income from work, for a whole month.
    pub inkomsten: Geld,
    /// The exempt amount, or why there is none.
    pub uitkomst: Result<Geld, GeenArbeid>,
    /// The decision to apply the article before it is in force.
    pub besluit: Option<String>,
}

/// Why an exemption of art. 34a is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GeenArbeid {
    /// Not in force, and the college did not decide to apply it earlier.
    NietInWerking,
    /// The person has no right to bijstand.
    GeenRecht,
    /// Lid 1 onder a is for who is below the pension age.
    Pensioen,
    /// Lid 1 onder c is for who has reached it.
    GeenPensioen,
    /// The twelve months in a row are over.
    Verbruikt,
    /// Lid 2 is for after those twelve months.
    NogNiet,
}

/// What the rules of art. 34a ask.
pub(super) struct Arbeidsvraag<'a> {
    pub(super) grond: Art34a,
    pub(super) inkomsten: Geld,
    pub(super) rijen: &'a [&'a Reeksinkomst],
    pub(super) leeftijd: Option<Leeftijd>,
    pub(super) dag: Datum,
}

impl Arbeidsvraag<'_> {
    /// Decides about the exemption; `tellers` are none when it is not known what was used.
    pub(super) fn decide(
        &self,
        tellers: Option<&Persoonstellers>,
        bron: &Beleidsbron,
    ) -> Result<Arbeidstoets, MaandOnbepaald> {
        let (is_in_werking, besluit) = in_force("vooruitlopen.vrijlating", REGEL, self.dag, bron);
        let uitkomst = if is_in_werking {
            self.weigh(tellers)?
        } else {
            Err(GeenArbeid::NietInWerking)
        };
        Ok(Arbeidstoets {
            grond: self.grond,
            inkomsten: self.inkomsten,
            uitkomst,
            besluit,
        })
    }

    fn weigh(
        &self,
        tellers: Option<&Persoonstellers>,
    ) -> Result<Result<Geld, GeenArbeid>, MaandOnbepaald> {
        let Some(leeftijd) = self.leeftijd else {
            return Ok(Err(GeenArbeid::GeenRecht));
        };
        let is_pensioen = leeftijd.is_pensioengerechtigd();
        // The values as the text gives them hold for who applies the article early, too.
        let dag = REGEL
            .ingang()
            .map_or(self.dag, |ingang| ingang.max(self.dag));
        let known = || tellers.ok_or(MaandOnbepaald::TellersOnbekend("artikel 34a"));
        match self.grond {
            Art34a::Pensioen if !is_pensioen => return Ok(Err(GeenArbeid::GeenPensioen)),
            Art34a::Pensioen => {
                let vrij = self
                    .inkomsten
                    .part(Reeksregel::ArbeidPensioenPercentage.percentage(dag)?);
                return Ok(Ok(vrij.min(Reeksregel::ArbeidPensioenMaximum.bedrag(dag)?)));
            }
            Art34a::Urenbeperkt => {}
            Art34a::Arbeid | Art34a::Verlengd if is_pensioen => {
                return Ok(Err(GeenArbeid::Pensioen));
            }
            Art34a::Arbeid if self.is_used_up(known()?, dag)? => {
                return Ok(Err(GeenArbeid::Verbruikt));
            }
            Art34a::Verlengd if !self.is_over(known()?, dag)? => {
                return Ok(Err(GeenArbeid::NogNiet));
            }
            Art34a::Arbeid | Art34a::Verlengd => {}
        }
        Ok(Ok(self
            .inkomsten
            .part(Reeksregel::ArbeidPercentage.percentage(dag)?)))
    }

    /// Whether the twelve months in a row are over. Lid 1 onder a.
    fn is_over(&self, tellers: &Persoonstellers, dag: Datum) -> Result<bool, MaandOnbepaald> {
        let maanden = Reeksregel::ArbeidMaanden.aantal(dag)?;
        Ok(months_used(tellers.arbeid_vanaf, Maand::of(self.dag)) >= maanden)
    }

    /// As above, and there is no new job after it. Lid 3.
    fn is_used_up(&self, tellers: &Persoonstellers, dag: Datum) -> Result<bool, MaandOnbepaald> {
        Ok(self.is_over(tellers, dag)? && !self.is_opnieuw(tellers, dag)?)
    }

    /// Whether a job began after the twelve months, so that they begin again. Lid 3.
    pub(super) fn is_opnieuw(
        &self,
        tellers: &Persoonstellers,
        dag: Datum,
    ) -> Result<bool, MaandOnbepaald> {
        let maanden = i32::try_from(Reeksregel::ArbeidMaanden.aantal(dag)?).unwrap_or(i32::MAX);
        let Some(einde) = tellers
            .arbeid_vanaf
            .map(|vanaf| vanaf.plus(maanden).first_day())
        else {
            return Ok(false);
        };
        let is_nieuw = |rij: &&Reeksinkomst| rij.dienstverband_vanaf.is_some_and(|d| d >= einde);
        Ok(self.dag >= einde && self.rijen.iter().any(is_nieuw))
    }
}

/// The first month of the twelve after a month in which the exemption was given.
pub(super) fn next_window(
    tellers: &Persoonstellers,
    maand: Maand,
    dag: Datum,
) -> Result<Option<Maand>, MaandOnbepaald> {
    let dag = Reeksregel::ArbeidMaanden
        .ingang()
        .map_or(dag, |ingang| ingang.max(dag));
    let maanden = Reeksregel::ArbeidMaanden.aantal(dag)?;
    Ok(match tellers.arbeid_vanaf {
        Some(vanaf) if months_used(Some(vanaf), maand) < maanden => Some(vanaf),
        _ => Some(maand),
    })
}

/// Whether an article that is printed but not in force holds on a day: from its own day on, or by a decision to
/// apply it earlier.
pub(super) fn in_force(
    sleutel: &str,
    regel: Reeksregel,
    dag: Datum,
    bron: &Beleidsbron,
) -> (bool, Option<String>) {
    if regel.ingang().is_some_and(|ingang| ingang <= dag) {
        return (true, None);
    }
    match bron.is_ja(sleutel, dag) {
        Some(geldend) => (geldend.waarde, geldend.besluit),
        None => (false, None),
    }
}

impl Art34a {
    /// Every part, with its name in a question.
    pub const ALL: [(&'static str, Self); 4] = [
        ("34a.1.a", Self::Arbeid),
        ("34a.1.b", Self::Urenbeperkt),
        ("34a.1.c", Self::Pensioen),
        ("34a.2", Self::Verlengd),
    ];

    /// The article.
    pub const fn grondslag(self) -> &'static str {
        match self {
            Self::Arbeid => "Participatiewet art. 34a lid 1 onder a",
            Self::Urenbeperkt => "Participatiewet art. 34a lid 1 onder b",
            Self::Pensioen => "Participatiewet art. 34a lid 1 onder c",
            Self::Verlengd => "Participatiewet art. 34a lid 2",
        }
    }
}
