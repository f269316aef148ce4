//! `/{gemeente}/inwoners/{dossier}/recht/regelingen`: what one of the other schemes would be, explained.

use actix_web::web::{Data, Query};
use application::recht::{Regelingspagina, Regelingsvraag, load_regeling};
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::recht::Vermogen;
use http_base::{AppState, DbRol, Formulier, Fout, InGemeente, Soort as Foutsoort};
use primitives::{
    DossierId, Veldcontrole, Veldfouten, datum_in_nederland, datum_kort, maand_lang, parse_datum_nl,
};
use serde::Deserialize;

use super::hoofd::{address, task_shell};
use super::uitkomst::Uitkomst;
use super::{Dossierpad, dossier_of};
use crate::formuliervelden::{Fouten, Keuze, chosen, find_veld};
use crate::pagina::{Antwoord, render, render_invalid};
use crate::recht::velden::lezen::{DAG, take_dag, take_vermogen};
use crate::recht::velden::{Kindervraag, Regelinginvoer, Regelingvelden, Soort};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "dossier/regelingen.html")]
struct RegelingenPagina {
    schil: Schil,
    fouten: Fouten,
    invoer: Invoer,
    /// The fields of the scheme; none while one is chosen.
    velden: Option<Regelingvelden>,
    keuzes: Vec<Keuze>,
    /// The month of the delivery whose household is used; none where there is none.
    maand: Option<String>,
    uitkomst: Option<Uitkomst>,
    terug: String,
}

/// What was typed beside the fields of the scheme itself; a missing field is an empty one.
#[derive(Clone, Default)]
struct Invoer {
    regeling: String,
    peildatum: String,
    bezittingen: String,
    schulden: String,
    overwaarde_woning: String,
    velden: Regelinginvoer,
}

/// The scheme in the address.
#[derive(Deserialize)]
pub(super) struct Regelingkeuze {
    #[serde(default)]
    regeling: String,
}

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Dossierpad,
    Query(keuze): Query<Regelingkeuze>,
) -> Antwoord {
    wie.require(Permission::RechtBerekenen)?;
    let dossier = dossier_of(&pad)?;
    let soort = chosen(&Soort::ALL, Soort::slug, &keuze.regeling, unknown)?;
    let pagina = load(&state, &wie, dossier, None).await?;
    let norm = pagina.bekend.as_ref().and_then(|bekend| bekend.norm);
    let invoer = Invoer {
        peildatum: datum_kort(datum_in_nederland(state.clock.now())),
        velden: Regelinginvoer::proposed(norm),
        ..Invoer::default()
    };
    render(&context(
        &state,
        &wie,
        &pagina,
        soort,
        invoer,
        Fouten::geen(),
    ))
}

pub(super) async fn calculate(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Dossierpad,
    Formulier(velden): Formulier<Vec<(String, String)>>,
) -> Antwoord {
    let dossier = dossier_of(&pad)?;
    let mut invoer = Invoer::of(&velden);
    let Some(soort) = chosen(&Soort::ALL, Soort::slug, &invoer.regeling, unknown)? else {
        return Err(unknown());
    };
    if velden.iter().any(|(veld, _)| veld == "meerKosten") {
        let pagina = load(&state, &wie, dossier, None).await?;
        invoer.velden = invoer.velden.with_post();
        let soort = Some(soort);
        return render(&context(
            &state,
            &wie,
            &pagina,
            soort,
            invoer,
            Fouten::geen(),
        ));
    }
    let (vraag, fouten) = match invoer.parse(soort) {
        Ok(vraag) => (Some(vraag), Fouten::geen()),
        Err(fouten) => (None, fouten.into()),
    };
    let pagina = load(&state, &wie, dossier, vraag.as_ref()).await?;
    let context = context(&state, &wie, &pagina, Some(soort), invoer, fouten);
    if vraag.is_some() {
        render(&context)
    } else {
        render_invalid(&context)
    }
}

async fn load(
    state: &AppState,
    wie: &InGemeente,
    dossier: DossierId,
    vraag: Option<&Regelingsvraag>,
) -> Result<Regelingspagina, Fout> {
    wie.require(Permission::RechtBerekenen)?;
    wie.require(Permission::DossierLezen)?;
    let (actor, now) = (wie.actor(), state.clock.now());
    let pagina = state
        .db
        .in_tenant("load_regeling", wie.code(), DbRol::Uitvoering, async |tx| {
            load_regeling(tx, actor, now, dossier, vraag).await
        });
    Ok(pagina.await?)
}

fn unknown() -> Fout {
    Fout::new(
        Foutsoort::OngeldigeInvoer,
        "Deze regeling bestaat niet. Ga terug en kies een regeling uit de lijst.",
    )
}

fn context(
    state: &AppState,
    wie: &InGemeente,
    pagina: &Regelingspagina,
    soort: Option<Soort>,
    invoer: Invoer,
    fouten: Fouten,
) -> RegelingenPagina {
    let hoofd = &pagina.hoofd;
    let basis = address(wie, hoofd.kop.inwoner.dossier);
    let peildatum = parse_datum_nl(&invoer.peildatum);
    let antwoord = pagina.antwoord.as_ref().zip(peildatum);
    let titel = soort.map_or("Andere regelingen", Soort::naam);
    let schil = task_shell(state, wie, hoofd, titel).kruimel("Recht", format!("{basis}/recht"));
    let kiezen = format!("{basis}/recht/regelingen");
    let adres = |soort: Soort| format!("{kiezen}?regeling={}", soort.slug());
    RegelingenPagina {
        schil,
        velden: soort
            .map(|soort| Regelingvelden::new(soort, invoer.velden.clone(), Kindervraag::Aantallen)),
        keuzes: Soort::ALL
            .iter()
            .map(|soort| Keuze::new(adres(*soort), soort.naam()))
            .collect(),
        maand: pagina
            .bekend
            .as_ref()
            .map(|bekend| maand_lang(bekend.maand)),
        uitkomst: antwoord.map(|(antwoord, dag)| Uitkomst::new(wie.code(), antwoord, dag)),
        terug: match soort {
            Some(_) => kiezen.clone(),
            None => format!("{basis}/recht"),
        },
        invoer,
        fouten,
    }
}

impl Invoer {
    /// The form that was sent.
    fn of(velden: &[(String, String)]) -> Self {
        let find = |naam: &str| find_veld(velden, naam);
        Self {
            regeling: find("regeling"),
            peildatum: find("peildatum"),
            bezittingen: find("bezittingen"),
            schulden: find("schulden"),
            overwaarde_woning: find("overwaardeWoning"),
            velden: Regelinginvoer::of(velden),
        }
    }

    fn parse(&self, soort: Soort) -> Result<Regelingsvraag, Veldfouten> {
        let mut controle = Veldcontrole::default();
        let c = &mut controle;
        let peildatum = take_dag(c, "peildatum", &self.peildatum);
        let vermogen = if soort.asks_vermogen() {
            let velden = [&self.bezittingen, &self.schulden, &self.overwaarde_woning];
            take_vermogen(c, velden.map(String::as_str))
        } else {
            Some(Vermogen::GEEN)
        };
        let feiten = self.velden.read(c, soort, Kindervraag::Aantallen);
        controle.finish()?;
        let (Some(peildatum), Some(vermogen), Some(feiten)) = (peildatum, vermogen, feiten) else {
            // What is absent was refused above.
            return Err(Veldfouten::single("peildatum", DAG));
        };
        Ok(Regelingsvraag {
            peildatum,
            vermogen,
            feiten,
        })
    }
}
