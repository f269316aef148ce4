//! What the letter of an objection says of what takes the place of the decision on an application.

use primitives::Geld;

use super::*;

fn granted(euro: i32, ingang: &str) -> Besluitvoorstel {
    Besluitvoorstel {
        ingang: Some(dag(ingang)),
        bedrag: Some(Geld::from_cents(euro * 100)),
        motivering: "U had gelijk.".to_owned(),
        ..voorstel(Besluitsoort::Toekenning)
    }
}

fn proposed(eerst: Besluitvoorstel, met_voorschot: bool) -> Aanvraag {
    let voorschot = later(Aanvraaghandeling::VoorschotVerleend(voorschot(
        "2026-10-01",
    )));
    let voorstel = later(Aanvraaghandeling::Voorgesteld(Box::new(eerst)));
    let akten = met_voorschot.then_some(voorschot).into_iter();
    let mut akten = akten.chain([voorstel]);
    akten
        .try_fold(ontvangen("2026-09-08"), Aanvraag::apply)
        .unwrap()
}

#[test]
fn it_tells_what_was_what_comes_and_the_difference() {
    let (begin, later_begin) = ("2026-09-08", "2026-09-15");
    let eerder = || granted(900, begin);
    let nooit = "dan in ons eerdere besluit.";
    for (eerst, nieuw, wel, niet) in [
        (
            voorstel(Besluitsoort::Afwijzing),
            granted(1000, begin),
            vec![
                "Eerst wezen wij uw aanvraag af. Dat besluit geldt niet meer.",
                "U krijgt algemene bijstand vanaf 8 september 2026.",
                "U had gelijk.",
                "Dat halen wij af",
            ],
            nooit,
        ),
        (
            eerder(),
            granted(1000, begin),
            vec![
                "In ons eerdere besluit stond: U krijgt",
                "100,00 meer dan in ons eerdere besluit.",
            ],
            "Dat halen wij af",
        ),
        (
            eerder(),
            granted(850, later_begin),
            vec![
                "50,00 minder dan in ons eerdere besluit.",
                "Het begint nu op 15 september 2026 en niet op 8 september 2026.",
            ],
            "Eerst wezen",
        ),
        (
            eerder(),
            granted(900, begin),
            vec!["Dat bedrag is hetzelfde als in ons eerdere besluit."],
            "Het begint nu",
        ),
        (
            eerder(),
            voorstel(Besluitsoort::Afwijzing),
            vec!["U heeft geen recht op algemene bijstand."],
            nooit,
        ),
    ] {
        let tekst = proposed(eerst.clone(), true).describe_vervanging(&eerst, &nieuw);
        let alles = tekst.alineas.join("\n");
        for deel in wel {
            assert!(alles.contains(deel), "{deel}: {alles}");
        }
        assert!(!alles.contains(niet), "{niet}: {alles}");
        assert!(tekst.blokken.iter().any(|blok| blok.kop == REGELKOP));
    }
    let niet_behandeld = voorstel(Besluitsoort::BuitenBehandeling);
    let tekst = ontvangen("2026-09-08").describe_vervanging(&niet_behandeld, &eerder());
    assert!(tekst.alineas[0].starts_with("Eerst behandelden wij uw aanvraag niet."));
}

#[test]
fn it_is_a_decision_on_the_right_in_which_what_must_be_is_weighed() {
    let aanvraag = proposed(voorstel(Besluitsoort::Afwijzing), false);
    for (nieuw, veld) in [
        (granted(900, "2026-09-08"), None),
        (voorstel(Besluitsoort::Afwijzing), None),
        (voorstel(Besluitsoort::BuitenBehandeling), Some("besluit")),
        (granted(900, "2026-08-08"), Some("afweging")),
    ] {
        let fout = aanvraag.check_vervanging(&nieuw).err();
        let fout = fout.map(|fouten| fouten.list()[0].veld.clone());
        assert_eq!(fout.as_deref(), veld, "{nieuw:?}");
    }
}
