//! Schemes of the municipality that stop at an income limit, in one list: a scheme is a line of it.

use primitives::{Datum, Geld, Moment, Percentage};
use serde::Serialize;

use crate::beleid::{Beleid, Geldend};
use crate::recht::{IitBeleid, Kinderen, Leefsituatie, Leefvorm, Onbepaald};

/// A year has this many months.
const MAANDEN: i64 = 12;

/// The values of council and college that the schemes ask for, as far as they decided them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lokaalbeleid {
    /// The individuele inkomenstoeslag.
    pub iit: IitBeleid,
    /// `meedoen.inkomensgrens`.
    pub meedoen_grens: Option<Geldend<Percentage>>,
    /// `meedoen.bedrag.volwassene`: per person and year.
    pub meedoen_volwassene: Option<Geldend<Geld>>,
    /// `meedoen.bedrag.kind-tot-12` and `kind-vanaf-12`: per child and year.
    pub meedoen_kind: [Option<Geldend<Geld>>; 2],
    /// `zorgverzekering.inkomensgrens`.
    pub zorg_grens: Option<Geldend<Percentage>>,
    /// `zorgverzekering.bijdrage`: per month.
    pub zorg_bijdrage: Option<Geldend<Geld>>,
}

impl Lokaalbeleid {
    /// The values in force on a day, as known on a moment.
    pub fn in_force(beleid: &Beleid, dag: Datum, bekend_op: Moment) -> Self {
        let bedrag = |sleutel| beleid.find_bedrag(sleutel, dag, bekend_op);
        let grens = |sleutel| beleid.find_percentage(sleutel, dag, bekend_op);
        Self {
            iit: IitBeleid::in_force(beleid, dag, bekend_op),
            meedoen_grens: grens("meedoen.inkomensgrens"),
            meedoen_volwassene: bedrag("meedoen.bedrag.volwassene"),
            meedoen_kind: [
                bedrag("meedoen.bedrag.kind-tot-12"),
                bedrag("meedoen.bedrag.kind-vanaf-12"),
            ],
            zorg_grens: grens("zorgverzekering.inkomensgrens"),
            zorg_bijdrage: bedrag("zorgverzekering.bijdrage"),
        }
    }
}

/// A scheme for one household: what it gives, and up to which income.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Lokaleregeling {
    /// Its name in data: `iit`.
    pub sleutel: &'static str,
    /// As people read it.
    pub naam: &'static str,
    /// The article that lets the municipality have it.
    pub grondslag: &'static str,
    /// What it gives per month; of a yearly amount a twelfth.
    pub bedrag: Geld,
    /// Up to which part of the norm an income is low.
    pub percentage: Percentage,
    /// The same in euros per month.
    pub grens: Geld,
    /// The decision that set the limit.
    pub besluit: Option<String>,
}

/// A scheme of which it is not known what it gives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RegelingNietBekend {
    /// Its name in data.
    pub sleutel: &'static str,
    /// As people read it.
    pub naam: &'static str,
    /// What is missing, in a sentence.
    pub reden: String,
}

/// A line of the list.
struct Regel {
    sleutel: &'static str,
    naam: &'static str,
    grondslag: &'static str,
    grens: fn(&Lokaalbeleid) -> Grens<'_>,
    bedrag: fn(&Lokaalbeleid, &Leefsituatie) -> Result<Geld, Onbepaald>,
}

