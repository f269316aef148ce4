//! `POST /v1/gemeenten/{gemeente}/inwoners/_zoek`: nothing personal stands in an address.

use actix_web::web::{Data, Json, Payload};
use actix_web::{Error, HttpRequest};
use application::dossier::{self, list_gevonden};
use domain::dossier::Zoekopdracht;
use http_base::{AppState, DbRol, DragerInGemeente, Fout};
use primitives::{Bsn, DossierId, Veldfouten, parse_datum};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::vorm::Inwonerregel;
use crate::inhoud::read_json;
use crate::openapi::Probleem;

/// Waarop u zoekt: precies één van bsn, geboortedatum, naam en registratienummer.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(rename_all = "camelCase")]
pub(super) struct Zoekvraag {
    /// Burgerservicenummer, negen cijfers.
    bsn: Option<String>,
    /// Geboortedatum.
    #[schema(format = Date, example = "1988-04-12")]
    geboortedatum: Option<String>,
    /// Het begin van een of meer woorden van de naam; minstens twee letters.
    #[schema(example = "jans")]
    naam: Option<String>,
    /// Nummer van een uitkering in de administratie die levert.
    registratienummer: Option<String>,
    /// Na welke inwoner de bladzijde begint: de waarde van volgende uit het vorige antwoord.
    na: Option<Zoekbladwijzer>,
}

/// Een plaats in wat is gevonden.
#[derive(Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(rename_all = "camelCase")]
pub(super) struct Zoekbladwijzer {
    /// De naam in kleine letters.
    naam: String,
    /// Kenmerk van het dossier.
    dossier: String,
}

/// Wie er is gevonden, op naam; hoogstens twintig.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(rename_all = "camelCase")]
pub(super) struct Gevonden {
    /// De inwoners.
    inwoners: Vec<Inwonerregel>,
    /// Geef dit mee als na voor de volgende bladzijde; null op de laatste.
    volgende: Option<Zoekbladwijzer>,
}

/// Zoekt inwoners op naam, bsn, geboortedatum of registratienummer.
///
/// Wie wordt getoond, komt in het verwerkingenlogboek. De zoekvraag staat in de inhoud en nooit in een adres.
#[utoipa::path(
    post, path = "/v1/gemeenten/{gemeente}/inwoners/_zoek", tag = "inwoners", operation_id = "searchInwoners",
    params(("gemeente" = String, Path, description = "CBS-code, zoals GM0294.", example = "GM0294")),
    request_body = Zoekvraag,
    responses(
        (status = 200, description = "De gevonden inwoners; een lege lijst als er niemand is gevonden.", body = Gevonden),
        (status = 400, description = "Elk fout veld, met wat er wordt verwacht.", body = Probleem, content_type = "application/problem+json"),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Uw rol mag geen inwoners zoeken.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Deze gemeente bestaat niet, of u heeft er geen rol.", body = Probleem, content_type = "application/problem+json"),
        (status = 415, description = "De inhoud is geen application/json.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn search(
    state: Data<AppState>,
    wie: DragerInGemeente,
    req: HttpRequest,
    payload: Payload,
) -> Result<Json<Gevonden>, Error> {
    let vraag: Zoekvraag = read_json(&req, payload).await?;
    let opdracht = vraag.opdracht().map_err(Fout::from)?;
    let na = vraag
        .na
        .map(Zoekbladwijzer::parse)
        .transpose()
        .map_err(Fout::from)?;
    let (actor, now) = (&wie.actor, state.clock.now());
    let gevonden = state
        .db
        .in_tenant("list_gevonden", wie.code(), DbRol::Uitvoering, async |tx| {
            list_gevonden(tx, actor, now, &opdracht, na.as_ref()).await
        })
        .await
        .map_err(Fout::from)?;
    Ok(Json(Gevonden {
        inwoners: gevonden.regels.iter().map(Inwonerregel::from).collect(),
        volgende: gevonden.volgende.map(|na| Zoekbladwijzer {
            naam: na.naam,
            dossier: na.dossier.to_string(),
        }),
    }))
}

impl Zoekvraag {
    fn opdracht(&self) -> Result<Zoekopdracht, Veldfouten> {
        let velden = [
            &self.bsn,
            &self.geboortedatum,
            &self.naam,
            &self.registratienummer,
        ];
        match velden {
            [Some(bsn), None, None, None] => Bsn::parse(bsn)
                .map(Zoekopdracht::Bsn)
                .map_err(|fout| Veldfouten::single("bsn", fout.to_string())),
            [None, Some(datum), None, None] => parse_datum(datum)
                .map(Zoekopdracht::Geboortedatum)
                .ok_or_else(|| {
                    Veldfouten::single(
                        "geboortedatum",
                        "schrijf een datum die bestaat als 1988-04-12",
                    )
                }),
            [None, None, Some(naam), None] => parse_naam(naam),
            [None, None, None, Some(nummer)] => Zoekopdracht::parse_registratienummer(nummer)
                .map_err(|fout| Veldfouten::single("registratienummer", fout.to_string())),
            _ => Err(Veldfouten::single(
                "bsn",
                "geef precies één van bsn, geboortedatum, naam en registratienummer",
            )),
        }
    }
}

fn parse_naam(naam: &str) -> Result<Zoekopdracht, Veldfouten> {
    let letters = naam.chars().filter(|c| c.is_alphabetic()).count();
    if letters < 2 || naam.chars().count() > 100 || naam.chars().any(char::is_control) {
        return Err(Veldfouten::single(
            "naam",
            "geef minstens twee letters en hoogstens 100 tekens",
        ));
    }
    Ok(Zoekopdracht::Naam(naam.trim().to_lowercase()))
}

impl Zoekbladwijzer {
    fn parse(self) -> Result<dossier::Zoekbladwijzer, Veldfouten> {
        let dossier = DossierId::parse(&self.dossier)
            .map_err(|fout| Veldfouten::single("na.dossier", fout.to_string()))?;
        if self.naam.chars().any(char::is_control) {
            return Err(Veldfouten::single(
                "na.naam",
                "geef de waarde terug die u bij volgende kreeg",
            ));
        }
        Ok(dossier::Zoekbladwijzer {
            naam: self.naam,
            dossier,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vraag(json: &str) -> Result<Zoekopdracht, Veldfouten> {
        serde_json::from_str::<Zoekvraag>(json).unwrap().opdracht()
    }

    #[test]
    fn exactly_one_thing_is_searched_for() {
        assert!(matches!(
            vraag(r#"{"bsn":"111222333"}"#),
            Ok(Zoekopdracht::Bsn(_))
        ));
        assert!(
            matches!(vraag(r#"{"naam":"Jans"}"#), Ok(Zoekopdracht::Naam(naam)) if naam == "jans")
        );
        for (json, veld) in [
            ("{}", "bsn"),
            (r#"{"bsn":"111222333","naam":"jansen"}"#, "bsn"),
            (r#"{"bsn":"111222334"}"#, "bsn"),
            (r#"{"registratienummer":"U\u00001"}"#, "registratienummer"),
            (r#"{"naam":"jan\u0000sen"}"#, "naam"),
            (r#"{"geboortedatum":"12-04-1988"}"#, "geboortedatum"),
            (r#"{"naam":"j"}"#, "naam"),
        ] {
            assert_eq!(vraag(json).unwrap_err().list()[0].veld, veld, "{json}");
        }
        assert!(serde_json::from_str::<Zoekvraag>(r#"{"iban":"x"}"#).is_err());
    }
}
