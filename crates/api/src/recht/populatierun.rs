//! `GET /v1/populatieruns/{run}`: how far a run is, without personal data.

use actix_web::web::{Data, Json, Path};
use application::recht::populatie::{Populatieoverzicht, load_populatierun};
use domain::bevoegdheid::Permission;
use domain::recht::populatie::Gemeentevoortgang;
use http_base::{AppState, Drager, Fout, PlatformTx};
use primitives::{Geld, PopulatierunId};
use serde::Serialize;
use utoipa::ToSchema;

use crate::openapi::Probleem;

/// Hoever een populatierun is.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct Populatierun {
    /// Kenmerk.
    #[schema(format = "uuid")]
    id: String,
    /// Naam.
    #[schema(example = "Normen per 1 juli 2026")]
    naam: String,
    /// De dag ervoor.
    #[schema(format = "date")]
    van: String,
    /// De dag erna.
    #[schema(format = "date")]
    tot: String,
    /// De bedragen van de wet van de dag ervoor zoals ze op deze dag bekend waren; leeg voor de laatste.
    #[schema(format = "date")]
    van_bekend_op: Option<String>,
    /// Hetzelfde voor de dag erna.
    #[schema(format = "date")]
    tot_bekend_op: Option<String>,
    /// Gegevens die later bekend werden, tellen niet mee.
    #[schema(format = "date-time")]
    bekend_op: String,
    /// wacht, bezig, klaar, onderbroken of mislukt.
    stand: String,
    /// Huishoudens die zijn berekend.
    gedaan: u64,
    /// De gemeenten waarin u de run mag volgen.
    gemeenten: Vec<PopulatierunGemeente>,
}

/// Hoever een run in een gemeente is.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct PopulatierunGemeente {
    /// CBS-code.
    #[schema(example = "GM0294")]
    gemeente: String,
    /// wacht, bezig, klaar, onderbroken of mislukt.
    stand: String,
    /// De maand van de levering; leeg zolang de run hier niet is begonnen.
    #[schema(example = "2026-10")]
    maand: Option<String>,
    /// Huishoudens in die maand.
    totaal: Option<u32>,
    /// Huishoudens die zijn berekend.
    gedaan: u32,
    /// Wat alle huishoudens samen per maand krijgen op de dag ervoor, met vakantietoeslag. Leeg zolang de run hier niet klaar is, en bij minder dan tien huishoudens.
    #[schema(example = "1401500.00")]
    oud: Option<String>,
    /// Hetzelfde op de dag erna.
    nieuw: Option<String>,
    /// Huishoudens om naar te kijken. Leeg bij minder dan tien, maar niet nul.
    uitzonderingen: Option<u32>,
    /// Waarom het mislukte.
    fout: Option<String>,
}

/// Toont hoever een populatierun is, per gemeente.
///
/// Geen persoonsgegevens: welke huishoudens iemand moet bekijken, staat alleen in de gemeente zelf.
#[utoipa::path(
    get, path = "/v1/populatieruns/{run}", tag = "berekeningen", operation_id = "showPopulatierun",
    params(("run" = String, Path, description = "Kenmerk van de run.")),
    responses(
        (status = 200, description = "De run.", body = Populatierun),
        (status = 401, description = "Geen geldig toegangsbewijs.", body = Probleem, content_type = "application/problem+json"),
        (status = 403, description = "Uw rol volgt geen populatieruns.", body = Probleem, content_type = "application/problem+json"),
        (status = 404, description = "Deze run bestaat niet, of u heeft in geen van de gemeenten een rol.", body = Probleem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn show(
    state: Data<AppState>,
    drager: Drager,
    run: Path<String>,
) -> Result<Json<Populatierun>, Fout> {
    drager
        .0
        .require_somewhere(Permission::PopulatierunUitvoeren)?;
    let run = PopulatierunId::parse(&run).map_err(|_| Fout::niet_gevonden())?;
    let load = async |tx: &mut PlatformTx| load_populatierun(tx, &drager.0, run).await;
    let overzicht = state.db.in_platform("load_populatierun", load).await?;
    Ok(Json(Populatierun::from(overzicht)))
}

impl From<Populatieoverzicht> for Populatierun {
    fn from(overzicht: Populatieoverzicht) -> Self {
        let stand = overzicht.stand();
        let maatstaf = overzicht.run.opdracht.maatstaf;
        Self {
            id: overzicht.run.id.to_string(),
            naam: overzicht.run.opdracht.naam.as_str().to_owned(),
            van: maatstaf.van.dag.to_string(),
            tot: maatstaf.tot.dag.to_string(),
            van_bekend_op: maatstaf.van.bekend_op.map(|dag| dag.to_string()),
            tot_bekend_op: maatstaf.tot.bekend_op.map(|dag| dag.to_string()),
            bekend_op: overzicht.run.bekend_op.to_string(),
            stand: stand.stand().code().to_owned(),
            gedaan: stand.gedaan,
            gemeenten: overzicht.gemeenten.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<Gemeentevoortgang> for PopulatierunGemeente {
    fn from(voortgang: Gemeentevoortgang) -> Self {
        let bedrag = |bedrag: Geld| bedrag.to_string();
        let uitkomst = voortgang.uitkomst;
        Self {
            gemeente: voortgang.gemeente.to_string(),
            stand: voortgang.stand.code().to_owned(),
            maand: voortgang.maand.map(|maand| maand.to_string()),
            totaal: voortgang.totaal,
            gedaan: voortgang.gedaan,
            oud: uitkomst.map(|u| bedrag(u.oud)),
            nieuw: uitkomst.map(|u| bedrag(u.nieuw)),
            uitzonderingen: uitkomst.and_then(|u| u.uitzonderingen),
            fout: voortgang.fout,
        }
    }
}
