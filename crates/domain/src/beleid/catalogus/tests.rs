//! The compiled-in data, and what is refused.

use std::collections::BTreeSet;

use primitives::parse_datum;

use super::*;

/// How many policy parameters the law and its surroundings know (the list that `nummer` points to).
const LIJST: u8 = 58;

fn dag(tekst: &str) -> Datum {
    parse_datum(tekst).unwrap()
}

#[test]
fn the_compiled_in_catalogue_covers_the_whole_list() {
    let catalogus = Catalogus::parse(&BRONNEN).unwrap();
    let nummers: BTreeSet<u8> = catalogus
        .parameters()
        .iter()
        .filter_map(|p| p.nummer)
        .collect();
    assert_eq!(nummers, (1..=LIJST).collect());
}

#[test]
fn every_kind_layer_table_and_theme_is_used() {
    let catalogus = catalogus();
    for soort in Soort::ALL {
        let mut parameters = catalogus.parameters().iter();
        assert!(parameters.any(|p| p.soort == soort), "{soort:?}");
    }
    for bevoegd in Bevoegd::ALL {
        let mut regimes = catalogus.parameters().iter().flat_map(|p| &p.regimes);
        assert!(regimes.any(|regime| regime.bevoegd == bevoegd));
    }
    for tabel in &catalogus.tabellen {
        assert!(catalogus.rijen_of(tabel).count() > 1, "{tabel:?}");
    }
    for thema in catalogus.themas() {
        let mut parameters = catalogus.parameters().iter();
        assert!(
            parameters.any(|p| p.thema == thema.code),
            "{thema:?} shows nothing"
        );
    }
}

#[test]
fn what_people_read_is_there() {
    for parameter in catalogus().parameters() {
        let sleutel = &parameter.sleutel;
        assert!(parameter.naam.len() > 5, "{sleutel}");
        assert!(parameter.uitleg.ends_with('.'), "{sleutel}");
        assert!(!parameter.gebruik.is_empty(), "{sleutel}");
        for regime in &parameter.regimes {
            assert!(regime.zonder_besluit.tekst.ends_with('.'), "{sleutel}");
        }
    }
}

#[test]
fn who_decides_depends_on_the_date() {
    let studietoeslag = catalogus().find("studietoeslag.21-en-ouder").unwrap();
    let bevoegd = |tekst| studietoeslag.regime_on(dag(tekst)).map(|r| r.bevoegd);
    assert_eq!(bevoegd("2022-03-31"), Some(Bevoegd::Raad));
    assert_eq!(bevoegd("2022-04-01"), Some(Bevoegd::College));
    let buffer = catalogus().find("bufferbudget.bedrag").unwrap();
    assert!(buffer.regime_on(dag("2026-12-31")).is_none());
    assert!(buffer.regime_on(dag("2027-01-01")).is_some());
    let tegenprestatie = catalogus().find("tegenprestatie.uren").unwrap();
    assert!(tegenprestatie.regime_on(dag("2027-01-01")).is_none());
}

#[test]
fn whoever_anticipates_on_2027_needs_a_decision_of_2026() {
    for sleutel in ["vooruitlopen.vrijlating", "vooruitlopen.bufferbudget"] {
        let vooruit = catalogus().find(sleutel).unwrap();
        let bevoegd = |tekst| vooruit.regime_on(dag(tekst)).map(|r| r.bevoegd);
        assert_eq!(bevoegd("2025-12-31"), None);
        assert_eq!(bevoegd("2026-01-01"), Some(Bevoegd::College));
        assert_eq!(bevoegd("2027-01-01"), None, "the law itself holds by then");
    }
}

/// What reading says when `van` became `naar` in the first file that holds it.
fn kapot(van: &str, naar: &str) -> String {
    let plek = BRONNEN.iter().position(|bron| bron.contains(van));
    let plek = plek.unwrap_or_else(|| panic!("{van} is not in the catalogue"));
    let json = BRONNEN[plek].replacen(van, naar, 1);
    let mut bronnen = BRONNEN;
    bronnen[plek] = &json;
    Catalogus::parse(&bronnen)
        .map(|_| ())
        .unwrap_err()
        .to_string()
}

#[test]
fn refuses_data_that_break_a_rule() {
    let tot = "\"tot\": \"2022-04-01\"";
    assert!(kapot(tot, "\"tot\": \"2022-03-01\"").contains("sluiten niet op elkaar aan"));
    assert!(kapot(tot, "\"tot\": \"2022-05-01\"").contains("sluiten niet op elkaar aan"));
    let grens = "\"waarde\": \"3\",\n       \"artikel\": \"Participatiewet art. 18 lid 5\"";
    let zonder = "\"waarde\": \"3\",\n       \"artikel\": \"art 18\"";
    assert!(kapot(grens, zonder).contains("grens zonder artikel"));
    assert!(kapot("\"iit.bedrag.gehuwden\"", "\"iit.bedrag.alleenstaande\"").contains("vaker"));
    let herhaling = "\"sleutel\": \"maatregel.duur.herhaling\",\n       \"artikel\"";
    let weg = herhaling.replace("herhaling", "weg");
    assert!(kapot(herhaling, &weg).contains("onbekend of ander soort"));
    assert!(kapot("\"tabel\": \"iit.bedrag\"", "\"tabel\": \"iit\"").contains("onbekende tabel"));
    let standaard = "\"waarde\": \"95\",\n      \"tekst\"";
    let laag = standaard.replace("95", "94");
    assert!(kapot(standaard, &laag).contains("buiten de grens"));
    assert!(
        kapot(
            "\"waarde\": \"95\",\n      \"tekst\"",
            "\"waarde\": \"x\",\n      \"tekst\""
        )
        .contains("percentage")
    );
    let deel = "\"sleutel\": \"premie.leerstage\",\n         \"maal\"";
    assert!(kapot(deel, &deel.replace("leerstage", "weg")).contains("een som"));
}
