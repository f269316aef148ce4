//! `/{gemeente}/inwoners/{dossier}/recht/herziening/nieuw`: which months, and what gave cause.

use actix_web::web::Data;
use application::herziening::{HerzieningError, begin_herziening, load_maandkeuze};
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::dossier::Reden;
use http_base::{AppState, DbRol, Formulier, Fout, InGemeente};
use primitives::{DossierId, Maand, Veldcontrole, Veldfouten, maand_lang};
use serde::Deserialize;

use super::adres::{list_href, under};
use crate::dossier::hoofd::{address, task_shell};
use crate::dossier::{Dossierpad, dossier_of};
use crate::formuliervelden::{Fouten, Keuze};
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "herziening/nieuw.html")]
struct NieuwPagina {
    schil: Schil,
    fouten: Fouten,
    invoer: Invoer,
    maanden: Vec<Keuze>,
    terug: String,
}

#[derive(Default, Deserialize)]
pub(super) struct Invoer {
    #[serde(default)]
    van: String,
    #[serde(default, rename = "totEnMet")]
    tot_en_met: String,
    #[serde(default)]
    aanleiding: String,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, pad: Dossierpad) -> Antwoord {
    wie.require(Permission::AanvraagBehandelen)?;
    let dossier = dossier_of(&pad)?;
    render(&page(&state, &wie, dossier, Invoer::default(), Fouten::geen()).await?)
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Dossierpad,
    Formulier(invoer): Formulier<Invoer>,
) -> Antwoord {
    wie.require(Permission::AanvraagBehandelen)?;
    let dossier = dossier_of(&pad)?;
    let (bereik, aanleiding) = match invoer.parse() {
        Ok(gelezen) => gelezen,
        Err(fouten) => {
            return render_invalid(&page(&state, &wie, dossier, invoer, fouten.into()).await?);
        }
    };
    let (actor, now) = (wie.actor(), state.clock.now());
    let uitkomst = state
        .db
        .in_tenant(
            "begin_herziening",
            wie.code(),
            DbRol::Uitvoering,
            async |tx| {
                let wat = (dossier, bereik, aanleiding.as_str());
                begin_herziening(tx, actor, now, &*state.ids, wat).await
            },
        )
        .await;
    match uitkomst {
        Ok(zaak) => {
            let onder = under((dossier, zaak.kop().id));
            wie.redirect(&state, &onder, "De herziening is begonnen.")
                .await
        }
        Err(HerzieningError::Invoer(fouten)) => {
            render_invalid(&page(&state, &wie, dossier, invoer, fouten.into()).await?)
        }
        Err(fout) => Err(fout.into()),
    }
}

impl Invoer {
    fn parse(&self) -> Result<((Maand, Maand), Reden), Veldfouten> {
        let mut controle = Veldcontrole::default();
        let month = |tekst: &str| Maand::parse(tekst).map_err(|_| "kies een maand uit de lijst");
        let van = controle.take("van", month(&self.van));
        let tot = controle.take("totEnMet", month(&self.tot_en_met));
        let aanleiding = controle.take("aanleiding", Reden::parse(&self.aanleiding));
        controle.finish()?;
        van.zip(tot)
            .zip(aanleiding)
            .ok_or_else(|| Veldfouten::single("van", "vul het formulier opnieuw in"))
    }
}

async fn page(
    state: &AppState,
    wie: &InGemeente,
    dossier: DossierId,
    invoer: Invoer,
    fouten: Fouten,
) -> Result<NieuwPagina, Fout> {
    let (actor, now) = (wie.actor(), state.clock.now());
    let keuze = state
        .db
        .in_tenant(
            "load_maandkeuze",
            wie.code(),
            DbRol::Uitvoering,
            async |tx| load_maandkeuze(tx, actor, now, dossier).await,
        )
        .await?;
    let terug = list_href(wie, dossier);
    let maand = |maand: &Maand| Keuze::new(maand.to_string(), maand_lang(*maand));
    Ok(NieuwPagina {
        schil: task_shell(state, wie, &keuze.hoofd, "Een herziening beginnen")
            .kruimel("Recht", format!("{}/recht", address(wie, dossier)))
            .kruimel("Herzieningen", terug.clone()),
        fouten,
        invoer,
        maanden: keuze.maanden.iter().map(maand).collect(),
        terug,
    })
}
