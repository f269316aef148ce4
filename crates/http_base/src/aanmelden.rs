//! `/login`, `/login/terug`, `/uitloggen`: to the identity provider and back.

use actix_web::cookie::{Cookie, SameSite};
use actix_web::http::header;
use actix_web::web::{Data, Query, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};
use identity::{AanmeldFout, Aanmeldstand};
use serde::{Deserialize, Serialize};

use crate::aangemeld::see_other;
use crate::{Aangemeld, AppState, Formulier, Fout, LeegFormulier, LokaalPad, Pad, Token};

/// The path to which the provider sends the visitor back.
pub const TERUG_PAD: &str = "/login/terug";
/// The page after logging out; `web` shows it.
pub const UITGELOGD_PAD: &str = "/uitgelogd";

/// Registers login and logout.
pub fn configure_login(cfg: &mut ServiceConfig) {
    cfg.service(Pad::new("/login").get(begin))
        .service(Pad::new(TERUG_PAD).get(finish))
        .service(Pad::new("/uitloggen").post(logout));
}

#[derive(Deserialize)]
struct Vertrek {
    #[serde(default)]
    terug: String,
}

#[derive(Deserialize)]
struct Terugkomst {
    #[serde(default)]
    code: String,
    #[serde(default)]
    state: String,
    error: Option<String>,
}

/// What is kept while the visitor is at the provider.
#[derive(Serialize, Deserialize)]
struct Onderweg {
    stand: Aanmeldstand,
    terug: String,
}

async fn begin(
    state: Data<AppState>,
    vertrek: Query<Vertrek>,
    wie: Option<Aangemeld>,
) -> Result<HttpResponse, Fout> {
    let terug = LokaalPad::parse(&vertrek.terug);
    if wie.is_some() {
        return Ok(see_other(terug.as_str()));
    }
    let now = state.clock.now();
    let begin = state.identity.begin(now).await?;
    let onderweg = Onderweg {
        stand: begin.stand,
        terug: terug.as_str().to_owned(),
    };
    let onderweg = serde_json::to_value(onderweg).map_err(Fout::storing)?;
    let token = state.sessies.insert_aanmelding(now, onderweg).await?;
    Ok(HttpResponse::SeeOther()
        .insert_header((header::LOCATION, begin.url.as_str()))
        .cookie(session_cookie(&state, &token))
        .finish())
}

async fn finish(
    state: Data<AppState>,
    req: HttpRequest,
    antwoord: Query<Terugkomst>,
    wie: Option<Aangemeld>,
) -> Result<HttpResponse, Fout> {
    // Two tabs logged in beside each other: the second answer finds a session that already holds.
    if wie.is_some() {
        return Ok(see_other("/"));
    }
    let now = state.clock.now();
    let token = read_token(&state, &req).ok_or(AanmeldFout::Verlopen)?;
    let onderweg = state.sessies.take_aanmelding(&token, now).await?;
    let onderweg: Onderweg = onderweg
        .and_then(|waarde| serde_json::from_value(waarde).ok())
        .ok_or(AanmeldFout::Verlopen)?;
    let antwoord = antwoord.into_inner();
    if let Some(fout) = antwoord.error {
        return Err(AanmeldFout::Geweigerd(fout).into());
    }
    let aangemelde = state
        .identity
        .finish(now, onderweg.stand, &antwoord.state, antwoord.code)
        .await?;
    // A new token: who planted the old one gains nothing by the login.
    let token = state
        .sessies
        .insert(now, aangemelde.actor, Some(aangemelde.id_token))
        .await?;
    let terug = LokaalPad::parse(&onderweg.terug);
    Ok(HttpResponse::SeeOther()
        .insert_header((header::LOCATION, terug.as_str()))
        .cookie(session_cookie(&state, &token))
        .finish())
}

async fn logout(
    state: Data<AppState>,
    wie: Aangemeld,
    _knop: Formulier<LeegFormulier>,
) -> Result<HttpResponse, Fout> {
    state.sessies.delete(wie.token()).await?;
    let terug = format!("{}{UITGELOGD_PAD}", state.settings.publieke_url);
    let naar = state
        .identity
        .logout_url(state.clock.now(), wie.id_token(), &terug)
        .await
        .map_or(UITGELOGD_PAD.to_owned(), String::from);
    let mut leeg = session_cookie(&state, wie.token());
    leeg.make_removal();
    Ok(HttpResponse::SeeOther()
        .insert_header((header::LOCATION, naar))
        .cookie(leeg)
        .finish())
}

/// The token that the visitor's browser keeps.
pub(crate) fn read_token(state: &AppState, req: &HttpRequest) -> Option<Token> {
    Token::parse(req.cookie(state.settings.cookie_naam())?.value())
}

fn session_cookie(state: &AppState, token: &Token) -> Cookie<'static> {
    Cookie::build(state.settings.cookie_naam(), token.expose().to_owned())
        .path("/")
        .http_only(true)
        .secure(state.settings.is_tls())
        // Lax, not Strict: the visitor comes back from the provider by a link from another site.
        .same_site(SameSite::Lax)
        .finish()
}
