//! Reads `data/normen.json`.

use std::collections::{BTreeMap, BTreeSet};

use primitives::Datum;

use super::bestand::{Bestand, Reeks, Waarde, parse_bestand};
use super::sleutel::Sleutel;
use super::{
    Correctie, Normbedrag, Normen, Normentabel, Normpercentage, Normtermijn, Pensioenleeftijd,
    Tabelwaarde,
};

/// Why the table of norms is not sound.
#[derive(Debug, thiserror::Error)]
pub enum NormenError {
    /// Not of the layout that is expected.
    #[error("the table of norms does not parse")]
    Vorm(#[from] serde_json::Error),
    /// An amount that is no amount.
    #[error("{0}: no amount, percentage or known absence")]
    Waarde(String),
    /// A key that no rule asks for, or one that stands there twice.
    #[error("{0}: unknown or double key")]
    Sleutel(String),
    /// A key that a rule asks for.
    #[error("{0}: key is missing")]
    Ontbreekt(&'static str),
    /// A day without a value, or with two.
    #[error("{0}: gap or overlap")]
    Periode(String),
    /// A source that is not in the list.
    #[error("{0}: unknown source")]
    Bron(String),
    /// Another article than the rules cite.
    #[error("{0}: other article than in the code")]
    Grondslag(String),
}

/// One value with its key and first day, as a reader of the table meets it.
type Gevonden<T> = BTreeMap<(usize, Datum), Tabelwaarde<T>>;

pub(super) fn parse(json: &str) -> Result<Normentabel, NormenError> {
    let bestand = parse_bestand(json)?;
    let bedragen = gather::<Normbedrag, _>(&bestand.bedragen, |w| w.bedrag)?;
    let percentages = gather::<Normpercentage, _>(&bestand.percentages, Waarde::percentage)?;
    let termijnen = gather::<Normtermijn, _>(&bestand.termijnen, |w| w.maanden)?;
    let starts: BTreeSet<Datum> = bedragen
        .keys()
        .chain(percentages.keys())
        .chain(termijnen.keys())
        .map(|(_, van)| *van)
        .collect();
    let mut perioden: Vec<Normen> = Vec::with_capacity(starts.len());
    for van in starts.into_iter().rev() {
        let tot_en_met = match perioden.last() {
            Some(volgende) => volgende.van.yesterday().unwrap_or(volgende.van),
            None => bestand.tot_en_met,
        };
        perioden.push(Normen {
            van,
            tot_en_met,
            bedragen: std::array::from_fn(|i| latest(&bedragen, i, van)),
            percentages: std::array::from_fn(|i| latest(&percentages, i, van)),
            termijnen: std::array::from_fn(|i| latest(&termijnen, i, van)),
        });
    }
    perioden.reverse();
    Ok(Normentabel {
        perioden,
        correcties: correcties(&bestand),
        pensioenleeftijden: pensioenleeftijden(&bestand)?,
    })
}

/// Puts the values of all keys under the number of the key; every key exactly once, with the article of the code.
fn gather<S: Sleutel, T>(
    reeksen: &[Reeks],
    read: impl Fn(&Waarde) -> Option<T>,
) -> Result<Gevonden<T>, NormenError> {
    let mut gevonden = BTreeMap::new();
    let mut gezien = BTreeSet::new();
    for reeks in reeksen {
        let naam = || reeks.sleutel.clone();
        let mut namen = S::alle().iter().enumerate();
        let Some((nummer, sleutel)) = namen.find(|(_, s)| s.naam() == reeks.sleutel) else {
            return Err(NormenError::Sleutel(naam()));
        };
        if !gezien.insert(nummer) {
            return Err(NormenError::Sleutel(naam()));
        }
        if sleutel.artikel() != reeks.grondslag {
            return Err(NormenError::Grondslag(naam()));
        }
        for waarde in &reeks.waarden {
            let gelezen = match read(waarde) {
                Some(gelezen) => Tabelwaarde::Bekend(gelezen),
                None if waarde.geldt_niet.is_some() => Tabelwaarde::GeldtNiet,
                None if waarde.ontbreekt.is_some() => Tabelwaarde::Ontbreekt,
                None => return Err(NormenError::Waarde(naam())),
            };
            gevonden.insert((nummer, waarde.van), gelezen);
        }
    }
    let mut namen = S::alle().iter().enumerate();
    match namen.find(|(nummer, _)| !gezien.contains(nummer)) {
        Some((_, sleutel)) => Err(NormenError::Ontbreekt(sleutel.naam())),
        None => Ok(gevonden),
    }
}

/// The value of a key that holds on `dag`.
fn latest<T: Copy>(gevonden: &Gevonden<T>, nummer: usize, dag: Datum) -> Tabelwaarde<T> {
    let mut eerdere = gevonden.range((nummer, Datum::MIN)..=(nummer, dag));
    eerdere
        .next_back()
        .map_or(Tabelwaarde::Ontbreekt, |(_, waarde)| *waarde)
}

/// Every amount that was published otherwise at first.
fn correcties(bestand: &Bestand) -> Vec<Correctie> {
    let alle = Normbedrag::ALL.iter().copied();
    let van_reeks = |(naam, reeks): (Normbedrag, &Reeks)| -> Vec<Correctie> {
        let waarden = reeks.waarden.iter();
        let correctie = |waarde: &Waarde| {
            waarde.correctie.as_ref().map(|correctie| Correctie {
                naam,
                van: waarde.van,
                tot_en_met: waarde.tot_en_met,
                bekend_op: correctie.bekend_op,
                was: correctie.was,
            })
        };
        waarden.filter_map(correctie).collect()
    };
    let is_reeks = |naam: Normbedrag| move |r: &&Reeks| r.sleutel == naam.sleutel();
    alle.filter_map(|naam| Some((naam, bestand.bedragen.iter().find(is_reeks(naam))?)))
        .flat_map(van_reeks)
        .collect()
}

fn pensioenleeftijden(bestand: &Bestand) -> Result<Vec<Pensioenleeftijd>, NormenError> {
    let naam = || "aowLeeftijd".to_owned();
    if !bestand.bronnen.contains_key(&bestand.aow_leeftijd.bron) {
        return Err(NormenError::Bron(naam()));
    }
    let regels = &bestand.aow_leeftijd.waarden;
    let is_sluitend = regels.iter().zip(regels.iter().skip(1)).all(|(een, twee)| {
        een.geboren_tot_en_met.and_then(|tot| tot.tomorrow().ok()) == Some(twee.geboren_van)
    });
    if !is_sluitend
        || regels
            .last()
            .is_none_or(|regel| regel.geboren_tot_en_met.is_some())
    {
        return Err(NormenError::Periode(naam()));
    }
    Ok(regels
        .iter()
        .map(|regel| Pensioenleeftijd {
            geboren_tot_en_met: regel.geboren_tot_en_met,
            maanden: regel.jaren * 12 + regel.maanden,
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEKST: &str = include_str!("../../../data/normen.json");

    fn refused(van: &str, naar: &str) -> NormenError {
        assert!(TEKST.contains(van), "{van} stands in the file");
        Normentabel::parse(&TEKST.replacen(van, naar, 1)).unwrap_err()
    }

    #[test]
    fn the_compiled_table_is_sound() {
        let tabel = Normentabel::parse(TEKST).unwrap();
        assert_eq!(tabel.perioden().len(), 8);
    }

    #[test]
    fn gaps_overlaps_and_typing_errors_are_refused() {
        let eerste = r#""van": "2023-07-01", "totEnMet": "2023-12-31", "bedrag": "300.36""#;
        assert!(matches!(
            refused(
                eerste,
                r#""van": "2023-07-02", "totEnMet": "2023-12-31", "bedrag": "300.36""#
            ),
            NormenError::Periode(_)
        ));
        assert!(matches!(
            refused(
                eerste,
                r#""van": "2023-06-30", "totEnMet": "2023-12-31", "bedrag": "300.36""#
            ),
            NormenError::Periode(_)
        ));
        assert!(matches!(
            refused(
                eerste,
                r#""van": "2023-07-01", "totEnMet": "2023-12-30", "bedrag": "300.36""#
            ),
            NormenError::Periode(_)
        ));
        assert!(matches!(
            refused("\"300.36\"", "\"300.361\""),
            NormenError::Vorm(_)
        ));
        assert!(matches!(
            refused("\"bedrag\": \"300.36\"", "\"maanden\": 3"),
            NormenError::Waarde(_)
        ));
        assert!(matches!(
            refused("\"bedrag\": \"300.36\", ", ""),
            NormenError::Waarde(_)
        ));
        assert!(matches!(
            refused("\"bron\": \"norm-2023-01\"", "\"bron\": \"x\""),
            NormenError::Bron(_)
        ));
        assert!(matches!(
            refused("\"sleutel\": \"20.1.b\"", "\"sleutel\": \"20.1.a\""),
            NormenError::Sleutel(_)
        ));
        assert!(matches!(
            refused("onder b\"", "onder x\""),
            NormenError::Grondslag(_)
        ));
        assert!(matches!(
            refused("\"1956-06-01\"", "\"1956-06-02\""),
            NormenError::Periode(_)
        ));
    }
}
