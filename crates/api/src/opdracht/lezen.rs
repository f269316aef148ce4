//! `/v1/gemeenten/{gemeente}/opdrachten/{jaar}`: the assignment of a year.

use actix_web::web::{Data, Json, Path};
use application::opdracht::{OpdrachtError, leesrol, load_opdrachtbeeld};
use domain::bevoegdheid::Permission;
use domain::opdracht::JAREN;
use http_base::{AppState, DragerInGemeente, Fout, TenantTx};

use super::vorm::Opdracht;
use crate::openapi::Probleem;

/// Toont de opdracht van een jaar, met het uitvoeringsplan en de stand per kwartaal.
///
/// Een concept zien alleen opdrachtgever en college.
#[utoipa::path(
    get, path = "/v1/gemeenten/{gemeente}/opdrachten/{jaar}", tag = "opdrachten", operation_id = "showOpdracht",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
        ("jaar" = String, Path, description = "Het jaar.", example = "2026"),
    ),
    responses(
        (status = 200, description = "De opdracht.", body = Opdracht),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Uw rol leest geen opdracht.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Dit jaar bestaat niet, of u heeft hier geen rol.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn show(
    state: Data<AppState>,
    wie: DragerInGemeente,
    pad: Path<(String, String)>,
) -> Result<Json<Opdracht>, Fout> {
    wie.require(Permission::BeleidLezen)?;
    let jaar = read_jaar(&pad.1)?;
    load(&state, &wie, jaar).await.map(Json)
}

/// The year of the address; another text is a year that does not exist.
pub(super) fn read_jaar(tekst: &str) -> Result<i16, Fout> {
    let jaar = tekst.parse().ok().filter(|jaar| JAREN.contains(jaar));
    jaar.ok_or_else(Fout::niet_gevonden)
}

/// The assignment as this reader sees it.
pub(super) async fn load(
    state: &AppState,
    wie: &DragerInGemeente,
    jaar: i16,
) -> Result<Opdracht, Fout> {
    let read = async |tx: &mut TenantTx| load_opdrachtbeeld(tx, &wie.actor, jaar).await;
    let rol = leesrol(&wie.actor, wie.code());
    let db = &state.db;
    let beeld: Result<_, OpdrachtError> = db
        .in_tenant("load_opdrachtbeeld", wie.code(), rol, read)
        .await;
    Ok(Opdracht::from(&beeld?))
}
