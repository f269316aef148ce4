//! The letter of a decision: what the resident reads, in Dutch of level B1.

use primitives::{Datum, Geld, datum_lang, geld_nl};
use serde::{Deserialize, Serialize};

use super::{Aanvraag, Besluitsoort, Besluitvoorstel, Namens, Termijndag};
use crate::recht::Regeling;

/// What the letter needs besides the application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Briefgegevens {
    /// The name of the resident; none where it is not known.
    pub naam: Option<String>,
    /// The municipality.
    pub gemeente: String,
    /// The organisation that executes.
    pub organisatie: String,
    /// Who decided.
    pub beslisser: String,
}

/// A letter, kept as it was decided. The day and the term of objection come with the making known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Brief {
    /// The number by which people ask about it.
    pub kenmerk: String,
    /// The municipality.
    pub gemeente: String,
    /// The organisation that executes.
    pub organisatie: String,
    /// To whom.
    pub aan: String,
    /// The heading.
    pub titel: String,
    /// The day of the letter; none for a draft.
    pub datum: Option<String>,
    /// The text.
    pub blokken: Vec<Briefblok>,
    /// Who signs, line by line. Awb art. 10:10.
    pub ondertekening: Vec<String>,
}

/// A heading with what stands under it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Briefblok {
    /// The heading.
    pub kop: String,
    /// Paragraphs.
    pub alineas: Vec<String>,
    /// A list under them.
    pub punten: Vec<String>,
}

impl Brief {
    /// The letter of an application on which was decided, or is proposed to decide; none without a proposal.
    pub fn try_new(aanvraag: &Aanvraag, namens: Namens, gegevens: &Briefgegevens) -> Option<Self> {
        let voorstel = aanvraag.find_voorstel()?;
        let kop = aanvraag.kop();
        let mut blokken = vec![
            decision(aanvraag, voorstel),
            Briefblok::new("Waarom dit besluit?", vec![voorstel.motivering.clone()]),
        ];
        blokken.extend(calculation(voorstel));
        blokken.extend(weighed(voorstel));
        blokken.push(rules(kop.regeling, voorstel));
        blokken.extend(duties(voorstel));
        Some(Self {
            kenmerk: kop.id.to_string(),
            gemeente: gegevens.gemeente.clone(),
            organisatie: gegevens.organisatie.clone(),
            aan: gegevens
                .naam
                .clone()
                .unwrap_or_else(|| "Naam onbekend".to_owned()),
            titel: title(kop.regeling, voorstel.besluit),
            datum: None,
            blokken,
            ondertekening: signature(namens, gegevens),
        })
    }

    /// The letter as it is sent on a day, with how to object. Awb arts 3:45 and 6:7.
    #[must_use]
    pub fn with_bekendmaking(mut self, op: Datum, bezwaar: Termijndag) -> Self {
        let orgaan = self.ondertekening.first().cloned().unwrap_or_default();
        self.datum = Some(datum_lang(op));
        self.blokken.push(Briefblok {
            kop: "Bent u het niet eens met dit besluit?".to_owned(),
            alineas: vec![
                "Bel of mail ons gerust eerst. Misschien komen wij er samen uit.".to_owned(),
                format!(
                    "U kunt ook bezwaar maken. Dat kan tot en met {}. Wij moeten uw bezwaar dan hebben, of u moet het dan op de post hebben gedaan. De termijn van zes weken begint op de dag na de datum van deze brief.",
                    datum_lang(bezwaar.dag)
                ),
                format!("Stuur uw bezwaar naar: {orgaan}. Zet in uw bezwaar:"),
            ],
            punten: vec![
                "uw naam en adres;".to_owned(),
                "de datum;".to_owned(),
                format!("het kenmerk van deze brief: {};", self.kenmerk),
                "waarom u het niet eens bent met het besluit;".to_owned(),
                "uw handtekening.".to_owned(),
            ],
        });
        self
    }
}

