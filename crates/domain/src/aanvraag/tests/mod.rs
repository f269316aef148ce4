//! Terms and acts, by table.

mod akten;
mod brieven;
mod regelingen;
mod termijnen;
mod vervangingen;
mod voorschotten;

use primitives::{AanvraagId, Datum, DossierId, Moment, begin_in_nederland, id_at, parse_datum};

use super::*;
use crate::beleid::Persoon;
use crate::recht::Regeling;

fn dag(tekst: &str) -> Datum {
    parse_datum(tekst).unwrap()
}

fn moment(tekst: &str) -> Moment {
    begin_in_nederland(dag(tekst))
}

fn persoon(sub: &str) -> Persoon {
    Persoon {
        sub: sub.to_owned(),
        naam: sub.to_owned(),
    }
}

fn kop() -> Aanvraagkop {
    let nu = moment("2026-01-01");
    Aanvraagkop {
        id: AanvraagId::new(id_at(nu, 1)),
        dossier: DossierId::new(id_at(nu, 2)),
        regeling: Regeling::AlgemeneBijstand,
    }
}

fn akte(sub: &str, op: &str, handeling: Aanvraaghandeling) -> Aanvraagakte {
    Aanvraagakte {
        handeling,
        door: persoon(sub),
        op: moment(op),
    }
}

/// Received on a day, recorded at the end of the year after.
fn ontvangen(op: &str) -> Aanvraag {
    let handeling = Aanvraaghandeling::Ontvangen {
        ontvangen_op: dag(op),
        gemeld_op: dag(op),
        kanaal: Kanaal::Balie,
    };
    Aanvraag::try_new(kop(), akte("a", "2027-12-31", handeling)).unwrap()
}

fn later(handeling: Aanvraaghandeling) -> Aanvraagakte {
    akte("a", "2027-12-31", handeling)
}

fn herstel(gevraagd: &str, uiterlijk: &str) -> Aanvraagakte {
    later(Aanvraaghandeling::HerstelGevraagd {
        gevraagd_op: dag(gevraagd),
        uiterlijk: dag(uiterlijk),
        wat: "bankafschriften".to_owned(),
    })
}

fn aangevuld(op: &str, volledig: bool) -> Aanvraagakte {
    later(Aanvraaghandeling::Aangevuld {
        aangevuld_op: dag(op),
        volledig,
    })
}

fn opgeschort(vanaf: &str) -> Aanvraagakte {
    later(Aanvraaghandeling::Opgeschort {
        vanaf: dag(vanaf),
        grond: Opschortgrond::Instemming,
        toelichting: "brief".to_owned(),
    })
}

fn hervat(op: &str) -> Aanvraagakte {
    later(Aanvraaghandeling::Hervat { hervat_op: dag(op) })
}

fn verdaagd(op: &str, uiterlijk: &str) -> Aanvraagakte {
    later(Aanvraaghandeling::Verdaagd {
        meegedeeld_op: dag(op),
        uiterlijk: dag(uiterlijk),
        reden: "drukte".to_owned(),
    })
}

fn voorstel(besluit: Besluitsoort) -> Besluitvoorstel {
    Besluitvoorstel {
        besluit,
        ingang: None,
        motivering: "Daarom.".to_owned(),
        afwegingen: Vec::new(),
        stappen: Vec::new(),
        bedrag: None,
        uitbetaling: None,
        ontheffing: None,
        met_plan: false,
        uitkeringswijze: None,
    }
}

fn voorgesteld(besluit: Besluitsoort) -> Aanvraaghandeling {
    Aanvraaghandeling::Voorgesteld(Box::new(voorstel(besluit)))
}

fn besloten(op: &str, namens: Namens, vier_ogen: bool) -> Aanvraaghandeling {
    Aanvraaghandeling::Besloten(Besluit {
        besloten_op: dag(op),
        namens,
        rol: crate::bevoegdheid::Rol::Teamleider,
        vier_ogen,
    })
}

fn voorschot(op: &str) -> Voorschot {
    Voorschot {
        verleend_op: dag(op),
        bijstand: primitives::Geld::from_cents(140_000),
        percentage: primitives::Percentage::from_whole(95),
        besluit: None,
        bedrag: primitives::Geld::from_cents(133_000),
    }
}
