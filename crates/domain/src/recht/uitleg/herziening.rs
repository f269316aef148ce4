//! A proposal in sentences.

use primitives::{Geld, GeldNl, maand_lang};

use super::Stap;
use crate::recht::herziening::{
    Besluitsoort, GeenReden, Maandherziening, Maandpaar, Oorzaak, Voorstel,
};

/// What changes in a month and what can be done, each with its article.
pub fn render_herziening(maand: &Maandherziening) -> Vec<Stap> {
    let mut stappen = vec![render_verschil(&maand.paar)];
    if let Voorstel::Onbepaald(reden) = maand.voorstel {
        stappen.push(Stap::text("voorstel", TERUGVORDERING, reden.to_string()));
        return stappen;
    }
    stappen.extend(
        maand
            .besluit
            .and_then(|besluit| render_besluit(besluit, maand)),
    );
    stappen.extend(render_voorstel(&maand.voorstel));
    stappen.extend(render_afzien(maand));
    if !maand.reservering.is_nul() {
        let (hoeveel, richting) = if maand.reservering < Geld::NUL {
            (Geld::NUL - maand.reservering, "lager")
        } else {
            (maand.reservering, "hoger")
        };
        let tekst = format!(
            "De vakantietoeslag die apart staat, wordt {} {richting}.",
            GeldNl(hoeveel)
        );
        let bedrag = maand.reservering;
        stappen.push(Stap::amount(
            "reservering",
            "Participatiewet art. 19 lid 3",
            bedrag,
            tekst,
        ));
    }
    stappen
}

const TERUGVORDERING: &str = "Participatiewet art. 58";
const HERZIENING: &str = "Participatiewet art. 54 lid 3";

fn render_verschil(paar: &Maandpaar) -> Stap {
    let grondslag = "Participatiewet art. 19 lid 2";
    let naam = maand_lang(paar.maand);
    let Some((oud, nieuw)) = paar.oud.zip(paar.nieuw) else {
        let tekst = format!("Over {naam} zijn de twee bedragen niet te vergelijken.");
        return Stap::text("verschil", grondslag, tekst);
    };
    let verschil = nieuw.bedrag - oud.bedrag;
    let tekst = if verschil.is_nul() {
        format!(
            "Over {naam} was {} bijstand verleend. Dat blijft zo.",
            GeldNl(oud.bedrag)
        )
    } else {
        format!(
            "Over {naam} was {} bijstand verleend. Met wat nu bekend is, is het {}.",
            GeldNl(oud.bedrag),
            GeldNl(nieuw.bedrag)
        )
    };
    Stap::amount("verschil", grondslag, verschil, tekst)
}

/// Art. 54 lid 3 is about what was too high; what was too low needs no power.
fn render_besluit(besluit: Besluitsoort, maand: &Maandherziening) -> Option<Stap> {
    let oorzaak = match maand.voorstel {
        Voorstel::Nabetaling(_) => return None,
        Voorstel::Terugvordering(_, oorzaak) => Some(oorzaak),
        _ => None,
    };
    let tekst = match (besluit, oorzaak.is_some_and(Oorzaak::is_verplicht)) {
        (Besluitsoort::Herziening, true) => {
            "Het college herziet het besluit over deze maand. Dat moet van de wet."
        }
        (Besluitsoort::Intrekking, true) => {
            "Het college trekt het besluit over deze maand in. Dat moet van de wet."
        }
        (Besluitsoort::Herziening, false) => {
            "Het college kan het besluit over deze maand herzien. Dat is een afweging."
        }
        (Besluitsoort::Intrekking, false) => {
            "Het college kan het besluit over deze maand intrekken. Dat is een afweging."
        }
    };
    Some(Stap::text("besluit", HERZIENING, tekst.to_owned()))
}

fn render_voorstel(voorstel: &Voorstel) -> Option<Stap> {
    let (grondslag, bedrag, tekst) = match voorstel {
        Voorstel::Geen(GeenReden::Gelijk | GeenReden::AlleenReservering)
        | Voorstel::Onbepaald(_) => return None,
        Voorstel::Geen(GeenReden::DringendeRedenen) => (
            "Participatiewet art. 58 lid 8",
            None,
            "Het college ziet dringende redenen om niet terug te vorderen.".to_owned(),
        ),
        Voorstel::Geen(GeenReden::NietBegrijpelijk) => (
            Oorzaak::Betaling.grondslag(),
            None,
            "De inwoner kon niet begrijpen dat het te veel was. Daarom vordert het college niets terug.".to_owned(),
        ),
        Voorstel::Geen(GeenReden::TeLangGeleden) => (
            "Participatiewet art. 58 lid 6",
            None,
            "Het is langer dan twee jaar geleden betaald. Daarom vordert het college niets terug.".to_owned(),
        ),
        Voorstel::Nabetaling(bedrag) => (
            "Participatiewet art. 19 lid 2",
            Some(*bedrag),
            format!("De inwoner krijgt {} nabetaald.", GeldNl(*bedrag)),
        ),
        Voorstel::Verrekening(bedrag) => (
            "Participatiewet art. 58 lid 4",
            Some(*bedrag),
            format!(
                "Het geld is in de zes maanden voor het besluit ontvangen. Het college kan {} verrekenen met de bijstand.",
                GeldNl(*bedrag)
            ),
        ),
        Voorstel::Terugvordering(bedrag, oorzaak) => (
            oorzaak.grondslag(),
            Some(*bedrag),
            explain_oorzaak(*oorzaak, GeldNl(*bedrag)),
        ),
    };
    Some(match bedrag {
        Some(bedrag) => Stap::amount("voorstel", grondslag, bedrag, tekst),
        None => Stap::text("voorstel", grondslag, tekst),
    })
}

/// What is left of a month of which the rest is asked back.
fn render_afzien(maand: &Maandherziening) -> Option<Stap> {
    let is_deel = matches!(
        maand.voorstel,
        Voorstel::Verrekening(_) | Voorstel::Terugvordering(..)
    );
    (is_deel && !maand.afgezien.is_nul()).then(|| {
        let tekst = format!(
            "Het college ziet dringende redenen om {} niet terug te vorderen.",
            GeldNl(maand.afgezien)
        );
        Stap::amount(
            "afzien",
            "Participatiewet art. 58 lid 8",
            maand.afgezien,
            tekst,
        )
    })
}

fn explain_oorzaak(oorzaak: Oorzaak, bedrag: GeldNl) -> String {
    match oorzaak {
        Oorzaak::Inlichtingenplicht => format!(
            "De inwoner gaf niet alle informatie door. Het college vordert {bedrag} terug. Dat moet van de wet."
        ),
        Oorzaak::Middelen => format!(
            "Er is achteraf geld gekomen over deze maand. Het college kan {bedrag} terugvorderen."
        ),
        Oorzaak::Verlening => format!(
            "De bijstand was te hoog verleend. Het college kan {bedrag} terugvorderen. Dat is een afweging."
        ),
        Oorzaak::Voorschot => format!(
            "Er was een voorschot, en er is geen recht op bijstand. Het college kan {bedrag} terugvorderen."
        ),
        Oorzaak::Betaling => format!(
            "Er is te veel betaald en de inwoner kon dat begrijpen. Het college kan {bedrag} terugvorderen."
        ),
    }
}
