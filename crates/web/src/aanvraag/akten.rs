//! The acts of an application in words, and what may be done now.

use domain::aanvraag::{Aanvraag, Aanvraagakte, Aanvraaghandeling, Aanvraagstand};
use domain::recht::Regeling;
use primitives::{Datum, datum_in_nederland, datum_lang};

use super::omschrijving::describe;
use crate::onderdelen::{Akteregel, Status, Toon};

/// An act as a line.
pub(super) fn line(akte: &Aanvraagakte) -> Akteregel {
    let vastgelegd = datum_in_nederland(akte.op);
    let (titel, dag, tekst) = describe(&akte.handeling);
    let dag = dag.unwrap_or(vastgelegd);
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

/// How an application stands, in a word with a tone.
pub(super) fn status(aanvraag: &Aanvraag) -> Status {
    let toon = match aanvraag.stand() {
        Aanvraagstand::Bekendgemaakt | Aanvraagstand::DoorCollegeBesloten => Toon::Goed,
        Aanvraagstand::Ingetrokken => Toon::Fout,
        _ => Toon::Aandacht,
    };
    Status::new(toon, aanvraag.stand().naam())
}

/// How much time is left until a last day, in a word with a tone.
pub(crate) fn term_status(vandaag: Datum, uiterlijk: Datum, staat_stil: bool) -> Status {
    let dagen = vandaag
        .until(uiterlijk)
        .map_or(0, |verschil| verschil.get_days());
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
    if staat_stil {
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
    const VOORSCHOT: (&str, &str) = ("voorschot", "Een voorschot verlenen");
    const GEEN_VOORSCHOT: (&str, &str) = (
        "handelingen/voorschot-geweigerd",
        "Vastleggen dat er geen voorschot komt",
    );
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
            vec![("bezwaar", "Een bezwaar vastleggen")]
        }
        Aanvraagstand::Geadviseerd => vec![(
            "handelingen/besloten-door-college",
            "Het besluit van het college vastleggen",
        )],
        Aanvraagstand::DoorCollegeBesloten | Aanvraagstand::Ingetrokken => Vec::new(),
    };
    if aanvraag.voorschot_uiterlijk().is_some() {
        mogelijk.extend([VOORSCHOT, GEEN_VOORSCHOT]);
    } else if aanvraag.stand().is_open() && aanvraag.kop().regeling == Regeling::AlgemeneBijstand {
        mogelijk.push(VOORSCHOT);
    }
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
