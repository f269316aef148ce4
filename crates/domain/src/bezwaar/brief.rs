//! The letter of a decision on an objection, in Dutch of level B1. Awb arts 7:11, 7:12 and 3:45.

use primitives::datum_lang;

use super::{Bestredenbesluit, Bezwaar, Bezwaarbesluit, Bezwaaruitkomst, Horen, Tijdigheid};
use crate::aanvraag::{Brief, Briefblok, Briefgegevens, REGELKOP, Vervangtekst, signature};

/// The letter of the decision, to who objected; none where nothing is decided. `vervanging` tells of the new calculation that
/// takes the place of the first decision, where one does.
pub fn render_brief(
    bezwaar: &Bezwaar,
    vervanging: Option<Vervangtekst>,
    gegevens: &Briefgegevens,
) -> Option<Brief> {
    let besluit = bezwaar.besluit()?;
    let (indiener, inwoner) = (&bezwaar.indiener().naam, &gegevens.naam);
    let over = indiener.as_ref().and(inwoner.as_ref());
    let gegevens = Briefgegevens {
        naam: indiener.as_ref().or(inwoner.as_ref()).cloned(),
        ..gegevens.clone()
    };
    let mut blokken = vec![decision(bezwaar, besluit, over)];
    blokken.extend(on_time(bezwaar, besluit));
    blokken.extend(heard(bezwaar));
    blokken.push(Briefblok::new(
        "Waarom dit besluit?",
        vec![besluit.motivering.clone()],
    ));
    let Vervangtekst {
        mut alineas,
        blokken: nieuw,
    } = vervanging.unwrap_or_default();
    alineas.splice(0..0, besluit.in_plaats_daarvan.clone());
    if !alineas.is_empty() {
        blokken.push(Briefblok::new("Wat verandert er?", alineas));
    }
    blokken.extend(with_rules(nieuw, rules(bezwaar, besluit)));
    let titel = match besluit.uitkomst {
        Bezwaaruitkomst::Gegrond => "U krijgt gelijk met uw bezwaar",
        Bezwaaruitkomst::Ongegrond => "Ons besluit blijft zoals het was",
        Bezwaaruitkomst::NietOntvankelijk => "Wij kunnen uw bezwaar niet beoordelen",
    };
    Some(Brief::with_kop(
        bezwaar.kop().id.to_string(),
        &gegevens,
        titel.to_owned(),
        blokken,
        signature(besluit.namens, &gegevens),
    ))
}

/// The letter as it is sent, with how to appeal. Awb arts 3:45, 6:7 and 8:1.
#[must_use]
pub fn with_beroep(mut brief: Brief, bezwaar: &Bezwaar) -> Brief {
    let Some((op, einde)) = bezwaar.beroep_uiterlijk() else {
        return brief;
    };
    brief.datum = Some(datum_lang(op));
    brief.blokken.push(Briefblok::new(
        "Bent u het niet eens met dit besluit?",
        vec![format!(
            "U kunt in beroep gaan bij de rechtbank. Dat kan tot en met {}. De termijn van zes weken begint op de dag na de datum van deze brief. Stuur een kopie van deze brief mee. U betaalt griffierecht.",
            datum_lang(einde.dag)
        )],
    ));
    brief
}

/// The blocks with these rules before those that stand in them already; else in a block of their own at the end.
fn with_rules(mut blokken: Vec<Briefblok>, regels: Vec<String>) -> Vec<Briefblok> {
    if let Some(blok) = blokken.iter_mut().find(|blok| blok.kop == REGELKOP) {
        blok.punten.splice(0..0, regels);
    } else {
        blokken.push(Briefblok {
            punten: regels,
            ..Briefblok::new(REGELKOP, Vec::new())
        });
    }
    blokken
}

