//! `/{gemeente}/beleid/basis/nieuw`: drafting a base with other municipalities.

use actix_web::web::Data;
use application::beleid::{BasisError, record_basisset};
use domain::beleid::Notatie;
use domain::bevoegdheid::Permission;
use http_base::{AppState, DbRol, Formulier, Fout, InGemeente, TenantTx};

use super::formulier::{BasisFormulier, Basisvelden, Formuliersoort, form, place_fouten};
use super::lezen::schil;
use crate::formuliervelden::Fouten;
use crate::pagina::{Antwoord, render, render_invalid};

pub(super) async fn show(state: Data<AppState>, wie: InGemeente) -> Antwoord {
    wie.require(Permission::BasissetOpstellen)?;
    let eigen = vec![("leden".to_owned(), wie.code().to_string())];
    render(&page(&state, &wie, Basisvelden::new(eigen), Fouten::geen()).await?)
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    form_velden: Formulier<Vec<(String, String)>>,
) -> Antwoord {
    wie.require(Permission::BasissetOpstellen)?;
    let velden = Basisvelden::new(form_velden.0);
    let invoer = velden.invoer();
    let (actor, now) = (wie.actor(), state.clock.now());
    let uitkomst: Result<_, BasisError> = state
        .db
        .in_tenant(
            "record_basisset",
            wie.code(),
            DbRol::Opdrachtgever,
            async |tx: &mut TenantTx| {
                let wat = (&invoer, Notatie::Formulier);
                record_basisset(tx, actor, now, &*state.ids, wat).await
            },
        )
        .await;
    match uitkomst {
        Ok(set) => {
            let onder = format!("/beleid/basis/{}", set.kop().id);
            let melding = "De basisset is bewaard als concept. Een collega die er niet aan schreef, publiceert haar.";
            wie.redirect(&state, &onder, melding).await
        }
        Err(BasisError::Invoer(fouten)) => {
            let fouten = place_fouten(&fouten, &invoer);
            render_invalid(&page(&state, &wie, velden, fouten).await?)
        }
        Err(fout) => Err(fout.into()),
    }
}

async fn page(
    state: &AppState,
    wie: &InGemeente,
    velden: Basisvelden,
    fouten: Fouten,
) -> Result<BasisFormulier, Fout> {
    let soort = Formuliersoort {
        schil: schil(state, wie, "Basisset opstellen"),
        is_nieuw: true,
        bewerking: 0,
        knop: "Concept bewaren",
        annuleren: format!("/{}/beleid/basis", wie.code()),
    };
    form(state, wie, soort, velden, fouten).await
}
