//! `/{gemeente}/inwoners/{dossier}/aanvragen/{aanvraag}/bezwaar` and `…/recht/herziening/{herziening}/bezwaar`: recording an
//! objection to a decision.

use actix_web::web::Data;
use application::bezwaar::{Bestredenbeeld, Bezwaarontvangst, load_bestreden, record_bezwaar};
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::bezwaar::{Bestredenbesluit, BezwaarGeweigerd, Indiener, Indienersoort};
use domain::dossier::{Reden, Vrijetekst};
use http_base::{AppState, DbRol, Formulier, Fout, InGemeente};
use primitives::{
    AanvraagId, DossierId, HerzieningId, Veldcontrole, Veldfouten, datum_in_nederland, datum_kort,
    datum_lang, parse_datum_nl,
};
use serde::Deserialize;

use super::adres::{Bezwaarpad, besluit_href, besluit_shell, under};
use super::regels::{Bezwaarregel, list_regels};
use crate::formuliervelden::{Fouten, Keuze};
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "bezwaar/nieuw.html")]
struct NieuwPagina {
    schil: Schil,
    fouten: Fouten,
    invoer: Invoer,
    /// Why there is nothing to object to here.
    belet: Option<String>,
    bezwaar_tot: Option<String>,
    indieners: Vec<Keuze>,
    commissies: Vec<Keuze>,
    bezwaren: Vec<Bezwaarregel>,
    terug: String,
}

#[derive(Clone, Default, Deserialize)]
pub(super) struct Invoer {
    #[serde(default)]
    gezien: String,
    #[serde(default)]
    indiener: String,
    #[serde(default)]
    naam: String,
    #[serde(default, rename = "ontvangenOp")]
    ontvangen_op: String,
    #[serde(default, rename = "verzondenOp")]
    verzonden_op: String,
    #[serde(default)]
    commissie: String,
    #[serde(default, rename = "redenTeLaat")]
    reden_te_laat: String,
}

/// A decision about a resident.
type Wat = (DossierId, Bestredenbesluit);

pub(super) async fn show_aanvraag(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Bezwaarpad,
) -> Antwoord {
    show(&state, &wie, aanvraag_of(&pad)?).await
}

pub(super) async fn show_herziening(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Bezwaarpad,
) -> Antwoord {
    show(&state, &wie, herziening_of(&pad)?).await
}

pub(super) async fn record_aanvraag(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Bezwaarpad,
    Formulier(invoer): Formulier<Invoer>,
) -> Antwoord {
    record(&state, &wie, aanvraag_of(&pad)?, invoer).await
}

pub(super) async fn record_herziening(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Bezwaarpad,
    Formulier(invoer): Formulier<Invoer>,
) -> Antwoord {
    record(&state, &wie, herziening_of(&pad)?, invoer).await
}

fn aanvraag_of(pad: &Bezwaarpad) -> Result<Wat, Fout> {
    let dossier = DossierId::parse(&pad.1).map_err(|_| Fout::niet_gevonden())?;
    let id = AanvraagId::parse(&pad.2).map_err(|_| Fout::niet_gevonden())?;
    Ok((dossier, Bestredenbesluit::Aanvraag(id)))
}

fn herziening_of(pad: &Bezwaarpad) -> Result<Wat, Fout> {
    let dossier = DossierId::parse(&pad.1).map_err(|_| Fout::niet_gevonden())?;
    let id = HerzieningId::parse(&pad.2).map_err(|_| Fout::niet_gevonden())?;
    Ok((dossier, Bestredenbesluit::Herziening(id)))
}

async fn show(state: &AppState, wie: &InGemeente, wat: Wat) -> Antwoord {
    let invoer = Invoer {
        ontvangen_op: datum_kort(datum_in_nederland(state.clock.now())),
        ..Invoer::default()
    };
    let beeld = load(state, wie, wat).await?;
    render(&context(state, wie, (wat, &beeld), invoer, Fouten::geen()))
}

async fn record(state: &AppState, wie: &InGemeente, wat: Wat, invoer: Invoer) -> Antwoord {
    let beeld = load(state, wie, wat).await?;
    let ontvangst = match parse(wat, &invoer) {
        Ok(ontvangst) => ontvangst,
        Err(fouten) => {
            let fouten = fouten.into();
            return render_invalid(&context(state, wie, (wat, &beeld), invoer, fouten));
        }
    };
    let (actor, now) = (wie.actor(), state.clock.now());
    let uitkomst = state
        .db
        .in_tenant(
            "record_bezwaar",
            wie.code(),
            DbRol::Uitvoering,
            async |tx| record_bezwaar(tx, actor, now, &*state.ids, &ontvangst).await,
        )
        .await;
    let fouten = match uitkomst {
        Ok(nieuw) => {
            let onder = under((wat.0, nieuw.kop().id));
            return wie
                .redirect(state, &onder, "Het bezwaar is vastgelegd.")
                .await;
        }
        Err(fout) => fout.into_fouten("ontvangenOp")?,
    };
    render_invalid(&context(state, wie, (wat, &beeld), invoer, fouten.into()))
}

