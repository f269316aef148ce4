//! Who asks, and for which municipality: the extractors that every page and form starts with.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use actix_web::dev::Payload;
use actix_web::http::{Method, header};
use actix_web::{FromRequest, HttpMessage, HttpRequest, HttpResponse};
use domain::bevoegdheid::{Actor, Permission};
use primitives::GemeenteCode;

use crate::sessie::Sessie;
use crate::verzoeklog::Wie;
use crate::{AppState, Fout, Gemeentenaam, Soort, Token};

type Uitkomst<T> = Pin<Box<dyn Future<Output = Result<T, Fout>>>>;

/// Somebody who is logged in. A handler that asks for it is never reached by others.
#[derive(Clone, Debug)]
pub struct Aangemeld {
    sessie: Arc<Sessie>,
    token: Token,
    gemeenten: Arc<[Gemeentenaam]>,
}

/// Somebody who is logged in and has a role in the municipality of the address (`/{gemeente}/...`).
///
/// Who has no role there gets 404, like for a municipality that does not exist.
#[derive(Clone, Debug)]
pub struct InGemeente {
    /// Who.
    pub aangemeld: Aangemeld,
    /// Where.
    pub gemeente: Gemeentenaam,
}

impl Aangemeld {
    /// Who acts.
    pub fn actor(&self) -> &Actor {
        &self.sessie.actor
    }

    /// The value of the hidden field `_csrf`.
    pub fn csrf(&self) -> &str {
        self.sessie.csrf.expose()
    }

    /// What to tell at the top of this page.
    pub fn melding(&self) -> Option<&str> {
        self.sessie.melding.as_deref()
    }

    /// The municipalities in which the actor has a role, by name.
    pub fn gemeenten(&self) -> &[Gemeentenaam] {
        &self.gemeenten
    }

    /// Refuses with 403 unless some role, wherever it holds, gives the permission.
    pub fn require_somewhere(&self, permission: Permission) -> Result<(), Fout> {
        Ok(self.actor().require_somewhere(permission)?)
    }

    /// Sends the browser to `pad` (303), where `melding` stands at the top: what every form ends with.
    pub async fn redirect(
        &self,
        state: &AppState,
        pad: &str,
        melding: &str,
    ) -> Result<HttpResponse, Fout> {
        state
            .sessies
            .update_melding(&self.token, Some(melding))
            .await?;
        Ok(see_other(pad))
    }

    pub(crate) const fn token(&self) -> &Token {
        &self.token
    }

    pub(crate) fn id_token(&self) -> Option<&str> {
        self.sessie.id_token.as_deref()
    }

    pub(crate) fn is_own_form(&self, csrf: &str) -> bool {
        self.sessie.csrf.is_same(csrf)
    }

    async fn load(req: HttpRequest) -> Result<Self, Fout> {
        if let Some(eerder) = req.extensions().get::<Self>() {
            return Ok(eerder.clone());
        }
        let state = AppState::of(&req);
        let token = req
            .cookie(state.settings.cookie_naam())
            .and_then(|koekje| Token::parse(koekje.value()))
            .ok_or_else(niet_aangemeld)?;
        let sessie = state
            .sessies
            .find(&token, state.clock.now())
            .await?
            .ok_or_else(niet_aangemeld)?;
        if sessie.melding.is_some() && req.method() == Method::GET {
            state.sessies.update_melding(&token, None).await?;
        }
        let alle = state.gemeenten.load(&state.db, state.clock.now()).await?;
        let gemeenten = alle
            .iter()
            .filter(|g| has_role_in(&sessie.actor, g.code))
            .cloned()
            .collect();
        let aangemeld = Self {
            sessie: Arc::new(sessie),
            token,
            gemeenten,
        };
        req.extensions_mut().insert(Wie::of(aangemeld.actor()));
        req.extensions_mut().insert(aangemeld.clone());
        Ok(aangemeld)
    }
}

