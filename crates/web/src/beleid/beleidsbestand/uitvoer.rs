//! `…/bestand/beleid.{formaat}`, `…/basis/{id}/bestand.{formaat}`: policy or a base as a file.

use actix_web::web::{Data, Path, Query};
use application::beleid::{BeleidError, load_beleidsbestand};
use domain::beleid::Beleidsbestand;
use domain::bevoegdheid::Permission;
use http_base::{AppState, DbRol, Fout, InGemeente, TenantTx};
use primitives::{BasissetId, Veldfouten};
use reports::beleidsbestand::{Beleidsformaat, render_beleidsbestand};
use serde::Deserialize;

use crate::beleid::basisset::versies_of;
use crate::beleid::lezen::parse_dag;
use crate::pagina::{Antwoord, render_bestand};

#[derive(Deserialize)]
pub(super) struct Vraag {
    #[serde(default)]
    peildatum: String,
    #[serde(default)]
    versie: String,
}

pub(super) async fn download(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
    vraag: Query<Vraag>,
) -> Antwoord {
    wie.require(Permission::BeleidLezen)?;
    let formaat = Beleidsformaat::parse(&pad.1).ok_or_else(Fout::niet_gevonden)?;
    let dag = parse_dag(&vraag.peildatum)
        .map_err(|melding| Veldfouten::single("peildatum", melding))?
        .unwrap_or_else(|| state.clock.today());
    let (actor, now) = (wie.actor(), state.clock.now());
    let bestand: Result<_, BeleidError> = state
        .db
        .in_tenant(
            "load_beleidsbestand",
            wie.code(),
            DbRol::Opdrachtgever,
            async |tx: &mut TenantTx| load_beleidsbestand(tx, actor, (dag, now)).await,
        )
        .await;
    let naam = format!("beleid-{}-{dag}", wie.code());
    render(&state, &bestand?, formaat, &naam)
}

pub(super) async fn download_basis(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String, String)>,
    vraag: Query<Vraag>,
) -> Antwoord {
    wie.require(Permission::BeleidLezen)?;
    let formaat = Beleidsformaat::parse(&pad.2).ok_or_else(Fout::niet_gevonden)?;
    let id = BasissetId::parse(&pad.1).map_err(|_| Fout::niet_gevonden())?;
    let gevraagd = vraag.versie.trim();
    let versies = versies_of(&state, &wie).await?;
    // The newest version comes first.
    let basis = versies.iter().find(|versie| {
        let is_gevraagd = gevraagd.is_empty() || versie.versie.to_string() == gevraagd;
        versie.basisset == id && is_gevraagd
    });
    let basis = basis.ok_or_else(Fout::niet_gevonden)?;
    let naam = format!("basisset-{id}-versie-{}", basis.versie);
    render(&state, &Beleidsbestand::of_basis(basis), formaat, &naam)
}

fn render(
    state: &AppState,
    bestand: &Beleidsbestand,
    formaat: Beleidsformaat,
    naam: &str,
) -> Antwoord {
    let bytes = render_beleidsbestand(bestand, formaat, state.clock.now());
    let naam = format!("{naam}.{}", formaat.extension());
    Ok(render_bestand(
        formaat.media_type(),
        &naam,
        bytes.map_err(Fout::storing)?,
    ))
}
