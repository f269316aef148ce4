//! `/zienswijzen/{ronde}/afronden` and `/intrekken`: ending a round.

use actix_web::web::{Data, Path};
use application::beleid::zienswijze::{
    Rondebeeld, ZienswijzeError, record_afronding, record_ronde_ingetrokken,
};
use askama::Template;
use domain::beleid::zienswijze::EindeInvoer;
use domain::bevoegdheid::Permission;
use http_base::{Aangemeld, AppState, DbRol, Formulier, Fout, TenantTx};
use serde::Deserialize;

use super::lezen::{pad_of, ronde_of, schil_onder};
use super::weergave::{Zienswijzeblok, render_blok};
use crate::formuliervelden::Fouten;
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;
use crate::sturing::own_gemeente;

#[derive(Template)]
#[template(path = "beleid/zienswijze/afronden.html")]
struct AfrondenPagina {
    schil: Schil,
    fouten: Fouten,
    tekst: String,
    blokken: Vec<Zienswijzeblok>,
    annuleren: String,
}

#[derive(Template)]
#[template(path = "beleid/zienswijze/intrekken.html")]
struct IntrekkenPagina {
    schil: Schil,
    fouten: Fouten,
    tekst: String,
    annuleren: String,
}

#[derive(Default, Deserialize)]
pub(super) struct Eindevelden {
    #[serde(default)]
    tekst: String,
}

pub(super) async fn show_afronden(
    state: Data<AppState>,
    wie: Aangemeld,
    pad: Path<String>,
) -> Antwoord {
    let beeld = load(&state, &wie, &pad).await?;
    check_afronden(&state, &beeld)?;
    render(&afronden(
        &state,
        &wie,
        &beeld,
        String::new(),
        Fouten::geen(),
    ))
}

pub(super) async fn record_afronden(
    state: Data<AppState>,
    wie: Aangemeld,
    pad: Path<String>,
    form: Formulier<Eindevelden>,
) -> Antwoord {
    record(&state, &wie, &pad, (Einde::Afgerond, form.0.tekst)).await
}

pub(super) async fn show_intrekken(
    state: Data<AppState>,
    wie: Aangemeld,
    pad: Path<String>,
) -> Antwoord {
    let beeld = load(&state, &wie, &pad).await?;
    render(&intrekken(
        &state,
        &wie,
        &beeld,
        String::new(),
        Fouten::geen(),
    ))
}

pub(super) async fn record_intrekken(
    state: Data<AppState>,
    wie: Aangemeld,
    pad: Path<String>,
    form: Formulier<Eindevelden>,
) -> Antwoord {
    record(&state, &wie, &pad, (Einde::Ingetrokken, form.0.tekst)).await
}

/// How a round ends.
#[derive(Clone, Copy)]
enum Einde {
    Afgerond,
    Ingetrokken,
}

async fn record(
    state: &AppState,
    wie: &Aangemeld,
    kenmerk: &str,
    (einde, tekst): (Einde, String),
) -> Antwoord {
    let beeld = load(state, wie, kenmerk).await?;
    let gemeente = own_gemeente(wie, Permission::ZienswijzerondeVaststellen)?.code;
    let invoer = EindeInvoer { tekst };
    let (actor, now, id) = (wie.actor(), state.clock.now(), beeld.ronde.kop.id);
    let (naam, melding) = match einde {
        Einde::Afgerond => ("record_afronding", "De ronde is afgerond."),
        Einde::Ingetrokken => ("record_ronde_ingetrokken", "De ronde is ingetrokken."),
    };
    let werk = async |tx: &mut TenantTx| match einde {
        Einde::Afgerond => record_afronding(tx, actor, now, id, &invoer).await,
        Einde::Ingetrokken => record_ronde_ingetrokken(tx, actor, now, id, &invoer).await,
    };
    let uitkomst: Result<_, ZienswijzeError> = state
        .db
        .in_tenant(naam, gemeente, DbRol::Uitvoering, werk)
        .await;
    match uitkomst {
        Ok(_) => wie.redirect(state, &pad_of(id), melding).await,
        Err(ZienswijzeError::Invoer(fouten)) => match einde {
            Einde::Afgerond => {
                render_invalid(&afronden(state, wie, &beeld, invoer.tekst, fouten.into()))
            }
            Einde::Ingetrokken => {
                render_invalid(&intrekken(state, wie, &beeld, invoer.tekst, fouten.into()))
            }
        },
        Err(fout) => Err(fout.into()),
    }
}

/// The round, if this person may end it.
async fn load(state: &AppState, wie: &Aangemeld, kenmerk: &str) -> Result<Rondebeeld, Fout> {
    own_gemeente(wie, Permission::ZienswijzerondeVaststellen)?;
    let beeld = ronde_of(state, wie, kenmerk).await?;
    beeld.ronde.check_lopend().map_err(ZienswijzeError::from)?;
    Ok(beeld)
}

fn check_afronden(state: &AppState, beeld: &Rondebeeld) -> Result<(), Fout> {
    let standen = beeld.gemeentestanden();
    let kan = beeld.ronde.check_afronden(&standen, state.clock.today());
    Ok(kan.map_err(ZienswijzeError::from)?)
}

fn afronden(
    state: &AppState,
    wie: &Aangemeld,
    beeld: &Rondebeeld,
    tekst: String,
    fouten: Fouten,
) -> AfrondenPagina {
    let vandaag = state.clock.today();
    let standen = beeld.gemeentestanden();
    AfrondenPagina {
        schil: schil_onder(state, wie, beeld, "Ronde afronden"),
        fouten,
        tekst,
        blokken: standen
            .iter()
            .map(|stand| render_blok(beeld, stand.gemeente, &stand.naam, vandaag))
            .collect(),
        annuleren: pad_of(beeld.ronde.kop.id),
    }
}

fn intrekken(
    state: &AppState,
    wie: &Aangemeld,
    beeld: &Rondebeeld,
    tekst: String,
    fouten: Fouten,
) -> IntrekkenPagina {
    IntrekkenPagina {
        schil: schil_onder(state, wie, beeld, "Ronde intrekken"),
        fouten,
        tekst,
        annuleren: pad_of(beeld.ronde.kop.id),
    }
}
