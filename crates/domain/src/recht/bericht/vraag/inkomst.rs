//! One income of a question.

use primitives::Geld;

use super::super::json::Json;
use super::super::lezer::{Lezer, Object, Pad};
use crate::recht::{Giftaard, Inkomst, Inkomstensoort, Onderdeel, Persoon, Premie, Vrijlating};

pub(in crate::recht::bericht) const PERSOON: [(&str, Persoon); 2] = [
    ("aanvrager", Persoon::Aanvrager),
    ("partner", Persoon::Partner),
];

const AARD: [(&str, Giftaard); 2] = [
    ("inkomen", Giftaard::Inkomen),
    ("vermogen", Giftaard::Vermogen),
];

/// A kind by its name, before the facts that belong to it are read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Soortnaam {
    Vast(Inkomstensoort),
    Premie,
    Vrijwilligersvergoeding,
    Gift,
    Kostenbesparing,
}

const SOORT: [(&str, Soortnaam); 15] = [
    ("arbeid", Soortnaam::Vast(Inkomstensoort::Arbeid)),
    ("uitkering", Soortnaam::Vast(Inkomstensoort::Uitkering)),
    ("aow", Soortnaam::Vast(Inkomstensoort::Aow)),
    ("pensioen", Soortnaam::Vast(Inkomstensoort::Pensioen)),
    ("alimentatie", Soortnaam::Vast(Inkomstensoort::Alimentatie)),
    (
        "heffingskorting",
        Soortnaam::Vast(Inkomstensoort::Heffingskorting),
    ),
    ("vermogen", Soortnaam::Vast(Inkomstensoort::Vermogen)),
    ("verhuur", Soortnaam::Vast(Inkomstensoort::Verhuur)),
    (
        "studiefinanciering",
        Soortnaam::Vast(Inkomstensoort::Studiefinanciering),
    ),
    ("premie", Soortnaam::Premie),
    (
        "vrijwilligersvergoeding",
        Soortnaam::Vrijwilligersvergoeding,
    ),
    (
        "schadevergoeding",
        Soortnaam::Vast(Inkomstensoort::Schadevergoeding),
    ),
    ("gift", Soortnaam::Gift),
    ("kostenbesparing", Soortnaam::Kostenbesparing),
    ("overig", Soortnaam::Vast(Inkomstensoort::Overig)),
];

const VAKANTIETOESLAG: [(&str, Vakantietoeslag); 2] = [
    ("inbegrepen", Vakantietoeslag::Inbegrepen),
    ("niet-inbegrepen", Vakantietoeslag::NietInbegrepen),
];

/// Whether the holiday pay is in the amount.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Vakantietoeslag {
    Inbegrepen,
    NietInbegrepen,
}

/// An income, and whether its general tax credit was left out where its holiday pay is not in it.
pub(in crate::recht::bericht) type Gelezen = (Inkomst, Option<bool>);

pub(in crate::recht::bericht) fn read_inkomst(
    lezer: &mut Lezer,
    waarde: &Json,
    pad: &Pad<'_>,
) -> Option<Gelezen> {
    let bekend = [
        "persoon",
        "soort",
        "bedrag",
        "vrijlating",
        "maandenGebruikt",
        "eerderDitJaar",
        "keerEerderDitJaar",
        "doelgroepLoonkostensubsidie",
        "aard",
        "vakantietoeslag",
        "zonderHeffingskorting",
    ];
    let object = lezer.object(waarde, pad, &bekend)?;
    let persoon = lezer.fact(&object, "persoon", |l, w, p| l.choice(w, p, &PERSOON));
    let soort = lezer.fact(&object, "soort", read_soortnaam);
    let bedrag = lezer.fact(&object, "bedrag", Lezer::bedrag);
    let zonder = read_vakantietoeslag(lezer, &object, pad, soort);
    let soort = soort.and_then(|naam| read_feiten(lezer, &object, pad, naam));
    let letters = Vrijlating::ALL.map(|letter| (letter.letter(), letter));
    let vrijlating = lezer.optional(&object, "vrijlating", |l, w, p| l.choice(w, p, &letters));
    let maanden_gebruikt = lezer.optional(&object, "maandenGebruikt", Lezer::maanden);
    let inkomst = Inkomst {
        persoon: persoon?,
        soort: soort?,
        bedrag: bedrag?,
        vrijlating,
        maanden_gebruikt,
    };
    Some((inkomst, zonder))
}

