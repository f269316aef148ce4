//! Schemes of the municipality that stop at an income limit, in one list: a scheme is a line of it.

use primitives::{Datum, Geld, Moment, Percentage};
use serde::Serialize;

use super::bedrag;
use super::rekenaar::Werkvraag;
use crate::beleid::{Beleid, Gebruik, Geldend};
use crate::recht::regelingen::{Minimabeleid, Minimasoort, Waarden};
use crate::recht::{Bijstandsbeleid, IitBeleid, Onbepaald};

/// The values of council and college that the schemes ask for, as far as they decided them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lokaalbeleid {
    /// What decides about the norm itself, such as the college's lowering (arts 27 and 28).
    pub bijstand: Bijstandsbeleid,
    /// The individuele inkomenstoeslag.
    pub iit: IitBeleid,
    /// The scheme to take part.
    pub meedoen: Minimabeleid,
    /// The collective insurance.
    pub zorgverzekering: Minimabeleid,
}

impl Lokaalbeleid {
    /// The values in force on a day, as known on a moment.
    pub fn in_force(beleid: &Beleid, dag: Datum, bekend_op: Moment) -> Self {
        let minima = Waarden::in_force(Gebruik::Minimaregeling, beleid, dag, bekend_op);
        Self {
            bijstand: Bijstandsbeleid::in_force(beleid, dag, bekend_op),
            iit: IitBeleid::in_force(beleid, dag, bekend_op),
            meedoen: Minimabeleid::read(&minima, Minimasoort::Meedoen),
            zorgverzekering: Minimabeleid::read(&minima, Minimasoort::Zorgverzekering),
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
    /// What it still gives above the limit, the lowest income first; above the last of them nothing.
    pub daarboven: Vec<Regelingstrede>,
    /// Whether the ordinance still gives a part above the limit of which the council did not say how large it is: it is not
    /// counted.
    pub is_deels_daarboven: bool,
}

/// A part of a scheme above its limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Regelingstrede {
    /// Up to and with this income per month; none for every income above.
    pub tot: Option<Geld>,
    /// What it gives per month.
    pub bedrag: Geld,
}

/// The children younger than 18, by the age on which amounts depend.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kindertelling {
    /// Younger than 12.
    pub tot_12: u32,
    /// From 12 on.
    pub vanaf_12: u32,
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
    bedrag: fn(&Lokaalbeleid, &Werkvraag) -> Result<Geld, Onbepaald>,
    delen: fn(&Lokaalbeleid, Geld) -> Delen,
}

/// What a scheme gives above its limit.
enum Delen {
    Geen,
    /// A part, of a size that is not known.
    Onbekend,
    /// To which income, and which part.
    Treden(Vec<(Option<Geld>, Percentage)>),
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
        bedrag: bedrag::iit,
        delen: |beleid, norm| Delen::of_iit(&beleid.iit, norm),
    },
    Regel {
        sleutel: "meedoen",
        naam: "Meedoenregeling",
        grondslag: "Gemeentewet art. 108 lid 1, art. 147",
        grens: |beleid| Grens::optional(beleid.meedoen.inkomensgrens.as_ref()),
        bedrag: bedrag::meedoen,
        delen: |_, _| Delen::Geen,
    },
    Regel {
        sleutel: "zorgverzekering",
        naam: "Bijdrage collectieve zorgverzekering, voor één verzekerde",
        grondslag: "Participatiewet art. 35 lid 3",
        grens: |beleid| Grens::optional(beleid.zorgverzekering.inkomensgrens.as_ref()),
        bedrag: bedrag::zorgverzekering,
        delen: |_, _| Delen::Geen,
    },
];

/// What the schemes are for a household with a norm, and of which that is not known.
pub(super) fn list_regelingen(
    beleid: &Lokaalbeleid,
    vraag: &Werkvraag,
    norm: Geld,
) -> (Vec<Lokaleregeling>, Vec<RegelingNietBekend>) {
    let (mut bekend, mut niet_bekend) = (Vec::new(), Vec::new());
    for regel in &REGELS {
        match regel.calculate(beleid, vraag, norm) {
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
        vraag: &Werkvraag,
        norm: Geld,
    ) -> Result<Option<Lokaleregeling>, Onbepaald> {
        let grens = match (self.grens)(beleid) {
            Grens::Tot(grens) => grens,
            Grens::GeenRegeling => return Ok(None),
            Grens::Ontbreekt(sleutel) => return Err(Onbepaald::BeleidOntbreekt(sleutel)),
        };
        let bedrag = (self.bedrag)(beleid, vraag)?;
        let delen = (self.delen)(beleid, norm);
        Ok(Some(Lokaleregeling {
            sleutel: self.sleutel,
            naam: self.naam,
            grondslag: self.grondslag,
            bedrag,
            percentage: grens.waarde,
            grens: norm.part(grens.waarde),
            besluit: grens.besluit.clone(),
            is_deels_daarboven: matches!(delen, Delen::Onbekend),
            daarboven: delen.list_treden(bedrag),
        }))
    }
}

impl Delen {
    /// Where the council tests two incomes, its tiers do not say which of them counts.
    fn of_iit(beleid: &IitBeleid, norm: Geld) -> Self {
        let geeft = beleid.deels_boven_grens.as_ref().is_some_and(|d| d.waarde);
        let treden = beleid.delen(norm);
        match (
            geeft,
            treden.is_empty() || beleid.inkomensgrens_peildatum.is_some(),
        ) {
            (false, _) => Self::Geen,
            (true, true) => Self::Onbekend,
            (true, false) => Self::Treden(treden),
        }
    }

    fn list_treden(self, bedrag: Geld) -> Vec<Regelingstrede> {
        let Self::Treden(treden) = self else {
            return Vec::new();
        };
        let trede = |(tot, deel)| Regelingstrede {
            tot,
            bedrag: bedrag.part(deel),
        };
        treden.into_iter().map(trede).collect()
    }
}

impl Kindertelling {
    /// The children of these ages; who is 18 or older is none.
    pub fn of_ages(leeftijden: impl IntoIterator<Item = u8>) -> Self {
        let mut telling = Self::default();
        for jaren in leeftijden {
            match jaren {
                ..12 => telling.tot_12 += 1,
                12..18 => telling.vanaf_12 += 1,
                _ => {}
            }
        }
        telling
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
