//! `GET /v1/gemeenten/{gemeente}/beleidsvergelijking`: the policy of all municipalities side by side.

use actix_web::web::{Data, Json, Query};
use domain::beleid::{Deelnemer, compare_beleid};
use domain::bevoegdheid::Permission;
use domain::recht::compare_huishoudens;
use http_base::{AppState, DragerInGemeente, Fout, list_deelnemers};

use super::lezen::Tijdvraag;
use super::vergelijkingvorm::{Vergelekengegeven, Vergelekenhuishouden, Vergelijking};
use crate::openapi::Probleem;

/// Vergelijkt het beleid van alle gemeenten, en wat het vier voorbeeldhuishoudens oplevert.
///
/// De gemeente in het adres staat vooraan. Met `peildatum` kiest u de dag, met `bekendOp` wat toen al bekend was.
#[utoipa::path(
    get, path = "/v1/gemeenten/{gemeente}/beleidsvergelijking", tag = "beleid", operation_id = "compareBeleid",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
        ("peildatum" = Option<String>, Query, description = "De dag waarvoor u het wilt weten; zonder is dat vandaag.", example = "2026-03-01"),
        ("bekendOp" = Option<String>, Query, description = "Zoals bekend op dit moment; zonder is dat nu.", example = "2026-04-20T12:00:00Z"),
    ),
    responses(
        (status = 200, description = "De vergelijking.", body = Vergelijking),
        (status = 400, description = "Een datum of moment dat niet bestaat.", body = Probleem, content_type = "application/problem+json"),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Deze gemeente bestaat niet, of u heeft er geen rol.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn show(
    state: Data<AppState>,
    wie: DragerInGemeente,
    vraag: Query<Tijdvraag>,
) -> Result<Json<Vergelijking>, Fout> {
    wie.require(Permission::BeleidLezen)?;
    let (peildatum, bekend_op) = vraag.parse(&state)?;
    let deelnemers = list_deelnemers(&state, &wie.actor, wie.code()).await?;
    let gegevens = compare_beleid(&deelnemers, peildatum, bekend_op);
    let gegeven = |wat: &domain::beleid::Vergelijking<'_>| Vergelekengegeven::new(wat, &deelnemers);
    let huishoudens = compare_huishoudens(&deelnemers, peildatum, bekend_op);
    Ok(Json(Vergelijking {
        gemeenten: deelnemers.iter().map(code).collect(),
        peildatum: peildatum.to_string(),
        bekend_op: bekend_op.to_string(),
        gegevens: gegevens.iter().map(gegeven).collect::<Result<_, _>>()?,
        huishoudens: huishoudens.iter().map(Vergelekenhuishouden::from).collect(),
    }))
}

fn code(deelnemer: &Deelnemer) -> String {
    deelnemer.gemeente.to_string()
}
