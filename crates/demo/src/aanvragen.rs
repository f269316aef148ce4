//! Applications in different states, for `stuurhuis aanvraag naspelen`: all made up, counted back from a day.

use std::collections::BTreeSet;

use jiff::Span;
use primitives::{Bsn, Datum};
use serde_json::{Value, json};

use crate::bestand::Maandbestanden;

/// How many residents the applications need.
pub const AANVRAGERS: usize = 7;

/// Who is guided without a benefit in a month, of an age to work: first somebody of 18 to 25, then people of 30 to 58. None
/// where the month has too few of them.
pub fn list_aanvragers(maand: &Maandbestanden) -> Option<[Bsn; AANVRAGERS]> {
    let met_uitkering: BTreeSet<&str> = maand
        .bus
        .regels()
        .iter()
        .map(|regel| regel.persoon.wie.bsn.expose())
        .collect();
    let dag = maand.maand.last_day();
    let mut gezien = BTreeSet::new();
    let zonder: Vec<_> = maand
        .srg
        .regels()
        .iter()
        .map(|regel| &regel.wie)
        .filter(|wie| !met_uitkering.contains(wie.bsn.expose()))
        .filter(|wie| gezien.insert(wie.bsn.expose()))
        .collect();
    let aged = |van: i16, tot: i16| {
        zonder
            .iter()
            .filter(move |wie| (van..tot).contains(&(dag.year() - wie.geboortedatum.year())))
            .map(|wie| wie.bsn.clone())
    };
    let alle: Vec<Bsn> = aged(19, 26)
        .take(1)
        .chain(aged(30, 59))
        .take(AANVRAGERS)
        .collect();
    let is_jong_vooraan = aged(19, 26).next().is_some();
    alle.try_into().ok().filter(|_| is_jong_vooraan)
}

