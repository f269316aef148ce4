//! `/{gemeente}/opdracht/{jaar}/standen/{kwartaal}`: how each item stands in a quarter.

use actix_web::web::{Data, Path};
use application::opdracht::{OpdrachtError, Standopdracht, record_standen};
use application::sturing::list_kwartalen;
use askama::Template;
use domain::bevoegdheid::Permission;
use domain::opdracht::{
    Onderdeelbeeld, Onderdeelstand, OpdrachtGeweigerd, Opdrachtbeeld, StandInvoer,
};
use http_base::{AppState, DbRol, Formulier, Fout, InGemeente, TenantTx};
use primitives::{Kwartaal, moment_nl};

use super::lezen::{Vraag, beeld_of, pad_of, read_jaar, schil_onder, vraag_of};
use super::velden::{Standnamen, Velden};
use crate::formuliervelden::{Fouten, Keuze};
use crate::pagina::{Antwoord, render, render_conflict, render_invalid};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "opdracht/standen.html")]
struct StandenPagina {
    schil: Schil,
    fouten: Fouten,
    kwartaal: String,
    is_gesloten: bool,
    is_verouderd: bool,
    rijen: Vec<Rij>,
    standen: Vec<Keuze>,
    annuleren: String,
}

struct Rij {
    veld: Standnamen,
    vraag: Vraag,
    aanpak: Option<String>,
    nu: Option<String>,
    gezien: u32,
    invoer: StandInvoer,
}

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String, String)>,
) -> Antwoord {
    let kwartaal = open_page(&state, &wie, &pad)?;
    let beeld = beeld_of(&state, &wie, kwartaal.jaar()).await?;
    let invoer = invoer_of(&beeld, kwartaal);
    let pagina = form(&state, &wie, (&beeld, kwartaal), &invoer, Fouten::geen()).await?;
    render(&pagina)
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String, String)>,
    form_velden: Formulier<Vec<(String, String)>>,
) -> Antwoord {
    let kwartaal = open_page(&state, &wie, &pad)?;
    let invoer = Velden::new(form_velden.0).standen();
    let opdracht = Standopdracht {
        kwartaal,
        standen: &invoer,
    };
    let (actor, now) = (wie.actor(), state.clock.now());
    let uitkomst = state
        .db
        .in_tenant(
            "record_standen",
            wie.code(),
            DbRol::Uitvoering,
            async |tx: &mut TenantTx| record_standen(tx, actor, now, &opdracht).await,
        )
        .await;
    match uitkomst {
        Ok(meldingen) => {
            let melding = match meldingen.len() {
                0 => "Er is niets veranderd.".to_owned(),
                1 => "De stand van 1 onderdeel is vastgelegd.".to_owned(),
                aantal => format!("De stand van {aantal} onderdelen is vastgelegd."),
            };
            let terug = format!("/opdracht/{}", kwartaal.jaar());
            wie.redirect(&state, &terug, &melding).await
        }
        Err(OpdrachtError::Invoer(fouten)) => {
            let beeld = beeld_of(&state, &wie, kwartaal.jaar()).await?;
            let fouten = Fouten::from(fouten);
            let mut pagina = form(&state, &wie, (&beeld, kwartaal), &invoer, fouten).await?;
            for (rij, getypt) in pagina.rijen.iter_mut().zip(&invoer) {
                // The form stays the one for what was seen.
                rij.gezien = getypt.gezien.parse().unwrap_or(u32::MAX);
            }
            render_invalid(&pagina)
        }
        Err(OpdrachtError::Verouderd) => {
            let beeld = beeld_of(&state, &wie, kwartaal.jaar()).await?;
            let geen = Fouten::geen();
            let mut pagina = form(&state, &wie, (&beeld, kwartaal), &invoer, geen).await?;
            pagina.is_verouderd = true;
            render_conflict(&pagina)
        }
        Err(fout) => Err(fout.into()),
    }
}

/// Only management, and only a quarter of this year that has begun.
fn open_page(
    state: &AppState,
    wie: &InGemeente,
    pad: &Path<(String, String, String)>,
) -> Result<Kwartaal, Fout> {
    wie.require(Permission::UitvoeringsplanVastleggen)?;
    let jaar = read_jaar(&pad.1)?;
    let kwartaal = Kwartaal::parse(&pad.2).ok();
    let lopend = Kwartaal::of(state.clock.today());
    let kwartaal = kwartaal.filter(|k| k.jaar() == jaar && *k <= lopend);
    kwartaal.ok_or_else(Fout::niet_gevonden)
}

/// What stands now, as the form shows it.
fn invoer_of(beeld: &Opdrachtbeeld, kwartaal: Kwartaal) -> Vec<StandInvoer> {
    let standen = beeld.standen.iter().filter(|s| s.kwartaal == kwartaal);
    standen
        .map(|melding| StandInvoer {
            onderdeel: melding.onderdeel.to_string(),
            gezien: melding.nummer.to_string(),
            stand: melding.stand.code().to_owned(),
            toelichting: melding.toelichting.clone(),
        })
        .collect()
}

async fn form(
    state: &AppState,
    wie: &InGemeente,
    (beeld, kwartaal): (&Opdrachtbeeld, Kwartaal),
    invoer: &[StandInvoer],
    fouten: Fouten,
) -> Result<StandenPagina, Fout> {
    if beeld.opdracht.verstrekt().is_none() {
        return Err(OpdrachtGeweigerd::NietVerstrekt.into());
    }
    let rij = |(plek, onderdeel): (usize, &Onderdeelbeeld<'_>)| {
        let nummer = onderdeel.onderdeel.nummer;
        let bekend = beeld.find_stand(kwartaal, nummer);
        let getypt = invoer.iter().find(|i| i.onderdeel == nummer.to_string());
        Rij {
            veld: Standnamen::new(plek),
            vraag: vraag_of(beeld, onderdeel.onderdeel, wie),
            aanpak: onderdeel.antwoord.and_then(|a| a.aanpak.clone()),
            nu: bekend.map(|melding| {
                let (stand, toelichting) = (melding.stand.naam(), &melding.toelichting);
                let wie = &melding.door.naam;
                format!("{stand}: {toelichting} ({wie}, {})", moment_nl(melding.op))
            }),
            gezien: bekend.map_or(0, |melding| melding.nummer),
            invoer: getypt.cloned().unwrap_or_default(),
        }
    };
    Ok(StandenPagina {
        schil: schil_onder(
            state,
            wie,
            kwartaal.jaar(),
            &format!("Stand van {kwartaal}"),
        ),
        fouten,
        kwartaal: kwartaal.to_string(),
        is_gesloten: is_gesloten(state, wie, kwartaal).await?,
        is_verouderd: false,
        rijen: beeld
            .list_onderdelen()
            .iter()
            .enumerate()
            .map(rij)
            .collect(),
        standen: Onderdeelstand::ALL
            .iter()
            .map(|stand| Keuze::new(stand.code(), stand.naam()))
            .collect(),
        annuleren: pad_of(wie, kwartaal.jaar()),
    })
}

async fn is_gesloten(state: &AppState, wie: &InGemeente, kwartaal: Kwartaal) -> Result<bool, Fout> {
    let actor = wie.actor();
    let sluitingen = state
        .db
        .in_tenant(
            "list_kwartalen",
            wie.code(),
            DbRol::Opdrachtgever,
            async |tx: &mut TenantTx| list_kwartalen(tx, actor).await,
        )
        .await?;
    Ok(sluitingen.iter().any(|s| s.kwartaal == kwartaal))
}
