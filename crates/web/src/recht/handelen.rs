//! `/populatieruns/nieuw` and the buttons of a run: starting, interrupting, resuming.

use actix_web::web::{Data, Path};
use application::recht::populatie::{
    Populatiehandeling, Startopdracht, record_handeling, start_populatierun,
};
use askama::Template;
use domain::beleid::Notatie;
use domain::bevoegdheid::Permission;
use domain::recht::populatie::{GRENS_VOORSTEL, Populatieruninvoer};
use http_base::{Aangemeld, AppState, DbRol, Formulier, Fout, LeegFormulier, PlatformTx, TenantTx};
use primitives::{GemeenteCode, PopulatierunId, aantal_nl};
use serde::Deserialize;

use super::run::overzicht_of;
use super::woorden::LIJST;
use crate::formuliervelden::Fouten;
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "recht/populatierun_nieuw.html")]
struct NieuwPagina {
    schil: Schil,
    fouten: Fouten,
    invoer: Invoer,
    gemeenten: usize,
}

/// What was typed.
#[derive(Default, Deserialize)]
pub(super) struct Invoer {
    #[serde(default)]
    naam: String,
    #[serde(default)]
    van: String,
    #[serde(default)]
    tot: String,
    #[serde(default)]
    van_bekend_op: String,
    #[serde(default)]
    tot_bekend_op: String,
    #[serde(default)]
    grens: String,
}

pub(super) async fn show_nieuw(state: Data<AppState>, wie: Aangemeld) -> Antwoord {
    wie.require_somewhere(Permission::PopulatierunUitvoeren)?;
    let invoer = Invoer {
        grens: GRENS_VOORSTEL.to_string(),
        ..Invoer::default()
    };
    render(&form(&state, &wie, invoer, Fouten::geen()).await?)
}

pub(super) async fn start(
    state: Data<AppState>,
    wie: Aangemeld,
    velden: Formulier<Invoer>,
) -> Antwoord {
    wie.require_somewhere(Permission::PopulatierunUitvoeren)?;
    let vandaag = state.clock.today();
    let gelezen = velden.0.read().parse(Notatie::Formulier, vandaag);
    let opdracht = match gelezen {
        Ok(opdracht) => opdracht,
        Err(fouten) => {
            return render_invalid(&form(&state, &wie, velden.0, fouten.into()).await?);
        }
    };
    let (actor, now) = (wie.actor(), state.clock.now());
    let codes = codes_of(&state, &wie).await?;
    let start = Startopdracht {
        opdracht: &opdracht,
        gemeenten: &codes,
    };
    let (run, gemeenten) = state
        .db
        .in_platform("start_populatierun", async |tx: &mut PlatformTx| {
            start_populatierun(tx, actor, now, &*state.ids, start).await
        })
        .await?;
    let gestart = act(&state, &wie, run, &gemeenten, Populatiehandeling::Start).await?;
    let melding = gestart.melding("De run is gestart");
    wie.redirect(&state, &format!("{LIJST}/{run}"), &melding)
        .await
}

pub(super) async fn interrupt(
    state: Data<AppState>,
    wie: Aangemeld,
    pad: Path<String>,
    _knop: Formulier<LeegFormulier>,
) -> Antwoord {
    handle(
        &state,
        &wie,
        &pad,
        Populatiehandeling::Onderbreking,
        "De run is onderbroken",
    )
    .await
}

pub(super) async fn resume(
    state: Data<AppState>,
    wie: Aangemeld,
    pad: Path<String>,
    _knop: Formulier<LeegFormulier>,
) -> Antwoord {
    handle(
        &state,
        &wie,
        &pad,
        Populatiehandeling::Hervatting,
        "De run gaat verder",
    )
    .await
}

async fn handle(
    state: &AppState,
    wie: &Aangemeld,
    kenmerk: &str,
    handeling: Populatiehandeling,
    wat: &str,
) -> Antwoord {
    wie.require_somewhere(Permission::PopulatierunUitvoeren)?;
    let overzicht = overzicht_of(state, wie, kenmerk).await?;
    let codes: Vec<_> = overzicht.gemeenten.iter().map(|v| v.gemeente).collect();
    let run = overzicht.run.id;
    let gedaan = act(state, wie, run, &codes, handeling).await?;
    wie.redirect(state, &format!("{LIJST}/{run}"), &gedaan.melding(wat))
        .await
}

/// In how many municipalities something was done, and in how many it could not be.
#[derive(Default)]
struct Gedaan {
    gedaan: u32,
    mislukt: u32,
}

impl Gedaan {
    fn melding(&self, wat: &str) -> String {
        let gemeenten = |aantal: u32| aantal_nl(aantal, "gemeente", "gemeenten");
        match self.mislukt {
            0 => format!("{wat} in {}.", gemeenten(self.gedaan)),
            mislukt => format!(
                "{wat} in {}. In {} lukte het niet: probeer het later opnieuw.",
                gemeenten(self.gedaan),
                gemeenten(mislukt)
            ),
        }
    }
}

/// Does the same in each municipality, in a transaction each; one that cannot be reached does not stop the others.
async fn act(
    state: &AppState,
    wie: &Aangemeld,
    run: PopulatierunId,
    gemeenten: &[GemeenteCode],
    handeling: Populatiehandeling,
) -> Result<Gedaan, Fout> {
    let (actor, now) = (wie.actor(), state.clock.now());
    let mut telling = Gedaan::default();
    for gemeente in gemeenten {
        let werk = async |tx: &mut TenantTx| {
            record_handeling(tx, actor, now, &*state.ids, (run, handeling)).await
        };
        let naam = "record_populatiehandeling";
        match state
            .db
            .in_tenant(naam, *gemeente, DbRol::Uitvoering, werk)
            .await
        {
            Ok(gedaan) => telling.gedaan += u32::from(gedaan),
            Err(fout) => {
                tracing::warn!(%run, %gemeente, %fout, "een gemeente is niet te bereiken voor een populatierun");
                telling.mislukt += 1;
            }
        }
    }
    Ok(telling)
}

/// The municipalities that would take part.
async fn codes_of(state: &AppState, wie: &Aangemeld) -> Result<Vec<GemeenteCode>, Fout> {
    let recht = Permission::PopulatierunUitvoeren;
    let alle = state.gemeenten.load(&state.db, state.clock.now()).await?;
    let codes = alle.iter().map(|gemeente| gemeente.code);
    Ok(codes.filter(|code| wie.actor().may(recht, *code)).collect())
}

async fn form(
    state: &AppState,
    wie: &Aangemeld,
    invoer: Invoer,
    fouten: Fouten,
) -> Result<NieuwPagina, Fout> {
    let schil = Schil::platform(state, wie, LIJST, "Populatierun starten");
    Ok(NieuwPagina {
        schil: schil.kruimel("Populatieruns", LIJST),
        fouten,
        invoer,
        gemeenten: codes_of(state, wie).await?.len(),
    })
}

impl Invoer {
    fn read(&self) -> Populatieruninvoer {
        Populatieruninvoer {
            naam: self.naam.clone(),
            van: self.van.clone(),
            tot: self.tot.clone(),
            van_bekend_op: self.van_bekend_op.clone(),
            tot_bekend_op: self.tot_bekend_op.clone(),
            grens: self.grens.clone(),
        }
    }
}
