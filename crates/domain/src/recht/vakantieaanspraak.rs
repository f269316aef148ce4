//! The holiday pay that belongs to an income that was paid without it. Participatiewet art. 31 lid 4; Regeling
//! Participatiewet, IOAW en IOAZ arts 11 to 14.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use primitives::{Datum, Geld, Percentage};
use serde::Deserialize;

use super::{Inkomst, Inkomstensoort, Leefsituatie, Leeftijd, Onbepaald, Persoon};

static TABEL: LazyLock<Tabel> = LazyLock::new(|| {
    // The text is compiled in and a test parses it, so this holds in every build that passes its tests.
    serde_json::from_str(include_str!("../../data/vakantieaanspraak.json"))
        .expect("data/vakantieaanspraak.json is parsed by a test")
});

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tabel {
    #[expect(dead_code, reason = "explains the file to its reader")]
    toelichting: String,
    #[expect(dead_code, reason = "explains the file to its reader")]
    bron: String,
    jaren: Vec<Jaar>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Jaar {
    van: Datum,
    tot_en_met: Datum,
    regels: BTreeMap<String, Vec<Schijf>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Schijf {
    vanaf: Geld,
    procent: String,
    af: Geld,
}

/// An income without its holiday pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ZonderVakantietoeslag {
    /// Its place among the incomes.
    pub plek: usize,
    /// Whether its net amount was calculated without the general tax credit (art. 13 of the ministerial rule).
    pub is_zonder_heffingskorting: bool,
}

/// The holiday pay that belongs to an income.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Vakantieaanspraak {
    /// Whose income.
    pub persoon: Persoon,
    /// The article of the ministerial rule.
    pub artikel: &'static str,
    /// The income.
    pub inkomen: Geld,
    /// The part of it.
    pub percentage: Percentage,
    /// What is taken off that.
    pub af: Geld,
    /// What is left.
    pub bedrag: Geld,
}

/// The holiday pay of each income that was paid without it.
pub fn calculate_vakantieaanspraken(
    peildatum: Datum,
    situatie: &Leefsituatie,
    inkomsten: &[Inkomst],
    zonder: &[ZonderVakantietoeslag],
) -> Result<Vec<(usize, Vakantieaanspraak)>, Onbepaald> {
    let mut gevonden: Vec<(usize, Vakantieaanspraak)> = Vec::with_capacity(zonder.len());
    for deze in zonder {
        let Some(inkomst) = inkomsten.get(deze.plek) else {
            continue;
        };
        let artikel = artikel(inkomst, deze, inkomsten, situatie)?;
        let is_zelfde = |(_, v): &(usize, Vakantieaanspraak)| {
            v.artikel == artikel && v.persoon == inkomst.persoon
        };
        // The bands are of the income per month: for two incomes the text does not say whether together.
        if gevonden.iter().any(is_zelfde) {
            return Err(Onbepaald::VakantieaanspraakVanTwee(inkomst.persoon));
        }
        gevonden.push((deze.plek, calculate(peildatum, inkomst, artikel)?));
    }
    Ok(gevonden)
}

fn calculate(
    peildatum: Datum,
    inkomst: &Inkomst,
    artikel: &'static str,
) -> Result<Vakantieaanspraak, Onbepaald> {
    let is_jaar = |jaar: &&Jaar| jaar.van <= peildatum && peildatum <= jaar.tot_en_met;
    let schijf = TABEL
        .jaren
        .iter()
        .find(is_jaar)
        .and_then(|jaar| jaar.regels.get(artikel))
        .and_then(|s| s.iter().rev().find(|s| s.vanaf <= inkomst.bedrag))
        .ok_or(Onbepaald::VakantieaanspraakOnbekend(peildatum))?;
    let percentage = Percentage::parse(&schijf.procent)
        .map_err(|_| Onbepaald::VakantieaanspraakOnbekend(peildatum))?;
    Ok(Vakantieaanspraak {
        persoon: inkomst.persoon,
        artikel,
        inkomen: inkomst.bedrag,
        percentage,
        af: schijf.af,
        bedrag: (inkomst.bedrag.part(percentage) - schijf.af).not_below_zero(),
    })
}

/// The article by age and source.
fn artikel(
    inkomst: &Inkomst,
    deze: &ZonderVakantietoeslag,
    inkomsten: &[Inkomst],
    situatie: &Leefsituatie,
) -> Result<&'static str, Onbepaald> {
    let partner = situatie.partner().map(|partner| partner.leeftijd);
    let eigen = match inkomst.persoon {
        Persoon::Aanvrager => Some(situatie.aanvrager()),
        Persoon::Partner => partner.flatten(),
    };
    let eigen = eigen.ok_or(Onbepaald::PartnerleeftijdOnbekend)?;
    if !eigen.is_pensioengerechtigd() {
        return Ok(match inkomst.soort {
            _ if deze.is_zonder_heffingskorting => "13",
            Inkomstensoort::Arbeid => "11",
            _ => "12",
        });
    }
    let is_aow = |i: &Inkomst| i.persoon == inkomst.persoon && i.soort == Inkomstensoort::Aow;
    if !inkomsten.iter().any(is_aow) {
        return Err(Onbepaald::VakantieaanspraakZonderAow);
    }
    if inkomst.soort != Inkomstensoort::Aow {
        return Ok("14.2");
    }
    match partner {
        None => Ok("14.1.a"),
        Some(Some(ander)) => {
            let beiden = ander.is_pensioengerechtigd()
                && Leeftijd::is_pensioengerechtigd(situatie.aanvrager());
            Ok(if beiden { "14.1.b" } else { "14.1.c" })
        }
        Some(None) => Err(Onbepaald::PartnerleeftijdOnbekend),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_compiled_formulas_are_sound() {
        for jaar in &TABEL.jaren {
            for artikel in ["11", "12", "13", "14.1.a", "14.1.b", "14.1.c", "14.2"] {
                let schijven = jaar.regels.get(artikel).unwrap();
                assert_eq!(schijven[0].vanaf, Geld::NUL, "{artikel}");
                assert!(schijven.is_sorted_by_key(|s| s.vanaf), "{artikel}");
                assert!(
                    schijven
                        .iter()
                        .all(|s| Percentage::parse(&s.procent).is_ok())
                );
            }
        }
    }
}
