//! `/{gemeente}/zienswijzen/{ronde}/antwoord/vaststellen`: somebody of the board who wrote none of it confirms the answer.

use actix_web::web::{Data, Path};
use application::beleid::zienswijze::{Rondebeeld, ZienswijzeError, record_vaststelling};
use askama::Template;
use domain::beleid::zienswijze::{Beantwoording, Ontwerpgeweigerd};
use domain::bevoegdheid::Permission;
use http_base::{AppState, DbRol, Formulier, Fout, InGemeente, TenantTx};
use serde::Deserialize;

use super::lezen::{antwoord_of, pad_in, ronde_in, schil_in};
use super::weergave::{Puntregel, list_punten, render_reactie};
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "beleid/zienswijze/vaststellen.html")]
struct VaststellenPagina {
    schil: Schil,
    gemeente: String,
    punten: Vec<Puntregel>,
    versie: u32,
    annuleren: String,
}

#[derive(Deserialize)]
pub(super) struct Vaststelvelden {
    #[serde(default)]
    versie: String,
}

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
) -> Antwoord {
    let (beeld, antwoord) = load(&state, &wie, &pad.1).await?;
    let ingediend = beeld.find_ingediend(wie.code());
    let mut punten = ingediend.map_or_else(Vec::new, |i| list_punten(&i.tekst.punten, None));
    for (punt, reactie) in punten.iter_mut().zip(antwoord.tekst()) {
        punt.reactie = reactie.as_ref().map(render_reactie);
    }
    render(&VaststellenPagina {
        schil: schil_in(&state, &wie, &beeld, "Antwoord vaststellen"),
        gemeente: wie.gemeente.naam.clone(),
        punten,
        versie: antwoord.versie(),
        annuleren: pad_in(wie.code(), beeld.ronde.kop.id),
    })
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
    form: Formulier<Vaststelvelden>,
) -> Antwoord {
    let (beeld, _) = load(&state, &wie, &pad.1).await?;
    // A version that is no number was never shown: it counts as overtaken.
    let versie = form.0.versie.parse().unwrap_or(0);
    let (actor, now, id) = (wie.actor(), state.clock.now(), beeld.ronde.kop.id);
    let uitkomst: Result<_, ZienswijzeError> = state
        .db
        .in_tenant(
            "record_vaststelling",
            wie.code(),
            DbRol::Uitvoering,
            async |tx: &mut TenantTx| {
                record_vaststelling(tx, actor, now, &*state.ids, (id, versie)).await
            },
        )
        .await;
    uitkomst?;
    let melding = "Het antwoord is vastgesteld. De gemeente krijgt bericht.";
    wie.redirect(&state, &format!("/zienswijzen/{id}"), melding)
        .await
}

/// The round and the answer, if this person may confirm it now.
async fn load(
    state: &AppState,
    wie: &InGemeente,
    kenmerk: &str,
) -> Result<(Rondebeeld, Beantwoording), Fout> {
    let beeld = ronde_in(state, wie, kenmerk).await?;
    wie.require(Permission::ZienswijzerondeVaststellen)?;
    let kan = beeld.ronde.check_zienswijze();
    kan.map_err(ZienswijzeError::from)?;
    let id = beeld.ronde.kop.id;
    let antwoord = antwoord_of(state, wie.actor(), wie.code(), id).await?;
    let antwoord = antwoord.ok_or_else(Fout::niet_gevonden)?;
    let kan: Result<(), Ontwerpgeweigerd> = antwoord.check_vaststellen(&wie.actor().sub);
    kan.map_err(ZienswijzeError::from)?;
    Ok((beeld, antwoord))
}
