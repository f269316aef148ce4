//! An exemption from the duty to work, decided with the bijstand. Participatiewet art. 9 lid 2 and art. 9a.

use jiff::Span;
use primitives::{Datum, Veldcontrole, Veldfouten, datum_lang};
use serde::{Deserialize, Serialize};

use super::handeling::keuze;
use super::{Afweegpunt, Rekenfeiten};

/// The age that the youngest child has not reached, and the longest it lasts, both in years. Art. 9a lid 1 and lid 4.
const JAREN: i64 = 5;

/// On which ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ontheffinggrond {
    /// Urgent reasons, of which caring for somebody can be one: for a time. Art. 9 lid 2.
    DringendeRedenen,
    /// A single parent with the full care of a child under five who asks for it. Art. 9a lid 1.
    AlleenstaandeOuder,
}

keuze!(Ontheffinggrond {
    DringendeRedenen => "dringende-redenen", "Dringende redenen, zoals zorg voor iemand (Participatiewet art. 9 lid 2)";
    AlleenstaandeOuder => "alleenstaande-ouder", "Alleenstaande ouder met een kind onder 5 jaar die erom vraagt (Participatiewet art. 9a)";
});

/// An exemption. Under urgent reasons the reason is the weighing that belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Ontheffing {
    /// On which ground.
    pub grond: Ontheffinggrond,
    /// The last day.
    pub tot_en_met: Datum,
}

impl Ontheffing {
    /// An exemption from a first day on in a household. Every fault by its field.
    pub fn try_new(
        grond: Ontheffinggrond,
        ingang: Datum,
        tot_en_met: Datum,
        feiten: &Rekenfeiten,
    ) -> Result<Self, Veldfouten> {
        let mut controle = Veldcontrole::default();
        if tot_en_met < ingang {
            controle.refuse(
                "ontheffingTot",
                "deze dag ligt vóór de ingang van het besluit",
            );
        }
        if grond == Ontheffinggrond::AlleenstaandeOuder {
            check_ouder(&mut controle, ingang, tot_en_met, feiten);
        }
        controle.finish()?;
        Ok(Self { grond, tot_en_met })
    }

    /// From which duties, for the resident.
    pub const fn verplichtingen(self) -> &'static str {
        match self.grond {
            Ontheffinggrond::DringendeRedenen => {
                "U hoeft geen werk te zoeken of aan te nemen, en u hoeft geen tegenprestatie te doen."
            }
            // Art. 9 lid 7: the duty under c does not hold for who has this exemption.
            Ontheffinggrond::AlleenstaandeOuder => {
                "U hoeft geen werk te zoeken of aan te nemen, en u hoeft geen tegenprestatie te doen. U doet wel mee aan wat wij u aanbieden, zoals scholing."
            }
        }
    }

    /// The articles.
    pub const fn artikel(self) -> &'static str {
        match self.grond {
            Ontheffinggrond::DringendeRedenen => "Participatiewet art. 9 lid 2",
            Ontheffinggrond::AlleenstaandeOuder => "Participatiewet art. 9a lid 1 en art. 9 lid 7",
        }
    }

    /// What must be weighed for it; a single parent has a right to it.
    pub const fn afweegpunt(self) -> Option<Afweegpunt> {
        match self.grond {
            Ontheffinggrond::DringendeRedenen => Some(Afweegpunt::Ontheffing),
            Ontheffinggrond::AlleenstaandeOuder => None,
        }
    }
}

/// Art. 9a: alone, with a child under five, until it becomes five, and five years at most.
fn check_ouder(
    controle: &mut Veldcontrole,
    ingang: Datum,
    tot_en_met: Datum,
    feiten: &Rekenfeiten,
) {
    let jaren = |dag: Datum| dag.saturating_add(Span::new().years(JAREN));
    let jongste = feiten.kinderen.iter().max().map(|dag| jaren(*dag));
    if feiten.partner.is_some() {
        let melding =
            "deze ontheffing is voor een ouder zonder partner (Participatiewet art. 9a lid 1)";
        controle.refuse("ontheffing", melding);
    }
    let Some(vijfde) = jongste.filter(|vijfde| ingang < *vijfde) else {
        let melding = "hiervoor is een kind onder 5 jaar nodig: vul de geboortedatum in bij de kinderen (Participatiewet art. 9a lid 1)";
        controle.refuse("ontheffing", melding);
        return;
    };
    let einde = vijfde.min(jaren(ingang));
    if tot_en_met >= einde {
        let melding = format!(
            "deze ontheffing eindigt vóór {}: dan wordt het jongste kind 5 jaar, of is zij 5 jaar gebruikt (Participatiewet art. 9a lid 4)",
            datum_lang(einde)
        );
        controle.refuse("ontheffingTot", melding);
    }
}
