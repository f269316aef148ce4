//! The acts of an objection in words, and what may be done now.

use domain::bezwaar::{
    Bezwaar, Bezwaarakte, Bezwaarbesluit, Bezwaarhandeling, Bezwaarstand, Indiener, Indienersoort,
};
use primitives::{Datum, datum_in_nederland, datum_lang};

use super::vergelijking::summarize;
use crate::onderdelen::{Akteregel, Status, Toon};

/// How an objection stands, in a word with a tone.
pub(super) fn status(bezwaar: &Bezwaar) -> Status {
    let toon = match bezwaar.stand() {
        Bezwaarstand::Afgehandeld => Toon::Goed,
        Bezwaarstand::Ingetrokken => Toon::Neutraal,
        _ => Toon::Aandacht,
    };
    Status::new(toon, bezwaar.stand().naam())
}

/// `De partner, P. Voorbeeld`.
pub(super) fn who(bezwaar: &Bezwaar) -> String {
    describe_indiener(bezwaar.indiener())
}

fn describe_indiener(indiener: &Indiener) -> String {
    let wie = match indiener.wie {
        Indienersoort::Inwoner => "De inwoner",
        Indienersoort::Partner => "De partner",
        Indienersoort::Gemachtigde => "Namens de inwoner",
        Indienersoort::Ander => "Een ander",
    };
    match &indiener.naam {
        Some(naam) => format!("{wie}, {naam}"),
        None => wie.to_owned(),
    }
}

/// An act as a line.
pub(super) fn line(akte: &Bezwaarakte) -> Akteregel {
    let vastgelegd = datum_in_nederland(akte.op);
    let dag = akte.handeling.dag();
    let (titel, tekst) = describe(&akte.handeling);
    Akteregel {
        titel: titel.to_owned(),
        dag: datum_lang(dag),
        machine: dag.to_string(),
        tekst,
        door: format!(
            "{}, vastgelegd op {}",
            akte.door.naam,
            datum_lang(vastgelegd)
        ),
    }
}

/// What may be done, by the last part of its address and in words; the first is the one that is expected.
pub(super) fn list_mogelijk(
    bezwaar: &Bezwaar,
    vandaag: Datum,
) -> Vec<(&'static str, &'static str)> {
    const BESLISSEN: (&str, &str) = ("besluit", "Op het bezwaar beslissen");
    const BEREKENEN: (&str, &str) = ("berekening", "Opnieuw berekenen wat het besluit zou zijn");
    const GEHOORD: (&str, &str) = ("handelingen/gehoord", "Vastleggen dat er is gehoord");
    const NIET_GEHOORD: (&str, &str) = (
        "handelingen/niet-gehoord",
        "Vastleggen waarom er niet wordt gehoord",
    );
    let is_gehoord = bezwaar.horen().is_some();
    let mut mogelijk = match bezwaar.stand() {
        Bezwaarstand::InBehandeling if is_gehoord => {
            vec![BESLISSEN, BEREKENEN, GEHOORD, NIET_GEHOORD]
        }
        Bezwaarstand::InBehandeling => vec![GEHOORD, NIET_GEHOORD, BEREKENEN],
        Bezwaarstand::Herstel { uiterlijk } => {
            let mut mogelijk = vec![(
                "handelingen/aangevuld",
                "De aanvulling van het bezwaar vastleggen",
            )];
            if vandaag > uiterlijk && is_gehoord {
                mogelijk.push(BESLISSEN);
            }
            mogelijk.extend([GEHOORD, NIET_GEHOORD, BEREKENEN]);
            mogelijk
        }
        Bezwaarstand::Besloten => vec![(
            "handelingen/bekendgemaakt",
            "De brief over het bezwaar versturen en dat vastleggen",
        )],
        Bezwaarstand::Afgehandeld | Bezwaarstand::Ingetrokken => Vec::new(),
    };
    if bezwaar.stand() == Bezwaarstand::InBehandeling {
        mogelijk.push((
            "handelingen/herstel-gevraagd",
            "Vragen wat in het bezwaar ontbreekt",
        ));
    }
    if bezwaar.stand().is_open() {
        if !bezwaar.is_verdaagd() {
            mogelijk.push(("handelingen/verdaagd", "Het besluit op bezwaar verdagen"));
        }
        mogelijk.extend([
            ("handelingen/uitgesteld", "Verder uitstel vastleggen"),
            ("handelingen/ingetrokken", "Het bezwaar is ingetrokken"),
        ]);
    }
    mogelijk
}

fn describe(handeling: &Bezwaarhandeling) -> (&'static str, String) {
    use Bezwaarhandeling as H;
    match handeling {
        H::Ontvangen {
            verzonden_op,
            met_commissie,
            reden_te_laat,
            indiener,
            ..
        } => {
            let mut zinnen = vec![format!("{}.", describe_indiener(indiener))];
            zinnen.extend(verzonden_op.map(|dag| format!("Verstuurd op {}.", datum_lang(dag))));
            if *met_commissie {
                zinnen.push("Een bezwaarcommissie adviseert.".to_owned());
            }
            let te_laat = reden_te_laat.as_ref();
            zinnen.extend(te_laat.map(|reden| format!("Waarom te laat: {reden}")));
            ("Bezwaar ontvangen", zinnen.join(" "))
        }
        H::HerstelGevraagd { uiterlijk, wat, .. } => (
            "Gevraagd wat in het bezwaar ontbreekt",
            format!("Kan tot en met {}. Nodig: {wat}", datum_lang(*uiterlijk)),
        ),
        H::Aangevuld { .. } => ("Bezwaar aangevuld", String::new()),
        H::Verdaagd {
            uiterlijk, reden, ..
        } => (
            "Besluit op bezwaar verdaagd",
            format!("Nieuwe laatste dag: {}. {reden}", datum_lang(*uiterlijk)),
        ),
        H::Uitgesteld {
            uiterlijk,
            grond,
            wie,
            ..
        } => (
            "Verder uitstel",
            format!(
                "Nieuwe laatste dag: {}. {}. {wie}",
                datum_lang(*uiterlijk),
                grond.naam()
            ),
        ),
        H::Gehoord(gehoord) => (
            "Gehoord",
            format!("Daarbij waren: {}. {}", gehoord.wie, gehoord.verslag),
        ),
        H::NietGehoord { grond, reden, .. } => {
            ("Niet gehoord", format!("{}. {reden}", grond.naam()))
        }
        H::Heroverwogen(heroverweging) => (
            "Opnieuw berekend",
            format!(
                "Eerst: {}. Nu: {}.",
                summarize(&heroverweging.eerst),
                summarize(&heroverweging.nieuw)
            ),
        ),
        H::Besloten(besluit) => ("Besloten op bezwaar", decision(besluit)),
        H::Bekendgemaakt { wijze, .. } => (
            "Besluit op bezwaar bekendgemaakt",
            format!("{}.", wijze.naam()),
        ),
        H::Ingetrokken { reden, .. } => ("Bezwaar ingetrokken", reden.clone()),
    }
}

fn decision(besluit: &Bezwaarbesluit) -> String {
    let tweede = if besluit.vier_ogen {
        ", door een tweede persoon"
    } else {
        ""
    };
    format!(
        "{}. Namens {}, als {}{tweede}. {}",
        besluit.uitkomst.naam(),
        besluit.namens.naam(),
        besluit.rol.naam(),
        besluit.motivering
    )
}
