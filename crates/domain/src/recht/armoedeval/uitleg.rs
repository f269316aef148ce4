//! One wage of a household in sentences, each with its article and decision.

use primitives::{Geld, GeldNl};

use super::regeling::Lokaleregeling;
use super::rekenaar::{Werkpunt, Werkrekenaar};
use crate::recht::bericht::Antwoord;
use crate::recht::uitleg::{Stap, render_bijstand_in};
use crate::recht::{Onbepaald, calculate_bijstand_in};

impl Werkrekenaar {
    /// The right at a gross wage with its explanation, and after it each scheme.
    pub fn explain(&self, bruto: Geld) -> Result<(Werkpunt, Antwoord), Onbepaald> {
        let punt = self.calculate(bruto)?;
        let loon = Stap {
            stap: "loon",
            grondslag: "Wet inkomstenbelasting 2001 art. 2.10, 8.10 en 8.11",
            besluit: None,
            waarde: Some(punt.netto.to_string()),
            tekst: format!(
                "Van {} brutoloon blijft na loonheffing {} over, zonder vakantiegeld en pensioen.",
                GeldNl(bruto),
                GeldNl(punt.netto)
            ),
        };
        let mut antwoord = self.with_feiten(self.netto(bruto), |kader, feiten| {
            let berekening = calculate_bijstand_in(kader, feiten);
            Antwoord::bijstand(&berekening, render_bijstand_in(kader, feiten, &berekening))
        });
        antwoord.uitleg.insert(0, loon);
        let regelingen = self.regelingen().iter().zip(&punt.regelingen);
        antwoord
            .uitleg
            .extend(regelingen.map(|(regeling, bedrag)| regeling.explain(*bedrag)));
        Ok((punt, antwoord))
    }
}

impl Lokaleregeling {
    fn explain(&self, bedrag: Geld) -> Stap {
        let (naam, grens) = (self.naam, GeldNl(self.grens));
        let percentage = self.percentage;
        let tekst = if bedrag.is_nul() {
            format!(
                "{naam}: het inkomen is hoger dan {grens} ({percentage}% van de norm). {}",
                if self.is_deels_daarboven {
                    "De verordening geeft daarboven nog een deel: dat telt hier niet mee."
                } else {
                    "De regeling stopt."
                }
            )
        } else {
            format!(
                "{naam}: het inkomen is niet hoger dan {grens} ({percentage}% van de norm). De regeling geeft {} per maand.",
                GeldNl(bedrag)
            )
        };
        let tekst = if bedrag.is_nul() || bedrag == self.bedrag {
            tekst
        } else {
            format!(
                "{naam}: het inkomen is hoger dan {grens} ({percentage}% van de norm). De gemeente geeft dan een deel: {} per maand.",
                GeldNl(bedrag)
            )
        };
        Stap {
            stap: self.sleutel,
            grondslag: self.grondslag,
            besluit: self.besluit.clone(),
            waarde: Some(bedrag.to_string()),
            tekst,
        }
    }
}
