//! `/{gemeente}/inwoners/{dossier}/notities`: reading and writing notes.

use actix_web::web::Data;
use application::dossier::{
    DossierError, Notitieopdracht, Notitiepagina, list_notities, record_notitie,
};
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::dossier::{Notitie, Notitiesoort, Notitietekst};
use http_base::{AppState, DbRol, Formulier, Fout, InGemeente};
use primitives::{
    DossierId, Veldcontrole, Veldfouten, datum_in_nederland, datum_kort, datum_lang, parse_datum_nl,
};
use serde::Deserialize;

use super::hoofd::{Hoofd, Tab, shell};
use super::{Dossierpad, dossier_of};
use crate::formuliervelden::{Fouten, Keuze};
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "dossier/notities.html")]
struct NotitiesPagina {
    schil: Schil,
    hoofd: Hoofd,
    fouten: Fouten,
    invoer: Invoer,
    soorten: Vec<Keuze>,
    notities: Vec<Regel>,
}

#[derive(Default, Deserialize)]
pub(super) struct Invoer {
    #[serde(default)]
    soort: String,
    #[serde(default)]
    datum: String,
    #[serde(default)]
    tekst: String,
}

struct Regel {
    soort: &'static str,
    datum: String,
    machine: String,
    door: String,
    tekst: String,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, pad: Dossierpad) -> Antwoord {
    wie.require(Permission::DossierLezen)?;
    let invoer = Invoer {
        soort: Notitiesoort::Gesprek.naam().to_owned(),
        datum: datum_kort(datum_in_nederland(state.clock.now())),
        tekst: String::new(),
    };
    let pagina = page(&state, &wie, dossier_of(&pad)?, invoer, Fouten::geen()).await?;
    render(&pagina)
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Dossierpad,
    Formulier(invoer): Formulier<Invoer>,
) -> Antwoord {
    wie.require(Permission::DossierBijwerken)?;
    let dossier = dossier_of(&pad)?;
    let opdracht = match parse(dossier, &invoer) {
        Ok(opdracht) => opdracht,
        Err(fouten) => {
            return render_invalid(&page(&state, &wie, dossier, invoer, fouten.into()).await?);
        }
    };
    let (actor, now) = (wie.actor(), state.clock.now());
    let uitkomst = state
        .db
        .in_tenant(
            "record_notitie",
            wie.code(),
            DbRol::Uitvoering,
            async |tx| record_notitie(tx, actor, now, &*state.ids, &opdracht).await,
        )
        .await;
    match uitkomst {
        Ok(_) => {
            let onder = format!("/inwoners/{dossier}/notities");
            wie.redirect(&state, &onder, "De notitie is vastgelegd.")
                .await
        }
        Err(DossierError::Invoer(fouten)) => {
            render_invalid(&page(&state, &wie, dossier, invoer, fouten.into()).await?)
        }
        Err(fout) => Err(fout.into()),
    }
}

fn parse(dossier: DossierId, invoer: &Invoer) -> Result<Notitieopdracht, Veldfouten> {
    let mut controle = Veldcontrole::default();
    let soort = Notitiesoort::parse(&invoer.soort).ok_or("kies wat voor contact of notitie het is");
    let datum = parse_datum_nl(&invoer.datum).ok_or("vul een dag in die bestaat, zoals 21-11-2026");
    let soort = controle.take("soort", soort);
    let datum = controle.take("datum", datum);
    let tekst = controle.take("tekst", Notitietekst::parse(&invoer.tekst));
    controle.finish()?;
    let (Some(soort), Some(datum), Some(tekst)) = (soort, datum, tekst) else {
        return Err(Veldfouten::single("tekst", "vul het formulier opnieuw in"));
    };
    Ok(Notitieopdracht {
        dossier,
        soort,
        datum,
        tekst,
    })
}

async fn page(
    state: &AppState,
    wie: &InGemeente,
    dossier: DossierId,
    invoer: Invoer,
    fouten: Fouten,
) -> Result<NotitiesPagina, Fout> {
    let (actor, now) = (wie.actor(), state.clock.now());
    let Notitiepagina { hoofd, notities } = state
        .db
        .in_tenant("list_notities", wie.code(), DbRol::Uitvoering, async |tx| {
            list_notities(tx, actor, now, dossier).await
        })
        .await?;
    let soorten = Notitiesoort::ALL.map(|soort| Keuze::new(soort.naam(), soort.omschrijving()));
    Ok(NotitiesPagina {
        schil: shell(state, wie, &hoofd),
        hoofd: Hoofd::new(state, wie, &hoofd, Tab::Notities),
        fouten,
        invoer,
        soorten: soorten.to_vec(),
        notities: notities.iter().map(Regel::from).collect(),
    })
}

impl From<&Notitie> for Regel {
    fn from(notitie: &Notitie) -> Self {
        Self {
            soort: notitie.soort.omschrijving(),
            datum: datum_lang(notitie.datum()),
            machine: notitie.datum().to_string(),
            door: notitie.door.clone(),
            tekst: notitie.tekst.as_str().to_owned(),
        }
    }
}
