//! An act in words: a heading, the day where it has one, and what it says.

use domain::aanvraag::{Aanvraaghandeling, Besluit, Namens, Voorschot};
use primitives::{Datum, datum_lang, geld_nl};

pub(super) fn describe(handeling: &Aanvraaghandeling) -> (&'static str, Option<Datum>, String) {
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
        H::Besloten(besluit) => {
            let titel = match besluit.namens {
                Namens::AdviesAanCollege => "Geadviseerd",
                Namens::DagelijksBestuur | Namens::College => "Besloten",
            };
            (titel, Some(besluit.besloten_op), decision(besluit))
        }
        H::Bekendgemaakt {
            bekendgemaakt_op,
            wijze,
        } => (
            "Bekendgemaakt",
            Some(*bekendgemaakt_op),
            format!("{}.", wijze.naam()),
        ),
        H::Ingetrokken {
            ingetrokken_op,
            reden,
        } => ("Ingetrokken", Some(*ingetrokken_op), reden.clone()),
        later => describe_later(later),
    }
}

/// `€ 1.331,43: 95% van € 1.401,50 bijstand per maand (Participatiewet art. 52 lid 2).`
pub(super) fn advance(voorschot: &Voorschot) -> String {
    let bron = voorschot
        .besluit
        .clone()
        .unwrap_or_else(|| "Participatiewet art. 52 lid 2".to_owned());
    format!(
        "{}: {}% van {} bijstand per maand ({bron}). Een lening zonder rente.",
        geld_nl(voorschot.bedrag),
        voorschot
            .percentage
            .decimal()
            .normalize()
            .to_string()
            .replace('.', ","),
        geld_nl(voorschot.bijstand)
    )
}

/// On whose behalf, by which role, with how many.
fn decision(besluit: &Besluit) -> String {
    let namens = match besluit.namens {
        Namens::AdviesAanCollege => "Advies aan burgemeester en wethouders".to_owned(),
        orgaan => format!("Namens {}", orgaan.naam()),
    };
    let tweede = if besluit.vier_ogen {
        ", door een tweede persoon"
    } else {
        ""
    };
    format!("{namens}, als {}{tweede}.", besluit.rol.naam())
}

/// What stands beside the usual course: an advance, the college's own decision; anything else has been said already.
fn describe_later(handeling: &Aanvraaghandeling) -> (&'static str, Option<Datum>, String) {
    use Aanvraaghandeling as H;
    match handeling {
        H::VoorschotVerleend(voorschot) => (
            "Voorschot verleend",
            Some(voorschot.verleend_op),
            advance(voorschot),
        ),
        H::VoorschotGeweigerd {
            geweigerd_op,
            grond,
            reden,
        } => (
            "Geen voorschot",
            Some(*geweigerd_op),
            format!("{}. {reden}", grond.naam()),
        ),
        H::BeslotenDoorCollege {
            besloten_op,
            volgt_advies,
            toelichting,
        } => (
            "Besloten door burgemeester en wethouders",
            Some(*besloten_op),
            if *volgt_advies {
                format!("Zoals geadviseerd. {toelichting}")
            } else {
                format!("Anders dan geadviseerd. {toelichting}")
            },
        ),
        anders => (anders.code(), None, String::new()),
    }
}
