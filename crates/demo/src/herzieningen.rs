//! Reviews of earlier months in different states, for `stuurhuis herziening naspelen`: all made up, of a delivered month.

use std::collections::BTreeSet;

use domain::statistiek::BusRegel;
use primitives::{Bsn, Datum, Maand};
use serde_json::{Value, json};

use crate::aanvragen::{person, with_bezwaren};
use crate::bestand::Maandbestanden;

/// How many residents the reviews need.
pub const HERZIENEN: usize = 5;

/// Who had algemene bijstand alone in the whole of a month, without an income. None where the month has too few of them.
pub fn list_herzienen(maand: &Maandbestanden) -> Option<[Bsn; HERZIENEN]> {
    let regels = maand.bus.regels();
    let is_alleen = |regel: &&BusRegel| {
        let nummer = &regel.uitkering.registratienummer;
        let zelfde = regels
            .iter()
            .filter(|ander| ander.uitkering.registratienummer == *nummer);
        zelfde.count() == 1
    };
    let mut gezien = BTreeSet::new();
    let bsns: Vec<Bsn> = regels
        .iter()
        .filter(|regel| regel.uitkering.bedrag_norm.is_some())
        .filter(|regel| regel.persoon.aanvangsdatum < maand.maand.first_day())
        .filter(|regel| regel.persoon.einde.is_none() && regel.persoon.bedrag_inkomsten.is_none())
        .filter(is_alleen)
        .filter(|regel| gezien.insert(regel.persoon.wie.bsn.expose()))
        .map(|regel| regel.persoon.wie.bsn.clone())
        .take(HERZIENEN)
        .collect();
    bsns.try_into().ok()
}

/// The reviews of a municipality as JSON: one with a fact, one that waits for a decision, one decided and made known, one with
/// an objection, one that was stopped. Where the municipality decides itself (`advies`), the decisions are advice.
pub fn render_herzieningen(
    herzienen: &[Bsn; HERZIENEN],
    maand: Maand,
    vandaag: Datum,
    is_advies: bool,
) -> String {
    let [open, wacht, bekend, bezwaar, gestopt] = herzienen;
    let consulent = person("demo-consulent-regio", "Kadir Yilmaz", "consulent");
    let teamleider = person("demo-teamleider", "Tineke Brouwer", "teamleider");
    let step = |door: &Value, doet: Value| json!({ "door": door, "doet": doet });
    let act = |handeling: Value| step(&consulent, json!({ "handeling": handeling }));
    let fact = act(
        json!({ "soort": "feit-vastgelegd", "feit": { "vanaf": maand.first_day(), "totEnMet": null,
        "wat": { "soort": "inkomen", "bedrag": "300.00" } } }),
    );
    let judged = act(
        json!({ "soort": "beoordeeld", "oordeel": { "dag": vandaag, "oorzaken": [{ "oorzaak": "inlichtingenplicht" }] } }),
    );
    let proposed = step(
        &consulent,
        json!({ "voorstel": { "motivering": "U werkte en vertelde ons dat niet. (voorbeeld)" } }),
    );
    let decided = step(&teamleider, json!("besluit"));
    let sent =
        act(json!({ "soort": "bekendgemaakt", "bekendgemaaktOp": vandaag, "wijze": "post" }));
    let stopped = act(
        json!({ "soort": "gestaakt", "reden": "De loonstrook was van iemand anders. (voorbeeld)" }),
    );
    let review = |bsn: &Bsn, stappen: Vec<Value>| {
        json!({ "bsn": bsn.expose(), "van": maand, "totEnMet": maand, "aanleiding": "Een loonstrook (voorbeeld).",
            "door": consulent, "stappen": stappen })
    };
    let klaar = || vec![fact.clone(), judged.clone(), proposed.clone()];
    let mut besloten = [klaar(), vec![decided]].concat();
    let mut bezwaren = vec![];
    if !is_advies {
        besloten.push(sent);
        bezwaren.push(json!({ "ontvangenOp": vandaag, "metCommissie": false,
            "indiener": { "wie": "inwoner" }, "handelingen": [] }));
    }
    let met_bezwaar = with_bezwaren(review(bezwaar, besloten.clone()), bezwaren);
    let herzieningen = json!([
        review(open, vec![fact.clone()]),
        review(wacht, klaar()),
        review(bekend, besloten),
        met_bezwaar,
        review(gestopt, vec![fact.clone(), stopped]),
    ]);
    herzieningen.to_string()
}

#[cfg(test)]
mod tests {
    use domain::herziening::Herzieningshandeling;

    use super::*;

    #[test]
    fn every_review_is_made_up_and_says_so() {
        let bsns = std::array::from_fn(|_| Bsn::parse("999999990").unwrap());
        let vandaag = primitives::parse_datum("2026-11-28").unwrap();
        let maand = Maand::parse("2026-09").unwrap();
        for is_advies in [false, true] {
            let tekst = render_herzieningen(&bsns, maand, vandaag, is_advies);
            let lijst: Vec<Value> = serde_json::from_str(&tekst).unwrap();
            assert_eq!(lijst.len(), HERZIENEN);
            assert_eq!(tekst.contains("\"indiener\""), !is_advies);
            assert_eq!(tekst.matches("\"motivering\"").count(), 3);
            assert!(tekst.matches("(voorbeeld)").count() >= HERZIENEN);
            let stappen = lijst
                .iter()
                .flat_map(|zaak| zaak["stappen"].as_array().unwrap());
            for handeling in stappen.filter_map(|stap| stap["doet"].get("handeling")) {
                serde_json::from_value::<Herzieningshandeling>(handeling.clone()).unwrap();
            }
        }
    }
}
