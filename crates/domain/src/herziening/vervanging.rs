//! What the letter of an objection says of a review that takes the place of the first one. Awb art. 7:11 lid 2.

use primitives::{Geld, geld_nl};

use super::brief::list_blokken;
use super::{Herzieningsuitkomst, Herzieningszaak};
use crate::aanvraag::Vervangtekst;

impl Herzieningszaak {
    /// The text about this review where it takes the place of the one that is objected to; none without a proposal.
    pub fn describe_vervanging(&self, eerst: &Herzieningsuitkomst) -> Option<Vervangtekst> {
        let voorstel = self.find_voorstel()?;
        let oordeel = self.find_oordeel()?;
        let alineas = vec![
            format!(
                "In ons eerdere besluit stond: {} Dat besluit geldt niet meer. Dit besluiten wij nu: {}",
                sums(eerst),
                sums(&voorstel.uitkomst)
            ),
            voorstel.motivering.clone(),
        ];
        Some(Vervangtekst {
            alineas,
            blokken: list_blokken(self, voorstel, oordeel),
        })
    }
}

/// `u krijgt € 20,00 na en u betaalt € 300,00 terug.`
fn sums(uitkomst: &Herzieningsuitkomst) -> String {
    let parts = [
        ("krijgt", uitkomst.nabetaling, "na"),
        (
            "betaalt",
            uitkomst.terugvordering + uitkomst.belasting(),
            "terug",
        ),
    ];
    let mut zinnen: Vec<_> = parts
        .into_iter()
        .filter(|(_, bedrag, _)| !bedrag.is_nul())
        .map(|(doet, bedrag, hoe)| format!("u {doet} {} {hoe}", geld_nl(bedrag)))
        .collect();
    if uitkomst.verrekening > Geld::NUL {
        zinnen.push(format!(
            "wij verrekenen {} met uw bijstand",
            geld_nl(uitkomst.verrekening)
        ));
    }
    if zinnen.is_empty() {
        zinnen.push("u betaalt niets terug en krijgt niets na".to_owned());
    }
    format!("{}.", zinnen.join(" en "))
}
