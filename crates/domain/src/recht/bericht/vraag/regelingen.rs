//! The facts of the schemes beside algemene bijstand.

use primitives::Datum;
use rust_decimal::Decimal;

use super::super::json::Json;
use super::super::lezer::{Lezer, Object, Pad};
use super::REGELS_MAX;
use crate::recht::regelingen::{
    Beschutfeiten, Bijzonderfeiten, Deelnemers, Kostenoordeel, Kostenpost, Leengrond,
    Loonkostenfeiten, Minimafeiten, Minimasoort, Premiefeiten, Premiesoort, Regelingsfeiten,
    Studiefeiten,
};
use crate::recht::{Huishouden, Leeftijd, Regeling};

/// The longest name of a kind of costs.
const SOORT_MAX: usize = 200;

/// The field that each scheme has its facts in.
const VELDEN: [(Regeling, &str); 6] = [
    (Regeling::BijzondereBijstand, "bijzondereBijstand"),
    (Regeling::Minimaregeling, "minima"),
    (Regeling::Studietoeslag, "studie"),
    (Regeling::Loonkostensubsidie, "loonkosten"),
    (Regeling::BeschutWerk, "beschut"),
    (Regeling::Premie, "premie"),
];

/// The facts of the scheme that is asked for. The field of another scheme is refused: it would do nothing.
pub(super) fn read_feiten(
    lezer: &mut Lezer,
    vraag: &Object<'_, '_>,
    regeling: Option<Regeling>,
    peildatum: Option<Datum>,
    huishouden: Option<&Huishouden>,
) -> Option<Regelingsfeiten> {
    let regeling = regeling?;
    for (van, veld) in VELDEN {
        if van != regeling && vraag.has(veld) {
            let melding = format!(
                "dit veld hoort bij een andere regeling dan {}",
                regeling.naam()
            );
            lezer.refuse(&Pad::Wortel.veld(veld), melding);
        }
    }
    match regeling {
        Regeling::AlgemeneBijstand | Regeling::IndividueleInkomenstoeslag => None,
        Regeling::BijzondereBijstand => lezer
            .fact(vraag, "bijzondereBijstand", read_bijzonder)
            .map(Regelingsfeiten::BijzondereBijstand),
        Regeling::Minimaregeling => lezer
            .fact(vraag, "minima", |l, w, p| {
                read_minima(l, w, p, huishouden?, peildatum?)
            })
            .map(Regelingsfeiten::Minimaregeling),
        Regeling::Studietoeslag => lezer
            .fact(vraag, "studie", read_studie)
            .map(Regelingsfeiten::Studietoeslag),
        Regeling::Loonkostensubsidie => lezer
            .fact(vraag, "loonkosten", |l, w, p| {
                read_loonkosten(l, w, p, peildatum)
            })
            .map(Regelingsfeiten::Loonkostensubsidie),
        Regeling::BeschutWerk => lezer
            .fact(vraag, "beschut", read_beschut)
            .map(Regelingsfeiten::BeschutWerk),
        Regeling::Premie => lezer
            .fact(vraag, "premie", read_premie)
            .map(Regelingsfeiten::Premie),
    }
}

fn read_bijzonder(lezer: &mut Lezer, waarde: &Json, pad: &Pad<'_>) -> Option<Bijzonderfeiten> {
    let bekend = [
        "kosten",
        "eerdereKosten",
        "inkomen",
        "draagkrachtGebruikt",
        "draagkrachtMaanden",
        "draagkrachtBegin",
        "afwijking",
    ];
    let object = lezer.object(waarde, pad, &bekend)?;
    let kosten = lezer.fact(&object, "kosten", |l, w, p| {
        l.list(w, p, REGELS_MAX, read_kostenpost)
    });
    let eerdere_kosten = lezer.fact(&object, "eerdereKosten", Lezer::bedrag);
    let inkomen = lezer.fact(&object, "inkomen", Lezer::bedrag);
    let draagkracht_gebruikt = lezer.fact(&object, "draagkrachtGebruikt", Lezer::bedrag);
    let draagkracht_maanden = lezer.optional(&object, "draagkrachtMaanden", Lezer::maanden);
    let draagkracht_begin = lezer.optional(&object, "draagkrachtBegin", Lezer::datum);
    let afwijking = lezer.optional(&object, "afwijking", Lezer::bedrag);
    Some(Bijzonderfeiten {
        kosten: kosten?,
        eerdere_kosten: eerdere_kosten?,
        inkomen: inkomen?,
        draagkracht_gebruikt: draagkracht_gebruikt?,
        draagkracht_maanden,
        draagkracht_begin,
        afwijking,
    })
}

