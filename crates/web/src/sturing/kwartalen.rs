//! `/{gemeente}/kwartalen`: every quarter, and whether it is closed.

use actix_web::web::Data;
use application::sturing::list_kwartalen;
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::sturing::Sluiting;
use http_base::{AppState, DbRol, InGemeente};
use primitives::{Kwartaal, datum_in_nederland, datum_kort};

use super::weergave::{last_kwartaal, render_kwartaal};
use crate::onderdelen::{Status, Toon};
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

/// Two years: the quarters that a benchmark shows.
const KWARTALEN: i32 = 8;

#[derive(Template)]
#[template(path = "sturing/kwartalen.html")]
struct KwartalenPagina {
    schil: Schil,
    code: String,
    rijen: Vec<Rij>,
    mag_ontvangers: bool,
}

struct Rij {
    naam: String,
    sleutel: String,
    status: Status,
    bekend_op: String,
    gesloten_op: String,
    door: String,
    versie: String,
    is_gesloten: bool,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente) -> Antwoord {
    wie.require(Permission::CijfersLezen)?;
    let actor = wie.actor();
    let sluitingen = state
        .db
        .in_tenant(
            "list_kwartalen",
            wie.code(),
            DbRol::Opdrachtgever,
            async |tx| list_kwartalen(tx, actor).await,
        )
        .await?;
    render(&KwartalenPagina {
        schil: Schil::in_gemeente(&state, &wie, "/kwartalen", "Kwartalen"),
        code: wie.code().to_string(),
        rijen: list_rijen(last_kwartaal(&state), &sluitingen),
        mag_ontvangers: wie.may(Permission::OverlegVoorbereiden),
    })
}

/// The running quarter, two years before it, and every older one that was closed.
fn list_rijen(laatste: Kwartaal, sluitingen: &[Sluiting]) -> Vec<Rij> {
    let recent: Vec<Kwartaal> = (-1..KWARTALEN).map(|terug| laatste.plus(-terug)).collect();
    let ouder = sluitingen
        .iter()
        .map(|s| s.kwartaal)
        .filter(|kwartaal| !recent.contains(kwartaal));
    let alle = recent.iter().copied().chain(ouder);
    alle.map(|kwartaal| {
        let sluiting = sluitingen.iter().find(|s| s.kwartaal == kwartaal);
        Rij::new(kwartaal, kwartaal > laatste, sluiting)
    })
    .collect()
}

impl Rij {
    fn new(kwartaal: Kwartaal, is_lopend: bool, sluiting: Option<&Sluiting>) -> Self {
        let status = match sluiting {
            Some(_) => Status::new(Toon::Goed, "gesloten"),
            None if is_lopend => Status::new(Toon::Neutraal, "loopt nog"),
            None => Status::new(Toon::Aandacht, "nog open"),
        };
        let dag = |moment| datum_kort(datum_in_nederland(moment));
        Self {
            naam: render_kwartaal(kwartaal),
            sleutel: kwartaal.to_string(),
            status,
            bekend_op: sluiting.map_or_else(String::new, |s| dag(s.bekend_op)),
            gesloten_op: sluiting.map_or_else(String::new, |s| dag(s.gesloten_op)),
            door: sluiting.map_or_else(String::new, |s| s.gesloten_door.clone()),
            versie: sluiting.map_or_else(String::new, |s| s.versie.to_string()),
            is_gesloten: sluiting.is_some(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_open_quarter_invites_and_a_running_one_waits() {
        let laatste = Kwartaal::parse("2026-K3").unwrap();
        let html = KwartalenPagina {
            schil: Schil::sample("Kwartalen"),
            code: "GM0294".to_owned(),
            rijen: list_rijen(laatste, &[]),
            mag_ontvangers: true,
        }
        .render()
        .unwrap();
        assert!(html.contains("4e kwartaal 2026") && html.contains("loopt nog"));
        assert!(html.contains("href=\"/GM0294/kwartalen/2026-K3\"") && html.contains("nog open"));
        assert!(!html.contains("rapport.pdf"));
    }
}
