//! `…/bijlagen`: adding a PDF to a proposal or decision, and downloading it. A file is never shown inside a page.

use actix_web::web::{Data, Path};
use application::beleid::{
    BijlageVan, Bijlageregel, RecordBijlage, VoorstelError, db_rol, record_bijlage,
};
use askama::Template;
use domain::beleid::{Besluitakte, Orgaan, Voorstel};
use domain::bevoegdheid::Permission;
use http_base::{
    AppState, Fout, InGemeente, TenantTx, Upload, find_leesbare_bijlage, list_leesbare_bijlagen,
};
use primitives::{BesluitId, Veldfouten, VoorstelId, moment_nl};

use super::lezen::{eigen_voorstel, pad_of, schil_onder};
use crate::beleid::lezen::besluit_of;
use crate::formuliervelden::Fouten;
use crate::onderdelen::Link;
use crate::pagina::{Antwoord, render, render_bestand, render_invalid};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "beleid/voorstel/bijlage.html")]
struct BijlagePagina {
    schil: Schil,
    fouten: Fouten,
    annuleren: String,
}

/// A file on a page.
pub(crate) struct Bijlagelink {
    pub(crate) link: Link,
    pub(crate) omvang: String,
    pub(crate) sha256: String,
    pub(crate) op: String,
    pub(crate) door: String,
}

/// What a file is added to, with the frame of its page.
struct Plek {
    van: BijlageVan,
    orgaan: Orgaan,
    schil: Schil,
    /// The page to which the clerk goes back, under the municipality.
    onder: String,
}

pub(super) async fn show_voorstel(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
) -> Antwoord {
    let plek = voorstel_plek(&state, &wie, &pad.1).await?;
    render(&page(&wie, plek, Fouten::geen()))
}

pub(super) async fn record_voorstel(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
    upload: Upload,
) -> Antwoord {
    let plek = voorstel_plek(&state, &wie, &pad.1).await?;
    record(&state, &wie, plek, &upload).await
}

pub(super) async fn download_voorstel(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String, String)>,
) -> Antwoord {
    let id = VoorstelId::parse(&pad.1).map_err(|_| Fout::niet_gevonden())?;
    download(&state, &wie, BijlageVan::Voorstel(id), &pad.2).await
}

pub(super) async fn show_besluit(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
) -> Antwoord {
    let plek = besluit_plek(&state, &wie, &pad.1).await?;
    render(&page(&wie, plek, Fouten::geen()))
}

pub(super) async fn record_besluit(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
    upload: Upload,
) -> Antwoord {
    let plek = besluit_plek(&state, &wie, &pad.1).await?;
    record(&state, &wie, plek, &upload).await
}

pub(super) async fn download_besluit(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String, String)>,
) -> Antwoord {
    let id = BesluitId::parse(&pad.1).map_err(|_| Fout::niet_gevonden())?;
    download(&state, &wie, BijlageVan::Besluit(id), &pad.2).await
}

/// The files of a proposal that this reader may see.
pub(super) async fn list_van_voorstel(
    state: &AppState,
    wie: &InGemeente,
    voorstel: &Voorstel,
) -> Result<Vec<Bijlagelink>, Fout> {
    let van = BijlageVan::Voorstel(voorstel.kop().id);
    list(state, wie, van, &pad_of(voorstel)).await
}

/// The files of a decision, and those of the proposal from which it arose.
pub(crate) async fn list_van_besluit(
    state: &AppState,
    wie: &InGemeente,
    akte: &Besluitakte,
) -> Result<Vec<Bijlagelink>, Fout> {
    let id = akte.besluit.kop().id;
    let pad = format!("/{}/besluiten/{id}", wie.code());
    let mut bijlagen = list(state, wie, BijlageVan::Besluit(id), &pad).await?;
    if let Some(voorstel) = akte.herkomst.voorstel() {
        let pad = format!("/{}/voorstellen/{voorstel}", wie.code());
        bijlagen.extend(list(state, wie, BijlageVan::Voorstel(voorstel), &pad).await?);
    }
    Ok(bijlagen)
}

