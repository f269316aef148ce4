//! What a council waits for when it moves the slider: `cargo bench -p domain --bench doorrekening`.
//!
//! 12.000 records of a month: singles, single parents, couples; one in nine with an income, one in thirty with a
//! reduction, some living in or without a dwelling. Preparing (records to groups) and one question are measured apart.

#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use domain::beleid::Waarde;
use domain::doorrekening::{
    Rekenbestand, Rekenhuishouden, Rekenparameter, Rekenset, Rekensets, Rekenvraag, Wijziging,
    calculate_doorrekening,
};
use domain::recht::{Maandbeeld, Maandbeeldpersoon};
use domain::statistiek::{Huisvesting, Leefvorm};
use primitives::{Datum, Geld, Maand, Percentage};

const HUISHOUDENS: i32 = 12_000;
const KEER: u32 = 20;
const PEILDATUM: Datum = Datum::constant(2026, 10, 1);

/// The record of a household, the same every time.
fn beeld(nummer: i32) -> (Maandbeeld, Datum) {
    let is_each = |deler: i32| nummer.rem_euclid(deler) == 0;
    let (leefvorm, aantal) = match nummer.rem_euclid(10) {
        0 | 1 => (Leefvorm::GehuwdenEnSamenwonenden, 2),
        2 | 3 => (Leefvorm::AlleenstaandeOuder, 1),
        _ => (Leefvorm::Alleenstaande, 1),
    };
    let huisvesting = match nummer.rem_euclid(17) {
        0 => Huisvesting::Adresloos,
        1 | 2 => Huisvesting::Inwonend,
        _ => Huisvesting::Huurder,
    };
    let jaar = i16::try_from(1962 + nummer.rem_euclid(40)).unwrap_or(1980);
    let persoon = Maandbeeldpersoon {
        geboortedatum: Datum::new(jaar, 6, 15).unwrap_or(PEILDATUM),
        huisvesting: Some(huisvesting),
    };
    let beeld = Maandbeeld {
        leefvorm: Some(leefvorm),
        aantal_kostendelers: Some(if is_each(8) { 3 } else { 1 }),
        personen: vec![persoon; aantal],
        inkomsten: Geld::from_cents(if is_each(9) { 20_000 + nummer } else { 0 }),
        vermindering: Geld::from_cents(if is_each(30) { 42_500 } else { 0 }),
    };
    let aanvang = Maand::of(PEILDATUM)
        .plus(-nummer.rem_euclid(120))
        .first_day();
    (beeld, aanvang)
}

fn wijziging(parameter: Rekenparameter, waarde: Waarde) -> Wijziging {
    Wijziging { parameter, waarde }
}

fn nu() -> Rekenset {
    use Rekenparameter as P;
    let bedrag = |euros: i32| Waarde::Bedrag(Geld::from_cents(euros * 100));
    Rekenset::default().with(&[
        wijziging(P::IitAlleenstaande, bedrag(400)),
        wijziging(P::IitAlleenstaandeOuder, bedrag(500)),
        wijziging(P::IitGehuwden, bedrag(550)),
        wijziging(P::IitReferteperiode, Waarde::Maanden(36)),
        wijziging(
            P::IitInkomensgrens,
            Waarde::Percentage(Percentage::from_whole(110)),
        ),
        wijziging(
            P::MaatregelTwee,
            Waarde::Percentage(Percentage::from_whole(30)),
        ),
    ])
}

fn prepare(beelden: &[(Maandbeeld, Datum)], sets: &Rekensets) -> Option<Rekenbestand> {
    let mut huishoudens = Vec::with_capacity(beelden.len());
    let mut onbekend = 0;
    for (beeld, aanvang) in beelden {
        match Rekenhuishouden::try_new(beeld, (*aanvang, PEILDATUM), None, sets) {
            Ok(huishouden) => huishoudens.push(huishouden),
            Err(_) => onbekend += 1,
        }
    }
    Rekenbestand::try_new(huishoudens, onbekend).ok()
}

fn measure(naam: &str, mut werk: impl FnMut()) -> Duration {
    let mut beste = Duration::MAX;
    for _ in 0..KEER {
        let begin = Instant::now();
        werk();
        beste = beste.min(begin.elapsed());
    }
    println!("{naam}: {beste:.2?} (beste van {KEER})");
    beste
}

fn main() {
    let beelden: Vec<_> = (0..HUISHOUDENS).map(beeld).collect();
    let set = Rekensets::from(nu());
    measure("12.000 maandregels naar groepen", || {
        black_box(prepare(&beelden, &set));
    });
    let Some(bestand) = prepare(&beelden, &set) else {
        println!("geen bestand");
        return;
    };
    let maand = Maand::of(PEILDATUM);
    let vraag = Rekenvraag::restore(
        Datum::constant(2027, 1, 1),
        vec![
            wijziging(Rekenparameter::IitReferteperiode, Waarde::Maanden(24)),
            wijziging(
                Rekenparameter::VerlagingWoonsituatie,
                Waarde::Percentage(Percentage::from_whole(20)),
            ),
        ],
    );
    measure("een vraag op die groepen, met werken loont", || {
        black_box(calculate_doorrekening(&bestand, maand, &set, &vraag));
    });
    measure("alles bij elkaar", || {
        let bestand = prepare(&beelden, &set);
        black_box(bestand.map(|bestand| calculate_doorrekening(&bestand, maand, &set, &vraag)));
    });
    println!(
        "{} huishoudens berekend, {} niet",
        bestand.berekend(),
        bestand.buiten()
    );
}
