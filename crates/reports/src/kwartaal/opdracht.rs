//! The assignment in the report: how each item stood, beside the figure that its norm asks for.

use domain::opdracht::{Norm, Normkant, Opdrachtregel};
use domain::sturing::{Klasse, Kwartaalrapport as Bron};
use primitives::{Datum, datum_kort};
use rust_decimal::Decimal;
use serde::Serialize;

use super::model::Kwartaalrapport;
use crate::cijfer::CijferInEenheid;
use crate::lijst::{Cel, Kolom, Lijst};
use crate::{Cijfer, Eenheid, render_waarde_nl};

/// An item of the assignment as it stood at the closing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opdrachtonderdeel {
    /// Its number.
    pub nummer: u16,
    /// What must be reached.
    pub prestatie: String,
    /// From what it follows, a sentence each.
    pub grond: Vec<String>,
    /// What the organisation does.
    pub aanpak: Option<String>,
    /// Who carries it.
    pub trekker: Option<String>,
    /// By when.
    pub gereed: Option<Datum>,
    /// How it stands.
    pub stand: Option<Onderdeelstand>,
    /// The norm with the figure.
    pub norm: Option<Normstand>,
}

/// How an item stands, as management saw it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Onderdeelstand {
    /// The name for machines.
    pub code: &'static str,
    /// The words for people.
    pub naam: &'static str,
    /// Why.
    pub toelichting: String,
}

/// A norm with the figure of the quarter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Normstand {
    /// The name of the figure for machines.
    pub indicator: &'static str,
    /// The name of the figure for people.
    pub naam: &'static str,
    /// Its unit.
    pub eenheid: Eenheid,
    /// The norm in words: `minstens 95,0% (marge 2,0)`.
    pub norm: String,
    /// The figure.
    pub cijfer: Cijfer,
    /// Whether the norm is met, for machines.
    pub oordeel: &'static str,
    /// Whether the norm is met, for people.
    pub oordeelnaam: &'static str,
}

/// A norm in words: `minstens 95,0% (marge 2,0%)`.
pub fn render_norm(norm: &Norm) -> String {
    let eenheid = norm.indicator.definitie().eenheid;
    let kant = match norm.kant {
        Normkant::Minstens => "minstens",
        Normkant::Hoogstens => "hoogstens",
    };
    let waarde = render_waarde_nl(norm.waarde, eenheid);
    if norm.marge == Decimal::ZERO {
        format!("{kant} {waarde}")
    } else {
        let marge = render_waarde_nl(norm.marge, eenheid);
        format!("{kant} {waarde} (marge {marge})")
    }
}

/// The items of a closing, as documents show them.
pub(super) fn convert(bron: &Bron) -> Vec<Opdrachtonderdeel> {
    let onderdelen = bron.opdracht.iter();
    onderdelen.map(|regel| convert_regel(bron, regel)).collect()
}

fn convert_regel(bron: &Bron, regel: &Opdrachtregel) -> Opdrachtonderdeel {
    Opdrachtonderdeel {
        nummer: regel.nummer,
        prestatie: regel.prestatie.clone(),
        grond: regel.grond.clone(),
        aanpak: regel.aanpak.clone(),
        trekker: regel.trekker.clone(),
        gereed: regel.gereed,
        stand: regel.stand.as_ref().map(|(stand, waarom)| Onderdeelstand {
            code: stand.code(),
            naam: stand.naam(),
            toelichting: waarom.clone(),
        }),
        norm: regel.norm.map(|van| {
            let definitie = van.norm.indicator.definitie();
            let cijfer = bron.find(van.norm.indicator, Klasse::Totaal);
            Normstand {
                indicator: definitie.sleutel,
                naam: definitie.naam,
                eenheid: definitie.eenheid,
                norm: render_norm(&van.norm),
                cijfer: cijfer.map_or(Cijfer::Ontbreekt, Cijfer::from),
                oordeel: van.oordeel.code(),
                oordeelnaam: van.oordeel.naam(),
            }
        }),
    }
}

impl Opdrachtonderdeel {
    /// What the organisation answered, in a sentence or two; says so where nothing was.
    fn answer(&self) -> String {
        let delen = [
            self.aanpak.clone(),
            self.trekker.as_ref().map(|wie| format!("Wie: {wie}.")),
            self.gereed
                .map(|dag| format!("Klaar op {}.", datum_kort(dag))),
        ];
        let delen: Vec<_> = delen.into_iter().flatten().collect();
        if delen.is_empty() {
            "nog niet beantwoord".to_owned()
        } else {
            delen.join(" ")
        }
    }

    /// How it stands and why.
    fn state(&self) -> String {
        self.stand.as_ref().map_or_else(
            || "niet vastgelegd".to_owned(),
            |stand| format!("{}: {}", stand.naam, stand.toelichting),
        )
    }

    /// The norm, the figure and the outcome.
    fn norm_in_words(&self) -> String {
        self.norm.as_ref().map_or_else(String::new, |norm| {
            format!(
                "{}: {}; cijfer: {}; {}",
                norm.naam,
                norm.norm,
                norm.cijfer.render_nl(norm.eenheid),
                norm.oordeelnaam
            )
        })
    }
}

