//! What one side does in a round: the view of the council, the answer of the board; each by two people.

use actix_web::web::{Data, Path, Payload};
use actix_web::{Error, HttpRequest, HttpResponse};
use application::beleid::zienswijze::{
    WijzigAntwoord, WijzigZienswijze, ZienswijzeError, record_antwoord, record_indiening,
    record_vaststelling, record_zienswijze,
};
use domain::beleid::Notatie;
use domain::beleid::zienswijze::{AntwoordInvoer, IndieningInvoer, ZienswijzeInvoer};
use http_base::{AppState, DbRol, DragerInGemeente, Fout, TenantTx};

use super::zienswijzerondes::{created, parse_ronde};
use super::zienswijzevorm::{
    NieuwAntwoord, NieuweVaststelling, NieuweZienswijze, NieuweZienswijzeindiening,
    Zienswijzeconcept, Zienswijzeronde,
};
use crate::inhoud::read_json;
use crate::openapi::Probleem;

/// Bewaart wat de raad naar voren brengt, als concept.
///
/// Noem de versie die u las. Schreef iemand anders intussen, dan wordt uw tekst geweigerd en blijft de zijne staan.
#[utoipa::path(
    post, path = "/v1/gemeenten/{gemeente}/zienswijzerondes/{ronde}/zienswijze", tag = "zienswijzen", operation_id = "createZienswijze",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
        ("ronde" = String, Path, description = "Kenmerk van de ronde."),
    ),
    request_body = NieuweZienswijze,
    responses(
        (status = 201, description = "Het concept.", body = Zienswijzeconcept),
        (status = 400, description = "Elk fout veld.", body = Probleem, content_type = "application/problem+json"),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Uw rol schrijft geen zienswijze van deze raad.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Deze ronde bestaat niet, of u heeft hier geen rol.", body = Probleem, content_type = "application/problem+json"),
        (status = 409, description = "Iemand anders schreef intussen, of de zienswijze is al ingediend.", body = Probleem, content_type = "application/problem+json"),
        (status = 415, description = "De inhoud is geen application/json.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn write(
    state: Data<AppState>,
    wie: DragerInGemeente,
    pad: Path<(String, String)>,
    req: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Error> {
    let ronde = parse_ronde(&pad.1)?;
    let nieuw: NieuweZienswijze = read_json(&req, payload).await?;
    let versie = nieuw.versie;
    let invoer = ZienswijzeInvoer::from(nieuw);
    let opdracht = WijzigZienswijze {
        ronde,
        versie,
        invoer: &invoer,
    };
    let (actor, now) = (&wie.actor, state.clock.now());
    let record = async |tx: &mut TenantTx| record_zienswijze(tx, actor, now, opdracht).await;
    let db = &state.db;
    let zienswijze: Result<_, ZienswijzeError> = db
        .in_tenant("record_zienswijze", wie.code(), DbRol::Raad, record)
        .await;
    let versie = zienswijze.map_err(Fout::from)?.versie();
    Ok(HttpResponse::Created().json(Zienswijzeconcept { versie }))
}

/// Dient de zienswijze van de raad in, met het raadsbesluit.
///
/// Dat doet iemand die er niet aan schreef. Daarna kunnen alle gemeenten haar lezen. Na de laatste dag wordt zij toch vastgelegd.
#[utoipa::path(
    post, path = "/v1/gemeenten/{gemeente}/zienswijzerondes/{ronde}/indiening", tag = "zienswijzen", operation_id = "createZienswijzeindiening",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
        ("ronde" = String, Path, description = "Kenmerk van de ronde."),
    ),
    request_body = NieuweZienswijzeindiening,
    responses(
        (status = 201, description = "De ronde.", body = Zienswijzeronde, headers(("Location" = String, description = "Het adres van de ronde."))),
        (status = 400, description = "Elk fout veld.", body = Probleem, content_type = "application/problem+json"),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Uw rol dient geen zienswijze van deze raad in, of u schreef er zelf aan mee.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Er is geen zienswijze of ronde, of u heeft hier geen rol.", body = Probleem, content_type = "application/problem+json"),
        (status = 409, description = "Iemand anders schreef intussen, of de zienswijze is al ingediend.", body = Probleem, content_type = "application/problem+json"),
        (status = 415, description = "De inhoud is geen application/json.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn submit(
    state: Data<AppState>,
    wie: DragerInGemeente,
    pad: Path<(String, String)>,
    req: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Error> {
    let ronde = parse_ronde(&pad.1)?;
    let nieuw: NieuweZienswijzeindiening = read_json(&req, payload).await?;
    let gezien = (ronde, nieuw.versie);
    let invoer = IndieningInvoer::from(nieuw);
    let (actor, now) = (&wie.actor, state.clock.now());
    let record = async |tx: &mut TenantTx| {
        let invoer = (&invoer, Notatie::Uitwisseling);
        record_indiening(tx, actor, now, gezien, invoer).await
    };
    let db = &state.db;
    let ingediend: Result<_, ZienswijzeError> = db
        .in_tenant("record_indiening", wie.code(), DbRol::Raad, record)
        .await;
    ingediend.map_err(Fout::from)?;
    Ok(created(&state, &wie, ronde).await?)
}

/// Bewaart het antwoord van het bestuur op de punten van deze raad, als concept.
///
/// Noem de versie die u las. Een punt mag nog open blijven.
#[utoipa::path(
    post, path = "/v1/gemeenten/{gemeente}/zienswijzerondes/{ronde}/antwoord", tag = "zienswijzen", operation_id = "createAntwoord",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
        ("ronde" = String, Path, description = "Kenmerk van de ronde."),
    ),
    request_body = NieuwAntwoord,
    responses(
        (status = 201, description = "Het concept.", body = Zienswijzeconcept),
        (status = 400, description = "Elk fout veld.", body = Probleem, content_type = "application/problem+json"),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Uw rol bereidt geen antwoord voor.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Deze raad diende geen punten in, of u heeft hier geen rol.", body = Probleem, content_type = "application/problem+json"),
        (status = 409, description = "Iemand anders schreef intussen, of het antwoord is al vastgesteld.", body = Probleem, content_type = "application/problem+json"),
        (status = 415, description = "De inhoud is geen application/json.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn answer(
    state: Data<AppState>,
    wie: DragerInGemeente,
    pad: Path<(String, String)>,
    req: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Error> {
    let ronde = parse_ronde(&pad.1)?;
    let nieuw: NieuwAntwoord = read_json(&req, payload).await?;
    let versie = nieuw.versie;
    let invoer = AntwoordInvoer::from(nieuw);
    let opdracht = WijzigAntwoord {
        ronde,
        versie,
        invoer: &invoer,
    };
    let (actor, now) = (&wie.actor, state.clock.now());
    let record = async |tx: &mut TenantTx| record_antwoord(tx, actor, now, opdracht).await;
    let db = &state.db;
    let antwoord: Result<_, ZienswijzeError> = db
        .in_tenant("record_antwoord", wie.code(), DbRol::Uitvoering, record)
        .await;
    let versie = antwoord.map_err(Fout::from)?.versie();
    Ok(HttpResponse::Created().json(Zienswijzeconcept { versie }))
}

/// Stelt het antwoord van het bestuur aan deze raad vast.
///
/// Dat doet iemand van het bestuur die er niet aan schreef. Daarna kunnen alle gemeenten het lezen.
#[utoipa::path(
    post, path = "/v1/gemeenten/{gemeente}/zienswijzerondes/{ronde}/vaststelling", tag = "zienswijzen", operation_id = "createVaststelling",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
        ("ronde" = String, Path, description = "Kenmerk van de ronde."),
    ),
    request_body = NieuweVaststelling,
    responses(
        (status = 201, description = "De ronde.", body = Zienswijzeronde, headers(("Location" = String, description = "Het adres van de ronde."))),
        (status = 400, description = "De versie ontbreekt of is geen getal.", body = Probleem, content_type = "application/problem+json"),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Uw rol stelt geen antwoord vast, of u schreef er zelf aan mee.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Er is geen antwoord, of u heeft hier geen rol.", body = Probleem, content_type = "application/problem+json"),
        (status = 409, description = "Nog niet elk punt heeft een antwoord, iemand anders schreef intussen, of het is al vastgesteld.", body = Probleem, content_type = "application/problem+json"),
        (status = 415, description = "De inhoud is geen application/json.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn confirm(
    state: Data<AppState>,
    wie: DragerInGemeente,
    pad: Path<(String, String)>,
    req: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Error> {
    let ronde = parse_ronde(&pad.1)?;
    let nieuw: NieuweVaststelling = read_json(&req, payload).await?;
    let gezien = (ronde, nieuw.versie);
    let (actor, now) = (&wie.actor, state.clock.now());
    let record =
        async |tx: &mut TenantTx| record_vaststelling(tx, actor, now, &*state.ids, gezien).await;
    let db = &state.db;
    let vast: Result<_, ZienswijzeError> = db
        .in_tenant("record_vaststelling", wie.code(), DbRol::Uitvoering, record)
        .await;
    vast.map_err(Fout::from)?;
    Ok(created(&state, &wie, ronde).await?)
}
