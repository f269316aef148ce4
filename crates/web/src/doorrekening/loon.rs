//! What work gives, as charts and tables.

use domain::doorrekening::{Loonvoorbeeld, WerkenLoont};
use primitives::{Geld, geld_nl};
use reports::Kleur;

use super::grafieken::draw_loon;

/// A table shows every so many hours.
const STAP: u16 = 4;

/// The examples with what they were made with.
pub(super) struct Loonblok {
    pub(super) uurloon: String,
    pub(super) is_voorbeeld: bool,
    pub(super) bron_uurloon: String,
    pub(super) bron_loonheffing: String,
    pub(super) huishoudens: Vec<Loontabel>,
}

/// One household.
pub(super) struct Loontabel {
    pub(super) id: String,
    pub(super) naam: &'static str,
    pub(super) norm: String,
    pub(super) grafiek: Option<String>,
    pub(super) rijen: Vec<Loonrij>,
}

/// One number of hours.
pub(super) struct Loonrij {
    pub(super) uren: u16,
    pub(super) bruto: String,
    pub(super) netto: String,
    pub(super) nu: String,
    pub(super) straks: String,
    pub(super) uur_nu: String,
    pub(super) uur_straks: String,
}

impl Loonblok {
    pub(super) fn new(loon: &WerkenLoont, kleur: Kleur) -> Self {
        Self {
            uurloon: geld_nl(loon.uurloon),
            is_voorbeeld: loon.is_voorbeeld,
            bron_uurloon: loon.bron_uurloon.clone(),
            bron_loonheffing: loon.bron_loonheffing.clone(),
            huishoudens: loon
                .huishoudens
                .iter()
                .map(|voorbeeld| Loontabel::new(voorbeeld, kleur))
                .collect(),
        }
    }
}

impl Loontabel {
    fn new(voorbeeld: &Loonvoorbeeld, kleur: Kleur) -> Self {
        let render =
            |bedrag: Option<Geld>| bedrag.map_or_else(|| "niet te bepalen".to_owned(), geld_nl);
        let punten = voorbeeld.punten.iter().filter(|punt| punt.uren % STAP == 0);
        let rij = |punt: &domain::doorrekening::Loonpunt| {
            let erbij = voorbeeld.uur_erbij(punt.uren);
            let erbij_tekst =
                |bedrag: Option<Option<Geld>>| bedrag.map_or_else(String::new, render);
            Loonrij {
                uren: punt.uren,
                bruto: geld_nl(punt.bruto),
                netto: geld_nl(punt.netto),
                nu: render(punt.nu),
                straks: render(punt.straks),
                uur_nu: erbij_tekst(erbij.map(|(nu, _)| nu)),
                uur_straks: erbij_tekst(erbij.map(|(_, straks)| straks)),
            }
        };
        Self {
            id: format!("tabel-loon-{}", voorbeeld.groep),
            naam: voorbeeld.naam,
            norm: geld_nl(voorbeeld.norm),
            grafiek: draw_loon(voorbeeld, kleur),
            rijen: punten.map(rij).collect(),
        }
    }
}
