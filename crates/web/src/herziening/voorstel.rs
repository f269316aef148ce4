//! `/{gemeente}/inwoners/{dossier}/recht/herziening/{herziening}/voorstel`: proposing the decision that follows.

use actix_web::web::Data;
use application::herziening::{
    Herzieningsbeeld, Herzieningsvoorstelopdracht, record_herzieningsvoorstel,
};
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::dossier::{Reden, Vrijetekst};
use domain::herziening::Herzieningsstand;
use http_base::{AppState, DbRol, Formulier, InGemeente};
use primitives::{Veldcontrole, Veldfouten};
use serde::Deserialize;

use super::adres::{Wat, Zaakpad, href, ids_of, load, shell, under};
use super::uitkomst::Uitkomst;
use crate::formuliervelden::Fouten;
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "herziening/voorstel.html")]
struct VoorstelPagina {
    schil: Schil,
    fouten: Fouten,
    invoer: Invoer,
    uitkomst: Uitkomst,
    /// Whether the law lets the college choose.
    is_keuze: bool,
    kan_niet: bool,
    terug: String,
}

#[derive(Clone, Default, Deserialize)]
pub(super) struct Invoer {
    #[serde(default)]
    gezien: String,
    #[serde(default)]
    motivering: String,
    #[serde(default)]
    afweging: String,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, pad: Zaakpad) -> Antwoord {
    wie.require(Permission::AanvraagBehandelen)?;
    let beeld = load(&state, &wie, ids_of(&pad.1, &pad.2)?).await?;
    render(&context(
        &state,
        &wie,
        &beeld,
        Invoer::default(),
        Fouten::geen(),
    ))
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Zaakpad,
    Formulier(invoer): Formulier<Invoer>,
) -> Antwoord {
    wie.require(Permission::AanvraagBehandelen)?;
    let wat = ids_of(&pad.1, &pad.2)?;
    let fouten = match invoer.parse(wat) {
        Ok(opdracht) => {
            let (actor, now) = (wie.actor(), state.clock.now());
            let uitkomst = state.db.in_tenant(
                "record_herzieningsvoorstel",
                wie.code(),
                DbRol::Uitvoering,
                async |tx| record_herzieningsvoorstel(tx, actor, now, &opdracht).await,
            );
            match uitkomst.await {
                Ok(_) => {
                    let melding = "Het besluit is voorgesteld.";
                    return wie.redirect(&state, &under(wat), melding).await;
                }
                Err(fout) => fout.into_fouten("motivering")?,
            }
        }
        Err(fouten) => fouten,
    };
    let beeld = load(&state, &wie, wat).await?;
    render_invalid(&context(&state, &wie, &beeld, invoer, fouten.into()))
}

impl Invoer {
    fn parse(&self, (dossier, herziening): Wat) -> Result<Herzieningsvoorstelopdracht, Veldfouten> {
        let mut controle = Veldcontrole::default();
        let gezien = self.gezien.parse().map_err(|_| "open de pagina opnieuw");
        let gezien = controle.take("motivering", gezien);
        let motivering = controle.take("motivering", Vrijetekst::<2000>::parse(&self.motivering));
        let afweging = if self.afweging.trim().is_empty() {
            None
        } else {
            controle.take("afweging", Reden::parse(&self.afweging))
        };
        controle.finish()?;
        match (gezien, motivering) {
            (Some(gezien), Some(motivering)) => Ok(Herzieningsvoorstelopdracht {
                dossier,
                herziening,
                gezien,
                motivering: motivering.as_str().to_owned(),
                afweging: afweging.map(|reden| reden.as_str().to_owned()),
            }),
            _ => Err(Veldfouten::single(
                "motivering",
                "vul het formulier opnieuw in",
            )),
        }
    }
}

fn context(
    state: &AppState,
    wie: &InGemeente,
    beeld: &Herzieningsbeeld,
    invoer: Invoer,
    fouten: Fouten,
) -> VoorstelPagina {
    let zaak = &beeld.zaak;
    VoorstelPagina {
        schil: shell(state, wie, beeld, "Een besluit voorstellen"),
        fouten,
        invoer: Invoer {
            gezien: zaak.akten().len().to_string(),
            ..invoer
        },
        uitkomst: Uitkomst::from(&beeld.uitkomst),
        is_keuze: beeld.uitkomst.has_keuze(),
        kan_niet: zaak.stand() != Herzieningsstand::InBewerking,
        terug: href(wie, zaak),
    }
}
