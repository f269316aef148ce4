//! Loonkostensubsidie for an employer. Participatiewet art. 10d.

use jiff::Span;
use primitives::{Datum, Geld, Percentage};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{Leemte, Waarden, Weigering, fact, of_the_law, required};
use crate::recht::Reden;
use crate::recht::maanden::Reeksregel;

/// What decides. What the college determined is a fact here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loonkostenfeiten {
    /// The college determined that the worker belongs to the target group. Art. 10c, art. 6 lid 1 onder e.
    pub is_doelgroep: bool,
    /// The first day of the employment.
    pub begin: Datum,
    /// The hours a week that were agreed, above zero.
    pub uren: Decimal,
    /// The hours of a full-time job of the same kind; only asked above the hours of the law. Art. 10d lid 4.
    pub voltijd_uren: Option<Decimal>,
    /// What the college measured, in per cent of the minimum wage; none while it was left out. Art. 10d lid 1 and 5.
    pub loonwaarde: Option<Percentage>,
    /// It is an employment of the Wet sociale werkvoorziening. Art. 10d lid 3.
    pub is_sociale_werkvoorziening: bool,
    /// There is another subsidy for the same employment. Art. 10d lid 9.
    pub heeft_andere_subsidie: bool,
}

/// A calculation with everything it went through, as far as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loonkostenberekening {
    /// The day of which the minimum wage holds: 1 January, or the first day of an employment of this year. Lid 7.
    pub vastgesteld_op: Option<Datum>,
    /// The minimum wage a month.
    pub minimumloon: Option<Geld>,
    /// With the holiday pay.
    pub met_vakantiebijslag: Option<Geld>,
    /// What the worker does not earn for the employer, of a full-time job; none where it was not measured.
    pub verschil: Option<Geld>,
    /// The most, or the fixed part of the first half year.
    pub deel: Option<(Percentage, Geld)>,
    /// For the charges of the employer.
    pub werkgeverslasten: Option<(Percentage, Geld)>,
    /// The hours that count, and those that the amounts above are for.
    pub uren: Option<(Decimal, u32)>,
    /// The amount per month, or why there is none.
    pub uitkomst: Result<Geld, Reden>,
}

/// Calculates the subsidy of a month. The law decides; `waarden` holds its fixed percentages.
pub(super) fn calculate(
    peildatum: Datum,
    feiten: &Loonkostenfeiten,
    waarden: &Waarden,
) -> Loonkostenberekening {
    let mut berekening = Loonkostenberekening {
        vastgesteld_op: None,
        minimumloon: None,
        met_vakantiebijslag: None,
        verschil: None,
        deel: None,
        werkgeverslasten: None,
        uren: None,
        uitkomst: Ok(Geld::NUL),
    };
    berekening.uitkomst = weigh(peildatum, feiten, waarden, &mut berekening);
    berekening
}

fn weigh(
    peildatum: Datum,
    feiten: &Loonkostenfeiten,
    waarden: &Waarden,
    berekening: &mut Loonkostenberekening,
) -> Result<Geld, Reden> {
    feiten.check()?;
    let dag = feiten.vastgesteld_op(peildatum);
    berekening.vastgesteld_op = Some(dag);
    let loon = Reeksregel::Minimumloon;
    let minimumloon = of_the_law(loon.bedrag(dag), loon, dag)?;
    berekening.minimumloon = Some(minimumloon);
    let bijslag = Reeksregel::Vakantiebijslag;
    let bijslag = of_the_law(bijslag.percentage(dag), bijslag, dag)?;
    let totaal = minimumloon + minimumloon.part(bijslag);
    berekening.met_vakantiebijslag = Some(totaal);
    let voltijd = feiten.voltijd(peildatum, totaal, waarden, berekening)?;
    let lasten = Reeksregel::Werkgeverslasten;
    let lasten = of_the_law(lasten.percentage(dag), lasten, dag)?;
    berekening.werkgeverslasten = Some((lasten, voltijd.part(lasten)));
    let (uren, week) = feiten.uren(dag)?;
    berekening.uren = Some((uren, week));
    let honderdsten = (uren * Decimal::ONE_HUNDRED).to_i64().unwrap_or(0);
    let som = voltijd + voltijd.part(lasten);
    Ok(som.fraction(honderdsten, i64::from(week) * 100))
}

impl Loonkostenfeiten {
    fn check(&self) -> Result<(), Weigering> {
        if !self.is_doelgroep {
            return Err(Weigering::GeenDoelgroep);
        }
        if self.is_sociale_werkvoorziening {
            return Err(Weigering::SocialeWerkvoorziening);
        }
        if self.heeft_andere_subsidie {
            return Err(Weigering::AndereSubsidie);
        }
        Ok(())
    }

    /// Once set, the amount follows the minimum wage on 1 January only. Participatiewet art. 10d lid 7.
    fn vastgesteld_op(&self, peildatum: Datum) -> Datum {
        let januari = peildatum.first_of_year();
        januari.max(self.begin)
    }

    /// The subsidy of a job of the hours of the law, without the charges. Participatiewet art. 10d lid 4 and 5.
    fn voltijd(
        &self,
        peildatum: Datum,
        totaal: Geld,
        waarden: &Waarden,
        berekening: &mut Loonkostenberekening,
    ) -> Result<Geld, Reden> {
        let Some(loonwaarde) = self.loonwaarde else {
            self.check_eerste_maanden(peildatum)?;
            let forfait = waarden.percentage("loonkostensubsidie.forfait");
            let forfait = required(forfait.as_ref(), "loonkostensubsidie.forfait")?.waarde;
            let bedrag = totaal.part(forfait);
            berekening.deel = Some((forfait, bedrag));
            return Ok(bedrag);
        };
        let rest = Percentage::try_new(Percentage::HONDERD.decimal() - loonwaarde.decimal());
        let verschil = rest.map_or(Geld::NUL, |rest| totaal.part(rest));
        berekening.verschil = Some(verschil);
        if verschil.is_nul() {
            return Err(Weigering::VolleLoonwaarde.into());
        }
        let hoogstens = waarden.percentage("loonkostensubsidie.maximum");
        let hoogstens = required(hoogstens.as_ref(), "loonkostensubsidie.maximum")?.waarde;
        let maximum = totaal.part(hoogstens);
        berekening.deel = Some((hoogstens, maximum));
        Ok(verschil.min(maximum))
    }

    fn check_eerste_maanden(&self, peildatum: Datum) -> Result<(), Leemte> {
        let regel = Reeksregel::ForfaitMaanden;
        let maanden = of_the_law(regel.aantal(peildatum), regel, peildatum)?;
        let einde = self
            .begin
            .saturating_add(Span::new().months(i64::from(maanden)));
        if peildatum >= einde {
            return Err(Leemte::LoonwaardeOntbreekt { maanden });
        }
        Ok(())
    }

    /// The hours that count, and those of the law for which the amount is. Participatiewet art. 10d lid 4.
    fn uren(&self, dag: Datum) -> Result<(Decimal, u32), Reden> {
        let regel = Reeksregel::Subsidieuren;
        let week = of_the_law(regel.aantal(dag), regel, dag)?;
        if self.uren <= Decimal::from(week) {
            return Ok((self.uren, week));
        }
        let voltijd = fact(self.voltijd_uren, "loonkosten.voltijdUren")?;
        Ok((self.uren.min(voltijd), week))
    }
}
