//! What a caseworker proposes: a decision that follows from a frozen calculation.

use primitives::{Geld, Veldfouten, maand_lang};
use serde::{Deserialize, Serialize};

use super::{Herzieningsbesluit, Herzieningsuitkomst, Oordeel};

/// A proposed review. Question and answer are kept beside it, to be made again later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Herzieningsvoorstel {
    /// The decisions in it, each of which needs a mandate.
    pub besluiten: Vec<Herzieningsbesluit>,
    /// Why, for the resident. Awb art. 3:46.
    pub motivering: String,
    /// What was weighed.
    pub afwegingen: Vec<Herzieningsafweging>,
    /// What comes out, month by month.
    pub uitkomst: Herzieningsuitkomst,
    /// All that is paid, set off or claimed.
    pub bedrag: Geld,
}

/// A choice of the college, with why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Herzieningsafweging {
    /// Where the law lets it choose.
    pub artikel: String,
    /// What was chosen.
    pub keuze: String,
    /// Why. The resident reads it.
    pub reden: String,
}

impl Herzieningsvoorstel {
    /// A proposal on what came out; every fault by its field. `afweging` is why the college claims where it may leave it.
    pub fn try_new(
        uitkomst: Herzieningsuitkomst,
        oordeel: Option<&Oordeel>,
        motivering: String,
        afweging: Option<String>,
    ) -> Result<Self, Veldfouten> {
        let onbepaald = uitkomst.list_onbepaald();
        if let Some(eerste) = onbepaald.first() {
            let melding = format!(
                "{} van de maanden is niet te bepalen, te beginnen met {}: kijk bij die maand wat er ontbreekt",
                onbepaald.len(),
                maand_lang(*eerste)
            );
            return Err(Veldfouten::single("motivering", melding));
        }
        let besluiten = uitkomst.list_besluiten();
        if besluiten.is_empty() {
            let melding = "er verandert niets: er is niets om over te besluiten";
            return Err(Veldfouten::single("motivering", melding));
        }
        let oordeel = oordeel.ok_or_else(|| {
            let melding = "leg eerst vast waarom de bijstand te hoog of te laag was";
            Veldfouten::single("motivering", melding)
        })?;
        Ok(Self {
            afwegingen: weigh(&uitkomst, oordeel, afweging)?,
            bedrag: uitkomst.bedrag(),
            besluiten,
            motivering,
            uitkomst,
        })
    }
}

fn weigh(
    uitkomst: &Herzieningsuitkomst,
    oordeel: &Oordeel,
    afweging: Option<String>,
) -> Result<Vec<Herzieningsafweging>, Veldfouten> {
    let mut afwegingen = Vec::new();
    if let Some(reden) = &oordeel.dringende_redenen {
        afwegingen.push(Herzieningsafweging {
            artikel: "Participatiewet art. 58 lid 8".to_owned(),
            keuze: "Wij vorderen niet terug, om dringende redenen.".to_owned(),
            reden: reden.clone(),
        });
    }
    if uitkomst.has_keuze() {
        let reden = afweging.ok_or_else(|| {
            let melding = "de wet laat hier kiezen: schrijf op waarom u terugvordert of verrekent (Participatiewet art. 58)";
            Veldfouten::single("afweging", melding)
        })?;
        let artikel = if uitkomst.terugvordering.is_nul() {
            "Participatiewet art. 58 lid 4"
        } else {
            oordeel
                .oorzaak
                .map_or("Participatiewet art. 58 lid 2", |oorzaak| {
                    oorzaak.grondslag()
                })
        };
        afwegingen.push(Herzieningsafweging {
            artikel: artikel.to_owned(),
            keuze: "Wij vragen het geld terug. Dat mogen wij, het hoeft niet.".to_owned(),
            reden,
        });
    }
    Ok(afwegingen)
}
