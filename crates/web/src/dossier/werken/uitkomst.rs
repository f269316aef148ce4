//! What more work gives, as the page shows it: where something stops, the table, the chart.

use application::recht::Werkenuitkomst;
use domain::recht::armoedeval::{Armoedeval, Klif, Vrijlatingseinde, Werkpunt};
use primitives::{Geld, GemeenteCode, aantal_nl, geld_nl, getal_nl};
use reports::grafiek::{Lijngrafiek, Opschrift, Reeks, Reekssoort, Tik, render_lijngrafiek};
use reports::{Cijfer, Eenheid, Kleur};

use crate::dossier::stappen::{Stapregel, list_stappen};

/// The table and the chart show every so many steps of € 100.
const STAP: usize = 2;

/// What comes out, as the page shows it.
pub(super) struct Uitkomst {
    pub(super) norm: String,
    pub(super) bijstand_tot: Option<String>,
    /// The ends of bijstand and of schemes, the lowest wage first.
    pub(super) kliffen: Vec<Klifregel>,
    /// What ends with the exemption, in a sentence.
    pub(super) vrijlating: Option<String>,
    pub(super) regelingen: Vec<&'static str>,
    pub(super) niet_bekend: Vec<(&'static str, String)>,
    pub(super) grafiek: Option<String>,
    pub(super) rijen: Vec<Rij>,
    pub(super) bruto: String,
    pub(super) besteedbaar: String,
    pub(super) stappen: Vec<Stapregel>,
    pub(super) bron: String,
}

/// A wage at which something stops.
pub(super) struct Klifregel {
    pub(super) naam: &'static str,
    pub(super) tot: String,
    pub(super) verlies: String,
    pub(super) grondslag: &'static str,
    pub(super) besluit: String,
    pub(super) is_deels: bool,
}

/// A wage with what it gives.
pub(super) struct Rij {
    pub(super) bruto: String,
    pub(super) netto: String,
    pub(super) bijstand: String,
    pub(super) regelingen: String,
    pub(super) besteedbaar: String,
    pub(super) over: String,
    pub(super) druk: String,
}

impl Uitkomst {
    pub(super) fn new(gemeente: GemeenteCode, uitkomst: &Werkenuitkomst, kleur: Kleur) -> Self {
        let val = &uitkomst.val;
        let niet_bekend = val.niet_bekend.iter();
        Self {
            norm: geld_nl(val.norm),
            bijstand_tot: val.bijstand_tot.map(geld_nl),
            kliffen: list_kliffen(val),
            vrijlating: val.vrijlatingseinde.as_ref().map(describe_vrijlating),
            regelingen: val
                .regelingen
                .iter()
                .map(|regeling| regeling.naam)
                .collect(),
            niet_bekend: niet_bekend.map(|r| (r.naam, r.reden.clone())).collect(),
            grafiek: draw(val, kleur),
            rijen: list_rijen(val),
            bruto: geld_nl(uitkomst.punt.bruto),
            besteedbaar: geld_nl(uitkomst.punt.besteedbaar),
            stappen: list_stappen(gemeente, &uitkomst.uitleg),
            bron: val.bron_loonheffing.clone(),
        }
    }
}

fn list_kliffen(val: &Armoedeval) -> Vec<Klifregel> {
    let mut kliffen: Vec<_> = val.kliffen.iter().chain(&val.bijstandseinde).collect();
    kliffen.sort_by_key(|klif| klif.tot);
    kliffen.into_iter().map(Klifregel::from).collect()
}

/// `De vrijlating geldt nog 6 maanden, en alleen met bijstand: …`
fn describe_vrijlating(einde: &Vrijlatingseinde) -> String {
    let duur = match einde.maanden {
        Some(maanden) => format!(
            "De vrijlating geldt nog {}",
            aantal_nl(maanden, "maand", "maanden")
        ),
        None => "De vrijlating heeft geen einddatum".to_owned(),
    };
    let tot = einde
        .tot
        .map(|tot| format!(" tot een brutoloon van {}", geld_nl(tot)))
        .unwrap_or_default();
    format!(
        "{duur}, en alleen zolang er bijstand is{tot}. Zonder de vrijlating is er hoogstens {} per maand minder ({}).",
        geld_nl(einde.verlies),
        einde.grondslag
    )
}

impl From<&Klif> for Klifregel {
    fn from(klif: &Klif) -> Self {
        Self {
            naam: klif.naam,
            tot: geld_nl(klif.tot),
            verlies: geld_nl(klif.verlies),
            grondslag: klif.grondslag,
            besluit: klif.besluit.clone().unwrap_or_default(),
            is_deels: klif.is_deels_daarboven,
        }
    }
}

/// Every second point, with the step of € 100 that follows it.
fn list_rijen(val: &Armoedeval) -> Vec<Rij> {
    let rij = |(plek, punt): (usize, &Werkpunt)| {
        let stap = val.stappen.get(plek);
        Rij {
            bruto: geld_nl(punt.bruto),
            netto: geld_nl(punt.netto),
            bijstand: geld_nl(punt.bijstand),
            regelingen: geld_nl(punt.regelingen.iter().copied().sum()),
            besteedbaar: geld_nl(punt.besteedbaar),
            over: stap.map(|stap| geld_nl(stap.over)).unwrap_or_default(),
            druk: stap
                .map(|stap| format!("{}%", getal_nl(stap.druk, 0)))
                .unwrap_or_default(),
        }
    };
    val.punten
        .iter()
        .enumerate()
        .step_by(STAP)
        .map(rij)
        .collect()
}

/// What there is to spend, and the bijstand in it, by gross wage; none without points.
fn draw(val: &Armoedeval, kleur: Kleur) -> Option<String> {
    let punten: Vec<_> = val.punten.iter().step_by(STAP).collect();
    let (eerste, laatste) = (punten.first()?, punten.last()?);
    let euro = |bedrag: Geld| format!("€ {}", bedrag.decimal().round());
    let reeks = |naam: &str, soort, waarde: fn(&Werkpunt) -> Geld| Reeks {
        naam: naam.to_owned(),
        soort,
        cijfers: punten
            .iter()
            .map(|punt| Cijfer::Bekend(waarde(punt).decimal()))
            .collect(),
    };
    Some(render_lijngrafiek(&Lijngrafiek {
        opschrift: Opschrift {
            id: "werken".to_owned(),
            titel: "Te besteden naar brutoloon per maand".to_owned(),
            omschrijving: format!(
                "Zonder loon {} per maand; bij {} brutoloon {}.",
                euro(eerste.besteedbaar),
                euro(laatste.bruto),
                euro(laatste.besteedbaar)
            ),
        },
        eenheid: Eenheid::Euro,
        tikken: punten
            .iter()
            .map(|punt| Tik {
                kort: euro(punt.bruto),
                groep: String::new(),
            })
            .collect(),
        reeksen: vec![
            reeks("te besteden", Reekssoort::Eigen, |punt| punt.besteedbaar),
            reeks("waarvan bijstand", Reekssoort::Mediaan, |punt| {
                punt.bijstand
            }),
        ],
        kleur,
    }))
}
