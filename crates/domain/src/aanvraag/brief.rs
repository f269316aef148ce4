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
    /// Where letters to the organisation go, line by line; empty where it is not known.
    pub adres_organisatie: Vec<String>,
    /// Where letters to the municipality go, line by line; empty where it is not known.
    pub adres_gemeente: Vec<String>,
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
    /// Where answers go, line by line; empty where it is not known.
    #[serde(default)]
    pub adres: Vec<String>,
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
        blokken.push(rules(aanvraag, voorstel));
        blokken.extend(duties(kop.regeling, voorstel));
        blokken.extend(plan(voorstel));
        Some(Self::with_kop(
            kop.id.to_string(),
            gegevens,
            title(kop.regeling, voorstel.besluit),
            blokken,
            signature(namens, gegevens),
        ))
    }

    /// A letter without a day. It is answered at the address of the organ in whose name it is written.
    pub(crate) fn with_kop(
        kenmerk: String,
        gegevens: &Briefgegevens,
        titel: String,
        blokken: Vec<Briefblok>,
        ondertekening: Ondertekening,
    ) -> Self {
        Self {
            kenmerk,
            gemeente: gegevens.gemeente.clone(),
            organisatie: gegevens.organisatie.clone(),
            adres: ondertekening.adres,
            aan: gegevens
                .naam
                .clone()
                .unwrap_or_else(|| "Naam onbekend".to_owned()),
            titel,
            datum: None,
            blokken,
            ondertekening: ondertekening.regels,
        }
    }

    /// The letter as it is sent on a day, with how to object. Awb arts 3:45 and 6:7.
    #[must_use]
    pub fn with_bekendmaking(mut self, op: Datum, bezwaar: Termijndag) -> Self {
        let orgaan = self.ondertekening.first().cloned();
        let naar: Vec<_> = orgaan
            .into_iter()
            .chain(self.adres.iter().cloned())
            .collect();
        self.datum = Some(datum_lang(op));
        self.blokken.push(Briefblok {
            kop: "Bent u het niet eens met dit besluit?".to_owned(),
            alineas: vec![
                "Bel of mail ons gerust eerst. Misschien komen wij er samen uit.".to_owned(),
                format!(
                    "U kunt ook bezwaar maken. Dat kan tot en met {}. Wij moeten uw bezwaar dan hebben, of u moet het dan op de post hebben gedaan. De termijn van zes weken begint op de dag na de datum van deze brief.",
                    datum_lang(bezwaar.dag)
                ),
                format!("Stuur uw bezwaar naar: {}. Zet in uw bezwaar:", naar.join(", ")),
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
    let wie = match regeling {
        Regeling::Loonkostensubsidie => "Uw werkgever",
        _ => "U",
    };
    match besluit {
        Besluitsoort::Toekenning => format!("{wie} krijgt {wat}"),
        Besluitsoort::Gedeeltelijk => format!("{wie} krijgt voor een deel {wat}"),
        Besluitsoort::Afwijzing => format!("{wie} krijgt geen {}", wat.trim_start_matches("een ")),
        Besluitsoort::BuitenBehandeling => {
            format!("Wij behandelen uw aanvraag voor {wat} niet")
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
            alineas.extend(aanvraag.voorschotsom().map(|som| format!(
                "U kreeg van ons al een voorschot van in totaal {}. Dat halen wij af van wat u over dezelfde tijd krijgt.",
                geld_nl(som)
            )));
        }
        Besluitsoort::Afwijzing => {
            alineas.push(format!(
                "U heeft geen recht op {}. Wij wijzen uw aanvraag daarom af.",
                wat.trim_start_matches("een ")
            ));
            alineas.extend(aanvraag.voorschotsom().map(|som| format!(
                "U kreeg van ons een voorschot van in totaal {}. Dat was een lening. Wij kunnen het terugvragen. Daarover krijgt u dan een ander besluit.",
                geld_nl(som)
            )));
        }
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
    }
    Briefblok::new("Ons besluit", alineas)
}

fn granted(regeling: Regeling, voorstel: &Besluitvoorstel) -> Vec<String> {
    let vanaf = voorstel
        .ingang
        .map(|dag| format!(" vanaf {}", datum_lang(dag)))
        .unwrap_or_default();
    if let (Some(wijze), Some(bedrag)) = (&voorstel.uitkeringswijze, voorstel.bedrag) {
        return wijze.sentences(bedrag, &vanaf);
    }
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
fn rules(aanvraag: &Aanvraag, voorstel: &Besluitvoorstel) -> Briefblok {
    let regeling = aanvraag.kop().regeling;
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
    if let Some(ontheffing) = voorstel.ontheffing {
        add(ontheffing.artikel().to_owned());
    }
    for afweging in &voorstel.afwegingen {
        add(afweging.punt.artikel().to_owned());
    }
    match (aanvraag.voorschotsom(), voorstel.besluit) {
        (Some(_), Besluitsoort::Afwijzing) => {
            add("Participatiewet art. 52 lid 1 en art. 58 lid 2 onder d".to_owned());
        }
        (Some(_), _) => add("Participatiewet art. 52 lid 4".to_owned()),
        (None, _) => {}
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

/// What who gets something must do, and what not. Participatiewet art. 9 lid 1 and 2, art. 9a, art. 17 lid 1 and 2.
fn duties(regeling: Regeling, voorstel: &Besluitvoorstel) -> Option<Briefblok> {
    let mut alineas = Vec::new();
    match voorstel.ontheffing {
        _ if regeling != Regeling::AlgemeneBijstand => {}
        Some(ontheffing) => alineas.push(format!(
            "{} Dat geldt tot en met {} ({}).",
            ontheffing.verplichtingen(),
            datum_lang(ontheffing.tot_en_met),
            ontheffing.artikel()
        )),
        None => alineas.push(
            "U zoekt werk en neemt werk aan dat u kunt doen. U doet mee aan wat wij u aanbieden om werk te vinden (Participatiewet art. 9).".to_owned(),
        ),
    }
    alineas.push(
        "Verandert er iets? Vertel het ons meteen, uit uzelf. Dat moet van de wet (Participatiewet art. 17). Bijvoorbeeld als:".to_owned(),
    );
    voorstel.besluit.is_toekenning().then(|| Briefblok {
        kop: "Wat moet u doen?".to_owned(),
        alineas,
        punten: vec![
            "u werk of ander inkomen krijgt;".to_owned(),
            "u gaat samenwonen, of er iemand bij u komt wonen of weggaat;".to_owned(),
            "u verhuist of naar het buitenland gaat;".to_owned(),
            "u geld krijgt, zoals een erfenis.".to_owned(),
        ],
    })
}

/// The plan that comes with a grant to who is under 27. Participatiewet art. 44 lid 4 and art. 44a.
fn plan(voorstel: &Besluitvoorstel) -> Option<Briefblok> {
    voorstel.met_plan.then(|| {
        Briefblok::new(
            "Uw plan van aanpak",
            vec!["Bij deze brief hoort een plan van aanpak, als bijlage. Daarin staat welke hulp u van ons krijgt om aan werk of een opleiding te komen, en wat u zelf moet doen. Wij bespreken het plan regelmatig met u (Participatiewet art. 44 lid 4 en art. 44a).".to_owned()],
        )
    })
}

/// Who signs, and where answers go.
pub(crate) struct Ondertekening {
    regels: Vec<String>,
    adres: Vec<String>,
}

/// The organ first, then who signs for it. Awb art. 10:10.
pub(crate) fn signature(namens: Namens, gegevens: &Briefgegevens) -> Ondertekening {
    let Briefgegevens {
        gemeente,
        organisatie,
        beslisser,
        ..
    } = gegevens;
    let (regels, adres) = match namens {
        Namens::DagelijksBestuur => (
            vec![
                format!("Het dagelijks bestuur van {organisatie}"),
                "namens dit bestuur,".to_owned(),
                beslisser.clone(),
            ],
            &gegevens.adres_organisatie,
        ),
        Namens::College => (
            vec![
                format!("Burgemeester en wethouders van {gemeente}"),
                "namens hen,".to_owned(),
                format!("{beslisser}, {organisatie}"),
            ],
            &gegevens.adres_gemeente,
        ),
        Namens::AdviesAanCollege => (
            vec![
                format!("Advies aan burgemeester en wethouders van {gemeente}"),
                format!("{beslisser}, {organisatie}"),
            ],
            &gegevens.adres_gemeente,
        ),
    };
    Ondertekening {
        regels,
        adres: adres.clone(),
    }
}