async fn load(state: &AppState, wie: &InGemeente, wat: Wat) -> Result<Bestredenbeeld, Fout> {
    wie.require(Permission::AanvraagBehandelen)?;
    let (actor, now) = (wie.actor(), state.clock.now());
    let beeld = state.db.in_tenant(
        "load_bestreden",
        wie.code(),
        DbRol::Uitvoering,
        async |tx| load_bestreden(tx, actor, now, wat.0, wat.1).await,
    );
    Ok(beeld.await?)
}

fn parse((dossier, tegen): Wat, invoer: &Invoer) -> Result<Bezwaarontvangst, Veldfouten> {
    const DAG: &str = "vul een dag in die bestaat, zoals 21-11-2026";
    const ONVOLLEDIG: &str = "dit formulier is onvolledig: open de pagina opnieuw";
    let mut controle = Veldcontrole::default();
    let gezien = controle.take("ontvangenOp", invoer.gezien.parse().map_err(|_| ONVOLLEDIG));
    let wie = Indienersoort::from_code(&invoer.indiener).ok_or("kies wie bezwaar maakt");
    let wie = controle.take("indiener", wie);
    let is_ander = wie.is_some_and(|wie| wie != Indienersoort::Inwoner);
    let naam = (is_ander || !invoer.naam.trim().is_empty())
        .then(|| controle.take("naam", Vrijetekst::<100>::parse(&invoer.naam)))
        .flatten();
    let ontvangen_op = parse_datum_nl(&invoer.ontvangen_op).ok_or(DAG);
    let ontvangen_op = controle.take("ontvangenOp", ontvangen_op);
    let verzonden_op = (!invoer.verzonden_op.trim().is_empty())
        .then(|| {
            controle.take(
                "verzondenOp",
                parse_datum_nl(&invoer.verzonden_op).ok_or(DAG),
            )
        })
        .flatten();
    if !["ja", "nee"].contains(&invoer.commissie.as_str()) {
        controle.refuse("commissie", "kies ja of nee");
    }
    let reden_te_laat = (!invoer.reden_te_laat.trim().is_empty())
        .then(|| controle.take("redenTeLaat", Reden::parse(&invoer.reden_te_laat)))
        .flatten();
    controle.finish()?;
    let (Some(gezien), Some(wie), Some(ontvangen_op)) = (gezien, wie, ontvangen_op) else {
        return Err(Veldfouten::single("ontvangenOp", ONVOLLEDIG));
    };
    Ok(Bezwaarontvangst {
        dossier,
        tegen,
        gezien,
        ontvangen_op,
        verzonden_op,
        met_commissie: invoer.commissie == "ja",
        reden_te_laat: reden_te_laat.map(|reden| reden.as_str().to_owned()),
        indiener: Indiener {
            wie,
            naam: naam.map(|naam| naam.as_str().to_owned()),
        },
    })
}

fn context(
    state: &AppState,
    wie: &InGemeente,
    ((dossier, tegen), beeld): (Wat, &Bestredenbeeld),
    invoer: Invoer,
    fouten: Fouten,
) -> NieuwPagina {
    let titel = "Een bezwaar vastleggen";
    let bestreden = beeld.bestreden.as_ref();
    NieuwPagina {
        schil: besluit_shell(state, wie, (&beeld.hoofd, tegen), (beeld.besluit, titel)),
        fouten,
        belet: bestreden
            .is_none()
            .then(|| format!("Dit kan nu niet: {}.", BezwaarGeweigerd::NietBekendgemaakt)),
        bezwaar_tot: bestreden.map(|een| datum_lang(een.bezwaar_uiterlijk().dag)),
        indieners: Indienersoort::ALL
            .iter()
            .map(|een| Keuze::new(een.code(), een.naam()))
            .collect(),
        commissies: vec![
            Keuze::new(
                "ja",
                "Ja: beslissen binnen twaalf weken (Awb art. 7:10 lid 1)",
            ),
            Keuze::new("nee", "Nee: beslissen binnen zes weken"),
        ],
        bezwaren: list_regels(wie, &beeld.bezwaren),
        invoer: Invoer {
            gezien: beeld.bezwaren.len().to_string(),
            ..invoer
        },
        terug: besluit_href(wie, dossier, tegen),
    }
}
