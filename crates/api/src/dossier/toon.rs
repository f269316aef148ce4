//! `GET /v1/gemeenten/{gemeente}/inwoners/{dossier}`.

use actix_web::web::{Data, Json, Path};
use application::dossier::load_dossier;
use http_base::{AppState, DbRol, DragerInGemeente, Fout};

use super::parse_dossier;
use super::vorm::Inwoner;
use crate::openapi::Probleem;

/// Toont een inwoner: huishouden, uitkeringen, voorzieningen, trede, casusregisseur en wat er moet gebeuren.
///
/// Dat u de inwoner bekeek, wordt vastgelegd in het verwerkingenlogboek.
#[utoipa::path(
    get, path = "/v1/gemeenten/{gemeente}/inwoners/{dossier}", tag = "inwoners", operation_id = "showInwoner",
    params(
        ("gemeente" = String, Path, description = "CBS-code, zoals GM0294.", example = "GM0294"),
        ("dossier" = String, Path, description = "Kenmerk van het dossier.", example = "01890a5d-ac96-774b-bcce-b302099a8057"),
    ),
    responses(
        (status = 200, description = "De inwoner.", body = Inwoner),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Uw rol mag geen dossiers lezen.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Deze inwoner of gemeente bestaat niet, of u heeft er geen rol.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn show(
    state: Data<AppState>,
    wie: DragerInGemeente,
    pad: Path<(String, String)>,
) -> Result<Json<Inwoner>, Fout> {
    let dossier = parse_dossier(&pad.1)?;
    let (actor, now) = (&wie.actor, state.clock.now());
    let overzicht = state
        .db
        .in_tenant("load_dossier", wie.code(), DbRol::Uitvoering, async |tx| {
            load_dossier(tx, actor, now, dossier).await
        })
        .await?;
    Ok(Json(Inwoner::from(&overzicht)))
}
