//! `/uitvoeringsbeleid`: the work rules of the organisation.

use actix_web::web::Data;
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::werkinstructie::Werkinstructie;
use http_base::{Aangemeld, AppState};
use primitives::Datum;

use super::lezen::{LIJST, instructies_of, list_parameters, render_geldigheid};
use crate::onderdelen::{Link, Status, Toon};
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "werkinstructie/lijst.html")]
struct LijstPagina {
    schil: Schil,
    rijen: Vec<Rij>,
    nieuw: Option<Link>,
}

struct Rij {
    link: Link,
    gegevens: Vec<&'static str>,
    geldigheid: String,
    status: Status,
    door: String,
}

pub(super) async fn show(state: Data<AppState>, wie: Aangemeld) -> Antwoord {
    let instructies = instructies_of(&state, &wie).await?;
    let vandaag = state.clock.today();
    let recht = Permission::WerkinstructieVastleggen;
    let mag = wie.actor().require_somewhere(recht).is_ok();
    render(&LijstPagina {
        schil: Schil::platform(&state, &wie, LIJST, "Uitvoeringsbeleid"),
        rijen: instructies.iter().map(|i| rij_of(i, vandaag)).collect(),
        nieuw: mag.then(|| Link::new("Werkinstructie opstellen", format!("{LIJST}/nieuw"))),
    })
}

fn rij_of(instructie: &Werkinstructie, vandaag: Datum) -> Rij {
    let versie = &instructie.laatste;
    let parameters = list_parameters(&versie.sleutels).into_iter();
    let status = if instructie.is_geldig_op(vandaag) {
        Status::new(Toon::Goed, "geldig")
    } else if versie.periode.van() > vandaag {
        Status::new(Toon::Neutraal, "gaat nog in")
    } else {
        Status::new(Toon::Neutraal, "voorbij")
    };
    Rij {
        link: Link::new(versie.titel.clone(), format!("{LIJST}/{}", instructie.id)),
        gegevens: parameters.map(|p| p.naam.as_str()).collect(),
        geldigheid: render_geldigheid(versie),
        status,
        door: versie.door.naam.clone(),
    }
}