impl InGemeente {
    /// Who acts.
    pub fn actor(&self) -> &Actor {
        self.aangemeld.actor()
    }

    /// The municipality.
    pub const fn code(&self) -> GemeenteCode {
        self.gemeente.code
    }

    /// Whether a role here gives the permission.
    pub fn may(&self, permission: Permission) -> bool {
        self.actor().may(permission, self.code())
    }

    /// Refuses with 403 unless a role here gives the permission.
    pub fn require(&self, permission: Permission) -> Result<(), Fout> {
        Ok(self.actor().require(permission, self.code())?)
    }

    /// Sends the browser to `/{gemeente}{onder}` (303), where `melding` stands at the top.
    pub async fn redirect(
        &self,
        state: &AppState,
        onder: &str,
        melding: &str,
    ) -> Result<HttpResponse, Fout> {
        let pad = format!("/{}{onder}", self.code());
        self.aangemeld.redirect(state, &pad, melding).await
    }

    /// Keeps what was searched for here, so that the result has an address without a word of it.
    pub async fn update_zoekvraag(&self, state: &AppState, zoek: &str) -> Result<(), Fout> {
        let (token, now) = (self.aangemeld.token(), state.clock.now());
        state
            .sessies
            .update_zoekvraag(token, now, self.code(), zoek)
            .await?;
        Ok(())
    }

    /// Forgets what was searched for.
    pub async fn delete_zoekvraag(&self, state: &AppState) -> Result<(), Fout> {
        let (token, now) = (self.aangemeld.token(), state.clock.now());
        Ok(state.sessies.delete_zoekvraag(token, now).await?)
    }

    /// What was searched for here last, for a quarter of an hour.
    pub async fn find_zoekvraag(&self, state: &AppState) -> Result<Option<String>, Fout> {
        let (token, now) = (self.aangemeld.token(), state.clock.now());
        let sessies = &state.sessies;
        Ok(sessies.find_zoekvraag(token, now, self.code()).await?)
    }

    async fn load(req: HttpRequest) -> Result<Self, Fout> {
        let aangemeld = Aangemeld::load(req.clone()).await?;
        let code = gemeente_of(&req)?;
        let gemeente = aangemeld
            .gemeenten
            .iter()
            .find(|g| g.code == code)
            .cloned()
            .ok_or_else(Fout::niet_gevonden)?;
        let hier = Self {
            aangemeld,
            gemeente,
        };
        req.extensions_mut().insert(hier.clone());
        Ok(hier)
    }
}

impl FromRequest for Aangemeld {
    type Error = Fout;
    type Future = Uitkomst<Self>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        Box::pin(Self::load(req.clone()))
    }
}

impl FromRequest for InGemeente {
    type Error = Fout;
    type Future = Uitkomst<Self>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        Box::pin(Self::load(req.clone()))
    }
}

/// The municipality of the address. Only the one spelling: an address in small letters would be a second
/// address of the same page.
pub(crate) fn gemeente_of(req: &HttpRequest) -> Result<GemeenteCode, Fout> {
    let tekst = req.match_info().get("gemeente").unwrap_or_default();
    GemeenteCode::parse(tekst)
        .ok()
        .filter(|code| code.to_string() == tekst)
        .ok_or_else(Fout::niet_gevonden)
}

/// Sends the browser to another page after a form (303).
pub(crate) fn see_other(pad: &str) -> HttpResponse {
    HttpResponse::SeeOther()
        .insert_header((header::LOCATION, pad))
        .finish()
}

/// Who runs the platform has a role everywhere, but no business in a municipality's pages.
pub(crate) fn has_role_in(actor: &Actor, gemeente: GemeenteCode) -> bool {
    actor
        .rollen_in(gemeente)
        .any(|rol| rol != domain::bevoegdheid::Rol::Beheerder)
}

fn niet_aangemeld() -> Fout {
    Fout::new(
        Soort::NietAangemeld,
        "U bent niet (meer) ingelogd. Log opnieuw in en doe dit nog eens.",
    )
}
