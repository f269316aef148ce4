//! What a standard household gets in each municipality: the table, its parts and its chart.

use domain::recht::{Huishoudreeks, Huishoudvergelijking, Jaarbeeld};
use http_base::InGemeente;
use primitives::geld_nl;

use super::jaarbeeldgrafiek::draw_jaarbeeld;

/// A household with the numbers of every municipality.
pub(super) struct Huishoudblok {
    pub(super) code: &'static str,
    pub(super) naam: &'static str,
    pub(super) grafiek: Option<String>,
    pub(super) rijen: Vec<Gemeenterij>,
    /// Of what the first amount of each row consists, and from which decision it follows.
    pub(super) delen: Vec<Deelrij>,
}

pub(super) struct Gemeenterij {
    pub(super) naam: String,
    pub(super) is_eigen: bool,
    pub(super) bedragen: Vec<String>,
    pub(super) zonder: String,
}

pub(super) struct Deelrij {
    pub(super) gemeente: String,
    pub(super) regeling: &'static str,
    pub(super) bedrag: String,
    pub(super) besluit: String,
}

impl Huishoudblok {
    pub(super) fn new(vergelijking: &Huishoudvergelijking<'_>, wie: &InGemeente) -> Self {
        let reeksen = || vergelijking.reeksen.iter();
        Self {
            code: vergelijking.huishouden.code(),
            naam: vergelijking.huishouden.naam(),
            grafiek: draw_jaarbeeld(vergelijking, wie),
            rijen: reeksen().map(|reeks| gemeenterij(reeks, wie)).collect(),
            delen: reeksen().flat_map(list_delen).collect(),
        }
    }
}

fn gemeenterij(reeks: &Huishoudreeks<'_>, wie: &InGemeente) -> Gemeenterij {
    let onbekend = || "niet vastgesteld".to_owned();
    let bedrag = |beeld: &Jaarbeeld| beeld.totaal().map_or_else(onbekend, geld_nl);
    let bedragen = match &reeks.beelden {
        Some(beelden) => beelden.each_ref().map(bedrag).into(),
        None => domain::recht::INKOMENS.map(|_| onbekend()).into(),
    };
    Gemeenterij {
        naam: reeks.deelnemer.naam.clone(),
        is_eigen: reeks.deelnemer.gemeente == wie.code(),
        bedragen,
        zonder: first(reeks)
            .map(|beeld| beeld.niet_vastgesteld.join(", "))
            .unwrap_or_default(),
    }
}

fn list_delen<'a>(reeks: &'a Huishoudreeks<'_>) -> impl Iterator<Item = Deelrij> + 'a {
    let delen = first(reeks).into_iter().flat_map(|beeld| &beeld.delen);
    delen.map(|deel| Deelrij {
        gemeente: reeks.deelnemer.naam.clone(),
        regeling: deel.naam,
        bedrag: geld_nl(deel.bedrag),
        besluit: deel.besluit.clone().unwrap_or_default(),
    })
}

/// At the lowest income, where most is given.
fn first<'a>(reeks: &'a Huishoudreeks<'_>) -> Option<&'a Jaarbeeld> {
    reeks.beelden.as_ref().and_then(|beelden| beelden.first())
}