fn read_kostenpost(lezer: &mut Lezer, waarde: &Json, pad: &Pad<'_>) -> Option<Kostenpost> {
    let bekend = [
        "soort",
        "bedrag",
        "maanden",
        "noodzakelijk",
        "bijzondereOmstandigheden",
        "voorliggendeVoorziening",
        "leengrond",
        "lening",
    ];
    let object = lezer.object(waarde, pad, &bekend)?;
    let soort = lezer.fact(&object, "soort", read_soort);
    let bedrag = lezer.fact(&object, "bedrag", Lezer::bedrag);
    let maanden = lezer.optional(&object, "maanden", |l, w, p| {
        let maanden = l.maanden(w, p)?;
        if maanden == 0 {
            l.refuse(
                p,
                "vul minstens 1 maand in, of laat dit veld weg als de kosten één keer zijn",
            );
        }
        Some(maanden)
    });
    let noodzakelijk = lezer.fact(&object, "noodzakelijk", Lezer::ja_nee);
    let bijzonder = lezer.fact(&object, "bijzondereOmstandigheden", Lezer::ja_nee);
    let elders = lezer.fact(&object, "voorliggendeVoorziening", Lezer::ja_nee);
    let leengrond = lezer.optional(&object, "leengrond", |l, w, p| {
        l.choice(w, p, &Leengrond::ALL)
    });
    let lening = lezer.optional(&object, "lening", Lezer::ja_nee);
    Some(Kostenpost {
        soort: soort?,
        bedrag: bedrag?,
        maanden,
        oordeel: Kostenoordeel::of(noodzakelijk?, bijzonder?, elders?),
        leengrond,
        is_lening: lening.unwrap_or(false),
    })
}

fn read_soort(lezer: &mut Lezer, waarde: &Json, pad: &Pad<'_>) -> Option<String> {
    if let Json::Tekst(tekst) = waarde
        && !tekst.trim().is_empty()
        && tekst.chars().count() <= SOORT_MAX
        && !tekst.chars().any(char::is_control)
    {
        return Some(tekst.trim().to_owned());
    }
    lezer.refuse(
        pad,
        format!(
            "schrijf in hoogstens {SOORT_MAX} tekens waarvoor de kosten zijn, zoals \"Uitvaart\""
        ),
    );
    None
}

fn read_minima(
    lezer: &mut Lezer,
    waarde: &Json,
    pad: &Pad<'_>,
    huishouden: &Huishouden,
    peildatum: Datum,
) -> Option<Minimafeiten> {
    let object = lezer.object(waarde, pad, &["soort", "inkomen"])?;
    let soort = lezer.fact(&object, "soort", |l, w, p| {
        l.choice(w, p, &Minimasoort::ALL)
    });
    let inkomen = lezer.fact(&object, "inkomen", Lezer::bedrag);
    Some(Minimafeiten {
        soort: soort?,
        inkomen: inkomen?,
        deelnemers: deelnemers_of(huishouden, peildatum),
    })
}

/// The children of a household by age; a child of 18 or older takes part by itself.
fn deelnemers_of(huishouden: &Huishouden, peildatum: Datum) -> Deelnemers {
    let jaren = huishouden
        .kinderen
        .iter()
        .filter_map(|geboren| Leeftijd::op(*geboren, peildatum).map(Leeftijd::jaren));
    let mut deelnemers = Deelnemers {
        kinderen_tot_12: 0,
        kinderen_vanaf_12: 0,
    };
    for jaren in jaren {
        match jaren {
            ..12 => deelnemers.kinderen_tot_12 += 1,
            12..18 => deelnemers.kinderen_vanaf_12 += 1,
            _ => {}
        }
    }
    deelnemers
}

fn read_studie(lezer: &mut Lezer, waarde: &Json, pad: &Pad<'_>) -> Option<Studiefeiten> {
    let bekend = [
        "kanNietWerken",
        "studiefinanciering",
        "wajong",
        "stageInkomsten",
    ];
    let object = lezer.object(waarde, pad, &bekend)?;
    let kan_niet_werken = lezer.fact(&object, "kanNietWerken", Lezer::ja_nee);
    let studiefinanciering = lezer.fact(&object, "studiefinanciering", Lezer::ja_nee);
    let wajong = lezer.fact(&object, "wajong", Lezer::ja_nee);
    let stage = lezer.fact(&object, "stageInkomsten", Lezer::bedrag);
    Some(Studiefeiten {
        kan_niet_werken: kan_niet_werken?,
        heeft_studiefinanciering: studiefinanciering?,
        heeft_wajong: wajong?,
        stage: stage?,
    })
}