/// What was decided, on which decision, and of whom where somebody else objected.
fn decision(bezwaar: &Bezwaar, besluit: &Bezwaarbesluit, over: Option<&String>) -> Briefblok {
    let bestreden = &bezwaar.kop().bestreden;
    let (waarover, kenmerk) = match bestreden.besluit {
        Bestredenbesluit::Aanvraag(id) => (
            bestreden.regeling.omschrijving().to_lowercase(),
            id.to_string(),
        ),
        Bestredenbesluit::Herziening(id) => {
            ("bijstand over eerdere maanden".to_owned(), id.to_string())
        }
    };
    let mut vraag = format!(
        "Op {} kregen wij uw bezwaar. Het gaat over ons besluit van {} over {waarover} (kenmerk {kenmerk}).",
        datum_lang(bezwaar.ontvangen_op()),
        datum_lang(bestreden.bekendgemaakt_op)
    );
    if let Some(inwoner) = over {
        vraag = format!(
            "{vraag} Dat besluit gaat over {inwoner}. Staat er in deze brief wat u krijgt, betaalt of moet doen? Dan is dat {inwoner}."
        );
    }
    let uitkomst = match besluit.uitkomst {
        Bezwaaruitkomst::Gegrond => {
            "Uw bezwaar is gegrond: u krijgt gelijk. Wij trekken ons besluit in."
        }
        Bezwaaruitkomst::Ongegrond => "Uw bezwaar is ongegrond: wij veranderen ons besluit niet.",
        Bezwaaruitkomst::NietOntvankelijk => {
            "Uw bezwaar is niet-ontvankelijk. Dat betekent: wij kijken niet of u gelijk heeft."
        }
    };
    Briefblok::new("Ons besluit", vec![vraag, uitkomst.to_owned()])
}

/// What is said about being late. Awb arts 6:7 to 6:9 and 6:11.
fn on_time(bezwaar: &Bezwaar, besluit: &Bezwaarbesluit) -> Option<Briefblok> {
    (bezwaar.tijdigheid() == Tijdigheid::TeLaat).then(|| {
        let gevolg = match &besluit.verschoonbaar {
            Some(reden) => format!("Dat nemen wij u niet kwalijk. {reden}"),
            None => "Wij zagen geen goede reden daarvoor.".to_owned(),
        };
        let zin = format!(
            "U kon bezwaar maken tot en met {}. Uw bezwaar kwam later. {gevolg}",
            datum_lang(bezwaar.kop().bestreden.bezwaar_uiterlijk().dag)
        );
        Briefblok::new("Was uw bezwaar op tijd?", vec![zin])
    })
}

/// When and with whom was talked, or why not. Awb arts 7:2, 7:3 and 7:7.
fn heard(bezwaar: &Bezwaar) -> Option<Briefblok> {
    let alineas = match bezwaar.horen()? {
        Horen::Gehoord(gehoord) => vec![
            format!(
                "Op {} was er een gesprek over uw bezwaar (Awb art. 7:2). Daarbij waren: {}.",
                datum_lang(gehoord.gehoord_op),
                gehoord.wie.trim_end_matches('.')
            ),
            format!("Kort wat er is gezegd: {}", gehoord.verslag),
        ],
        Horen::NietGehoord(grond, reden) => vec![grond.brieftekst().to_owned(), reden.to_owned()],
    };
    Some(Briefblok::new("Hebben wij met u gesproken?", alineas))
}

fn rules(bezwaar: &Bezwaar, besluit: &Bezwaarbesluit) -> Vec<String> {
    let mut regels = vec!["Algemene wet bestuursrecht (Awb) art. 7:11 en 7:12".to_owned()];
    if bezwaar.tijdigheid() == Tijdigheid::TeLaat {
        regels.push("Awb art. 6:7, 6:8, 6:9 en 6:11".to_owned());
    } else if besluit.uitkomst == Bezwaaruitkomst::NietOntvankelijk {
        regels.push("Awb art. 6:5 en 6:6".to_owned());
    }
    regels.push(
        match bezwaar.horen() {
            Some(Horen::NietGehoord(..)) => "Awb art. 7:2 en 7:3",
            Some(Horen::Gehoord(_)) | None => "Awb art. 7:2",
        }
        .to_owned(),
    );
    regels
}
