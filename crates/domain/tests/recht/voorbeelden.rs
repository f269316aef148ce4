//! The examples in `docs/berekening.md` are read and answered.

use domain::recht::bericht::Vraag;

const BLADZIJDE: &str = include_str!("../../../../docs/berekening.md");

#[test]
fn the_examples_of_the_page_are_read_and_answered() {
    let voorbeelden: Vec<&str> = BLADZIJDE
        .split("```json\n")
        .skip(1)
        .map(|rest| rest.split("```").next().unwrap())
        .collect();
    let antwoorden: Vec<_> = voorbeelden
        .iter()
        .map(|json| Vraag::parse(json.as_bytes()).unwrap())
        .map(|vraag| {
            assert!(!vraag.needs_beleid());
            vraag.calculate()
        })
        .collect();
    assert_eq!(antwoorden.len(), 3);
    insta::assert_json_snapshot!(antwoorden);
}

#[test]
fn every_kind_of_income_stands_on_the_page() {
    for onderdeel in domain::recht::Onderdeel::ALL {
        let naam = format!("`{}`", onderdeel.naam());
        assert!(BLADZIJDE.contains(&naam), "{naam}");
    }
}
