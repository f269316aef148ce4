//! `/{gemeente}/kwartalen/ontvangers`: who is told that a quarter is closed or the documents of a meeting are ready.

use actix_web::web::{Data, Path};
use application::sturing::{
    KwartaalError, Ontvanger, Ontvangeropdracht, Ontvangerrol, list_ontvangers, record_ontvanger,
    record_ontvanger_einde,
};
use askama::Template;
use domain::bevoegdheid::Permission;
use http_base::{AppState, DbRol, Formulier, Fout, InGemeente, LeegFormulier};
use primitives::OntvangerId;
use serde::Deserialize;

use crate::formuliervelden::{Fouten, Keuze};
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "sturing/ontvangers.html")]
struct OntvangersPagina {
    schil: Schil,
    fouten: Fouten,
    invoer: Velden,
    code: String,
    ontvangers: Vec<Ontvanger>,
    rollen: Vec<Keuze>,
}

/// The form.
#[derive(Clone, Default, Deserialize)]
pub(super) struct Velden {
    #[serde(default)]
    rol: String,
    #[serde(default)]
    email: String,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente) -> Antwoord {
    wie.require(Permission::OverlegVoorbereiden)?;
    render(&page(&state, &wie, Velden::default(), Fouten::geen()).await?)
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    form: Formulier<Velden>,
) -> Antwoord {
    wie.require(Permission::OverlegVoorbereiden)?;
    let velden = form.0;
    let opdracht = Ontvangeropdracht {
        rol: velden.rol.clone(),
        email: velden.email.clone(),
    };
    let (actor, now) = (wie.actor(), state.clock.now());
    let uitkomst = state
        .db
        .in_tenant(
            "record_ontvanger",
            wie.code(),
            DbRol::Opdrachtgever,
            async |tx| record_ontvanger(tx, actor, now, &*state.ids, &opdracht).await,
        )
        .await;
    match uitkomst {
        Ok(_) => {
            wie.redirect(&state, "/kwartalen/ontvangers", "Het adres is toegevoegd.")
                .await
        }
        Err(KwartaalError::Invoer(fouten)) => {
            render_invalid(&page(&state, &wie, velden, fouten.into()).await?)
        }
        Err(fout) => Err(fout.into()),
    }
}

pub(super) async fn end(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
    _form: Formulier<LeegFormulier>,
) -> Antwoord {
    wie.require(Permission::OverlegVoorbereiden)?;
    let id = OntvangerId::parse(&pad.1).map_err(|_| Fout::niet_gevonden())?;
    let (actor, now) = (wie.actor(), state.clock.now());
    state
        .db
        .in_tenant(
            "record_ontvanger_einde",
            wie.code(),
            DbRol::Opdrachtgever,
            async |tx| record_ontvanger_einde(tx, actor, now, id).await,
        )
        .await?;
    wie.redirect(
        &state,
        "/kwartalen/ontvangers",
        "Het adres is van de lijst gehaald.",
    )
    .await
}

async fn page(
    state: &AppState,
    wie: &InGemeente,
    invoer: Velden,
    fouten: Fouten,
) -> Result<OntvangersPagina, Fout> {
    let actor = wie.actor();
    let ontvangers = state
        .db
        .in_tenant(
            "list_ontvangers",
            wie.code(),
            DbRol::Opdrachtgever,
            async |tx| list_ontvangers(tx, actor).await,
        )
        .await?;
    let rol = |rol: Ontvangerrol| Keuze::new(rol.sleutel(), rol.sleutel());
    Ok(OntvangersPagina {
        schil: Schil::in_gemeente(state, wie, "/kwartalen", "Wie krijgt bericht")
            .kruimel("Kwartalen", format!("/{}/kwartalen", wie.code())),
        fouten,
        invoer,
        code: wie.code().to_string(),
        ontvangers,
        rollen: Ontvangerrol::ALL.into_iter().map(rol).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_list_says_that_nobody_is_told() {
        let html = OntvangersPagina {
            schil: Schil::sample("Wie krijgt bericht"),
            fouten: Fouten::geen(),
            invoer: Velden::default(),
            code: "GM0294".to_owned(),
            ontvangers: Vec::new(),
            rollen: vec![Keuze::new("bestuur", "bestuur")],
        }
        .render()
        .unwrap();
        assert!(html.contains("Niemand krijgt bericht"));
    }
}
