//! Rounds, views and answers.

mod herinneringen;
mod planningen;
mod rondes;
mod termijnen;
mod zienswijzen;

use jiff::civil::date;
use primitives::{GemeenteCode, Moment, Veldfouten, ZienswijzerondeId};
use uuid::Uuid;

use super::*;
use crate::beleid::{Notatie, Persoon};

fn persoon(naam: &str) -> Persoon {
    Persoon {
        sub: naam.to_lowercase(),
        naam: naam.to_owned(),
    }
}

fn moment(tekst: &str) -> Moment {
    tekst.parse().unwrap()
}

fn id() -> ZienswijzerondeId {
    ZienswijzerondeId::new(Uuid::nil())
}

/// A draft budget for 2027 that keeps every term.
fn begroting() -> RondeInvoer {
    RondeInvoer {
        soort: "ontwerpbegroting".into(),
        titel: "Ontwerpbegroting 2027".into(),
        jaar: "2027".into(),
        verzonden_op: "2026-04-01".into(),
        bestuur_op: "2026-07-01".into(),
        ..RondeInvoer::default()
    }
}

fn read(invoer: &RondeInvoer) -> Result<Rondekop, Veldfouten> {
    invoer.parse(id(), Notatie::Uitwisseling)
}

fn ronde() -> Ronde {
    let kop = read(&begroting()).unwrap();
    Ronde::new(kop, persoon("Directie"), moment("2026-04-01T08:00:00Z"))
}

fn fouten(fout: &Veldfouten) -> Vec<(&str, &str)> {
    let regels = fout.list().iter();
    regels
        .map(|f| (f.veld.as_str(), f.melding.as_str()))
        .collect()
}

fn velden(fout: &Veldfouten) -> Vec<&str> {
    fout.list().iter().map(|f| f.veld.as_str()).collect()
}

fn stand(code: &str, naam: &str, punten: Option<usize>, is_beantwoord: bool) -> Gemeentestand {
    Gemeentestand {
        gemeente: GemeenteCode::parse(code).unwrap(),
        naam: naam.to_owned(),
        punten,
        is_beantwoord,
    }
}

fn einde(tekst: &str) -> Rondeeinde {
    Rondeeinde {
        tekst: tekst.to_owned(),
        op: moment("2026-07-01T12:00:00Z"),
        door: persoon("Bestuur"),
    }
}

/// The day after the last day of [`ronde`]: 24 June 2026.
const NA_TERMIJN: primitives::Datum = date(2026, 6, 25);
