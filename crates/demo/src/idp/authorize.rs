//! Choosing a fictional user, and going back with a code; ending the session.

use std::sync::PoisonError;

use actix_web::http::header::{CONTENT_SECURITY_POLICY, LOCATION};
use actix_web::web::{Data, Query};
use actix_web::{HttpResponse, Responder, get};
use askama::Template;
use jiff::SignedDuration;
use primitives::{Clock, Moment, SystemClock};
use serde::{Deserialize, Serialize};
use url::Url;

use super::gebruikers::{Gebruiker, gebruikers};
use super::sleutel::random_token;
use super::{CLIENT_ID, IdpState};

const CODE_GELDIG: SignedDuration = SignedDuration::from_mins(1);
const BELEID: &str = "default-src 'none'; style-src 'self'; frame-ancestors 'none'";

/// A code that was given out, and what it stands for.
pub(super) struct Uitgifte {
    pub(super) gebruiker: &'static Gebruiker,
    pub(super) redirect_uri: String,
    pub(super) code_challenge: String,
    pub(super) nonce: Option<String>,
    pub(super) geldig_tot: Moment,
}

/// The question of the client (RFC 6749 section 4.1.1, RFC 7636, OpenID Connect Core 3.1.2.1).
#[derive(Serialize, Deserialize)]
struct Vraag {
    response_type: String,
    client_id: String,
    redirect_uri: String,
    scope: String,
    state: String,
    nonce: Option<String>,
    code_challenge: String,
    code_challenge_method: String,
}

#[derive(Deserialize)]
struct Keuze {
    gebruiker: String,
    #[serde(flatten)]
    vraag: Vraag,
}

#[derive(Template)]
#[template(path = "kies.html")]
struct KiesPagina {
    groepen: Vec<(&'static str, Vec<(&'static Gebruiker, String)>)>,
}

#[derive(Template)]
#[template(path = "melding.html")]
struct MeldingPagina<'a> {
    melding: &'a str,
}

#[get("/stijl.css")]
pub(super) async fn stylesheet() -> impl Responder {
    HttpResponse::Ok()
        .content_type("text/css; charset=utf-8")
        .body(include_str!("../../templates/stijl.css"))
}

#[get("/authorize")]
pub(super) async fn choose(state: Data<IdpState>, vraag: Query<Vraag>) -> HttpResponse {
    if let Some(fout) = vraag.refusal(&state) {
        return page(&MeldingPagina { melding: fout }, false);
    }
    let groepen = ["Winterswijk", "Nijkerk", "De hele regio"].map(|groep| {
        let leden = gebruikers().iter().filter(|g| group_of(g) == groep);
        (groep, leden.map(|g| (g, vraag.link_for(g))).collect())
    });
    page(
        &KiesPagina {
            groepen: groepen.into(),
        },
        true,
    )
}

#[get("/authorize/kies")]
pub(super) async fn chosen(state: Data<IdpState>, keuze: Query<Keuze>) -> HttpResponse {
    let vraag = &keuze.vraag;
    if let Some(fout) = vraag.refusal(&state) {
        return page(&MeldingPagina { melding: fout }, false);
    }
    let Some(gebruiker) = gebruikers().iter().find(|g| g.sub == keuze.gebruiker) else {
        return page(
            &MeldingPagina {
                melding: "Deze demogebruiker bestaat niet.",
            },
            false,
        );
    };
    let code = random_token();
    let uitgifte = Uitgifte {
        gebruiker,
        redirect_uri: vraag.redirect_uri.clone(),
        code_challenge: vraag.code_challenge.clone(),
        nonce: vraag.nonce.clone(),
        geldig_tot: SystemClock.now() + CODE_GELDIG,
    };
    state
        .codes
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .insert(code.clone(), uitgifte);
    redirect(
        &vraag.redirect_uri,
        &[
            ("code", &code),
            ("state", &vraag.state),
            ("iss", &state.issuer),
        ],
    )
}