/// The applications of a municipality as JSON, seen from `vandaag`. Where the municipality decides itself (`advies`), the
/// decisions are advice. The first of the applicants is under 27.
pub fn render_aanvragen(aanvragers: &[Bsn; AANVRAGERS], vandaag: Datum, is_advies: bool) -> String {
    let [jong, rest @ ..] = aanvragers;
    let [nieuw, wacht, afgewogen, te_laat, voorschot, afgewezen] = rest;
    let dag = |terug: i64| vandaag.saturating_sub(Span::new().days(terug));
    let consulent = person("demo-consulent-regio", "Kadir Yilmaz", "consulent");
    let teamleider = person("demo-teamleider", "Tineke Brouwer", "teamleider");
    let step = |door: &Value, doet: Value| json!({ "door": door, "doet": doet });
    let act = |handeling: Value| step(&consulent, json!({ "handeling": handeling }));
    let decide = |door: &Value| step(door, json!("besluit"));
    let facts =
        |op: Datum, bezittingen: &str| json!({ "peildatum": op, "bezittingen": bezittingen });
    let propose = |besluit: &str, motivering: &str, op: Datum, bezittingen: &str| {
        let feiten = facts(op, bezittingen);
        let voorstel = json!({ "besluit": besluit, "motivering": motivering, "feiten": feiten });
        step(&consulent, json!({ "voorstel": voorstel }))
    };
    let application = |bsn: &Bsn, terug: i64, kanaal: &str, stappen: Vec<Value>| {
        json!({ "bsn": bsn.expose(), "regeling": "algemene-bijstand", "ontvangenOp": dag(terug),
            "gemeldOp": dag(terug), "kanaal": kanaal, "door": consulent, "stappen": stappen })
    };
    let sent =
        act(json!({ "soort": "bekendgemaakt", "bekendgemaaktOp": vandaag, "wijze": "post" }));
    let college = act(
        json!({ "soort": "besloten-door-college", "beslotenOp": vandaag,
        "volgtAdvies": true, "toelichting": "Besluit 2026-114 (voorbeeld)." }),
    );
    let objection = |wie: Value, commissie: bool, handelingen: Vec<Value>| json!({ "ontvangenOp": vandaag, "metCommissie": commissie, "indiener": wie, "handelingen": handelingen });
    let heard = json!({ "soort": "gehoord", "gehoordOp": vandaag, "wie": "u en uw partner, en twee leden van de bezwaarcommissie (voorbeeld)",
        "verslag": "U vertelde dat een deel van het spaargeld van uw kinderen is. (voorbeeld)" });
    let weighed = json!({ "besluit": "toekenning", "feiten": facts(dag(34), "800.00"),
        "motivering": "U heeft geen inkomen en weinig spaargeld. (voorbeeld)",
        "afwegingen": [{ "punt": "ontheffing", "keuze": "Een half jaar geen plicht om werk te zoeken.",
            "reden": "U zorgt elke dag voor uw zieke moeder. (voorbeeld)" }],
        "ontheffing": ["dringende-redenen", vandaag.saturating_add(Span::new().months(6))] });
    let granted = propose(
        "toekenning",
        "U heeft geen inkomen en weinig spaargeld. (voorbeeld)",
        dag(35),
        "500.00",
    );
    let refused = propose(
        "afwijzing",
        "U heeft meer spaargeld dan mag. (voorbeeld)",
        dag(41),
        "50000.00",
    );
    let partner = json!({ "wie": "partner", "naam": "R. de Vries (voorbeeld)" });
    let (na_toekenning, na_afwijzing, bezwaren) = if is_advies {
        (vec![], vec![college], vec![])
    } else {
        let twee = vec![
            objection(json!({ "wie": "inwoner" }), true, vec![]),
            objection(partner, true, vec![heard]),
        ];
        (vec![sent.clone()], vec![sent], twee)
    };
    let laatste = application(
        afgewezen,
        41,
        "digitaal",
        [vec![refused, decide(&teamleider)], na_afwijzing].concat(),
    );
    let laatste = with_bezwaren(laatste, bezwaren);
    let aanvragen = json!([
        application(nieuw, 5, "balie", vec![]),
        application(
            wacht,
            20,
            "digitaal",
            vec![act(json!({ "soort": "herstel-gevraagd",
            "gevraagdOp": dag(15), "uiterlijk": vandaag.saturating_add(Span::new().days(6)),
            "wat": "De bankafschriften van de laatste drie maanden. (voorbeeld)" }))]
        ),
        application(
            afgewogen,
            34,
            "digitaal",
            vec![
                step(&consulent, json!({ "voorschot": facts(dag(34), "800.00") })),
                step(&consulent, json!({ "voorstel": weighed })),
            ]
        ),
        application(
            jong,
            35,
            "post",
            [vec![granted, decide(&consulent)], na_toekenning].concat()
        ),
        application(te_laat, 75, "post", vec![]),
        application(
            voorschot,
            31,
            "balie",
            vec![step(
                &consulent,
                json!({ "voorschot": facts(dag(31), "0.00") })
            )]
        ),
        laatste,
    ]);
    aanvragen.to_string()
}

/// A decision with the objections to it.
pub(crate) fn with_bezwaren(mut zaak: Value, bezwaren: Vec<Value>) -> Value {
    if let Some(velden) = zaak.as_object_mut() {
        velden.insert("bezwaren".to_owned(), bezwaren.into());
    }
    zaak
}

/// Who acts, as the file of what is played tells it.
pub(crate) fn person(sub: &str, naam: &str, rol: &str) -> Value {
    json!({ "sub": sub, "naam": naam, "rol": rol })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_application_is_made_up_and_says_so() {
        let bsns = std::array::from_fn(|_| Bsn::parse("999999990").unwrap());
        let vandaag = primitives::parse_datum("2026-11-28").unwrap();
        for is_advies in [false, true] {
            let tekst = render_aanvragen(&bsns, vandaag, is_advies);
            let lijst: Vec<Value> = serde_json::from_str(&tekst).unwrap();
            assert_eq!(lijst.len(), AANVRAGERS);
            assert_eq!(tekst.contains("besloten-door-college"), is_advies);
            assert_eq!(tekst.contains("\"indiener\""), !is_advies);
            assert_eq!(tekst.matches("\"motivering\"").count(), 3);
            assert!(tekst.matches("(voorbeeld)").count() >= 5);
        }
    }
}
