//! `…/bijlagen`: the files of a proposal or a decision.

use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, ContentDisposition, LOCATION};
use actix_web::web::{Data, Json, Path, Payload};
use actix_web::{HttpRequest, HttpResponse};
use application::beleid::{BijlageVan, Bijlageregel, RecordBijlage, db_rol, record_bijlage};
use domain::beleid::{BIJLAGE_MAX, Orgaan};
use domain::bevoegdheid::Permission;
use http_base::{
    AppState, DragerInGemeente, Fout, Soort, TenantTx, find_leesbare_bijlage,
    list_leesbare_bijlagen,
};
use serde::Serialize;
use utoipa::ToSchema;

use super::lezen::besluit_of;
use super::voorstellezen::{eigen_voorstel, voorstel_of};
use crate::openapi::Probleem;

/// Bijlagen, in de volgorde waarin zij zijn toegevoegd.
#[derive(Serialize, ToSchema)]
pub(crate) struct Bijlagenlijst {
    /// De bijlagen.
    bijlagen: Vec<Bijlage>,
}

/// Een bijlage.
#[derive(Serialize, ToSchema)]
pub(crate) struct Bijlage {
    /// Kenmerk.
    id: String,
    /// Naam.
    #[schema(example = "advies.pdf")]
    naam: String,
    /// Aantal bytes.
    omvang: u32,
    /// SHA-256, hexadecimaal.
    sha256: String,
    /// Wanneer de bijlage is toegevoegd.
    #[schema(format = DateTime)]
    op: String,
}

/// What a file is added to, and the organ that it belongs to.
struct Plek {
    van: BijlageVan,
    orgaan: Orgaan,
}

