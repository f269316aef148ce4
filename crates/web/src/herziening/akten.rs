//! The acts of a review in words, and what may be done now.

use domain::herziening::{
    Herzieningsakte, Herzieningshandeling, Herzieningsstand, Herzieningszaak, Oordeel,
};
use primitives::{datum_in_nederland, datum_lang, maand_lang};

use super::oorzaakvelden::describe as describe_oorzaak;
use crate::onderdelen::{Akteregel, Status, Toon};

/// An act as a line.
pub(super) fn line(akte: &Herzieningsakte) -> Akteregel {
    let dag = datum_in_nederland(akte.op);
    let (titel, tekst) = describe(&akte.handeling);
    Akteregel {
        titel: titel.to_owned(),
        dag: datum_lang(dag),
        machine: dag.to_string(),
        tekst,
        door: akte.door.naam.clone(),
    }
}

fn describe(handeling: &Herzieningshandeling) -> (&'static str, String) {
    use Herzieningshandeling as H;
    match handeling {
        H::Begonnen {
            van,
            tot_en_met,
            aanleiding,
        } => (
            "Begonnen",
            format!(
                "Over {} tot en met {}. {aanleiding}",
                maand_lang(*van),
                maand_lang(*tot_en_met)
            ),
        ),
        H::FeitVastgelegd { feit } => ("Feit vastgelegd", feit.zin()),
        H::FeitVervallen { .. } => ("Feit vervallen", "Een feit telt niet meer mee.".to_owned()),
        H::Beoordeeld { oordeel } => ("Beoordeeld", describe_oordeel(oordeel)),
        H::Voorgesteld(voorstel) => ("Besluit voorgesteld", voorstel.motivering.clone()),
        H::Teruggegeven { reden } => ("Voorstel teruggegeven", reden.clone()),
        H::Besloten(besluit) => (
            "Besloten",
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
            format!("{}, op {}.", wijze.naam(), datum_lang(*bekendgemaakt_op)),
        ),
        H::Gestaakt { reden } => ("Gestaakt", reden.clone()),
    }
}

/// Every cause with its months and its reasons, and whether taxes are claimed too.
fn describe_oordeel(oordeel: &Oordeel) -> String {
    if oordeel.oorzaken.is_empty() {
        return "De bijstand was niet te hoog.".to_owned();
    }
    let mut zinnen = Vec::new();
    for oorzaak in &oordeel.oorzaken {
        let wat = describe_oorzaak(oorzaak.oorzaak);
        zinnen.push(match oorzaak.maanden() {
            Some(maanden) => format!("Over {maanden}: {wat}."),
            None => format!("{wat}."),
        });
        if let Some(dringend) = &oorzaak.dringende_redenen {
            zinnen.push(format!("{} {}", dringend.keuze(), dringend.waarom));
        }
    }
    if let Some(bruto) = &oordeel.bruto {
        zinnen.push(format!("Bruto terugvorderen. {}", bruto.waarom));
    }
    zinnen.join("\n")
}

/// How a review stands, in a word with a tone.
pub(super) fn status(zaak: &Herzieningszaak) -> Status {
    let toon = match zaak.stand() {
        Herzieningsstand::Bekendgemaakt | Herzieningsstand::Geadviseerd => Toon::Goed,
        Herzieningsstand::Gestaakt => Toon::Neutraal,
        _ => Toon::Aandacht,
    };
    Status::new(toon, zaak.stand().naam())
}

/// What may be done, by the last part of its address and in words; the first is the one that is expected.
pub(super) fn list_mogelijk(zaak: &Herzieningszaak) -> Vec<(&'static str, &'static str)> {
    const FEIT: (&str, &str) = ("feiten", "Een feit vastleggen");
    const OORDEEL: (&str, &str) = ("oordeel", "Vastleggen waarom het te hoog of te laag was");
    const MAANDEN: (&str, &str) = (
        "oordeel/maanden",
        "Een andere oorzaak voor sommige maanden vastleggen",
    );
    const BRUTO: (&str, &str) = ("bruto", "Kiezen of u netto of bruto terugvordert");
    const VOORSTEL: (&str, &str) = ("voorstel", "Een besluit voorstellen");
    const STAKEN: (&str, &str) = ("handelingen/gestaakt", "Stoppen met deze herziening");
    match zaak.stand() {
        Herzieningsstand::InBewerking => {
            let heeft_feiten = !zaak.list_feiten().is_empty();
            let is_beoordeeld = zaak.find_oordeel().is_some();
            match (heeft_feiten, is_beoordeeld) {
                (false, _) => vec![FEIT, OORDEEL, STAKEN],
                (true, false) => vec![OORDEEL, FEIT, STAKEN],
                (true, true) => vec![VOORSTEL, FEIT, OORDEEL, MAANDEN, BRUTO, STAKEN],
            }
        }
        Herzieningsstand::Voorgesteld => vec![
            ("besluit", "Beslissen"),
            ("handelingen/teruggegeven", "Het voorstel teruggeven"),
            STAKEN,
        ],
        Herzieningsstand::Besloten => vec![(
            "handelingen/bekendgemaakt",
            "De brief versturen en dat vastleggen",
        )],
        Herzieningsstand::Bekendgemaakt => vec![("bezwaar", "Een bezwaar vastleggen")],
        Herzieningsstand::InBezwaar
        | Herzieningsstand::Geadviseerd
        | Herzieningsstand::Gestaakt => Vec::new(),
    }
}
