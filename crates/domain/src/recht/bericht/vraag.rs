//! The question: one household, one calendar month (contract 2.1).

use primitives::{Datum, Geld, GemeenteCode, Veldfouten, leeftijd_op};
use serde::Deserialize;

use super::json::Json;
use super::lezer::{Lezer, Object, Pad};
use crate::beleid::{Geldend, Sleutel, catalogus};
use crate::recht::{
    Huishouden, Huisvesting, IitBeleid, Inkomst, Inkomstensoort, Medebewoner, Partnerfeiten,
    Persoon, Regeling, SoortMedebewoner, Toeslagfeiten, Verlaging, Vermogen, Vrijlating,
};

/// More persons or incomes than this are no household.
const REGELS_MAX: usize = 100;
/// Nobody is older than this.
const LEEFTIJD_MAX: u8 = 130;

const HUISVESTING: [(&str, Huisvesting); 5] = [
    ("huurder", Huisvesting::Huurder),
    ("eigenaar", Huisvesting::Eigenaar),
    ("inwonend", Huisvesting::Inwonend),
    ("inrichting", Huisvesting::Inrichting),
    ("adresloos", Huisvesting::Adresloos),
];

const SOORT_MEDEBEWONER: [(&str, SoortMedebewoner); 5] = [
    ("overig", SoortMedebewoner::Overig),
    ("commercieel", SoortMedebewoner::Commercieel),
    ("student", SoortMedebewoner::Student),
    ("ouder", SoortMedebewoner::Ouder),
    ("kind", SoortMedebewoner::Kind),
];

pub(super) const SOORT_INKOMEN: [(&str, Inkomstensoort); 8] = [
    ("arbeid", Inkomstensoort::Arbeid),
    ("uitkering", Inkomstensoort::Uitkering),
    ("pensioen", Inkomstensoort::Pensioen),
    ("alimentatie", Inkomstensoort::Alimentatie),
    ("heffingskorting", Inkomstensoort::Heffingskorting),
    ("vermogen", Inkomstensoort::Vermogen),
    ("verhuur", Inkomstensoort::Verhuur),
    ("overig", Inkomstensoort::Overig),
];

pub(super) const PERSOON: [(&str, Persoon); 2] = [
    ("aanvrager", Persoon::Aanvrager),
    ("partner", Persoon::Partner),
];

/// A question that is well formed; facts may still be missing.
#[derive(Clone, Debug)]
pub struct Vraag {
    /// Whose council's values hold.
    pub gemeente: GemeenteCode,
    /// The former municipality in whose area the household lives, if its own rules may still hold.
    pub gebied: Option<GemeenteCode>,
    /// The day whose facts hold for the month.
    pub peildatum: Datum,
    /// What is asked.
    pub regeling: Regeling,
    pub(super) feiten: Result<Vraagfeiten, Vec<String>>,
    pub(super) beleid: Option<IitBeleid>,
}

/// The facts of a question.
#[derive(Clone, Debug)]
pub(super) struct Vraagfeiten {
    pub(super) huishouden: Huishouden,
    pub(super) inkomsten: Vec<Inkomst>,
    pub(super) vermogen: Option<Vermogen>,
    pub(super) verlaging: Option<Verlaging>,
    pub(super) toeslag: Option<Toeslagfeiten>,
}

/// A question as it was sent: valid JSON, of which nothing else is known yet.
#[derive(Deserialize)]
#[serde(transparent)]
pub struct RuweVraag(Json);

impl RuweVraag {
    /// Reads the question and names every wrong field at once, never its value.
    pub fn parse(&self) -> Result<Vraag, Veldfouten> {
        Vraag::read(&self.0)
    }
}

impl Vraag {
    /// Reads a question as JSON and names every wrong field at once, never its value.
    pub fn parse(json: &[u8]) -> Result<Self, Veldfouten> {
        let waarde: RuweVraag = serde_json::from_slice(json).map_err(|fout| {
            let melding = format!(
                "dit is geen geldige JSON (regel {}, teken {})",
                fout.line(),
                fout.column()
            );
            Veldfouten::single("bericht", melding)
        })?;
        waarde.parse()
    }

