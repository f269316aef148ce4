//! Charts: well-formed, named, escaped, without style or script, and the same as last time.

use primitives::Kwartaal;
use reports::grafiek::{
    Deel, Grens, Lijngrafiek, Opschrift, Reeks, Reekssoort, Sparkline, Staaf, Staafgrafiek, Stapel,
    Stapelgrafiek, Tik, render_lijngrafiek, render_sparkline, render_staafgrafiek,
    render_stapelgrafiek,
};
use reports::{Cijfer, Eenheid, Kleur};

use crate::voorbeeld::bekend;

fn opschrift(id: &str) -> Opschrift {
    Opschrift {
        id: id.to_owned(),
        titel: "Uitstroom <werk> & \"meer\"".to_owned(),
        omschrijving: "Van 38 naar 46 procent.".to_owned(),
    }
}

fn reeks(naam: &str, soort: Reekssoort, cijfers: &[Cijfer]) -> Reeks {
    Reeks {
        naam: naam.to_owned(),
        soort,
        cijfers: cijfers.to_vec(),
    }
}

fn lijngrafiek() -> Lijngrafiek {
    let vanaf = Kwartaal::parse("2025-K1").unwrap();
    Lijngrafiek {
        opschrift: opschrift("lijn-1"),
        eenheid: Eenheid::Procent,
        tikken: (0..5).map(|stap| Tik::from(vanaf.plus(stap))).collect(),
        reeksen: vec![
            reeks(
                "Nijkerk & <o>",
                Reekssoort::Eigen,
                &[
                    bekend("38.5"),
                    Cijfer::Ontbreekt,
                    bekend("44.4"),
                    Cijfer::Onderdrukt,
                    bekend("45.8"),
                ],
            ),
            reeks(
                "mediaan van de groep",
                Reekssoort::Mediaan,
                &[bekend("40"); 5],
            ),
            reeks("norm", Reekssoort::Norm, &[bekend("50"); 5]),
            reeks("A", Reekssoort::Groep, &[bekend("20"), bekend("21")]),
            reeks("B", Reekssoort::Groep, &[Cijfer::Ontbreekt, bekend("30")]),
        ],
        kleur: Kleur::parse("#ffd400").unwrap(),
    }
}

fn staafgrafiek() -> Staafgrafiek {
    let staaf = |naam: &str, cijfer, is_eigen| Staaf {
        naam: naam.to_owned(),
        cijfer,
        is_eigen,
    };
    Staafgrafiek {
        opschrift: opschrift("staaf 1"),
        eenheid: Eenheid::Procent,
        staven: vec![
            staaf("Oude IJsselstreek", bekend("-6.7"), false),
            staaf("Winterswijk", bekend("2.1"), true),
            staaf("Oost Gelre", Cijfer::Onderdrukt, false),
            staaf("Berkelland", Cijfer::Ontbreekt, false),
        ],
        grens: Some(Grens {
            naam: "mediaan".to_owned(),
            waarde: "-1.2".parse().unwrap(),
        }),
        kleur: Kleur::STUURHUIS,
    }
}

fn stapelgrafiek() -> Stapelgrafiek {
    let deel = |code: &str, naam: &str| Deel {
        code: code.to_owned(),
        naam: naam.to_owned(),
    };
    Stapelgrafiek {
        opschrift: opschrift("ladder"),
        delen: vec![
            deel("1", "Geïsoleerd"),
            deel("2", "Sociale contacten"),
            deel("3", "Deelname"),
        ],
        stapels: vec![
            Stapel {
                naam: "1e kwartaal 2026".to_owned(),
                cijfers: vec![bekend("80"), bekend("100"), Cijfer::Onderdrukt],
                totaal: Some("190".parse().unwrap()),
            },
            Stapel {
                naam: "4e kwartaal 2025".to_owned(),
                cijfers: vec![Cijfer::Ontbreekt; 3],
                totaal: None,
            },
        ],
        kleur: Kleur::STUURHUIS,
    }
}

fn sparkline() -> Sparkline {
    Sparkline {
        opschrift: opschrift("vonk"),
        cijfers: vec![bekend("12"), Cijfer::Onderdrukt, bekend("14"), bekend("13")],
        kleur: Kleur::STUURHUIS,
    }
}

