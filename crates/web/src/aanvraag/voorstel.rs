//! `/{gemeente}/inwoners/{dossier}/aanvragen/{aanvraag}/voorstel`: proposing a decision on a calculation.

use actix_web::web::Data;
use application::aanvraag::{AanvraagError, Aanvraagbeeld, record_voorstel};
use askama::Template;
use domain::aanvraag::{Afweegpunt, Besluitsoort, Rekenfeiten};
use domain::bevoegdheid::Permission;
use domain::recht::Regeling;
use http_base::{AppState, DbRol, Formulier, InGemeente};
use primitives::{Veldfouten, datum_kort, datum_lang};

use super::adres::{Aanvraagpad, href, ids_of, load, shell, under};
use super::voorstelvelden::Invoer;
use crate::formuliervelden::{Fouten, Keuze};
use crate::pagina::{Antwoord, render, render_invalid};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "aanvraag/voorstel.html")]
struct VoorstelPagina {
    schil: Schil,
    fouten: Fouten,
    invoer: Invoer,
    besluiten: Vec<Keuze>,
    huisvestingen: Vec<Keuze>,
    punten: Vec<Keuze>,
    ja_nee: Vec<Keuze>,
    is_toeslag: bool,
    gemeld_op: String,
    terug: String,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, pad: Aanvraagpad) -> Antwoord {
    wie.require(Permission::AanvraagBehandelen)?;
    let beeld = load(&state, &wie, ids_of(&pad.1, &pad.2)?).await?;
    let invoer = Invoer {
        ingang: datum_kort(beeld.aanvraag.gemeld_op()),
        ..Invoer::default()
    };
    render(&context(&state, &wie, &beeld, invoer, Fouten::geen()))
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Aanvraagpad,
    Formulier(invoer): Formulier<Invoer>,
) -> Antwoord {
    wie.require(Permission::AanvraagBehandelen)?;
    let wat = ids_of(&pad.1, &pad.2)?;
    let beeld = load(&state, &wie, wat).await?;
    let opdracht = match invoer.parse(wat, beeld.aanvraag.kop().regeling) {
        Ok(opdracht) => opdracht,
        Err(fouten) => {
            return render_invalid(&context(&state, &wie, &beeld, invoer, fouten.into()));
        }
    };
    let (actor, now) = (wie.actor(), state.clock.now());
    let uitkomst = state
        .db
        .in_tenant(
            "record_voorstel",
            wie.code(),
            DbRol::Uitvoering,
            async |tx| record_voorstel(tx, actor, now, &opdracht).await,
        )
        .await;
    let fouten = match uitkomst {
        Ok(_) => {
            let onder = under(wat.0, wat.1);
            return wie
                .redirect(&state, &onder, "Het besluit is voorgesteld.")
                .await;
        }
        Err(AanvraagError::Invoer(fouten)) => fouten,
        Err(AanvraagError::Stand(reden)) => Veldfouten::single("besluit", reden.to_string()),
        Err(fout) => return Err(fout.into()),
    };
    render_invalid(&context(&state, &wie, &beeld, invoer, fouten.into()))
}

fn context(
    state: &AppState,
    wie: &InGemeente,
    beeld: &Aanvraagbeeld,
    invoer: Invoer,
    fouten: Fouten,
) -> VoorstelPagina {
    let aanvraag = &beeld.aanvraag;
    let punt =
        |een: Afweegpunt| Keuze::new(een.code(), format!("{} ({})", een.naam(), een.artikel()));
    VoorstelPagina {
        schil: shell(state, wie, beeld, "Een besluit voorstellen"),
        fouten,
        invoer: Invoer {
            gezien: aanvraag.akten().len().to_string(),
            ..invoer
        },
        besluiten: Besluitsoort::OP_AANVRAAG
            .iter()
            .map(|een| Keuze::new(een.code(), een.naam()))
            .collect(),
        huisvestingen: Rekenfeiten::HUISVESTING
            .map(|(code, naam)| Keuze::new(code, naam))
            .to_vec(),
        punten: Afweegpunt::ALL.map(punt).to_vec(),
        ja_nee: vec![Keuze::new("ja", "Ja"), Keuze::new("nee", "Nee")],
        is_toeslag: aanvraag.kop().regeling == Regeling::IndividueleInkomenstoeslag,
        gemeld_op: datum_lang(aanvraag.gemeld_op()),
        terug: href(wie, aanvraag),
    }
}
