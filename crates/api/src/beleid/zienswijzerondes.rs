//! `/v1/gemeenten/{gemeente}/zienswijzerondes`: rounds of all members, in the name of a municipality of the caller.

use actix_web::http::header::LOCATION;
use actix_web::web::{Data, Json, Path, Payload};
use actix_web::{Error, HttpRequest, HttpResponse};
use application::beleid::zienswijze::{
    Rondebeeld, ZienswijzeError, list_rondebeelden, load_rondebeeld, record_afronding, record_ronde,
};
use domain::beleid::Notatie;
use domain::beleid::zienswijze::{EindeInvoer, RondeInvoer};
use domain::bevoegdheid::Permission;
use http_base::{AppState, DbRol, DragerInGemeente, Fout, TenantTx};
use primitives::ZienswijzerondeId;

use super::zienswijzevorm::{
    NieuwEinde, NieuweZienswijzeronde, Zienswijzeronde, Zienswijzerondelijst,
};
use crate::inhoud::read_json;
use crate::openapi::Probleem;

/// Toont de rondes van zienswijzen, de laatst verzonden eerst.
///
/// Wat een raad indiende, is te lezen voor alle gemeenten; concepten niet.
#[utoipa::path(
    get, path = "/v1/gemeenten/{gemeente}/zienswijzerondes", tag = "zienswijzen", operation_id = "listZienswijzerondes",
    params(("gemeente" = String, Path, description = "CBS-code.", example = "GM0294")),
    responses(
        (status = 200, description = "De rondes.", body = Zienswijzerondelijst),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Deze gemeente bestaat niet, of u heeft er geen rol.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn list(
    state: Data<AppState>,
    wie: DragerInGemeente,
) -> Result<Json<Zienswijzerondelijst>, Fout> {
    wie.require(Permission::BeleidLezen)?;
    let list = async |tx: &mut TenantTx| list_rondebeelden(tx, &wie.actor).await;
    let db = &state.db;
    let beelden: Result<_, ZienswijzeError> = db
        .in_tenant("list_rondebeelden", wie.code(), DbRol::Opdrachtgever, list)
        .await;
    Ok(Json(Zienswijzerondelijst {
        zienswijzerondes: beelden?.iter().map(Into::into).collect(),
    }))
}

/// Opent een ronde van zienswijzen.
///
/// De dagen worden getoetst aan de termijnen van de Wet gemeenschappelijke regelingen. Elke fout staat in het antwoord, met het
/// artikel.
#[utoipa::path(
    post, path = "/v1/gemeenten/{gemeente}/zienswijzerondes", tag = "zienswijzen", operation_id = "createZienswijzeronde",
    params(("gemeente" = String, Path, description = "CBS-code.", example = "GM0294")),
    request_body = NieuweZienswijzeronde,
    responses(
        (status = 201, description = "De ronde.", body = Zienswijzeronde, headers(("Location" = String, description = "Het adres van de ronde."))),
        (status = 400, description = "Elk fout veld, met het artikel.", body = Probleem, content_type = "application/problem+json"),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Uw rol opent geen rondes.", body = Probleem, content_type = "application/problem+json"),
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
    let nieuw: NieuweZienswijzeronde = read_json(&req, payload).await?;
    let invoer = RondeInvoer::from(nieuw);
    let (actor, now) = (&wie.actor, state.clock.now());
    let record = async |tx: &mut TenantTx| {
        let invoer = (&invoer, Notatie::Uitwisseling);
        record_ronde(tx, actor, now, &*state.ids, invoer).await
    };
    let db = &state.db;
    let ronde: Result<_, ZienswijzeError> = db
        .in_tenant("record_ronde", wie.code(), DbRol::Uitvoering, record)
        .await;
    let id = ronde.map_err(Fout::from)?.kop.id;
    Ok(created(&state, &wie, id).await?)
}

/// Toont een ronde met wat elke raad indiende en wat het bestuur antwoordde.
///
/// Concepten zijn alleen voor wie eraan schrijft.
#[utoipa::path(
    get, path = "/v1/gemeenten/{gemeente}/zienswijzerondes/{ronde}", tag = "zienswijzen", operation_id = "showZienswijzeronde",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
        ("ronde" = String, Path, description = "Kenmerk van de ronde."),
    ),
    responses(
        (status = 200, description = "De ronde.", body = Zienswijzeronde),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Deze ronde bestaat niet, of u heeft hier geen rol.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn show(
    state: Data<AppState>,
    wie: DragerInGemeente,
    pad: Path<(String, String)>,
) -> Result<Json<Zienswijzeronde>, Fout> {
    wie.require(Permission::BeleidLezen)?;
    let beeld = load(&state, &wie, parse_ronde(&pad.1)?).await?;
    Ok(Json((&beeld).into()))
}

/// Rondt een ronde af met de besluitenlijst.
///
/// Dat kan als elk punt van elke raad een vastgesteld antwoord heeft, en de termijn voorbij is of elke raad iets indiende.
#[utoipa::path(
    post, path = "/v1/gemeenten/{gemeente}/zienswijzerondes/{ronde}/afronding", tag = "zienswijzen", operation_id = "createAfronding",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
        ("ronde" = String, Path, description = "Kenmerk van de ronde."),
    ),
    request_body = NieuwEinde,
    responses(
        (status = 201, description = "De ronde.", body = Zienswijzeronde, headers(("Location" = String, description = "Het adres van de ronde."))),
        (status = 400, description = "Elk fout veld.", body = Probleem, content_type = "application/problem+json"),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Uw rol rondt geen rondes af.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Deze ronde bestaat niet, of u heeft hier geen rol.", body = Probleem, content_type = "application/problem+json"),
        (status = 409, description = "Nog niet elk punt heeft een antwoord, de raden hebben nog tijd, of de ronde is voorbij.", body = Probleem, content_type = "application/problem+json"),
        (status = 415, description = "De inhoud is geen application/json.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn finish(
    state: Data<AppState>,
    wie: DragerInGemeente,
    pad: Path<(String, String)>,
    req: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Error> {
    let id = parse_ronde(&pad.1)?;
    let nieuw: NieuwEinde = read_json(&req, payload).await?;
    let invoer = EindeInvoer::from(nieuw);
    let (actor, now) = (&wie.actor, state.clock.now());
    let record = async |tx: &mut TenantTx| record_afronding(tx, actor, now, id, &invoer).await;
    let db = &state.db;
    let ronde: Result<_, ZienswijzeError> = db
        .in_tenant("record_afronding", wie.code(), DbRol::Uitvoering, record)
        .await;
    ronde.map_err(Fout::from)?;
    Ok(created(&state, &wie, id).await?)
}

/// The round of an address; a text that is no id is no round either.
pub(super) fn parse_ronde(kenmerk: &str) -> Result<ZienswijzerondeId, Fout> {
    ZienswijzerondeId::parse(kenmerk).map_err(|_| Fout::niet_gevonden())
}

/// The round as it is public.
pub(super) async fn load(
    state: &AppState,
    wie: &DragerInGemeente,
    id: ZienswijzerondeId,
) -> Result<Rondebeeld, Fout> {
    let load = async |tx: &mut TenantTx| load_rondebeeld(tx, &wie.actor, id).await;
    let db = &state.db;
    let beeld: Result<_, ZienswijzeError> = db
        .in_tenant("load_rondebeeld", wie.code(), DbRol::Opdrachtgever, load)
        .await;
    Ok(beeld?)
}

/// The round after an act, with its address.
pub(super) async fn created(
    state: &AppState,
    wie: &DragerInGemeente,
    id: ZienswijzerondeId,
) -> Result<HttpResponse, Fout> {
    let beeld = load(state, wie, id).await?;
    let adres = format!("/v1/gemeenten/{}/zienswijzerondes/{id}", wie.code());
    Ok(HttpResponse::Created()
        .insert_header((LOCATION, adres))
        .json(Zienswijzeronde::from(&beeld)))
}
