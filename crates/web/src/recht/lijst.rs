//! `/populatieruns` and `/{gemeente}/populatieruns`: the newest runs.

use actix_web::web::Data;
use application::recht::populatie::{list_populatieruns, list_populatieruns_of};
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::recht::populatie::{Gemeentestand, Populatierun};
use http_base::{Aangemeld, AppState, DbRol, InGemeente, PlatformTx, TenantTx};
use primitives::{aantal_nl, moment_nl};

use super::woorden::{LIJST, render_dagen, render_stand};
use crate::onderdelen::{Link, Status};
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "recht/populatieruns.html")]
struct LijstPagina {
    schil: Schil,
    rijen: Vec<Rij>,
    /// Whether runs can be started here; in a municipality they are read.
    is_platform: bool,
}

struct Rij {
    link: Link,
    dagen: String,
    gestart: String,
    door: String,
    voortgang: Option<(Status, String)>,
}

pub(super) async fn show(state: Data<AppState>, wie: Aangemeld) -> Antwoord {
    wie.require_somewhere(Permission::PopulatierunUitvoeren)?;
    let actor = wie.actor();
    let runs = state
        .db
        .in_platform("list_populatieruns", async |tx: &mut PlatformTx| {
            list_populatieruns(tx, actor).await
        })
        .await?;
    let rijen = runs.iter().map(|overzicht| {
        let stand = overzicht.stand();
        let klaar = format!(
            "{} van {}, {}",
            stand.aantal(Gemeentestand::Klaar),
            aantal_nl(stand.gemeenten(), "gemeente", "gemeenten"),
            aantal_nl(stand.gedaan, "huishouden", "huishoudens")
        );
        let voortgang = Some((render_stand(stand.stand()), klaar));
        row(&overzicht.run, LIJST, voortgang)
    });
    render(&LijstPagina {
        schil: Schil::platform(&state, &wie, LIJST, "Populatieruns"),
        rijen: rijen.collect(),
        is_platform: true,
    })
}

pub(super) async fn show_gemeente(state: Data<AppState>, wie: InGemeente) -> Antwoord {
    wie.require(Permission::DossierLezen)?;
    let actor = wie.actor();
    let list = async |tx: &mut TenantTx| list_populatieruns_of(tx, actor).await;
    let runs = state
        .db
        .in_tenant("list_populatieruns_of", wie.code(), DbRol::Uitvoering, list)
        .await?;
    let basis = format!("/{}{LIJST}", wie.code());
    render(&LijstPagina {
        schil: Schil::in_gemeente(&state, &wie, LIJST, "Populatieruns"),
        rijen: runs.iter().map(|run| row(run, &basis, None)).collect(),
        is_platform: false,
    })
}

fn row(run: &Populatierun, basis: &str, voortgang: Option<(Status, String)>) -> Rij {
    Rij {
        link: Link::new(run.opdracht.naam.as_str(), format!("{basis}/{}", run.id)),
        dagen: render_dagen(run),
        gestart: moment_nl(run.gestart_op),
        door: run.gestart_door.clone(),
        voortgang,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_list_says_what_to_do() {
        let pagina = |is_platform| LijstPagina {
            schil: Schil::sample("Populatieruns"),
            rijen: Vec::new(),
            is_platform,
        };
        assert!(
            pagina(true)
                .render()
                .unwrap()
                .contains("/populatieruns/nieuw")
        );
        assert!(
            !pagina(false)
                .render()
                .unwrap()
                .contains("/populatieruns/nieuw")
        );
    }
}
