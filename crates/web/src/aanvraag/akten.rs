//! The acts of an application in words, and what may be done now.

use domain::aanvraag::{Aanvraag, Aanvraagakte, Aanvraaghandeling, Aanvraagstand, Beslistermijn};
use primitives::{Datum, datum_in_nederland, datum_lang};

use crate::onderdelen::{Status, Toon};

/// An act as a line.
pub(super) struct Akteregel {
    pub(super) titel: String,
    pub(super) dag: String,
    pub(super) machine: String,
    pub(super) tekst: String,
    pub(super) door: String,
}

impl From<&Aanvraagakte> for Akteregel {
    fn from(akte: &Aanvraagakte) -> Self {
        let vastgelegd = datum_in_nederland(akte.op);
        let (titel, dag, tekst) = describe(&akte.handeling);
        let dag = dag.unwrap_or(vastgelegd);
        Self {
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
}

fn describe(handeling: &Aanvraaghandeling) -> (&'static str, Option<Datum>, String) {
    use Aanvraaghandeling as H;
    match handeling {
        H::Ontvangen {
            ontvangen_op,
            gemeld_op,
            kanaal,
        } => (
            "Ontvangen",
            Some(*ontvangen_op),
            format!("{}. Gemeld op {}.", kanaal.naam(), datum_lang(*gemeld_op)),
        ),
        H::HerstelGevraagd {
            gevraagd_op,
            uiterlijk,
            wat,
        } => (
            "Om aanvulling gevraagd",
            Some(*gevraagd_op),
            format!("Kan tot en met {}. Nodig: {wat}", datum_lang(*uiterlijk)),
        ),
        H::Aangevuld {
            aangevuld_op,
            volledig,
        } => (
            "Aangevuld",
            Some(*aangevuld_op),
            if *volledig {
                "De aanvraag is nu compleet.".to_owned()
            } else {
                "De aanvraag is nog niet compleet.".to_owned()
            },
        ),
        H::Opgeschort {
            vanaf,
            grond,
            toelichting,
        } => (
            "Termijn stilgezet",
            Some(*vanaf),
            format!("{}. {toelichting}", grond.naam()),
        ),
        H::Hervat { hervat_op } => ("Termijn loopt weer", Some(*hervat_op), String::new()),
        H::Verdaagd {
            meegedeeld_op,
            uiterlijk,
            reden,
        } => (
            "Besluit verdaagd",
            Some(*meegedeeld_op),
            format!("Nieuwe laatste dag: {}. {reden}", datum_lang(*uiterlijk)),
        ),
        H::Voorgesteld(voorstel) => (
            "Besluit voorgesteld",
            None,
            format!("{}. {}", voorstel.besluit.naam(), voorstel.motivering),
        ),
        H::Teruggegeven { reden } => ("Voorstel teruggegeven", None, reden.clone()),
        H::Besloten(besluit) => (
            "Besloten",
            Some(besluit.besloten_op),
            format!(
                "Namens {}, als {}{}.",
                besluit.namens.naam(),
                besluit.rol.naam(),
                if besluit.vier_ogen {
                    ", door een tweede persoon"
                } else {
                    ""
                }
            ),
        ),
        H::Bekendgemaakt {
            bekendgemaakt_op,
            wijze,
        } => (
            "Bekendgemaakt",
            Some(*bekendgemaakt_op),
            format!("{}.", wijze.naam()),
        ),
        H::BezwaarOntvangen {
            ontvangen_op,
            verzonden_op,
        } => (
            "Bezwaar ontvangen",
            Some(*ontvangen_op),
            verzonden_op
                .map(|dag| format!("Verstuurd op {}.", datum_lang(dag)))
                .unwrap_or_default(),
        ),
        H::Ingetrokken {
            ingetrokken_op,
            reden,
        } => ("Ingetrokken", Some(*ingetrokken_op), reden.clone()),
    }
}

/// How an application stands, in a word with a tone.
pub(super) fn status(aanvraag: &Aanvraag) -> Status {
    let toon = match aanvraag.stand() {
        Aanvraagstand::Bekendgemaakt | Aanvraagstand::Geadviseerd => Toon::Goed,
        Aanvraagstand::Ingetrokken => Toon::Fout,
        _ => Toon::Aandacht,
    };
    Status::new(toon, aanvraag.stand().naam())
}

/// How much time is left, in a word with a tone.
pub(super) fn term_status(termijn: &Beslistermijn) -> Status {
    let dagen = termijn.dagen_over;
    let woord = match dagen {
        0 => "vandaag".to_owned(),
        1 => "nog 1 dag".to_owned(),
        -1 => "1 dag te laat".to_owned(),
        ..-1 => format!("{} dagen te laat", -dagen),
        _ => format!("nog {dagen} dagen"),
    };
    let toon = match dagen {
        ..=-1 => Toon::Fout,
        0..=14 => Toon::Aandacht,
        _ => Toon::Goed,
    };
    if termijn.staat_stil {
        Status::new(Toon::Aandacht, format!("staat stil, {woord}"))
    } else {
        Status::new(toon, woord)
    }
}

/// What may be done, by the last part of its address and in words; the first is the one that is expected.
pub(super) fn list_mogelijk(
    aanvraag: &Aanvraag,
    vandaag: Datum,
) -> Vec<(&'static str, &'static str)> {
    const HERSTEL: (&str, &str) = ("handelingen/herstel-gevraagd", "Om aanvulling vragen");
    const VOORSTEL: (&str, &str) = ("voorstel", "Een besluit voorstellen");
    const INTREKKEN: (&str, &str) = (
        "handelingen/ingetrokken",
        "De aanvrager trekt de aanvraag in",
    );
    let mut mogelijk = match aanvraag.stand() {
        Aanvraagstand::InBehandeling => vec![
            VOORSTEL,
            HERSTEL,
            ("handelingen/opgeschort", "De termijn stilzetten"),
        ],
        Aanvraagstand::Herstel { uiterlijk } => {
            let mut mogelijk = vec![("handelingen/aangevuld", "De aanvulling vastleggen")];
            if vandaag > uiterlijk {
                mogelijk.push(VOORSTEL);
            }
            mogelijk
        }
        Aanvraagstand::Opgeschort => vec![("handelingen/hervat", "De termijn weer laten lopen")],
        Aanvraagstand::Voorgesteld => vec![
            ("besluit", "Beslissen"),
            ("handelingen/teruggegeven", "Het voorstel teruggeven"),
        ],
        Aanvraagstand::Besloten => vec![(
            "handelingen/bekendgemaakt",
            "De brief versturen en dat vastleggen",
        )],
        Aanvraagstand::Bekendgemaakt => {
            vec![("handelingen/bezwaar-ontvangen", "Een bezwaar vastleggen")]
        }
        Aanvraagstand::Geadviseerd | Aanvraagstand::Ingetrokken => Vec::new(),
    };
    if aanvraag.stand().is_open() {
        let is_verdaagd =
            |akte: &Aanvraagakte| matches!(akte.handeling, Aanvraaghandeling::Verdaagd { .. });
        if !aanvraag.akten().iter().any(is_verdaagd) {
            mogelijk.push(("handelingen/verdaagd", "Het besluit verdagen"));
        }
        mogelijk.push(INTREKKEN);
    }
    mogelijk
}
