//! The printed definitions.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::*;

#[test]
fn names_for_machines_are_unique_and_read_back() {
    for indicator in Indicator::ALL {
        let sleutel = indicator.definitie().sleutel;
        assert_eq!(Indicator::from_sleutel(sleutel), Some(indicator));
        let is_kebab = sleutel.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
        assert!(is_kebab, "{sleutel}");
    }
    let nummers: BTreeSet<u8> = Indicator::ALL.map(|i| i.definitie().nummer).into();
    assert!(nummers.len() >= 14, "indicators of table B.5");
}

#[test]
fn every_indicator_yields_the_classes_that_its_definition_names() {
    let cijfers = Bestand::new().with_lopend(1, 3).calculate();
    for indicator in Indicator::ALL {
        let verwacht: BTreeSet<Klasse> = indicator
            .definitie()
            .dimensies
            .iter()
            .flat_map(|dimensie| dimensie.klassen())
            .collect();
        let gekregen = cijfers.cijfers.iter().filter(|c| c.indicator == indicator);
        let gekregen: Vec<Klasse> = gekregen.map(|c| c.klasse).collect();
        assert_eq!(
            gekregen,
            verwacht.into_iter().collect::<Vec<_>>(),
            "{indicator:?}"
        );
        assert_eq!(gekregen.contains(&Klasse::Totaal), indicator.has_totaal());
    }
}

/// A changed text without a raised version shows here: figures that were published keep the meaning they had.
#[test]
fn the_printed_definitions_keep_their_version() {
    let mut tekst = String::new();
    for indicator in Indicator::ALL {
        let d = indicator.definitie();
        let regels: Vec<_> = d.kwaliteitsregels.iter().map(|r| r.sleutel()).collect();
        writeln!(tekst, "## {} {} (versie {})", d.nummer, d.sleutel, d.versie).unwrap();
        writeln!(tekst, "{}: {} {}", d.naam, d.formule, d.toelichting).unwrap();
        let (eenheid, richting) = (d.eenheid.sleutel(), d.richting.sleutel());
        writeln!(
            tekst,
            "[{eenheid}; {richting}; {}; {}]",
            d.herkomst.naam(),
            regels.join(", ")
        )
        .unwrap();
    }
    insta::assert_snapshot!(tekst);
}
