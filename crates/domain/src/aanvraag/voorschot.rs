//! An advance as long as the right is not determined. Participatiewet art. 52.

use primitives::{Datum, Geld, Moment, Percentage, Veldfouten};
use serde::{Deserialize, Serialize};

use super::handeling::keuze;
use super::termijn::Termijn;
use super::{Aanvraag, AanvraagGeweigerd, Aanvraaghandeling, Termijndag};
use crate::beleid::{Beleid, Waarde, catalogus};
use crate::recht::Regeling;
use crate::recht::bericht::Antwoord;

/// The key of the catalogue: the part of the bijstand that is paid, at least 95% since 2026 and 90% before (art. 52 lid 2).
const PERCENTAGE: &str = "voorschot.percentage";

/// An advance as it was granted: a loan without interest. The calculation itself is kept beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Voorschot {
    /// On which day.
    pub verleend_op: Datum,
    /// The bijstand of a month that it is a part of. Art. 19 lid 2.
    pub bijstand: Geld,
    /// The part.
    pub percentage: Percentage,
    /// The decision that set the part; none where it is that of the law.
    pub besluit: Option<String>,
    /// What is paid, rounded to the cent.
    pub bedrag: Geld,
}

/// Why there is no advance. Participatiewet art. 52 lid 1, second sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Voorschotgrond {
    /// Data are missing, and the applicant can be blamed for it, or does not cooperate. Under a.
    Medewerking,
    /// It is clear at the application that there is no right. Under b.
    GeenRecht,
}

keuze!(Voorschotgrond {
    Medewerking => "medewerking", "Gegevens ontbreken door de aanvrager (Participatiewet art. 52 lid 1 onder a)";
    GeenRecht => "geen-recht", "Het is duidelijk dat er geen recht is (Participatiewet art. 52 lid 1 onder b)";
});

impl Voorschot {
    /// An advance on what a calculation gives, by the part that holds on a day. Every refusal by its field.
    pub fn try_new(
        antwoord: &Antwoord,
        beleid: &Beleid,
        verleend_op: Datum,
        bekend_op: Moment,
    ) -> Result<Self, Veldfouten> {
        let reden = || antwoord.reden.clone().unwrap_or_default();
        let bijstand = match (antwoord.uitkomst, antwoord.bedrag) {
            ("recht", Some(bedrag)) if bedrag > Geld::NUL => bedrag,
            ("recht" | "geen-recht", _) => {
                let melding = format!(
                    "uit deze feiten volgt geen bijstand, dus ook geen voorschot (Participatiewet art. 52 lid 1 onder b). {}",
                    reden()
                );
                return Err(Veldfouten::single("peildatum", melding));
            }
            _ => {
                let melding = format!("het voorschot is niet te bepalen: {}", reden());
                return Err(Veldfouten::single("peildatum", melding));
            }
        };
        let geldend = beleid.find_geldend(catalogus(), PERCENTAGE, verleend_op, bekend_op);
        let Some((Waarde::Percentage(percentage), besluit)) =
            geldend.map(|geldend| (geldend.waarde, geldend.besluit))
        else {
            let melding = "welk deel van de bijstand het voorschot is, is niet te bepalen: de waarde voorschot.percentage ontbreekt of is in strijd met de wet";
            return Err(Veldfouten::single("peildatum", melding));
        };
        Ok(Self {
            verleend_op,
            bijstand,
            percentage,
            besluit,
            bedrag: bijstand.part(percentage),
        })
    }
}

impl Aanvraag {
    /// Refuses an advance on what is no open application for bijstand.
    pub fn check_voorschot(&self) -> Result<(), AanvraagGeweigerd> {
        self.check_open()?;
        if self.kop.regeling == Regeling::AlgemeneBijstand {
            Ok(())
        } else {
            Err(AanvraagGeweigerd::GeenVoorschot)
        }
    }

    /// By when the next advance is due: four weeks after the application, or after the last one. None where nothing is due:
    /// for anything but bijstand, once it is decided on, and after a refusal that no advance followed. Art. 52 lid 1.
    pub fn voorschot_uiterlijk(&self) -> Option<Termijndag> {
        self.check_voorschot().ok()?;
        let laatste = self.akten.iter().rev().find_map(|akte| {
            let dag = akte.handeling.dag()?;
            match akte.handeling {
                Aanvraaghandeling::VoorschotVerleend(_) => Some(Some(dag)),
                Aanvraaghandeling::VoorschotGeweigerd { .. } => Some(None),
                _ => None,
            }
        });
        let vanaf = laatste.unwrap_or(Some(self.ontvangen_op))?;
        Some(Termijn::Voorschot.laatste_dag(vanaf))
    }

    /// The advances that were granted, the first on top.
    pub fn voorschotten(&self) -> impl Iterator<Item = &Voorschot> {
        self.akten.iter().filter_map(|akte| match &akte.handeling {
            Aanvraaghandeling::VoorschotVerleend(voorschot) => Some(voorschot),
            _ => None,
        })
    }

    /// What was paid in advance; none where nothing was.
    pub fn voorschotsom(&self) -> Option<Geld> {
        let som: Geld = self.voorschotten().map(|voorschot| voorschot.bedrag).sum();
        (!som.is_nul()).then_some(som)
    }
}
