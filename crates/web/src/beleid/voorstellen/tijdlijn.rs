//! The life of a proposal, act by act.

use domain::beleid::{
    Behandeling, Inbreng, Voorstel, Voorstelakte, Voorstelhandeling, Voorstelstand,
};
use primitives::{datum_lang, moment_nl};

use crate::onderdelen::Link;

/// One act for the reader.
pub(super) struct Gebeurtenis {
    pub(super) machine: String,
    pub(super) wanneer: String,
    pub(super) titel: String,
    pub(super) tekst: Option<String>,
    pub(super) door: String,
}

/// Advice or a view with its answer.
pub(super) struct Inbrengblok {
    pub(super) titel: String,
    pub(super) strekking: &'static str,
    pub(super) tekst: String,
    pub(super) reactie: Option<(String, String)>,
    pub(super) reageren: Option<Link>,
}

/// Every act, the first one first.
pub(super) fn list_gebeurtenissen(voorstel: &Voorstel) -> Vec<Gebeurtenis> {
    let gebeurtenis = |akte: &Voorstelakte| {
        let (titel, tekst) = render_handeling(&akte.handeling);
        Gebeurtenis {
            machine: akte.op.to_string(),
            wanneer: moment_nl(akte.op),
            titel,
            tekst,
            door: akte.door.naam.clone(),
        }
    };
    voorstel.akten().iter().map(gebeurtenis).collect()
}

/// Every piece of advice with its answer; a link to answer where `pad` says where.
pub(super) fn list_inbreng(voorstel: &Voorstel, pad: Option<&str>) -> Vec<Inbrengblok> {
    let blok = |(nummer, akte): (u32, &Voorstelakte)| {
        let Voorstelhandeling::Inbreng(inbreng) = &akte.handeling else {
            return None;
        };
        let reactie = voorstel.find_reactie(nummer);
        let open = pad.filter(|_| voorstel.check_reactie(nummer).is_ok());
        Some(Inbrengblok {
            titel: inbrengtitel(inbreng),
            strekking: inbreng.strekking.naam(),
            tekst: inbreng.tekst.clone(),
            reactie: reactie.map(|reactie| (datum_lang(reactie.datum), reactie.tekst.clone())),
            reageren: open.map(|pad| {
                let pad = format!("{pad}/advies/{nummer}/reactie");
                Link::new("Reactie van het college vastleggen", pad)
            }),
        })
    };
    (1..).zip(voorstel.akten()).filter_map(blok).collect()
}

/// `Advies van de SDR Nijkerk, 30 oktober 2018`.
pub(super) fn inbrengtitel(inbreng: &Inbreng) -> String {
    let soort = match inbreng.soort {
        domain::beleid::Inbrengsoort::Advies => "Advies",
        domain::beleid::Inbrengsoort::Zienswijze => "Zienswijze",
    };
    format!("{soort} van {}, {}", inbreng.van, datum_lang(inbreng.datum))
}

fn render_handeling(handeling: &Voorstelhandeling) -> (String, Option<String>) {
    match handeling {
        Voorstelhandeling::Opgesteld(_) => ("Opgesteld".to_owned(), None),
        Voorstelhandeling::Gewijzigd(_) => ("Tekst gewijzigd".to_owned(), None),
        Voorstelhandeling::Inbreng(inbreng) => {
            let strekking = inbreng.strekking.naam().to_owned();
            (inbrengtitel(inbreng), Some(strekking))
        }
        Voorstelhandeling::Reactie(reactie) => {
            let titel = format!("Reactie van het college, {}", datum_lang(reactie.datum));
            (titel, None)
        }
        Voorstelhandeling::Ingediend => ("Bevestigd en ingediend".to_owned(), None),
        Voorstelhandeling::Behandeld(behandeling) => render_behandeling(behandeling),
        Voorstelhandeling::Ingetrokken { reden } => ("Ingetrokken".to_owned(), Some(reden.clone())),
    }
}

fn render_behandeling(behandeling: &Behandeling) -> (String, Option<String>) {
    let uitkomst = &behandeling.uitkomst;
    let vergadering = datum_lang(behandeling.vergaderdatum);
    let titel = format!("Behandeld in de vergadering van {vergadering}: {uitkomst}");
    let delen = [
        uitkomst.beslissing.amendement(),
        uitkomst.opmerkingen.as_deref(),
    ];
    let delen: Vec<_> = delen.into_iter().flatten().collect();
    (titel, (!delen.is_empty()).then(|| delen.join("\n")))
}

/// What must happen next, for everybody who reads the page.
pub(super) const fn vervolg(stand: Voorstelstand) -> Option<&'static str> {
    match stand {
        Voorstelstand::Concept => {
            Some("Dit is een concept. Een tweede persoon leest het na en dient het in.")
        }
        Voorstelstand::Teruggegeven { .. } => Some(
            "De raad stelde dit voorstel in handen van burgemeester en wethouders. Wijzig de tekst; daarna kan het opnieuw worden ingediend.",
        ),
        Voorstelstand::Ingediend => Some("Dit voorstel wacht op de vergadering."),
        Voorstelstand::Aangehouden { .. } => {
            Some("De vergadering hield dit voorstel aan. Het komt terug in een latere vergadering.")
        }
        Voorstelstand::Aangenomen { .. } => Some(
            "Dit voorstel is aangenomen. Hieronder staat wat het voorstel zei. Wat is besloten, met een amendement als dat er was, staat in het besluit.",
        ),
        Voorstelstand::Verworpen { .. } | Voorstelstand::Ingetrokken => None,
    }
}
