//! What a review calculates, which acts may follow which, and its letter.

mod oorzaken;
mod rekenen;
mod tellers;
mod zaak;

use primitives::{Datum, Geld, Maand, Moment, parse_datum};

use super::{Feitwijziging, Maandlevering, Oordeel, Oorzaakoordeel, Wijziging};
use crate::beleid::Persoon;
use crate::recht::herziening::Oorzaak;
use crate::recht::{Maandbeeld, Maandbeeldpersoon};
use crate::statistiek::{Huisvesting, Leefvorm};

fn dag(tekst: &str) -> Datum {
    parse_datum(tekst).unwrap()
}

fn maand(tekst: &str) -> Maand {
    Maand::parse(tekst).unwrap()
}

fn geld(tekst: &str) -> Geld {
    Geld::parse(tekst).unwrap()
}

fn moment(tekst: &str) -> Moment {
    tekst.parse().unwrap()
}

fn persoon(naam: &str) -> Persoon {
    Persoon {
        sub: naam.to_owned(),
        naam: naam.to_owned(),
    }
}

/// A single person who rents, as delivered.
fn levering(tekst: &str) -> Maandlevering {
    let maand = maand(tekst);
    Maandlevering {
        maand,
        begin: maand.first_day(),
        beeld: Maandbeeld {
            leefvorm: Some(Leefvorm::Alleenstaande),
            aantal_kostendelers: Some(1),
            personen: vec![Maandbeeldpersoon {
                geboortedatum: dag("1988-04-12"),
                huisvesting: Some(Huisvesting::Huurder),
            }],
            inkomsten: Geld::NUL,
            vermindering: Geld::NUL,
        },
        eigen: 0,
        vrijlating: false,
    }
}

fn feit(vanaf: &str, tot_en_met: Option<&str>, wat: Wijziging) -> Feitwijziging {
    Feitwijziging {
        vanaf: dag(vanaf),
        tot_en_met: tot_en_met.map(dag),
        wat,
    }
}

fn oordeel(oorzaak: Oorzaak) -> Oordeel {
    Oordeel {
        dag: dag("2026-11-28"),
        oorzaken: vec![Oorzaakoordeel::new(oorzaak)],
        vakantietoeslag_betaald: None,
        bruto: None,
    }
}
