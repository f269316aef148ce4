//! Working out a shared base: drafting it, writing it again, publishing it.

use actix_web::http::header::LOCATION;
use actix_web::web::{Data, Json, Path, Payload};
use actix_web::{Error, HttpRequest, HttpResponse};
use application::beleid::{
    BasisError, WijzigBasisset, find_basisset, record_basispublicatie, record_basisset,
    update_basisset,
};
use domain::beleid::{self, BasisInvoer, Notatie};
use domain::bevoegdheid::Permission;
use http_base::{AppState, DbRol, DragerInGemeente, Fout, TenantTx};
use primitives::BasissetId;

use super::basissetvorm::{Basisset, NieuweBasispublicatie, NieuweBasisset, NieuweBasiswijziging};
use crate::inhoud::read_json;
use crate::openapi::Probleem;

/// Toont een basisset met de tekst waaraan de leden werken.
///
/// Alleen een gemeente die meedoet, ziet een concept.
#[utoipa::path(
    get, path = "/v1/gemeenten/{gemeente}/basissets/{basisset}", tag = "beleid", operation_id = "showBasisset",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
        ("basisset" = String, Path, description = "Kenmerk van de basisset."),
    ),
    responses(
        (status = 200, description = "De basisset.", body = Basisset),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Deze basisset bestaat niet, of u heeft hier geen rol.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn show(
    state: Data<AppState>,
    wie: DragerInGemeente,
    pad: Path<(String, String)>,
) -> Result<Json<Basisset>, Fout> {
    wie.require(Permission::BeleidLezen)?;
    let id = parse_id(&pad.1)?;
    let find = async |tx: &mut TenantTx| find_basisset(tx, &wie.actor, id).await;
    let db = &state.db;
    let set: Result<_, BasisError> = db
        .in_tenant("find_basisset", wie.code(), DbRol::Opdrachtgever, find)
        .await;
    set?.as_ref()
        .map(|set| Json(Basisset::from(set)))
        .ok_or_else(Fout::niet_gevonden)
}

/// Stelt een basisset op.
///
/// Zij is een concept van de gemeenten die meedoen, tot een tweede persoon haar publiceert.
#[utoipa::path(
    post, path = "/v1/gemeenten/{gemeente}/basissets", tag = "beleid", operation_id = "createBasisset",
    params(("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),),
    request_body = NieuweBasisset,
    responses(
        (status = 201, description = "De basisset.", body = Basisset, headers(("Location" = String, description = "Het adres van de basisset."))),
        (status = 400, description = "Elk fout veld, met de grens van de wet en haar artikel.", body = Probleem, content_type = "application/problem+json"),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Uw rol werkt niet aan basissets, of uw gemeente doet niet mee.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Deze gemeente bestaat niet, of u heeft er geen rol.", body = Probleem, content_type = "application/problem+json"),
        (status = 409, description = "Iemand anders was eerder, of dit kan nu niet.", body = Probleem, content_type = "application/problem+json"),
        (status = 415, description = "De inhoud is geen application/json.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn create(
    state: Data<AppState>,
    wie: DragerInGemeente,
    req: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Error> {
    let nieuw: NieuweBasisset = read_json(&req, payload).await?;
    wie.require(Permission::BasissetOpstellen)?;
    let invoer = BasisInvoer::from(nieuw);
    let (actor, now) = (&wie.actor, state.clock.now());
    let record = async |tx: &mut TenantTx| {
        record_basisset(
            tx,
            actor,
            now,
            &*state.ids,
            (&invoer, Notatie::Uitwisseling),
        )
        .await
    };
    let db = &state.db;
    let set = db
        .in_tenant("record_basisset", wie.code(), DbRol::Opdrachtgever, record)
        .await;
    created(&wie, set)
}

/// Schrijft een nieuwe tekst voor een basisset.
///
/// Na een publicatie begint daarmee de volgende versie; de gepubliceerde verandert niet.
#[utoipa::path(
    post, path = "/v1/gemeenten/{gemeente}/basissets/{basisset}/wijzigingen", tag = "beleid", operation_id = "changeBasisset",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
        ("basisset" = String, Path, description = "Kenmerk van de basisset."),
    ),
    request_body = NieuweBasiswijziging,
    responses(
        (status = 201, description = "De basisset.", body = Basisset, headers(("Location" = String, description = "Het adres van de basisset."))),
        (status = 400, description = "Elk fout veld, met de grens van de wet en haar artikel.", body = Probleem, content_type = "application/problem+json"),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Uw rol werkt niet aan basissets, of uw gemeente doet niet mee.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Deze basisset bestaat niet, of u heeft hier geen rol.", body = Probleem, content_type = "application/problem+json"),
        (status = 409, description = "Iemand anders was eerder, of dit kan nu niet.", body = Probleem, content_type = "application/problem+json"),
        (status = 415, description = "De inhoud is geen application/json.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn change(
    state: Data<AppState>,
    wie: DragerInGemeente,
    pad: Path<(String, String)>,
    req: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Error> {
    let nieuw: NieuweBasiswijziging = read_json(&req, payload).await?;
    wie.require(Permission::BasissetOpstellen)?;
    let opdracht = WijzigBasisset {
        basisset: parse_id(&pad.1)?,
        bewerking: nieuw.bewerking,
        invoer: &BasisInvoer::from(nieuw.tekst),
        notatie: Notatie::Uitwisseling,
    };
    let (actor, now) = (&wie.actor, state.clock.now());
    let record = async |tx: &mut TenantTx| {
        update_basisset(tx, actor, now, &*state.ids, opdracht.clone()).await
    };
    let db = &state.db;
    let set = db
        .in_tenant("update_basisset", wie.code(), DbRol::Opdrachtgever, record)
        .await;
    created(&wie, set)
}

/// Publiceert een basisset als een versie die niet meer verandert.
///
/// Wie aan deze versie schreef, publiceert haar niet.
#[utoipa::path(
    post, path = "/v1/gemeenten/{gemeente}/basissets/{basisset}/publicatie", tag = "beleid", operation_id = "publishBasisset",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
        ("basisset" = String, Path, description = "Kenmerk van de basisset."),
    ),
    request_body = NieuweBasispublicatie,
    responses(
        (status = 201, description = "De basisset.", body = Basisset, headers(("Location" = String, description = "Het adres van de basisset."))),
        (status = 400, description = "De inhoud klopt niet.", body = Probleem, content_type = "application/problem+json"),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Uw rol werkt niet aan basissets, of uw gemeente doet niet mee.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Deze basisset bestaat niet, of u heeft hier geen rol.", body = Probleem, content_type = "application/problem+json"),
        (status = 409, description = "Iemand anders was eerder, of dit kan nu niet.", body = Probleem, content_type = "application/problem+json"),
        (status = 415, description = "De inhoud is geen application/json.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn publish(
    state: Data<AppState>,
    wie: DragerInGemeente,
    pad: Path<(String, String)>,
    req: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Error> {
    let nieuw: NieuweBasispublicatie = read_json(&req, payload).await?;
    wie.require(Permission::BasissetOpstellen)?;
    let id = parse_id(&pad.1)?;
    let (actor, now) = (&wie.actor, state.clock.now());
    let record =
        async |tx: &mut TenantTx| record_basispublicatie(tx, actor, now, id, nieuw.bewerking).await;
    let db = &state.db;
    let set = db
        .in_tenant(
            "record_basispublicatie",
            wie.code(),
            DbRol::Opdrachtgever,
            record,
        )
        .await;
    created(&wie, set)
}

/// A text that is no id is no base either.
fn parse_id(kenmerk: &str) -> Result<BasissetId, Fout> {
    BasissetId::parse(kenmerk).map_err(|_| Fout::niet_gevonden())
}

fn created(
    wie: &DragerInGemeente,
    set: Result<beleid::Basisset, BasisError>,
) -> Result<HttpResponse, Error> {
    let set = Basisset::from(&set.map_err(Fout::from)?);
    let adres = format!("/v1/gemeenten/{}/basissets/{}", wie.code(), set.id);
    Ok(HttpResponse::Created()
        .insert_header((LOCATION, adres))
        .json(set))
}
