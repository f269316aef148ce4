//! Closing: what has to be in order, and what a closing again needs.

use primitives::{GemeenteCode, SluitingId};

use super::*;

fn hash(byte: u8) -> Cijferhash {
    Cijferhash::new([byte; 32])
}

fn asked(toelichting: Option<&str>) -> Sluitaanvraag {
    Sluitaanvraag {
        aanleiding: Aanleiding::Cijfers,
        id: SluitingId::new(id(1)),
        gemeente: GemeenteCode::parse("GM0267").unwrap(),
        door: "Dirk Directeur".into(),
        toelichting: toelichting.map(Into::into),
    }
}

/// Nothing to remark.
fn in_order() -> Bestand {
    let mut bestand = Bestand::new()
        .with_lopend(1, 20)
        .with_fte(Functie::Klantmanager, "1");
    for nummer in 1..=20 {
        bestand = bestand.with_meting(nummer, date(2026, 2, 1), 2);
    }
    bestand
}

fn now() -> Moment {
    "2026-05-01T12:00:00Z".parse().unwrap()
}

#[test]
fn a_quarter_in_order_is_closed_without_words() {
    let cijfers = in_order().calculate();
    assert_eq!(cijfers.aandachtspunten, []);
    let sluiting = Kwartaalstand::Open
        .close(asked(None), &cijfers, hash(1), now())
        .unwrap();
    assert_eq!((sluiting.versie, sluiting.bekend_op), (1, bekend_op()));
    assert_eq!(sluiting.toelichting, None);
}

#[test]
fn remarks_ask_for_an_explanation() {
    let mut bestand = in_order();
    bestand
        .feiten
        .leveringen
        .retain(|l| l.maand != Maand::parse("2026-03").unwrap());
    let cijfers = bestand.calculate();
    let zonder = Kwartaalstand::Open.close(asked(Some("  ")), &cijfers, hash(1), now());
    let Err(SluitingGeweigerd::ToelichtingNodig(punten)) = zonder else {
        panic!("an explanation is asked for")
    };
    assert_eq!(punten.len(), 2);
    assert_eq!(
        punten[0].tekst(),
        "Het BUS-bestand van 2026-03 is niet ontvangen."
    );
    let met = Kwartaalstand::Open.close(asked(Some(" volgt ")), &cijfers, hash(1), now());
    assert_eq!(met.unwrap().toelichting.as_deref(), Some("volgt"));
}

#[test]
fn closing_again_needs_other_figures_and_a_reason_and_gets_the_next_version() {
    let cijfers = in_order().calculate();
    let eerste = Kwartaalstand::Open
        .close(asked(None), &cijfers, hash(1), now())
        .unwrap();
    let gesloten = Kwartaalstand::Gesloten(eerste);
    let close = |toelichting, byte| gesloten.close(asked(toelichting), &cijfers, hash(byte), now());
    assert_eq!(
        close(Some("nog eens"), 1),
        Err(SluitingGeweigerd::Ongewijzigd)
    );
    assert_eq!(
        close(None, 2),
        Err(SluitingGeweigerd::RedenNodig { versie: 1 })
    );
    assert_eq!(close(Some("nagekomen bestand"), 2).unwrap().versie, 2);
    let voor_vergelijking = |toelichting| {
        let aanvraag = Sluitaanvraag {
            aanleiding: Aanleiding::Vergelijking,
            ..asked(toelichting)
        };
        gesloten.close(aanvraag, &cijfers, hash(1), now())
    };
    assert_eq!(
        voor_vergelijking(None),
        Err(SluitingGeweigerd::RedenNodig { versie: 1 })
    );
    assert_eq!(
        voor_vergelijking(Some("de anderen sloten")).unwrap().versie,
        2
    );
}

#[test]
fn figures_are_of_after_the_quarter_and_not_of_the_future() {
    let bestand = in_order();
    let close = |bekend_op: &str, now: &str| {
        let bekend_op = bekend_op.parse().unwrap();
        let cijfers = calculate_kwartaalcijfers(
            kwartaal(),
            bekend_op,
            Rekenwijze::STANDAARD,
            &bestand.feiten,
        );
        Kwartaalstand::Open.close(asked(Some("x")), &cijfers, hash(1), now.parse().unwrap())
    };
    let loopt = SluitingGeweigerd::KwartaalLoopt(kwartaal());
    assert_eq!(
        close("2026-03-31T20:00:00Z", "2026-03-31T21:00:00Z"),
        Err(loopt)
    );
    let buiten = Err(SluitingGeweigerd::BekendOpBuitenBereik);
    assert_eq!(
        close("2026-05-02T00:00:00Z", "2026-05-01T12:00:00Z"),
        buiten
    );
    assert_eq!(
        close("2026-03-31T12:00:00Z", "2026-05-01T12:00:00Z"),
        buiten
    );
    // 1 April has begun in the Netherlands.
    assert!(close("2026-03-31T22:30:00Z", "2026-03-31T22:30:00Z").is_ok());
}

#[test]
fn nothing_registered_cannot_be_closed() {
    let cijfers = Bestand::new().calculate();
    let uitkomst = Kwartaalstand::Open.close(asked(Some("x")), &cijfers, hash(1), now());
    assert_eq!(uitkomst, Err(SluitingGeweigerd::NietsGeregistreerd));
}

#[test]
fn early_figures_are_remarked() {
    let vroeg: Moment = "2026-04-10T12:00:00Z".parse().unwrap();
    let cijfers =
        calculate_kwartaalcijfers(kwartaal(), vroeg, Rekenwijze::STANDAARD, &in_order().feiten);
    let [punt] = cijfers.aandachtspunten[..] else {
        panic!("one remark")
    };
    assert!(punt.tekst().contains("28 april 2026"), "{}", punt.tekst());
}

#[test]
fn doubtful_registrations_are_remarked_and_judge_their_indicators() {
    let cijfers = Bestand::new().with_lopend(1, 20).calculate();
    let regels: Vec<_> = cijfers.aandachtspunten.iter().map(|p| p.advies()).collect();
    assert_eq!(
        regels,
        [
            "Meet de trede van inwoners zonder meting.",
            "Leg de formatie vast."
        ]
    );
    assert_eq!(
        judge(Indicator::TredeVerdeling, &cijfers.kwaliteit),
        Oordeel::Onvoldoende
    );
    assert_eq!(
        judge(Indicator::BestandPersonen, &cijfers.kwaliteit),
        Oordeel::Goed
    );
}

#[test]
fn a_hash_is_written_and_read_in_hexadecimal() {
    let tekst = hash(0xa5).to_string();
    assert_eq!(Cijferhash::parse(&tekst), Ok(hash(0xa5)));
    for fout in ["", "A5", &"g".repeat(64), &"é".repeat(32)] {
        assert_eq!(Cijferhash::parse(fout), Err(CijferhashError));
    }
}
