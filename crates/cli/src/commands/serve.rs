//! `stuurhuis serve`: pages, API, and (unless switched off) the worker.

use std::net::TcpListener;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use actix_web::dev::{Server, ServerHandle};
use actix_web::web::{Data, ServiceConfig};
use actix_web::{App, HttpServer};
use anyhow::Context;
use http_base::{
    AppState, Gemeenteregister, Metrics, Sessies, TERUG_PAD, build_app, configure_metrics,
};
use identity::Identity;
use primitives::{Clock, SystemClock, SystemIds};
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

use crate::log;
use crate::omgeving::Omgeving;
use crate::wachtrij::build_worker;

/// Requests that are under way at the end get this long.
const AFRONDEN_SECONDEN: u64 = 20;
/// Between answering "not ready" and refusing visitors, so that a balancer in front can notice.
const AANKONDIGING: Duration = Duration::from_millis(500);

/// Runs until SIGINT or SIGTERM; then finishes what is under way.
pub async fn run(config: &Path) -> anyhow::Result<()> {
    let omgeving = Omgeving::start(config).await?;
    log::start(&omgeving.settings.log)?;
    omgeving.migrate_own().await?;
    let state = Data::new(build_state(&omgeving)?);
    let web = &omgeving.settings.web;
    let server = listen(&state, web.adres)?;
    let metingen = listen_metrics(&state.metrics, web.metrics_adres)?;
    let (stop, gestopt) = watch::channel(false);
    let worker = if web.worker {
        Some(build_worker(&omgeving)?)
    } else {
        None
    };
    tracing::info!(adres = %web.adres, metingen = %web.metrics_adres, "stuurhuis is gereed");
    let handles = [server.handle(), metingen.handle()];
    let werk = async {
        if let Some(worker) = worker {
            worker.run(gestopt).await;
        }
    };
    let einde = stop_on_signal(&state.stopt, stop, handles);
    let (server, metingen, (), einde) = tokio::join!(server, metingen, werk, einde);
    server.context("de webserver stopte")?;
    metingen.context("de server van de metingen stopte")?;
    einde?;
    tracing::info!("stuurhuis is gestopt");
    Ok(())
}

fn build_state(omgeving: &Omgeving) -> anyhow::Result<AppState> {
    let settings = &omgeving.settings;
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let is_verzonnen = settings.http.omgeving.is_verzonnen();
    let terug = format!("{}{TERUG_PAD}", settings.http.publieke_url);
    let identity = Identity::try_new(settings.identity.clone(), terug, is_verzonnen)
        .context("identity: de aanmelddienst is niet te gebruiken")?;
    Ok(AppState {
        db: omgeving.db.clone(),
        clock,
        ids: Arc::new(SystemIds),
        settings: settings.http.clone(),
        gemeenten: Gemeenteregister::default(),
        sessies: Sessies::new(omgeving.db.clone()),
        identity: Arc::new(identity),
        stopt: Arc::new(AtomicBool::new(false)),
        metrics: Metrics::try_new().context("de metingen starten niet")?,
        foutpagina: web::render_foutpagina,
    })
}

fn configure(cfg: &mut ServiceConfig) {
    // Pages take `/{gemeente}`, so the API stands before them.
    api::configure(cfg);
    web::configure(cfg);
}

fn listen(state: &Data<AppState>, adres: std::net::SocketAddr) -> anyhow::Result<Server> {
    let luisteraar =
        TcpListener::bind(adres).with_context(|| format!("web.adres: {adres} is niet vrij"))?;
    let state = state.clone();
    let server = HttpServer::new(move || build_app(state.clone(), configure))
        .disable_signals()
        .shutdown_timeout(AFRONDEN_SECONDEN)
        .listen(luisteraar)
        .with_context(|| format!("web.adres: op {adres} kan niet worden geluisterd"))?;
    Ok(server.run())
}

fn listen_metrics(metrics: &Metrics, adres: std::net::SocketAddr) -> anyhow::Result<Server> {
    let luisteraar = TcpListener::bind(adres)
        .with_context(|| format!("web.metrics_adres: {adres} is niet vrij"))?;
    let metrics = Data::new(metrics.clone());
    let server = HttpServer::new(move || {
        App::new()
            .app_data(metrics.clone())
            .configure(configure_metrics)
    })
    .workers(1)
    .disable_signals()
    .listen(luisteraar)
    .with_context(|| format!("web.metrics_adres: op {adres} kan niet worden geluisterd"))?;
    Ok(server.run())
}

/// Waits for a signal; then says "not ready", lets the worker finish its job and the servers their requests.
async fn stop_on_signal(
    stopt: &AtomicBool,
    stop: watch::Sender<bool>,
    handles: [ServerHandle; 2],
) -> anyhow::Result<()> {
    let mut beeindig = signal(SignalKind::terminate()).context("geen signalen")?;
    tokio::select! {
        uitkomst = tokio::signal::ctrl_c() => uitkomst.context("geen signalen")?,
        _ = beeindig.recv() => {}
    }
    tracing::info!("stuurhuis stopt");
    stopt.store(true, Ordering::Relaxed);
    stop.send_replace(true);
    tokio::time::sleep(AANKONDIGING).await;
    for handle in handles {
        handle.stop(true).await;
    }
    Ok(())
}
