//! `/overleg/{datum}`: one meeting with its agenda, documents, decisions and agreements.

use actix_web::web::{Data, Path};
use application::sturing::{
    Agendapuntopdracht, OverlegError, Overlegstukken, load_overleg, record_agendapunt,
};
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::sturing::{Agendapunt, OverlegGeweigerd, Overlegstand};
use http_base::{Aangemeld, AppState, DbRol, Formulier, Fout, TenantTx};
use primitives::{Datum, datum_in_nederland, datum_lang, moment_nl};
use serde::Deserialize;

use super::benchmark::name_of;
use super::overleggen::{Afspraakregel, status_of};
use super::weergave::{own_gemeente, read_dag, render_kwartaal};
use crate::formuliervelden::{Fouten, Keuze};
use crate::onderdelen::Status;
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "sturing/overleg.html")]
pub(super) struct OverlegPagina {
    schil: Schil,
    fouten: Fouten,
    punt: Puntinvoer,
    afspraak: Afspraakinvoer,
    sleutel: String,
    kwartaal: String,
    plaats: String,
    status: Status,
    vastgelegd: Option<String>,
    verstuurd: Option<String>,
    agenda: Vec<Agendapunt>,
    stukken: Vec<Stuk>,
    afspraken: Vec<Afspraakregel>,
    eerder: Vec<Afspraakregel>,
    gemeenten: Vec<Keuze>,
    is_geweest: bool,
    mag_plannen: bool,
    mag_versturen: bool,
}

/// The report of one municipality.
struct Stuk {
    gemeente: String,
    /// Where it is read; none for municipalities in which the reader has no role.
    basis: Option<String>,
    stand: String,
    is_gesloten: bool,
}

/// A point of the agenda as it was typed.
#[derive(Clone, Default, Deserialize)]
pub(super) struct Puntinvoer {
    #[serde(default)]
    titel: String,
    #[serde(default)]
    toelichting: String,
}

/// An agreement as it was typed.
#[derive(Clone, Default, Deserialize)]
pub(super) struct Afspraakinvoer {
    #[serde(default)]
    pub(super) tekst: String,
    #[serde(default)]
    pub(super) eigenaar: String,
    #[serde(default)]
    pub(super) uiterlijk: String,
    #[serde(default)]
    pub(super) gemeente: String,
}

/// What was typed in one of the forms of the page, and what is wrong with it.
#[derive(Default)]
pub(super) struct Getypt {
    pub(super) punt: Puntinvoer,
    pub(super) afspraak: Afspraakinvoer,
    pub(super) fouten: Fouten,
}

pub(super) async fn show(state: Data<AppState>, wie: Aangemeld, pad: Path<String>) -> Antwoord {
    let dag = read_dag(&pad)?;
    render(&page(&state, &wie, dag, Getypt::default()).await?)
}

pub(super) async fn record_punt(
    state: Data<AppState>,
    wie: Aangemeld,
    pad: Path<String>,
    form: Formulier<Puntinvoer>,
) -> Antwoord {
    let gemeente = own_gemeente(&wie, Permission::OverlegVoorbereiden)?.code;
    let dag = read_dag(&pad)?;
    let punt = form.0;
    let opdracht = Agendapuntopdracht {
        datum: dag,
        titel: punt.titel.clone(),
        toelichting: punt.toelichting.clone(),
    };
    let (actor, now) = (wie.actor(), state.clock.now());
    let uitkomst = state
        .db
        .in_tenant(
            "record_agendapunt",
            gemeente,
            DbRol::Opdrachtgever,
            async |tx| record_agendapunt(tx, actor, now, &opdracht).await,
        )
        .await;
    match uitkomst {
        Ok(_) => {
            let melding = "Het punt staat op de agenda.";
            wie.redirect(&state, &format!("/overleg/{dag}"), melding)
                .await
        }
        Err(OverlegError::Overleg(OverlegGeweigerd::Invoer(fouten))) => {
            let getypt = Getypt {
                punt,
                fouten: fouten.into(),
                ..Getypt::default()
            };
            render_invalid(&page(&state, &wie, dag, getypt).await?)
        }
        Err(fout) => Err(fout.into()),
    }
}

/// Reads the meeting of a day with its documents, in the name of a municipality of the reader.
pub(super) async fn load(
    state: &AppState,
    wie: &Aangemeld,
    dag: Datum,
) -> Result<Overlegstukken, Fout> {
    let gemeente = own_gemeente(wie, Permission::CijfersLezen)?.code;
    let (actor, now) = (wie.actor(), state.clock.now());
    let werk = async |tx: &mut TenantTx| -> Result<_, OverlegError> {
        load_overleg(tx, actor, now, dag).await
    };
    Ok(state
        .db
        .in_tenant("load_overleg", gemeente, DbRol::Opdrachtgever, werk)
        .await?)
}

