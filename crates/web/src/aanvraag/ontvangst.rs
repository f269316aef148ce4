//! `/{gemeente}/inwoners/{dossier}/aanvragen/nieuw`: an application came in.

use actix_web::web::Data;
use application::aanvraag::{AanvraagError, Ontvangstopdracht, record_ontvangst};
use application::dossier::load_hoofd;
use askama::Template;
use domain::aanvraag::Kanaal;
use domain::bevoegdheid::Permission;
use domain::recht::Regeling;
use http_base::{AppState, DbRol, Formulier, Fout, InGemeente};
use primitives::{
    DossierId, Veldcontrole, Veldfouten, datum_in_nederland, datum_kort, parse_datum_nl,
};
use serde::Deserialize;

use super::adres::under;
use crate::dossier::hoofd::{address, task_shell};
use crate::dossier::{Dossierpad, dossier_of};
use crate::formuliervelden::{Fouten, Keuze};
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "aanvraag/ontvangst.html")]
struct OntvangstPagina {
    schil: Schil,
    fouten: Fouten,
    invoer: Invoer,
    regelingen: Vec<Keuze>,
    kanalen: Vec<Keuze>,
    terug: String,
}

#[derive(Default, Deserialize)]
pub(super) struct Invoer {
    #[serde(default)]
    regeling: String,
    #[serde(default, rename = "ontvangenOp")]
    ontvangen_op: String,
    #[serde(default, rename = "gemeldOp")]
    gemeld_op: String,
    #[serde(default)]
    kanaal: String,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, pad: Dossierpad) -> Antwoord {
    wie.require(Permission::AanvraagBehandelen)?;
    let invoer = Invoer {
        ontvangen_op: datum_kort(datum_in_nederland(state.clock.now())),
        ..Invoer::default()
    };
    render(&page(&state, &wie, dossier_of(&pad)?, invoer, Fouten::geen()).await?)
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Dossierpad,
    Formulier(invoer): Formulier<Invoer>,
) -> Antwoord {
    wie.require(Permission::AanvraagBehandelen)?;
    let dossier = dossier_of(&pad)?;
    let opdracht = match parse(dossier, &invoer) {
        Ok(opdracht) => opdracht,
        Err(fouten) => {
            return render_invalid(&page(&state, &wie, dossier, invoer, fouten.into()).await?);
        }
    };
    let (actor, now) = (wie.actor(), state.clock.now());
    let uitkomst = state
        .db
        .in_tenant(
            "record_ontvangst",
            wie.code(),
            DbRol::Uitvoering,
            async |tx| record_ontvangst(tx, actor, now, &*state.ids, &opdracht).await,
        )
        .await;
    match uitkomst {
        Ok(aanvraag) => {
            let onder = under(dossier, aanvraag.kop().id);
            wie.redirect(&state, &onder, "De aanvraag is vastgelegd.")
                .await
        }
        Err(AanvraagError::Invoer(fouten)) => {
            render_invalid(&page(&state, &wie, dossier, invoer, fouten.into()).await?)
        }
        Err(fout) => Err(fout.into()),
    }
}

fn parse(dossier: DossierId, invoer: &Invoer) -> Result<Ontvangstopdracht, Veldfouten> {
    const DAG: &str = "vul een dag in die bestaat, zoals 21-11-2026";
    let mut controle = Veldcontrole::default();
    let regeling = Regeling::from_code(&invoer.regeling).ok_or("kies wat er is aangevraagd");
    let regeling = controle.take("regeling", regeling);
    let ontvangen_op = controle.take(
        "ontvangenOp",
        parse_datum_nl(&invoer.ontvangen_op).ok_or(DAG),
    );
    let gemeld_op = if invoer.gemeld_op.trim().is_empty() {
        ontvangen_op
    } else {
        controle.take("gemeldOp", parse_datum_nl(&invoer.gemeld_op).ok_or(DAG))
    };
    let kanaal = Kanaal::from_code(&invoer.kanaal).ok_or("kies hoe de aanvraag binnenkwam");
    let kanaal = controle.take("kanaal", kanaal);
    controle.finish()?;
    match (regeling, ontvangen_op, gemeld_op, kanaal) {
        (Some(regeling), Some(ontvangen_op), Some(gemeld_op), Some(kanaal)) => {
            Ok(Ontvangstopdracht {
                dossier,
                regeling,
                ontvangen_op,
                gemeld_op,
                kanaal,
            })
        }
        _ => Err(Veldfouten::single(
            "regeling",
            "vul het formulier opnieuw in",
        )),
    }
}

async fn page(
    state: &AppState,
    wie: &InGemeente,
    dossier: DossierId,
    invoer: Invoer,
    fouten: Fouten,
) -> Result<OntvangstPagina, Fout> {
    let (actor, now) = (wie.actor(), state.clock.now());
    let hoofd = state
        .db
        .in_tenant("load_hoofd", wie.code(), DbRol::Uitvoering, async |tx| {
            load_hoofd(tx, actor, now, dossier, "aanvraag vastleggen").await
        })
        .await?;
    let terug = format!("{}/beschikkingen", address(wie, dossier));
    let regelingen =
        Regeling::ALL.map(|(code, regeling)| Keuze::new(code, regeling.omschrijving()));
    let kanalen = Kanaal::ALL
        .iter()
        .map(|een| Keuze::new(een.code(), een.naam()));
    Ok(OntvangstPagina {
        schil: task_shell(state, wie, &hoofd, "Aanvraag vastleggen")
            .kruimel("Beschikkingen", terug.clone()),
        fouten,
        invoer,
        regelingen: regelingen.to_vec(),
        kanalen: kanalen.collect(),
        terug,
    })
}
