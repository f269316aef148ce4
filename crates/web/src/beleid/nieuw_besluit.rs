//! `/{gemeente}/besluiten/nieuw`: recording a decision: first what it is about, then the decision itself.

use actix_web::HttpRequest;
use actix_web::web::{Data, Query};
use application::beleid::{BeleidError, RecordBesluit, Wijze, db_rol, record_besluit};
use askama::Template;
use domain::beleid::{Beslissingsoort, Notatie, Orgaan, Stemmingsoort, catalogus};
use domain::bevoegdheid::Permission;
use http_base::{AppState, Formulier, Fout, InGemeente, TenantTx};
use primitives::Datum;

use super::besluitvelden::{Besluitvelden, place_fouten};
use super::lezen::organen_of;
use super::waardeblok::{Waardeblok, list_parameters};
use crate::formuliervelden::{Fouten, Keuze};
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "beleid/nieuw_keuze.html")]
pub(super) struct KeuzePagina {
    pub(super) schil: Schil,
    pub(super) vragen: Keuzevragen,
    pub(super) organen: Vec<Keuze>,
    pub(super) themas: Vec<Keuze>,
}

/// What the first page asks.
pub(super) struct Keuzevragen {
    pub(super) orgaan: &'static str,
    pub(super) thema: &'static str,
}

#[derive(Template)]
#[template(path = "beleid/nieuw_besluit.html")]
struct NieuwPagina {
    schil: Schil,
    fouten: Fouten,
    velden: Besluitvelden,
    orgaan: Orgaan,
    themas: Vec<String>,
    blok: Waardeblok,
    beslissingen: Vec<Keuze>,
    stemmingen: Vec<Keuze>,
    annuleren: String,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, verzoek: HttpRequest) -> Antwoord {
    let organen = require_organen(&wie)?;
    let vraag = Query::<Vec<(String, String)>>::from_query(verzoek.query_string())?;
    let velden = Besluitvelden::new(vraag.into_inner());
    match asked_orgaan(&organen, &velden) {
        Some(orgaan) if !velden.all("thema").is_empty() => {
            render(&form(&state, &wie, orgaan, velden, Fouten::geen()).await?)
        }
        _ => render(&KeuzePagina {
            schil: schil(&state, &wie, "Besluit vastleggen"),
            vragen: Keuzevragen {
                orgaan: "Wie nam het besluit?",
                thema: "Waarover gaat het besluit?",
            },
            organen: organen
                .iter()
                .map(|o| Keuze::new(o.code(), o.besluitnaam()))
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
    let (invoer, plekken) = velden.invoer();
    let opdracht = RecordBesluit {
        orgaan,
        invoer: &invoer,
        notatie: Notatie::Formulier,
        wijze: Wijze::Vastlegging,
    };
    let (actor, now) = (wie.actor(), state.clock.now());
    let uitkomst: Result<_, BeleidError> = state
        .db
        .in_tenant(
            "record_besluit",
            wie.code(),
            db_rol(orgaan),
            async |tx: &mut TenantTx| {
                record_besluit(tx, actor, now, &*state.ids, opdracht.clone()).await
            },
        )
        .await;
    match uitkomst {
        Ok(besluit) => {
            let onder = format!("/besluiten/{}", besluit.kop().id);
            let melding = if besluit.kop().uitkomst.is_aanvaard() {
                "Het besluit is vastgelegd. De waarden gelden pas na de bekendmaking."
            } else {
                "Het besluit is vastgelegd. Het voorstel is niet aangenomen: er verandert niets."
            };
            wie.redirect(&state, &onder, melding).await
        }
        Err(BeleidError::Invoer(fouten)) => {
            let fouten = place_fouten(fouten, &plekken).into();
            render_invalid(&form(&state, &wie, orgaan, velden, fouten).await?)
        }
        Err(fout) => Err(fout.into()),
    }
}

/// The organs for which this person records; without any the page is not for them.
pub(super) fn require_organen(wie: &InGemeente) -> Result<Vec<Orgaan>, Fout> {
    let organen = organen_of(wie);
    if organen.is_empty() {
        wie.require(Permission::RaadsbesluitVastleggen)?;
    }
    Ok(organen)
}

/// The organ that the address asks for, or the only one there is; none where the reader must choose.
pub(super) fn asked_orgaan(organen: &[Orgaan], velden: &Besluitvelden) -> Option<Orgaan> {
    let gevraagd = Orgaan::from_code(velden.get("orgaan"));
    match (gevraagd, organen) {
        (Some(orgaan), _) if organen.contains(&orgaan) => Some(orgaan),
        (_, [enige]) => Some(*enige),
        _ => None,
    }
}

/// The organ of a form that was sent; one for which this person does not record is not there for him.
pub(super) fn sent_orgaan(organen: &[Orgaan], velden: &Besluitvelden) -> Result<Orgaan, Fout> {
    Orgaan::from_code(velden.get("orgaan"))
        .filter(|orgaan| organen.contains(orgaan))
        .ok_or_else(Fout::niet_gevonden)
}

fn schil(state: &AppState, wie: &InGemeente, titel: &str) -> Schil {
    Schil::in_gemeente(state, wie, "/besluiten", titel)
        .kruimel("Besluiten", format!("/{}/besluiten", wie.code()))
}

async fn form(
    state: &AppState,
    wie: &InGemeente,
    orgaan: Orgaan,
    velden: Besluitvelden,
    fouten: Fouten,
) -> Result<NieuwPagina, Fout> {
    let themas: Vec<String> = velden.all("thema").into_iter().map(str::to_owned).collect();
    let blok = Waardeblok::load(state, wie, orgaan, &velden).await?;
    let titel = match orgaan {
        Orgaan::Raad => "Raadsbesluit vastleggen",
        Orgaan::College => "Collegebesluit vastleggen",
    };
    Ok(NieuwPagina {
        schil: schil(state, wie, titel),
        fouten,
        orgaan,
        themas,
        blok,
        beslissingen: list_beslissingen(orgaan),
        stemmingen: Stemmingsoort::ALL
            .map(|s| Keuze::new(s.code(), s.naam()))
            .to_vec(),
        annuleren: format!("/{}/besluiten", wie.code()),
        velden,
    })
}

pub(super) fn list_themas(organen: &[Orgaan], vandaag: Datum) -> Vec<Keuze> {
    let heeft = |code: &str| {
        organen
            .iter()
            .any(|orgaan| list_parameters(*orgaan, vandaag).any(|p| p.thema == code))
    };
    let themas = catalogus()
        .themas()
        .iter()
        .filter(|thema| heeft(&thema.code));
    themas
        .map(|thema| Keuze::new(&thema.code, &thema.naam))
        .collect()
}

pub(super) fn list_beslissingen(orgaan: Orgaan) -> Vec<Keuze> {
    let mag = |soort: &Beslissingsoort| {
        orgaan == Orgaan::Raad || *soort != Beslissingsoort::InHandenVanBenw
    };
    let soorten = Beslissingsoort::ALL.into_iter().filter(mag);
    soorten
        .map(|soort| Keuze::new(soort.code(), soort.naam()))
        .collect()
}
