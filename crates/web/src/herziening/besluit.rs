//! `/{gemeente}/inwoners/{dossier}/recht/herziening/{herziening}/besluit`: deciding as proposed.

use actix_web::web::Data;
use application::herziening::{HerzieningError, record_herzieningsbesluit};
use askama::Template;
use domain::bevoegdheid::{Permission, Rol};
use http_base::{AppState, DbRol, Formulier, Fout, InGemeente};
use primitives::datum_in_nederland;
use serde::Deserialize;

use super::adres::{Zaakpad, href, ids_of, load, shell, under};
use super::toon::list_afwegingen;
use super::uitkomst::Uitkomst;
use crate::aanvraag::sender;
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "herziening/besluit.html")]
struct BesluitPagina {
    schil: Schil,
    /// Why this person cannot decide now.
    belet: Option<String>,
    namens: &'static str,
    motivering: String,
    voorsteller: String,
    afwegingen: Vec<String>,
    uitkomst: Uitkomst,
    gezien: usize,
    terug: String,
}

#[derive(Deserialize)]
pub(super) struct Invoer {
    #[serde(default)]
    gezien: String,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, pad: Zaakpad) -> Antwoord {
    wie.require(Permission::BeschikkingNemen)?;
    let beeld = load(&state, &wie, ids_of(&pad.1, &pad.2)?).await?;
    let zaak = &beeld.zaak;
    let rollen: Vec<Rol> = wie.actor().rollen_in(wie.code()).collect();
    let vandaag = datum_in_nederland(state.clock.now());
    let door = wie.actor().into();
    let belet = zaak.decide(beeld.namens, &beeld.register, &door, &rollen, vandaag);
    let voorstel = zaak.find_voorstel();
    let voorsteller = zaak.find_voorsteller().filter(|_| voorstel.is_some());
    render(&BesluitPagina {
        schil: shell(&state, &wie, &beeld, "Beslissen"),
        belet: belet
            .err()
            .map(|reden| format!("U kunt hier nu niet beslissen: {reden}.")),
        namens: beeld.namens.naam(),
        motivering: voorstel
            .map(|een| een.motivering.clone())
            .unwrap_or_default(),
        voorsteller: voorsteller
            .map(|(_, wie)| wie.naam.clone())
            .unwrap_or_default(),
        afwegingen: list_afwegingen(&beeld),
        uitkomst: Uitkomst::from(&beeld.uitkomst),
        gezien: zaak.akten().len(),
        terug: href(&wie, zaak),
    })
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Zaakpad,
    Formulier(invoer): Formulier<Invoer>,
) -> Antwoord {
    wie.require(Permission::BeschikkingNemen)?;
    let wat = ids_of(&pad.1, &pad.2)?;
    let gezien = invoer.gezien.parse();
    let gezien = gezien.map_err(|_| Fout::from(HerzieningError::Verouderd))?;
    let (actor, now) = (wie.actor(), state.clock.now());
    let afzender = sender(&state, &wie);
    state
        .db
        .in_tenant(
            "record_herzieningsbesluit",
            wie.code(),
            DbRol::Uitvoering,
            async |tx| record_herzieningsbesluit(tx, actor, now, wat, gezien, &afzender).await,
        )
        .await?;
    wie.redirect(&state, &under(wat), "Het besluit is genomen.")
        .await
}
