//! `/{gemeente}/besluiten/{id}/waarden/{waarde}/correctie`: putting right what was recorded wrongly.

use actix_web::web::{Data, Path};
use application::beleid::{BeleidError, RecordCorrectie, db_rol, record_correctie};
use askama::Template;
use domain::beleid::{BeslotenWaarde, Besluitakte, CorrectieInvoer, Notatie, Parameter, catalogus};
use http_base::{AppState, Formulier, Fout, InGemeente, TenantTx};
use primitives::datum_kort;

use super::lezen::besluit_of;
use crate::formuliervelden::Fouten;
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "beleid/correctie.html")]
struct CorrectiePagina {
    schil: Schil,
    fouten: Fouten,
    invoer: CorrectieInvoer,
    gegeven: String,
    schrijfwijze: &'static str,
    is_lijst: bool,
    annuleren: String,
}

/// The fields as the browser sends them, with the hidden field that the extractor has checked.
#[derive(serde::Deserialize)]
pub(super) struct CorrectieVelden {
    #[serde(default)]
    waarde: String,
    #[serde(default)]
    van: String,
    #[serde(default)]
    tot: String,
    #[serde(default)]
    reden: String,
}

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String, String)>,
) -> Antwoord {
    let (akte, besloten, parameter) = load(&state, &wie, &pad.1, &pad.2).await?;
    let huidig = akte.find_huidig(&besloten);
    let invoer = CorrectieInvoer {
        waarde: huidig
            .waarde
            .map(|waarde| waarde.invoer_nl())
            .unwrap_or_default(),
        van: datum_kort(huidig.periode.van()),
        tot: huidig.periode.tot().map(datum_kort).unwrap_or_default(),
        reden: String::new(),
    };
    render(&page(
        &state,
        &wie,
        &akte,
        parameter,
        invoer,
        Fouten::geen(),
    ))
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String, String)>,
    velden: Formulier<CorrectieVelden>,
) -> Antwoord {
    let (akte, besloten, parameter) = load(&state, &wie, &pad.1, &pad.2).await?;
    let velden = velden.0;
    let invoer = CorrectieInvoer {
        waarde: velden.waarde,
        van: velden.van,
        tot: velden.tot,
        reden: velden.reden,
    };
    let opdracht = RecordCorrectie {
        besluit: akte.besluit.kop().id,
        waarde: besloten.id,
        invoer: &invoer,
        notatie: Notatie::Formulier,
    };
    let (actor, now) = (wie.actor(), state.clock.now());
    let rol = db_rol(akte.besluit.kop().orgaan);
    let uitkomst: Result<_, BeleidError> = state
        .db
        .in_tenant(
            "record_correctie",
            wie.code(),
            rol,
            async |tx: &mut TenantTx| {
                record_correctie(tx, actor, now, &*state.ids, opdracht.clone()).await
            },
        )
        .await;
    match uitkomst {
        Ok(_) => {
            let onder = format!("/besluiten/{}", akte.besluit.kop().id);
            wie.redirect(
                &state,
                &onder,
                "De correctie is vastgelegd. De eerste waarde blijft zichtbaar.",
            )
            .await
        }
        Err(BeleidError::Invoer(fouten)) => {
            render_invalid(&page(&state, &wie, &akte, parameter, invoer, fouten.into()))
        }
        Err(fout) => Err(fout.into()),
    }
}

/// The decision, its value and the parameter, if this person may correct it.
async fn load(
    state: &AppState,
    wie: &InGemeente,
    besluit: &str,
    waarde: &str,
) -> Result<(Besluitakte, BeslotenWaarde, &'static Parameter), Fout> {
    let akte = besluit_of(state, wie, besluit).await?;
    wie.require(akte.besluit.kop().orgaan.permission())?;
    let mut waarden = akte.besluit.waarden().iter();
    let besloten = waarden
        .find(|besloten| besloten.id.to_string() == waarde)
        .cloned();
    let besloten = besloten.ok_or_else(Fout::niet_gevonden)?;
    let parameter = catalogus()
        .find(besloten.sleutel.as_str())
        .ok_or_else(Fout::niet_gevonden)?;
    Ok((akte, besloten, parameter))
}

fn page(
    state: &AppState,
    wie: &InGemeente,
    akte: &Besluitakte,
    parameter: &Parameter,
    invoer: CorrectieInvoer,
    fouten: Fouten,
) -> CorrectiePagina {
    let kop = akte.besluit.kop();
    let annuleren = format!("/{}/besluiten/{}", wie.code(), kop.id);
    let schil = Schil::in_gemeente(state, wie, "/besluiten", "Waarde corrigeren")
        .kruimel("Besluiten", format!("/{}/besluiten", wie.code()))
        .kruimel(
            format!("{} {}", kop.orgaan.besluitnaam(), kop.nummer),
            annuleren.clone(),
        );
    CorrectiePagina {
        schil,
        fouten,
        invoer,
        gegeven: parameter.naam.clone(),
        schrijfwijze: parameter.soort.schrijfwijze(),
        is_lijst: parameter.soort.is_meer_regels(),
        annuleren,
    }
}
