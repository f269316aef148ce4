//! `/overleg/{datum}/besluiten`: recording what was decided, once.

use actix_web::web::{Data, Path};
use application::sturing::{OverlegError, Verslagopdracht, record_overleg_gehouden};
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::sturing::OverlegGeweigerd;
use http_base::{Aangemeld, AppState, DbRol, Formulier, Fout};
use primitives::{Datum, datum_lang};

use super::overleg::load;
use super::weergave::{own_gemeente, read_dag};
use crate::formuliervelden::Fouten;
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "sturing/verslag.html")]
struct VerslagPagina {
    schil: Schil,
    fouten: Fouten,
    terug: String,
    versie: u32,
    punten: Vec<Punt>,
}

/// A point of the agenda with the decision that was typed.
struct Punt {
    veld: String,
    label: String,
    besluit: String,
}

/// The fields of the form: `versie`, and `besluit-1` for each point of the agenda.
type Velden = Vec<(String, String)>;

pub(super) async fn show(state: Data<AppState>, wie: Aangemeld, pad: Path<String>) -> Antwoord {
    own_gemeente(&wie, Permission::OverlegVoorbereiden)?;
    let dag = read_dag(&pad)?;
    render(&page(&state, &wie, dag, &Velden::new(), Fouten::geen()).await?)
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: Aangemeld,
    pad: Path<String>,
    form: Formulier<Velden>,
) -> Antwoord {
    let gemeente = own_gemeente(&wie, Permission::OverlegVoorbereiden)?.code;
    let dag = read_dag(&pad)?;
    let velden = form.0;
    let opdracht = read_opdracht(dag, &velden);
    let (actor, now) = (wie.actor(), state.clock.now());
    let uitkomst = state
        .db
        .in_tenant(
            "record_overleg_gehouden",
            gemeente,
            DbRol::Opdrachtgever,
            async |tx| record_overleg_gehouden(tx, actor, now, &opdracht).await,
        )
        .await;
    match uitkomst {
        Ok(_) => {
            let melding = "De besluiten zijn vastgelegd.";
            wie.redirect(&state, &format!("/overleg/{dag}"), melding)
                .await
        }
        Err(OverlegError::Overleg(OverlegGeweigerd::Invoer(fouten))) => {
            render_invalid(&page(&state, &wie, dag, &velden, fouten.into()).await?)
        }
        Err(fout) => Err(fout.into()),
    }
}

fn read_opdracht(datum: Datum, velden: &Velden) -> Verslagopdracht {
    let besluit = |(naam, tekst): &(String, String)| {
        let nummer = naam.strip_prefix("besluit-")?.parse().ok()?;
        Some((nummer, tekst.clone()))
    };
    // A version that is no number is one that nobody saw: the meeting has changed.
    let versie = find(velden, "versie").parse().unwrap_or_default();
    Verslagopdracht {
        datum,
        versie,
        besluiten: velden.iter().filter_map(besluit).collect(),
    }
}

fn find<'a>(velden: &'a Velden, naam: &str) -> &'a str {
    let gevonden = velden.iter().find(|(veld, _)| veld == naam);
    gevonden
        .map(|(_, tekst)| tekst.as_str())
        .unwrap_or_default()
}

async fn page(
    state: &AppState,
    wie: &Aangemeld,
    dag: Datum,
    velden: &Velden,
    fouten: Fouten,
) -> Result<VerslagPagina, Fout> {
    let overleg = load(state, wie, dag).await?.overleg;
    let punten = overleg.agenda.iter().map(|punt| {
        let veld = format!("besluit-{}", punt.nummer);
        Punt {
            label: format!("{}. {}", punt.nummer, punt.titel),
            besluit: find(velden, &veld).to_owned(),
            veld,
        }
    });
    let titel = format!("Besluiten van het overleg van {}", datum_lang(dag));
    Ok(VerslagPagina {
        schil: Schil::platform(state, wie, "/overleg", titel)
            .kruimel("Overleg", "/overleg")
            .kruimel(datum_lang(dag), format!("/overleg/{dag}")),
        fouten,
        terug: format!("/overleg/{dag}"),
        versie: overleg.versie,
        punten: punten.collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decisions_are_read_by_the_number_of_their_point() {
        let veld = |naam: &str, tekst: &str| (naam.to_owned(), tekst.to_owned());
        let velden = vec![
            veld("versie", "3"),
            veld("besluit-4", "Akkoord"),
            veld("besluit-x", "?"),
        ];
        let opdracht = read_opdracht(Datum::constant(2026, 11, 12), &velden);
        assert_eq!(opdracht.versie, 3);
        assert_eq!(opdracht.besluiten, [(4, "Akkoord".to_owned())]);
    }

    #[test]
    fn every_point_has_a_field() {
        let html = VerslagPagina {
            schil: Schil::sample("Besluiten"),
            fouten: Fouten::geen(),
            terug: "/overleg/2026-11-12".to_owned(),
            versie: 2,
            punten: vec![Punt {
                veld: "besluit-1".to_owned(),
                label: "1. Opening".to_owned(),
                besluit: String::new(),
            }],
        }
        .render()
        .unwrap();
        assert!(
            html.contains("name=\"besluit-1\"") && html.contains("name=\"versie\" value=\"2\"")
        );
    }
}
