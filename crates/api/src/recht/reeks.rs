//! `POST /v1/berekeningsreeksen`.

use actix_web::web::{Data, Json, Payload};
use actix_web::{Error, FromRequest, HttpRequest};
use application::recht::{RechtError, check_reeksvraag, load_rechtbeleid};
use domain::beleid::Beleid;
use domain::bevoegdheid::Actor;
use domain::recht::bericht::{Reeksantwoord, Reeksvraag, RuweReeksvraag};
use http_base::{AppState, DbRol, Drager, Fout, TenantTx};
use primitives::Veldfouten;

use super::reeksvorm::{Berekeningsreeks, Reeksvraagvorm};
use crate::openapi::Probleem;

/// Berekent het recht van een huishouden door de maanden heen, met uitleg per maand.
///
/// Er wordt niets bewaard. De vraag en het antwoord staan met voorbeelden in docs/berekeningsreeks.md.
#[utoipa::path(
    post, path = "/v1/berekeningsreeksen", tag = "berekeningen", operation_id = "createBerekeningsreeks",
    request_body = Reeksvraagvorm,
    responses(
        (status = 200, description = "De uitkomst per maand, ook als er geen recht is of het niet te bepalen is.", body = Berekeningsreeks),
        (status = 400, description = "Elk fout veld, met wat er wordt verwacht.", body = Probleem, content_type = "application/problem+json"),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Uw rol mag geen recht berekenen.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Deze gemeente bestaat niet, of u heeft er geen rol.", body = Probleem, content_type = "application/problem+json"),
        (status = 415, description = "De inhoud is geen application/json.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn create(
    state: Data<AppState>,
    drager: Drager,
    req: HttpRequest,
    payload: Payload,
) -> Result<Json<Reeksantwoord>, Error> {
    // Read here and not by an extractor beside `Drager`: who has no token learns nothing about the body.
    let ruw = Json::<RuweReeksvraag>::from_request(&req, &mut payload.into_inner()).await?;
    let mut vraag = ruw.parse().map_err(Fout::from)?;
    check_reeksvraag(&drager.0, &vraag).map_err(Fout::from)?;
    check_deelname(&state, &vraag).await?;
    if vraag.needs_beleid() {
        let beleid = load_beleid(&state, &drager.0, &vraag).await?;
        vraag = vraag.with_beleid(beleid, state.clock.now());
    }
    Ok(Json(vraag.calculate()))
}

/// Refuses a municipality that does not take part; whoever gets here has a role in all of them.
async fn check_deelname(state: &AppState, vraag: &Reeksvraag) -> Result<(), Fout> {
    let alle = state.gemeenten.load(&state.db, state.clock.now()).await?;
    let Some(gemeente) = alle.iter().find(|gemeente| gemeente.code == vraag.gemeente) else {
        let melding = "deze gemeente doet niet mee aan de samenwerking";
        return Err(Veldfouten::single("gemeente", melding).into());
    };
    if vraag.needs_beleid() {
        state.gemeenten.require_bijgewerkt(gemeente)?;
    }
    Ok(())
}

/// Policy is public: the role that reads the least is enough.
async fn load_beleid(state: &AppState, actor: &Actor, vraag: &Reeksvraag) -> Result<Beleid, Fout> {
    let load = async |tx: &mut TenantTx| load_rechtbeleid(tx, actor, vraag.gebied).await;
    let geladen = state
        .db
        .in_tenant(
            "load_rechtbeleid",
            vraag.gemeente,
            DbRol::Opdrachtgever,
            load,
        )
        .await;
    geladen.map_err(|fout| match fout {
        RechtError::Geweigerd(geweigerd) => geweigerd.into(),
        RechtError::Db(fout) => fout.into(),
    })
}
