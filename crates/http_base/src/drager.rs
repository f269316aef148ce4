//! Systems that ask: a bearer token of the same identity provider.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use domain::bevoegdheid::{Actor, Permission};
use primitives::GemeenteCode;

use crate::aangemeld::{gemeente_of, has_role_in};
use crate::verzoeklog::Wie;
use crate::{AppState, Fout, Gemeentenaam, Soort};

type Uitkomst<T> = Pin<Box<dyn Future<Output = Result<T, Fout>>>>;

/// The holder of a valid bearer token.
#[derive(Clone, Debug)]
pub struct Drager(pub Actor);

/// The holder of a valid bearer token with a role in the municipality of the address.
///
/// Without a role there the answer is 404, like for a municipality that does not exist.
#[derive(Clone, Debug)]
pub struct DragerInGemeente {
    /// Who.
    pub actor: Actor,
    /// Where.
    pub gemeente: Gemeentenaam,
}

impl Drager {
    async fn load(req: HttpRequest) -> Result<Self, Fout> {
        let state = AppState::of(&req);
        let token = req
            .headers()
            .get(header::AUTHORIZATION)
            .and_then(|kop| kop.to_str().ok())
            .and_then(|kop| kop.split_once(' '))
            .filter(|(soort, _)| soort.eq_ignore_ascii_case("bearer"))
            .map(|(_, token)| token.trim())
            .ok_or_else(geen_token)?;
        let actor = state
            .identity
            .verify_bearer(state.clock.now(), token)
            .await?;
        req.extensions_mut().insert(Wie::of(&actor));
        Ok(Self(actor))
    }
}

impl DragerInGemeente {
    /// The municipality.
    pub const fn code(&self) -> GemeenteCode {
        self.gemeente.code
    }

    /// Refuses with 403 unless a role here gives the permission.
    pub fn require(&self, permission: Permission) -> Result<(), Fout> {
        Ok(self.actor.require(permission, self.code())?)
    }

    async fn load(req: HttpRequest) -> Result<Self, Fout> {
        let Drager(actor) = Drager::load(req.clone()).await?;
        let state = AppState::of(&req);
        let code = gemeente_of(&req)?;
        let alle = state.gemeenten.load(&state.db, state.clock.now()).await?;
        let gemeente = alle
            .iter()
            .find(|g| g.code == code && has_role_in(&actor, code))
            .cloned()
            .ok_or_else(Fout::niet_gevonden)?;
        state.gemeenten.require_bijgewerkt(&gemeente)?;
        Ok(Self { actor, gemeente })
    }
}

impl FromRequest for Drager {
    type Error = Fout;
    type Future = Uitkomst<Self>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        Box::pin(Self::load(req.clone()))
    }
}

impl FromRequest for DragerInGemeente {
    type Error = Fout;
    type Future = Uitkomst<Self>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        Box::pin(Self::load(req.clone()))
    }
}

fn geen_token() -> Fout {
    Fout::new(
        Soort::NietAangemeld,
        "Stuur een token mee in de kop Authorization: Bearer …",
    )
}
