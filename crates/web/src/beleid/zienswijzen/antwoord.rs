//! `/{gemeente}/zienswijzen/{ronde}/antwoord`: preparing the answer of the board, point by point; who was overtaken by a colleague
//! sees both.

use actix_web::web::{Data, Path};
use application::beleid::zienswijze::{
    Rondebeeld, WijzigAntwoord, ZienswijzeError, record_antwoord,
};
use askama::Template;
use domain::beleid::zienswijze::{
    AntwoordInvoer, Beantwoording, Ingediend, Oordeel, ReactieregelInvoer,
};
use domain::bevoegdheid::Permission;
use http_base::{AppState, DbRol, Formulier, Fout, InGemeente, TenantTx};
use primitives::ZienswijzerondeId;

use super::lezen::{antwoord_of, pad_in, ronde_in, schil_in};
use super::opstellen::get;
use super::weergave::{Puntregel, list_punten, render_reactie};
use crate::formuliervelden::{Fouten, Keuze};
use crate::pagina::{Antwoord, render, render_conflict, render_invalid};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "beleid/zienswijze/antwoord.html")]
struct AntwoordPagina {
    schil: Schil,
    fouten: Fouten,
    regels: Vec<Regel>,
    oordelen: Vec<Keuze>,
    versie: u32,
    /// Who wrote meanwhile; what he wrote stands at each point.
    intussen: Option<String>,
    annuleren: String,
}

/// A point with what is typed as the answer to it.
struct Regel {
    punt: Puntregel,
    invoer: ReactieregelInvoer,
}

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
) -> Antwoord {
    let (beeld, ingediend, eerder) = load(&state, &wie, &pad.1).await?;
    let versie = eerder.as_ref().map_or(0, Beantwoording::versie);
    let invoer = eerder.map(|eerder| as_invoer(&eerder)).unwrap_or_default();
    render(&page(&state, &wie, (&beeld, &ingediend), &invoer, versie))
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
    form: Formulier<Vec<(String, String)>>,
) -> Antwoord {
    let (beeld, ingediend, _) = load(&state, &wie, &pad.1).await?;
    let velden = form.0;
    let invoer = read_invoer(&velden, ingediend.tekst.punten.len());
    // A version that is no number was never shown: it counts as overtaken.
    let versie = get(&velden, "versie").parse().unwrap_or(u32::MAX);
    let id = beeld.ronde.kop.id;
    let mut uitkomst = update(&state, &wie, id, versie, &invoer).await;
    if matches!(uitkomst, Err(ZienswijzeError::Tegelijk)) {
        // At the very same moment: now the text of the other is there to compare with.
        uitkomst = update(&state, &wie, id, versie, &invoer).await;
    }
    match uitkomst {
        Ok(antwoord) => {
            let is_heel = antwoord.tekst().iter().all(Option::is_some);
            let melding = if is_heel {
                "Het antwoord is bewaard. Iemand van het bestuur die er niet aan schreef, stelt het vast."
            } else {
                "Het antwoord is bewaard. Nog niet elk punt heeft een antwoord."
            };
            wie.redirect(&state, &format!("/zienswijzen/{id}"), melding)
                .await
        }
        Err(ZienswijzeError::Invoer(fouten)) => {
            let mut pagina = page(&state, &wie, (&beeld, &ingediend), &invoer, versie);
            pagina.fouten = fouten.into();
            render_invalid(&pagina)
        }
        Err(ZienswijzeError::AntwoordVerouderd(nu)) => {
            let mut pagina = page(&state, &wie, (&beeld, &ingediend), &invoer, nu.versie());
            show_beside(&mut pagina, &nu);
            render_conflict(&pagina)
        }
        Err(fout) => Err(fout.into()),
    }
}

async fn update(
    state: &AppState,
    wie: &InGemeente,
    ronde: ZienswijzerondeId,
    versie: u32,
    invoer: &AntwoordInvoer,
) -> Result<Beantwoording, ZienswijzeError> {
    let opdracht = WijzigAntwoord {
        ronde,
        versie,
        invoer,
    };
    let (actor, now) = (wie.actor(), state.clock.now());
    state
        .db
        .in_tenant(
            "record_antwoord",
            wie.code(),
            DbRol::Uitvoering,
            async |tx: &mut TenantTx| record_antwoord(tx, actor, now, opdracht).await,
        )
        .await
}

/// The round, the points, and the answer so far, if this person may write on it now.
async fn load(
    state: &AppState,
    wie: &InGemeente,
    kenmerk: &str,
) -> Result<(Rondebeeld, Ingediend, Option<Beantwoording>), Fout> {
    let beeld = ronde_in(state, wie, kenmerk).await?;
    wie.require(Permission::ZienswijzerondeVoorbereiden)?;
    beeld
        .ronde
        .check_zienswijze()
        .map_err(ZienswijzeError::from)?;
    let ingediend = beeld.find_ingediend(wie.code()).cloned();
    let ingediend = ingediend
        .filter(|ingediend| !ingediend.tekst.punten.is_empty())
        .ok_or_else(Fout::niet_gevonden)?;
    let eerder = antwoord_of(state, wie.actor(), wie.code(), beeld.ronde.kop.id).await?;
    if let Some(eerder) = &eerder {
        eerder.check_wijzigen().map_err(ZienswijzeError::from)?;
    }
    Ok((beeld, ingediend, eerder))
}

fn page(
    state: &AppState,
    wie: &InGemeente,
    (beeld, ingediend): (&Rondebeeld, &Ingediend),
    invoer: &AntwoordInvoer,
    versie: u32,
) -> AntwoordPagina {
    let regels = list_punten(&ingediend.tekst.punten, None);
    let regel = |(plek, punt): (usize, Puntregel)| Regel {
        punt,
        invoer: invoer.reacties.get(plek).cloned().unwrap_or_default(),
    };
    AntwoordPagina {
        schil: schil_in(state, wie, beeld, "Antwoord voorbereiden"),
        fouten: Fouten::geen(),
        regels: regels.into_iter().enumerate().map(regel).collect(),
        oordelen: Oordeel::ALL
            .map(|oordeel| Keuze::new(oordeel.code(), oordeel.naam()))
            .to_vec(),
        versie,
        intussen: None,
        annuleren: pad_in(wie.code(), beeld.ronde.kop.id),
    }
}

/// Shows at each point what a colleague wrote meanwhile.
fn show_beside(pagina: &mut AntwoordPagina, nu: &Beantwoording) {
    pagina.intussen = nu.laatste().map(|akte| akte.door.naam.clone());
    for (regel, reactie) in pagina.regels.iter_mut().zip(nu.tekst()) {
        regel.punt.reactie = reactie.as_ref().map(render_reactie);
    }
}

fn as_invoer(antwoord: &Beantwoording) -> AntwoordInvoer {
    let regel = |reactie: &Option<_>| {
        let invoer = reactie.as_ref().map(ReactieregelInvoer::from);
        invoer.unwrap_or_default()
    };
    AntwoordInvoer {
        reacties: antwoord.tekst().iter().map(regel).collect(),
    }
}

fn read_invoer(velden: &[(String, String)], aantal: usize) -> AntwoordInvoer {
    let regel = |plek: usize| ReactieregelInvoer {
        oordeel: get(velden, &format!("reacties.{plek}.oordeel")).to_owned(),
        toelichting: get(velden, &format!("reacties.{plek}.toelichting")).to_owned(),
    };
    AntwoordInvoer {
        reacties: (0..aantal).map(regel).collect(),
    }
}
