//! Recording that an application came in.

use actix_web::http::header::LOCATION;
use actix_web::web::{Data, Path, Payload};
use actix_web::{Error, HttpRequest, HttpResponse};
use application::aanvraag::{Ontvangstopdracht, record_ontvangst};
use domain::aanvraag::Kanaal;
use domain::bevoegdheid::Permission;
use domain::recht::Regeling;
use http_base::{AppState, DbRol, DragerInGemeente, Fout};
use primitives::{DossierId, Veldcontrole, Veldfouten, datum_in_nederland, parse_datum};

use super::vorm::{Aanvraag, NieuweAanvraag};
use crate::dossier::parse_dossier;
use crate::inhoud::read_json;
use crate::openapi::Probleem;

/// Legt vast dat een aanvraag binnenkwam.
///
/// De beslistermijn begint op de dag van ontvangst. Dezelfde aanvraag van dezelfde dag wordt geweigerd.
#[utoipa::path(
    post, path = "/v1/gemeenten/{gemeente}/inwoners/{dossier}/aanvragen", tag = "aanvragen", operation_id = "createAanvraag",
    params(
        ("gemeente" = String, Path, description = "CBS-code.", example = "GM0294"),
        ("dossier" = String, Path, description = "Kenmerk van het dossier.", example = "01890a5d-ac96-774b-bcce-b302099a8057"),
    ),
    request_body = NieuweAanvraag,
    responses(
        (status = 201, description = "De aanvraag.", body = Aanvraag, headers(("Location" = String, description = "Het adres van de aanvraag."))),
        (status = 400, description = "Elk fout veld, of deze aanvraag is er al.", body = Probleem, content_type = "application/problem+json"),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Uw rol behandelt geen aanvragen.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Deze inwoner of gemeente bestaat niet, of u heeft er geen rol.", body = Probleem, content_type = "application/problem+json"),
        (status = 415, description = "De inhoud is geen application/json.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn record(
    state: Data<AppState>,
    wie: DragerInGemeente,
    pad: Path<(String, String)>,
    req: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Error> {
    let nieuw: NieuweAanvraag = read_json(&req, payload).await?;
    wie.require(Permission::AanvraagBehandelen)?;
    let opdracht = parse(parse_dossier(&pad.1)?, &nieuw).map_err(Fout::from)?;
    let (actor, now) = (&wie.actor, state.clock.now());
    let aanvraag = state
        .db
        .in_tenant(
            "record_ontvangst",
            wie.code(),
            DbRol::Uitvoering,
            async |tx| record_ontvangst(tx, actor, now, &*state.ids, &opdracht).await,
        )
        .await
        .map_err(Fout::from)?;
    let kop = aanvraag.kop();
    let adres = format!(
        "/v1/gemeenten/{}/inwoners/{}/aanvragen/{}",
        wie.code(),
        kop.dossier,
        kop.id
    );
    Ok(HttpResponse::Created()
        .insert_header((LOCATION, adres))
        .json(Aanvraag::on(&aanvraag, &[], datum_in_nederland(now))))
}

fn parse(dossier: DossierId, nieuw: &NieuweAanvraag) -> Result<Ontvangstopdracht, Veldfouten> {
    const DAG: &str = "schrijf een dag die bestaat als 2026-11-21";
    let mut controle = Veldcontrole::default();
    let regeling = Regeling::from_code(&nieuw.regeling).ok_or("deze regeling is onbekend");
    let regeling = controle.take("regeling", regeling);
    let ontvangen_op = parse_datum(&nieuw.ontvangen_op).ok_or(DAG);
    let ontvangen_op = controle.take("ontvangenOp", ontvangen_op);
    let gemeld_op = match &nieuw.gemeld_op {
        Some(dag) => controle.take("gemeldOp", parse_datum(dag).ok_or(DAG)),
        None => ontvangen_op,
    };
    let kanaal = Kanaal::from_code(&nieuw.kanaal).ok_or("kies digitaal, post of balie");
    let kanaal = controle.take("kanaal", kanaal);
    controle.finish()?;
    match (regeling, ontvangen_op, gemeld_op, kanaal) {
        (Some(regeling), Some(ontvangen_op), Some(gemeld_op), Some(kanaal)) => {
            Ok(Ontvangstopdracht {
                dossier,
                regeling,
                ontvangen_op,
                gemeld_op,
                kanaal,
            })
        }
        _ => Err(Veldfouten::single(
            "regeling",
            "deze aanvraag is niet te lezen",
        )),
    }
}
