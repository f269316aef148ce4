//! `GET /v1/gemeenten/{gemeente}/werkinstructies`: how the organisation works, beside what this municipality decided.

use actix_web::web::{Data, Json};
use application::werkinstructie::{WerkinstructieError, list_werkinstructies};
use domain::bevoegdheid::Permission;
use http_base::{AppState, DbRol, DragerInGemeente, Fout, TenantTx};

use super::vorm::{Werkinstructie, Werkinstructielijst};
use crate::beleid::beleid_of;
use crate::openapi::Probleem;

/// Toont hoe de organisatie werkt, met wat de gemeente besloot ernaast.
///
/// Wat raad of college besloot, gaat altijd voor een werkinstructie.
#[utoipa::path(
    get, path = "/v1/gemeenten/{gemeente}/werkinstructies", tag = "beleid", operation_id = "listWerkinstructies",
    params(("gemeente" = String, Path, description = "CBS-code.", example = "GM0294")),
    responses(
        (status = 200, description = "De werkinstructies.", body = Werkinstructielijst),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Deze gemeente bestaat niet, of u heeft er geen rol.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn list(
    state: Data<AppState>,
    wie: DragerInGemeente,
) -> Result<Json<Werkinstructielijst>, Fout> {
    wie.require(Permission::BeleidLezen)?;
    load(&state, &wie).await.map(Json)
}

/// Every work rule beside the policy of the municipality of the address.
pub(super) async fn load(
    state: &AppState,
    wie: &DragerInGemeente,
) -> Result<Werkinstructielijst, Fout> {
    let list = async |tx: &mut TenantTx| list_werkinstructies(tx, &wie.actor).await;
    let db = &state.db;
    let instructies: Result<_, WerkinstructieError> = db
        .in_tenant(
            "list_werkinstructies",
            wie.code(),
            DbRol::Opdrachtgever,
            list,
        )
        .await;
    let beleid = beleid_of(state, wie).await?;
    let wanneer = (state.clock.today(), state.clock.now());
    let instructies = instructies?;
    let vorm = instructies
        .iter()
        .map(|instructie| Werkinstructie::new(instructie, &beleid, wanneer));
    Ok(Werkinstructielijst {
        werkinstructies: vorm.collect::<Result<_, Fout>>()?,
    })
}
