//! `/{gemeente}/zienswijzen/{ronde}/indienen`: a second clerk reads the view and brings it in, with the decision of the council.

use actix_web::web::{Data, Path};
use application::beleid::zienswijze::{Rondebeeld, ZienswijzeError, record_indiening};
use askama::Template;
use domain::beleid::Notatie;
use domain::beleid::zienswijze::{IndieningInvoer, Zienswijze, Zienswijzestrekking};
use domain::bevoegdheid::Permission;
use http_base::{AppState, DbRol, Formulier, Fout, InGemeente, TenantTx};
use primitives::datum_lang;
use serde::Deserialize;

use super::lezen::{pad_in, ronde_in, schil_in, zienswijze_of};
use super::weergave::{Puntregel, list_punten};
use crate::formuliervelden::Fouten;
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "beleid/zienswijze/indienen.html")]
struct IndienenPagina {
    schil: Schil,
    fouten: Fouten,
    invoer: IndieningInvoer,
    strekking: &'static str,
    punten: Vec<Puntregel>,
    is_besluit_nodig: bool,
    uiterlijk: String,
    is_te_laat: bool,
    versie: u32,
    annuleren: String,
}

#[derive(Deserialize)]
pub(super) struct Indienvelden {
    #[serde(default)]
    versie: String,
    #[serde(default)]
    nummer: String,
    #[serde(default)]
    datum: String,
}

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
) -> Antwoord {
    let (beeld, zienswijze) = load(&state, &wie, &pad.1).await?;
    let invoer = IndieningInvoer::default();
    render(&page(
        &state,
        &wie,
        (&beeld, &zienswijze),
        invoer,
        Fouten::geen(),
    ))
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
    form: Formulier<Indienvelden>,
) -> Antwoord {
    let (beeld, zienswijze) = load(&state, &wie, &pad.1).await?;
    let velden = form.0;
    // A version that is no number was never shown: it counts as overtaken.
    let versie = velden.versie.parse().unwrap_or(0);
    let invoer = IndieningInvoer {
        nummer: velden.nummer,
        datum: velden.datum,
    };
    let (actor, now, id) = (wie.actor(), state.clock.now(), beeld.ronde.kop.id);
    let uitkomst: Result<_, ZienswijzeError> = state
        .db
        .in_tenant(
            "record_indiening",
            wie.code(),
            DbRol::Raad,
            async |tx: &mut TenantTx| {
                let wat = (&invoer, Notatie::Formulier);
                record_indiening(tx, actor, now, (id, versie), wat).await
            },
        )
        .await;
    match uitkomst {
        Ok(_) => {
            let melding = "De zienswijze is ingediend. Alle gemeenten kunnen haar nu lezen.";
            wie.redirect(&state, &format!("/zienswijzen/{id}"), melding)
                .await
        }
        Err(ZienswijzeError::Invoer(fouten)) => render_invalid(&page(
            &state,
            &wie,
            (&beeld, &zienswijze),
            invoer,
            fouten.into(),
        )),
        Err(fout) => Err(fout.into()),
    }
}

/// The round and the view, if this person may bring it in now.
async fn load(
    state: &AppState,
    wie: &InGemeente,
    kenmerk: &str,
) -> Result<(Rondebeeld, Zienswijze), Fout> {
    let beeld = ronde_in(state, wie, kenmerk).await?;
    wie.require(Permission::ZienswijzeVastleggen)?;
    beeld
        .ronde
        .check_zienswijze()
        .map_err(ZienswijzeError::from)?;
    let id = beeld.ronde.kop.id;
    let zienswijze = zienswijze_of(state, wie.actor(), wie.code(), id).await?;
    let zienswijze = zienswijze.ok_or_else(Fout::niet_gevonden)?;
    zienswijze
        .check_bevestigen(&wie.actor().sub)
        .map_err(ZienswijzeError::from)?;
    Ok((beeld, zienswijze))
}

fn page(
    state: &AppState,
    wie: &InGemeente,
    (beeld, zienswijze): (&Rondebeeld, &Zienswijze),
    invoer: IndieningInvoer,
    fouten: Fouten,
) -> IndienenPagina {
    let (kop, tekst) = (&beeld.ronde.kop, zienswijze.tekst());
    IndienenPagina {
        schil: schil_in(state, wie, beeld, "Nalezen en indienen"),
        fouten,
        invoer,
        strekking: tekst.strekking.naam(),
        punten: list_punten(&tekst.punten, None),
        is_besluit_nodig: tekst.strekking != Zienswijzestrekking::GeenZienswijze,
        uiterlijk: datum_lang(kop.uiterlijk),
        is_te_laat: kop.is_te_laat(state.clock.now()),
        versie: zienswijze.versie(),
        annuleren: pad_in(wie.code(), kop.id),
    }
}