/// The page, with what was typed.
pub(super) async fn page(
    state: &AppState,
    wie: &Aangemeld,
    dag: Datum,
    getypt: Getypt,
) -> Result<OverlegPagina, Fout> {
    let stukken = load(state, wie, dag).await?;
    let vandaag = datum_in_nederland(state.clock.now());
    let overleg = &stukken.overleg;
    let eerder = stukken.open_afspraken.iter().filter(|(van, _)| *van != dag);
    let vastgelegd = match overleg.stand {
        Overlegstand::Gepland => None,
        Overlegstand::Gehouden { vastgelegd_op } => Some(moment_nl(vastgelegd_op)),
    };
    let mag_plannen = wie
        .actor()
        .require_somewhere(Permission::OverlegVoorbereiden)
        .is_ok();
    let gemeente =
        |g: &application::sturing::Gemeentenaam| Keuze::new(g.code.to_string(), g.naam.as_str());
    Ok(OverlegPagina {
        schil: Schil::platform(
            state,
            wie,
            "/overleg",
            format!("Overleg van {}", datum_lang(dag)),
        )
        .kruimel("Overleg", "/overleg"),
        fouten: getypt.fouten,
        punt: getypt.punt,
        afspraak: getypt.afspraak,
        sleutel: dag.to_string(),
        kwartaal: render_kwartaal(overleg.kwartaal),
        plaats: overleg.plaats.clone(),
        status: status_of(overleg, vandaag),
        is_geweest: vandaag >= dag,
        vastgelegd,
        verstuurd: overleg.stukken_verstuurd_op.map(moment_nl),
        agenda: overleg.agenda.clone(),
        stukken: list_stukken(&stukken, wie),
        afspraken: overleg
            .afspraken
            .iter()
            .map(|afspraak| Afspraakregel::new(dag, afspraak, vandaag))
            .collect(),
        eerder: eerder
            .map(|(van, afspraak)| Afspraakregel::new(*van, afspraak, vandaag))
            .collect(),
        gemeenten: stukken.gemeenten.iter().map(gemeente).collect(),
        mag_versturen: mag_plannen && may_be_sent(state, &stukken),
        mag_plannen,
    })
}

/// Whether the documents can be sent now, by the rule itself.
fn may_be_sent(state: &AppState, stukken: &Overlegstukken) -> bool {
    let overleg = stukken.overleg.clone();
    overleg
        .record_stukken_verstuurd(&stukken.sluitingen, state.clock.now())
        .is_ok()
}

/// Every member with its report, or with the word that it has not closed.
fn list_stukken(stukken: &Overlegstukken, wie: &Aangemeld) -> Vec<Stuk> {
    let kwartaal = stukken.overleg.kwartaal;
    let stuk = |gemeente: &application::sturing::Gemeentenaam| {
        let code = gemeente.code;
        let sluiting = stukken.sluitingen.iter().find(|s| s.gemeente == code);
        let is_eigen = wie.actor().may(Permission::CijfersLezen, code);
        Stuk {
            gemeente: name_of(&stukken.gemeenten, code),
            basis: is_eigen.then(|| format!("/{code}/kwartalen/{kwartaal}")),
            stand: sluiting.map_or_else(
                || "nog niet gesloten".to_owned(),
                |s| {
                    format!(
                        "versie {}, zoals bekend op {}",
                        s.versie,
                        moment_nl(s.bekend_op)
                    )
                },
            ),
            is_gesloten: sluiting.is_some(),
        }
    };
    stukken.gemeenten.iter().map(stuk).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::onderdelen::Toon;

    #[test]
    fn the_documents_lie_before_the_meeting() {
        let html = OverlegPagina {
            schil: Schil::sample("Overleg van 12 november 2026"),
            fouten: Fouten::geen(),
            punt: Puntinvoer::default(),
            afspraak: Afspraakinvoer::default(),
            sleutel: "2026-11-12".to_owned(),
            kwartaal: "3e kwartaal 2026".to_owned(),
            plaats: "Groenlo".to_owned(),
            status: Status::new(Toon::Neutraal, "gepland"),
            vastgelegd: None,
            verstuurd: None,
            agenda: vec![Agendapunt {
                nummer: 1,
                titel: "Opening".to_owned(),
                toelichting: None,
                besluit: None,
            }],
            stukken: vec![
                Stuk {
                    gemeente: "Winterswijk".to_owned(),
                    basis: Some("/GM0294/kwartalen/2026-K3".to_owned()),
                    stand: "versie 1".to_owned(),
                    is_gesloten: true,
                },
                Stuk {
                    gemeente: "Nijkerk".to_owned(),
                    basis: None,
                    stand: "nog niet gesloten".to_owned(),
                    is_gesloten: false,
                },
            ],
            afspraken: Vec::new(),
            eerder: Vec::new(),
            gemeenten: Vec::new(),
            is_geweest: true,
            mag_plannen: true,
            mag_versturen: true,
        }
        .render()
        .unwrap();
        assert!(html.contains("href=\"/GM0294/kwartalen/2026-K3/rapport.pdf\""));
        assert!(html.contains("href=\"/overleg/2026-11-12/besluiten\""));
        assert!(html.contains("href=\"/overleg/2026-11-12/versturen\""));
        assert!(html.contains("nog niet gesloten") && !html.contains("/GM0267/kwartalen"));
    }
}