    fn read(waarde: &Json) -> Result<Self, Veldfouten> {
        let mut lezer = Lezer::default();
        let gelezen = read_vraag(&mut lezer, waarde);
        let ontbrekend = lezer.finish()?;
        let Some((gemeente, gebied, peildatum, regeling, feiten, beleid)) = gelezen else {
            return Err(Veldfouten::single("bericht", "deze vraag is niet te lezen"));
        };
        let feiten = match feiten {
            Some(feiten) if ontbrekend.is_empty() => Ok(feiten),
            _ => Err(ontbrekend),
        };
        Ok(Self {
            gemeente,
            gebied,
            peildatum,
            regeling,
            feiten,
            beleid,
        })
    }

    /// Whether the council's values in force are needed: they are asked for and not given in the question.
    pub fn needs_beleid(&self) -> bool {
        self.regeling == Regeling::IndividueleInkomenstoeslag && self.beleid.is_none()
    }

    /// The same question with the council's values in force.
    pub fn with_beleid(mut self, beleid: IitBeleid) -> Self {
        self.beleid = Some(beleid);
        self
    }
}

type Gelezen = (
    GemeenteCode,
    Option<GemeenteCode>,
    Datum,
    Regeling,
    Option<Vraagfeiten>,
    Option<IitBeleid>,
);

fn read_vraag(lezer: &mut Lezer, waarde: &Json) -> Option<Gelezen> {
    let bekend = [
        "gemeente",
        "gebied",
        "peildatum",
        "regeling",
        "huishouden",
        "inkomsten",
        "vermogen",
        "maatregel",
        "toeslag",
        "parameters",
    ];
    let vraag = lezer.object(waarde, &Pad::Wortel, &bekend)?;
    let gemeente = lezer.required(&vraag, "gemeente", Lezer::gemeente);
    let gebied = lezer.optional(&vraag, "gebied", Lezer::gemeente);
    let peildatum = lezer.required(&vraag, "peildatum", Lezer::datum);
    let regeling = lezer.required(&vraag, "regeling", |l, w, p| l.choice(w, p, &Regeling::ALL));
    let huishouden = lezer.required(&vraag, "huishouden", |l, w, p| {
        read_huishouden(l, w, p, peildatum)
    });
    let inkomsten = lezer.optional(&vraag, "inkomsten", |l, w, p| {
        l.list(w, p, REGELS_MAX, read_inkomst)
    });
    let vermogen = lezer.optional(&vraag, "vermogen", read_vermogen);
    let verlaging = lezer.optional(&vraag, "maatregel", read_maatregel);
    let toeslag = match regeling {
        Some(Regeling::IndividueleInkomenstoeslag) => lezer.fact(&vraag, "toeslag", |l, w, p| {
            read_toeslag(l, w, p, peildatum)
        }),
        _ => lezer.optional(&vraag, "toeslag", |l, w, p| {
            read_toeslag(l, w, p, peildatum)
        }),
    };
    let beleid = lezer.optional(&vraag, "parameters", read_parameters);
    if let (Some(huishouden), Some(inkomsten)) = (&huishouden, &inkomsten) {
        check_partner(lezer, huishouden, inkomsten);
    }
    // Whatever was present and wrong is noted by now, so a missing part here is a missing fact.
    let feiten = huishouden.map(|huishouden| Vraagfeiten {
        huishouden,
        inkomsten: inkomsten.unwrap_or_default(),
        vermogen,
        verlaging,
        toeslag,
    });
    Some((gemeente?, gebied, peildatum?, regeling?, feiten, beleid))
}

fn check_partner(lezer: &mut Lezer, huishouden: &Huishouden, inkomsten: &[Inkomst]) {
    if huishouden.partner.is_some() {
        return;
    }
    for (plek, inkomst) in inkomsten.iter().enumerate() {
        if inkomst.persoon == Persoon::Partner {
            let lijst = Pad::Wortel.veld("inkomsten");
            let regel = Pad::Plek(&lijst, plek);
            lezer.refuse(
                &regel.veld("persoon"),
                "er is geen partner in het huishouden",
            );
        }
    }
}