async fn list(
    state: &AppState,
    wie: &InGemeente,
    van: BijlageVan,
    pad: &str,
) -> Result<Vec<Bijlagelink>, Fout> {
    let regels = list_leesbare_bijlagen(state, wie.actor(), wie.code(), van).await?;
    let link = |regel: Bijlageregel| {
        let href = format!("{pad}/bijlagen/{}", regel.id);
        Bijlagelink::new(regel, href)
    };
    Ok(regels.into_iter().map(link).collect())
}

async fn download(state: &AppState, wie: &InGemeente, van: BijlageVan, kenmerk: &str) -> Antwoord {
    wie.require(Permission::BeleidLezen)?;
    let gezocht = (van, kenmerk);
    let (naam, inhoud) = find_leesbare_bijlage(state, wie.actor(), wie.code(), gezocht).await?;
    Ok(render_bestand("application/pdf", &naam, inhoud))
}

async fn record(state: &AppState, wie: &InGemeente, plek: Plek, upload: &Upload) -> Antwoord {
    let Some(bestand) = upload.bestand("bestand") else {
        let fouten = Veldfouten::single("bestand", "kies een PDF van ten hoogste 20 MB");
        return render_invalid(&page(wie, plek, fouten.into()));
    };
    let opdracht = RecordBijlage {
        van: plek.van,
        naam: &bestand.naam,
        inhoud: &bestand.inhoud,
    };
    let (actor, now) = (wie.actor(), state.clock.now());
    let uitkomst: Result<_, VoorstelError> = state
        .db
        .in_tenant(
            "record_bijlage",
            wie.code(),
            db_rol(plek.orgaan),
            async |tx: &mut TenantTx| record_bijlage(tx, actor, now, &*state.ids, opdracht).await,
        )
        .await;
    match uitkomst {
        Ok(_) => {
            wie.redirect(state, &plek.onder, "De bijlage is toegevoegd.")
                .await
        }
        Err(VoorstelError::Invoer(fouten)) => render_invalid(&page(wie, plek, fouten.into())),
        Err(fout) => Err(fout.into()),
    }
}

async fn voorstel_plek(state: &AppState, wie: &InGemeente, kenmerk: &str) -> Result<Plek, Fout> {
    let voorstel = eigen_voorstel(state, wie, kenmerk).await?;
    voorstel.check_inbreng().map_err(VoorstelError::from)?;
    let kop = voorstel.kop();
    Ok(Plek {
        van: BijlageVan::Voorstel(kop.id),
        orgaan: kop.orgaan,
        schil: schil_onder(state, wie, &voorstel, "Bijlage toevoegen"),
        onder: format!("/voorstellen/{}", kop.id),
    })
}

async fn besluit_plek(state: &AppState, wie: &InGemeente, kenmerk: &str) -> Result<Plek, Fout> {
    let akte = besluit_of(state, wie, kenmerk).await?;
    let kop = akte.besluit.kop();
    wie.require(kop.orgaan.permission())?;
    let onder = format!("/besluiten/{}", kop.id);
    let naam = format!("{} {}", kop.orgaan.besluitnaam(), kop.nummer);
    let schil = Schil::in_gemeente(state, wie, "/besluiten", "Bijlage toevoegen")
        .kruimel("Besluiten", format!("/{}/besluiten", wie.code()))
        .kruimel(naam, format!("/{}{onder}", wie.code()));
    Ok(Plek {
        van: BijlageVan::Besluit(kop.id),
        orgaan: kop.orgaan,
        schil,
        onder,
    })
}

fn page(wie: &InGemeente, plek: Plek, fouten: Fouten) -> BijlagePagina {
    BijlagePagina {
        schil: plek.schil,
        fouten,
        annuleren: format!("/{}{}", wie.code(), plek.onder),
    }
}

impl Bijlagelink {
    /// A file, to download at an address.
    pub(crate) fn new(regel: Bijlageregel, href: String) -> Self {
        Self {
            link: Link::new(regel.naam, href),
            omvang: render_omvang(regel.omvang),
            sha256: regel.sha256,
            op: moment_nl(regel.op),
            door: regel.door,
        }
    }
}

fn render_omvang(bytes: u32) -> String {
    match bytes {
        0..=1023 => format!("{bytes} bytes"),
        1024..=1_048_575 => format!("{} kB", bytes / 1024),
        _ => {
            let tienden = u64::from(bytes) * 10 / 1_048_576;
            format!("{},{} MB", tienden / 10, tienden % 10)
        }
    }
}
