//! The words of the messages.

use jiff::civil::date;
use mail::{KwartaalGesloten, OverlegKlaar, ZienswijzeBericht, Zienswijzeaanleiding};
use primitives::Kwartaal;

fn kwartaal() -> KwartaalGesloten {
    KwartaalGesloten {
        gemeente: "Nijkerk".to_owned(),
        kwartaal: Kwartaal::parse("2026-K1").unwrap(),
        versie: 1,
        url: "https://stuurhuis.example/gm0267/kwartalen/2026-K1".to_owned(),
        organisatie: "Werkleerbedrijf Voorbeeld".to_owned(),
    }
}

#[test]
fn a_closed_quarter_is_told_in_plain_words() {
    let inhoud = kwartaal().render().unwrap();
    assert_eq!(
        inhoud.onderwerp,
        "Kwartaalrapport van Nijkerk over het 1e kwartaal van 2026"
    );
    insta::assert_snapshot!("kwartaal_tekst", inhoud.tekst);
    insta::assert_snapshot!("kwartaal_html", inhoud.html);
}

#[test]
fn a_second_closing_says_that_it_replaces_the_first() {
    let mut opnieuw = kwartaal();
    opnieuw.versie = 2;
    let inhoud = opnieuw.render().unwrap();
    assert_eq!(
        inhoud.onderwerp,
        "Nieuwe cijfers van Nijkerk over het 1e kwartaal van 2026"
    );
    for woorden in [inhoud.tekst, inhoud.html] {
        assert!(woorden.contains("Dit is versie 2. Gebruik vanaf nu deze cijfers."));
    }
}

#[test]
fn a_meeting_is_announced_in_plain_words() {
    let inhoud = OverlegKlaar {
        datum: date(2026, 4, 22),
        plaats: "gemeentehuis Winterswijk".to_owned(),
        kwartaal: Kwartaal::parse("2026-K1").unwrap(),
        url: "https://stuurhuis.example/overleg/2026-04-22".to_owned(),
        organisatie: "Werkleerbedrijf Voorbeeld".to_owned(),
    }
    .render()
    .unwrap();
    assert_eq!(
        inhoud.onderwerp,
        "Opdrachtgeversoverleg van 22 april 2026: de stukken staan klaar"
    );
    insta::assert_snapshot!("overleg_tekst", inhoud.tekst);
    insta::assert_snapshot!("overleg_html", inhoud.html);
}

#[test]
fn names_cannot_add_markup_or_headers() {
    let mut stout = kwartaal();
    stout.gemeente = "<script>\r\nBcc: x@y.example".to_owned();
    let inhoud = stout.render().unwrap();
    assert!(!inhoud.onderwerp.contains(['\r', '\n']));
    assert!(!inhoud.html.contains("<script>"));
}

#[test]
fn a_round_of_views_is_told_in_plain_words_at_each_moment() {
    let bericht = |aanleiding| ZienswijzeBericht {
        gemeente: "Winterswijk".to_owned(),
        titel: "Ontwerpbegroting 2027".to_owned(),
        aanleiding,
        uiterlijk: date(2026, 6, 24),
        url: "https://stuurhuis.example/GM0294/zienswijzen/1".to_owned(),
        organisatie: "Werkleerbedrijf Voorbeeld".to_owned(),
    };
    for (aanleiding, onderwerp, zin) in [
        (
            Zienswijzeaanleiding::Geopend,
            "Zienswijze van de raad van Winterswijk gevraagd: Ontwerpbegroting 2027",
            "Dat kan tot en met 24 juni 2026.",
        ),
        (
            Zienswijzeaanleiding::Nog { weken: 4 },
            "Zienswijze van Winterswijk op Ontwerpbegroting 2027: uiterlijk 24 juni 2026",
            "heeft nog 4 weken",
        ),
        (
            Zienswijzeaanleiding::Nog { weken: 1 },
            "Zienswijze van Winterswijk op Ontwerpbegroting 2027: uiterlijk 24 juni 2026",
            "heeft nog een week",
        ),
        (
            Zienswijzeaanleiding::Voorbij,
            "Geen zienswijze van Winterswijk ontvangen: Ontwerpbegroting 2027",
            "Er is niets ontvangen.",
        ),
        (
            Zienswijzeaanleiding::Beantwoord,
            "Antwoord op de zienswijze van Winterswijk: Ontwerpbegroting 2027",
            "heeft geantwoord op elk punt",
        ),
    ] {
        let inhoud = bericht(aanleiding).render().unwrap();
        assert_eq!(inhoud.onderwerp, onderwerp);
        for woorden in [&inhoud.tekst, &inhoud.html] {
            assert!(woorden.contains(zin), "{zin}: {woorden}");
            assert!(woorden.contains("https://stuurhuis.example/GM0294/zienswijzen/1"));
        }
    }
    let stout = ZienswijzeBericht {
        titel: "<script>\r\nBcc: x@y.example".to_owned(),
        ..bericht(Zienswijzeaanleiding::Geopend)
    };
    let inhoud = stout.render().unwrap();
    assert!(!inhoud.onderwerp.contains(['\r', '\n']));
    assert!(!inhoud.html.contains("<script>"));
}
