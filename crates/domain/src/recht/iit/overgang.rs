//! The transition of the toeslag: an amount once, for who gets nothing any more by new rules of the council. Participatiewet
//! art. 8 lid 1 onder b.

use primitives::Geld;

use super::Toets;
use crate::recht::{GeenRecht, Onbepaald, Reden};

/// What somebody would have had by the earlier rules of the council, as the college found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overgang {
    /// A toeslag, which the new rules take away.
    Recht,
    /// Nothing either.
    GeenRecht,
    /// A toeslag, and the amount of the transition was given before.
    Ontvangen,
}

impl Overgang {
    /// Every one, with its name in a question.
    pub const ALL: [(&'static str, Self); 3] = [
        ("recht", Self::Recht),
        ("geen-recht", Self::GeenRecht),
        ("ontvangen", Self::Ontvangen),
    ];
}

impl Toets<'_> {
    /// What there is once, where the limits that the council sets stand in the way; else the refusal itself.
    pub(super) fn overgang(&self, grens: GeenRecht) -> Result<Geld, Reden> {
        let is_van_de_raad = matches!(
            grens,
            GeenRecht::NietLangdurig { .. } | GeenRecht::NietLaag { .. }
        );
        let Some(bedrag) = self.overgangsbedrag().filter(|_| is_van_de_raad) else {
            return Err(grens.into());
        };
        match self.feiten.overgang {
            None => Err(Onbepaald::FeitenOntbreken(vec!["toeslag.overgang".to_owned()]).into()),
            Some(Overgang::GeenRecht | Overgang::Ontvangen) => Err(grens.into()),
            Some(Overgang::Recht) => {
                self.check_uitzicht()?;
                self.check_eerder_toegekend()?;
                Ok(bedrag)
            }
        }
    }

    /// The amount on a day up to and with the last one; none where there is no transition.
    fn overgangsbedrag(&self) -> Option<Geld> {
        let laatste = self.beleid.overgang_einddatum.as_ref()?.waarde;
        let bedrag = self.beleid.overgang_bedrag.as_ref()?.waarde;
        (self.aanvraag.peildatum <= laatste && bedrag > Geld::NUL).then_some(bedrag)
    }
}
