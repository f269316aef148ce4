//! Decisions from typed text to the value in force.

mod basisset;
mod besluiten;
mod samenhang;
mod tijdlijn;
mod voorstel;

use primitives::{
    BesluitId, Datum, GemeenteCode, Moment, Periode, SystemIds, WaardeId, id_at, parse_datum,
};

use super::{
    BekendmakingInvoer, Beleid, Besluit, BesluitInvoer, Besluitverwijzing, Gebruik,
    IntrekkingInvoer, Notatie, Omgeving, Orgaan, Sleutel, UitkomstInvoer, Vastgesteld, Waarde,
    WaardeInvoer, catalogus,
};

pub(super) fn dag(tekst: &str) -> Datum {
    parse_datum(tekst).unwrap()
}

pub(super) fn moment(tekst: &str) -> Moment {
    format!("{tekst}T12:00:00Z").parse().unwrap()
}

fn winterswijk() -> GemeenteCode {
    GemeenteCode::parse("GM0294").unwrap()
}

fn omgeving(beleid: &Beleid) -> Omgeving<'_> {
    Omgeving {
        catalogus: catalogus(),
        beleid,
        gemeente: winterswijk(),
        gebieden: &[],
        vandaag: dag("2026-11-21"),
        notatie: Notatie::Formulier,
    }
}

/// A decision of December 2025 that sets what is given.
fn invoer(waarden: &[(&str, &str)]) -> BesluitInvoer {
    let waarden = waarden.iter().map(|(sleutel, waarde)| WaardeInvoer {
        sleutel: (*sleutel).into(),
        waarde: (*waarde).into(),
        ..WaardeInvoer::default()
    });
    BesluitInvoer {
        nummer: "2025-118".into(),
        titel: "Verordening individuele inkomenstoeslag".into(),
        vergaderdatum: "11-12-2025".into(),
        inwerkingtreding: "1-1-2026".into(),
        uitkomst: UitkomstInvoer {
            beslissing: "conform-voorstel".into(),
            ..UitkomstInvoer::default()
        },
        waarden: waarden.collect(),
        ..BesluitInvoer::default()
    }
}

/// A published value of a decision that was taken and became known on the given days.
pub(super) fn vastgesteld(
    nummer: u64,
    sleutel: &str,
    waarde: &str,
    (van, tot): (&str, Option<&str>),
    (vergaderdatum, bekend_op): (&str, &str),
) -> Vastgesteld {
    let parameter = catalogus().find(sleutel).unwrap();
    Vastgesteld {
        id: WaardeId::new(id_at(Moment::UNIX_EPOCH, nummer)),
        sleutel: Sleutel::parse(sleutel).unwrap(),
        waarde: Some(Waarde::parse(parameter.soort, waarde).unwrap()),
        periode: Periode::try_new(dag(van), tot.map(dag)).unwrap(),
        gebied: None,
        besluit: Besluitverwijzing {
            id: BesluitId::new(id_at(Moment::UNIX_EPOCH, nummer)),
            gemeente: winterswijk(),
            orgaan: parameter
                .regime_on(dag(van))
                .and_then(|r| r.bevoegd.orgaan())
                .unwrap_or(Orgaan::Raad),
            nummer: nummer.to_string(),
            titel: "Verordening".into(),
            vergaderdatum: dag(vergaderdatum),
        },
        bekend_op: moment(bekend_op),
        corrigeert: None,
    }
}

fn parse(invoer: &BesluitInvoer, orgaan: Orgaan) -> Result<Besluit, Vec<(String, String)>> {
    parse_in(&Beleid::default(), invoer, orgaan)
}

fn parse_in(
    beleid: &Beleid,
    invoer: &BesluitInvoer,
    orgaan: Orgaan,
) -> Result<Besluit, Vec<(String, String)>> {
    invoer
        .parse(orgaan, omgeving(beleid), &SystemIds)
        .map_err(|fouten| {
            let paar = |f: &primitives::Veldfout| (f.veld.clone(), f.melding.clone());
            fouten.list().iter().map(paar).collect()
        })
}

fn bekendmaking(datum: &str, inwerkingtreding: &str) -> BekendmakingInvoer {
    BekendmakingInvoer {
        plaats: "cvdr".into(),
        nummer: "cvdr741634".into(),
        datum: datum.into(),
        inwerkingtreding: inwerkingtreding.into(),
    }
}
