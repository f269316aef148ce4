//! `/overleg/{datum}/versturen`: who is told that the documents are ready, and telling them.

use actix_web::web::{Data, Path};
use application::sturing::{
    KwartaalError, OverlegError, Overlegstukken, Verzendopdracht, list_ontvangers,
    record_stukken_verstuurd,
};
use askama::Template;
use domain::bevoegdheid::Permission;
use http_base::{Aangemeld, AppState, DbRol, Formulier, Fout, TenantTx};
use primitives::{Datum, GemeenteCode, datum_lang};
use serde::Deserialize;

use super::overleg::load;
use super::weergave::{own_gemeente, read_dag, render_kwartaal};
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "sturing/versturen.html")]
struct VersturenPagina {
    schil: Schil,
    terug: String,
    versie: u32,
    kwartaal: String,
    /// The names of members that have not closed the quarter; empty when all have.
    zonder_stuk: String,
    lijsten: Vec<Lijst>,
}

/// Who is told on behalf of a member.
struct Lijst {
    gemeente: String,
    /// The addresses; none for a member whose list is not the reader's to see.
    adressen: Option<Vec<String>>,
    /// Where the list is kept.
    beheer: String,
}

/// The form.
#[derive(Default, Deserialize)]
pub(super) struct Velden {
    #[serde(default)]
    versie: String,
}

pub(super) async fn show(state: Data<AppState>, wie: Aangemeld, pad: Path<String>) -> Antwoord {
    own_gemeente(&wie, Permission::OverlegVoorbereiden)?;
    render(&page(&state, &wie, read_dag(&pad)?).await?)
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: Aangemeld,
    pad: Path<String>,
    form: Formulier<Velden>,
) -> Antwoord {
    let gemeente = own_gemeente(&wie, Permission::OverlegVoorbereiden)?.code;
    let datum = read_dag(&pad)?;
    let opdracht = Verzendopdracht {
        datum,
        // A version that is no number is one that nobody saw: the meeting has changed.
        versie: form.0.versie.parse().unwrap_or_default(),
    };
    let (actor, now) = (wie.actor(), state.clock.now());
    state
        .db
        .in_tenant(
            "record_stukken_verstuurd",
            gemeente,
            DbRol::Opdrachtgever,
            async |tx| record_stukken_verstuurd(tx, actor, now, &*state.ids, opdracht).await,
        )
        .await?;
    let melding = "De stukken zijn verstuurd. De ontvangers krijgen een e-mail.";
    wie.redirect(&state, &format!("/overleg/{datum}"), melding)
        .await
}

async fn page(state: &AppState, wie: &Aangemeld, dag: Datum) -> Result<VersturenPagina, Fout> {
    let stukken = load(state, wie, dag).await?;
    // Asked of the rule itself, so that the page never offers what will be refused.
    stukken
        .overleg
        .clone()
        .record_stukken_verstuurd(&stukken.sluitingen, state.clock.now())
        .map_err(OverlegError::from)?;
    Ok(VersturenPagina {
        schil: Schil::platform(state, wie, "/overleg", "Stukken versturen")
            .kruimel("Overleg", "/overleg")
            .kruimel(datum_lang(dag), format!("/overleg/{dag}")),
        terug: format!("/overleg/{dag}"),
        versie: stukken.overleg.versie,
        kwartaal: render_kwartaal(stukken.overleg.kwartaal),
        zonder_stuk: render_zonder_stuk(&stukken),
        lijsten: load_lijsten(state, wie, &stukken).await?,
    })
}

fn render_zonder_stuk(stukken: &Overlegstukken) -> String {
    let is_open = |code: GemeenteCode| !stukken.sluitingen.iter().any(|s| s.gemeente == code);
    let open = stukken.gemeenten.iter().filter(|g| is_open(g.code));
    let namen: Vec<_> = open.map(|g| g.naam.as_str()).collect();
    namen.join(", ")
}

/// One list per member; those of the reader's own municipalities with their addresses.
async fn load_lijsten(
    state: &AppState,
    wie: &Aangemeld,
    stukken: &Overlegstukken,
) -> Result<Vec<Lijst>, Fout> {
    let actor = wie.actor();
    let mut lijsten = Vec::with_capacity(stukken.gemeenten.len());
    for gemeente in &stukken.gemeenten {
        let mut adressen = None;
        if actor.may(Permission::OverlegVoorbereiden, gemeente.code) {
            let werk = async |tx: &mut TenantTx| -> Result<_, KwartaalError> {
                list_ontvangers(tx, actor).await
            };
            let ontvangers = state
                .db
                .in_tenant("list_ontvangers", gemeente.code, DbRol::Opdrachtgever, werk)
                .await?;
            let adres = ontvangers
                .iter()
                .filter(|ontvanger| ontvanger.rol.reads_cijfers())
                .map(|ontvanger| ontvanger.email.expose().to_owned());
            adressen = Some(adres.collect());
        }
        lijsten.push(Lijst {
            gemeente: gemeente.naam.clone(),
            adressen,
            beheer: format!("/{}/kwartalen/ontvangers", gemeente.code),
        });
    }
    Ok(lijsten)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_says_who_gets_the_message_and_whose_report_is_missing() {
        let lijst = |gemeente: &str, adressen: Option<&[&str]>| Lijst {
            gemeente: gemeente.to_owned(),
            adressen: adressen.map(|lijst| lijst.iter().map(|a| (*a).to_owned()).collect()),
            beheer: "/GM0294/kwartalen/ontvangers".to_owned(),
        };
        let html = VersturenPagina {
            schil: Schil::sample("Stukken versturen"),
            terug: "/overleg/2026-11-12".to_owned(),
            versie: 3,
            kwartaal: "3e kwartaal 2026".to_owned(),
            zonder_stuk: "Nijkerk".to_owned(),
            lijsten: vec![
                lijst("Winterswijk", Some(&["o@winterswijk.example"])),
                lijst("Aalten", Some(&[])),
                lijst("Nijkerk", None),
            ],
        }
        .render()
        .unwrap();
        assert!(
            html.contains("o@winterswijk.example") && html.contains("name=\"versie\" value=\"3\"")
        );
        assert!(html.contains("nog niet gesloten voor: Nijkerk."));
        assert!(
            html.contains("Niemand") && html.contains("de lijst die deze gemeente zelf bijhoudt")
        );
    }
}
