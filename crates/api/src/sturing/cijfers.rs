//! `GET /v1/gemeenten/{gemeente}/kwartalen/{kwartaal}/cijfers`.

use actix_web::web::{Data, Json, Path};
use application::sturing::{KwartaalError, load_kwartaal};
use domain::bevoegdheid::Permission;
use http_base::{AppState, DbRol, DragerInGemeente, Fout};
use primitives::Kwartaal;

use super::vorm::Kwartaalcijfers;
use crate::openapi::Probleem;

/// Toont de vastgestelde cijfers van een gesloten kwartaal, elk met de versie van de definitie.
///
/// Een cijfer dat over minder dan tien personen gaat, of waaruit zo'n cijfer is af te leiden, heeft de
/// status `onderdrukt` en geen waarde.
#[utoipa::path(
    get, path = "/v1/gemeenten/{gemeente}/kwartalen/{kwartaal}/cijfers", tag = "kwartalen", operation_id = "listCijfers",
    params(
        ("gemeente" = String, Path, description = "CBS-code, zoals GM0294.", example = "GM0294"),
        ("kwartaal" = String, Path, description = "Jaar en kwartaal, zoals 2026-K1.", example = "2026-K1"),
    ),
    responses(
        (status = 200, description = "De cijfers.", body = Kwartaalcijfers),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Uw rol mag geen cijfers lezen.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Deze gemeente bestaat niet, u heeft er geen rol, of het kwartaal is niet gesloten.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn list(
    state: Data<AppState>,
    wie: DragerInGemeente,
    pad: Path<(String, String)>,
) -> Result<Json<Kwartaalcijfers>, Fout> {
    wie.require(Permission::CijfersLezen)?;
    let kwartaal = Kwartaal::parse(&pad.1).map_err(|_| Fout::niet_gevonden())?;
    let (actor, now) = (&wie.actor, state.clock.now());
    let overzicht = state
        .db
        .in_tenant(
            "load_kwartaal",
            wie.code(),
            DbRol::Opdrachtgever,
            async |tx| load_kwartaal(tx, actor, now, kwartaal).await,
        )
        .await?;
    let gesloten = Kwartaalcijfers::new(&overzicht);
    Ok(Json(gesloten.ok_or(KwartaalError::NietGesloten(kwartaal))?))
}
