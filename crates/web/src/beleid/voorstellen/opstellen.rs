//! `/{gemeente}/voorstellen/nieuw`: writing a proposal: first to whom and what about, then the text.

use actix_web::HttpRequest;
use actix_web::web::{Data, Query};
use application::beleid::{RecordVoorstel, VoorstelError, db_rol, record_voorstel};
use askama::Template;
use domain::beleid::{Notatie, Orgaan};
use http_base::{AppState, Formulier, Fout, InGemeente, TenantTx};

use super::doorrekeningen::{list_keuzes, prefill};
use super::lezen::soortnaam;
use crate::beleid::basisset::{Grondslagblok, prefill_from_basis};
use crate::beleid::besluitvelden::{Besluitvelden, place_fouten};
use crate::beleid::nieuw_besluit::{
    KeuzePagina, Keuzevragen, asked_orgaan, list_themas, require_organen, sent_orgaan,
};
use crate::beleid::waardeblok::Waardeblok;
use crate::formuliervelden::{Fouten, Keuze};
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

/// The form of a text, new or changed.
#[derive(Template)]
#[template(path = "beleid/voorstel/formulier.html")]
pub(super) struct TekstPagina {
    pub(super) schil: Schil,
    pub(super) fouten: Fouten,
    pub(super) velden: Besluitvelden,
    pub(super) verborgen: Vec<(&'static str, String)>,
    pub(super) blok: Waardeblok,
    pub(super) grondslag: Option<Grondslagblok>,
    /// What can be attached.
    pub(super) doorrekeningen: Vec<Keuze>,
    pub(super) verschillen: Vec<Verschil>,
    pub(super) door: String,
    pub(super) knop: &'static str,
    pub(super) annuleren: String,
}

/// A field that somebody else wrote differently meanwhile.
pub(super) struct Verschil {
    pub(super) veld: String,
    pub(super) nu: String,
    pub(super) getypt: String,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, verzoek: HttpRequest) -> Antwoord {
    let organen = require_organen(&wie)?;
    let vraag = Query::<Vec<(String, String)>>::from_query(verzoek.query_string())?;
    let velden = Besluitvelden::new(vraag.into_inner());
    match asked_orgaan(&organen, &velden) {
        Some(orgaan) if !velden.get("basisset").is_empty() => {
            let velden = prefill_from_basis(&state, &wie, orgaan, &velden).await?;
            render(&form(&state, &wie, orgaan, velden, Fouten::geen()).await?)
        }
        Some(orgaan) if !velden.get("doorrekening").is_empty() => {
            let velden = prefill(&state, &wie, orgaan, velden.get("doorrekening")).await?;
            render(&form(&state, &wie, orgaan, velden, Fouten::geen()).await?)
        }
        Some(orgaan) if !velden.all("thema").is_empty() => {
            render(&form(&state, &wie, orgaan, velden, Fouten::geen()).await?)
        }
        _ => render(&KeuzePagina {
            schil: schil(&state, &wie, "Voorstel opstellen"),
            vragen: Keuzevragen {
                orgaan: "Wie gaat erover beslissen?",
                thema: "Waarover gaat het voorstel?",
            },
            organen: organen
                .iter()
                .map(|o| Keuze::new(o.code(), soortnaam(*o)))
                .collect(),
            themas: list_themas(&organen, state.clock.today()),
        }),
    }
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    form_velden: Formulier<Vec<(String, String)>>,
) -> Antwoord {
    let organen = require_organen(&wie)?;
    let velden = Besluitvelden::new(form_velden.0);
    let orgaan = sent_orgaan(&organen, &velden)?;
    if velden.get("actie") == "rij" {
        return render(&form(&state, &wie, orgaan, velden, Fouten::geen()).await?);
    }
    let (invoer, plekken) = velden.voorstelinvoer();
    let opdracht = RecordVoorstel {
        orgaan,
        invoer: &invoer,
        notatie: Notatie::Formulier,
    };
    let (actor, now) = (wie.actor(), state.clock.now());
    let uitkomst: Result<_, VoorstelError> = state
        .db
        .in_tenant(
            "record_voorstel",
            wie.code(),
            db_rol(orgaan),
            async |tx: &mut TenantTx| {
                record_voorstel(tx, actor, now, &*state.ids, opdracht.clone()).await
            },
        )
        .await;
    match uitkomst {
        Ok(voorstel) => {
            let onder = format!("/voorstellen/{}", voorstel.kop().id);
            let melding = "Het voorstel is opgesteld. Een collega leest het na en dient het in.";
            wie.redirect(&state, &onder, melding).await
        }
        Err(VoorstelError::Invoer(fouten)) => {
            let fouten = place_fouten(fouten, &plekken).into();
            render_invalid(&form(&state, &wie, orgaan, velden, fouten).await?)
        }
        Err(fout) => Err(fout.into()),
    }
}

fn schil(state: &AppState, wie: &InGemeente, titel: &str) -> Schil {
    Schil::in_gemeente(state, wie, "/voorstellen", titel)
        .kruimel("Voorstellen", format!("/{}/voorstellen", wie.code()))
}

async fn form(
    state: &AppState,
    wie: &InGemeente,
    orgaan: Orgaan,
    velden: Besluitvelden,
    fouten: Fouten,
) -> Result<TekstPagina, Fout> {
    let blok = Waardeblok::load(state, wie, orgaan, &velden).await?;
    let grondslag = Grondslagblok::load(state, wie, orgaan, &velden).await?;
    let doorrekeningen = list_keuzes(state, wie).await?;
    let mut verborgen = vec![("orgaan", orgaan.code().to_owned())];
    let themas = velden.all("thema").into_iter();
    verborgen.extend(themas.map(|thema| ("thema", thema.to_owned())));
    Ok(TekstPagina {
        schil: schil(state, wie, &format!("{} opstellen", soortnaam(orgaan))),
        fouten,
        verborgen,
        blok,
        grondslag,
        doorrekeningen,
        verschillen: Vec::new(),
        door: String::new(),
        knop: "Voorstel bewaren",
        annuleren: format!("/{}/voorstellen", wie.code()),
        velden,
    })
}
