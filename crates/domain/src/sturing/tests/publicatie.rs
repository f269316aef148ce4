//! Small cells: what is held back, and what follows from that.

use super::*;

fn published(bestand: &Bestand, indicator: Indicator, klasse: Klasse) -> Uitkomst {
    bestand
        .calculate()
        .publish(DREMPEL)
        .into_iter()
        .find(|c| c.indicator == indicator && c.klasse == klasse)
        .unwrap()
        .uitkomst
}

fn total(bestand: &Bestand, indicator: Indicator) -> Uitkomst {
    published(bestand, indicator, Klasse::Totaal)
}

#[test]
fn a_stock_below_ten_is_held_back_with_all_that_is_divided_by_it() {
    let bestand = Bestand::new().with_lopend(1, 9);
    for indicator in [
        Indicator::BestandUitkeringen,
        Indicator::BestandPersonen,
        Indicator::Uitkeringsduur,
        Indicator::InkomenUitWerk,
        Indicator::InBeeld,
        Indicator::CaseloadPerFte,
    ] {
        assert_eq!(
            total(&bestand, indicator),
            Uitkomst::Onderdrukt,
            "{indicator:?}"
        );
    }
}

#[test]
fn nobody_is_published_as_zero() {
    let bestand = Bestand::new().with_lopend(1, 20);
    let Uitkomst::Bekend { waarde, .. } = total(&bestand, Indicator::Loonkostensubsidie) else {
        panic!("zero is published")
    };
    assert!(waarde.is_zero());
}

#[test]
fn a_share_is_held_back_when_few_have_it_and_when_few_do_not() {
    let mut bestand = Bestand::new().with_lopend(1, 30);
    for nummer in 1..=9 {
        bestand = bestand.with_ontheffing(nummer);
    }
    assert_eq!(total(&bestand, Indicator::Ontheffing), Uitkomst::Onderdrukt);
    bestand = bestand.with_ontheffing(10);
    assert!(total(&bestand, Indicator::Ontheffing).waarde().is_some());
    for nummer in 11..=21 {
        bestand = bestand.with_ontheffing(nummer);
    }
    assert_eq!(total(&bestand, Indicator::Ontheffing), Uitkomst::Onderdrukt);
}

#[test]
fn outflow_goes_with_inflow_because_the_stocks_give_the_difference() {
    let mut bestand = Bestand::new().with_lopend(1, 40);
    for nummer in 100..115 {
        bestand = bestand.with(deel(nummer, date(2020, 1, 1), Some(date(2026, 2, 1))));
    }
    for nummer in 200..203 {
        bestand = bestand.with(deel(nummer, date(2026, 2, 1), None));
    }
    assert_eq!(total(&bestand, Indicator::Instroom), Uitkomst::Onderdrukt);
    assert_eq!(total(&bestand, Indicator::Uitstroom), Uitkomst::Onderdrukt);
    assert_eq!(
        total(&bestand, Indicator::UitstroomNaarWerk),
        Uitkomst::Onderdrukt
    );
    assert!(
        total(&bestand, Indicator::Volumeontwikkeling)
            .waarde()
            .is_some()
    );
}

#[test]
fn movements_are_held_back_when_they_would_give_a_small_stock_away() {
    let mut bestand = Bestand::new().with_lopend(1, 5);
    for nummer in 100..112 {
        bestand = bestand.with(deel(nummer, date(2020, 1, 1), Some(date(2026, 2, 1))));
    }
    // 17 at the start, nobody in, 12 out: the 5 that are left would follow.
    assert_eq!(
        total(&bestand, Indicator::BestandUitkeringen),
        Uitkomst::Onderdrukt
    );
    assert_eq!(total(&bestand, Indicator::Instroom), Uitkomst::Onderdrukt);
    assert_eq!(total(&bestand, Indicator::Uitstroom), Uitkomst::Onderdrukt);
}

#[test]
fn the_caseload_is_held_back_when_it_would_give_few_persons_away() {
    let mut bestand = Bestand::new()
        .with_lopend(1, 5)
        .with_fte(Functie::Klantmanager, "1");
    for nummer in 100..112 {
        bestand = bestand.with_begeleiding(nummer, None);
    }
    let zonder = total(&bestand, Indicator::BanenafspraakZonderUitkering);
    assert!(zonder.waarde().is_some());
    assert_eq!(
        total(&bestand, Indicator::CaseloadPerFte),
        Uitkomst::Onderdrukt
    );
}

#[test]
fn few_without_a_benefit_hide_the_caseload_but_not_the_persons() {
    let bestand = Bestand::new()
        .with_lopend(1, 40)
        .with_begeleiding(99, None)
        .with_fte(Functie::Klantmanager, "1");
    assert_eq!(
        total(&bestand, Indicator::BanenafspraakZonderUitkering),
        Uitkomst::Onderdrukt
    );
    assert_eq!(
        total(&bestand, Indicator::CaseloadPerFte),
        Uitkomst::Onderdrukt
    );
    assert_eq!(total(&bestand, Indicator::InBeeld), Uitkomst::Onderdrukt);
    assert!(
        total(&bestand, Indicator::BestandPersonen)
            .waarde()
            .is_some()
    );
}

#[test]
fn the_mean_step_is_held_back_with_any_movement() {
    let mut bestand = Bestand::new().with_lopend(1, 40);
    for nummer in 1..=40 {
        bestand = bestand.with_meting(nummer, date(2025, 10, 1), 2);
        let trede = if nummer == 1 { 3 } else { 2 };
        bestand = bestand.with_meting(nummer, date(2026, 2, 1), trede);
    }
    let beweging = |klasse| published(&bestand, Indicator::TredeBeweging, klasse);
    assert_eq!(beweging(Klasse::BewegingOmhoog), Uitkomst::Onderdrukt);
    assert_eq!(beweging(Klasse::BewegingGelijk), Uitkomst::Onderdrukt);
    assert!(beweging(Klasse::BewegingOmlaag).waarde().is_some());
    assert_eq!(total(&bestand, Indicator::TredeStap), Uitkomst::Onderdrukt);
}

#[test]
fn the_stored_text_holds_nothing_of_what_is_held_back() {
    let bestand = Bestand::new().with_lopend(1, 20).with_ontheffing(1);
    let tekst = render_vastgelegd(&bestand.calculate().publish(DREMPEL));
    assert!(
        tekst.contains("ontheffing;1;totaal;onderdrukt;;;\n"),
        "{tekst}"
    );
    assert!(tekst.contains("bestand-personen;1;totaal;bekend;20;20;\n"));
    assert!(tekst.contains("caseload-per-fte;1;totaal;ontbreekt;;;\n"));
}
