//! The words of the messages.

use jiff::civil::date;
use mail::{KwartaalGesloten, OverlegKlaar};
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
