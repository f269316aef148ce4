//! `/{gemeente}/inwoners/{dossier}/aanvragen/{aanvraag}/voorschot`: granting an advance on an open application.

use actix_web::web::Data;
use application::aanvraag::{
    Aanvraagbeeld, Voorschotbeeld, Voorschotopdracht, preview_voorschot, record_voorschot,
};
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::recht::Regeling;
use http_base::{AppState, DbRol, Formulier, InGemeente};
use primitives::{
    AanvraagId, DossierId, Geld, Veldcontrole, Veldfouten, datum_in_nederland, datum_kort,
    datum_lang, parse_datum_nl,
};
use serde::Deserialize;

use super::adres::{Aanvraagpad, href, ids_of, load, shell, under};
use super::feitvelden::{DAG, Feitinvoer, Feitkeuzes};
use super::omschrijving::advance;
use crate::formuliervelden::Fouten;
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "aanvraag/voorschot.html")]
struct VoorschotPagina {
    schil: Schil,
    fouten: Fouten,
    invoer: Invoer,
    feiten: Feitinvoer,
    aanbod: Feitkeuzes,
    /// By when it is due; none where none can be granted.
    uiterlijk: Option<String>,
    kan: bool,
    /// What would be granted, before it is.
    berekend: Option<Berekendblok>,
    terug: String,
}

