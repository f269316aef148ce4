//! `/{gemeente}/inwoners/{dossier}/bezwaren/{bezwaar}/handelingen/{soort}`: one act, one page.

use actix_web::web::{Data, Path};
use application::bezwaar::record_bezwaarhandeling;
use domain::bevoegdheid::Permission;
use http_base::{AppState, DbRol, Formulier, Fout, InGemeente};
use primitives::{datum_in_nederland, datum_kort};

use super::adres::{Wat, href, ids_of, load, shell, under};
use super::akten::list_mogelijk;
use super::handelingsvelden::{act, form};
use crate::formuliervelden::Fouten;
use crate::handelingsformulier::{HandelingPagina, Invoer};
use crate::pagina::{Antwoord, render, render_invalid};

pub(super) type Handelingpad = Path<(String, String, String, String)>;

pub(super) async fn show(state: Data<AppState>, wie: InGemeente, pad: Handelingpad) -> Antwoord {
    wie.require(Permission::AanvraagBehandelen)?;
    let wat = ids_of(&pad.1, &pad.2)?;
    let invoer = Invoer {
        dag: datum_kort(datum_in_nederland(state.clock.now())),
        ..Invoer::default()
    };
    render(&page(&state, &wie, wat, &pad.3, invoer, Fouten::geen()).await?)
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Handelingpad,
    Formulier(invoer): Formulier<Invoer>,
) -> Antwoord {
    wie.require(Permission::AanvraagBehandelen)?;
    let (wat, soort) = (ids_of(&pad.1, &pad.2)?, pad.3.as_str());
    let vorm = form(soort).ok_or_else(Fout::niet_gevonden)?;
    let (gezien, handeling) = match invoer.parse(&vorm, |gelezen| act(soort, gelezen)) {
        Ok(gelezen) => gelezen,
        Err(fouten) => {
            return render_invalid(&page(&state, &wie, wat, soort, invoer, fouten.into()).await?);
        }
    };
    let (actor, now) = (wie.actor(), state.clock.now());
    let uitkomst = state
        .db
        .in_tenant(
            "record_bezwaarhandeling",
            wie.code(),
            DbRol::Uitvoering,
            async |tx| {
                record_bezwaarhandeling(tx, actor, now, wat, gezien, handeling.clone()).await
            },
        )
        .await;
    let fouten = match uitkomst {
        Ok(_) => {
            return wie
                .redirect(&state, &under(wat), "Het is vastgelegd.")
                .await;
        }
        Err(fout) => fout.into_fouten(vorm.first_field())?,
    };
    render_invalid(&page(&state, &wie, wat, soort, invoer, fouten.into()).await?)
}

async fn page(
    state: &AppState,
    wie: &InGemeente,
    wat: Wat,
    soort: &str,
    invoer: Invoer,
    fouten: Fouten,
) -> Result<HandelingPagina, Fout> {
    let vorm = form(soort).ok_or_else(Fout::niet_gevonden)?;
    let beeld = load(state, wie, wat).await?;
    let vandaag = datum_in_nederland(state.clock.now());
    let pad = format!("handelingen/{soort}");
    let kan = list_mogelijk(&beeld.bezwaar, vandaag)
        .iter()
        .any(|(mogelijk, _)| *mogelijk == pad);
    Ok(HandelingPagina {
        schil: shell(state, wie, &beeld, vorm.titel),
        fouten,
        vorm,
        invoer: Invoer {
            gezien: beeld.bezwaar.akten().len().to_string(),
            ..invoer
        },
        kan_niet: !kan,
        waaraan: "het bezwaar",
        terug: href(wie, &beeld.bezwaar),
    })
}
