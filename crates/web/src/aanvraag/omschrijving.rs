//! An act in words: a heading, the day where it has one, and what it says.

use domain::aanvraag::{Aanvraaghandeling, Besluit, Bezwaarbesluit, Namens, Voorschot};
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

/// What stands beside the usual course: an advance, the college's own decision, an objection.
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
        bezwaar => describe_bezwaar(bezwaar),
    }
}

/// What happens to an objection; anything else has been said already.
fn describe_bezwaar(handeling: &Aanvraaghandeling) -> (&'static str, Option<Datum>, String) {
    use Aanvraaghandeling as H;
    match handeling {
        H::BezwaarOntvangen {
            ontvangen_op,
            verzonden_op,
            met_commissie,
            reden_te_laat,
        } => {
            let mut zinnen = Vec::new();
            zinnen.extend(verzonden_op.map(|dag| format!("Verstuurd op {}.", datum_lang(dag))));
            if *met_commissie {
                zinnen.push("Een bezwaarcommissie adviseert.".to_owned());
            }
            zinnen.extend(
                reden_te_laat
                    .as_ref()
                    .map(|reden| format!("Waarom te laat: {reden}")),
            );
            ("Bezwaar ontvangen", Some(*ontvangen_op), zinnen.join(" "))
        }
        H::BezwaarHerstelGevraagd {
            gevraagd_op,
            uiterlijk,
            wat,
        } => (
            "Gevraagd wat in het bezwaar ontbreekt",
            Some(*gevraagd_op),
            format!("Kan tot en met {}. Nodig: {wat}", datum_lang(*uiterlijk)),
        ),
        H::BezwaarAangevuld { aangevuld_op } => {
            ("Bezwaar aangevuld", Some(*aangevuld_op), String::new())
        }
        H::BezwaarVerdaagd {
            meegedeeld_op,
            uiterlijk,
            reden,
        } => (
            "Besluit op bezwaar verdaagd",
            Some(*meegedeeld_op),
            format!("Nieuwe laatste dag: {}. {reden}", datum_lang(*uiterlijk)),
        ),
        H::BezwaarBesloten(besluit) => (
            "Besloten op bezwaar",
            Some(besluit.besloten_op),
            objection(besluit),
        ),
        H::BezwaarBekendgemaakt {
            bekendgemaakt_op,
            wijze,
        } => (
            "Besluit op bezwaar bekendgemaakt",
            Some(*bekendgemaakt_op),
            format!("{}.", wijze.naam()),
        ),
        H::BezwaarIngetrokken {
            ingetrokken_op,
            reden,
        } => ("Bezwaar ingetrokken", Some(*ingetrokken_op), reden.clone()),
        anders => (anders.code(), None, String::new()),
    }
}

fn objection(besluit: &Bezwaarbesluit) -> String {
    format!(
        "{}. Namens {}, als {}. {}",
        besluit.uitkomst.naam(),
        besluit.namens.naam(),
        besluit.rol.naam(),
        besluit.motivering
    )
}
