//! `GET /v1/gemeenten/{gemeente}/kwartalen/{kwartaal}/cijfers`: closed figures, and nothing before closing.

use actix_web::http::{Method, StatusCode};
use application::sturing::{SluitError, Sluitopdracht, close_kwartaal};
use domain::bevoegdheid::Rol;
use http_base::{DbRol, TenantTx};
use primitives::{Clock, Kwartaal, Maand, SystemClock, SystemIds};
use serde_json::Value;
use testkit::{actor, fill_bestand, winterswijk};

use crate::app::Api;

const CIJFERS: &str = "/v1/gemeenten/GM0294/kwartalen/2025-K3/cijfers";

/// Closes 2025-K3 of Winterswijk as management does.
async fn close(api: &Api) {
    let maanden = ["2024-01", "2025-09"].map(|maand| Maand::parse(maand).unwrap());
    let mut superuser = api.db.superuser().await;
    fill_bestand(&mut superuser, winterswijk(), 400, maanden.into()).await;
    let opdracht = Sluitopdracht {
        aanleiding: application::sturing::Aanleiding::Cijfers,
        kwartaal: Kwartaal::parse("2025-K3").unwrap(),
        bekend_op: None,
        toelichting: Some("De formatie volgt.".into()),
    };
    let (wie, now) = (actor(Rol::Directie, winterswijk()), SystemClock.now());
    let rol = DbRol::Rapportage;
    let gesloten: Result<_, SluitError> = api
        .db
        .db
        .in_tenant("test", winterswijk(), rol, async |tx: &mut TenantTx| {
            close_kwartaal(tx, &wie, now, &SystemIds, &opdracht).await
        })
        .await;
    gesloten.unwrap();
}

#[actix_web::test]
async fn closed_figures_come_with_their_definition_and_quality() {
    let api = Api::start().await;
    let token = api.token("demo-opdrachtgever-winterswijk").await;
    let open = api.ask(&Method::GET, CIJFERS, Some(&token)).await;
    assert_eq!(open.status, StatusCode::NOT_FOUND);
    assert!(open.tekst().contains("nog niet gesloten"));
    close(&api).await;
    let gesloten = api.ask(&Method::GET, CIJFERS, Some(&token)).await;
    assert_eq!(gesloten.status, StatusCode::OK, "{}", gesloten.tekst());
    let inhoud: Value = serde_json::from_slice(&gesloten.inhoud).unwrap();
    assert_eq!(inhoud["sluiting"]["kwartaal"], "2025-K3");
    let cijfers = inhoud["cijfers"].as_array().unwrap();
    let find = |indicator: &str| {
        let mut gevonden = cijfers.iter();
        gevonden
            .find(|c| c["indicator"] == indicator && c["klasse"] == "totaal")
            .unwrap()
    };
    assert_eq!(find("loonkostensubsidie")["waarde"], 16);
    assert_eq!(find("loonkostensubsidie")["status"], "bekend");
    assert_eq!(find("instroom")["status"], "onderdrukt");
    assert_eq!(find("instroom")["waarde"], Value::Null);
    let bedrag = find("gemiddeld-inkomen-uit-werk");
    assert_eq!(bedrag["waarde"], "530.00");
    assert!(bedrag["noemer"].is_number());
    assert_eq!(find("caseload-per-fte")["datakwaliteit"], "onvoldoende");
    let lijst = api
        .ask(&Method::GET, "/v1/gemeenten/GM0294/kwartalen", Some(&token))
        .await;
    assert!(lijst.tekst().contains("\"kwartaal\":\"2025-K3\""));
}

#[actix_web::test]
async fn a_role_without_figures_is_refused_and_a_wrong_quarter_is_absent() {
    let api = Api::start().await;
    let fg = api.token("demo-fg-winterswijk").await;
    let geweigerd = api.ask(&Method::GET, CIJFERS, Some(&fg)).await;
    assert_eq!(geweigerd.status, StatusCode::FORBIDDEN);
    let token = api.token("demo-opdrachtgever-winterswijk").await;
    let fout = "/v1/gemeenten/GM0294/kwartalen/2025-K5/cijfers";
    let antwoord = api.ask(&Method::GET, fout, Some(&token)).await;
    assert_eq!(antwoord.status, StatusCode::NOT_FOUND);
}