impl Briefblok {
    /// Paragraphs under a heading.
    pub(crate) fn new(kop: &str, alineas: Vec<String>) -> Self {
        Self {
            kop: kop.to_owned(),
            alineas,
            punten: Vec::new(),
        }
    }
}

fn title(regeling: Regeling, besluit: Besluitsoort) -> String {
    let wat = regeling.omschrijving().to_lowercase();
    match besluit {
        Besluitsoort::Toekenning => format!("U krijgt {wat}"),
        Besluitsoort::Gedeeltelijk => format!("U krijgt voor een deel {wat}"),
        Besluitsoort::Afwijzing => format!("U krijgt geen {}", wat.trim_start_matches("een ")),
        Besluitsoort::BuitenBehandeling => {
            format!("Wij behandelen uw aanvraag voor {wat} niet")
        }
        Besluitsoort::Herziening | Besluitsoort::Intrekking | Besluitsoort::Terugvordering => {
            format!("Een nieuw besluit over {wat}")
        }
    }
}

fn decision(aanvraag: &Aanvraag, voorstel: &Besluitvoorstel) -> Briefblok {
    let wat = aanvraag.kop().regeling.omschrijving().to_lowercase();
    let vraag = format!(
        "Op {} kregen wij uw aanvraag voor {wat}. U meldde zich op {}.",
        datum_lang(aanvraag.ontvangen_op()),
        datum_lang(aanvraag.gemeld_op())
    );
    let mut alineas = vec![vraag];
    match voorstel.besluit {
        Besluitsoort::Toekenning | Besluitsoort::Gedeeltelijk => {
            alineas.extend(granted(aanvraag.kop().regeling, voorstel));
        }
        Besluitsoort::Afwijzing => alineas.push(format!(
            "U heeft geen recht op {}. Wij wijzen uw aanvraag daarom af.",
            wat.trim_start_matches("een ")
        )),
        Besluitsoort::BuitenBehandeling => {
            alineas.push(match aanvraag.hersteldag() {
                Some((gevraagd_op, uiterlijk)) => format!(
                    "Uw aanvraag was niet compleet. Op {} vroegen wij u om de aanvraag aan te vullen. Dat kon tot en met {}. Wij hebben niet alles gekregen. Daarom behandelen wij uw aanvraag niet.",
                    datum_lang(gevraagd_op),
                    datum_lang(uiterlijk)
                ),
                None => "Uw aanvraag was niet compleet. Daarom behandelen wij uw aanvraag niet.".to_owned(),
            });
            alineas.push("U kunt altijd een nieuwe aanvraag doen.".to_owned());
        }
        // Not on an application: `domain::herziening` has a letter of its own.
        Besluitsoort::Herziening | Besluitsoort::Intrekking | Besluitsoort::Terugvordering => {}
    }
    Briefblok::new("Ons besluit", alineas)
}

fn granted(regeling: Regeling, voorstel: &Besluitvoorstel) -> Vec<String> {
    let vanaf = voorstel
        .ingang
        .map(|dag| format!(" vanaf {}", datum_lang(dag)))
        .unwrap_or_default();
    let bedrag = voorstel.bedrag.map(geld_nl).unwrap_or_default();
    if regeling != Regeling::AlgemeneBijstand {
        return vec![format!("U krijgt {bedrag}{vanaf}.")];
    }
    let mut alineas = vec![format!(
        "U krijgt algemene bijstand{vanaf}. Over een hele maand is dat {bedrag}, met vakantietoeslag."
    )];
    if let Some(uitbetaling) = voorstel.uitbetaling.filter(|bedrag| *bedrag > Geld::NUL) {
        alineas.push(format!(
            "Elke maand betalen wij u {}. De vakantietoeslag sparen wij voor u. U krijgt die in juni. In de eerste maand krijgt u het deel vanaf de dag dat uw bijstand begint.",
            geld_nl(uitbetaling)
        ));
    }
    alineas
}

