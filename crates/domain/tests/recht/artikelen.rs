//! The articles of the Participatiewet that exist, from the headings of its text of 1-1-2026.

use std::collections::HashSet;

const ARTIKELEN: &str = include_str!("../../data/participatiewet-artikelen.txt");

/// The only article of another law that is cited: by the catalogue, for schemes of the municipality itself.
const VAN_DE_GEMEENTE: &str = "Gemeentewet art. 147";

/// Fails unless `grondslag` reads `Participatiewet art. N ...` with an article that exists.
pub fn assert_exists(grondslag: &str) {
    if grondslag == VAN_DE_GEMEENTE {
        return;
    }
    let bekend: HashSet<&str> = ARTIKELEN.lines().collect();
    let artikel = grondslag
        .strip_prefix("Participatiewet art. ")
        .and_then(|rest| rest.split(' ').next())
        .unwrap_or_else(|| panic!("{grondslag} is no citation"));
    assert!(bekend.contains(artikel), "{grondslag} does not exist");
}

#[test]
fn every_amount_cites_an_article_that_exists() {
    use domain::recht::{Normbedrag, Normpercentage, Normtermijn, Vrijlating};
    let bedragen = Normbedrag::ALL.iter().map(|n| n.grondslag());
    let percentages = Normpercentage::ALL.iter().map(|n| n.grondslag());
    let termijnen = Normtermijn::ALL.iter().map(|n| n.grondslag());
    let letters = Vrijlating::ALL.iter().map(|n| n.grondslag());
    for grondslag in bedragen.chain(percentages).chain(termijnen).chain(letters) {
        assert_exists(grondslag);
    }
}

#[test]
#[should_panic(expected = "does not exist")]
fn an_article_that_does_not_exist_is_noticed() {
    assert_exists("Participatiewet art. 22c lid 1");
}
