//! A development identity provider: code flow with PKCE, a page that lists fictional users, bearer tokens for
//! trying the API. It says of itself that it is one, and Stuurhuis refuses it outside demo and tests.

mod authorize;
mod discovery;
mod gebruikers;
mod sleutel;
mod token;

use std::collections::HashMap;
use std::net::TcpListener;
use std::sync::Mutex;

use actix_web::dev::Server;
use actix_web::{App, HttpServer, web};
use anyhow::Context;

pub use gebruikers::{Gebruiker, Gemeenten, Roltoekenning, gebruikers};

use authorize::Uitgifte;
use sleutel::Sleutel;

/// The one client that the provider knows.
pub const CLIENT_ID: &str = "stuurhuis";
/// Its secret: no secret, since everybody has this source.
pub const CLIENT_GEHEIM: &str = "demo-geheim";
/// The audience of bearer tokens for the API.
pub const API_AUDIENCE: &str = "stuurhuis-api";

/// How the provider is started.
#[derive(Clone, Debug)]
pub struct IdpInstellingen {
    /// Port on this machine; 0 takes a free one.
    pub poort: u16,
    /// Address of Stuurhuis, to which alone it sends people back.
    pub stuurhuis: String,
}

pub(crate) struct IdpState {
    issuer: String,
    stuurhuis: String,
    sleutel: Sleutel,
    codes: Mutex<HashMap<String, Uitgifte>>,
}

/// Starts the provider on the loopback address; gives the server to wait on, and its issuer.
pub fn serve(instellingen: &IdpInstellingen) -> anyhow::Result<(Server, String)> {
    let luisteraar = TcpListener::bind(("127.0.0.1", instellingen.poort))
        .with_context(|| format!("poort {} is niet vrij", instellingen.poort))?;
    let issuer = format!("http://127.0.0.1:{}", luisteraar.local_addr()?.port());
    let state = web::Data::new(IdpState {
        issuer: issuer.clone(),
        stuurhuis: instellingen.stuurhuis.clone(),
        sleutel: Sleutel::generate()?,
        codes: Mutex::default(),
    });
    let server = HttpServer::new(move || {
        App::new()
            .app_data(state.clone())
            .service(discovery::configuration)
            .service(discovery::jwks)
            .service(authorize::stylesheet)
            .service(authorize::choose)
            .service(authorize::chosen)
            .service(authorize::end_session)
            .service(token::token)
    });
    Ok((
        server
            .workers(1)
            .disable_signals()
            .listen(luisteraar)?
            .run(),
        issuer,
    ))
}
