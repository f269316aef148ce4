//! A proposal in words: what, from when, how much, why, what was weighed.

use application::aanvraag::Aanvraagbeeld;
use domain::aanvraag::Namens;
use primitives::{datum_lang, geld_nl};

/// A proposal as the pages show it.
pub(super) struct Voorstelblok {
    /// Whether the college decides itself and this is advice.
    pub(super) is_advies: bool,
    pub(super) besluit: &'static str,
    pub(super) door: String,
    pub(super) ingang: Option<String>,
    pub(super) bedrag: Option<String>,
    pub(super) motivering: String,
    pub(super) namens: &'static str,
    pub(super) afwegingen: Vec<String>,
    pub(super) ontheffing: Option<String>,
    pub(super) met_plan: bool,
    pub(super) verrekening: Option<String>,
    pub(super) stappen: Vec<String>,
}

impl Voorstelblok {
    /// The proposal that waits, or on which was decided.
    pub(super) fn of(beeld: &Aanvraagbeeld) -> Option<Self> {
        let voorstel = beeld.aanvraag.find_voorstel()?;
        let door = beeld.aanvraag.voorsteller()?.naam.clone();
        let afweging = |een: &domain::aanvraag::Afweging| {
            format!(
                "{} ({}): {} Waarom: {} Afgewogen door {door}.",
                een.punt.naam(),
                een.punt.artikel(),
                een.keuze,
                een.reden
            )
        };
        Some(Self {
            is_advies: beeld.namens == Namens::AdviesAanCollege,
            besluit: voorstel.besluit.naam(),
            ingang: voorstel.ingang.map(datum_lang),
            bedrag: voorstel.bedrag.map(geld_nl),
            motivering: voorstel.motivering.clone(),
            namens: beeld.namens.naam(),
            afwegingen: voorstel.afwegingen.iter().map(afweging).collect(),
            ontheffing: voorstel.ontheffing.map(|een| {
                let tot = datum_lang(een.tot_en_met);
                format!("tot en met {tot} ({})", een.artikel())
            }),
            met_plan: voorstel.met_plan,
            verrekening: beeld
                .aanvraag
                .voorschotsom()
                .filter(|_| voorstel.besluit.is_toekenning())
                .map(|som| {
                    format!(
                        "{} wordt verrekend (Participatiewet art. 52 lid 4)",
                        geld_nl(som)
                    )
                }),
            stappen: voorstel
                .stappen
                .iter()
                .map(|stap| format!("{} ({})", stap.tekst, stap.grondslag))
                .collect(),
            door,
        })
    }
}
