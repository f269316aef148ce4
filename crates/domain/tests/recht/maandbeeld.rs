//! Statutory records as households.

use domain::recht::{Maandbeeld, MaandbeeldError, Maandbeeldpersoon, Onbepaald, Reden};
use domain::statistiek::{Huisvesting, Leefvorm};
use primitives::{Datum, Geld};

const PEILDATUM: Datum = Datum::constant(2026, 3, 1);

fn persoon(jaar: i16) -> Maandbeeldpersoon {
    Maandbeeldpersoon {
        geboortedatum: Datum::constant(jaar, 1, 1),
        huisvesting: Some(Huisvesting::Huurder),
    }
}

fn in_inrichting(jaar: i16) -> Maandbeeldpersoon {
    Maandbeeldpersoon {
        huisvesting: Some(Huisvesting::Inrichting),
        ..persoon(jaar)
    }
}

fn beeld(
    leefvorm: Leefvorm,
    aantal_kostendelers: Option<u8>,
    personen: &[Maandbeeldpersoon],
) -> Maandbeeld {
    Maandbeeld {
        leefvorm: Some(leefvorm),
        aantal_kostendelers,
        personen: personen.to_vec(),
        inkomsten: Geld::NUL,
        vermindering: Geld::NUL,
    }
}

fn bedrag(beeld: &Maandbeeld) -> Result<String, Reden> {
    let berekening = beeld.calculate(PEILDATUM).unwrap();
    berekening
        .uitkomst
        .map(|bedragen| bedragen.bedrag.to_string())
}

#[test]
fn the_codes_of_the_record_give_the_norm() {
    use Leefvorm::{Alleenstaande, AlleenstaandeOuder, GehuwdenEnSamenwonenden as Gehuwden};
    let een = [persoon(1988)];
    let twee = [persoon(1988), persoon(1990)];
    for (leefvorm, kostendelers, personen, verwacht) in [
        (Alleenstaande, None, &een[..], "1401.50"),
        (AlleenstaandeOuder, None, &een[..], "1401.50"),
        (Alleenstaande, Some(1), &een[..], "1401.50"),
        (Alleenstaande, Some(2), &een[..], "1001.07"),
        (Gehuwden, Some(2), &twee[..], "2002.13"),
        (Gehuwden, None, &twee[..], "2002.13"),
        (Gehuwden, Some(3), &twee[..], "1735.18"),
        (Gehuwden, None, &een[..], "1001.07"),
        (Alleenstaande, None, &[in_inrichting(1990)][..], "490.76"),
        (
            Gehuwden,
            None,
            &[in_inrichting(1988), in_inrichting(1990)][..],
            "796.27",
        ),
        (
            Gehuwden,
            None,
            &[persoon(1988), in_inrichting(1990)][..],
            "1892.26",
        ),
    ] {
        let beeld = beeld(leefvorm, kostendelers, personen);
        assert_eq!(bedrag(&beeld).unwrap(), verwacht, "{beeld:?}");
    }
}

#[test]
fn income_and_reduction_of_the_record_are_amounts() {
    let beeld = Maandbeeld {
        inkomsten: Geld::from_cents(40_000),
        vermindering: Geld::from_cents(14_000),
        ..beeld(Leefvorm::Alleenstaande, None, &[persoon(1988)])
    };
    assert_eq!(bedrag(&beeld).unwrap(), "861.50");
}

#[test]
fn what_the_record_does_not_say_is_not_guessed() {
    use Leefvorm::{Alleenstaande, Anders, GehuwdenEnSamenwonenden as Gehuwden};
    let een = [persoon(1988)];
    let drie = [persoon(1988); 3];
    let zonder_huisvesting = Maandbeeldpersoon {
        huisvesting: None,
        ..persoon(1988)
    };
    let fault = |beeld: &Maandbeeld| beeld.leefsituatie(PEILDATUM).unwrap_err();
    assert_eq!(fault(&beeld(Anders, None, &een)), MaandbeeldError::Leefvorm);
    for (leefvorm, personen) in [
        (Alleenstaande, &drie[..0]),
        (Alleenstaande, &drie[..2]),
        (Gehuwden, &drie[..]),
    ] {
        assert_eq!(
            fault(&beeld(leefvorm, None, personen)),
            MaandbeeldError::AantalPersonen
        );
    }
    assert_eq!(
        fault(&beeld(Alleenstaande, None, &[persoon(2027)])),
        MaandbeeldError::Geboortedatum
    );
    assert_eq!(
        fault(&beeld(Alleenstaande, None, &[zonder_huisvesting])),
        MaandbeeldError::Huisvesting
    );
    let negatief = Maandbeeld {
        inkomsten: Geld::from_cents(-100),
        ..beeld(Alleenstaande, None, &een)
    };
    assert_eq!(
        negatief.calculate(PEILDATUM),
        Err(MaandbeeldError::NegatiefBedrag)
    );
    assert_eq!(
        bedrag(&beeld(Gehuwden, Some(3), &een)),
        Err(Onbepaald::PartnerleeftijdOnbekend.into())
    );
    let jong_en_oud = [persoon(2006), persoon(1990)];
    assert_eq!(
        bedrag(&beeld(Gehuwden, None, &jong_en_oud)),
        Err(Onbepaald::KinderenOnbekend.into())
    );
}
