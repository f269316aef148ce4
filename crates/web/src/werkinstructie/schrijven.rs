//! `/uitvoeringsbeleid/nieuw` and `…/{id}/wijzigen`: recording how the organisation works.

use actix_web::web::{Data, Path};
use application::werkinstructie::{
    RecordWerkinstructie, WerkinstructieError, record_werkinstructie,
};
use askama::Template;
use domain::beleid::{Bevoegd, Notatie, Parameter, catalogus};
use domain::bevoegdheid::Permission;
use domain::werkinstructie::{Werkinstructie, WerkinstructieInvoer, WerkwaardeInvoer};
use http_base::{Aangemeld, AppState, DbRol, Formulier, TenantTx};
use primitives::{Datum, WerkinstructieId, datum_kort};

use super::lezen::{LIJST, instructie_of};
use crate::formuliervelden::Fouten;
use crate::pagina::{Antwoord, render, render_conflict, render_invalid};
use crate::schil::Schil;
use crate::sturing::own_gemeente;

/// What stands before the key in the name of a field of a value.
const WAARDE: &str = "waarden.";

#[derive(Template)]
#[template(path = "werkinstructie/formulier.html")]
struct FormulierPagina {
    schil: Schil,
    fouten: Fouten,
    invoer: WerkinstructieInvoer,
    gezien: u32,
    /// What stands now, where somebody else was first.
    nu: Option<String>,
    themas: Vec<Themakeuze>,
    waarden: Vec<Waardeveld>,
    annuleren: String,
}

struct Themakeuze {
    naam: String,
    is_open: bool,
    gegevens: Vec<Gegevenkeuze>,
}

struct Gegevenkeuze {
    sleutel: String,
    naam: String,
    is_gekozen: bool,
}

/// A parameter that the organisation decides itself.
struct Waardeveld {
    veld: String,
    naam: String,
    uitleg: String,
    waarde: String,
}

pub(super) async fn show_nieuw(state: Data<AppState>, wie: Aangemeld) -> Antwoord {
    own_gemeente(&wie, Permission::WerkinstructieVastleggen)?;
    let invoer = WerkinstructieInvoer {
        van: datum_kort(state.clock.today()),
        ..WerkinstructieInvoer::default()
    };
    render(&form(&state, &wie, None, invoer, Fouten::geen()))
}

pub(super) async fn show_wijzigen(
    state: Data<AppState>,
    wie: Aangemeld,
    pad: Path<String>,
) -> Antwoord {
    own_gemeente(&wie, Permission::WerkinstructieVastleggen)?;
    let instructie = instructie_of(&state, &wie, &pad).await?;
    let invoer = invoer_of(&instructie);
    render(&form(
        &state,
        &wie,
        Some(&instructie),
        invoer,
        Fouten::geen(),
    ))
}

pub(super) async fn record_nieuw(
    state: Data<AppState>,
    wie: Aangemeld,
    velden: Formulier<Vec<(String, String)>>,
) -> Antwoord {
    record(&state, &wie, None, &velden.0).await
}

pub(super) async fn record_wijziging(
    state: Data<AppState>,
    wie: Aangemeld,
    pad: Path<String>,
    velden: Formulier<Vec<(String, String)>>,
) -> Antwoord {
    own_gemeente(&wie, Permission::WerkinstructieVastleggen)?;
    let instructie = instructie_of(&state, &wie, &pad).await?;
    record(&state, &wie, Some(&instructie), &velden.0).await
}

async fn record(
    state: &AppState,
    wie: &Aangemeld,
    eerder: Option<&Werkinstructie>,
    velden: &[(String, String)],
) -> Antwoord {
    let gemeente = own_gemeente(wie, Permission::WerkinstructieVastleggen)?.code;
    let invoer = read(velden);
    // A version that is no number was never shown: it counts as overtaken.
    let gezien = get(velden, "gezien").parse().unwrap_or(0);
    let opdracht = RecordWerkinstructie {
        wijzigt: eerder.map(|eerder| (eerder.id, gezien)),
        invoer: &invoer,
        notatie: Notatie::Formulier,
    };
    let (actor, now) = (wie.actor(), state.clock.now());
    let uitkomst: Result<WerkinstructieId, _> = state
        .db
        .in_tenant(
            "record_werkinstructie",
            gemeente,
            DbRol::Uitvoering,
            async |tx: &mut TenantTx| {
                record_werkinstructie(tx, actor, now, &*state.ids, &opdracht).await
            },
        )
        .await;
    match uitkomst {
        Ok(id) => {
            let melding = "De werkinstructie is vastgelegd.";
            wie.redirect(state, &format!("{LIJST}/{id}"), melding).await
        }
        Err(WerkinstructieError::Invoer(fouten)) => {
            let mut pagina = form(state, wie, eerder, invoer, fouten.into());
            // The form stays the one for what was seen.
            pagina.gezien = gezien;
            render_invalid(&pagina)
        }
        Err(WerkinstructieError::Verouderd) => {
            let mut pagina = form(state, wie, eerder, invoer, Fouten::geen());
            pagina.nu = eerder.map(|eerder| {
                let versie = &eerder.laatste;
                format!("{} ({}): {}", versie.titel, versie.door.naam, versie.tekst)
            });
            render_conflict(&pagina)
        }
        Err(fout) => Err(fout.into()),
    }
}

