//! Recording how the organisation works: a work rule, or a next version of one.

use actix_web::web::{Data, Path, Payload};
use actix_web::{Error, HttpRequest, HttpResponse};
use application::werkinstructie::{
    RecordWerkinstructie, WerkinstructieError, record_werkinstructie,
};
use domain::beleid::Notatie;
use domain::bevoegdheid::Permission;
use domain::werkinstructie::WerkinstructieInvoer;
use http_base::{AppState, DbRol, DragerInGemeente, Fout, TenantTx};
use primitives::WerkinstructieId;

use super::lezen::load;
use super::vorm::{NieuweWerkinstructie, NieuweWerkinstructieversie, Werkinstructielijst};
use crate::inhoud::read_json;
use crate::openapi::Probleem;

/// Legt een werkinstructie vast.
///
/// Een waarde kan alleen waar de organisatie zelf beslist; over wat rijk, raad of college beslist, is zij geweigerd.
#[utoipa::path(
    post, path = "/v1/gemeenten/{gemeente}/werkinstructies", tag = "beleid", operation_id = "createWerkinstructie",
    params(("gemeente" = String, Path, description = "CBS-code.", example = "GM0294")),
    request_body = NieuweWerkinstructie,
    responses(
        (status = 201, description = "De werkinstructies.", body = Werkinstructielijst),
        (status = 400, description = "Elk fout veld, met het artikel en wie er wel over beslist.", body = Probleem, content_type = "application/problem+json"),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Alleen de directie legt werkinstructies vast.", body = Probleem, content_type = "application/problem+json"),
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
    let nieuw: NieuweWerkinstructie = read_json(&req, payload).await?;
    Ok(record(&state, &wie, None, nieuw).await?)
}

/// Legt een volgende versie van een werkinstructie vast.
///
/// De vorige versies blijven leesbaar op de pagina van de werkinstructie.
#[utoipa::path(
    post, path = "/v1/gemeenten/{gemeente}/werkinstructies/{werkinstructie}/versies", tag = "beleid", operation_id = "createWerkinstructieversie",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
        ("werkinstructie" = String, Path, description = "Kenmerk van de werkinstructie."),
    ),
    request_body = NieuweWerkinstructieversie,
    responses(
        (status = 201, description = "De werkinstructies.", body = Werkinstructielijst),
        (status = 400, description = "Elk fout veld, met het artikel en wie er wel over beslist.", body = Probleem, content_type = "application/problem+json"),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Alleen de directie legt werkinstructies vast.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Deze werkinstructie bestaat niet, of u heeft hier geen rol.", body = Probleem, content_type = "application/problem+json"),
        (status = 409, description = "Iemand anders legde intussen een versie vast.", body = Probleem, content_type = "application/problem+json"),
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
    let nieuw: NieuweWerkinstructieversie = read_json(&req, payload).await?;
    wie.require(Permission::WerkinstructieVastleggen)?;
    // A text that is no id is no work rule either.
    let id = WerkinstructieId::parse(&pad.1).map_err(|_| Fout::niet_gevonden())?;
    let wijzigt = Some((id, nieuw.versie));
    Ok(record(&state, &wie, wijzigt, nieuw.werkinstructie).await?)
}

async fn record(
    state: &AppState,
    wie: &DragerInGemeente,
    wijzigt: Option<(WerkinstructieId, u32)>,
    nieuw: NieuweWerkinstructie,
) -> Result<HttpResponse, Fout> {
    let opdracht = RecordWerkinstructie {
        wijzigt,
        invoer: &WerkinstructieInvoer::from(nieuw),
        notatie: Notatie::Uitwisseling,
    };
    let (actor, now) = (&wie.actor, state.clock.now());
    let record = async |tx: &mut TenantTx| {
        record_werkinstructie(tx, actor, now, &*state.ids, &opdracht).await
    };
    let db = &state.db;
    let uitkomst: Result<_, WerkinstructieError> = db
        .in_tenant(
            "record_werkinstructie",
            wie.code(),
            DbRol::Uitvoering,
            record,
        )
        .await;
    uitkomst?;
    Ok(HttpResponse::Created().json(load(state, wie).await?))
}
