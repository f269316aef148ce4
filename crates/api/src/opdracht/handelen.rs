//! Writing, giving, answering and following an assignment.

use actix_web::http::header::LOCATION;
use actix_web::web::{Data, Path, Payload};
use actix_web::{Error, HttpRequest, HttpResponse};
use application::opdracht::{
    Conceptopdracht, OpdrachtError, Planopdracht, Standopdracht, record_concept, record_plan,
    record_standen, record_verstrekking, schrijfrol,
};
use domain::beleid::Notatie;
use domain::bevoegdheid::Permission;
use domain::opdracht::{OpdrachtInvoer, PlanInvoer, StandInvoer};
use http_base::{AppState, DbRol, DragerInGemeente, Fout, TenantTx};
use primitives::{Kwartaal, Veldfouten};

use super::lezen::{load, read_jaar};
use super::vorm::{NieuwConcept, NieuwPlan, NieuweStanden, NieuweVerstrekking, Opdracht};
use crate::inhoud::read_json;
use crate::openapi::Probleem;

/// Legt een concept van de opdracht vast.
///
/// Was de opdracht al verstrekt, dan is dit het concept van de volgende versie. De verstrekte versie blijft gelden.
#[utoipa::path(
    post, path = "/v1/gemeenten/{gemeente}/opdrachten/{jaar}/concepten", tag = "opdrachten", operation_id = "createConcept",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
        ("jaar" = String, Path, description = "Het jaar.", example = "2026"),
    ),
    request_body = NieuwConcept,
    responses(
        (status = 201, description = "De opdracht.", body = Opdracht, headers(("Location" = String, description = "Het adres van de opdracht."))),
        (status = 400, description = "Elk fout veld.", body = Probleem, content_type = "application/problem+json"),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Uw rol stelt geen opdracht op.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Dit jaar bestaat niet, of u heeft hier geen rol.", body = Probleem, content_type = "application/problem+json"),
        (status = 409, description = "Iemand anders legde intussen iets vast.", body = Probleem, content_type = "application/problem+json"),
        (status = 415, description = "De inhoud is geen application/json.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn draft(
    state: Data<AppState>,
    wie: DragerInGemeente,
    pad: Path<(String, String)>,
    req: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Error> {
    let nieuw: NieuwConcept = read_json(&req, payload).await?;
    wie.require(Permission::OpdrachtVoorbereiden)?;
    let jaar = read_jaar(&pad.1)?;
    let gezien = nieuw.gezien;
    let invoer = OpdrachtInvoer::from(nieuw);
    let concept = Conceptopdracht {
        jaar,
        gezien,
        invoer: &invoer,
    };
    let (actor, now) = (&wie.actor, state.clock.now());
    let record = async |tx: &mut TenantTx| record_concept(tx, actor, now, &concept).await;
    let rol = schrijfrol(actor, wie.code());
    let db = &state.db;
    let uitkomst = db
        .in_tenant("record_concept", wie.code(), rol, record)
        .await;
    created(&state, &wie, jaar, uitkomst).await
}

/// Verstrekt het laatste concept aan de uitvoeringsorganisatie.
///
/// Dat doet iemand van het college die niet aan deze versie schreef, voor het concept dat hij las.
#[utoipa::path(
    post, path = "/v1/gemeenten/{gemeente}/opdrachten/{jaar}/verstrekking", tag = "opdrachten", operation_id = "createVerstrekking",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
        ("jaar" = String, Path, description = "Het jaar.", example = "2026"),
    ),
    request_body = NieuweVerstrekking,
    responses(
        (status = 201, description = "De opdracht.", body = Opdracht, headers(("Location" = String, description = "Het adres van de opdracht."))),
        (status = 400, description = "De inhoud is niet te lezen.", body = Probleem, content_type = "application/problem+json"),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Uw rol verstrekt geen opdracht.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Dit jaar bestaat niet, of u heeft hier geen rol.", body = Probleem, content_type = "application/problem+json"),
        (status = 409, description = "Er is geen concept, u schreef er zelf aan mee, of het is intussen gewijzigd.", body = Probleem, content_type = "application/problem+json"),
        (status = 415, description = "De inhoud is geen application/json.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn give(
    state: Data<AppState>,
    wie: DragerInGemeente,
    pad: Path<(String, String)>,
    req: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Error> {
    let nieuw: NieuweVerstrekking = read_json(&req, payload).await?;
    wie.require(Permission::OpdrachtVerstrekken)?;
    let jaar = read_jaar(&pad.1)?;
    let (actor, now) = (&wie.actor, state.clock.now());
    let record =
        async |tx: &mut TenantTx| record_verstrekking(tx, actor, now, jaar, nieuw.gezien).await;
    let db = &state.db;
    let uitkomst = db
        .in_tenant("record_verstrekking", wie.code(), DbRol::College, record)
        .await;
    created(&state, &wie, jaar, uitkomst).await
}

/// Legt vast wat de organisatie op de opdracht antwoordt.
///
/// Het nieuwe plan komt in plaats van het vorige. Een onderdeel zonder antwoord blijft zichtbaar als onbeantwoord.
#[utoipa::path(
    post, path = "/v1/gemeenten/{gemeente}/opdrachten/{jaar}/plannen", tag = "opdrachten", operation_id = "createPlan",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
        ("jaar" = String, Path, description = "Het jaar.", example = "2026"),
    ),
    request_body = NieuwPlan,
    responses(
        (status = 201, description = "De opdracht met het plan.", body = Opdracht, headers(("Location" = String, description = "Het adres van de opdracht."))),
        (status = 400, description = "Elk fout veld.", body = Probleem, content_type = "application/problem+json"),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Uw rol antwoordt niet op een opdracht.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Dit jaar bestaat niet, of u heeft hier geen rol.", body = Probleem, content_type = "application/problem+json"),
        (status = 409, description = "Er is geen opdracht verstrekt, of plan of opdracht is intussen gewijzigd.", body = Probleem, content_type = "application/problem+json"),
        (status = 415, description = "De inhoud is geen application/json.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn answer(
    state: Data<AppState>,
    wie: DragerInGemeente,
    pad: Path<(String, String)>,
    req: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Error> {
    let nieuw: NieuwPlan = read_json(&req, payload).await?;
    wie.require(Permission::UitvoeringsplanVastleggen)?;
    let jaar = read_jaar(&pad.1)?;
    let (gezien, opdrachtversie) = (nieuw.gezien, nieuw.opdrachtversie);
    let invoer = PlanInvoer::from(nieuw);
    let plan = Planopdracht {
        jaar,
        gezien,
        opdrachtversie,
        invoer: &invoer,
        notatie: Notatie::Uitwisseling,
    };
    let (actor, now) = (&wie.actor, state.clock.now());
    let record = async |tx: &mut TenantTx| record_plan(tx, actor, now, &plan).await;
    let db = &state.db;
    let uitkomst = db
        .in_tenant("record_plan", wie.code(), DbRol::Uitvoering, record)
        .await;
    created(&state, &wie, jaar, uitkomst).await
}

/// Legt vast hoe onderdelen er in een kwartaal voor staan.
///
/// Alles of niets. Wat na de sluiting van het kwartaal wordt vastgelegd, staat pas in een volgende sluiting.
#[utoipa::path(
    post, path = "/v1/gemeenten/{gemeente}/opdrachten/{jaar}/standen", tag = "opdrachten", operation_id = "createStanden",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
        ("jaar" = String, Path, description = "Het jaar.", example = "2026"),
    ),
    request_body = NieuweStanden,
    responses(
        (status = 201, description = "De opdracht met de standen.", body = Opdracht, headers(("Location" = String, description = "Het adres van de opdracht."))),
        (status = 400, description = "Elk fout veld.", body = Probleem, content_type = "application/problem+json"),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Uw rol legt geen stand vast.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Dit jaar of kwartaal bestaat niet, het kwartaal moet nog beginnen, of u heeft hier geen rol.", body = Probleem, content_type = "application/problem+json"),
        (status = 409, description = "Er is geen opdracht verstrekt, of iemand anders legde intussen een stand vast.", body = Probleem, content_type = "application/problem+json"),
        (status = 415, description = "De inhoud is geen application/json.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn report(
    state: Data<AppState>,
    wie: DragerInGemeente,
    pad: Path<(String, String)>,
    req: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Error> {
    let nieuw: NieuweStanden = read_json(&req, payload).await?;
    wie.require(Permission::UitvoeringsplanVastleggen)?;
    let jaar = read_jaar(&pad.1)?;
    let kwartaal = Kwartaal::parse(&nieuw.kwartaal).ok();
    let kwartaal = kwartaal.filter(|kwartaal| kwartaal.jaar() == jaar);
    let kwartaal = kwartaal.ok_or_else(|| {
        let melding = format!("noem een kwartaal van dit jaar, zoals {jaar}-K1");
        Fout::from(Veldfouten::single("kwartaal", melding))
    })?;
    let standen: Vec<StandInvoer> = nieuw.standen.into_iter().map(Into::into).collect();
    let opdracht = Standopdracht {
        kwartaal,
        standen: &standen,
    };
    let (actor, now) = (&wie.actor, state.clock.now());
    let record = async |tx: &mut TenantTx| record_standen(tx, actor, now, &opdracht).await;
    let db = &state.db;
    let uitkomst = db
        .in_tenant("record_standen", wie.code(), DbRol::Uitvoering, record)
        .await;
    created(&state, &wie, jaar, uitkomst).await
}

/// The assignment after an act, with its address.
async fn created<T>(
    state: &AppState,
    wie: &DragerInGemeente,
    jaar: i16,
    uitkomst: Result<T, OpdrachtError>,
) -> Result<HttpResponse, Error> {
    uitkomst.map_err(Fout::from)?;
    let opdracht: Opdracht = load(state, wie, jaar).await?;
    let adres = format!("/v1/gemeenten/{}/opdrachten/{jaar}", wie.code());
    Ok(HttpResponse::Created()
        .insert_header((LOCATION, adres))
        .json(opdracht))
}