/// The rows of the table on paper.
pub(super) fn paper_rows(rapport: &Kwartaalrapport) -> Vec<[String; 5]> {
    let rij = |onderdeel: &Opdrachtonderdeel| {
        [
            onderdeel.nummer.to_string(),
            format!("{}\n{}", onderdeel.prestatie, onderdeel.grond.join("; ")),
            onderdeel.answer(),
            onderdeel.state(),
            onderdeel.norm_in_words(),
        ]
    };
    rapport.opdracht.iter().map(rij).collect()
}

/// The sheet of the spreadsheet; none where there was no assignment.
pub(super) fn sheet(rapport: &Kwartaalrapport) -> Option<Lijst> {
    let kolommen = [
        ("Nummer", 8),
        ("Wat de gemeente vraagt", 60),
        ("Volgt uit", 60),
        ("Wat de organisatie doet", 60),
        ("Wie", 24),
        ("Klaar op", 12),
        ("Stand", 16),
        ("Toelichting", 60),
        ("Cijfer", 32),
        ("Norm", 28),
        ("Waarde", 14),
        ("Oordeel", 20),
    ];
    let tekst = |tekst: Option<&String>| tekst.map_or(Cel::Leeg, Cel::text);
    let rij = |onderdeel: &Opdrachtonderdeel| {
        let (stand, norm) = (onderdeel.stand.as_ref(), onderdeel.norm.as_ref());
        vec![
            Cel::number(onderdeel.nummer),
            Cel::text(&onderdeel.prestatie),
            Cel::text(onderdeel.grond.join("; ")),
            tekst(onderdeel.aanpak.as_ref()),
            tekst(onderdeel.trekker.as_ref()),
            onderdeel.gereed.map_or(Cel::Leeg, Cel::Datum),
            stand.map_or(Cel::Leeg, |stand| Cel::text(stand.naam)),
            tekst(stand.map(|stand| &stand.toelichting)),
            norm.map_or(Cel::Leeg, |norm| Cel::text(norm.naam)),
            tekst(norm.map(|norm| &norm.norm)),
            norm.map_or(Cel::Leeg, |norm| {
                Cel::text(norm.cijfer.render_nl(norm.eenheid))
            }),
            norm.map_or(Cel::Leeg, |norm| Cel::text(norm.oordeelnaam)),
        ]
    };
    (!rapport.opdracht.is_empty()).then(|| Lijst {
        titel: "Opdracht".to_owned(),
        kolommen: kolommen
            .iter()
            .map(|(naam, breedte)| Kolom::new(naam, *breedte))
            .collect(),
        rijen: rapport.opdracht.iter().map(rij).collect(),
    })
}

/// The items among the figures of the CSV form: a row for the state, and one for the outcome of a norm.
pub(super) fn csv_rows(rapport: &Kwartaalrapport) -> Vec<Vec<Cel>> {
    let mut rijen = Vec::new();
    for onderdeel in &rapport.opdracht {
        let stand = onderdeel.stand.as_ref().map(|stand| stand.code);
        rijen.push(csv_row(rapport, onderdeel, "stand", stand));
        if let Some(norm) = &onderdeel.norm {
            rijen.push(csv_row(rapport, onderdeel, "norm", Some(norm.oordeel)));
        }
    }
    rijen
}

fn csv_row(
    rapport: &Kwartaalrapport,
    onderdeel: &Opdrachtonderdeel,
    klasse: &str,
    waarde: Option<&str>,
) -> Vec<Cel> {
    let status = waarde.map_or("ontbreekt", |_| "bekend");
    let mut rij = vec![
        Cel::text(rapport.gemeente.to_string()),
        Cel::text(&rapport.gemeentenaam),
        Cel::text(rapport.kwartaal.to_string()),
        Cel::number(rapport.sluiting.versie),
        Cel::Datum(rapport.sluiting.bekend_op),
        Cel::number(onderdeel.nummer),
        Cel::text("opdracht"),
        Cel::text(&onderdeel.prestatie),
        Cel::text(klasse),
        Cel::text("tekst"),
        waarde.map_or(Cel::Leeg, Cel::text),
        Cel::text(status),
    ];
    rij.extend(std::iter::repeat_n(Cel::Leeg, 6));
    rij
}

/// An item for programs.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct OnderdeelJson<'a> {
    nummer: u16,
    prestatie: &'a str,
    grond: &'a [String],
    aanpak: Option<&'a str>,
    trekker: Option<&'a str>,
    gereed: Option<String>,
    stand: Option<&'static str>,
    toelichting: Option<&'a str>,
    norm: Option<NormJson<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NormJson<'a> {
    indicator: &'static str,
    norm: &'a str,
    cijfer: CijferInEenheid,
    oordeel: &'static str,
}

impl<'a> From<&'a Opdrachtonderdeel> for OnderdeelJson<'a> {
    fn from(onderdeel: &'a Opdrachtonderdeel) -> Self {
        let stand = onderdeel.stand.as_ref();
        Self {
            nummer: onderdeel.nummer,
            prestatie: &onderdeel.prestatie,
            grond: &onderdeel.grond,
            aanpak: onderdeel.aanpak.as_deref(),
            trekker: onderdeel.trekker.as_deref(),
            gereed: onderdeel.gereed.map(|dag| dag.to_string()),
            stand: stand.map(|stand| stand.code),
            toelichting: stand.map(|stand| stand.toelichting.as_str()),
            norm: onderdeel.norm.as_ref().map(|norm| NormJson {
                indicator: norm.indicator,
                norm: &norm.norm,
                cijfer: norm.cijfer.in_unit(norm.eenheid),
                oordeel: norm.oordeel,
            }),
        }
    }
}
