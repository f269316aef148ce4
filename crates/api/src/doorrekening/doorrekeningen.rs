//! `/v1/gemeenten/{gemeente}/doorrekeningen`: calculating, keeping, reading.

use actix_web::http::header::LOCATION;
use actix_web::web::{Data, Json, Path, Payload};
use actix_web::{Error, HttpRequest, HttpResponse};
use application::beleid::db_rol;
use application::doorrekening::{
    Berekend, DoorrekeningError, calculate_doorrekening, find_doorrekening, list_doorrekeningen,
    orgaan_of, record_doorrekening,
};
use domain::beleid::Notatie;
use domain::bevoegdheid::Permission;
use domain::doorrekening::Doorrekeningnaam;
use http_base::{AppState, DbRol, DragerInGemeente, Fout, TenantTx};
use primitives::{DoorrekeningId, Veldfouten};

use super::vorm::{Doorrekening, Doorrekeningenlijst, NieuweDoorrekening};
use crate::inhoud::read_json;
use crate::openapi::Probleem;

/// Toont de bewaarde doorrekeningen, de nieuwste eerst.
///
/// Een bewaarde doorrekening verandert niet.
#[utoipa::path(
    get, path = "/v1/gemeenten/{gemeente}/doorrekeningen", tag = "beleid", operation_id = "listDoorrekeningen",
    params(("gemeente" = String, Path, description = "CBS-code.", example = "GM0294")),
    responses(
        (status = 200, description = "De doorrekeningen.", body = Doorrekeningenlijst),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Uw rol rekent geen beleid door.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Deze gemeente bestaat niet, of u heeft er geen rol.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn list(
    state: Data<AppState>,
    wie: DragerInGemeente,
) -> Result<Json<Doorrekeningenlijst>, Fout> {
    wie.require(Permission::BeleidDoorrekenen)?;
    let list = async |tx: &mut TenantTx| list_doorrekeningen(tx, &wie.actor).await;
    let db = &state.db;
    let koppen = db
        .in_tenant(
            "list_doorrekeningen",
            wie.code(),
            DbRol::Opdrachtgever,
            list,
        )
        .await?;
    Ok(Json(Doorrekeningenlijst {
        doorrekeningen: koppen.into_iter().map(Into::into).collect(),
    }))
}

/// Rekent uit wat andere waarden betekenen voor de huishoudens met bijstand.
///
/// Gerekend wordt met het laatste maandbestand, in groepen van ten minste tien huishoudens. Met een naam wordt de
/// doorrekening bewaard (201); zonder wordt er niets bewaard (200). Een waarde buiten de grenzen van de wet wordt
/// geweigerd, met het artikel.
#[utoipa::path(
    post, path = "/v1/gemeenten/{gemeente}/doorrekeningen", tag = "beleid", operation_id = "createDoorrekening",
    params(("gemeente" = String, Path, description = "CBS-code.", example = "GM0294")),
    request_body = NieuweDoorrekening,
    responses(
        (status = 200, description = "De doorrekening, niet bewaard.", body = Doorrekening),
        (status = 201, description = "De doorrekening, bewaard.", body = Doorrekening, headers(("Location" = String, description = "Het adres van de doorrekening."))),
        (status = 400, description = "Elk fout veld, met de grens en het artikel.", body = Probleem, content_type = "application/problem+json"),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Uw rol rekent geen beleid door, of bewaart geen doorrekening.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Deze gemeente bestaat niet, of u heeft er geen rol.", body = Probleem, content_type = "application/problem+json"),
        (status = 409, description = "Er is geen maandbestand, of het is te klein om iets te tonen.", body = Probleem, content_type = "application/problem+json"),
        (status = 415, description = "De inhoud is geen application/json.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn create(
    state: Data<AppState>,
    wie: DragerInGemeente,
    req: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Error> {
    wie.require(Permission::BeleidDoorrekenen)?;
    let nieuw: NieuweDoorrekening = read_json(&req, payload).await?;
    let naam = nieuw.naam.as_deref().map(parse_naam).transpose()?;
    let vraag = nieuw
        .invoer()
        .parse(Notatie::Uitwisseling, state.clock.today())
        .map_err(Fout::from)?;
    let (actor, now) = (&wie.actor, state.clock.now());
    let werk = async |tx: &mut TenantTx| calculate_doorrekening(tx, actor, now, &vraag).await;
    let db = &state.db;
    let berekend = db
        .in_tenant(
            "calculate_doorrekening",
            wie.code(),
            DbRol::Rapportage,
            werk,
        )
        .await
        .map_err(Fout::from)?;
    match naam {
        None => {
            let uitkomst = serde_json::to_value(&berekend.uitkomst).map_err(Fout::storing)?;
            Ok(HttpResponse::Ok().json(Doorrekening {
                id: None,
                naam: None,
                bekend_op: berekend.bekend_op.to_string(),
                controlegetal: None,
                uitkomst,
            }))
        }
        Some(naam) => Ok(keep(&state, &wie, &naam, &berekend).await?),
    }
}

/// Toont een bewaarde doorrekening, zoals zij is gemaakt.
///
/// Met het bestand, het beleid en de waarden van toen geeft zij opnieuw dezelfde uitkomst.
#[utoipa::path(
    get, path = "/v1/gemeenten/{gemeente}/doorrekeningen/{doorrekening}", tag = "beleid", operation_id = "showDoorrekening",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
        ("doorrekening" = String, Path, description = "Kenmerk van de doorrekening."),
    ),
    responses(
        (status = 200, description = "De doorrekening.", body = Doorrekening),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Uw rol rekent geen beleid door.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Deze doorrekening bestaat niet, of u heeft hier geen rol.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn show(
    state: Data<AppState>,
    wie: DragerInGemeente,
    pad: Path<(String, String)>,
) -> Result<Json<Doorrekening>, Fout> {
    wie.require(Permission::BeleidDoorrekenen)?;
    // A text that is no id is no calculation either.
    let id = DoorrekeningId::parse(&pad.1).map_err(|_| Fout::niet_gevonden())?;
    load(&state, &wie, id).await.map(Json)
}

fn parse_naam(tekst: &str) -> Result<Doorrekeningnaam, Fout> {
    Doorrekeningnaam::parse(tekst)
        .map_err(|fout| Veldfouten::single("naam", fout.to_string()).into())
}

async fn keep(
    state: &AppState,
    wie: &DragerInGemeente,
    naam: &Doorrekeningnaam,
    berekend: &Berekend,
) -> Result<HttpResponse, Fout> {
    let (actor, now) = (&wie.actor, state.clock.now());
    let orgaan = orgaan_of(actor, wie.code())?;
    let record = async |tx: &mut TenantTx| {
        record_doorrekening(tx, actor, now, &*state.ids, (naam, berekend)).await
    };
    let db = &state.db;
    let id = db
        .in_tenant("record_doorrekening", wie.code(), db_rol(orgaan), record)
        .await?;
    let bewaard = load(state, wie, id).await?;
    let adres = format!("/v1/gemeenten/{}/doorrekeningen/{id}", wie.code());
    Ok(HttpResponse::Created()
        .insert_header((LOCATION, adres))
        .json(bewaard))
}

async fn load(
    state: &AppState,
    wie: &DragerInGemeente,
    id: DoorrekeningId,
) -> Result<Doorrekening, Fout> {
    let find = async |tx: &mut TenantTx| find_doorrekening(tx, &wie.actor, id).await;
    let db = &state.db;
    let akte: Result<_, DoorrekeningError> = db
        .in_tenant("find_doorrekening", wie.code(), DbRol::Opdrachtgever, find)
        .await;
    let akte = akte?;
    let uitkomst = serde_json::from_str(&akte.uitkomst).map_err(Fout::storing)?;
    Ok(Doorrekening::kept(&akte, uitkomst))
}
