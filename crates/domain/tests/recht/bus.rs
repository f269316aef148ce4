//! Statutory records as households.

use domain::recht::bus::{BusFout, BusHuisvesting, BusLeefvorm, BusPersoon, BusUitkering};
use domain::recht::{Onbepaald, Reden};
use primitives::{Datum, Geld};

const PEILDATUM: Datum = Datum::constant(2026, 3, 1);

fn persoon(jaar: i16) -> BusPersoon {
    BusPersoon {
        geboortedatum: Datum::constant(jaar, 1, 1),
        huisvesting: BusHuisvesting::Woning,
    }
}

fn uitkering(leefvorm: u8, aantal_kostendelers: u8, personen: &[BusPersoon]) -> BusUitkering<'_> {
    BusUitkering {
        leefvorm: BusLeefvorm::parse(leefvorm).unwrap(),
        aantal_kostendelers,
        personen,
        inkomsten: Geld::NUL,
        vermindering: Geld::NUL,
    }
}

fn bedrag(uitkering: &BusUitkering<'_>) -> Result<String, Reden> {
    let berekening = uitkering.calculate(PEILDATUM).unwrap();
    berekening
        .uitkomst
        .map(|bedragen| bedragen.bedrag.to_string())
}

#[test]
fn the_codes_of_the_record_give_the_norm() {
    let een = [persoon(1988)];
    let twee = [persoon(1988), persoon(1990)];
    let jong_en_oud = [persoon(2006), persoon(1990)];
    for (leefvorm, kostendelers, personen, verwacht) in [
        (1, 0, &een[..], "1401.50"),
        (1, 1, &een[..], "1401.50"),
        (2, 1, &een[..], "1401.50"),
        (1, 2, &een[..], "1001.07"),
        (3, 0, &twee[..], "2002.13"),
        (3, 2, &twee[..], "2002.13"),
        (3, 3, &twee[..], "1735.18"),
        (3, 1, &een[..], "1001.07"),
    ] {
        let uitkering = uitkering(leefvorm, kostendelers, personen);
        assert_eq!(bedrag(&uitkering).unwrap(), verwacht, "{uitkering:?}");
    }
    assert_eq!(
        bedrag(&uitkering(3, 1, &jong_en_oud)),
        Err(Onbepaald::KinderenOnbekend.into())
    );
}

#[test]
fn income_and_reduction_of_the_record_are_amounts() {
    let een = [persoon(1988)];
    let uitkering = BusUitkering {
        inkomsten: Geld::from_cents(40_000),
        vermindering: Geld::from_cents(14_000),
        ..uitkering(1, 1, &een)
    };
    assert_eq!(bedrag(&uitkering).unwrap(), "861.50");
}

#[test]
fn an_institution_is_seen_per_person() {
    let thuis = persoon(1988);
    let elders = BusPersoon {
        huisvesting: BusHuisvesting::parse(4).unwrap(),
        ..persoon(1990)
    };
    assert_eq!(bedrag(&uitkering(1, 1, &[elders])).unwrap(), "490.76");
    assert_eq!(
        bedrag(&uitkering(3, 2, &[elders, elders])).unwrap(),
        "796.27"
    );
    assert_eq!(
        bedrag(&uitkering(3, 1, &[thuis, elders])).unwrap(),
        "1892.26"
    );
}

#[test]
fn what_the_record_does_not_say_is_not_guessed() {
    let een = [persoon(1988)];
    let drie = [persoon(1988); 3];
    let faults = |u: &BusUitkering<'_>| u.leefsituatie(PEILDATUM).unwrap_err();
    assert_eq!(faults(&uitkering(4, 1, &een)), BusFout::LeefvormAnders);
    assert_eq!(faults(&uitkering(1, 1, &[])), BusFout::AantalPersonen);
    assert_eq!(
        faults(&uitkering(1, 1, &drie[..2])),
        BusFout::AantalPersonen
    );
    assert_eq!(faults(&uitkering(3, 1, &drie)), BusFout::AantalPersonen);
    assert_eq!(
        faults(&uitkering(1, 1, &[persoon(2027)])),
        BusFout::Geboortedatum
    );
    assert_eq!(
        bedrag(&uitkering(3, 3, &een)),
        Err(Onbepaald::PartnerleeftijdOnbekend.into())
    );
    assert!(BusLeefvorm::parse(5).is_none() && BusHuisvesting::parse(7).is_none());
}
