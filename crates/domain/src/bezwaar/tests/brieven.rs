//! The letter.

use super::*;
use crate::aanvraag::{Brief, Briefgegevens};

pub(super) fn gegevens() -> Briefgegevens {
    Briefgegevens {
        naam: Some("I. Inwoner".to_owned()),
        gemeente: "Winterswijk".to_owned(),
        organisatie: "Werk".to_owned(),
        beslisser: "C. Beslisser".to_owned(),
        adres_organisatie: Vec::new(),
        adres_gemeente: vec!["Postbus 1 (voorbeeld)".to_owned()],
    }
}

fn text(brief: &Brief) -> String {
    let blokken = brief.blokken.iter().flat_map(|blok| {
        let kop = std::iter::once(&blok.kop);
        kop.chain(&blok.alineas).chain(&blok.punten)
    });
    blokken.cloned().collect::<Vec<_>>().join("\n")
}

#[test]
fn it_tells_its_grounds_the_hearing_and_how_to_appeal() {
    use Bezwaaruitkomst as U;
    let gesprek = gehoord("2026-04-20");
    let geen = |grond| niet_gehoord("2026-04-20", grond);
    for (op, horen, uitkomst, verschoonbaar, delen) in [
        (
            "2026-04-07",
            gesprek.clone(),
            U::Gegrond,
            None,
            [
                "u krijgt gelijk",
                "Toch wel.",
                "Op 20 april 2026 was er een gesprek",
            ],
        ),
        (
            "2026-04-07",
            geen(Hoorgrond::GeenWens),
            U::NietOntvankelijk,
            None,
            ["niet of u gelijk heeft", "6:6", "U wilde dat niet"],
        ),
        (
            "2026-04-08",
            geen(Hoorgrond::KennelijkNietOntvankelijk),
            U::NietOntvankelijk,
            None,
            ["geen goede reden", "6:11", "7:3 onder a"],
        ),
        (
            "2026-04-08",
            gesprek,
            U::Ongegrond,
            Some("U was ziek."),
            [
                "U was ziek.",
                "niet kwalijk",
                "U vertelde over uw spaargeld.",
            ],
        ),
    ] {
        let bezwaar = [
            akte("a", horen),
            akte("c", besloten("2026-05-01", uitkomst, verschoonbaar)),
        ]
        .into_iter()
        .try_fold(objected(op, false), Bezwaar::apply)
        .unwrap();
        let brief = render_brief(&bezwaar, None, &gegevens()).unwrap();
        assert_eq!(brief.aan, "I. Inwoner");
        let nog = with_beroep(brief.clone(), &bezwaar);
        assert_eq!(nog.datum, None, "not made known yet");
        let bezwaar = bezwaar.apply(later(bekendgemaakt("2026-05-04"))).unwrap();
        let tekst = text(&with_beroep(brief, &bezwaar));
        for deel in delen
            .into_iter()
            .chain(["Daarom.", "tot en met 15 juni 2026"])
        {
            assert!(tekst.contains(deel), "{deel}: {tekst}");
        }
    }
    let open = objected("2026-04-07", false);
    assert!(render_brief(&open, None, &gegevens()).is_none());
}

#[test]
fn it_goes_to_who_objected() {
    let partner = Indiener {
        wie: Indienersoort::Partner,
        naam: Some("P. Partner".to_owned()),
    };
    let begin = later(ontvangen("2026-03-02", false, partner));
    let besluit = besloten("2026-05-01", Bezwaaruitkomst::Ongegrond, None);
    let bezwaar = Bezwaar::try_new(kop(), begin).unwrap();
    let bezwaar = bezwaar.apply(akte("c", besluit)).unwrap();
    let brief = render_brief(&bezwaar, None, &gegevens()).unwrap();
    assert_eq!(brief.aan, "P. Partner");
    let tekst = text(&brief);
    assert!(tekst.contains("over algemene bijstand (kenmerk"), "{tekst}");
    assert!(
        tekst.contains("Dat besluit gaat over I. Inwoner."),
        "{tekst}"
    );
}
