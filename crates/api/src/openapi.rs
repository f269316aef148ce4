//! The document that describes the API, published without login for every origin.

use actix_web::HttpResponse;
use actix_web::http::header::ACCESS_CONTROL_ALLOW_ORIGIN;
use http_base::API_VERSIE;
use utoipa::openapi::header::HeaderBuilder;
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};
use utoipa::openapi::{OpenApi as Document, PathItem, RefOr};
use utoipa::{OpenApi, PartialSchema, ToSchema};

use crate::aanvraag::AanvraagApi;
use crate::beleid::BeleidApi;
use crate::doorrekening::DoorrekeningApi;
use crate::dossier::DossierApi;
use crate::gemeente::GemeenteApi;
use crate::herziening::HerzieningApi;
use crate::ontwikkeling::OntwikkelingApi;
use crate::opdracht::OpdrachtApi;
use crate::recht::RechtApi;
use crate::sturing::SturingApi;
use crate::werkinstructie::WerkinstructieApi;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Stuurhuis",
        description = "Sturing en uitvoering van de Participatiewet voor samenwerkende gemeenten: \
                       beleid per gemeente, recht met uitleg, bestand, kwartaalcijfers.",
        contact(name = "Beheer van Stuurhuis", email = "beheer@example.nl", url = "https://example.nl/stuurhuis"),
        license(name = "EUPL-1.2", identifier = "EUPL-1.2")
    ),
    servers((url = "/", description = "Deze installatie; elk pad begint met /v1.")),
    components(schemas(Probleem, OngeldigVeld)),
    tags(
        (name = "aanvragen", description = "Aanvragen van inwoners: ontvangst, termijn, besluit."),
        (name = "beleid", description = "Besluiten van raad en college, en wat daardoor geldt."),
        (name = "berekeningen", description = "Het recht van een huishouden, met uitleg."),
        (name = "gemeenten", description = "De gemeenten van de samenwerking."),
        (name = "herzieningen", description = "Herzieningen van eerdere maanden: feiten, voorstel, besluit."),
        (name = "inwoners", description = "Inwoners, hun dossier en hun plaats op de Participatieladder."),
        (name = "kwartalen", description = "Gesloten kwartalen en hun cijfers."),
        (name = "opdrachten", description = "Wat een gemeente van de uitvoeringsorganisatie vraagt, en wat die antwoordt."),
        (name = "voorstellen", description = "Voorstellen aan raad en college: opstellen, advies, indienen, behandelen."),
        (name = "zienswijzen", description = "Rondes van zienswijzen van de raden op stukken van de organisatie, en het antwoord per punt.")
    ),
    security(("drager" = []))
)]
struct Basis;

/// Een fout, volgens RFC 9457.
#[derive(ToSchema)]
#[schema(rename_all = "camelCase")]
#[expect(
    dead_code,
    reason = "describes what http_base writes; a test compares the two"
)]
pub(crate) struct Probleem {
    /// Soort fout, als vaste naam.
    r#type: String,
    /// Wat er gebeurde, in een paar woorden.
    title: String,
    /// HTTP-status.
    status: u16,
    /// Wat, waarom en wat te doen.
    detail: String,
    /// Kenmerk van dit verzoek, om te noemen bij vragen.
    instance: String,
    /// Elk fout veld, bij ongeldige invoer.
    invalid_params: Option<Vec<OngeldigVeld>>,
}

/// Een fout veld.
#[derive(ToSchema)]
#[expect(
    dead_code,
    reason = "describes what http_base writes; a test compares the two"
)]
pub(crate) struct OngeldigVeld {
    /// Naam of pad van het veld.
    name: String,
    /// Wat er niet klopt, en wat er wordt verwacht.
    reason: String,
}

/// The whole document.
pub fn document() -> Document {
    let mut document = Basis::openapi();
    document.merge(GemeenteApi::openapi());
    document.merge(DossierApi::openapi());
    document.merge(AanvraagApi::openapi());
    document.merge(HerzieningApi::openapi());
    document.merge(OntwikkelingApi::openapi());
    document.merge(RechtApi::openapi());
    document.merge(BeleidApi::openapi());
    document.merge(DoorrekeningApi::openapi());
    document.merge(OpdrachtApi::openapi());
    document.merge(SturingApi::openapi());
    document.merge(WerkinstructieApi::openapi());
    API_VERSIE.clone_into(&mut document.info.version);
    document
        .paths
        .paths
        .values_mut()
        .for_each(add_version_header);
    let drager = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
    document
        .components
        .get_or_insert_default()
        .security_schemes
        .insert("drager".to_owned(), drager.into());
    document
}

/// Every answer carries the version (API Design Rules, /core/version-header); `http_base` sets it.
fn add_version_header(pad: &mut PathItem) {
    let methoden = [
        &mut pad.get,
        &mut pad.post,
        &mut pad.put,
        &mut pad.patch,
        &mut pad.delete,
    ];
    let antwoorden = methoden
        .into_iter()
        .flatten()
        .flat_map(|methode| methode.responses.responses.values_mut());
    for antwoord in antwoorden {
        if let RefOr::T(antwoord) = antwoord {
            let versie = HeaderBuilder::new()
                .schema(Some(String::schema()))
                .description(Some("De versie van deze API."))
                .build();
            antwoord
                .headers
                .insert("API-Version".to_owned(), versie.into());
        }
    }
}

pub(crate) async fn show() -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((ACCESS_CONTROL_ALLOW_ORIGIN, "*"))
        .json(document())
}
