//! `/v1/gemeenten/{gemeente}/besluiten`: decisions of council and college.

use actix_web::http::header::LOCATION;
use actix_web::web::{Data, Json, Path, Payload, Query};
use actix_web::{Error, HttpRequest, HttpResponse};
use application::beleid::{
    BeleidError, BesluitenVraag, Besluitpositie, RecordBesluit, Wijze, db_rol, list_besluiten,
    record_besluit,
};
use domain::beleid::{BesluitInvoer, Notatie, Orgaan};
use domain::bevoegdheid::Permission;
use http_base::{AppState, DbRol, DragerInGemeente, Fout, TenantTx};
use primitives::{BesluitId, Veldfouten, parse_datum};
use serde::Deserialize;

use super::lezen::besluit_of;
use super::vorm::{Besluit, Besluitenlijst, NieuwBesluit};
use crate::inhoud::read_json;
use crate::openapi::Probleem;

const PER_BLADZIJDE: u8 = 50;

/// Which decisions, from where.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Vraag {
    orgaan: Option<String>,
    zoek: Option<String>,
    na: Option<String>,
}

/// Toont de besluiten van raad en college, de laatste vergadering eerst, vijftig per keer.
///
/// Is er meer, dan staat in `volgende` de waarde voor `na` waarmee u verder leest.
#[utoipa::path(
    get, path = "/v1/gemeenten/{gemeente}/besluiten", tag = "beleid", operation_id = "listBesluiten",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
        ("orgaan" = Option<String>, Query, description = "Alleen van de raad of van het college.", example = "raad"),
        ("zoek" = Option<String>, Query, description = "Met deze tekst in nummer of titel."),
        ("na" = Option<String>, Query, description = "Verder lezen: de waarde van `volgende` van de vorige bladzijde."),
    ),
    responses(
        (status = 200, description = "De besluiten.", body = Besluitenlijst),
        (status = 400, description = "Een filter dat niet bestaat.", body = Probleem, content_type = "application/problem+json"),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Deze gemeente bestaat niet, of u heeft er geen rol.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn list(
    state: Data<AppState>,
    wie: DragerInGemeente,
    vraag: Query<Vraag>,
) -> Result<Json<Besluitenlijst>, Fout> {
    wie.require(Permission::BeleidLezen)?;
    let opdracht = vraag.into_inner().parse()?;
    let list = async |tx: &mut TenantTx| list_besluiten(tx, &wie.actor, opdracht.clone()).await;
    let db = &state.db;
    let lijst = db
        .in_tenant("list_besluiten", wie.code(), DbRol::Opdrachtgever, list)
        .await?;
    let besluiten: Result<_, Fout> = lijst.besluiten.iter().map(Besluit::try_from).collect();
    Ok(Json(Besluitenlijst {
        besluiten: besluiten?,
        volgende: lijst
            .volgende
            .map(|na| format!("{}_{}", na.vergaderdatum, na.id)),
    }))
}

impl Vraag {
    fn parse(self) -> Result<BesluitenVraag, Veldfouten> {
        let onbekend = |veld, melding: &str| Veldfouten::single(veld, melding);
        let orgaan = self.orgaan.map(|code| {
            Orgaan::from_code(&code).ok_or_else(|| onbekend("orgaan", "kies raad of college"))
        });
        let na = self.na.map(|tekst| {
            parse_positie(&tekst)
                .ok_or_else(|| onbekend("na", "neem de waarde van `volgende` over"))
        });
        Ok(BesluitenVraag {
            orgaan: orgaan.transpose()?,
            zoek: self.zoek,
            na: na.transpose()?,
            aantal: PER_BLADZIJDE,
        })
    }
}

fn parse_positie(tekst: &str) -> Option<Besluitpositie> {
    let (dag, id) = tekst.split_once('_')?;
    let vergaderdatum = parse_datum(dag)?;
    BesluitId::parse(id)
        .map(|id| Besluitpositie { vergaderdatum, id })
        .ok()
}

/// Legt een besluit vast, met zijn uitkomst en waarden.
///
/// De waarden gelden pas na de bekendmaking. Een waarde buiten de grenzen van de wet wordt geweigerd, met het artikel.
#[utoipa::path(
    post, path = "/v1/gemeenten/{gemeente}/besluiten", tag = "beleid", operation_id = "createBesluit",
    params(("gemeente" = String, Path, description = "CBS-code.", example = "GM0294")),
    request_body = NieuwBesluit,
    responses(
        (status = 201, description = "Het besluit.", body = Besluit, headers(("Location" = String, description = "Het adres van het besluit."))),
        (status = 400, description = "Elk fout veld, met de grens en het artikel.", body = Probleem, content_type = "application/problem+json"),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Uw rol legt geen besluiten van dit orgaan vast.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Deze gemeente bestaat niet, of u heeft er geen rol.", body = Probleem, content_type = "application/problem+json"),
        (status = 415, description = "De inhoud is geen application/json.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn create(
    state: Data<AppState>,
    wie: DragerInGemeente,
    req: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Error> {
    let nieuw: NieuwBesluit = read_json(&req, payload).await?;
    let orgaan = nieuw.orgaan;
    let invoer = BesluitInvoer::from(nieuw);
    let opdracht = RecordBesluit {
        orgaan,
        invoer: &invoer,
        notatie: Notatie::Uitwisseling,
        wijze: Wijze::Vastlegging,
    };
    let (actor, now) = (&wie.actor, state.clock.now());
    let record = async |tx: &mut TenantTx| {
        record_besluit(tx, actor, now, &*state.ids, opdracht.clone()).await
    };
    let db = &state.db;
    let besluit: Result<_, BeleidError> = db
        .in_tenant("record_besluit", wie.code(), db_rol(orgaan), record)
        .await;
    let besluit = Besluit::try_from(&besluit.map_err(Fout::from)?)?;
    let adres = format!("/v1/gemeenten/{}/besluiten/{}", wie.code(), besluit.id);
    Ok(HttpResponse::Created()
        .insert_header((LOCATION, adres))
        .json(besluit))
}

/// Toont een besluit met zijn waarden, bekendmaking en correcties.
///
/// Een correctie is een nieuwe waarde met een reden; wat eerder gold blijft staan.
#[utoipa::path(
    get, path = "/v1/gemeenten/{gemeente}/besluiten/{besluit}", tag = "beleid", operation_id = "showBesluit",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
        ("besluit" = String, Path, description = "Kenmerk van het besluit."),
    ),
    responses(
        (status = 200, description = "Het besluit.", body = Besluit),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Dit besluit bestaat niet, of u heeft hier geen rol.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn show(
    state: Data<AppState>,
    wie: DragerInGemeente,
    pad: Path<(String, String)>,
) -> Result<Json<Besluit>, Fout> {
    let akte = besluit_of(&state, &wie, &pad.1).await?;
    Besluit::try_from(&akte).map(Json)
}
