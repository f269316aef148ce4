//! The fields of each act, and reading them.

use domain::aanvraag::{Aanvraaghandeling, Bekendmaakwijze, Opschortgrond};
use domain::dossier::Reden;
use primitives::{Datum, Veldcontrole, Veldfouten, parse_datum_nl};
use serde::Deserialize;

use super::bezwaarvelden;
use crate::formuliervelden::Keuze;

/// What a form of an act asks; empty texts are fields that it does not have.
pub(super) struct Vorm {
    pub(super) titel: &'static str,
    pub(super) uitleg: &'static str,
    pub(super) dag: &'static str,
    /// The label of the second day.
    pub(super) tweede: Option<&'static str>,
    pub(super) tweede_verplicht: bool,
    pub(super) keuze: &'static str,
    pub(super) keuzes: Vec<Keuze>,
    pub(super) tekst: &'static str,
    pub(super) tekst_verplicht: bool,
    pub(super) knop: &'static str,
}

#[derive(Default, Deserialize)]
pub(super) struct Invoer {
    #[serde(default)]
    pub(super) gezien: String,
    #[serde(default)]
    pub(super) dag: String,
    #[serde(default)]
    pub(super) uiterlijk: String,
    #[serde(default)]
    pub(super) keuze: String,
    #[serde(default)]
    pub(super) tekst: String,
}

impl Vorm {
    /// The form of an act by its name in an address; none for acts without one.
    pub(super) fn of(soort: &str) -> Option<Self> {
        let leeg = Self {
            titel: "",
            uitleg: "",
            dag: "",
            tweede: None,
            tweede_verplicht: true,
            keuze: "",
            keuzes: Vec::new(),
            tekst: "",
            tekst_verplicht: true,
            knop: "Vastleggen",
        };
        Some(match soort {
            "herstel-gevraagd" => Self {
                titel: "Om aanvulling vragen",
                uitleg: "De aanvrager krijgt tijd om aan te vullen wat ontbreekt (Awb art. 4:5). De beslistermijn staat zolang stil (art. 4:15).",
                dag: "Op welke dag vroeg u erom?",
                tweede: Some("Tot en met welke dag kan de aanvrager aanvullen?"),
                tekst: "Wat ontbreekt er?",
                ..leeg
            },
            "aangevuld" => Self {
                titel: "De aanvulling vastleggen",
                uitleg: "De beslistermijn loopt weer vanaf deze dag.",
                dag: "Op welke dag kwam de aanvulling binnen?",
                keuze: "Is de aanvraag nu compleet?",
                keuzes: vec![
                    Keuze::new("ja", "Ja"),
                    Keuze::new("nee", "Nee, er ontbreekt nog iets"),
                ],
                ..leeg
            },
            "opgeschort" => Self {
                titel: "De termijn stilzetten",
                uitleg: "Dit kan alleen om de redenen van de wet (Awb art. 4:15). Vertel het aan de aanvrager.",
                dag: "Vanaf welke dag staat de termijn stil?",
                keuze: "Waarom?",
                keuzes: Opschortgrond::ALL
                    .iter()
                    .map(|een| Keuze::new(een.code(), een.naam()))
                    .collect(),
                tekst: "Wat vertelde u de aanvrager?",
                ..leeg
            },
            "hervat" => Self {
                titel: "De termijn weer laten lopen",
                uitleg: "Deze dag telt weer mee.",
                dag: "Vanaf welke dag loopt de termijn weer?",
                ..leeg
            },
            "verdaagd" => Self {
                titel: "Het besluit verdagen",
                uitleg: "Lukt het niet op tijd? Vertel de aanvrager vóór de laatste dag wanneer het besluit wel komt (Awb art. 4:14 lid 3). Dit kan één keer.",
                dag: "Op welke dag vertelde u het de aanvrager?",
                tweede: Some("Wat is de nieuwe laatste dag?"),
                tekst: "Waarom is er meer tijd nodig?",
                ..leeg
            },
            "teruggegeven" => Self {
                titel: "Het voorstel teruggeven",
                uitleg: "De behandelaar past het voorstel aan en stelt het opnieuw voor.",
                tekst: "Wat moet er anders?",
                knop: "Teruggeven",
                ..leeg
            },
            "bekendgemaakt" => Self {
                titel: "Bekendmaken",
                uitleg: "De bezwaartermijn van zes weken begint op de dag na deze dag (Awb art. 6:8). Deze dag komt boven de brief te staan: leg hem eerst vast en verstuur dan de brief.",
                dag: "Op welke dag gaat de brief weg?",
                keuze: "Hoe?",
                keuzes: Bekendmaakwijze::ALL
                    .iter()
                    .map(|een| Keuze::new(een.code(), een.naam()))
                    .collect(),
                ..leeg
            },
            "ingetrokken" => Self {
                titel: "De aanvrager trekt de aanvraag in",
                uitleg: "Er volgt dan geen besluit.",
                dag: "Op welke dag trok de aanvrager de aanvraag in?",
                tekst: "Wat zei of schreef de aanvrager?",
                ..leeg
            },
            _ => return bezwaarvelden::form(soort, leeg),
        })
    }
}

