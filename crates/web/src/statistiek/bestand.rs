//! `/{gemeente}/bestand`: the form for files, and what was delivered before.

use actix_web::web::{Data, Query};
use application::statistiek::list_leveringen;
use askama::Template;
use domain::bevoegdheid::Permission;
use http_base::{AppState, DbRol, Fout, InGemeente};
use primitives::LeveringId;
use serde::Deserialize;

use super::foutlijst::Foutlijst;
use super::leveringen::Leveringregel;
use crate::formuliervelden::Fouten;
use crate::onderdelen::{Bladeren, Downloads};
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

/// Rows of the history on one page.
const RIJEN: usize = 20;

#[derive(Template)]
#[template(path = "statistiek/bestand.html")]
pub(super) struct BestandPagina {
    schil: Schil,
    fouten: Fouten,
    foutlijsten: Vec<Foutlijst>,
    proef: Vec<String>,
    is_proef: bool,
    leveringen: Vec<Leveringregel>,
    bladeren: Bladeren,
    downloads: Downloads,
}

/// Where the page of the history begins.
#[derive(Default, Deserialize)]
pub(super) struct Plaats {
    #[serde(default)]
    voor: String,
}

/// What the page tells above the form.
#[derive(Default)]
pub(super) struct Uitkomst {
    pub(super) fouten: Fouten,
    pub(super) foutlijsten: Vec<Foutlijst>,
    pub(super) proef: Vec<String>,
    pub(super) is_proef: bool,
}

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    Query(plaats): Query<Plaats>,
) -> Antwoord {
    wie.require(Permission::BestandImporteren)?;
    let voor = match plaats.voor.as_str() {
        "" => None,
        tekst => Some(LeveringId::parse(tekst).map_err(|_| Fout::niet_gevonden())?),
    };
    render(&page(&state, &wie, voor, Uitkomst::default()).await?)
}

/// The page with the history from `voor` on.
pub(super) async fn page(
    state: &AppState,
    wie: &InGemeente,
    voor: Option<LeveringId>,
    uitkomst: Uitkomst,
) -> Result<BestandPagina, Fout> {
    let actor = wie.actor();
    let lijst = state
        .db
        .in_tenant(
            "list_leveringen",
            wie.code(),
            DbRol::Uitvoering,
            async |tx| list_leveringen(tx, actor, voor, RIJEN).await,
        )
        .await?;
    let basis = format!("/{}/bestand", wie.code());
    Ok(BestandPagina {
        schil: Schil::in_gemeente(state, wie, "/bestand", "Bestand inlezen"),
        fouten: uitkomst.fouten,
        foutlijsten: uitkomst.foutlijsten,
        proef: uitkomst.proef,
        is_proef: uitkomst.is_proef,
        leveringen: lijst.leveringen.iter().map(Leveringregel::from).collect(),
        bladeren: Bladeren {
            vorige: voor.map(|_| basis.clone()),
            volgende: lijst.volgende.map(|id| format!("{basis}?voor={id}")),
        },
        downloads: Downloads {
            basis: format!("{basis}/leveringen"),
            vraag: String::new(),
        },
    })
}

#[cfg(test)]
mod tests {
    use domain::statistiek::BusBestand;
    use primitives::GemeenteCode;

    use super::*;

    fn sample(uitkomst: Uitkomst) -> String {
        BestandPagina {
            schil: Schil::sample("Bestand inlezen"),
            fouten: uitkomst.fouten,
            foutlijsten: uitkomst.foutlijsten,
            proef: uitkomst.proef,
            is_proef: uitkomst.is_proef,
            leveringen: Vec::new(),
            bladeren: Bladeren::default(),
            downloads: Downloads {
                basis: "/GM0294/bestand/leveringen".to_owned(),
                vraag: String::new(),
            },
        }
        .render()
        .unwrap()
    }

    #[test]
    fn an_empty_history_says_what_to_do() {
        let html = sample(Uitkomst::default());
        assert!(html.contains("Er is nog geen bestand ingelezen"));
        assert!(html.contains("enctype=\"multipart/form-data\""));
    }

    #[test]
    fn faults_are_listed_with_their_line_and_can_be_taken_along() {
        let gemeente = GemeenteCode::parse("GM0294").unwrap();
        let fouten = BusBestand::parse(b"geen;kop\n", gemeente).unwrap_err();
        let html = sample(Uitkomst {
            foutlijsten: vec![Foutlijst::new("BUS", "bus", &fouten).unwrap()],
            ..Uitkomst::default()
        });
        assert!(html.contains("niet de kop van dit soort bestand"));
        assert!(html.contains("href=\"data:text/csv"));
    }

    #[test]
    fn a_trial_says_that_nothing_was_written() {
        let html = sample(Uitkomst {
            proef: vec!["BUS over 2026-03: 507 regels".to_owned()],
            is_proef: true,
            ..Uitkomst::default()
        });
        assert!(html.contains("Er is niets opgeslagen") && html.contains("507 regels"));
    }
}
