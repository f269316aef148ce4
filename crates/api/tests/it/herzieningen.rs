//! Reviews that were begun, over the API: reading one back with its months, who may not.

use actix_web::http::{Method, StatusCode};
use application::herziening::{begin_herziening, record_herzieningshandeling};
use domain::herziening::{Feitwijziging, Herzieningshandeling, Oordeel, Oorzaakoordeel, Wijziging};
use domain::recht::herziening::Oorzaak;
use http_base::DbRol;
use primitives::{DossierId, Geld, Maand, SystemIds, datum_in_nederland, parse_datum};
use serde_json::json;
use testkit::{bsn, consulent, nu, winterswijk};

use crate::app::{Api, post, read};
use crate::dossier::{BASIS, caseload};

/// A review in which an income of 500 euro was not told.
async fn review(api: &Api, dossier: &str) -> String {
    let dossier = DossierId::parse(dossier).unwrap();
    let oktober = Maand::parse("2026-10").unwrap();
    let feit = Feitwijziging {
        vanaf: parse_datum("2026-10-01").unwrap(),
        tot_en_met: None,
        wat: Wijziging::Inkomen {
            bedrag: Geld::from_cents(50_000),
        },
    };
    let oordeel = Oordeel {
        dag: datum_in_nederland(nu()),
        oorzaken: vec![Oorzaakoordeel::new(Oorzaak::Inlichtingenplicht)],
        vakantietoeslag_betaald: None,
        bruto: None,
    };
    let handelingen = [
        Herzieningshandeling::FeitVastgelegd { feit },
        Herzieningshandeling::Beoordeeld { oordeel },
    ];
    let db = &api.app.state.db;
    db.in_tenant("test", winterswijk(), DbRol::Uitvoering, async |tx| {
        let wie = consulent();
        let wat = (dossier, (oktober, oktober), "een loonstrook");
        let mut zaak = begin_herziening(tx, &wie, nu(), &SystemIds, wat).await?;
        for handeling in handelingen.clone() {
            let welke = (dossier, zaak.kop().id);
            let gezien = zaak.akten().len();
            zaak = record_herzieningshandeling(tx, &wie, nu(), welke, gezien, handeling).await?;
        }
        Ok::<_, application::herziening::HerzieningError>(zaak.kop().id.to_string())
    })
    .await
    .unwrap()
}

#[actix_web::test]
async fn a_review_is_read_back_with_what_comes_out_and_by_nobody_else() {
    let (api, token) = caseload().await;
    let zoek = json!({ "bsn": bsn(3).expose() });
    let gevonden = read(&post(&api, &format!("{BASIS}/_zoek"), &token, &zoek).await);
    let dossier = gevonden["inwoners"][0]["dossier"].as_str().unwrap();
    let lijst = format!("{BASIS}/{dossier}/herzieningen");
    let leeg = read(&api.ask(&Method::GET, &lijst, Some(&token)).await);
    assert_eq!(leeg["herzieningen"], json!([]));
    let id = review(&api, dossier).await;
    let gelezen = read(&api.ask(&Method::GET, &lijst, Some(&token)).await);
    let zaak = &gelezen["herzieningen"][0];
    assert_eq!(
        (&zaak["id"], &zaak["stand"]),
        (&json!(id), &json!("in-bewerking"))
    );
    assert_eq!(
        (&zaak["maanden"], &zaak["terugvordering"]),
        (&json!([]), &json!(null))
    );

    let adres = format!("{lijst}/{id}");
    let zaak = read(&api.ask(&Method::GET, &adres, Some(&token)).await);
    assert_eq!(
        (&zaak["van"], &zaak["totEnMet"]),
        (&json!("2026-10"), &json!("2026-10"))
    );
    let maand = &zaak["maanden"][0];
    assert_eq!(
        (&maand["maand"], &maand["voorstel"]),
        (&json!("2026-10"), &json!("terugvordering"))
    );
    assert_eq!(
        (&maand["verschil"], &zaak["besluit"]),
        (&json!("-500.00"), &json!(null))
    );
    assert_eq!(zaak["terugvordering"], maand["bedrag"]);
    let soorten = ["begonnen", "feit-vastgelegd", "beoordeeld"];
    for (nummer, soort) in soorten.into_iter().enumerate() {
        assert_eq!(zaak["handelingen"][nummer]["inhoud"]["soort"], soort);
    }

    let geen = format!("{lijst}/01890a5d-ac96-774b-bcce-b302099a8057");
    let geen = api.ask(&Method::GET, &geen, Some(&token)).await;
    assert_eq!(geen.status, StatusCode::NOT_FOUND);
    for pad in [&lijst, &adres] {
        let anoniem = api.ask(&Method::GET, pad, None).await;
        assert_eq!(anoniem.status, StatusCode::UNAUTHORIZED, "{pad}");
        let elders = pad.replace("GM0294", "GM0267");
        let elders = api.ask(&Method::GET, &elders, Some(&token)).await;
        assert_eq!(elders.status, StatusCode::NOT_FOUND, "{pad}");
        let raad = api.token("demo-griffie-winterswijk").await;
        let raad = api.ask(&Method::GET, pad, Some(&raad)).await;
        assert_eq!(raad.status, StatusCode::FORBIDDEN, "{pad}");
    }
}
