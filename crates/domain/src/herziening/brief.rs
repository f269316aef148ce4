//! The letter of a review: what changes month by month, what follows from it, and why, in Dutch of level B1.

use primitives::{Geld, geld_nl, maand_lang};

use super::gevolg::consequences;
use super::{
    Herzieningsbesluit, Herzieningsuitkomst, Herzieningsvoorstel, Herzieningszaak, Oordeel,
    Uitkomstmaand,
};
use crate::aanvraag::{
    Beschikkingsstap, Brief, Briefblok, Briefgegevens, Namens, REGELKOP, signature,
};

/// The letter of a review on which was decided, or is proposed to decide; none without a proposal.
pub fn render_brief(
    zaak: &Herzieningszaak,
    namens: Namens,
    gegevens: &Briefgegevens,
) -> Option<Brief> {
    let voorstel = zaak.find_voorstel()?;
    let oordeel = zaak.find_oordeel()?;
    let mut blokken = vec![
        decision(zaak, voorstel),
        Briefblok::new("Waarom dit besluit?", vec![voorstel.motivering.clone()]),
    ];
    blokken.extend(list_blokken(zaak, voorstel, oordeel));
    Some(Brief::with_kop(
        zaak.kop().id.to_string(),
        gegevens,
        "Uw bijstand over eerdere maanden verandert".to_owned(),
        blokken,
        signature(namens, gegevens),
    ))
}

/// The facts, the months, what follows, what was weighed, the calculation and the rules.
pub(super) fn list_blokken(
    zaak: &Herzieningszaak,
    voorstel: &Herzieningsvoorstel,
    oordeel: &Oordeel,
) -> Vec<Briefblok> {
    let mut blokken = vec![
        facts(zaak),
        months(&voorstel.uitkomst),
        consequences(&voorstel.uitkomst, oordeel),
    ];
    blokken.extend(weighed(voorstel));
    blokken.push(calculation(&voorstel.uitkomst));
    blokken.push(rules(voorstel));
    blokken
}

pub(super) fn points(kop: &str, alineas: Vec<String>, punten: Vec<String>) -> Briefblok {
    let mut blok = Briefblok::new(kop, alineas);
    blok.punten = punten;
    blok
}

fn decision(zaak: &Herzieningszaak, voorstel: &Herzieningsvoorstel) -> Briefblok {
    let (van, tot) = zaak.bereik();
    let periode = if van == tot {
        maand_lang(van)
    } else {
        format!("{} tot en met {}", maand_lang(van), maand_lang(tot))
    };
    let mut alineas = vec![format!(
        "Wij keken opnieuw naar uw algemene bijstand over {periode}. Er is iets anders dan wij toen wisten. Daarom nemen wij een nieuw besluit."
    )];
    for besluit in &voorstel.besluiten {
        alineas.push(
            match besluit {
                Herzieningsbesluit::Intrekking => {
                    "Over een of meer maanden had u geen recht op bijstand. Het besluit over die maanden trekken wij in."
                }
                Herzieningsbesluit::Terugvordering => {
                    "U kreeg te veel bijstand. Hoeveel u daarvan terugbetaalt, staat verderop in deze brief."
                }
                Herzieningsbesluit::Herziening => "Het bedrag over een of meer maanden wordt anders. Het besluit over die maanden herzien wij.",
            }
            .to_owned(),
        );
    }
    Briefblok::new("Ons besluit", alineas)
}

fn facts(zaak: &Herzieningszaak) -> Briefblok {
    let feiten = zaak.list_feiten();
    let punten = feiten.iter().map(|(_, feit)| feit.zin()).collect();
    let alineas = vec!["Hier rekenen wij nu mee:".to_owned()];
    points("Wat is er anders?", alineas, punten)
}

/// `maart 2026: was € 1.401,50, wordt € 901,50, verschil € 500,00 minder.`
fn months(uitkomst: &Herzieningsuitkomst) -> Briefblok {
    let amount = |bedrag: Option<Geld>| bedrag.map(geld_nl).unwrap_or_default();
    let line = |maand: &Uitkomstmaand| {
        let verschil = maand.verschil.unwrap_or(Geld::NUL);
        let hoeveel = if verschil.is_nul() {
            "dit blijft gelijk".to_owned()
        } else if verschil > Geld::NUL {
            format!("verschil: {} meer", geld_nl(verschil))
        } else {
            format!("verschil: {} minder", geld_nl(Geld::NUL - verschil))
        };
        format!(
            "{}: het was {}, het wordt {}; {hoeveel}.",
            maand_lang(maand.maand),
            amount(maand.oud),
            amount(maand.nieuw)
        )
    };
    points(
        "Wat verandert er per maand?",
        vec!["Dit is uw bijstand over een maand, met vakantietoeslag:".to_owned()],
        uitkomst.maanden.iter().map(line).collect(),
    )
}

fn weighed(voorstel: &Herzieningsvoorstel) -> Option<Briefblok> {
    let punten: Vec<_> = voorstel
        .afwegingen
        .iter()
        .map(|een| format!("{} ({}) Waarom: {}", een.keuze, een.artikel, een.reden))
        .collect();
    let alineas = vec!["Op deze punten laat de wet ons kiezen. Zo hebben wij gekozen:".to_owned()];
    (!punten.is_empty()).then(|| points("Wat hebben wij afgewogen?", alineas, punten))
}

fn calculation(uitkomst: &Herzieningsuitkomst) -> Briefblok {
    let anders = uitkomst.maanden.iter().filter(|maand| maand.is_anders());
    let punten = anders.map(|maand| {
        // What the college may do with it stands above, as a decision.
        let is_rekenen = |stap: &&Beschikkingsstap| {
            let besluiten = ["Participatiewet art. 54", "Participatiewet art. 58"];
            !besluiten
                .iter()
                .any(|artikel| stap.grondslag.starts_with(artikel))
        };
        let stappen = maand.stappen.iter().filter(is_rekenen);
        let zinnen: Vec<_> = stappen.map(|stap| stap.tekst.as_str()).collect();
        format!("{}: {}", maand_lang(maand.maand), zinnen.join(" "))
    });
    points("Hoe hebben wij gerekend?", Vec::new(), punten.collect())
}

/// Every article once, in the order of the calculation.
fn rules(voorstel: &Herzieningsvoorstel) -> Briefblok {
    let stappen = voorstel
        .uitkomst
        .maanden
        .iter()
        .filter(|maand| maand.is_anders());
    let mut regels: Vec<String> = Vec::new();
    let artikelen = stappen
        .flat_map(|maand| &maand.stappen)
        .map(|stap| &stap.grondslag)
        .chain(voorstel.afwegingen.iter().map(|een| &een.artikel));
    for artikel in artikelen {
        if !regels.contains(artikel) {
            regels.push(artikel.clone());
        }
    }
    points(REGELKOP, Vec::new(), regels)
}
