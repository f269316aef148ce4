//! `/v1/berekeningen`, `/v1/berekeningsreeksen` and `/v1/herzieningen`: the right of a household that is described in
//! the question, in one month (contract 2.1), month after month (docs/berekeningsreeks.md), or calculated again beside
//! an earlier decision (docs/herziening.md). `/v1/werkberekeningen`: what more work gives it (docs/armoedeval.md).
//! `/v1/populatieruns`: how far a run over all households is.

mod bereken;
mod bron;
mod herziening;
mod herzieningvorm;
mod populatierun;
mod reeks;
mod reeksvorm;
mod regelingsvorm;
mod vorm;
mod werken;
mod werkvorm;

use actix_web::web::ServiceConfig;
use http_base::Pad;
use utoipa::OpenApi;

#[derive(OpenApi)]
#[openapi(
    paths(
        bereken::create,
        reeks::create,
        herziening::create,
        werken::create,
        populatierun::show
    ),
    components(schemas(
        vorm::Berekeningsvraag,
        vorm::Huishouden,
        vorm::Aanvrager,
        vorm::Partner,
        vorm::Kind,
        vorm::Medebewoner,
        vorm::Inkomst,
        vorm::Vermogen,
        vorm::Beginvermogen,
        vorm::Maatregel,
        vorm::Toeslag,
        regelingsvorm::BijzondereBijstand,
        regelingsvorm::Kosten,
        regelingsvorm::Minima,
        regelingsvorm::Studie,
        regelingsvorm::Loonkosten,
        regelingsvorm::Beschut,
        regelingsvorm::Premie,
        vorm::Berekening,
        vorm::Stap,
        populatierun::Populatierun,
        populatierun::PopulatierunGemeente,
        reeksvorm::Reeksvraagvorm,
        reeksvorm::Reeksperiode,
        reeksvorm::Reekshuishouden,
        reeksvorm::Reeksinkomst,
        reeksvorm::Reeksvermogen,
        reeksvorm::Gebeurtenis,
        reeksvorm::Reeksmaatregel,
        reeksvorm::Voorschot,
        reeksvorm::Boete,
        reeksvorm::EerdereSanctie,
        reeksvorm::Bufferinzet,
        reeksvorm::Tellers,
        reeksvorm::Persoonstellers,
        reeksvorm::Lezing,
        reeksvorm::Berekeningsreeks,
        reeksvorm::Reeksmaand,
        reeksvorm::Reeksdeel,
        reeksvorm::Reeksdag,
        herzieningvorm::Herzieningsvraagvorm,
        herzieningvorm::Oorzaak,
        herzieningvorm::Herziening,
        herzieningvorm::Herzieningsmaand,
        werkvorm::Werkberekeningsvraagvorm,
        werkvorm::Werkberekeningsvorm,
        werkvorm::Armoedevalvorm,
        werkvorm::Werkpuntvorm,
        werkvorm::Werkstapvorm,
        werkvorm::Werkregelingvorm,
        werkvorm::RegelingNietBekendvorm,
        werkvorm::Klifvorm
    ))
)]
pub(crate) struct RechtApi;

pub(crate) fn configure(cfg: &mut ServiceConfig) {
    cfg.service(Pad::new("/v1/berekeningen").post(bereken::create))
        .service(Pad::new("/v1/berekeningsreeksen").post(reeks::create))
        .service(Pad::new("/v1/populatieruns/{run}").get(populatierun::show))
        .service(Pad::new("/v1/werkberekeningen").post(werken::create))
        .service(Pad::new("/v1/herzieningen").post(herziening::create));
}
