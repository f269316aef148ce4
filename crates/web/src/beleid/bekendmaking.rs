//! `/{gemeente}/besluiten/{id}/bekendmaking`: recording where and when a decision was published.

use actix_web::web::{Data, Path};
use application::beleid::{BeleidError, RecordBekendmaking, db_rol, record_bekendmaking};
use askama::Template;
use domain::beleid::{BekendmakingInvoer, Besluit, Notatie, Publicatieplaats, catalogus};
use http_base::{AppState, Formulier, Fout, InGemeente, TenantTx};
use primitives::{datum_kort, datum_lang};

use super::lezen::{besluit_of, render_periode};
use crate::formuliervelden::{Fouten, Keuze};
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "beleid/bekendmaking.html")]
struct BekendmakingPagina {
    schil: Schil,
    fouten: Fouten,
    invoer: BekendmakingInvoer,
    plaatsen: Vec<Keuze>,
    waarden: Vec<(String, String, String)>,
    annuleren: String,
}

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
) -> Antwoord {
    let besluit = load_te_publiceren(&state, &wie, &pad.1).await?;
    let invoer = BekendmakingInvoer {
        inwerkingtreding: datum_kort(besluit.kop().inwerkingtreding),
        ..BekendmakingInvoer::default()
    };
    render(&page(&state, &wie, &besluit, invoer, Fouten::geen()))
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
    invoer: Formulier<BekendmakingVelden>,
) -> Antwoord {
    let besluit = load_te_publiceren(&state, &wie, &pad.1).await?;
    let invoer: BekendmakingInvoer = invoer.0.into();
    let opdracht = RecordBekendmaking {
        besluit: besluit.kop().id,
        invoer: &invoer,
        notatie: Notatie::Formulier,
    };
    let (actor, now) = (wie.actor(), state.clock.now());
    let rol = db_rol(besluit.kop().orgaan);
    let uitkomst: Result<_, BeleidError> = state
        .db
        .in_tenant(
            "record_bekendmaking",
            wie.code(),
            rol,
            async |tx: &mut TenantTx| record_bekendmaking(tx, actor, now, opdracht.clone()).await,
        )
        .await;
    match uitkomst {
        Ok(besluit) => {
            let dag = besluit
                .bekendmaking()
                .map(|b| datum_lang(b.inwerkingtreding));
            let melding = format!(
                "De bekendmaking is vastgelegd. Het besluit gaat in op {}.",
                dag.unwrap_or_default()
            );
            wie.redirect(
                &state,
                &format!("/besluiten/{}", besluit.kop().id),
                &melding,
            )
            .await
        }
        Err(BeleidError::Invoer(fouten)) => {
            render_invalid(&page(&state, &wie, &besluit, invoer, fouten.into()))
        }
        Err(fout) => Err(fout.into()),
    }
}

/// The fields as the browser sends them, with the hidden field that the extractor has checked.
#[derive(serde::Deserialize)]
pub(super) struct BekendmakingVelden {
    #[serde(default)]
    plaats: String,
    #[serde(default)]
    nummer: String,
    #[serde(default)]
    datum: String,
    #[serde(default)]
    inwerkingtreding: String,
}

impl From<BekendmakingVelden> for BekendmakingInvoer {
    fn from(velden: BekendmakingVelden) -> Self {
        Self {
            plaats: velden.plaats,
            nummer: velden.nummer,
            datum: velden.datum,
            inwerkingtreding: velden.inwerkingtreding,
        }
    }
}

/// The decision, if this person may publish it and it was taken and not published yet.
async fn load_te_publiceren(
    state: &AppState,
    wie: &InGemeente,
    kenmerk: &str,
) -> Result<Besluit, Fout> {
    let akte = besluit_of(state, wie, kenmerk).await?;
    wie.require(akte.besluit.kop().orgaan.permission())?;
    akte.check_bekend_te_maken(&wie.actor().sub)
        .map_err(BeleidError::from)?;
    Ok(akte.corrected())
}

fn page(
    state: &AppState,
    wie: &InGemeente,
    besluit: &Besluit,
    invoer: BekendmakingInvoer,
    fouten: Fouten,
) -> BekendmakingPagina {
    let kop = besluit.kop();
    let annuleren = format!("/{}/besluiten/{}", wie.code(), kop.id);
    let schil = Schil::in_gemeente(state, wie, "/besluiten", "Bekendmaking vastleggen")
        .kruimel("Besluiten", format!("/{}/besluiten", wie.code()))
        .kruimel(
            format!("{} {}", kop.orgaan.besluitnaam(), kop.nummer),
            annuleren.clone(),
        );
    let waarden = besluit.waarden().iter().map(|besloten| {
        let parameter = catalogus().find(besloten.sleutel.as_str());
        let naam = parameter.map_or_else(String::new, |p| p.naam.clone());
        let waarde = parameter.map_or_else(String::new, |p| p.render(&besloten.waarde));
        let periode = render_periode(besloten.periode.van(), besloten.periode.tot());
        (naam, waarde, periode)
    });
    BekendmakingPagina {
        waarden: waarden.collect(),
        schil,
        fouten,
        invoer,
        plaatsen: Publicatieplaats::ALL
            .map(|p| Keuze::new(p.code(), p.naam()))
            .to_vec(),
        annuleren,
    }
}