fn calculation(voorstel: &Besluitvoorstel) -> Option<Briefblok> {
    (!voorstel.stappen.is_empty()).then(|| Briefblok {
        kop: "Hoe hebben wij gerekend?".to_owned(),
        alineas: Vec::new(),
        punten: voorstel
            .stappen
            .iter()
            .map(|stap| stap.tekst.clone())
            .collect(),
    })
}

fn weighed(voorstel: &Besluitvoorstel) -> Option<Briefblok> {
    (!voorstel.afwegingen.is_empty()).then(|| Briefblok {
        kop: "Wat hebben wij afgewogen?".to_owned(),
        alineas: vec!["Op deze punten laat de wet ons kiezen. Zo hebben wij gekozen:".to_owned()],
        punten: voorstel
            .afwegingen
            .iter()
            .map(|afweging| {
                format!(
                    "{} ({}): {} Waarom: {}",
                    afweging.punt.naam(),
                    afweging.punt.artikel(),
                    afweging.keuze,
                    afweging.reden
                )
            })
            .collect(),
    })
}

/// Every article and decision once, in the order of the calculation.
fn rules(regeling: Regeling, voorstel: &Besluitvoorstel) -> Briefblok {
    let mut regels: Vec<String> = Vec::new();
    let mut add = |regel: String| {
        if !regels.contains(&regel) {
            regels.push(regel);
        }
    };
    for stap in &voorstel.stappen {
        add(stap.grondslag.clone());
        if let Some(besluit) = &stap.besluit {
            add(besluit.clone());
        }
    }
    for afweging in &voorstel.afwegingen {
        add(afweging.punt.artikel().to_owned());
    }
    match voorstel.besluit {
        Besluitsoort::BuitenBehandeling => {
            add("Algemene wet bestuursrecht (Awb) art. 4:5".to_owned());
        }
        _ if regeling == Regeling::AlgemeneBijstand => {
            add("Participatiewet art. 44".to_owned());
        }
        _ => {}
    }
    Briefblok {
        kop: "Welke regels gebruikten wij?".to_owned(),
        alineas: Vec::new(),
        punten: regels,
    }
}

/// What who gets something must do. Participatiewet art. 17 lid 1 and 2.
fn duties(voorstel: &Besluitvoorstel) -> Option<Briefblok> {
    voorstel.besluit.is_toekenning().then(|| Briefblok {
        kop: "Wat moet u doen?".to_owned(),
        alineas: vec![
            "Verandert er iets? Vertel het ons meteen, uit uzelf. Dat moet van de wet (Participatiewet art. 17). Bijvoorbeeld als:".to_owned(),
        ],
        punten: vec![
            "u werk of ander inkomen krijgt;".to_owned(),
            "u gaat samenwonen, of er iemand bij u komt wonen of weggaat;".to_owned(),
            "u verhuist of naar het buitenland gaat;".to_owned(),
            "u geld krijgt, zoals een erfenis.".to_owned(),
        ],
    })
}

/// The organ first, then who signs for it. Awb art. 10:10.
pub(crate) fn signature(namens: Namens, gegevens: &Briefgegevens) -> Vec<String> {
    let Briefgegevens {
        gemeente,
        organisatie,
        beslisser,
        ..
    } = gegevens;
    match namens {
        Namens::DagelijksBestuur => vec![
            format!("Het dagelijks bestuur van {organisatie}"),
            "namens dit bestuur,".to_owned(),
            beslisser.clone(),
        ],
        Namens::College => vec![
            format!("Burgemeester en wethouders van {gemeente}"),
            "namens hen,".to_owned(),
            format!("{beslisser}, {organisatie}"),
        ],
        Namens::AdviesAanCollege => vec![
            format!("Advies aan burgemeester en wethouders van {gemeente}"),
            format!("{beslisser}, {organisatie}"),
        ],
    }
}
