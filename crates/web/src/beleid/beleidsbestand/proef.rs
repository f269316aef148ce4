//! `/{gemeente}/beleid/bestand`: policy as a file, and the trial of a file. A trial writes nothing.

use actix_web::web::Data;
use application::beleid::{BeleidError, check_beleidsbestand};
use askama::Template;
use domain::beleid::{Beleidsbestandinvoer, Proefrapport};
use domain::bevoegdheid::Permission;
use http_base::{AppState, DbRol, Fout, InGemeente, TenantTx, Upload};
use primitives::Veldfouten;
use reports::beleidsbestand::{BESTAND_MAX, Beleidsformaat, BestandError, parse_beleidsbestand};

use super::rapport::{RapportPagina, report_page};
use crate::formuliervelden::Fouten;
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "beleid/bestand/bestand.html")]
struct BestandPagina {
    schil: Schil,
    fouten: Fouten,
    inwerkingtreding: String,
    uitvoer: String,
    actie: String,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente) -> Antwoord {
    wie.require(Permission::BeleidLezen)?;
    render(&page(&state, &wie, String::new(), Fouten::geen()))
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    upload: Upload<BESTAND_MAX>,
) -> Antwoord {
    wie.require(Permission::BeleidLezen)?;
    let inwerkingtreding = upload.veld("inwerkingtreding").to_owned();
    let gelezen = match read(&upload) {
        Ok(bestand) => check(&state, &wie, &bestand, &inwerkingtreding).await,
        Err(fout) => Err(Veldfouten::single("bestand", fout.to_string()).into()),
    };
    match gelezen {
        Ok(rapport) => {
            let pagina: RapportPagina = report_page(&state, &wie, &rapport, &inwerkingtreding);
            render(&pagina)
        }
        Err(BeleidError::Invoer(fouten)) => {
            render_invalid(&page(&state, &wie, inwerkingtreding, fouten.into()))
        }
        Err(fout) => Err(Fout::from(fout)),
    }
}

fn read(upload: &Upload<BESTAND_MAX>) -> Result<Beleidsbestandinvoer, BestandError> {
    let bestand = upload.bestand("bestand").ok_or(BestandError::Formaat)?;
    let formaat = Beleidsformaat::of_naam(&bestand.naam).ok_or(BestandError::Formaat)?;
    parse_beleidsbestand(&bestand.inhoud, formaat)
}

async fn check(
    state: &AppState,
    wie: &InGemeente,
    bestand: &Beleidsbestandinvoer,
    inwerkingtreding: &str,
) -> Result<Proefrapport, BeleidError> {
    let (actor, now) = (wie.actor(), state.clock.now());
    state
        .db
        .in_tenant(
            "check_beleidsbestand",
            wie.code(),
            DbRol::Opdrachtgever,
            async |tx: &mut TenantTx| {
                let wat = (bestand, inwerkingtreding);
                check_beleidsbestand(tx, actor, now, &*state.ids, wat).await
            },
        )
        .await
}

fn page(
    state: &AppState,
    wie: &InGemeente,
    inwerkingtreding: String,
    fouten: Fouten,
) -> BestandPagina {
    let pad = format!("/{}/beleid/bestand", wie.code());
    BestandPagina {
        schil: schil(state, wie, "Beleid als bestand"),
        fouten,
        inwerkingtreding,
        uitvoer: format!("{pad}/beleid"),
        actie: pad,
    }
}

/// The frame of a page about files.
pub(super) fn schil(state: &AppState, wie: &InGemeente, titel: &str) -> Schil {
    Schil::in_gemeente(state, wie, "/beleid", titel)
        .kruimel("Beleid", format!("/{}/beleid", wie.code()))
}