pub(super) fn read_huishouden(
    lezer: &mut Lezer,
    waarde: &Json,
    pad: &Pad<'_>,
    peildatum: Option<Datum>,
) -> Option<Huishouden> {
    let bekend = [
        "aanvrager",
        "partner",
        "kinderen",
        "medebewoners",
        "huisvesting",
    ];
    let object = lezer.object(waarde, pad, &bekend)?;
    let geboren = |l: &mut Lezer, w: &Json, p: &Pad<'_>| read_geboortedatum(l, w, p, peildatum);
    let persoon = |l: &mut Lezer, w: &Json, p: &Pad<'_>| {
        let object = l.object(w, p, &["geboortedatum"])?;
        l.fact(&object, "geboortedatum", geboren)
    };
    let aanvrager = lezer.fact(&object, "aanvrager", persoon);
    let partner = lezer.optional(&object, "partner", |l, w, p| {
        let object = l.object(w, p, &["geboortedatum", "heeftRecht", "huisvesting"])?;
        let geboortedatum = l.fact(&object, "geboortedatum", geboren);
        let heeft_recht = l.fact(&object, "heeftRecht", Lezer::ja_nee);
        let huisvesting = l.optional(&object, "huisvesting", |l, w, p| {
            l.choice(w, p, &HUISVESTING)
        });
        Some(Partnerfeiten {
            geboortedatum: geboortedatum?,
            heeft_recht: heeft_recht?,
            huisvesting,
        })
    });
    let kinderen = lezer.optional(&object, "kinderen", |l, w, p| {
        l.list(w, p, REGELS_MAX, persoon)
    });
    let medebewoners = lezer.optional(&object, "medebewoners", |l, w, p| {
        l.list(w, p, REGELS_MAX, |l, w, p| {
            let object = l.object(w, p, &["geboortedatum", "soort"])?;
            let geboortedatum = l.fact(&object, "geboortedatum", geboren);
            let soort = l.fact(&object, "soort", |l, w, p| {
                l.choice(w, p, &SOORT_MEDEBEWONER)
            });
            Some(Medebewoner {
                geboortedatum: geboortedatum?,
                soort: soort?,
            })
        })
    });
    let huisvesting = lezer.fact(&object, "huisvesting", |l, w, p| {
        l.choice(w, p, &HUISVESTING)
    });
    Some(Huishouden {
        aanvrager: aanvrager?,
        partner,
        kinderen: kinderen.unwrap_or_default(),
        medebewoners: medebewoners.unwrap_or_default(),
        huisvesting: huisvesting?,
    })
}

/// A date of birth up to the reference date, of somebody who can be alive.
fn read_geboortedatum(
    lezer: &mut Lezer,
    waarde: &Json,
    pad: &Pad<'_>,
    peildatum: Option<Datum>,
) -> Option<Datum> {
    let geboortedatum = lezer.datum(waarde, pad)?;
    let Some(peildatum) = peildatum else {
        return Some(geboortedatum);
    };
    if geboortedatum > peildatum {
        lezer.refuse(pad, "deze geboortedatum ligt na de peildatum");
        return None;
    }
    if leeftijd_op(geboortedatum, peildatum).is_none_or(|jaren| jaren > LEEFTIJD_MAX) {
        lezer.refuse(
            pad,
            format!("deze geboortedatum ligt meer dan {LEEFTIJD_MAX} jaar terug"),
        );
        return None;
    }
    Some(geboortedatum)
}

fn read_inkomst(lezer: &mut Lezer, waarde: &Json, pad: &Pad<'_>) -> Option<Inkomst> {
    let bekend = [
        "persoon",
        "soort",
        "bedrag",
        "vrijlating",
        "maandenGebruikt",
    ];
    let object = lezer.object(waarde, pad, &bekend)?;
    let persoon = lezer.fact(&object, "persoon", |l, w, p| l.choice(w, p, &PERSOON));
    let soort = lezer.fact(&object, "soort", |l, w, p| l.choice(w, p, &SOORT_INKOMEN));
    let bedrag = lezer.fact(&object, "bedrag", Lezer::bedrag);
    let letters = Vrijlating::ALL.map(|letter| (letter.letter(), letter));
    let vrijlating = lezer.optional(&object, "vrijlating", |l, w, p| l.choice(w, p, &letters));
    let maanden_gebruikt = lezer.optional(&object, "maandenGebruikt", Lezer::maanden);
    Some(Inkomst {
        persoon: persoon?,
        soort: soort?,
        bedrag: bedrag?,
        vrijlating,
        maanden_gebruikt,
    })
}