/// Toont de bijlagen van een voorstel.
///
/// Van elke bijlage ziet u de omvang en de SHA-256.
#[utoipa::path(
    get, path = "/v1/gemeenten/{gemeente}/voorstellen/{voorstel}/bijlagen", tag = "voorstellen", operation_id = "listVoorstelbijlagen",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
        ("voorstel" = String, Path, description = "Kenmerk van het voorstel."),
    ),
    responses(
        (status = 200, description = "De bijlagen.", body = Bijlagenlijst),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Dit voorstel bestaat niet, of het is niet voor u.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn list_van_voorstel(
    state: Data<AppState>,
    wie: DragerInGemeente,
    pad: Path<(String, String)>,
) -> Result<Json<Bijlagenlijst>, Fout> {
    let van = voorstel_van(&state, &wie, &pad.1).await?;
    list(&state, &wie, van).await
}

/// Voegt een PDF toe aan een voorstel.
///
/// De inhoud van het verzoek is de PDF zelf, ten hoogste 20 MB. Van wat is bewaard staat de SHA-256 in de lijst.
#[utoipa::path(
    post, path = "/v1/gemeenten/{gemeente}/voorstellen/{voorstel}/bijlagen", tag = "voorstellen", operation_id = "createVoorstelbijlage",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
        ("voorstel" = String, Path, description = "Kenmerk van het voorstel."),
        ("Content-Disposition" = Option<String>, Header, description = "De naam waaronder de bijlage te vinden is.", example = "attachment; filename=advies.pdf"),
    ),
    request_body(content = Vec<u8>, content_type = "application/pdf", description = "De PDF."),
    responses(
        (status = 201, description = "De bijlagen.", body = Bijlagenlijst, headers(("Location" = String, description = "Het adres van de bijlage."))),
        (status = 400, description = "Dit is geen PDF, of hij is leeg.", body = Probleem, content_type = "application/problem+json"),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Uw rol legt voor dit orgaan niets vast.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Dit voorstel bestaat niet, of het is niet voor u.", body = Probleem, content_type = "application/problem+json"),
        (status = 409, description = "Hier kan geen bijlage meer bij.", body = Probleem, content_type = "application/problem+json"),
        (status = 413, description = "De PDF is groter dan 20 MB.", body = Probleem, content_type = "application/problem+json"),
        (status = 415, description = "De inhoud is geen application/pdf.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn create_van_voorstel(
    state: Data<AppState>,
    wie: DragerInGemeente,
    pad: Path<(String, String)>,
    req: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Fout> {
    check_pdf(&req)?;
    let plek = voorstel_plek(&state, &wie, &pad.1).await?;
    create(&state, &wie, plek, &name_of(&req), payload).await
}

/// Geeft een bijlage van een voorstel.
///
/// Precies zoals zij is toegevoegd.
#[utoipa::path(
    get, path = "/v1/gemeenten/{gemeente}/voorstellen/{voorstel}/bijlagen/{bijlage}", tag = "voorstellen", operation_id = "showVoorstelbijlage",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
        ("voorstel" = String, Path, description = "Kenmerk van het voorstel."),
        ("bijlage" = String, Path, description = "Kenmerk van de bijlage."),
    ),
    responses(
        (status = 200, description = "De PDF.", body = Vec<u8>, content_type = "application/pdf"),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Deze bijlage bestaat niet, of zij is niet voor u.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn show_van_voorstel(
    state: Data<AppState>,
    wie: DragerInGemeente,
    pad: Path<(String, String, String)>,
) -> Result<HttpResponse, Fout> {
    let van = voorstel_van(&state, &wie, &pad.1).await?;
    show(&state, &wie, van, &pad.2).await
}

/// Toont de bijlagen van een besluit.
///
/// Van elke bijlage ziet u de omvang en de SHA-256.
#[utoipa::path(
    get, path = "/v1/gemeenten/{gemeente}/besluiten/{besluit}/bijlagen", tag = "beleid", operation_id = "listBesluitbijlagen",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
        ("besluit" = String, Path, description = "Kenmerk van het besluit."),
    ),
    responses(
        (status = 200, description = "De bijlagen.", body = Bijlagenlijst),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Dit besluit bestaat niet, of het is niet voor u.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn list_van_besluit(
    state: Data<AppState>,
    wie: DragerInGemeente,
    pad: Path<(String, String)>,
) -> Result<Json<Bijlagenlijst>, Fout> {
    let van = besluit_van(&state, &wie, &pad.1).await?;
    list(&state, &wie, van).await
}

/// Voegt een PDF toe aan een besluit.
///
/// De inhoud van het verzoek is de PDF zelf, ten hoogste 20 MB. Van wat is bewaard staat de SHA-256 in de lijst.
#[utoipa::path(
    post, path = "/v1/gemeenten/{gemeente}/besluiten/{besluit}/bijlagen", tag = "beleid", operation_id = "createBesluitbijlage",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
        ("besluit" = String, Path, description = "Kenmerk van het besluit."),
        ("Content-Disposition" = Option<String>, Header, description = "De naam waaronder de bijlage te vinden is.", example = "attachment; filename=advies.pdf"),
    ),
    request_body(content = Vec<u8>, content_type = "application/pdf", description = "De PDF."),
    responses(
        (status = 201, description = "De bijlagen.", body = Bijlagenlijst, headers(("Location" = String, description = "Het adres van de bijlage."))),
        (status = 400, description = "Dit is geen PDF, of hij is leeg.", body = Probleem, content_type = "application/problem+json"),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Uw rol legt voor dit orgaan niets vast.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Dit besluit bestaat niet, of het is niet voor u.", body = Probleem, content_type = "application/problem+json"),
        (status = 409, description = "Hier kan geen bijlage meer bij.", body = Probleem, content_type = "application/problem+json"),
        (status = 413, description = "De PDF is groter dan 20 MB.", body = Probleem, content_type = "application/problem+json"),
        (status = 415, description = "De inhoud is geen application/pdf.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn create_van_besluit(
    state: Data<AppState>,
    wie: DragerInGemeente,
    pad: Path<(String, String)>,
    req: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Fout> {
    check_pdf(&req)?;
    let plek = besluit_plek(&state, &wie, &pad.1).await?;
    create(&state, &wie, plek, &name_of(&req), payload).await
}

/// Geeft een bijlage van een besluit.
///
/// Precies zoals zij is toegevoegd.
#[utoipa::path(
    get, path = "/v1/gemeenten/{gemeente}/besluiten/{besluit}/bijlagen/{bijlage}", tag = "beleid", operation_id = "showBesluitbijlage",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
        ("besluit" = String, Path, description = "Kenmerk van het besluit."),
        ("bijlage" = String, Path, description = "Kenmerk van de bijlage."),
    ),
    responses(
        (status = 200, description = "De PDF.", body = Vec<u8>, content_type = "application/pdf"),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Deze bijlage bestaat niet, of zij is niet voor u.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn show_van_besluit(
    state: Data<AppState>,
    wie: DragerInGemeente,
    pad: Path<(String, String, String)>,
) -> Result<HttpResponse, Fout> {
    let van = besluit_van(&state, &wie, &pad.1).await?;
    show(&state, &wie, van, &pad.2).await
}

async fn voorstel_van(
    state: &AppState,
    wie: &DragerInGemeente,
    kenmerk: &str,
) -> Result<BijlageVan, Fout> {
    Ok(BijlageVan::Voorstel(
        voorstel_of(state, wie, kenmerk).await?.kop().id,
    ))
}

async fn besluit_van(
    state: &AppState,
    wie: &DragerInGemeente,
    kenmerk: &str,
) -> Result<BijlageVan, Fout> {
    wie.require(Permission::BeleidLezen)?;
    let akte = besluit_of(state, wie, kenmerk).await?;
    Ok(BijlageVan::Besluit(akte.besluit.kop().id))
}

async fn voorstel_plek(
    state: &AppState,
    wie: &DragerInGemeente,
    kenmerk: &str,
) -> Result<Plek, Fout> {
    let kop = eigen_voorstel(state, wie, kenmerk).await?.kop();
    Ok(Plek {
        van: BijlageVan::Voorstel(kop.id),
        orgaan: kop.orgaan,
    })
}

async fn besluit_plek(
    state: &AppState,
    wie: &DragerInGemeente,
    kenmerk: &str,
) -> Result<Plek, Fout> {
    let akte = besluit_of(state, wie, kenmerk).await?;
    let kop = akte.besluit.kop();
    wie.require(kop.orgaan.permission())?;
    Ok(Plek {
        van: BijlageVan::Besluit(kop.id),
        orgaan: kop.orgaan,
    })
}

async fn list(
    state: &AppState,
    wie: &DragerInGemeente,
    van: BijlageVan,
) -> Result<Json<Bijlagenlijst>, Fout> {
    let regels = list_leesbare_bijlagen(state, &wie.actor, wie.code(), van).await?;
    let bijlagen = regels.into_iter().map(Bijlage::from).collect();
    Ok(Json(Bijlagenlijst { bijlagen }))
}

async fn create(
    state: &AppState,
    wie: &DragerInGemeente,
    plek: Plek,
    naam: &str,
    payload: Payload,
) -> Result<HttpResponse, Fout> {
    let inhoud = payload.to_bytes_limited(BIJLAGE_MAX).await;
    let inhoud = inhoud.map_err(|_| Fout::te_groot())?;
    let afgebroken = |_| {
        let melding = "Het bestand kwam niet heel aan. Stuur het nog eens.";
        Fout::new(Soort::OngeldigeInvoer, melding)
    };
    let inhoud = inhoud.map_err(afgebroken)?;
    let opdracht = RecordBijlage {
        van: plek.van,
        naam,
        inhoud: &inhoud,
    };
    let (actor, now) = (&wie.actor, state.clock.now());
    let record =
        async |tx: &mut TenantTx| record_bijlage(tx, actor, now, &*state.ids, opdracht).await;
    let id = state
        .db
        .in_tenant("record_bijlage", wie.code(), db_rol(plek.orgaan), record)
        .await?;
    let onder = match plek.van {
        BijlageVan::Voorstel(voorstel) => format!("voorstellen/{voorstel}"),
        BijlageVan::Besluit(besluit) => format!("besluiten/{besluit}"),
    };
    let adres = format!("/v1/gemeenten/{}/{onder}/bijlagen/{id}", wie.code());
    let Json(lijst) = list(state, wie, plek.van).await?;
    Ok(HttpResponse::Created()
        .insert_header((LOCATION, adres))
        .json(lijst))
}

async fn show(
    state: &AppState,
    wie: &DragerInGemeente,
    van: BijlageVan,
    kenmerk: &str,
) -> Result<HttpResponse, Fout> {
    let gezocht = (van, kenmerk);
    let (naam, inhoud) = find_leesbare_bijlage(state, &wie.actor, wie.code(), gezocht).await?;
    Ok(HttpResponse::Ok()
        .content_type("application/pdf")
        // The name was cleaned when the file was kept: no sign in it ends the header.
        .insert_header((
            CONTENT_DISPOSITION,
            format!("attachment; filename=\"{naam}\""),
        ))
        .body(inhoud))
}

/// The name that the sender gives; in a header, because an address is kept in logs.
fn name_of(req: &HttpRequest) -> String {
    let kop = req.headers().get(CONTENT_DISPOSITION);
    let kop = kop.and_then(|kop| ContentDisposition::from_raw(kop).ok());
    let naam = kop
        .as_ref()
        .and_then(|kop| kop.get_filename_ext().map(|naam| naam.value.clone()))
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let gewoon = || kop.as_ref().and_then(|kop| kop.get_filename());
    naam.unwrap_or_else(|| gewoon().unwrap_or_default().to_owned())
}

/// A file says that it is a PDF; whether it is one shows what is in it.
fn check_pdf(req: &HttpRequest) -> Result<(), Fout> {
    let soort = req.headers().get(CONTENT_TYPE);
    let soort = soort.and_then(|soort| soort.to_str().ok()).unwrap_or("");
    if soort.eq_ignore_ascii_case("application/pdf") {
        return Ok(());
    }
    Err(Fout::new(
        Soort::MediatypeNietOndersteund,
        "De inhoud van dit verzoek is geen application/pdf. Stuur de PDF zelf, met dat content-type.",
    ))
}

impl From<Bijlageregel> for Bijlage {
    fn from(regel: Bijlageregel) -> Self {
        Self {
            id: regel.id.to_string(),
            naam: regel.naam,
            omvang: regel.omvang,
            sha256: regel.sha256,
            op: regel.op.to_string(),
        }
    }
}
