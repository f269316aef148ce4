//! The parts of a letter that tell of a proposal: what is given, how it was calculated, by which rules, what must be done.
//! A letter of an objection repeats them of what takes the place of a decision.

use primitives::{Geld, datum_lang, geld_nl};

use super::{Aanvraag, Besluitsoort, Besluitvoorstel, Briefblok};
use crate::recht::Regeling;

/// The heading above the rules, in every letter.
pub(crate) const REGELKOP: &str = "Welke regels gebruikten wij?";

/// What is given, from when, and how it is paid.
pub(super) fn granted(regeling: Regeling, voorstel: &Besluitvoorstel) -> Vec<String> {
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

/// That there is no right.
pub(super) fn refused(regeling: Regeling) -> String {
    let wat = regeling.omschrijving().to_lowercase();
    format!(
        "U heeft geen recht op {}. Wij wijzen uw aanvraag daarom af.",
        wat.trim_start_matches("een ")
    )
}

/// The advance that was paid, where something is granted. Participatiewet art. 52 lid 4.
pub(super) fn advanced(aanvraag: &Aanvraag) -> Option<String> {
    let som = geld_nl(aanvraag.voorschotsom()?);
    Some(format!(
        "U kreeg van ons al een voorschot van in totaal {som}. Dat halen wij af van wat u over dezelfde tijd krijgt."
    ))
}

/// The calculation, what was weighed, the rules, the duties and the plan.
pub(super) fn list_blokken(aanvraag: &Aanvraag, voorstel: &Besluitvoorstel) -> Vec<Briefblok> {
    let regeling = aanvraag.kop().regeling;
    let mut blokken: Vec<_> = calculation(voorstel).into_iter().collect();
    blokken.extend(weighed(voorstel));
    blokken.push(Briefblok {
        kop: REGELKOP.to_owned(),
        alineas: Vec::new(),
        punten: list_regels(aanvraag, voorstel),
    });
    blokken.extend(duties(regeling, voorstel));
    blokken.extend(plan(voorstel));
    blokken
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
fn list_regels(aanvraag: &Aanvraag, voorstel: &Besluitvoorstel) -> Vec<String> {
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
    regels
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
        punten: changes(regeling)
            .iter()
            .map(|een| (*een).to_owned())
            .collect(),
    })
}

/// What must be told at once, as far as it can change this benefit.
const fn changes(regeling: Regeling) -> &'static [&'static str] {
    match regeling {
        Regeling::Loonkostensubsidie | Regeling::BeschutWerk => &[
            "u meer of minder uren gaat werken;",
            "uw werk stopt;",
            "u ziek wordt en niet kunt werken.",
        ],
        Regeling::Studietoeslag => &[
            "u stopt met studeren;",
            "u geen studiefinanciering meer krijgt;",
            "u naast uw studie kunt werken, of een stage gaat doen.",
        ],
        _ => &[
            "u werk of ander inkomen krijgt;",
            "u gaat samenwonen, of er iemand bij u komt wonen of weggaat;",
            "u verhuist of naar het buitenland gaat;",
            "u geld krijgt, zoals een erfenis.",
        ],
    }
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
