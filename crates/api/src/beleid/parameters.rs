//! `GET /v1/gemeenten/{gemeente}/parameters`: what holds on a day, as known on a moment.

use actix_web::web::{Data, Json, Path, Query};
use domain::beleid::catalogus;
use domain::bevoegdheid::Permission;
use http_base::{AppState, DragerInGemeente, Fout};

use super::lezen::{Tijdvraag, beleid_of};
use super::vorm::{Parameter, Parameterlijst, Parameterverloop};
use crate::openapi::Probleem;

/// Toont wat in een gemeente geldt: de waarden van raad en college, met hun besluit.
///
/// Met `peildatum` kiest u de dag waarvoor het geldt, met `bekendOp` wat toen al bekend was.
#[utoipa::path(
    get, path = "/v1/gemeenten/{gemeente}/parameters", tag = "beleid", operation_id = "listParameters",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
        ("peildatum" = Option<String>, Query, description = "De dag waarvoor u het wilt weten; zonder is dat vandaag.", example = "2026-03-01"),
        ("bekendOp" = Option<String>, Query, description = "Zoals bekend op dit moment; zonder is dat nu.", example = "2026-04-20T12:00:00Z"),
    ),
    responses(
        (status = 200, description = "De gegevens.", body = Parameterlijst),
        (status = 400, description = "Een datum of moment dat niet bestaat.", body = Probleem, content_type = "application/problem+json"),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Deze gemeente bestaat niet, of u heeft er geen rol.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn list(
    state: Data<AppState>,
    wie: DragerInGemeente,
    vraag: Query<Tijdvraag>,
) -> Result<Json<Parameterlijst>, Fout> {
    wie.require(Permission::BeleidLezen)?;
    let (peildatum, bekend_op) = vraag.parse(&state)?;
    let beleid = beleid_of(&state, &wie).await?;
    let parameters = catalogus().parameters().iter();
    let parameters: Result<_, Fout> = parameters
        .map(|parameter| Parameter::new(parameter, &beleid, peildatum, bekend_op))
        .collect();
    Ok(Json(Parameterlijst {
        gemeente: wie.code().to_string(),
        peildatum: peildatum.to_string(),
        bekend_op: bekend_op.to_string(),
        parameters: parameters?,
    }))
}

/// Toont een gegeven met zijn verloop in de tijd.
///
/// Van elke waarde ziet u het besluit, de bekendmaking en de dagen waarop zij geldt.
#[utoipa::path(
    get, path = "/v1/gemeenten/{gemeente}/parameters/{sleutel}", tag = "beleid", operation_id = "showParameter",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
        ("sleutel" = String, Path, description = "Sleutel van het gegeven.", example = "iit.bedrag.alleenstaande"),
        ("peildatum" = Option<String>, Query, description = "De dag waarvoor u het wilt weten; zonder is dat vandaag.", example = "2026-03-01"),
        ("bekendOp" = Option<String>, Query, description = "Zoals bekend op dit moment; zonder is dat nu.", example = "2026-04-20T12:00:00Z"),
    ),
    responses(
        (status = 200, description = "Het gegeven.", body = Parameterverloop),
        (status = 400, description = "Een datum of moment dat niet bestaat.", body = Probleem, content_type = "application/problem+json"),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Deze gemeente of dit gegeven bestaat niet, of u heeft er geen rol.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn show(
    state: Data<AppState>,
    wie: DragerInGemeente,
    pad: Path<(String, String)>,
    vraag: Query<Tijdvraag>,
) -> Result<Json<Parameterverloop>, Fout> {
    wie.require(Permission::BeleidLezen)?;
    let parameter = catalogus().find(&pad.1).ok_or_else(Fout::niet_gevonden)?;
    let (peildatum, bekend_op) = vraag.parse(&state)?;
    let beleid = beleid_of(&state, &wie).await?;
    Parameterverloop::new(parameter, &beleid, peildatum, bekend_op).map(Json)
}
