//! What the endpoints of a proposal have in common.

use actix_web::http::header::LOCATION;
use actix_web::{Error, HttpResponse};
use application::beleid::VoorstelError;
use domain::beleid;
use domain::bevoegdheid::Permission;
use http_base::{AppState, DragerInGemeente, Fout, find_leesbaar_voorstel};

use super::voorstelvorm::Voorstel;

/// The proposal of the address, if this reader may see it.
pub(super) async fn voorstel_of(
    state: &AppState,
    wie: &DragerInGemeente,
    kenmerk: &str,
) -> Result<beleid::Voorstel, Fout> {
    wie.require(Permission::BeleidLezen)?;
    find_leesbaar_voorstel(state, &wie.actor, wie.code(), kenmerk).await
}

/// The proposal of the address, if this actor acts for its organ.
pub(super) async fn eigen_voorstel(
    state: &AppState,
    wie: &DragerInGemeente,
    kenmerk: &str,
) -> Result<beleid::Voorstel, Fout> {
    let voorstel = voorstel_of(state, wie, kenmerk).await?;
    wie.require(voorstel.kop().orgaan.permission())?;
    Ok(voorstel)
}

/// The proposal after an act, with its address.
pub(super) fn created(
    wie: &DragerInGemeente,
    uitkomst: Result<beleid::Voorstel, VoorstelError>,
) -> Result<HttpResponse, Error> {
    let voorstel = Voorstel::try_from(&uitkomst.map_err(Fout::from)?)?;
    let adres = format!("/v1/gemeenten/{}/voorstellen/{}", wie.code(), voorstel.id);
    Ok(HttpResponse::Created()
        .insert_header((LOCATION, adres))
        .json(voorstel))
}
