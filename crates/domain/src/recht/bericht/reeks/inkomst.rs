//! Incomes, premiums, gifts and contributions in a question.

use primitives::{Datum, Maand};

use super::super::json::Json;
use super::super::lezer::{Lezer, Object, Pad};
use super::super::vraag::PERSOON;
use super::read_maand;
use super::vraag::REGELS_MAX;
use crate::recht::maanden::{Art34a, Reeksinkomst, Reekssoort, Reeksvrijlating};
use crate::recht::{Giftaard, Huishouden, Inkomstensoort, Onderdeel, Persoon, Vrijlating};

/// A pay period longer than this is a slip of the pen.
const TIJDVAK_MAX: i32 = 366;
/// A row may be repeated over as many months as a series may have.
const HERHAAL_MAX: i32 = 120;
/// More amounts than this are no case of one household.
const INKOMSTEN_MAX: usize = 2_400;
/// The longest name of a source.
const BRON_MAX: usize = 40;

/// The kinds of income of a single month that need nothing else to be told.
const INKOMEN: [Inkomstensoort; 11] = [
    Inkomstensoort::Arbeid,
    Inkomstensoort::Uitkering,
    Inkomstensoort::Aow,
    Inkomstensoort::Pensioen,
    Inkomstensoort::Alimentatie,
    Inkomstensoort::Heffingskorting,
    Inkomstensoort::Vermogen,
    Inkomstensoort::Verhuur,
    Inkomstensoort::Studiefinanciering,
    Inkomstensoort::Schadevergoeding,
    Inkomstensoort::Overig,
];

const AARD: [(&str, Giftaard); 2] = [
    ("inkomen", Giftaard::Inkomen),
    ("vermogen", Giftaard::Vermogen),
];

/// The incomes with the place of their row; a row for several months gives one for each.
pub(super) fn read_inkomsten(
    lezer: &mut Lezer,
    waarde: &Json,
    pad: &Pad<'_>,
) -> Option<Vec<(usize, Reeksinkomst)>> {
    let rijen = lezer.list(waarde, pad, REGELS_MAX, read_rij)?;
    // A month each: rows that are repeated count as often.
    if rijen.iter().map(Vec::len).sum::<usize>() > INKOMSTEN_MAX {
        let melding =
            format!("te veel inkomsten: samen hoogstens {INKOMSTEN_MAX} maanden of tijdvakken");
        lezer.refuse(pad, melding);
        return None;
    }
    let met_plek = |(plek, rij): (usize, Vec<Reeksinkomst>)| {
        rij.into_iter().map(move |inkomst| (plek, inkomst))
    };
    Some(rijen.into_iter().enumerate().flat_map(met_plek).collect())
}

fn read_rij(lezer: &mut Lezer, waarde: &Json, pad: &Pad<'_>) -> Option<Vec<Reeksinkomst>> {
    let bekend = [
        "persoon",
        "soort",
        "bedrag",
        "maand",
        "totEnMetMaand",
        "van",
        "totEnMet",
        "vrijlating",
        "dienstverbandVanaf",
        "bron",
        "bekendOp",
        "doelgroepLoonkostensubsidie",
        "teltAls",
    ];
    let object = lezer.object(waarde, pad, &bekend)?;
    let persoon = lezer.fact(&object, "persoon", |l, w, p| l.choice(w, p, &PERSOON));
    let is_doelgroep = lezer.optional(&object, "doelgroepLoonkostensubsidie", Lezer::ja_nee);
    let aard = lezer.optional(&object, "teltAls", |l, w, p| l.choice(w, p, &AARD));
    let soort = lezer.fact(&object, "soort", |l, w, p| {
        l.choice(w, p, &soorten(is_doelgroep, aard))
    });
    let bedrag = lezer.fact(&object, "bedrag", Lezer::bedrag);
    let vrijlating = lezer.optional(&object, "vrijlating", |l, w, p| {
        l.choice(w, p, &vrijlatingen())
    });
    let dienstverband_vanaf = lezer.optional(&object, "dienstverbandVanaf", Lezer::datum);
    let bron = lezer.optional(&object, "bron", read_bron);
    let bekend_op = lezer.optional(&object, "bekendOp", Lezer::datum);
    let tijdvakken = read_tijdvakken(lezer, &object, pad)?;
    let (persoon, soort, bedrag) = (persoon?, soort?, bedrag?);
    let rij = |(van, tot_en_met)| Reeksinkomst {
        persoon,
        soort,
        van,
        tot_en_met,
        bedrag,
        vrijlating,
        dienstverband_vanaf,
        bron: bron.clone(),
        bekend_op,
    };
    Some(tijdvakken.into_iter().map(rij).collect())
}

