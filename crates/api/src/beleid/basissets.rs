//! `/v1/gemeenten/{gemeente}/basissets`: the published versions of shared bases.

use actix_web::web::{Data, Json};
use application::beleid::{BasisError, list_basisversies};
use domain::bevoegdheid::Permission;
use http_base::{AppState, DbRol, DragerInGemeente, Fout, TenantTx};

use super::bestandvorm::{Basissetlijst, Basissetversie};
use crate::openapi::Probleem;

/// Toont elke gepubliceerde versie van elke gezamenlijke basisset.
///
/// Een basisset bindt niemand: elke raad en elk college besluit zelf. Noem kenmerk en versie als `grondslag` van een voorstel;
/// waar het afwijkt, is een reden nodig.
#[utoipa::path(
    get, path = "/v1/gemeenten/{gemeente}/basissets", tag = "beleid", operation_id = "listBasissets",
    params(("gemeente" = String, Path, description = "CBS-code.", example = "GM0294")),
    responses(
        (status = 200, description = "De versies.", body = Basissetlijst),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Deze gemeente bestaat niet, of u heeft er geen rol.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn list(
    state: Data<AppState>,
    wie: DragerInGemeente,
) -> Result<Json<Basissetlijst>, Fout> {
    wie.require(Permission::BeleidLezen)?;
    let list = async |tx: &mut TenantTx| list_basisversies(tx, &wie.actor).await;
    let db = &state.db;
    let versies: Result<_, BasisError> = db
        .in_tenant("list_basisversies", wie.code(), DbRol::Opdrachtgever, list)
        .await;
    Ok(Json(Basissetlijst {
        versies: versies?.iter().map(Basissetversie::from).collect(),
    }))
}
