//! `/{gemeente}/opdracht/{jaar}/versies/{versie}`: a version as it was given.

use actix_web::web::{Data, Path};
use askama::Template;
use http_base::{AppState, Fout, InGemeente};
use primitives::moment_nl;

use super::lezen::{Vraag, beeld_of, read_jaar, schil_onder, vraag_of};
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "opdracht/versie.html")]
struct VersiePagina {
    schil: Schil,
    op: String,
    door: String,
    is_geldend: bool,
    vragen: Vec<Vraag>,
}

pub(super) async fn show(
    state: Data<AppState>,
    wie: InGemeente,
    pad: Path<(String, String, String)>,
) -> Antwoord {
    let jaar = read_jaar(&pad.1)?;
    let beeld = beeld_of(&state, &wie, jaar).await?;
    // A text that is no number is no version either.
    let versie = pad.2.parse().map_err(|_| Fout::niet_gevonden())?;
    let akte = beeld.opdracht.find_versie(versie);
    let akte = akte.ok_or_else(Fout::niet_gevonden)?;
    let geldend = beeld.opdracht.verstrekt().map(|akte| akte.versie);
    render(&VersiePagina {
        schil: schil_onder(&state, &wie, jaar, &format!("Versie {versie}")),
        op: moment_nl(akte.op),
        door: akte.door.naam.clone(),
        is_geldend: geldend == Some(versie),
        vragen: akte
            .onderdelen
            .iter()
            .map(|onderdeel| vraag_of(&beeld, onderdeel, &wie))
            .collect(),
    })
}