/// Only pay and benefits come with holiday pay.
fn read_vakantietoeslag(
    lezer: &mut Lezer,
    object: &Object<'_, '_>,
    pad: &Pad<'_>,
    soort: Option<Soortnaam>,
) -> Option<bool> {
    let toeslag = lezer.optional(object, "vakantietoeslag", |l, w, p| {
        l.choice(w, p, &VAKANTIETOESLAG)
    });
    let heffingskorting = lezer.optional(object, "zonderHeffingskorting", Lezer::ja_nee);
    let is_niet_inbegrepen = toeslag == Some(Vakantietoeslag::NietInbegrepen);
    let heeft_toeslag = matches!(
        soort,
        None | Some(Soortnaam::Vast(
            Inkomstensoort::Arbeid
                | Inkomstensoort::Uitkering
                | Inkomstensoort::Aow
                | Inkomstensoort::Pensioen
        ))
    );
    if is_niet_inbegrepen && !heeft_toeslag {
        let melding = "bij deze soort hoort geen vakantietoeslag";
        lezer.refuse(&pad.veld("vakantietoeslag"), melding);
    }
    if heffingskorting.is_some() && !is_niet_inbegrepen {
        let melding = "dit veld hoort alleen bij een bedrag zonder vakantietoeslag";
        lezer.refuse(&pad.veld("zonderHeffingskorting"), melding);
    }
    is_niet_inbegrepen.then(|| heffingskorting.unwrap_or(false))
}

fn read_soortnaam(lezer: &mut Lezer, waarde: &Json, pad: &Pad<'_>) -> Option<Soortnaam> {
    let vrij = Onderdeel::ALL.iter().map(|onderdeel| {
        let soort = Inkomstensoort::Vrijgesteld(*onderdeel);
        (onderdeel.naam(), Soortnaam::Vast(soort))
    });
    let namen: Vec<(&str, Soortnaam)> = SOORT.iter().copied().chain(vrij).collect();
    lezer.choice(waarde, pad, &namen)
}

/// The facts that belong to a kind; one that does not is refused, as it would silently do nothing.
fn read_feiten(
    lezer: &mut Lezer,
    object: &Object<'_, '_>,
    pad: &Pad<'_>,
    naam: Soortnaam,
) -> Option<Inkomstensoort> {
    let velden: &[&str] = match naam {
        Soortnaam::Vast(_) => &[],
        Soortnaam::Premie => &[
            "eerderDitJaar",
            "keerEerderDitJaar",
            "doelgroepLoonkostensubsidie",
        ],
        Soortnaam::Vrijwilligersvergoeding | Soortnaam::Kostenbesparing => &["eerderDitJaar"],
        Soortnaam::Gift => &["eerderDitJaar", "aard"],
    };
    for veld in [
        "eerderDitJaar",
        "keerEerderDitJaar",
        "doelgroepLoonkostensubsidie",
        "aard",
    ] {
        if !velden.contains(&veld) && object.has(veld) {
            lezer.refuse(&pad.veld(veld), "dit veld hoort niet bij deze soort");
        }
    }
    match naam {
        Soortnaam::Vast(soort) => Some(soort),
        Soortnaam::Premie => {
            let eerder = read_eerder(lezer, object);
            let keren = lezer.fact(object, "keerEerderDitJaar", Lezer::maanden);
            let doelgroep = lezer.optional(object, "doelgroepLoonkostensubsidie", Lezer::ja_nee);
            Some(Inkomstensoort::Premie(Premie {
                eerder: eerder?,
                keren: keren?,
                is_doelgroep: doelgroep.unwrap_or(false),
            }))
        }
        Soortnaam::Vrijwilligersvergoeding => {
            let eerder = read_eerder(lezer, object)?;
            Some(Inkomstensoort::Vrijwilligersvergoeding { eerder })
        }
        Soortnaam::Kostenbesparing => {
            let eerder = read_eerder(lezer, object)?;
            Some(Inkomstensoort::Kostenbesparing { eerder })
        }
        Soortnaam::Gift => {
            let eerder = read_eerder(lezer, object);
            let aard = lezer.optional(object, "aard", |l, w, p| l.choice(w, p, &AARD));
            Some(Inkomstensoort::Gift {
                eerder: eerder?,
                aard,
            })
        }
    }
}

/// The part of a yearly amount that was used before.
fn read_eerder(lezer: &mut Lezer, object: &Object<'_, '_>) -> Option<Geld> {
    lezer.fact(object, "eerderDitJaar", Lezer::bedrag)
}
