//! What happens to a proposal: advice, the answer to it, submitting, treating, taking back.

use actix_web::web::{Data, Path, Payload};
use actix_web::{Error, HttpRequest, HttpResponse};
use application::beleid::{
    RecordBehandeling, db_rol, record_behandeling, record_inbreng, record_indiening,
    record_intrekking, record_reactie,
};
use domain::beleid::{BehandelingInvoer, InbrengInvoer, Notatie, ReactieInvoer, RedenInvoer};
use http_base::{AppState, DragerInGemeente, TenantTx};

use super::voorstellezen::{created, eigen_voorstel};
use super::voorstelvorm::{
    NieuweBehandeling, NieuweInbreng, NieuweIndiening, NieuweReactie, NieuweReden, Voorstel,
};
use crate::inhoud::read_json;
use crate::openapi::Probleem;

/// Legt een advies of zienswijze over een voorstel vast.
///
/// Cliënten krijgen vroeg de kans om te adviseren (Participatiewet art. 47 onder a).
#[utoipa::path(
    post, path = "/v1/gemeenten/{gemeente}/voorstellen/{voorstel}/adviezen", tag = "voorstellen", operation_id = "createAdvies",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
        ("voorstel" = String, Path, description = "Kenmerk van het voorstel."),
    ),
    request_body = NieuweInbreng,
    responses(
        (status = 201, description = "Het voorstel.", body = Voorstel, headers(("Location" = String, description = "Het adres van het voorstel."))),
        (status = 400, description = "Elk fout veld.", body = Probleem, content_type = "application/problem+json"),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Uw rol werkt niet aan voorstellen van dit orgaan.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Dit voorstel bestaat niet, of het is niet voor u.", body = Probleem, content_type = "application/problem+json"),
        (status = 409, description = "Over dit voorstel is al beslist, of het is ingetrokken.", body = Probleem, content_type = "application/problem+json"),
        (status = 415, description = "De inhoud is geen application/json.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn advise(
    state: Data<AppState>,
    wie: DragerInGemeente,
    pad: Path<(String, String)>,
    req: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Error> {
    let nieuw: NieuweInbreng = read_json(&req, payload).await?;
    let kop = eigen_voorstel(&state, &wie, &pad.1).await?.kop();
    let invoer = InbrengInvoer::from(nieuw);
    let (actor, now) = (&wie.actor, state.clock.now());
    let record = async |tx: &mut TenantTx| {
        record_inbreng(tx, actor, now, kop.id, (&invoer, Notatie::Uitwisseling)).await
    };
    let db = &state.db;
    let voorstel = db
        .in_tenant("record_inbreng", wie.code(), db_rol(kop.orgaan), record)
        .await;
    created(&wie, voorstel)
}

/// Legt de reactie van het college op een advies of zienswijze vast.
///
/// Op elk advies komt één reactie.
#[utoipa::path(
    post, path = "/v1/gemeenten/{gemeente}/voorstellen/{voorstel}/reacties", tag = "voorstellen", operation_id = "createReactie",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
        ("voorstel" = String, Path, description = "Kenmerk van het voorstel."),
    ),
    request_body = NieuweReactie,
    responses(
        (status = 201, description = "Het voorstel.", body = Voorstel, headers(("Location" = String, description = "Het adres van het voorstel."))),
        (status = 400, description = "Elk fout veld.", body = Probleem, content_type = "application/problem+json"),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Uw rol werkt niet aan voorstellen van dit orgaan.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Dit voorstel bestaat niet, of het is niet voor u.", body = Probleem, content_type = "application/problem+json"),
        (status = 409, description = "Er is al een reactie, of over dit voorstel is al beslist.", body = Probleem, content_type = "application/problem+json"),
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
    let nieuw: NieuweReactie = read_json(&req, payload).await?;
    let kop = eigen_voorstel(&state, &wie, &pad.1).await?.kop();
    let waarop = (kop.id, nieuw.op_handeling);
    let invoer = ReactieInvoer::from(nieuw);
    let (actor, now) = (&wie.actor, state.clock.now());
    let record = async |tx: &mut TenantTx| {
        record_reactie(tx, actor, now, waarop, (&invoer, Notatie::Uitwisseling)).await
    };
    let db = &state.db;
    let voorstel = db
        .in_tenant("record_reactie", wie.code(), db_rol(kop.orgaan), record)
        .await;
    created(&wie, voorstel)
}

/// Bevestigt een voorstel en dient het in bij de raad of het college.
///
/// Dat doet iemand die er niet aan schreef, voor de versie die hij las.
#[utoipa::path(
    post, path = "/v1/gemeenten/{gemeente}/voorstellen/{voorstel}/indiening", tag = "voorstellen", operation_id = "createIndiening",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
        ("voorstel" = String, Path, description = "Kenmerk van het voorstel."),
    ),
    request_body = NieuweIndiening,
    responses(
        (status = 201, description = "Het voorstel.", body = Voorstel, headers(("Location" = String, description = "Het adres van het voorstel."))),
        (status = 400, description = "De inhoud is niet te lezen.", body = Probleem, content_type = "application/problem+json"),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Uw rol werkt niet aan voorstellen van dit orgaan, of u schreef zelf mee.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Dit voorstel bestaat niet, of het is niet voor u.", body = Probleem, content_type = "application/problem+json"),
        (status = 409, description = "Iemand anders wijzigde de tekst intussen, of het voorstel is geen concept meer.", body = Probleem, content_type = "application/problem+json"),
        (status = 415, description = "De inhoud is geen application/json.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn submit(
    state: Data<AppState>,
    wie: DragerInGemeente,
    pad: Path<(String, String)>,
    req: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Error> {
    let nieuw: NieuweIndiening = read_json(&req, payload).await?;
    let kop = eigen_voorstel(&state, &wie, &pad.1).await?.kop();
    let (actor, now) = (&wie.actor, state.clock.now());
    let record =
        async |tx: &mut TenantTx| record_indiening(tx, actor, now, kop.id, nieuw.versie).await;
    let db = &state.db;
    let voorstel = db
        .in_tenant("record_indiening", wie.code(), db_rol(kop.orgaan), record)
        .await;
    created(&wie, voorstel)
}

/// Legt vast wat een vergadering met een voorstel deed.
///
/// Is het aangenomen, dan ontstaat het besluit in dezelfde handeling. Alleen met een amendement wijken kaders en waarden af.
#[utoipa::path(
    post, path = "/v1/gemeenten/{gemeente}/voorstellen/{voorstel}/behandelingen", tag = "voorstellen", operation_id = "createBehandeling",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
        ("voorstel" = String, Path, description = "Kenmerk van het voorstel."),
    ),
    request_body = NieuweBehandeling,
    responses(
        (status = 201, description = "Het voorstel.", body = Voorstel, headers(("Location" = String, description = "Het adres van het voorstel."))),
        (status = 400, description = "Elk fout veld.", body = Probleem, content_type = "application/problem+json"),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Uw rol werkt niet aan voorstellen van dit orgaan.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Dit voorstel bestaat niet, of het is niet voor u.", body = Probleem, content_type = "application/problem+json"),
        (status = 409, description = "Dit voorstel is niet ingediend, of er is al over beslist.", body = Probleem, content_type = "application/problem+json"),
        (status = 415, description = "De inhoud is geen application/json.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn treat(
    state: Data<AppState>,
    wie: DragerInGemeente,
    pad: Path<(String, String)>,
    req: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Error> {
    let nieuw: NieuweBehandeling = read_json(&req, payload).await?;
    let kop = eigen_voorstel(&state, &wie, &pad.1).await?.kop();
    let invoer = BehandelingInvoer::from(nieuw);
    let opdracht = RecordBehandeling {
        voorstel: kop.id,
        invoer: &invoer,
        notatie: Notatie::Uitwisseling,
    };
    let (actor, now) = (&wie.actor, state.clock.now());
    let record = async |tx: &mut TenantTx| {
        record_behandeling(tx, actor, now, &*state.ids, opdracht.clone()).await
    };
    let db = &state.db;
    let voorstel = db
        .in_tenant("record_behandeling", wie.code(), db_rol(kop.orgaan), record)
        .await;
    created(&wie, voorstel)
}

/// Trekt een voorstel in.
///
/// Dat doet wie het opstelde of wijzigde, zolang er niet over is beslist.
#[utoipa::path(
    post, path = "/v1/gemeenten/{gemeente}/voorstellen/{voorstel}/intrekking", tag = "voorstellen", operation_id = "createIntrekking",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
        ("voorstel" = String, Path, description = "Kenmerk van het voorstel."),
    ),
    request_body = NieuweReden,
    responses(
        (status = 201, description = "Het voorstel.", body = Voorstel, headers(("Location" = String, description = "Het adres van het voorstel."))),
        (status = 400, description = "Elk fout veld.", body = Probleem, content_type = "application/problem+json"),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Uw rol werkt niet aan voorstellen van dit orgaan, of een ander stelde het op.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Dit voorstel bestaat niet, of het is niet voor u.", body = Probleem, content_type = "application/problem+json"),
        (status = 409, description = "Over dit voorstel is al beslist, of het is ingetrokken.", body = Probleem, content_type = "application/problem+json"),
        (status = 415, description = "De inhoud is geen application/json.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn withdraw(
    state: Data<AppState>,
    wie: DragerInGemeente,
    pad: Path<(String, String)>,
    req: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Error> {
    let nieuw: NieuweReden = read_json(&req, payload).await?;
    let kop = eigen_voorstel(&state, &wie, &pad.1).await?.kop();
    let invoer = RedenInvoer::from(nieuw);
    let (actor, now) = (&wie.actor, state.clock.now());
    let record = async |tx: &mut TenantTx| record_intrekking(tx, actor, now, kop.id, &invoer).await;
    let db = &state.db;
    let voorstel = db
        .in_tenant("record_intrekking", wie.code(), db_rol(kop.orgaan), record)
        .await;
    created(&wie, voorstel)
}
