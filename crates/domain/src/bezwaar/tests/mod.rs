//! An objection: its terms, its acts, who decides, what the letter says; by table.

mod akten;
mod beslissen;
mod brieven;
mod heroverwegingen;
mod termijnen;

use primitives::{AanvraagId, BezwaarId, Datum, DossierId, begin_in_nederland, id_at, parse_datum};

use super::*;
use crate::aanvraag::{Bekendmaakwijze, Namens};
use crate::beleid::Persoon;
use crate::bevoegdheid::Rol;
use crate::recht::Regeling;

fn dag(tekst: &str) -> Datum {
    parse_datum(tekst).unwrap()
}

fn persoon(sub: &str) -> Persoon {
    Persoon {
        sub: sub.to_owned(),
        naam: sub.to_owned(),
    }
}

fn akte(sub: &str, handeling: Bezwaarhandeling) -> Bezwaarakte {
    Bezwaarakte {
        handeling,
        door: persoon(sub),
        op: begin_in_nederland(dag("2027-12-31")),
    }
}

fn later(handeling: Bezwaarhandeling) -> Bezwaarakte {
    akte("a", handeling)
}

/// Decided by b and made known on Friday 20 February 2026: Tuesday 7 April is the last day to object.
fn kop() -> Bezwaarkop {
    let nu = begin_in_nederland(dag("2026-01-01"));
    Bezwaarkop {
        id: BezwaarId::new(id_at(nu, 1)),
        bestreden: Bestreden {
            besluit: Bestredenbesluit::Aanvraag(AanvraagId::new(id_at(nu, 2))),
            dossier: DossierId::new(id_at(nu, 3)),
            regeling: Regeling::AlgemeneBijstand,
            bekendgemaakt_op: dag("2026-02-20"),
            beslisser: "b".to_owned(),
        },
        nummer: 1,
    }
}

fn ontvangen(op: &str, met_commissie: bool, indiener: Indiener) -> Bezwaarhandeling {
    Bezwaarhandeling::Ontvangen {
        ontvangen_op: dag(op),
        verzonden_op: None,
        met_commissie,
        reden_te_laat: None,
        indiener,
    }
}

fn inwoner() -> Indiener {
    Indiener {
        wie: Indienersoort::Inwoner,
        naam: None,
    }
}

fn objected(op: &str, met_commissie: bool) -> Bezwaar {
    Bezwaar::try_new(kop(), later(ontvangen(op, met_commissie, inwoner()))).unwrap()
}

fn herstel(gevraagd: &str, uiterlijk: &str) -> Bezwaarhandeling {
    Bezwaarhandeling::HerstelGevraagd {
        gevraagd_op: dag(gevraagd),
        uiterlijk: dag(uiterlijk),
        wat: "handtekening".to_owned(),
    }
}

fn aangevuld(op: &str) -> Bezwaarhandeling {
    Bezwaarhandeling::Aangevuld {
        aangevuld_op: dag(op),
    }
}

fn verdaagd(op: &str, uiterlijk: &str) -> Bezwaarhandeling {
    Bezwaarhandeling::Verdaagd {
        meegedeeld_op: dag(op),
        uiterlijk: dag(uiterlijk),
        reden: "hoorzitting".to_owned(),
    }
}

fn uitgesteld(op: &str, uiterlijk: &str) -> Bezwaarhandeling {
    Bezwaarhandeling::Uitgesteld {
        afgesproken_op: dag(op),
        uiterlijk: dag(uiterlijk),
        grond: Uitstelgrond::Indiener,
        wie: "de inwoner, per brief".to_owned(),
    }
}

fn gehoord(op: &str) -> Bezwaarhandeling {
    Bezwaarhandeling::Gehoord(Gehoord {
        gehoord_op: dag(op),
        wie: "u, en twee leden van de bezwaarcommissie".to_owned(),
        verslag: "U vertelde over uw spaargeld.".to_owned(),
    })
}

fn niet_gehoord(op: &str, grond: Hoorgrond) -> Bezwaarhandeling {
    Bezwaarhandeling::NietGehoord {
        afgezien_op: dag(op),
        grond,
        reden: "U belde ons daarover.".to_owned(),
    }
}

fn besloten(op: &str, uitkomst: Bezwaaruitkomst, verschoonbaar: Option<&str>) -> Bezwaarhandeling {
    Bezwaarhandeling::Besloten(Box::new(Bezwaarbesluit {
        besloten_op: dag(op),
        uitkomst,
        motivering: "Daarom.".to_owned(),
        in_plaats_daarvan: (uitkomst == Bezwaaruitkomst::Gegrond).then(|| "Toch wel.".to_owned()),
        heroverweging: None,
        verschoonbaar: verschoonbaar.map(str::to_owned),
        namens: Namens::College,
        rol: Rol::Teamleider,
        vier_ogen: false,
    }))
}

fn bekendgemaakt(op: &str) -> Bezwaarhandeling {
    Bezwaarhandeling::Bekendgemaakt {
        bekendgemaakt_op: dag(op),
        wijze: Bekendmaakwijze::Post,
    }
}

fn ingetrokken(op: &str) -> Bezwaarhandeling {
    Bezwaarhandeling::Ingetrokken {
        ingetrokken_op: dag(op),
        reden: "x".to_owned(),
    }
}

/// The field of a refusal, or its sentence.
fn refusal<T>(uitkomst: Result<T, BezwaarGeweigerd>) -> Option<String> {
    uitkomst.err().map(|fout| match fout {
        BezwaarGeweigerd::Invoer(fouten) => fouten.list()[0].veld.clone(),
        anders => anders.to_string(),
    })
}