/// Where the client sends people who log out (OpenID Connect RP-Initiated Logout 1.0).
#[derive(Deserialize)]
struct Einde {
    post_logout_redirect_uri: Option<String>,
    state: Option<String>,
}

#[get("/einde")]
pub(super) async fn end_session(state: Data<IdpState>, einde: Query<Einde>) -> HttpResponse {
    match &einde.post_logout_redirect_uri {
        Some(terug) if is_at(terug, &state.stuurhuis) => {
            let state: Vec<_> = einde
                .state
                .iter()
                .map(|state| ("state", state.as_str()))
                .collect();
            redirect(terug, &state)
        }
        _ => page(
            &MeldingPagina {
                melding: "U bent uitgelogd.",
            },
            true,
        ),
    }
}

impl Vraag {
    /// Why the question is refused, if it is; then nobody is sent back to an unknown address.
    fn refusal(&self, state: &IdpState) -> Option<&'static str> {
        if self.client_id != CLIENT_ID {
            Some("Onbekende toepassing (client_id).")
        } else if !is_at(&self.redirect_uri, &state.stuurhuis) {
            Some("Het adres waarnaar u teruggaat hoort niet bij deze demo (redirect_uri).")
        } else if self.response_type != "code"
            || !self.scope.split(' ').any(|scope| scope == "openid")
        {
            Some("Deze demo kent alleen response_type=code met de scope openid.")
        } else if self.code_challenge_method != "S256" || self.code_challenge.len() != 43 {
            Some("PKCE met S256 is verplicht (code_challenge).")
        } else {
            None
        }
    }

    fn link_for(&self, gebruiker: &Gebruiker) -> String {
        let mut link = url::form_urlencoded::Serializer::new(String::from("/authorize/kies?"));
        link.append_pair("gebruiker", &gebruiker.sub)
            .append_pair("response_type", &self.response_type)
            .append_pair("client_id", &self.client_id)
            .append_pair("redirect_uri", &self.redirect_uri)
            .append_pair("scope", &self.scope)
            .append_pair("state", &self.state)
            .append_pair("code_challenge", &self.code_challenge)
            .append_pair("code_challenge_method", &self.code_challenge_method);
        if let Some(nonce) = &self.nonce {
            link.append_pair("nonce", nonce);
        }
        link.finish()
    }
}

/// The origin of `adres` is that of Stuurhuis: a look-alike that only begins the same is not.
fn is_at(adres: &str, stuurhuis: &str) -> bool {
    let origin = |tekst: &str| Url::parse(tekst).map(|url| url.origin()).ok();
    origin(adres).is_some() && origin(adres) == origin(stuurhuis)
}

fn group_of(gebruiker: &Gebruiker) -> &'static str {
    if gebruiker.sub.ends_with("-winterswijk") {
        "Winterswijk"
    } else if gebruiker.sub.ends_with("-nijkerk") {
        "Nijkerk"
    } else {
        "De hele regio"
    }
}

fn redirect(naar: &str, velden: &[(&str, &str)]) -> HttpResponse {
    let Ok(mut url) = Url::parse(naar) else {
        return page(
            &MeldingPagina {
                melding: "Het adres waarnaar u teruggaat klopt niet.",
            },
            false,
        );
    };
    if !velden.is_empty() {
        url.query_pairs_mut().extend_pairs(velden);
    }
    HttpResponse::SeeOther()
        .insert_header((LOCATION, url.as_str()))
        .finish()
}

fn page(template: &impl Template, is_goed: bool) -> HttpResponse {
    let Ok(html) = template.render() else {
        return HttpResponse::InternalServerError().finish();
    };
    let mut antwoord = if is_goed {
        HttpResponse::Ok()
    } else {
        HttpResponse::BadRequest()
    };
    antwoord
        .content_type("text/html; charset=utf-8")
        .insert_header((CONTENT_SECURITY_POLICY, BELEID))
        .body(html)
}