fn all() -> Vec<String> {
    vec![
        render_lijngrafiek(&lijngrafiek()),
        render_staafgrafiek(&staafgrafiek()),
        render_stapelgrafiek(&stapelgrafiek()),
        render_sparkline(&sparkline()),
    ]
}

#[test]
fn every_chart_is_an_image_with_a_name_and_a_description() {
    for svg in all() {
        let document = roxmltree::Document::parse(&svg).unwrap();
        let wortel = document.root_element();
        assert_eq!(wortel.attribute("role"), Some("img"));
        let namen = wortel.attribute("aria-labelledby").unwrap();
        let kinderen: Vec<_> = wortel.children().take(2).collect();
        assert_eq!(kinderen[0].tag_name().name(), "title");
        assert_eq!(kinderen[0].text(), Some("Uitstroom <werk> & \"meer\""));
        assert_eq!(kinderen[1].tag_name().name(), "desc");
        let ids = kinderen.iter().map(|kind| kind.attribute("id").unwrap());
        assert_eq!(ids.collect::<Vec<_>>().join(" "), namen);
    }
}

#[test]
fn no_chart_carries_style_script_or_an_address() {
    let namespace = "xmlns=\"http://www.w3.org/2000/svg\"";
    for svg in all() {
        let document = roxmltree::Document::parse(&svg).unwrap();
        for element in document.descendants().filter(roxmltree::Node::is_element) {
            assert!(!["style", "script", "a", "image", "use"].contains(&element.tag_name().name()));
            for attribuut in element.attributes() {
                let naam = attribuut.name();
                assert!(
                    naam != "style" && !naam.starts_with("on") && naam != "href",
                    "{naam}"
                );
            }
        }
        assert!(!svg.replace(namespace, "").contains("http"));
    }
}

#[test]
fn ids_are_unique_over_charts_with_their_own_name() {
    let svgs = all().concat();
    let mut ids: Vec<&str> = svgs
        .split(" id=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    let aantal = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!((aantal, ids.len()), (8, 8));
}

#[test]
fn a_missing_figure_breaks_the_line_and_a_suppressed_one_is_marked() {
    let svg = render_lijngrafiek(&lijngrafiek());
    let document = roxmltree::Document::parse(&svg).unwrap();
    let lijnen = document
        .descendants()
        .filter(|node| node.attribute("class") == Some("grafiek__eigen"))
        .flat_map(|groep| groep.descendants())
        .filter(|node| node.tag_name().name() == "polyline");
    assert_eq!(
        lijnen.count(),
        0,
        "no two known figures lie beside each other"
    );
    assert!(svg.contains("niet getoond: te weinig personen"));
    assert!(svg.contains("2 andere gemeenten in de groep"));
    assert!(svg.contains(">45,8%<"));
}

#[test]
fn a_chart_of_nothing_is_still_a_chart() {
    let mut leeg = lijngrafiek();
    leeg.reeksen.clear();
    leeg.tikken.clear();
    let mut staven = staafgrafiek();
    staven.staven.clear();
    staven.grens = None;
    let mut stapels = stapelgrafiek();
    stapels.delen.clear();
    stapels.stapels.clear();
    let mut vonk = sparkline();
    vonk.cijfers.clear();
    for svg in [
        render_lijngrafiek(&leeg),
        render_staafgrafiek(&staven),
        render_stapelgrafiek(&stapels),
        render_sparkline(&vonk),
    ] {
        roxmltree::Document::parse(&svg).unwrap();
        assert!(!svg.contains("NaN") && !svg.contains("inf"));
    }
}

#[test]
fn charts_look_the_same_as_last_time() {
    let [lijn, staaf, stapel, vonk] = all().try_into().unwrap();
    let regels = |svg: String| svg.replace("><", ">\n<");
    insta::assert_snapshot!("lijngrafiek", regels(lijn));
    insta::assert_snapshot!("staafgrafiek", regels(staaf));
    insta::assert_snapshot!("stapelgrafiek", regels(stapel));
    insta::assert_snapshot!("sparkline", regels(vonk));
}
