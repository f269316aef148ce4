//! `POST /v1/berekeningen`.

use actix_web::web::{Data, Json, Payload};
use actix_web::{Error, FromRequest, HttpRequest};
use application::recht::{RechtError, check_vraag, load_rechtbeleid};
use domain::beleid::Beleid;
use domain::bevoegdheid::Actor;
use domain::recht::bericht::{RuweVraag, Vraag};
use http_base::{AppState, DbRol, Drager, Fout, TenantTx};
use primitives::Veldfouten;

use super::vorm::{Berekening, Berekeningsvraag};
use crate::openapi::Probleem;

/// Berekent het recht van een huishouden in een kalendermaand, met uitleg.
///
/// Er wordt niets bewaard. Ontbreekt een feit, dan is de uitkomst `onbepaald`, met de reden.
#[utoipa::path(
    post, path = "/v1/berekeningen", tag = "berekeningen", operation_id = "createBerekening",
    request_body = Berekeningsvraag,
    responses(
        (status = 200, description = "De uitkomst, ook als er geen recht is of het niet te bepalen is.", body = Berekening),
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
) -> Result<Json<Berekening>, Error> {
    // Read here and not by an extractor beside `Drager`: who has no token learns nothing about the body.
    let ruw = Json::<RuweVraag>::from_request(&req, &mut payload.into_inner()).await?;
    let mut vraag = ruw.parse().map_err(Fout::from)?;
    check_vraag(&drager.0, &vraag).map_err(Fout::from)?;
    check_gemeente(&state, &vraag).await?;
    if vraag.needs_beleid() {
        let beleid = load_beleid(&state, &drager.0, &vraag).await?;
        vraag = vraag.with_geldend_beleid(&beleid, state.clock.now());
    }
    Ok(Json(Berekening::from(vraag.calculate())))
}

/// Refuses a municipality that does not take part; whoever gets here has a role in all of them.
async fn check_gemeente(state: &AppState, vraag: &Vraag) -> Result<(), Fout> {
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
async fn load_beleid(state: &AppState, actor: &Actor, vraag: &Vraag) -> Result<Beleid, Fout> {
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