/// What is left out counts as nothing, as the whole object may be left out (contract 2.1).
pub(super) fn read_vermogen(lezer: &mut Lezer, waarde: &Json, pad: &Pad<'_>) -> Option<Vermogen> {
    let object = lezer.object(
        waarde,
        pad,
        &["bezittingen", "schulden", "overwaardeWoning"],
    )?;
    let mut amount = |naam| {
        lezer
            .optional(&object, naam, Lezer::bedrag)
            .unwrap_or(Geld::NUL)
    };
    Some(Vermogen {
        bezittingen: amount("bezittingen"),
        schulden: amount("schulden"),
        overwaarde_woning: amount("overwaardeWoning"),
    })
}

fn read_maatregel(lezer: &mut Lezer, waarde: &Json, pad: &Pad<'_>) -> Option<Verlaging> {
    let object = lezer.object(waarde, pad, &["percentage"])?;
    lezer
        .fact(&object, "percentage", |l, w, p| l.percentage(w, p, 100))
        .map(Verlaging::Percentage)
}

fn read_toeslag(
    lezer: &mut Lezer,
    waarde: &Json,
    pad: &Pad<'_>,
    peildatum: Option<Datum>,
) -> Option<Toeslagfeiten> {
    let bekend = [
        "maandenLaagInkomen",
        "inkomen",
        "laatsteToekenning",
        "uitzichtOpVerbetering",
    ];
    let object = lezer.object(waarde, pad, &bekend)?;
    let maanden = lezer.fact(&object, "maandenLaagInkomen", Lezer::maanden);
    let inkomen = lezer.fact(&object, "inkomen", Lezer::bedrag);
    let laatste_toekenning = lezer.optional(&object, "laatsteToekenning", |l, w, p| {
        let op = l.datum(w, p)?;
        if peildatum.is_some_and(|peildatum| op > peildatum) {
            l.refuse(p, "deze datum ligt na de peildatum");
        }
        Some(op)
    });
    let uitzicht = lezer.fact(&object, "uitzichtOpVerbetering", Lezer::ja_nee);
    Some(Toeslagfeiten {
        maanden_laag_inkomen: maanden?,
        inkomen: inkomen?,
        laatste_toekenning,
        uitzicht_op_verbetering: uitzicht?,
    })
}

/// The council's values that the caller gives himself. A key that the catalogue does not know is refused:
/// mistyped it would silently change an amount.
fn read_parameters(lezer: &mut Lezer, waarde: &Json, pad: &Pad<'_>) -> Option<IitBeleid> {
    let object: Object<'_, '_> = lezer.open(waarde, pad)?;
    let bedrag = Lezer::bedrag;
    let beleid = IitBeleid {
        bedrag_alleenstaande: lezer
            .optional(&object, "iit.bedrag.alleenstaande", bedrag)
            .map(Geldend::given),
        bedrag_alleenstaande_ouder: lezer
            .optional(&object, "iit.bedrag.alleenstaande-ouder", bedrag)
            .map(Geldend::given),
        bedrag_gehuwden: lezer
            .optional(&object, "iit.bedrag.gehuwden", bedrag)
            .map(Geldend::given),
        referteperiode: lezer
            .optional(&object, "iit.referteperiode", Lezer::maanden)
            .map(Geldend::given),
        inkomensgrens: lezer
            .optional(&object, "iit.inkomensgrens", |l, w, p| {
                l.percentage(w, p, 1000)
            })
            .map(Geldend::given),
    };
    for (sleutel, _) in object.entries() {
        if catalogus().find(sleutel).is_none() {
            let naam = Sleutel::parse(sleutel).map_or("(onleesbare naam)", |_| sleutel);
            lezer.refuse(&pad.veld(naam), "deze parameter staat niet in de catalogus");
        }
    }
    Some(beleid)
}
