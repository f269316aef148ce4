//! The letter of a decision: what the resident reads, in Dutch of level B1.

use primitives::{Datum, datum_lang, geld_nl};
use serde::{Deserialize, Serialize};

use super::briefblokken::{advanced, granted, list_blokken, refused};
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
        blokken.extend(list_blokken(aanvraag, voorstel));
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
            alineas.extend(advanced(aanvraag));
        }
        Besluitsoort::Afwijzing => {
            alineas.push(refused(aanvraag.kop().regeling));
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
