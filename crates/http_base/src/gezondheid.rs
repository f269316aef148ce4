//! `/healthz`, `/readyz` and, on an address of its own, `/metrics`: for whoever watches over the process.

use std::sync::atomic::Ordering;

use actix_web::HttpResponse;
use actix_web::web::{Data, ServiceConfig};
use persistence::{DbError, PlatformTx};

use crate::{AppState, Fout, Metrics, Pad};

/// Registers `/healthz` and `/readyz`.
pub fn configure_health(cfg: &mut ServiceConfig) {
    cfg.service(Pad::new("/healthz").get(healthz))
        .service(Pad::new("/readyz").get(readyz));
}

/// Registers `/metrics`. Bind it to an address that only the monitoring reaches, with `Data<Metrics>`.
pub fn configure_metrics(cfg: &mut ServiceConfig) {
    cfg.service(Pad::new("/metrics").get(metrics));
}

/// The process lives.
async fn healthz() -> HttpResponse {
    plain("ok\n".to_owned())
}

/// The process can do its work: the database answers, and nobody asked it to stop.
async fn readyz(state: Data<AppState>) -> Result<HttpResponse, Fout> {
    if state.stopt.load(Ordering::Relaxed) {
        return Err(Fout::niet_beschikbaar("stopping"));
    }
    state
        .db
        .in_platform("readyz", async |tx: &mut PlatformTx| {
            persistence::gemeente::list(tx).await.map(|_| ())
        })
        .await
        .map_err(|fout: DbError| Fout::niet_beschikbaar(fout))?;
    Ok(plain("gereed\n".to_owned()))
}

async fn metrics(metrics: Data<Metrics>) -> Result<HttpResponse, Fout> {
    Ok(plain(metrics.render().map_err(Fout::storing)?))
}

fn plain(tekst: String) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .body(tekst)
}
