//! `/{gemeente}/opdracht/{jaar}/plan`: the organisation answers each item; what is left open may stay so for now.

use actix_web::web::{Data, Path};
use application::opdracht::{OpdrachtError, Planopdracht, record_plan};
use askama::Template;
use domain::beleid::Notatie;
use domain::bevoegdheid::Permission;
use domain::opdracht::{AntwoordInvoer, OpdrachtGeweigerd, Opdrachtbeeld, PlanInvoer};
use http_base::{AppState, DbRol, Formulier, Fout, InGemeente, TenantTx};

use super::lezen::{
    Verschil, Vraag, beeld_of, pad_of, read_jaar, render_antwoordstand, schil_onder, vraag_of,
};
use super::velden::{Antwoordnamen, Velden};
use crate::formuliervelden::Fouten;
use crate::onderdelen::Status;
use crate::pagina::{Antwoord, render, render_conflict, render_invalid};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "opdracht/plan.html")]
struct PlanPagina {
    schil: Schil,
    fouten: Fouten,
    gezien: u32,
    versie: u32,
    rijen: Vec<Rij>,
    verschillen: Vec<Verschil>,
    annuleren: String,
}

struct Rij {
    veld: Antwoordnamen,
    vraag: Vraag,
    status: Status,
    invoer: AntwoordInvoer,
}

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
) -> Antwoord {
    wie.require(Permission::UitvoeringsplanVastleggen)?;
    let jaar = read_jaar(&pad.1)?;
    let beeld = beeld_of(&state, &wie, jaar).await?;
    let invoer = invoer_of(&beeld);
    render(&form(&state, &wie, &beeld, &invoer, Fouten::geen())?)
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
    form_velden: Formulier<Vec<(String, String)>>,
) -> Antwoord {
    wie.require(Permission::UitvoeringsplanVastleggen)?;
    let jaar = read_jaar(&pad.1)?;
    let velden = Velden::new(form_velden.0);
    let invoer = velden.plan();
    let opdracht = Planopdracht {
        jaar,
        gezien: velden.number("gezien"),
        opdrachtversie: velden.number("versie"),
        invoer: &invoer,
        notatie: Notatie::Formulier,
    };
    let (actor, now) = (wie.actor(), state.clock.now());
    let uitkomst = state
        .db
        .in_tenant(
            "record_plan",
            wie.code(),
            DbRol::Uitvoering,
            async |tx: &mut TenantTx| record_plan(tx, actor, now, &opdracht).await,
        )
        .await;
    match uitkomst {
        Ok(_) => {
            let melding =
                "Het uitvoeringsplan is vastgelegd. De opdrachtgever ziet het naast de opdracht.";
            wie.redirect(&state, &format!("/opdracht/{jaar}"), melding)
                .await
        }
        Err(OpdrachtError::Invoer(fouten)) => {
            let beeld = beeld_of(&state, &wie, jaar).await?;
            render_invalid(&form(&state, &wie, &beeld, &invoer, fouten.into())?)
        }
        Err(OpdrachtError::Verouderd) => {
            let beeld = beeld_of(&state, &wie, jaar).await?;
            let verschillen = compare(&invoer_of(&beeld), &invoer);
            let mut pagina = form(&state, &wie, &beeld, &invoer, Fouten::geen())?;
            pagina.verschillen = verschillen;
            render_conflict(&pagina)
        }
        Err(fout) => Err(fout.into()),
    }
}

/// What stands now, as the form shows it.
fn invoer_of(beeld: &Opdrachtbeeld) -> PlanInvoer {
    let antwoorden = beeld.plan.as_ref().map(|plan| &plan.antwoorden);
    let antwoorden = antwoorden.into_iter().flatten();
    PlanInvoer {
        antwoorden: antwoorden.map(Into::into).collect(),
    }
}

fn form(
    state: &AppState,
    wie: &InGemeente,
    beeld: &Opdrachtbeeld,
    invoer: &PlanInvoer,
    fouten: Fouten,
) -> Result<PlanPagina, Fout> {
    let verstrekt = beeld.opdracht.verstrekt();
    let verstrekt = verstrekt.ok_or(OpdrachtGeweigerd::NietVerstrekt)?;
    let jaar = beeld.opdracht.jaar();
    let rij = |(plek, onderdeel): (usize, &domain::opdracht::Onderdeelbeeld<'_>)| {
        let nummer = onderdeel.onderdeel.nummer.to_string();
        let getypt = invoer.antwoorden.iter().find(|a| a.onderdeel == nummer);
        Rij {
            veld: Antwoordnamen::new(plek),
            vraag: vraag_of(beeld, onderdeel.onderdeel, wie),
            status: render_antwoordstand(&onderdeel.antwoordstand),
            invoer: AntwoordInvoer {
                onderdeel: nummer,
                ..getypt.cloned().unwrap_or_default()
            },
        }
    };
    Ok(PlanPagina {
        schil: schil_onder(state, wie, jaar, "Uitvoeringsplan"),
        fouten,
        gezien: beeld.plan.as_ref().map_or(0, |plan| plan.nummer),
        versie: verstrekt.versie,
        rijen: beeld
            .list_onderdelen()
            .iter()
            .enumerate()
            .map(rij)
            .collect(),
        verschillen: Vec::new(),
        annuleren: pad_of(wie, jaar),
    })
}

/// What differs per item between what stands now and what was typed.
fn compare(nu: &PlanInvoer, getypt: &PlanInvoer) -> Vec<Verschil> {
    let find = |plan: &PlanInvoer, nummer: &str| {
        let antwoord = plan.antwoorden.iter().find(|a| a.onderdeel == nummer);
        antwoord.map_or_else(String::new, |a| {
            let delen = [&a.aanpak, &a.trekker, &a.gereed];
            let delen = delen.map(|deel| deel.trim().replace("\r\n", "\n"));
            let gevuld = delen.into_iter().filter(|deel| !deel.is_empty());
            gevuld.collect::<Vec<_>>().join("\n")
        })
    };
    let alle = nu.antwoorden.iter().chain(&getypt.antwoorden);
    let mut nummers: Vec<&str> = alle.map(|a| a.onderdeel.as_str()).collect();
    nummers.sort_unstable();
    nummers.dedup();
    let verschil = |nummer: &str| Verschil {
        veld: format!("Onderdeel {nummer}"),
        nu: find(nu, nummer),
        getypt: find(getypt, nummer),
    };
    let verschillen = nummers.into_iter().map(verschil);
    verschillen.filter(|v| v.nu != v.getypt).collect()
}