/// What was read from the fields; those that a form does not have are empty.
pub(super) struct Gelezen {
    pub(super) dag: Option<Datum>,
    pub(super) tweede: Option<Datum>,
    pub(super) keuze: String,
    pub(super) tekst: String,
}

impl Invoer {
    /// The act that was filled in, and the number of the last act that was shown.
    pub(super) fn parse(
        &self,
        soort: &str,
        vorm: &Vorm,
    ) -> Result<(usize, Aanvraaghandeling), Veldfouten> {
        const DAG: &str = "vul een dag in die bestaat, zoals 21-11-2026";
        const ONVOLLEDIG: &str = "dit formulier is onvolledig: open de pagina opnieuw";
        let mut controle = Veldcontrole::default();
        let gezien = controle.take("dag", self.gezien.parse().map_err(|_| ONVOLLEDIG));
        let dag = (!vorm.dag.is_empty())
            .then(|| controle.take("dag", parse_datum_nl(&self.dag).ok_or(DAG)))
            .flatten();
        let tweede = vorm
            .tweede
            .filter(|_| vorm.tweede_verplicht || !self.uiterlijk.trim().is_empty())
            .and_then(|_| controle.take("uiterlijk", parse_datum_nl(&self.uiterlijk).ok_or(DAG)));
        if !vorm.keuze.is_empty() && vorm.keuzes.iter().all(|een| een.waarde != self.keuze) {
            controle.refuse("keuze", "maak een keuze");
        }
        let is_gevraagd =
            !vorm.tekst.is_empty() && (vorm.tekst_verplicht || !self.tekst.trim().is_empty());
        let tekst = is_gevraagd
            .then(|| controle.take("tekst", Reden::parse(&self.tekst)))
            .flatten();
        controle.finish()?;
        let tekst = tekst
            .map(|tekst| tekst.as_str().to_owned())
            .unwrap_or_default();
        let gelezen = Gelezen {
            dag,
            tweede,
            keuze: self.keuze.clone(),
            tekst,
        };
        gezien
            .zip(act(soort, gelezen))
            .ok_or_else(|| Veldfouten::single("dag", ONVOLLEDIG))
    }
}

/// The act that was filled in; none where a field that it needs is empty.
fn act(soort: &str, gelezen: Gelezen) -> Option<Aanvraaghandeling> {
    use Aanvraaghandeling as H;
    let Gelezen {
        dag,
        tweede,
        keuze,
        tekst,
    } = gelezen;
    Some(match soort {
        "herstel-gevraagd" => H::HerstelGevraagd {
            gevraagd_op: dag?,
            uiterlijk: tweede?,
            wat: tekst,
        },
        "aangevuld" => H::Aangevuld {
            aangevuld_op: dag?,
            volledig: keuze == "ja",
        },
        "opgeschort" => H::Opgeschort {
            vanaf: dag?,
            grond: Opschortgrond::from_code(&keuze)?,
            toelichting: tekst,
        },
        "hervat" => H::Hervat { hervat_op: dag? },
        "verdaagd" => H::Verdaagd {
            meegedeeld_op: dag?,
            uiterlijk: tweede?,
            reden: tekst,
        },
        "teruggegeven" => H::Teruggegeven { reden: tekst },
        "bekendgemaakt" => H::Bekendgemaakt {
            bekendgemaakt_op: dag?,
            wijze: Bekendmaakwijze::from_code(&keuze)?,
        },
        "ingetrokken" => H::Ingetrokken {
            ingetrokken_op: dag?,
            reden: tekst,
        },
        _ => {
            let gelezen = Gelezen {
                dag,
                tweede,
                keuze,
                tekst,
            };
            return bezwaarvelden::act(soort, gelezen);
        }
    })
}