/// A calculated advance with what it was calculated from.
struct Berekendblok {
    voorschot: String,
    /// As a form sends it.
    bedrag: String,
    stappen: Vec<String>,
    velden: Vec<(&'static str, String)>,
}

#[derive(Clone, Default, Deserialize)]
pub(super) struct Invoer {
    #[serde(default)]
    gezien: String,
    #[serde(default)]
    peildatum: String,
    #[serde(flatten)]
    feiten: Feitinvoer,
    /// Empty while it is only calculated.
    #[serde(default)]
    verlenen: String,
    /// The amount that was shown.
    #[serde(default)]
    getoond: String,
    /// Filled in to go back to the fields.
    #[serde(default)]
    aanpassen: String,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, pad: Aanvraagpad) -> Antwoord {
    wie.require(Permission::AanvraagBehandelen)?;
    let beeld = load(&state, &wie, ids_of(&pad.1, &pad.2)?).await?;
    let invoer = Invoer {
        peildatum: datum_kort(datum_in_nederland(state.clock.now())),
        ..Invoer::default()
    };
    render(&context(&state, &wie, &beeld, invoer, Fouten::geen()))
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Aanvraagpad,
    Formulier(invoer): Formulier<Invoer>,
) -> Antwoord {
    wie.require(Permission::AanvraagBehandelen)?;
    let wat = ids_of(&pad.1, &pad.2)?;
    let beeld = load(&state, &wie, wat).await?;
    if !invoer.aanpassen.is_empty() {
        return render(&context(&state, &wie, &beeld, invoer, Fouten::geen()));
    }
    let opdracht = match parse(wat, &invoer) {
        Ok(opdracht) => opdracht,
        Err(fouten) => {
            return render_invalid(&context(&state, &wie, &beeld, invoer, fouten.into()));
        }
    };
    if invoer.verlenen.is_empty() {
        return preview(&state, &wie, &beeld, &opdracht, invoer).await;
    }
    let (actor, now) = (wie.actor(), state.clock.now());
    let uitkomst = state
        .db
        .in_tenant(
            "record_voorschot",
            wie.code(),
            DbRol::Uitvoering,
            async |tx| record_voorschot(tx, actor, now, &opdracht).await,
        )
        .await;
    let fouten = match uitkomst {
        Ok(_) => {
            let onder = under(wat.0, wat.1);
            return wie
                .redirect(&state, &onder, "Het voorschot is verleend.")
                .await;
        }
        Err(fout) => fout.into_fouten("peildatum")?,
    };
    render_invalid(&context(&state, &wie, &beeld, invoer, fouten.into()))
}

/// Shows what would be granted; nothing is written.
async fn preview(
    state: &AppState,
    wie: &InGemeente,
    beeld: &Aanvraagbeeld,
    opdracht: &Voorschotopdracht,
    invoer: Invoer,
) -> Antwoord {
    let (actor, now) = (wie.actor(), state.clock.now());
    let uitkomst = state
        .db
        .in_tenant(
            "preview_voorschot",
            wie.code(),
            DbRol::Uitvoering,
            async |tx| preview_voorschot(tx, actor, now, opdracht).await,
        )
        .await;
    match uitkomst {
        Ok(berekend) => {
            let pagina = context(state, wie, beeld, invoer, Fouten::geen());
            render(&VoorschotPagina {
                berekend: Some(Berekendblok::of(&berekend, &pagina.invoer)),
                ..pagina
            })
        }
        Err(fout) => {
            let fouten = fout.into_fouten("peildatum")?.into();
            render_invalid(&context(state, wie, beeld, invoer, fouten))
        }
    }
}

impl Berekendblok {
    fn of(beeld: &Voorschotbeeld, invoer: &Invoer) -> Self {
        let mut velden = invoer.feiten.list_velden();
        velden.push(("peildatum", invoer.peildatum.clone()));
        Self {
            voorschot: advance(&beeld.voorschot),
            bedrag: beeld.voorschot.bedrag.decimal().to_string(),
            stappen: beeld
                .stappen
                .iter()
                .map(|stap| format!("{} ({})", stap.tekst, stap.grondslag))
                .collect(),
            velden,
        }
    }
}

fn parse(
    (dossier, aanvraag): (DossierId, AanvraagId),
    invoer: &Invoer,
) -> Result<Voorschotopdracht, Veldfouten> {
    const ONVOLLEDIG: &str = "dit formulier is onvolledig: open de pagina opnieuw";
    let mut controle = Veldcontrole::default();
    let gezien = controle.take("peildatum", invoer.gezien.parse().map_err(|_| ONVOLLEDIG));
    let peildatum = controle.take("peildatum", parse_datum_nl(&invoer.peildatum).ok_or(DAG));
    let regeling = Regeling::AlgemeneBijstand;
    let feiten = invoer.feiten.read(&mut controle, regeling, peildatum);
    let getoond = (!invoer.verlenen.is_empty())
        .then(|| {
            let bedrag = parse_geld(&invoer.getoond).ok_or("bereken het voorschot opnieuw");
            controle.take("peildatum", bedrag)
        })
        .flatten();
    controle.finish()?;
    let Some((gezien, feiten)) = gezien.zip(feiten) else {
        return Err(Veldfouten::single("peildatum", ONVOLLEDIG));
    };
    Ok(Voorschotopdracht {
        dossier,
        aanvraag,
        gezien,
        feiten,
        getoond,
    })
}

/// An amount as this page sends it along.
fn parse_geld(tekst: &str) -> Option<Geld> {
    Geld::try_new(tekst.parse().ok()?).ok()
}

fn context(
    state: &AppState,
    wie: &InGemeente,
    beeld: &Aanvraagbeeld,
    invoer: Invoer,
    fouten: Fouten,
) -> VoorschotPagina {
    let aanvraag = &beeld.aanvraag;
    let regeling = aanvraag.kop().regeling;
    VoorschotPagina {
        schil: shell(state, wie, beeld, "Een voorschot verlenen"),
        fouten,
        feiten: invoer.feiten.clone(),
        aanbod: Feitkeuzes::new(regeling, true),
        uiterlijk: aanvraag.voorschot_uiterlijk().map(|t| datum_lang(t.dag)),
        kan: regeling == Regeling::AlgemeneBijstand && aanvraag.stand().is_open(),
        invoer: Invoer {
            gezien: aanvraag.akten().len().to_string(),
            ..invoer
        },
        berekend: None,
        terug: href(wie, aanvraag),
    }
}
