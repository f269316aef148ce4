//! `/{gemeente}/beleid/basis/{id}/publiceren`: a second person reads the draft and publishes it as a version.

use actix_web::web::{Data, Path};
use application::beleid::{BasisError, record_basispublicatie};
use askama::Template;
use domain::beleid::{Basisset, Basistekst, Basiswaarde, catalogus};
use http_base::{AppState, DbRol, Formulier, Fout, InGemeente, TenantTx};
use primitives::datum_lang;
use serde::Deserialize;

use super::lezen::{eigen_set, namen_of, pad_of, schil, versies_of};
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "beleid/basisset/publiceren.html")]
struct PubliceerPagina {
    schil: Schil,
    versie: u16,
    vanaf: String,
    gemeenten: String,
    toelichting: Option<String>,
    wijzigingen: Vec<Wijziging>,
    bewerking: u32,
    annuleren: String,
}

/// A value that the version adds, changes or drops.
struct Wijziging {
    naam: String,
    was: String,
    wordt: String,
    uitleg: String,
}

#[derive(Deserialize)]
pub(super) struct Publiceervelden {
    #[serde(default)]
    bewerking: String,
}

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
) -> Antwoord {
    let set = load(&state, &wie, &pad.1).await?;
    let tekst = set.tekst();
    let versies = versies_of(&state, &wie).await?;
    let vorige = versies.iter().find(|v| v.basisset == set.kop().id);
    let eigen_pad = pad_of(&wie, set.kop().id);
    render(&PubliceerPagina {
        schil: schil(&state, &wie, "Nalezen en publiceren").kruimel(&set.kop().naam, &eigen_pad),
        versie: set.versie(),
        vanaf: datum_lang(tekst.vanaf),
        gemeenten: namen_of(&state, &tekst.leden).await?.join(", "),
        toelichting: tekst.toelichting.clone(),
        wijzigingen: list_wijzigingen(vorige.map(|v| &v.tekst), tekst),
        bewerking: set.bewerking(),
        annuleren: eigen_pad,
    })
}

pub(super) async fn record(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String)>,
    velden: Formulier<Publiceervelden>,
) -> Antwoord {
    let set = load(&state, &wie, &pad.1).await?;
    let id = set.kop().id;
    // A number that is none was never shown: it counts as overtaken.
    let gezien = velden.0.bewerking.parse().unwrap_or(0);
    let (actor, now) = (wie.actor(), state.clock.now());
    let uitkomst: Result<_, BasisError> = state
        .db
        .in_tenant(
            "record_basispublicatie",
            wie.code(),
            DbRol::Opdrachtgever,
            async |tx: &mut TenantTx| record_basispublicatie(tx, actor, now, id, gezien).await,
        )
        .await;
    uitkomst?;
    let onder = format!("/beleid/basis/{id}");
    let melding = "De versie is gepubliceerd. Elke gemeente maakt er nu een eigen voorstel van.";
    wie.redirect(&state, &onder, melding).await
}

/// The base, if this person may publish it.
async fn load(state: &AppState, wie: &InGemeente, kenmerk: &str) -> Result<Basisset, Fout> {
    let set = eigen_set(state, wie, kenmerk).await?;
    set.check_publiceren(&wie.actor().sub)
        .map_err(BasisError::from)?;
    Ok(set)
}

fn list_wijzigingen(vorige: Option<&Basistekst>, nieuw: &Basistekst) -> Vec<Wijziging> {
    let render = |basis: Option<&Basiswaarde>, leeg: &str| match basis {
        None => leeg.to_owned(),
        Some(basis) => {
            let parameter = catalogus().find(basis.sleutel.as_str());
            parameter.map_or_else(String::new, |p| p.render(&basis.waarde))
        }
    };
    let wijziging = |parameter: &domain::beleid::Parameter| {
        let was = vorige.and_then(|tekst| tekst.find(&parameter.sleutel));
        let wordt = nieuw.find(&parameter.sleutel);
        (was.map(|w| &w.waarde) != wordt.map(|w| &w.waarde)).then(|| Wijziging {
            naam: parameter.naam.clone(),
            was: render(was, "Niet in de basis"),
            wordt: render(wordt, "Niet meer in de basis"),
            uitleg: wordt.and_then(|w| w.uitleg.clone()).unwrap_or_default(),
        })
    };
    catalogus()
        .parameters()
        .iter()
        .filter_map(wijziging)
        .collect()
}
