//! Reading reviews.

use actix_web::web::{Data, Json, Path};
use application::herziening::{list_herzieningen, load_herziening};
use domain::bevoegdheid::Permission;
use http_base::{AppState, DbRol, DragerInGemeente, Fout};
use primitives::HerzieningId;

use super::vorm::{Herzieningenlijst, Herzieningszaak};
use crate::dossier::parse_dossier;
use crate::openapi::Probleem;

/// Geeft de herzieningen van een inwoner, met handelingen en besluit.
///
/// Dat u ze bekeek, wordt vastgelegd in het verwerkingenlogboek.
#[utoipa::path(
    get, path = "/v1/gemeenten/{gemeente}/inwoners/{dossier}/herzieningen", tag = "herzieningen", operation_id = "listHerzieningen",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
        ("dossier" = String, Path, description = "Kenmerk van het dossier.", example = "01890a5d-ac96-774b-bcce-b302099a8057"),
    ),
    responses(
        (status = 200, description = "De herzieningen.", body = Herzieningenlijst),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Uw rol mag geen dossiers lezen.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Deze inwoner of gemeente bestaat niet, of u heeft er geen rol.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn list(
    state: Data<AppState>,
    wie: DragerInGemeente,
    pad: Path<(String, String)>,
) -> Result<Json<Herzieningenlijst>, Fout> {
    wie.require(Permission::DossierLezen)?;
    let dossier = parse_dossier(&pad.1)?;
    let (actor, now) = (&wie.actor, state.clock.now());
    let db = &state.db;
    let lijst = db
        .in_tenant(
            "list_herzieningen",
            wie.code(),
            DbRol::Uitvoering,
            async |tx| list_herzieningen(tx, actor, now, dossier).await,
        )
        .await?;
    Ok(Json(Herzieningenlijst {
        herzieningen: lijst
            .zaken
            .iter()
            .map(|zaak| Herzieningszaak::new(zaak, zaak.find_voorstel().map(|v| &v.uitkomst)))
            .collect(),
    }))
}

/// Toont een herziening: per maand wat er anders is, de handelingen en het besluit.
///
/// Zonder voorstel is dat de uitkomst met wat nu bekend is. Dat u haar bekeek, wordt vastgelegd in het verwerkingenlogboek.
#[utoipa::path(
    get, path = "/v1/gemeenten/{gemeente}/inwoners/{dossier}/herzieningen/{herziening}", tag = "herzieningen", operation_id = "showHerziening",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
        ("dossier" = String, Path, description = "Kenmerk van het dossier.", example = "01890a5d-ac96-774b-bcce-b302099a8057"),
        ("herziening" = String, Path, description = "Kenmerk van de herziening.", example = "01890a5d-ac96-774b-bcce-b302099a8059"),
    ),
    responses(
        (status = 200, description = "De herziening.", body = Herzieningszaak),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Uw rol mag geen dossiers lezen.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Deze herziening, inwoner of gemeente bestaat niet, of u heeft er geen rol.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn show(
    state: Data<AppState>,
    wie: DragerInGemeente,
    pad: Path<(String, String, String)>,
) -> Result<Json<Herzieningszaak>, Fout> {
    wie.require(Permission::DossierLezen)?;
    let dossier = parse_dossier(&pad.1)?;
    let id = HerzieningId::parse(&pad.2).map_err(|_| Fout::niet_gevonden())?;
    let (actor, now) = (&wie.actor, state.clock.now());
    let db = &state.db;
    let beeld = db
        .in_tenant(
            "load_herziening",
            wie.code(),
            DbRol::Uitvoering,
            async |tx| load_herziening(tx, actor, now, (dossier, id)).await,
        )
        .await?;
    Ok(Json(Herzieningszaak::new(
        &beeld.zaak,
        Some(&beeld.uitkomst),
    )))
}
