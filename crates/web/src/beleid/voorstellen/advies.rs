//! `/{gemeente}/voorstellen/{id}/advies`: advice or a view on a proposal; and `/advies/{nummer}/reactie`: what the
//! college answered.

use actix_web::web::{Data, Path};
use application::beleid::{VoorstelError, db_rol, record_inbreng, record_reactie};
use askama::Template;
use domain::beleid::{
    Inbreng, InbrengInvoer, Inbrengsoort, Notatie, ReactieInvoer, Strekking, Voorstel,
};
use http_base::{AppState, Formulier, Fout, InGemeente, TenantTx};
use serde::Deserialize;

use super::lezen::{eigen_voorstel, pad_of, schil_onder};
use super::tijdlijn::inbrengtitel;
use crate::formuliervelden::{Fouten, Keuze};
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "beleid/voorstel/advies.html")]
struct AdviesPagina {
    schil: Schil,
    fouten: Fouten,
    invoer: InbrengInvoer,
    soorten: Vec<Keuze>,
    strekkingen: Vec<Keuze>,
    annuleren: String,
}

#[derive(Template)]
#[template(path = "beleid/voorstel/reactie.html")]
struct ReactiePagina {
    schil: Schil,
    fouten: Fouten,
    invoer: ReactieInvoer,
    waarop: String,
    strekking: &'static str,
    tekst: String,
    annuleren: String,
}

/// The fields as the browser sends them, with the hidden field that the extractor has checked.
#[derive(Deserialize)]
pub(super) struct Adviesvelden {
    #[serde(default)]
    soort: String,
    #[serde(default)]
    van: String,
    #[serde(default)]
    datum: String,
    #[serde(default)]
    strekking: String,
    #[serde(default)]
    tekst: String,
}

/// The fields of an answer.
#[derive(Deserialize)]
pub(super) struct Reactievelden {
    #[serde(default)]
    datum: String,
    #[serde(default)]
    tekst: String,
}

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
) -> Antwoord {
    let voorstel = load(&state, &wie, &pad.1).await?;
    let invoer = InbrengInvoer {
        soort: Inbrengsoort::Advies.code().to_owned(),
        ..InbrengInvoer::default()
    };
    render(&page(&state, &wie, &voorstel, invoer, Fouten::geen()))
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
    velden: Formulier<Adviesvelden>,
) -> Antwoord {
    let voorstel = load(&state, &wie, &pad.1).await?;
    let kop = voorstel.kop();
    let invoer: InbrengInvoer = velden.0.into();
    let (actor, now) = (wie.actor(), state.clock.now());
    let uitkomst: Result<_, VoorstelError> = state
        .db
        .in_tenant(
            "record_inbreng",
            wie.code(),
            db_rol(kop.orgaan),
            async |tx: &mut TenantTx| {
                record_inbreng(tx, actor, now, kop.id, (&invoer, Notatie::Formulier)).await
            },
        )
        .await;
    match uitkomst {
        Ok(_) => {
            let onder = format!("/voorstellen/{}", kop.id);
            let melding = "Vastgelegd. U kunt ook de reactie van het college vastleggen.";
            wie.redirect(&state, &onder, melding).await
        }
        Err(VoorstelError::Invoer(fouten)) => {
            render_invalid(&page(&state, &wie, &voorstel, invoer, fouten.into()))
        }
        Err(fout) => Err(fout.into()),
    }
}

pub(super) async fn show_reactie(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String, String)>,
) -> Antwoord {
    let (voorstel, nummer) = load_inbreng(&state, &wie, &pad).await?;
    let invoer = ReactieInvoer::default();
    render(&answer_page(
        &state,
        &wie,
        (&voorstel, nummer),
        invoer,
        Fouten::geen(),
    )?)
}

pub(super) async fn record_antwoord(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String, String)>,
    velden: Formulier<Reactievelden>,
) -> Antwoord {
    let (voorstel, nummer) = load_inbreng(&state, &wie, &pad).await?;
    let kop = voorstel.kop();
    let invoer = ReactieInvoer {
        datum: velden.0.datum,
        tekst: velden.0.tekst,
    };
    let (actor, now) = (wie.actor(), state.clock.now());
    let uitkomst: Result<_, VoorstelError> = state
        .db
        .in_tenant(
            "record_reactie",
            wie.code(),
            db_rol(kop.orgaan),
            async |tx: &mut TenantTx| {
                let waarop = (kop.id, nummer);
                record_reactie(tx, actor, now, waarop, (&invoer, Notatie::Formulier)).await
            },
        )
        .await;
    match uitkomst {
        Ok(_) => {
            let onder = format!("/voorstellen/{}", kop.id);
            wie.redirect(&state, &onder, "De reactie van het college is vastgelegd.")
                .await
        }
        Err(VoorstelError::Invoer(fouten)) => {
            let pagina = answer_page(&state, &wie, (&voorstel, nummer), invoer, fouten.into())?;
            render_invalid(&pagina)
        }
        Err(fout) => Err(fout.into()),
    }
}

async fn load(state: &AppState, wie: &InGemeente, kenmerk: &str) -> Result<Voorstel, Fout> {
    let voorstel = eigen_voorstel(state, wie, kenmerk).await?;
    voorstel.check_inbreng().map_err(VoorstelError::from)?;
    Ok(voorstel)
}

/// The proposal and the number of the advice that waits for an answer.
async fn load_inbreng(
    state: &AppState,
    wie: &InGemeente,
    pad: &(String, String, String),
) -> Result<(Voorstel, u32), Fout> {
    let voorstel = eigen_voorstel(state, wie, &pad.1).await?;
    let nummer = pad.2.parse().map_err(|_| Fout::niet_gevonden())?;
    voorstel
        .check_reactie(nummer)
        .map_err(VoorstelError::from)?;
    Ok((voorstel, nummer))
}

fn page(
    state: &AppState,
    wie: &InGemeente,
    voorstel: &Voorstel,
    invoer: InbrengInvoer,
    fouten: Fouten,
) -> AdviesPagina {
    AdviesPagina {
        schil: schil_onder(state, wie, voorstel, "Advies of zienswijze vastleggen"),
        fouten,
        invoer,
        soorten: Inbrengsoort::ALL
            .map(|soort| Keuze::new(soort.code(), soort.naam()))
            .to_vec(),
        strekkingen: Strekking::ALL
            .map(|strekking| Keuze::new(strekking.code(), strekking.naam()))
            .to_vec(),
        annuleren: pad_of(voorstel),
    }
}

fn answer_page(
    state: &AppState,
    wie: &InGemeente,
    (voorstel, nummer): (&Voorstel, u32),
    invoer: ReactieInvoer,
    fouten: Fouten,
) -> Result<ReactiePagina, Fout> {
    let inbreng: &Inbreng = voorstel
        .find_inbreng(nummer)
        .ok_or_else(Fout::niet_gevonden)?;
    Ok(ReactiePagina {
        schil: schil_onder(state, wie, voorstel, "Reactie van het college vastleggen"),
        fouten,
        invoer,
        waarop: inbrengtitel(inbreng),
        strekking: inbreng.strekking.naam(),
        tekst: inbreng.tekst.clone(),
        annuleren: pad_of(voorstel),
    })
}

impl From<Adviesvelden> for InbrengInvoer {
    fn from(velden: Adviesvelden) -> Self {
        Self {
            soort: velden.soort,
            van: velden.van,
            datum: velden.datum,
            strekking: velden.strekking,
            tekst: velden.tekst,
        }
    }
}
