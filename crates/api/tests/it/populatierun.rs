//! Following a population run by systems.

use actix_web::http::{Method, StatusCode};
use application::recht::populatie::{Startopdracht, start_populatierun};
use domain::beleid::Notatie;
use domain::bevoegdheid::{Actor, Rol};
use domain::recht::populatie::Populatieruninvoer;
use http_base::PlatformTx;
use primitives::{SystemIds, datum_in_nederland};
use testkit::{nijkerk, nu, winterswijk};

use crate::app::{Api, read};

async fn start(api: &Api) -> String {
    let invoer = Populatieruninvoer {
        naam: "Normen per 1 juli".into(),
        van: "2026-06-30".into(),
        tot: "2026-07-01".into(),
        grens: "10".into(),
        ..Populatieruninvoer::default()
    };
    let opdracht = invoer
        .parse(Notatie::Uitwisseling, datum_in_nederland(nu()))
        .unwrap();
    let gemeenten = [winterswijk(), nijkerk()];
    let start = Startopdracht {
        opdracht: &opdracht,
        gemeenten: &gemeenten,
    };
    let wie = Actor::system("test", Rol::Directie);
    let (run, _) = api
        .db
        .db
        .in_platform("test", async |tx: &mut PlatformTx| {
            start_populatierun(tx, &wie, nu(), &SystemIds, start).await
        })
        .await
        .unwrap();
    format!("/v1/populatieruns/{run}")
}

#[actix_web::test]
async fn a_run_is_followed_by_who_may_and_nobody_else() {
    let api = Api::start().await;
    let pad = start(&api).await;
    let directie = api.token("demo-directie").await;
    let antwoord = api.ask(&Method::GET, &pad, Some(&directie)).await;
    assert_eq!(antwoord.status, StatusCode::OK, "{}", antwoord.tekst());
    let gelezen = read(&antwoord);
    assert_eq!(
        (&gelezen["stand"], &gelezen["van"]),
        (&"wacht".into(), &"2026-06-30".into())
    );
    assert_eq!(gelezen["gemeenten"][1]["gemeente"], "GM0294");
    let anoniem = api.ask(&Method::GET, &pad, None).await;
    assert_eq!(anoniem.status, StatusCode::UNAUTHORIZED);
    let griffie = api.token("demo-griffie-winterswijk").await;
    let geweigerd = api.ask(&Method::GET, &pad, Some(&griffie)).await;
    assert_eq!(geweigerd.status, StatusCode::FORBIDDEN);
    let weg = "/v1/populatieruns/01890a5d-ac96-774b-bcce-b302099a8057";
    let weg = api.ask(&Method::GET, weg, Some(&directie)).await;
    assert_eq!(weg.status, StatusCode::NOT_FOUND);
}
