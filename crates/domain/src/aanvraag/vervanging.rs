//! What the letter of an objection says of the decision that takes the place of the first one. Awb art. 7:11 lid 2.

use std::cmp::Ordering;

use primitives::{Geld, Veldfouten, datum_lang, geld_nl};

use super::briefblokken::{advanced, granted, list_blokken, refused};
use super::{Aanvraag, Besluitsoort, Besluitvoorstel, Briefblok};

/// The parts of a letter about a decision that takes the place of another one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vervangtekst {
    /// What was decided first, what is decided now, and what differs.
    pub(crate) alineas: Vec<String>,
    /// How it was calculated, by which rules, what must be done.
    pub(crate) blokken: Vec<Briefblok>,
}

impl Aanvraag {
    /// Refuses a proposal that cannot take the place of the decision: one that does not treat the application, or in which a
    /// choice that the law asks for was not weighed.
    pub fn check_vervanging(&self, nieuw: &Besluitvoorstel) -> Result<(), Veldfouten> {
        if nieuw.besluit == Besluitsoort::BuitenBehandeling {
            let melding = "kies een besluit op het recht: niet behandelen kan niet in een bezwaar";
            return Err(Veldfouten::single("besluit", melding));
        }
        nieuw.check_afwegingen(self.gemeld_op)
    }

    /// The text about a proposal that takes the place of a decision on this application.
    pub fn describe_vervanging(
        &self,
        eerst: &Besluitvoorstel,
        nieuw: &Besluitvoorstel,
    ) -> Vervangtekst {
        let mut alineas = vec![self.first_decision(eerst)];
        if nieuw.besluit.is_toekenning() {
            alineas.extend(granted(self.kop.regeling, nieuw));
            // After a grant it has been set off.
            alineas.extend(advanced(self).filter(|_| !eerst.besluit.is_toekenning()));
        } else {
            alineas.push(refused(self.kop.regeling));
        }
        alineas.extend(difference(eerst, nieuw));
        alineas.push(nieuw.motivering.clone());
        Vervangtekst {
            alineas,
            blokken: list_blokken(self, nieuw),
        }
    }

    fn first_decision(&self, eerst: &Besluitvoorstel) -> String {
        let eerste = match eerst.besluit {
            Besluitsoort::Afwijzing => "Eerst wezen wij uw aanvraag af.".to_owned(),
            Besluitsoort::BuitenBehandeling => "Eerst behandelden wij uw aanvraag niet.".to_owned(),
            Besluitsoort::Toekenning | Besluitsoort::Gedeeltelijk => {
                let zinnen = granted(self.kop.regeling, eerst);
                format!("In ons eerdere besluit stond: {}", zinnen.join(" "))
            }
        };
        format!("{eerste} Dat besluit geldt niet meer. Dit besluiten wij nu:")
    }
}

/// How much more or less is given than first, where both are paid in the same way.
fn difference(eerst: &Besluitvoorstel, nieuw: &Besluitvoorstel) -> Option<String> {
    let ritme =
        |voorstel: &Besluitvoorstel| voorstel.uitkeringswijze.as_ref().map(|wijze| wijze.ritme);
    let (toen, nu) = eerst.bedrag.zip(nieuw.bedrag)?;
    let mut zin = (ritme(eerst) == ritme(nieuw)).then(|| more_or_less(toen, nu))?;
    if let Some((toen, nu)) = eerst
        .ingang
        .zip(nieuw.ingang)
        .filter(|(toen, nu)| toen != nu)
    {
        zin = format!(
            "{zin} Het begint nu op {} en niet op {}.",
            datum_lang(nu),
            datum_lang(toen)
        );
    }
    Some(zin)
}

/// `Dat is € 20,00 meer dan in ons eerdere besluit.`
fn more_or_less(toen: Geld, nu: Geld) -> String {
    match nu.cmp(&toen) {
        Ordering::Equal => "Dat bedrag is hetzelfde als in ons eerdere besluit.".to_owned(),
        Ordering::Greater => {
            format!(
                "Dat is {} meer dan in ons eerdere besluit.",
                geld_nl(nu - toen)
            )
        }
        Ordering::Less => {
            format!(
                "Dat is {} minder dan in ons eerdere besluit.",
                geld_nl(toen - nu)
            )
        }
    }
}
