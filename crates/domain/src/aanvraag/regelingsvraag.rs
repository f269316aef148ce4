//! The facts of a scheme as the question of contract 2.1 names them: the way back of `recht::bericht`.

use serde_json::{Value, json};

use crate::recht::regelingen::{
    Beschutfeiten, Bijzonderfeiten, Kostenoordeel, Kostenpost, Leengrond, Loonkostenfeiten,
    Minimafeiten, Minimasoort, Premiefeiten, Premiesoort, Regelingsfeiten, Studiefeiten,
};

/// The field of a scheme and what stands in it. The children of a minima scheme stand in the household.
pub(super) fn field_of(feiten: &Regelingsfeiten) -> (&'static str, Value) {
    match feiten {
        Regelingsfeiten::BijzondereBijstand(feiten) => ("bijzondereBijstand", bijzonder(feiten)),
        Regelingsfeiten::Minimaregeling(feiten) => ("minima", minima(feiten)),
        Regelingsfeiten::Studietoeslag(feiten) => ("studie", studie(feiten)),
        Regelingsfeiten::Loonkostensubsidie(feiten) => ("loonkosten", loonkosten(feiten)),
        Regelingsfeiten::BeschutWerk(feiten) => ("beschut", beschut(feiten)),
        Regelingsfeiten::Premie(feiten) => ("premie", premie(feiten)),
    }
}

fn bijzonder(feiten: &Bijzonderfeiten) -> Value {
    json!({
        "kosten": feiten.kosten.iter().map(post).collect::<Vec<_>>(),
        "eerdereKosten": feiten.eerdere_kosten,
        "inkomen": feiten.inkomen,
        "draagkrachtGebruikt": feiten.draagkracht_gebruikt,
        "draagkrachtMaanden": feiten.draagkracht_maanden,
        "draagkrachtBegin": feiten.draagkracht_begin,
        "afwijking": feiten.afwijking,
    })
}

/// A cost. Of the three answers of the college the first that stands in the way is kept, so the others are as if they did
/// not.
fn post(post: &Kostenpost) -> Value {
    json!({
        "soort": post.soort,
        "bedrag": post.bedrag,
        "maanden": post.maanden,
        "noodzakelijk": post.oordeel != Kostenoordeel::NietNoodzakelijk,
        "bijzondereOmstandigheden": post.oordeel != Kostenoordeel::NietBijzonder,
        "voorliggendeVoorziening": post.oordeel == Kostenoordeel::EldersVergoed,
        "leengrond": post.leengrond.and_then(|grond| name_of(&Leengrond::ALL, grond)),
        "lening": post.is_lening,
    })
}

fn minima(feiten: &Minimafeiten) -> Value {
    json!({ "soort": name_of(&Minimasoort::ALL, feiten.soort), "inkomen": feiten.inkomen })
}

fn studie(feiten: &Studiefeiten) -> Value {
    json!({
        "kanNietWerken": feiten.kan_niet_werken,
        "studiefinanciering": feiten.heeft_studiefinanciering,
        "wajong": feiten.heeft_wajong,
        "stageInkomsten": feiten.stage,
    })
}

fn loonkosten(feiten: &Loonkostenfeiten) -> Value {
    let getal = |getal: rust_decimal::Decimal| getal.to_string();
    json!({
        "doelgroep": feiten.is_doelgroep,
        "begin": feiten.begin,
        "uren": getal(feiten.uren),
        "voltijdUren": feiten.voltijd_uren.map(getal),
        "loonwaarde": feiten.loonwaarde.map(|deel| getal(deel.decimal())),
        "socialeWerkvoorziening": feiten.is_sociale_werkvoorziening,
        "andereSubsidie": feiten.heeft_andere_subsidie,
    })
}

fn beschut(feiten: &Beschutfeiten) -> Value {
    json!({
        "adviesUwv": feiten.heeft_advies,
        "alleenBeschut": feiten.is_alleen_beschut,
        "plaatsenMinister": feiten.plaatsen_minister,
        "gerealiseerd": feiten.gerealiseerd,
    })
}

fn premie(feiten: &Premiefeiten) -> Value {
    json!({
        "soort": name_of(&Premiesoort::ALL, feiten.soort),
        "akkoordCollege": feiten.is_akkoord_college,
        "maandenGewerkt": feiten.maanden_gewerkt,
        "maandenBijstand": feiten.maanden_bijstand,
        "eerderDitJaar": feiten.eerder_dit_jaar,
        "keerEerderDitJaar": feiten.keer_eerder_dit_jaar,
        "doelgroepLoonkostensubsidie": feiten.is_doelgroep,
    })
}

fn name_of<T: PartialEq + Copy>(namen: &[(&'static str, T)], waarde: T) -> Option<&'static str> {
    let mut namen = namen.iter();
    namen.find(|(_, een)| *een == waarde).map(|(naam, _)| *naam)
}
