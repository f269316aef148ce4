//! `/uitvoeringsbeleid/{id}`: a work rule beside what each municipality decided, and its earlier versions.

use actix_web::web::{Data, Path};
use askama::Template;
use domain::beleid::{Deelnemer, Parameter};
use domain::bevoegdheid::{Actor, Permission};
use domain::werkinstructie::{Instructieversie, compare_gemeente};
use http_base::{Aangemeld, AppState, list_deelnemers};
use primitives::{Datum, Moment, moment_nl};

use super::lezen::{
    LIJST, besluit_of, instructie_of, list_parameters, render_geldigheid, render_verhouding,
};
use crate::beleid::{Besluitbron, render_stand};
use crate::onderdelen::{Link, Status};
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;
use crate::sturing::own_gemeente;

#[derive(Template)]
#[template(path = "werkinstructie/werkinstructie.html")]
struct WerkinstructiePagina {
    schil: Schil,
    tekst: String,
    feiten: Vec<(&'static str, String)>,
    gegevens: Vec<Gegeven>,
    eerdere: Vec<Eerder>,
    wijzigen: Option<Link>,
}

/// A parameter with what holds in each municipality.
struct Gegeven {
    naam: String,
    waarde: Option<String>,
    rijen: Vec<Rij>,
}

struct Rij {
    gemeente: String,
    waarde: String,
    besluit: Option<Besluitbron>,
    status: Status,
}

struct Eerder {
    nummer: u32,
    titel: String,
    geldigheid: String,
    door: String,
    tekst: String,
}

pub(super) async fn show(state: Data<AppState>, wie: Aangemeld, pad: Path<String>) -> Antwoord {
    let instructie = instructie_of(&state, &wie, &pad).await?;
    let eerst = own_gemeente(&wie, Permission::BeleidLezen)?.code;
    let deelnemers = list_deelnemers(&state, wie.actor(), eerst).await?;
    let wanneer = (state.clock.today(), state.clock.now());
    let versie = &instructie.laatste;
    let recht = Permission::WerkinstructieVastleggen;
    let mag = wie.actor().require_somewhere(recht).is_ok();
    let wijzigen = format!("{LIJST}/{}/wijzigen", instructie.id);
    render(&WerkinstructiePagina {
        schil: Schil::platform(&state, &wie, LIJST, versie.titel.clone())
            .kruimel("Uitvoeringsbeleid", LIJST),
        tekst: versie.tekst.clone(),
        feiten: vec![
            ("Geldig", render_geldigheid(versie)),
            ("Versie", versie.nummer.to_string()),
            (
                "Vastgelegd",
                format!("{} door {}", moment_nl(versie.op), versie.door.naam),
            ),
        ],
        gegevens: list_parameters(&versie.sleutels)
            .into_iter()
            .map(|parameter| gegeven_of(versie, parameter, &deelnemers, (wie.actor(), wanneer)))
            .collect(),
        eerdere: instructie.eerdere.iter().rev().map(Eerder::from).collect(),
        wijzigen: mag.then(|| Link::new("Nieuwe versie vastleggen", wijzigen)),
    })
}

fn gegeven_of(
    versie: &Instructieversie,
    parameter: &'static Parameter,
    deelnemers: &[Deelnemer],
    (actor, wanneer): (&Actor, (Datum, Moment)),
) -> Gegeven {
    let rij = |deelnemer: &Deelnemer| {
        let verhouding = compare_gemeente(versie, parameter, &deelnemer.beleid, wanneer);
        let stand = deelnemer.beleid.stand_on(parameter, wanneer.0, wanneer.1);
        Rij {
            gemeente: deelnemer.naam.clone(),
            waarde: render_stand(parameter, &stand),
            besluit: besluit_of(&verhouding).map(|besluit| Besluitbron::new(actor, besluit)),
            status: render_verhouding(&verhouding),
        }
    };
    Gegeven {
        naam: parameter.naam.clone(),
        waarde: versie
            .find_waarde(&parameter.sleutel)
            .map(|waarde| parameter.render(waarde)),
        rijen: deelnemers.iter().map(rij).collect(),
    }
}

impl From<&Instructieversie> for Eerder {
    fn from(versie: &Instructieversie) -> Self {
        Self {
            nummer: versie.nummer,
            titel: versie.titel.clone(),
            geldigheid: render_geldigheid(versie),
            door: format!("{}, {}", versie.door.naam, moment_nl(versie.op)),
            tekst: versie.tekst.clone(),
        }
    }
}
