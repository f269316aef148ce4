//! `/v1/gemeenten/{gemeente}/beleidsbestand`: policy as YAML or XLSX, and the trial of such a file.

use actix_web::web::{Data, Json, Payload, Query};
use actix_web::{Error, HttpRequest, HttpResponse};
use application::beleid::{BeleidError, check_beleidsbestand, load_beleidsbestand};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::beleid::Beleidsbestandinvoer;
use domain::bevoegdheid::Permission;
use http_base::{AppState, DbRol, DragerInGemeente, Fout, TenantTx};
use primitives::{Veldfouten, parse_datum};
use reports::beleidsbestand::{
    BESTAND_MAX, Beleidsformaat, BestandError, parse_beleidsbestand, render_beleidsbestand,
};
use serde::Deserialize;

use super::bestandvorm::{NieuweProef, Proef};
use crate::inhoud::read_json;
use crate::openapi::Probleem;

/// In which form, for which day.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Vraag {
    formaat: Option<String>,
    peildatum: Option<String>,
}

/// Geeft wat op een dag geldt als bestand: elke regel is één waarde, met haar besluit.
///
/// Het bestand kan gewijzigd terug naar `beleidsbestand/_proef`.
#[utoipa::path(
    get, path = "/v1/gemeenten/{gemeente}/beleidsbestand", tag = "beleid", operation_id = "showBeleidsbestand",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
        ("formaat" = Option<String>, Query, description = "yaml of xlsx; zonder is dat yaml.", example = "yaml"),
        ("peildatum" = Option<String>, Query, description = "De dag waarop het geldt; zonder is dat vandaag.", example = "2027-01-01"),
    ),
    responses(
        (status = 200, description = "Het bestand.", content_type = "application/yaml"),
        (status = 400, description = "Een formaat of dag die niet bestaat.", body = Probleem, content_type = "application/problem+json"),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Deze gemeente bestaat niet, of u heeft er geen rol.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn show(
    state: Data<AppState>,
    wie: DragerInGemeente,
    vraag: Query<Vraag>,
) -> Result<HttpResponse, Fout> {
    wie.require(Permission::BeleidLezen)?;
    let formaat = parse_formaat(vraag.formaat.as_deref().unwrap_or("yaml"))?;
    let dag = vraag.peildatum.as_deref().map(|tekst| {
        let melding = "schrijf een datum die bestaat, zoals 2026-03-01";
        parse_datum(tekst).ok_or_else(|| Veldfouten::single("peildatum", melding))
    });
    let dag = dag.transpose()?.unwrap_or_else(|| state.clock.today());
    let (actor, now) = (&wie.actor, state.clock.now());
    let load = async |tx: &mut TenantTx| load_beleidsbestand(tx, actor, (dag, now)).await;
    let db = &state.db;
    let bestand: Result<_, BeleidError> = db
        .in_tenant(
            "load_beleidsbestand",
            wie.code(),
            DbRol::Opdrachtgever,
            load,
        )
        .await;
    let bytes = render_beleidsbestand(&bestand?, formaat, now).map_err(Fout::storing)?;
    Ok(HttpResponse::Ok()
        .content_type(formaat.media_type())
        .body(bytes))
}

/// Vertelt wat een bestand zou wijzigen. Er wordt niets bewaard.
///
/// Elke regel is nieuw, gewijzigd, ongewijzigd of geweigerd; bij een geweigerde regel staan alle fouten met de regel van de
/// wet. Wat niet in het bestand staat, blijft zoals het is. Is niets geweigerd, dan staat er per orgaan een tekst klaar om als
/// voorstel op te stellen.
#[utoipa::path(
    post, path = "/v1/gemeenten/{gemeente}/beleidsbestand/_proef", tag = "beleid", operation_id = "checkBeleidsbestand",
    params(("gemeente" = String, Path, description = "CBS-code.", example = "GM0294")),
    request_body = NieuweProef,
    responses(
        (status = 200, description = "Het verschil met wat geldt.", body = Proef),
        (status = 400, description = "Een bestand dat niet te lezen is, met de plaats; of een dag die niet bestaat.", body = Probleem, content_type = "application/problem+json"),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Deze gemeente bestaat niet, of u heeft er geen rol.", body = Probleem, content_type = "application/problem+json"),
        (status = 413, description = "Meer dan wij aannemen.", body = Probleem, content_type = "application/problem+json"),
        (status = 415, description = "De inhoud is geen application/json.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn check(
    state: Data<AppState>,
    wie: DragerInGemeente,
    req: HttpRequest,
    payload: Payload,
) -> Result<Json<Proef>, Error> {
    let nieuw: NieuweProef = read_json(&req, payload).await?;
    wie.require(Permission::BeleidLezen)?;
    let bestand = read(&nieuw)?;
    let wat = (&bestand, nieuw.inwerkingtreding.as_str());
    let (actor, now) = (&wie.actor, state.clock.now());
    let check =
        async |tx: &mut TenantTx| check_beleidsbestand(tx, actor, now, &*state.ids, wat).await;
    let db = &state.db;
    let rapport: Result<_, BeleidError> = db
        .in_tenant(
            "check_beleidsbestand",
            wie.code(),
            DbRol::Opdrachtgever,
            check,
        )
        .await;
    Ok(Json(Proef::from(&rapport.map_err(Fout::from)?)))
}

fn parse_formaat(tekst: &str) -> Result<Beleidsformaat, Fout> {
    let formaat = Beleidsformaat::parse(tekst);
    formaat.ok_or_else(|| Veldfouten::single("formaat", "kies yaml of xlsx").into())
}

fn read(nieuw: &NieuweProef) -> Result<Beleidsbestandinvoer, Fout> {
    let formaat = parse_formaat(&nieuw.formaat)?;
    let kapot = |melding: String| Fout::from(Veldfouten::single("inhoud", melding));
    // Four characters of base64 are three bytes: what is too large is refused before it is decoded.
    if nieuw.inhoud.len() / 4 * 3 > BESTAND_MAX {
        return Err(kapot(BestandError::TeGroot.to_string()));
    }
    let bytes = STANDARD
        .decode(&nieuw.inhoud)
        .map_err(|_| kapot("zet het bestand om met base64".to_owned()))?;
    parse_beleidsbestand(&bytes, formaat).map_err(|fout| kapot(fout.to_string()))
}
