//! What a caseworker proposes: a decision that follows from a frozen calculation.

use primitives::{Geld, Veldcontrole, Veldfouten, maand_lang};
use serde::{Deserialize, Serialize};

use super::{Herzieningsbesluit, Herzieningsuitkomst, Oordeel, Oorzaakoordeel, Voorstelsoort};
use crate::recht::herziening::Oorzaak;

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
    /// A proposal on what came out; every fault by its field. `afwegingen` tells why the college claims where it may leave it,
    /// by cause; a fault in it stands at `afweging-` with the name of the cause.
    pub fn try_new(
        uitkomst: Herzieningsuitkomst,
        oordeel: Option<&Oordeel>,
        motivering: String,
        afwegingen: &[(Oorzaak, String)],
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
        if let Some(jaar) = uitkomst.jaren.iter().find(|jaar| jaar.belasting.is_none()) {
            let melding = format!(
                "over {} zijn de belasting en premies nog niet bekend: vul ze in, of vorder netto terug",
                jaar.jaar
            );
            return Err(Veldfouten::single("motivering", melding));
        }
        Ok(Self {
            afwegingen: weigh(&uitkomst, oordeel, afwegingen)?,
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
    redenen: &[(Oorzaak, String)],
) -> Result<Vec<Herzieningsafweging>, Veldfouten> {
    let mut afwegingen: Vec<_> = oordeel.oorzaken.iter().filter_map(leave).collect();
    let mut controle = Veldcontrole::default();
    for oorzaak in uitkomst.list_keuzes(oordeel) {
        let reden = redenen.iter().find(|(van, _)| *van == oorzaak);
        if let Some((_, reden)) = reden {
            afwegingen.push(Herzieningsafweging {
                artikel: claim_artikel(uitkomst, oordeel, oorzaak).to_owned(),
                keuze: "Wij vragen het geld terug. Dat mogen wij, het hoeft niet.".to_owned(),
                reden: reden.clone(),
            });
        } else {
            let melding = format!(
                "de wet laat hier kiezen: schrijf op waarom u terugvordert of verrekent ({})",
                oorzaak.grondslag()
            );
            controle.refuse(format!("afweging-{}", oorzaak.naam()), melding);
        }
    }
    controle.finish()?;
    if let Some(bruto) = oordeel
        .bruto
        .as_ref()
        .filter(|_| !uitkomst.belasting().is_nul())
    {
        afwegingen.push(Herzieningsafweging {
            artikel: "Participatiewet art. 58 lid 5".to_owned(),
            keuze: "Wij vorderen ook de belasting en premies terug. Dat mogen wij, het hoeft niet."
                .to_owned(),
            reden: bruto.waarom.clone(),
        });
    }
    Ok(afwegingen)
}

/// What the college leaves with a cause, and over which months where it is not for all.
fn leave(oorzaak: &Oorzaakoordeel) -> Option<Herzieningsafweging> {
    let dringend = oorzaak.dringende_redenen.as_ref()?;
    let keuze = dringend.keuze();
    Some(Herzieningsafweging {
        artikel: "Participatiewet art. 58 lid 8".to_owned(),
        keuze: match oorzaak.maanden() {
            Some(maanden) => format!("Over {maanden}: w{}", keuze.trim_start_matches('W')),
            None => keuze,
        },
        reden: dringend.waarom.clone(),
    })
}

/// The article by which is claimed with a cause, or set off where nothing is claimed with it.
fn claim_artikel(
    uitkomst: &Herzieningsuitkomst,
    oordeel: &Oordeel,
    oorzaak: Oorzaak,
) -> &'static str {
    let is_geclaimd = uitkomst.maanden.iter().any(|maand| {
        let eigen = oordeel.oorzaak(maand.maand);
        maand.voorstel == Voorstelsoort::Terugvordering
            && eigen.is_some_and(|eigen| eigen.oorzaak == oorzaak)
    });
    if is_geclaimd {
        oorzaak.grondslag()
    } else {
        "Participatiewet art. 58 lid 4"
    }
}
