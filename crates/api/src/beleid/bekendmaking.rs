//! `POST /v1/gemeenten/{gemeente}/besluiten/{besluit}/bekendmaking`.

use actix_web::http::header::LOCATION;
use actix_web::web::{Data, Path, Payload};
use actix_web::{Error, HttpRequest, HttpResponse};
use application::beleid::{BeleidError, RecordBekendmaking, db_rol, record_bekendmaking};
use domain::beleid::{BekendmakingInvoer, Notatie};
use http_base::{AppState, DragerInGemeente, Fout, TenantTx};

use super::lezen::besluit_of;
use super::vorm::{Besluit, NieuweBekendmaking};
use crate::inhoud::read_json;
use crate::openapi::Probleem;

/// Legt vast waar en wanneer een besluit is bekendgemaakt.
///
/// Vanaf de inwerkingtreding gelden de waarden van het besluit. Een besluit wordt één keer bekendgemaakt.
#[utoipa::path(
    post, path = "/v1/gemeenten/{gemeente}/besluiten/{besluit}/bekendmaking", tag = "beleid", operation_id = "createBekendmaking",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
        ("besluit" = String, Path, description = "Kenmerk van het besluit."),
    ),
    request_body = NieuweBekendmaking,
    responses(
        (status = 201, description = "Het besluit met zijn bekendmaking.", body = Besluit, headers(("Location" = String, description = "Het adres van het besluit."))),
        (status = 400, description = "Elk fout veld.", body = Probleem, content_type = "application/problem+json"),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Uw rol legt geen besluiten van dit orgaan vast, of u legde dit besluit zelf vast: een ander legt de bekendmaking vast.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Dit besluit bestaat niet, of u heeft hier geen rol.", body = Probleem, content_type = "application/problem+json"),
        (status = 409, description = "Het besluit is niet genomen, of al bekendgemaakt.", body = Probleem, content_type = "application/problem+json"),
        (status = 415, description = "De inhoud is geen application/json.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn create(
    state: Data<AppState>,
    wie: DragerInGemeente,
    pad: Path<(String, String)>,
    req: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Error> {
    let nieuw: NieuweBekendmaking = read_json(&req, payload).await?;
    let akte = besluit_of(&state, &wie, &pad.1).await.map_err(Fout::from)?;
    let kop = akte.besluit.kop();
    let invoer = BekendmakingInvoer::from(nieuw);
    let opdracht = RecordBekendmaking {
        besluit: kop.id,
        invoer: &invoer,
        notatie: Notatie::Uitwisseling,
    };
    let (actor, now) = (&wie.actor, state.clock.now());
    let record =
        async |tx: &mut TenantTx| record_bekendmaking(tx, actor, now, opdracht.clone()).await;
    let db = &state.db;
    let besluit: Result<_, BeleidError> = db
        .in_tenant(
            "record_bekendmaking",
            wie.code(),
            db_rol(kop.orgaan),
            record,
        )
        .await;
    let besluit = Besluit::try_from(&besluit.map_err(Fout::from)?)?;
    let adres = format!("/v1/gemeenten/{}/besluiten/{}", wie.code(), besluit.id);
    Ok(HttpResponse::Created()
        .insert_header((LOCATION, adres))
        .json(besluit))
}