/// The limit of a scheme.
enum Grens<'a> {
    Tot(&'a Geldend<Percentage>),
    /// The municipality has no such scheme.
    GeenRegeling,
    /// It must have one, and nothing was decided.
    Ontbreekt(&'static str),
}

/// Every scheme. Add one by its limit, and its amount per month for a household.
const REGELS: [Regel; 3] = [
    Regel {
        sleutel: "iit",
        naam: "Individuele inkomenstoeslag",
        grondslag: "Participatiewet art. 36",
        grens: |beleid| Grens::required(beleid.iit.laagste_grens(), "iit.inkomensgrens"),
        bedrag: iit,
    },
    Regel {
        sleutel: "meedoen",
        naam: "Meedoenregeling",
        grondslag: "Gemeentewet art. 108 lid 1, art. 147",
        grens: |beleid| Grens::optional(beleid.meedoen_grens.as_ref()),
        bedrag: meedoen,
    },
    Regel {
        sleutel: "zorgverzekering",
        naam: "Bijdrage collectieve zorgverzekering, voor één verzekerde",
        grondslag: "Participatiewet art. 35 lid 3",
        grens: |beleid| Grens::optional(beleid.zorg_grens.as_ref()),
        bedrag: |beleid, _| required(beleid.zorg_bijdrage.as_ref(), "zorgverzekering.bijdrage"),
    },
];

/// What the schemes are for a household with a norm, and of which that is not known.
pub(super) fn list_regelingen(
    beleid: &Lokaalbeleid,
    situatie: &Leefsituatie,
    norm: Geld,
) -> (Vec<Lokaleregeling>, Vec<RegelingNietBekend>) {
    let (mut bekend, mut niet_bekend) = (Vec::new(), Vec::new());
    for regel in &REGELS {
        match regel.calculate(beleid, situatie, norm) {
            Ok(Some(regeling)) => bekend.push(regeling),
            Ok(None) => {}
            Err(reden) => niet_bekend.push(RegelingNietBekend {
                sleutel: regel.sleutel,
                naam: regel.naam,
                reden: reden.to_string(),
            }),
        }
    }
    (bekend, niet_bekend)
}

impl Regel {
    fn calculate(
        &self,
        beleid: &Lokaalbeleid,
        situatie: &Leefsituatie,
        norm: Geld,
    ) -> Result<Option<Lokaleregeling>, Onbepaald> {
        let grens = match (self.grens)(beleid) {
            Grens::Tot(grens) => grens,
            Grens::GeenRegeling => return Ok(None),
            Grens::Ontbreekt(sleutel) => return Err(Onbepaald::BeleidOntbreekt(sleutel)),
        };
        let bedrag = (self.bedrag)(beleid, situatie)?;
        Ok(Some(Lokaleregeling {
            sleutel: self.sleutel,
            naam: self.naam,
            grondslag: self.grondslag,
            bedrag,
            percentage: grens.waarde,
            grens: norm.part(grens.waarde),
            besluit: grens.besluit.clone(),
        }))
    }
}

impl<'a> Grens<'a> {
    fn required(grens: Option<&'a Geldend<Percentage>>, sleutel: &'static str) -> Self {
        grens.map_or(Self::Ontbreekt(sleutel), Self::Tot)
    }

    fn optional(grens: Option<&'a Geldend<Percentage>>) -> Self {
        grens.map_or(Self::GeenRegeling, Self::Tot)
    }
}

fn required(waarde: Option<&Geldend<Geld>>, sleutel: &'static str) -> Result<Geld, Onbepaald> {
    let geldend = waarde.ok_or(Onbepaald::BeleidOntbreekt(sleutel))?;
    Ok(geldend.waarde)
}

/// A twelfth of the yearly amount, for who is 21 or older and below the pension age and had a low income for as long as the
/// council asks. Outside those ages nothing.
fn iit(beleid: &Lokaalbeleid, situatie: &Leefsituatie) -> Result<Geld, Onbepaald> {
    let leeftijd = situatie.aanvrager();
    if !leeftijd.is_vanaf_21() || leeftijd.is_pensioengerechtigd() {
        return Ok(Geld::NUL);
    }
    if beleid.iit.referteperiode.is_none() {
        return Err(Onbepaald::BeleidOntbreekt("iit.referteperiode"));
    }
    let jaarbedrag = beleid.iit.bedrag(situatie.leefvorm())?.waarde;
    Ok(jaarbedrag.fraction(1, MAANDEN))
}

/// A twelfth of what the adults get. How many children there are is no fact of a household in the engine, so where they may
/// be and would get something it is not known.
fn meedoen(beleid: &Lokaalbeleid, situatie: &Leefsituatie) -> Result<Geld, Onbepaald> {
    let kan_kinderen = !matches!(situatie.kinderen(), Kinderen::Geen);
    if kan_kinderen && beleid.meedoen_kind.iter().any(Option::is_some) {
        return Err(Onbepaald::AantalKinderenOnbekend);
    }
    let volwassenen = match situatie.leefvorm() {
        Some(Leefvorm::Gehuwden) => 2,
        _ => 1,
    };
    let bedrag = required(
        beleid.meedoen_volwassene.as_ref(),
        "meedoen.bedrag.volwassene",
    )?;
    Ok(bedrag.fraction(volwassenen, MAANDEN))
}