fn read_loonkosten(
    lezer: &mut Lezer,
    waarde: &Json,
    pad: &Pad<'_>,
    peildatum: Option<Datum>,
) -> Option<Loonkostenfeiten> {
    let bekend = [
        "doelgroep",
        "begin",
        "uren",
        "voltijdUren",
        "loonwaarde",
        "socialeWerkvoorziening",
        "andereSubsidie",
    ];
    let object = lezer.object(waarde, pad, &bekend)?;
    let doelgroep = lezer.fact(&object, "doelgroep", Lezer::ja_nee);
    let begin = lezer.fact(&object, "begin", |l, w, p| {
        let begin = l.datum(w, p)?;
        if peildatum.is_some_and(|peildatum| begin > peildatum) {
            l.refuse(p, "deze datum ligt na de peildatum");
        }
        Some(begin)
    });
    let uren = lezer.fact(&object, "uren", read_uren);
    let voltijd_uren = lezer.optional(&object, "voltijdUren", read_uren);
    let loonwaarde = lezer.optional(&object, "loonwaarde", |l, w, p| l.percentage(w, p, 100));
    let wsw = lezer.fact(&object, "socialeWerkvoorziening", Lezer::ja_nee);
    let andere = lezer.fact(&object, "andereSubsidie", Lezer::ja_nee);
    Some(Loonkostenfeiten {
        is_doelgroep: doelgroep?,
        begin: begin?,
        uren: uren?,
        voltijd_uren,
        loonwaarde,
        is_sociale_werkvoorziening: wsw?,
        heeft_andere_subsidie: andere?,
    })
}

/// Hours a week, above nothing and at most sixty, with at most two decimals.
fn read_uren(lezer: &mut Lezer, waarde: &Json, pad: &Pad<'_>) -> Option<Decimal> {
    let uren = match waarde {
        Json::Getal(tekst) | Json::Tekst(tekst) => tekst.parse::<Decimal>().ok(),
        _ => None,
    };
    let uren = uren.filter(|uren| {
        *uren > Decimal::ZERO && *uren <= Decimal::from(60) && uren.normalize().scale() <= 2
    });
    if uren.is_none() {
        lezer.refuse(
            pad,
            "schrijf een aantal uren per week boven 0 en tot en met 60, met hoogstens twee decimalen",
        );
    }
    uren
}

fn read_beschut(lezer: &mut Lezer, waarde: &Json, pad: &Pad<'_>) -> Option<Beschutfeiten> {
    let bekend = [
        "adviesUwv",
        "alleenBeschut",
        "plaatsenMinister",
        "gerealiseerd",
    ];
    let object = lezer.object(waarde, pad, &bekend)?;
    let advies = lezer.fact(&object, "adviesUwv", Lezer::ja_nee);
    let alleen = lezer.fact(&object, "alleenBeschut", Lezer::ja_nee);
    let minister = lezer.fact(&object, "plaatsenMinister", Lezer::aantal);
    let gerealiseerd = lezer.fact(&object, "gerealiseerd", Lezer::aantal);
    Some(Beschutfeiten {
        heeft_advies: advies?,
        is_alleen_beschut: alleen?,
        plaatsen_minister: minister?,
        gerealiseerd: gerealiseerd?,
    })
}

fn read_premie(lezer: &mut Lezer, waarde: &Json, pad: &Pad<'_>) -> Option<Premiefeiten> {
    let bekend = [
        "soort",
        "akkoordCollege",
        "maandenGewerkt",
        "maandenBijstand",
        "eerderDitJaar",
        "keerEerderDitJaar",
        "doelgroepLoonkostensubsidie",
    ];
    let object = lezer.object(waarde, pad, &bekend)?;
    let soort = lezer.fact(&object, "soort", |l, w, p| {
        l.choice(w, p, &Premiesoort::ALL)
    });
    let akkoord = lezer.fact(&object, "akkoordCollege", Lezer::ja_nee);
    let maanden_gewerkt = lezer.optional(&object, "maandenGewerkt", Lezer::maanden);
    let maanden_bijstand = lezer.optional(&object, "maandenBijstand", Lezer::maanden);
    let eerder = lezer.fact(&object, "eerderDitJaar", Lezer::bedrag);
    let keer = lezer.fact(&object, "keerEerderDitJaar", Lezer::aantal);
    let doelgroep = lezer.fact(&object, "doelgroepLoonkostensubsidie", Lezer::ja_nee);
    Some(Premiefeiten {
        soort: soort?,
        is_akkoord_college: akkoord?,
        maanden_gewerkt,
        maanden_bijstand,
        eerder_dit_jaar: eerder?,
        keer_eerder_dit_jaar: keer?,
        is_doelgroep: doelgroep?,
    })
}

impl Lezer {
    /// A whole number up to a hundred thousand.
    fn aantal(&mut self, waarde: &Json, pad: &Pad<'_>) -> Option<u32> {
        let aantal = match waarde {
            Json::Getal(tekst) => tekst.parse().ok().filter(|aantal| *aantal <= 100_000),
            _ => None,
        };
        if aantal.is_none() {
            self.refuse(pad, "schrijf een heel getal van 0 tot en met 100000");
        }
        aantal
    }
}
