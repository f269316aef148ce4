//! A boete as a recorded decision, with its caps and its set-off. Participatiewet arts 18a, 60 lid 4.

use jiff::Span;
use primitives::{Datum, Geld, Maand, Percentage};

use super::{MaandOnbepaald, Reeksregel};

/// A boete that the college imposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Boete {
    /// The day of the offence.
    pub overtreding_op: Datum,
    /// The day of the decision.
    pub opgelegd_op: Datum,
    /// The amount that was decided.
    pub bedrag: Geld,
    /// What was received too much; none where nothing was. Art. 18a lid 2, lid 3.
    pub benadelingsbedrag: Option<Geld>,
    /// On purpose. Art. 18a lid 1.
    pub is_opzet: bool,
    /// The amount of the category of Wetboek van Strafrecht art. 23 that is the most; none when it is not told.
    pub categoriebedrag: Option<Geld>,
    /// An earlier sanction for the same conduct that is final. Art. 18a lid 5, lid 6.
    pub eerdere: Option<EerdereSanctie>,
    /// The month from which it is set off.
    pub vanaf: Maand,
    /// What is set off in a month, with regard to the beslagvrije voet, which others calculate.
    pub per_maand: Geld,
}

/// A written warning in the place of a boete. Art. 18a lid 4.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waarschuwing {
    /// The day of the offence.
    pub overtreding_op: Datum,
    /// The day on which it is given.
    pub gegeven_op: Datum,
    /// The day of the last one before it.
    pub eerdere_op: Option<Datum>,
}

/// An earlier sanction for the same conduct.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EerdereSanctie {
    /// The day on which it was imposed.
    pub opgelegd_op: Datum,
    /// It was an unconditional prison sentence.
    pub is_gevangenisstraf: bool,
}

/// What the law lets a boete be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Boetegrens {
    /// Of what was received too much: all of it, or 150% on recidive.
    pub van_benadeling: Option<(Percentage, Geld)>,
    /// The category that holds: 5 on purpose, 3 else, 2 where nothing was received too much.
    pub categorie: u8,
    /// Its amount, when told.
    pub categoriebedrag: Option<Geld>,
    /// The lowest of those that are known.
    pub hoogste: Option<Geld>,
    /// The article.
    pub grondslag: &'static str,
}

/// What is set off in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verrekening {
    /// The boete.
    pub boete: Boete,
    /// What the law lets it be.
    pub grens: Boetegrens,
    /// What is set off this month.
    pub bedrag: Geld,
    /// What is left afterwards.
    pub rest: Geld,
}

impl Waarschuwing {
    /// The earlier warning after which this offence came too soon: within two years a boete must follow. The last day of
    /// them counts as within.
    pub(super) fn te_kort_na(&self) -> Result<Option<Datum>, MaandOnbepaald> {
        let jaren = Reeksregel::WaarschuwingJaren.aantal(self.overtreding_op)?;
        let is_within = |eerdere: &Datum| {
            let einde = eerdere.saturating_add(Span::new().years(i64::from(jaren)));
            (*eerdere..=einde).contains(&self.overtreding_op)
        };
        Ok(self.eerdere_op.filter(is_within))
    }
}

impl Boete {
    /// What the law lets this boete be. The amounts of the categories are no part of the sources.
    pub fn grens(&self) -> Result<Boetegrens, MaandOnbepaald> {
        let is_herhaling = self.is_herhaling()?;
        let percentage = if is_herhaling {
            Reeksregel::BoeteHerhaling.percentage(self.opgelegd_op)?
        } else {
            Percentage::HONDERD
        };
        let van_benadeling = self
            .benadelingsbedrag
            .map(|b| (percentage, b.part(percentage)));
        let (categorie, grondslag) = match (self.benadelingsbedrag, self.is_opzet) {
            (None, _) => (2, "Participatiewet art. 18a lid 3"),
            (Some(_), _) if is_herhaling => (
                if self.is_opzet { 5 } else { 3 },
                "Participatiewet art. 18a lid 5",
            ),
            (Some(_), true) => (5, "Participatiewet art. 18a lid 1"),
            (Some(_), false) => (3, "Participatiewet art. 18a lid 1"),
        };
        let bekend = [
            van_benadeling.map(|(_, bedrag)| bedrag),
            self.categoriebedrag,
        ];
        Ok(Boetegrens {
            van_benadeling,
            categorie,
            categoriebedrag: self.categoriebedrag,
            hoogste: bekend.into_iter().flatten().min(),
            grondslag,
        })
    }

    /// Whether an earlier sanction lies within five years before the offence, or ten after a prison sentence.
    fn is_herhaling(&self) -> Result<bool, MaandOnbepaald> {
        let Some(eerdere) = self.eerdere else {
            return Ok(false);
        };
        let regel = if eerdere.is_gevangenisstraf {
            Reeksregel::BoeteJarenGevangenis
        } else {
            Reeksregel::BoeteJaren
        };
        let jaren = regel.aantal(self.opgelegd_op)?;
        let begin = self
            .overtreding_op
            .saturating_sub(Span::new().years(i64::from(jaren)));
        Ok(begin <= eerdere.opgelegd_op && eerdere.opgelegd_op < self.overtreding_op)
    }

    /// What is set off in a month of which `uitbetaling` is paid. Art. 60 lid 4. Never more than the law lets the
    /// boete be, as far as that is known.
    pub(super) fn settle(
        &self,
        maand: Maand,
        uitbetaling: Geld,
        verrekend: Geld,
    ) -> Result<Option<Verrekening>, MaandOnbepaald> {
        if maand < self.vanaf {
            return Ok(None);
        }
        let grens = self.grens()?;
        let hoogste = grens
            .hoogste
            .map_or(self.bedrag, |hoogste| hoogste.min(self.bedrag));
        let open = (hoogste - verrekend).not_below_zero();
        let bedrag = open.min(self.per_maand).min(uitbetaling);
        Ok(Some(Verrekening {
            boete: *self,
            grens,
            bedrag,
            rest: open - bedrag,
        }))
    }
}
