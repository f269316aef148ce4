//! `/beheer`: the municipalities and the work queue, for who runs the platform. No personal data.

use actix_web::web::{Data, Path};
use application::gemeente::{Beheerbeeld, load_beheer, update_mislukte_job};
use askama::Template;
use domain::bevoegdheid::Permission;
use http_base::{Aangemeld, AppState, Formulier, Fout, LeegFormulier, PlatformTx};
use primitives::datum_kort;
use uuid::Uuid;

use crate::onderdelen::{Status, Toon};
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "gemeente/beheer.html")]
struct BeheerPagina {
    schil: Schil,
    wachtend: String,
    stand: Status,
    gemeenten: Vec<Gemeenterij>,
    mislukt: Vec<Jobrij>,
}

struct Gemeenterij {
    code: String,
    naam: String,
    kleur: String,
    vorm: &'static str,
    sinds: String,
    tot: String,
}

struct Jobrij {
    id: String,
    soort: String,
    gemeente: String,
    pogingen: i32,
    fout: String,
}

pub(super) async fn show(state: Data<AppState>, wie: Aangemeld) -> Antwoord {
    wie.require_somewhere(Permission::PlatformBeheren)?;
    let beeld = state
        .db
        .in_platform("load_beheer", async |tx: &mut PlatformTx| {
            load_beheer(tx, wie.actor()).await
        })
        .await?;
    let schil = Schil::platform(&state, &wie, "/beheer", "Beheer");
    render(&page(schil, beeld))
}

pub(super) async fn retry(
    state: Data<AppState>,
    wie: Aangemeld,
    job: Path<String>,
    _knop: Formulier<LeegFormulier>,
) -> Antwoord {
    wie.require_somewhere(Permission::PlatformBeheren)?;
    let id: Uuid = job.parse().map_err(|_| Fout::niet_gevonden())?;
    let now = state.clock.now();
    state
        .db
        .in_platform("update_mislukte_job", async |tx: &mut PlatformTx| {
            update_mislukte_job(tx, wie.actor(), now, id).await
        })
        .await?;
    wie.redirect(&state, "/beheer", "De taak wordt opnieuw geprobeerd.")
        .await
}

fn page(schil: Schil, beeld: Beheerbeeld) -> BeheerPagina {
    let stand = if beeld.wachtrij.mislukt == 0 {
        Status::new(Toon::Goed, "niets mislukt")
    } else {
        Status::new(Toon::Fout, format!("{} mislukt", beeld.wachtrij.mislukt))
    };
    let gemeenten = beeld.gemeenten.into_iter().map(|gemeente| Gemeenterij {
        code: gemeente.code.to_string(),
        naam: gemeente.naam,
        kleur: gemeente.themakleur,
        vorm: gemeente.uitvoeringsvorm.naam(),
        sinds: datum_kort(gemeente.aangesloten_op),
        tot: gemeente.uitgetreden_op.map(datum_kort).unwrap_or_default(),
    });
    let mislukt = beeld.mislukt.into_iter().map(|job| Jobrij {
        id: job.id.to_string(),
        soort: job.soort,
        gemeente: job
            .gemeente
            .map(|code| code.to_string())
            .unwrap_or_default(),
        pogingen: job.pogingen,
        fout: job.laatste_fout.unwrap_or_default(),
    });
    BeheerPagina {
        wachtend: beeld.wachtrij.wacht.to_string(),
        stand,
        gemeenten: gemeenten.collect(),
        mislukt: mislukt.collect(),
        schil,
    }
}

#[cfg(test)]
mod tests {
    use application::gemeente::{MislukteJob, Telling};

    use super::*;

    #[test]
    fn a_failed_job_can_be_tried_again() {
        let id = Uuid::from_u128(7);
        let beeld = Beheerbeeld {
            gemeenten: Vec::new(),
            wachtrij: Telling {
                wacht: 3,
                mislukt: 1,
            },
            mislukt: vec![MislukteJob {
                id,
                gemeente: None,
                soort: "sluitbericht".to_owned(),
                pogingen: 8,
                laatste_fout: Some("the mail server does not answer".to_owned()),
            }],
        };
        let html = page(Schil::sample("Beheer"), beeld).render().unwrap();
        assert!(html.contains("1 mislukt") && html.contains(&format!("/beheer/jobs/{id}/opnieuw")));
    }
}
