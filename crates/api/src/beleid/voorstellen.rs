//! `/v1/gemeenten/{gemeente}/voorstellen`: proposals to council and college.

use actix_web::web::{Data, Json, Path, Payload, Query};
use actix_web::{Error, HttpRequest, HttpResponse};
use application::beleid::{
    RecordVoorstel, VoorstelError, Voorstellenvraag, WijzigVoorstel, db_rol, leesrollen,
    list_voorstellen, record_voorstel, update_voorstel,
};
use domain::beleid::{Notatie, Orgaan, VoorstelInvoer, Voorstelstand};
use domain::bevoegdheid::Permission;
use http_base::{AppState, DragerInGemeente, Fout, TenantTx};
use primitives::{Veldfouten, VoorstelId};
use serde::Deserialize;

use super::voorstellezen::{created, eigen_voorstel, voorstel_of};
use super::voorstelvorm::{NieuwVoorstel, NieuweWijziging, Voorstel, Voorstellenlijst};
use crate::inhoud::read_json;
use crate::openapi::Probleem;

const PER_BLADZIJDE: u8 = 50;

/// Which proposals, from where.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Vraag {
    orgaan: Option<String>,
    stand: Option<String>,
    na: Option<String>,
}

/// Toont de voorstellen die u mag zien, het nieuwste eerst, vijftig per keer.
///
/// Griffie en college zien hun eigen concepten. Een voorstel aan de raad is openbaar zodra het is ingediend, een voorstel aan
/// het college zodra het is aangenomen.
#[utoipa::path(
    get, path = "/v1/gemeenten/{gemeente}/voorstellen", tag = "voorstellen", operation_id = "listVoorstellen",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
        ("orgaan" = Option<String>, Query, description = "Alleen aan de raad of aan het college.", example = "raad"),
        ("stand" = Option<String>, Query, description = "Alleen met deze stand.", example = "ingediend"),
        ("na" = Option<String>, Query, description = "Verder lezen: de waarde van `volgende` van de vorige bladzijde."),
    ),
    responses(
        (status = 200, description = "De voorstellen.", body = Voorstellenlijst),
        (status = 400, description = "Een filter dat niet bestaat.", body = Probleem, content_type = "application/problem+json"),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Deze gemeente bestaat niet, of u heeft er geen rol.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn list(
    state: Data<AppState>,
    wie: DragerInGemeente,
    vraag: Query<Vraag>,
) -> Result<Json<Voorstellenlijst>, Fout> {
    wie.require(Permission::BeleidLezen)?;
    let vraag = vraag.into_inner().parse()?;
    let list = async |tx: &mut TenantTx| list_voorstellen(tx, &wie.actor, vraag).await;
    let mut lijsten = Vec::new();
    for rol in leesrollen(&wie.actor, wie.code()) {
        let lijst: Result<_, VoorstelError> = state
            .db
            .in_tenant("list_voorstellen", wie.code(), rol, list)
            .await;
        lijsten.push(lijst?);
    }
    let alle = application::beleid::Voorstellenlijst::merge(lijsten);
    let voorstellen: Result<_, Fout> = alle.voorstellen.iter().map(Voorstel::try_from).collect();
    Ok(Json(Voorstellenlijst {
        voorstellen: voorstellen?,
        volgende: alle.volgende.map(|na| na.to_string()),
    }))
}

impl Vraag {
    fn parse(self) -> Result<Voorstellenvraag, Veldfouten> {
        let onbekend = |veld, melding: &str| Veldfouten::single(veld, melding);
        let orgaan = self.orgaan.map(|code| {
            Orgaan::from_code(&code).ok_or_else(|| onbekend("orgaan", "kies raad of college"))
        });
        let stand = self.stand.map(|code| {
            let mut codes = Voorstelstand::CODES.into_iter();
            codes.find(|bekend| *bekend == code).ok_or_else(|| {
                onbekend(
                    "stand",
                    &format!("kies uit {}", Voorstelstand::CODES.join(", ")),
                )
            })
        });
        let na = self.na.map(|tekst| {
            VoorstelId::parse(&tekst)
                .map_err(|_| onbekend("na", "neem de waarde van `volgende` over"))
        });
        Ok(Voorstellenvraag {
            orgaan: orgaan.transpose()?,
            stand: stand.transpose()?,
            na: na.transpose()?,
            aantal: PER_BLADZIJDE,
        })
    }
}

/// Stelt een voorstel op.
///
/// Het is een concept tot een tweede persoon het indient. Een waarde buiten de grenzen van de wet wordt nu al geweigerd, met
/// het artikel.
#[utoipa::path(
    post, path = "/v1/gemeenten/{gemeente}/voorstellen", tag = "voorstellen", operation_id = "createVoorstel",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
    ),
    request_body = NieuwVoorstel,
    responses(
        (status = 201, description = "Het voorstel.", body = Voorstel, headers(("Location" = String, description = "Het adres van het voorstel."))),
        (status = 400, description = "Elk fout veld.", body = Probleem, content_type = "application/problem+json"),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Uw rol werkt niet aan voorstellen van dit orgaan.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Deze gemeente bestaat niet, of u heeft er geen rol.", body = Probleem, content_type = "application/problem+json"),
        (status = 415, description = "De inhoud is geen application/json.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn create(
    state: Data<AppState>,
    wie: DragerInGemeente,
    req: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Error> {
    let nieuw: NieuwVoorstel = read_json(&req, payload).await?;
    let orgaan = nieuw.orgaan;
    let invoer = VoorstelInvoer::from(nieuw.tekst);
    let opdracht = RecordVoorstel {
        orgaan,
        invoer: &invoer,
        notatie: Notatie::Uitwisseling,
    };
    let (actor, now) = (&wie.actor, state.clock.now());
    let record = async |tx: &mut TenantTx| {
        record_voorstel(tx, actor, now, &*state.ids, opdracht.clone()).await
    };
    let db = &state.db;
    let voorstel = db
        .in_tenant("record_voorstel", wie.code(), db_rol(orgaan), record)
        .await;
    created(&wie, voorstel)
}

/// Toont een voorstel met zijn tekst en alles wat ermee gebeurde.
///
/// Een concept is alleen voor griffie of college zelf.
#[utoipa::path(
    get, path = "/v1/gemeenten/{gemeente}/voorstellen/{voorstel}", tag = "voorstellen", operation_id = "showVoorstel",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
        ("voorstel" = String, Path, description = "Kenmerk van het voorstel."),
    ),
    responses(
        (status = 200, description = "Het voorstel.", body = Voorstel),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Dit voorstel bestaat niet, of het is niet voor u.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn show(
    state: Data<AppState>,
    wie: DragerInGemeente,
    pad: Path<(String, String)>,
) -> Result<Json<Voorstel>, Fout> {
    let voorstel = voorstel_of(&state, &wie, &pad.1).await?;
    Voorstel::try_from(&voorstel).map(Json)
}

/// Bewaart een nieuwe tekst in plaats van de vorige.
///
/// Noem de versie die u las. Schreef iemand anders intussen, dan wordt uw tekst geweigerd en blijft de zijne staan.
#[utoipa::path(
    post, path = "/v1/gemeenten/{gemeente}/voorstellen/{voorstel}/wijzigingen", tag = "voorstellen", operation_id = "createWijziging",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
        ("voorstel" = String, Path, description = "Kenmerk van het voorstel."),
    ),
    request_body = NieuweWijziging,
    responses(
        (status = 201, description = "Het voorstel.", body = Voorstel, headers(("Location" = String, description = "Het adres van het voorstel."))),
        (status = 400, description = "Elk fout veld.", body = Probleem, content_type = "application/problem+json"),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Uw rol werkt niet aan voorstellen van dit orgaan.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Dit voorstel bestaat niet, of het is niet voor u.", body = Probleem, content_type = "application/problem+json"),
        (status = 409, description = "Iemand anders wijzigde de tekst intussen, of het voorstel is geen concept meer.", body = Probleem, content_type = "application/problem+json"),
        (status = 415, description = "De inhoud is geen application/json.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn change(
    state: Data<AppState>,
    wie: DragerInGemeente,
    pad: Path<(String, String)>,
    req: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Error> {
    let nieuw: NieuweWijziging = read_json(&req, payload).await?;
    let kop = eigen_voorstel(&state, &wie, &pad.1).await?.kop();
    let invoer = VoorstelInvoer::from(nieuw.tekst);
    let opdracht = WijzigVoorstel {
        voorstel: kop.id,
        versie: nieuw.versie,
        invoer: &invoer,
        notatie: Notatie::Uitwisseling,
    };
    let (actor, now) = (&wie.actor, state.clock.now());
    let update = async |tx: &mut TenantTx| {
        update_voorstel(tx, actor, now, &*state.ids, opdracht.clone()).await
    };
    let db = &state.db;
    let voorstel = db
        .in_tenant("update_voorstel", wie.code(), db_rol(kop.orgaan), update)
        .await;
    created(&wie, voorstel)
}
