//! `GET /v1/gemeenten/{gemeente}/kwartalen`.

use actix_web::web::{Data, Json};
use application::sturing::list_kwartalen;
use domain::bevoegdheid::Permission;
use http_base::{AppState, DbRol, DragerInGemeente, Fout};

use super::vorm::{Kwartalen, Sluiting};
use crate::openapi::Probleem;

/// Toont van elk gesloten kwartaal de sluiting die geldt, het nieuwste kwartaal eerst.
///
/// Een kwartaal dat opnieuw is gesloten, heeft een hogere versie; de eerdere versie verandert niet.
#[utoipa::path(
    get, path = "/v1/gemeenten/{gemeente}/kwartalen", tag = "kwartalen", operation_id = "listKwartalen",
    params(("gemeente" = String, Path, description = "CBS-code, zoals GM0294.", example = "GM0294")),
    responses(
        (status = 200, description = "De gesloten kwartalen.", body = Kwartalen),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Uw rol mag geen cijfers lezen.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Deze gemeente bestaat niet, of u heeft er geen rol.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn list(
    state: Data<AppState>,
    wie: DragerInGemeente,
) -> Result<Json<Kwartalen>, Fout> {
    wie.require(Permission::CijfersLezen)?;
    let actor = &wie.actor;
    let sluitingen = state
        .db
        .in_tenant(
            "list_kwartalen",
            wie.code(),
            DbRol::Opdrachtgever,
            async |tx| list_kwartalen(tx, actor).await,
        )
        .await?;
    Ok(Json(Kwartalen {
        kwartalen: sluitingen.iter().map(Sluiting::from).collect(),
    }))
}
