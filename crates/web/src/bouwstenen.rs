//! Renders every building block once, so that a change that breaks one fails here.

use askama::Template;
use primitives::Veldfouten;

use crate::formuliervelden::{Fouten, Keuze};
use crate::onderdelen::{Bladeren, Downloads, Status, Toon};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "bouwstenen_test.html")]
struct Bouwstenen {
    schil: Schil,
    fouten: Fouten,
    statussen: Vec<Status>,
    keuzes: Vec<Keuze>,
    bladeren: Bladeren,
    downloads: Downloads,
}

fn render() -> String {
    Bouwstenen {
        schil: Schil::sample("Bouwstenen"),
        fouten: Veldfouten::single("nummer", "Vul het nummer van het besluit in").into(),
        statussen: vec![
            Status::new(Toon::Goed, "op koers"),
            Status::new(Toon::Fout, "onder norm"),
            Status::new(Toon::Aandacht, "aandacht"),
            Status::new(Toon::Neutraal, "voorlopig"),
        ],
        keuzes: vec![
            Keuze::new("aangenomen", "Aangenomen"),
            Keuze::new("verworpen", "Verworpen"),
        ],
        bladeren: Bladeren {
            vorige: None,
            volgende: Some("?na=20".to_owned()),
        },
        downloads: Downloads {
            basis: "/GM0294/beleid/lijst".to_owned(),
            vraag: "?zoek=iit".to_owned(),
        },
    }
    .render()
    .unwrap()
}

#[test]
fn a_field_carries_its_label_its_texts_and_its_fault() {
    let html = render();
    if let Some(map) = option_env!("SCHIL_PREVIEW") {
        std::fs::write(map, &html).unwrap();
    }
    let pagina = scraper::Html::parse_document(&html);
    let een = |css: &str| {
        let kiezer = scraper::Selector::parse(css).unwrap();
        let gevonden: Vec<_> = pagina.select(&kiezer).collect();
        assert_eq!(gevonden.len(), 1, "{css}");
        gevonden[0]
    };
    let veld = een("input#veld-nummer[aria-invalid=true][required]");
    assert_eq!(
        veld.attr("aria-describedby"),
        Some("fout-nummer uitleg-nummer")
    );
    een("label[for=veld-nummer]");
    een("#uitleg-nummer");
    assert!(
        een("#fout-nummer")
            .text()
            .collect::<String>()
            .contains("Vul het nummer")
    );
    een("[data-foutoverzicht] a[href='#veld-nummer']");
    een("input[name=_csrf][type=hidden] ~ .utrecht-form-field input#veld-datum");
}

/// The templates with their names, at any depth.
fn list_templates(map: &std::path::Path) -> Vec<(String, String)> {
    let inhoud = std::fs::read_dir(map)
        .unwrap()
        .map(|bestand| bestand.unwrap().path());
    inhoud
        .flat_map(|pad| {
            if pad.is_dir() {
                list_templates(&pad)
            } else {
                let naam = pad.display().to_string();
                vec![(naam, std::fs::read_to_string(&pad).unwrap())]
            }
        })
        .collect()
}

#[test]
fn a_day_is_asked_in_one_way_everywhere() {
    let map = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    let mut dagen = 0;
    for (naam, tekst) in list_templates(&map) {
        assert!(
            !tekst.contains("\"date\""),
            "{naam}: a day is asked with datumveld (docs/paginas-bouwen.md)"
        );
        for regel in tekst
            .lines()
            .filter(|regel| regel.contains("m::tekstveld("))
        {
            let kleine_letters = regel.to_lowercase();
            let is_dag = ["\"dag ", "\"dag\"", "datum", "vanaf\"", "tot en met\""]
                .iter()
                .any(|woord| kleine_letters.contains(woord));
            // Searching takes names and numbers too.
            assert!(!is_dag || regel.contains("\"search\""), "{naam}: {regel}");
        }
        dagen += tekst.matches("m::datumveld(").count();
    }
    assert!(dagen > 20, "{dagen}");
    let html = render();
    assert!(html.contains("Dag-maand-jaar, zoals 1-3-2026."));
    assert!(html.contains("aria-describedby=\"uitleg-datum\""));
}

#[test]
fn the_server_tells_every_fault_at_once_and_not_the_browser_the_first() {
    let map = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    let mut formulieren = 0;
    for (naam, tekst) in list_templates(&map) {
        for vorm in tekst.split("<form ").skip(1) {
            let kop = vorm.split('>').next().unwrap();
            if kop.starts_with("class=\"sh-formulier") && kop.contains("method=\"post\"") {
                assert!(kop.contains("novalidate"), "{naam}: {kop}");
                formulieren += 1;
            }
        }
    }
    assert!(formulieren > 40, "{formulieren}");
}

#[test]
fn every_form_control_has_a_label_and_every_id_is_used_once() {
    let html = render();
    let pagina = scraper::Html::parse_document(&html);
    let kies = |css: &str| scraper::Selector::parse(css).unwrap();
    let labels: Vec<_> = pagina
        .select(&kies("label"))
        .filter_map(|label| label.attr("for"))
        .collect();
    for veld in pagina.select(&kies("input:not([type=hidden]), select, textarea")) {
        let id = veld.attr("id").unwrap();
        assert!(labels.contains(&id), "{id} has no label");
    }
    let mut ids: Vec<_> = pagina
        .select(&kies("[id]"))
        .filter_map(|element| element.attr("id"))
        .collect();
    let aantal = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), aantal);
    assert_eq!(pagina.select(&kies("h1")).count(), 1);
}
