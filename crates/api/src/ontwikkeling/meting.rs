//! `POST /v1/gemeenten/{gemeente}/inwoners/{dossier}/metingen`.

use actix_web::web::{Data, Path, Payload};
use actix_web::{Error, HttpRequest, HttpResponse};
use application::ontwikkeling::{Metingopdracht, record_meting};
use domain::ontwikkeling::{self, Vraag};
use http_base::{AppState, DbRol, DragerInGemeente, Fout};
use primitives::{DossierId, Veldcontrole, Veldfouten, parse_datum};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::dossier::parse_dossier;
use crate::inhoud::read_json;
use crate::openapi::Probleem;

/// De antwoorden op de criteria van de Participatieladder. De trede volgt uit de antwoorden.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(rename_all = "camelCase")]
pub(super) struct Metingvraag {
    /// Dag van de meting; vandaag of eerder.
    #[schema(format = Date, example = "2026-11-21")]
    gemeten_op: String,
    /// De antwoorden; alleen de vragen die nodig zijn om de trede te bepalen.
    antwoorden: Vec<Antwoord>,
}

/// Een antwoord op een criterium.
#[derive(Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(rename_all = "camelCase")]
pub(super) struct Antwoord {
    /// contract, aanvullende-uitkering, begeleiding, voorziening, opleiding-met-werk, onbetaald-werk, verantwoordelijkheid, wekelijks-samen, georganiseerde-activiteit of contact-buitenshuis.
    #[schema(example = "contract")]
    vraag: String,
    /// ja of nee.
    #[schema(example = "nee")]
    antwoord: String,
}

/// Een vastgelegde meting.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(rename_all = "camelCase")]
pub(super) struct Meting {
    /// 1 tot en met 6.
    trede: u8,
    /// Naam van de trede.
    naam: &'static str,
    /// Het criterium dat de trede bepaalde.
    criterium: &'static str,
    /// Waarom het deze trede is, in een zin.
    waarom: &'static str,
    /// Dag van de meting.
    #[schema(format = Date)]
    gemeten_op: String,
    /// De antwoorden die meetelden.
    antwoorden: Vec<Antwoord>,
}

/// Legt een meting op de Participatieladder vast.
///
/// U geeft antwoord op de gepubliceerde criteria; de trede volgt daaruit.
#[utoipa::path(
    post, path = "/v1/gemeenten/{gemeente}/inwoners/{dossier}/metingen", tag = "inwoners", operation_id = "createMeting",
    params(
        ("gemeente" = String, Path, description = "CBS-code, zoals GM0294.", example = "GM0294"),
        ("dossier" = String, Path, description = "Kenmerk van het dossier.", example = "01890a5d-ac96-774b-bcce-b302099a8057"),
    ),
    request_body = Metingvraag,
    responses(
        (status = 201, description = "De meting is vastgelegd.", body = Meting),
        (status = 400, description = "Elk fout veld; bij onvolledige antwoorden de vraag die nog nodig is.", body = Probleem, content_type = "application/problem+json"),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Uw rol mag niet meten.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Deze inwoner of gemeente bestaat niet, of u heeft er geen rol.", body = Probleem, content_type = "application/problem+json"),
        (status = 415, description = "De inhoud is geen application/json.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn create(
    state: Data<AppState>,
    wie: DragerInGemeente,
    pad: Path<(String, String)>,
    req: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Error> {
    let vraag: Metingvraag = read_json(&req, payload).await?;
    let opdracht = vraag.opdracht(parse_dossier(&pad.1)?).map_err(Fout::from)?;
    let (actor, now) = (&wie.actor, state.clock.now());
    let meting = state
        .db
        .in_tenant("record_meting", wie.code(), DbRol::Uitvoering, async |tx| {
            record_meting(tx, actor, now, &opdracht).await
        })
        .await
        .map_err(Fout::from)?;
    Ok(HttpResponse::Created().json(Meting::from(&meting)))
}

impl Metingvraag {
    fn opdracht(&self, dossier: DossierId) -> Result<Metingopdracht, Veldfouten> {
        let mut controle = Veldcontrole::default();
        let dag =
            parse_datum(&self.gemeten_op).ok_or("schrijf een datum die bestaat als 2026-11-21");
        let dag = controle.take("gemetenOp", dag);
        let mut antwoorden = Vec::with_capacity(self.antwoorden.len());
        for (nummer, regel) in self.antwoorden.iter().enumerate() {
            let vraag = Vraag::parse(&regel.vraag).ok_or("deze vraag bestaat niet");
            let antwoord =
                ontwikkeling::Antwoord::parse(&regel.antwoord).ok_or("antwoord ja of nee");
            let vraag = controle.take(&format!("antwoorden.{nummer}.vraag"), vraag);
            let antwoord = controle.take(&format!("antwoorden.{nummer}.antwoord"), antwoord);
            let is_dubbel = |vraag: &Vraag| antwoorden.iter().any(|(eerder, _)| eerder == vraag);
            if vraag.as_ref().is_some_and(is_dubbel) {
                let veld = format!("antwoorden.{nummer}.vraag");
                controle.refuse(veld, "deze vraag is al beantwoord");
            }
            antwoorden.extend(vraag.zip(antwoord));
        }
        controle.finish()?;
        Ok(Metingopdracht {
            dossier,
            gemeten_op: dag.ok_or_else(|| Veldfouten::single("gemetenOp", "geef een datum"))?,
            antwoorden: antwoorden.into_iter().collect(),
        })
    }
}

impl From<&ontwikkeling::Meting> for Meting {
    fn from(meting: &ontwikkeling::Meting) -> Self {
        let vaststelling = &meting.vaststelling;
        let (trede, criterium) = (vaststelling.trede(), vaststelling.criterium());
        let antwoorden = vaststelling.antwoorden().iter();
        Self {
            trede: trede.nummer(),
            naam: trede.naam(),
            criterium: criterium.naam(),
            waarom: criterium.omschrijving(),
            gemeten_op: meting.gemeten_op().to_string(),
            antwoorden: antwoorden
                .map(|(vraag, antwoord)| Antwoord {
                    vraag: vraag.naam().to_owned(),
                    antwoord: antwoord.naam().to_owned(),
                })
                .collect(),
        }
    }
}
