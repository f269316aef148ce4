//! Reading applications.

use actix_web::web::{Data, Json, Path};
use application::aanvraag::{list_aanvragen, load_aanvraag};
use domain::bevoegdheid::Permission;
use http_base::{AppState, DbRol, DragerInGemeente, Fout};
use primitives::{AanvraagId, datum_in_nederland};

use super::vorm::{Aanvraag, Aanvragenlijst};
use crate::dossier::parse_dossier;
use crate::openapi::Probleem;

/// Geeft de aanvragen van een inwoner, met termijn, handelingen en besluit.
///
/// Dat u ze bekeek, wordt vastgelegd in het verwerkingenlogboek.
#[utoipa::path(
    get, path = "/v1/gemeenten/{gemeente}/inwoners/{dossier}/aanvragen", tag = "aanvragen", operation_id = "listAanvragen",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
        ("dossier" = String, Path, description = "Kenmerk van het dossier.", example = "01890a5d-ac96-774b-bcce-b302099a8057"),
    ),
    responses(
        (status = 200, description = "De aanvragen.", body = Aanvragenlijst),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Uw rol mag geen dossiers lezen.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Deze inwoner of gemeente bestaat niet, of u heeft er geen rol.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn list(
    state: Data<AppState>,
    wie: DragerInGemeente,
    pad: Path<(String, String)>,
) -> Result<Json<Aanvragenlijst>, Fout> {
    wie.require(Permission::DossierLezen)?;
    let dossier = parse_dossier(&pad.1)?;
    let (actor, now) = (&wie.actor, state.clock.now());
    let lijst = state
        .db
        .in_tenant(
            "list_aanvragen",
            wie.code(),
            DbRol::Uitvoering,
            async |tx| list_aanvragen(tx, actor, now, dossier).await,
        )
        .await?;
    let vandaag = datum_in_nederland(now);
    let aanvragen = lijst.aanvragen.iter();
    Ok(Json(Aanvragenlijst {
        aanvragen: aanvragen
            .map(|een| Aanvraag::on(een, &lijst.bezwaren, vandaag))
            .collect(),
    }))
}

/// Toont een aanvraag, met termijn, handelingen en besluit.
///
/// Dat u haar bekeek, wordt vastgelegd in het verwerkingenlogboek.
#[utoipa::path(
    get, path = "/v1/gemeenten/{gemeente}/inwoners/{dossier}/aanvragen/{aanvraag}", tag = "aanvragen", operation_id = "showAanvraag",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
        ("dossier" = String, Path, description = "Kenmerk van het dossier.", example = "01890a5d-ac96-774b-bcce-b302099a8057"),
        ("aanvraag" = String, Path, description = "Kenmerk van de aanvraag.", example = "01890a5d-ac96-774b-bcce-b302099a8058"),
    ),
    responses(
        (status = 200, description = "De aanvraag.", body = Aanvraag),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Uw rol mag geen dossiers lezen.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Deze aanvraag, inwoner of gemeente bestaat niet, of u heeft er geen rol.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn show(
    state: Data<AppState>,
    wie: DragerInGemeente,
    pad: Path<(String, String, String)>,
) -> Result<Json<Aanvraag>, Fout> {
    wie.require(Permission::DossierLezen)?;
    let dossier = parse_dossier(&pad.1)?;
    let id = AanvraagId::parse(&pad.2).map_err(|_| Fout::niet_gevonden())?;
    let (actor, now) = (&wie.actor, state.clock.now());
    let beeld = state
        .db
        .in_tenant("load_aanvraag", wie.code(), DbRol::Uitvoering, async |tx| {
            load_aanvraag(tx, actor, now, dossier, id).await
        })
        .await?;
    let vandaag = datum_in_nederland(now);
    Ok(Json(Aanvraag::on(
        &beeld.aanvraag,
        &beeld.bezwaren,
        vandaag,
    )))
}