/// Every kind of amount by its name.
fn soorten(is_doelgroep: Option<bool>, aard: Option<Giftaard>) -> Vec<(&'static str, Reekssoort)> {
    // The food bank stands with the gifts of a series.
    let vrij = Onderdeel::ALL
        .iter()
        .filter(|onderdeel| **onderdeel != Onderdeel::Voedselbank);
    let vrij = vrij.map(|onderdeel| Inkomstensoort::Vrijgesteld(*onderdeel));
    INKOMEN
        .into_iter()
        .chain(vrij)
        .map(Reekssoort::Inkomen)
        .chain([
            Reekssoort::Premie { is_doelgroep },
            Reekssoort::Gift(aard),
            Reekssoort::Kostenbesparing(aard),
            Reekssoort::Voedselbank,
        ])
        .map(|soort| (soort.naam(), soort))
        .collect()
}

fn vrijlatingen() -> Vec<(&'static str, Reeksvrijlating)> {
    let letters = Vrijlating::ALL.map(|letter| (letter.letter(), Reeksvrijlating::Letter(letter)));
    let arbeid = Art34a::ALL.map(|(naam, grond)| (naam, Reeksvrijlating::Arbeid(grond)));
    letters.into_iter().chain(arbeid).collect()
}

fn read_bron(lezer: &mut Lezer, waarde: &Json, pad: &Pad<'_>) -> Option<String> {
    let is_naam = |tekst: &str| {
        (1..=BRON_MAX).contains(&tekst.len())
            && tekst
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    match waarde {
        Json::Tekst(tekst) if is_naam(tekst) => Some(tekst.clone()),
        _ => {
            let melding = format!(
                "schrijf 1 tot {BRON_MAX} kleine letters, cijfers en streepjes, zoals \"werkgever-1\""
            );
            lezer.refuse(pad, melding);
            None
        }
    }
}

/// The periods of a row: a month, each of some months, or days.
fn read_tijdvakken(
    lezer: &mut Lezer,
    object: &Object<'_, '_>,
    pad: &Pad<'_>,
) -> Option<Vec<(Datum, Datum)>> {
    let maand = lezer.optional(object, "maand", read_maand);
    let tot_maand = lezer.optional(object, "totEnMetMaand", read_maand);
    let van = lezer.optional(object, "van", Lezer::datum);
    let tot = lezer.optional(object, "totEnMet", Lezer::datum);
    match (maand, tot_maand, van, tot) {
        (Some(maand), tot_maand, None, None) => {
            let laatste = tot_maand.unwrap_or(maand);
            if laatste < maand || laatste >= maand.plus(HERHAAL_MAX) {
                lezer.refuse(
                    &pad.veld("totEnMetMaand"),
                    "deze maand ligt voor de eerste of meer dan tien jaar erna",
                );
                return None;
            }
            Some(list_maanden(maand, laatste))
        }
        (None, None, Some(van), Some(tot)) => {
            if tot < van || tot > van.saturating_add(jiff::Span::new().days(TIJDVAK_MAX - 1)) {
                lezer.refuse(
                    &pad.veld("totEnMet"),
                    "deze dag ligt voor de eerste of meer dan een jaar erna",
                );
                return None;
            }
            Some(vec![(van, tot)])
        }
        (None, None, None, None) => lezer.fact(object, "maand", |_, _, _| None),
        _ => {
            let melding = "geef een maand (of maand en totEnMetMaand), of van en totEnMet";
            lezer.refuse(&pad.veld("maand"), melding);
            None
        }
    }
}

fn list_maanden(van: Maand, tot_en_met: Maand) -> Vec<(Datum, Datum)> {
    let maanden = (0..HERHAAL_MAX).map(|aantal| van.plus(aantal));
    maanden
        .take_while(|maand| *maand <= tot_en_met)
        .map(|maand| (maand.first_day(), maand.last_day()))
        .collect()
}

/// Refuses the same income twice, and income of a partner where there never is one.
pub(super) fn check_inkomsten(
    lezer: &mut Lezer,
    pad: &Pad<'_>,
    inkomsten: &[(usize, Reeksinkomst)],
    huishoudens: Option<&[(Datum, Huishouden)]>,
) {
    let heeft_partner =
        huishoudens.is_none_or(|alle| alle.iter().any(|(_, h)| h.partner.is_some()));
    let mut genoemd = None;
    for (plek, (rij, inkomst)) in inkomsten.iter().enumerate() {
        if genoemd == Some(rij) {
            continue;
        }
        let regel = Pad::Plek(pad, *rij);
        if inkomst.persoon == Persoon::Partner && !heeft_partner {
            lezer.refuse(
                &regel.veld("persoon"),
                "er is geen partner in het huishouden",
            );
            genoemd = Some(rij);
        }
        let is_double = |(_, ander): &(usize, Reeksinkomst)| {
            ander.is_same(inkomst) && ander.bekend_op == inkomst.bekend_op
        };
        if inkomsten.iter().take(plek).any(is_double) {
            lezer.refuse(
                &regel,
                "dit inkomen staat er al. Geef een andere bron, of bij een correctie de dag bekendOp",
            );
            genoemd = Some(rij);
        }
    }
}