fn get<'a>(velden: &'a [(String, String)], naam: &str) -> &'a str {
    let paar = velden.iter().find(|(sleutel, _)| sleutel == naam);
    paar.map_or("", |(_, waarde)| waarde)
}

fn read(velden: &[(String, String)]) -> WerkinstructieInvoer {
    let tekst = |naam: &str| get(velden, naam).to_owned();
    let gekozen = velden.iter().filter(|(naam, _)| naam == "sleutels");
    let waarden = velden.iter().filter_map(|(naam, waarde)| {
        let sleutel = naam.strip_prefix(WAARDE)?;
        Some(WerkwaardeInvoer {
            sleutel: sleutel.to_owned(),
            waarde: waarde.clone(),
        })
    });
    WerkinstructieInvoer {
        titel: tekst("titel"),
        tekst: tekst("tekst"),
        sleutels: gekozen.map(|(_, sleutel)| sleutel.clone()).collect(),
        waarden: waarden.collect(),
        van: tekst("van"),
        tot: tekst("tot"),
    }
}

/// What stands now, as the form shows it.
fn invoer_of(instructie: &Werkinstructie) -> WerkinstructieInvoer {
    let versie = &instructie.laatste;
    let waarde = |w: &domain::werkinstructie::Werkwaarde| WerkwaardeInvoer {
        sleutel: w.sleutel.to_string(),
        waarde: w.waarde.invoer_nl(),
    };
    WerkinstructieInvoer {
        titel: versie.titel.clone(),
        tekst: versie.tekst.clone(),
        sleutels: versie.sleutels.iter().map(ToString::to_string).collect(),
        waarden: versie.waarden.iter().map(waarde).collect(),
        van: datum_kort(versie.periode.van()),
        tot: versie.periode.tot().map(datum_kort).unwrap_or_default(),
    }
}

fn form(
    state: &AppState,
    wie: &Aangemeld,
    eerder: Option<&Werkinstructie>,
    invoer: WerkinstructieInvoer,
    fouten: Fouten,
) -> FormulierPagina {
    let titel = match eerder {
        None => "Werkinstructie opstellen",
        Some(_) => "Nieuwe versie vastleggen",
    };
    FormulierPagina {
        schil: Schil::platform(state, wie, LIJST, titel).kruimel("Uitvoeringsbeleid", LIJST),
        fouten,
        gezien: eerder.map_or(0, |eerder| eerder.laatste.nummer),
        nu: None,
        themas: list_themas(&invoer),
        waarden: list_waarden(&invoer, state.clock.today()),
        annuleren: eerder.map_or_else(
            || LIJST.to_owned(),
            |eerder| format!("{LIJST}/{}", eerder.id),
        ),
        invoer,
    }
}

fn list_themas(invoer: &WerkinstructieInvoer) -> Vec<Themakeuze> {
    let keuze = |parameter: &Parameter| Gegevenkeuze {
        is_gekozen: invoer
            .sleutels
            .iter()
            .any(|s| s == parameter.sleutel.as_str()),
        sleutel: parameter.sleutel.to_string(),
        naam: parameter.naam.clone(),
    };
    let thema = |thema: &domain::beleid::Thema| {
        let eigen = catalogus().parameters().iter();
        let eigen = eigen.filter(|parameter| parameter.thema == thema.code);
        let gegevens: Vec<_> = eigen.map(keuze).collect();
        Themakeuze {
            naam: thema.naam.clone(),
            is_open: gegevens.iter().any(|gegeven| gegeven.is_gekozen),
            gegevens,
        }
    };
    catalogus().themas().iter().map(thema).collect()
}

/// The parameters that the organisation decides itself, and others for which a value was typed all the same.
fn list_waarden(invoer: &WerkinstructieInvoer, vandaag: Datum) -> Vec<Waardeveld> {
    let waarde_of = |parameter: &Parameter| {
        let mut getypt = invoer.waarden.iter();
        getypt.rfind(|w| w.sleutel == parameter.sleutel.as_str())
    };
    let is_eigen = |parameter: &&Parameter| {
        let regime = parameter.regime_on(vandaag);
        regime.is_some_and(|regime| regime.bevoegd == Bevoegd::Uitvoering)
            || waarde_of(parameter).is_some()
    };
    let veld = |parameter: &Parameter| Waardeveld {
        veld: format!("{WAARDE}{}", parameter.sleutel),
        naam: parameter.naam.clone(),
        uitleg: parameter.uitleg.clone(),
        waarde: waarde_of(parameter).map_or_else(String::new, |w| w.waarde.clone()),
    };
    let parameters = catalogus().parameters().iter();
    parameters.filter(is_eigen).map(veld).collect()
}
