//! `/{gemeente}/voorstellen/{id}/behandeling`: what the meeting decided, on the decision form; with an amendment also
//! the values as they became.

use actix_web::web::{Data, Path};
use application::beleid::{RecordBehandeling, VoorstelError, db_rol, record_behandeling};
use askama::Template;
use domain::beleid::{Notatie, Stemmingsoort, Voorstel, Voorstelstand};
use http_base::{AppState, Formulier, Fout, InGemeente, TenantTx};

use super::lezen::{Wijzigregel, eigen_voorstel, list_wijzigingen, pad_of, schil_onder};
use crate::beleid::besluitvelden::{Besluitvelden, place_fouten};
use crate::beleid::lezen::beleid_of;
use crate::beleid::nieuw_besluit::list_beslissingen;
use crate::beleid::waardeblok::Waardeblok;
use crate::formuliervelden::{Fouten, Keuze};
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "beleid/voorstel/behandeling.html")]
struct BehandelingPagina {
    schil: Schil,
    fouten: Fouten,
    velden: Besluitvelden,
    titel: String,
    kaders: Vec<String>,
    wijzigingen: Vec<Wijzigregel>,
    blok: Waardeblok,
    beslissingen: Vec<Keuze>,
    stemmingen: Vec<Keuze>,
    is_open: bool,
    annuleren: String,
}

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
) -> Antwoord {
    let voorstel = load(&state, &wie, &pad.1).await?;
    let invoer = voorstel.tekst().to_invoer(Notatie::Formulier);
    let velden = Besluitvelden::from_invoer(&invoer);
    render(&form(&state, &wie, &voorstel, velden, Fouten::geen()).await?)
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
    form_velden: Formulier<Vec<(String, String)>>,
) -> Antwoord {
    let voorstel = load(&state, &wie, &pad.1).await?;
    let velden = Besluitvelden::new(form_velden.0);
    if velden.get("actie") == "rij" {
        return render(&form(&state, &wie, &voorstel, velden, Fouten::geen()).await?);
    }
    let (invoer, plekken) = velden.behandeling();
    let kop = voorstel.kop();
    let opdracht = RecordBehandeling {
        voorstel: kop.id,
        invoer: &invoer,
        notatie: Notatie::Formulier,
    };
    let (actor, now) = (wie.actor(), state.clock.now());
    let uitkomst: Result<_, VoorstelError> = state
        .db
        .in_tenant(
            "record_behandeling",
            wie.code(),
            db_rol(kop.orgaan),
            async |tx: &mut TenantTx| {
                record_behandeling(tx, actor, now, &*state.ids, opdracht.clone()).await
            },
        )
        .await;
    match uitkomst {
        Ok(voorstel) => {
            let (onder, melding) = next_page(&voorstel);
            wie.redirect(&state, &onder, melding).await
        }
        Err(VoorstelError::Invoer(fouten)) => {
            let fouten = place_fouten(fouten, &plekken).into();
            render_invalid(&form(&state, &wie, &voorstel, velden, fouten).await?)
        }
        Err(fout) => Err(fout.into()),
    }
}

/// Where the clerk goes from here, and what is told there.
fn next_page(voorstel: &Voorstel) -> (String, &'static str) {
    let zelf = format!("/voorstellen/{}", voorstel.kop().id);
    match voorstel.stand() {
        Voorstelstand::Aangenomen { besluit } => (
            format!("/besluiten/{besluit}"),
            "Het voorstel is aangenomen en dit besluit is ontstaan. De waarden gelden pas na de bekendmaking. Een collega legt die vast.",
        ),
        Voorstelstand::Aangehouden { .. } => (
            zelf,
            "Het voorstel is aangehouden. Leg na de volgende vergadering de behandeling vast.",
        ),
        Voorstelstand::Teruggegeven { .. } => (
            zelf,
            "Het voorstel is in handen van B&W gesteld. Het wacht op een nieuwe tekst.",
        ),
        _ => (zelf, "De behandeling is vastgelegd. Er verandert niets."),
    }
}

/// The proposal, if this person may record a meeting about it.
async fn load(state: &AppState, wie: &InGemeente, kenmerk: &str) -> Result<Voorstel, Fout> {
    let voorstel = eigen_voorstel(state, wie, kenmerk).await?;
    voorstel.check_behandelen().map_err(VoorstelError::from)?;
    Ok(voorstel)
}

async fn form(
    state: &AppState,
    wie: &InGemeente,
    voorstel: &Voorstel,
    velden: Besluitvelden,
    fouten: Fouten,
) -> Result<BehandelingPagina, Fout> {
    let beleid = beleid_of(state, wie).await?;
    let (tekst, orgaan) = (voorstel.tekst(), voorstel.kop().orgaan);
    let blok = Waardeblok::load(state, wie, orgaan, &velden).await?;
    let beleid_pad = format!("/{}/beleid", wie.code());
    let in_waarden =
        |veld: &str| veld.starts_with("waarden") || veld == "kaders" || veld == "intrekken";
    let is_open = velden.get("actie") == "rij"
        || velden.get("uitkomst.beslissing") == "aangenomen-met-amendement"
        || fouten.list().iter().any(|fout| in_waarden(&fout.veld));
    Ok(BehandelingPagina {
        schil: schil_onder(state, wie, voorstel, "Behandeling vastleggen"),
        fouten,
        titel: tekst.titel.clone(),
        kaders: tekst.kaders.clone(),
        wijzigingen: list_wijzigingen(tekst, &beleid, &beleid_pad, state.clock.now()),
        blok,
        beslissingen: list_beslissingen(orgaan),
        stemmingen: Stemmingsoort::ALL
            .map(|s| Keuze::new(s.code(), s.naam()))
            .to_vec(),
        is_open,
        annuleren: pad_of(voorstel),
        velden,
    })
}
