//! `/{gemeente}/inwoners/{dossier}/overdracht`: who directs the case, and handing it over.

use actix_web::web::Data;
use application::dossier::{
    DossierError, OverdrachtOpdracht, Overdrachtpagina, load_overdracht, record_overdracht,
};
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::dossier::{Medewerker, Overdracht, Reden};
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
#[template(path = "dossier/overdracht.html")]
struct OverdrachtPagina {
    schil: Schil,
    hoofd: Hoofd,
    fouten: Fouten,
    invoer: Invoer,
    huidig: Option<Huidig>,
    collegas: Vec<Keuze>,
    overdrachten: Vec<Regel>,
}

struct Huidig {
    naam: String,
    sinds: String,
}

#[derive(Default, Deserialize)]
pub(super) struct Invoer {
    #[serde(default)]
    naar: String,
    #[serde(default, rename = "overlegdOp")]
    overlegd_op: String,
    #[serde(default)]
    reden: String,
    #[serde(default, rename = "gezienVolgnummer")]
    gezien_volgnummer: String,
}

struct Regel {
    sinds: String,
    naar: String,
    van: String,
    overlegd_op: String,
    reden: String,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, pad: Dossierpad) -> Antwoord {
    wie.require(Permission::DossierLezen)?;
    let pagina = page(
        &state,
        &wie,
        dossier_of(&pad)?,
        Invoer::default(),
        Fouten::geen(),
    )
    .await?;
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
            "record_overdracht",
            wie.code(),
            DbRol::Uitvoering,
            async |tx| record_overdracht(tx, actor, now, &opdracht).await,
        )
        .await;
    let fouten = match uitkomst {
        Ok(overdracht) => {
            let naam = overdracht.naar.medewerker.naam;
            let melding = format!("{naam} is nu de casusregisseur.");
            let onder = format!("/inwoners/{dossier}/overdracht");
            return wie.redirect(&state, &onder, &melding).await;
        }
        Err(DossierError::Invoer(fouten)) => fouten,
        Err(DossierError::Verouderd(melding)) => Veldfouten::single("naar", melding),
        Err(fout) => return Err(fout.into()),
    };
    render_invalid(&page(&state, &wie, dossier, invoer, fouten.into()).await?)
}

fn parse(dossier: DossierId, invoer: &Invoer) -> Result<OverdrachtOpdracht, Veldfouten> {
    let mut controle = Veldcontrole::default();
    if invoer.naar.is_empty() {
        controle.refuse("naar", "kies een collega");
    }
    let overlegd_op = (!invoer.overlegd_op.trim().is_empty()).then(|| {
        let datum = parse_datum_nl(&invoer.overlegd_op);
        controle.take(
            "overlegdOp",
            datum.ok_or("vul een dag in die bestaat, zoals 21-11-2026"),
        )
    });
    let reden = (!invoer.reden.trim().is_empty())
        .then(|| controle.take("reden", Reden::parse(&invoer.reden)));
    let volgnummer = controle.take(
        "naar",
        invoer
            .gezien_volgnummer
            .parse()
            .map_err(|_| "dit formulier is onvolledig: open de pagina opnieuw"),
    );
    controle.finish()?;
    Ok(OverdrachtOpdracht {
        dossier,
        naar: invoer.naar.clone(),
        gezien_volgnummer: volgnummer.unwrap_or_default(),
        overlegd_op: overlegd_op.flatten(),
        reden: reden.flatten(),
    })
}

async fn page(
    state: &AppState,
    wie: &InGemeente,
    dossier: DossierId,
    invoer: Invoer,
    fouten: Fouten,
) -> Result<OverdrachtPagina, Fout> {
    let (actor, now) = (wie.actor(), state.clock.now());
    let pagina = state
        .db
        .in_tenant(
            "load_overdracht",
            wie.code(),
            DbRol::Uitvoering,
            async |tx| load_overdracht(tx, actor, now, dossier).await,
        )
        .await?;
    Ok(context(state, wie, &pagina, invoer, fouten))
}

fn context(
    state: &AppState,
    wie: &InGemeente,
    pagina: &Overdrachtpagina,
    invoer: Invoer,
    fouten: Fouten,
) -> OverdrachtPagina {
    let regie = &pagina.hoofd.kop.casusregie;
    let huidig = regie.casusregisseur();
    let is_ander = |collega: &&Medewerker| huidig.is_none_or(|h| h.medewerker.sub != collega.sub);
    let keuze = |collega: &Medewerker| {
        let label = if collega.sub == wie.actor().sub {
            format!("{} (ikzelf)", collega.naam)
        } else {
            collega.naam.clone()
        };
        Keuze::new(&collega.sub, label)
    };
    OverdrachtPagina {
        schil: shell(state, wie, &pagina.hoofd),
        hoofd: Hoofd::new(state, wie, &pagina.hoofd, Tab::Overdracht),
        fouten,
        // The number that the reader sees now, also after a refusal because it had changed.
        invoer: Invoer {
            gezien_volgnummer: regie.volgnummer().to_string(),
            ..invoer
        },
        huidig: huidig.map(|h| Huidig {
            naam: h.medewerker.naam.clone(),
            sinds: datum_lang(datum_in_nederland(h.sinds)),
        }),
        collegas: pagina.collegas.iter().filter(is_ander).map(keuze).collect(),
        overdrachten: pagina.overdrachten.iter().map(Regel::from).collect(),
    }
}

impl From<&Overdracht> for Regel {
    fn from(overdracht: &Overdracht) -> Self {
        let van = overdracht
            .van
            .as_ref()
            .map(|van| van.medewerker.naam.clone());
        let reden = overdracht
            .reden
            .as_ref()
            .map(|reden| reden.as_str().to_owned());
        Self {
            sinds: datum_kort(datum_in_nederland(overdracht.naar.sinds)),
            naar: overdracht.naar.medewerker.naam.clone(),
            van: van.unwrap_or_else(|| "niemand".to_owned()),
            overlegd_op: overdracht.overlegd_op.map(datum_kort).unwrap_or_default(),
            reden: reden.unwrap_or_default(),
        }
    }
}
