//! The work list: applications whose term ends soonest, and proposals that wait for a second person.

use application::aanvraag::{AanvraagError, Aanvraagvoorraad, load_aanvraagvoorraad};
use domain::bevoegdheid::Permission;
use http_base::{Aangemeld, AppState, DbRol, Fout, Gemeentenaam};
use primitives::datum_lang;

use crate::onderdelen::{Link, Status, Taak, Toon};

/// What waits for this person, municipality by municipality.
pub(crate) async fn list_taken(state: &AppState, wie: &Aangemeld) -> Result<Vec<Taak>, Fout> {
    let (actor, now) = (wie.actor(), state.clock.now());
    let mut taken = Vec::new();
    for gemeente in wie.gemeenten() {
        if !actor.may(Permission::AanvraagBehandelen, gemeente.code) {
            continue;
        }
        let voorraad: Result<_, AanvraagError> = state
            .db
            .in_tenant(
                "load_aanvraagvoorraad",
                gemeente.code,
                DbRol::Uitvoering,
                async |tx| load_aanvraagvoorraad(tx, actor, now).await,
            )
            .await;
        taken.extend(tasks(gemeente, voorraad?));
    }
    Ok(taken)
}

fn tasks(gemeente: &Gemeentenaam, voorraad: Aanvraagvoorraad) -> Vec<Taak> {
    let taak = |titel: String, waarom: &str, status: Option<Status>| Taak {
        titel,
        waarom: waarom.to_owned(),
        gemeente: Some(gemeente.naam.clone()),
        status,
        link: Link::new("Bekijken", format!("/{}/aanvragen", gemeente.code)),
    };
    let mut taken = Vec::new();
    if voorraad.te_beslissen > 0 {
        taken.push(taak(
            format!(
                "Beslis op {}",
                applications(voorraad.te_beslissen, "voorstel", "voorstellen")
            ),
            "Een collega stelde een besluit voor.",
            Some(Status::new(Toon::Aandacht, "wacht op u")),
        ));
    }
    if voorraad.open > 0 {
        taken.push(taak(
            format!(
                "Behandel {}",
                applications(voorraad.open, "aanvraag", "aanvragen")
            ),
            "Op een aanvraag volgt op tijd een besluit (Awb art. 4:13).",
            voorraad.eerste_termijn.map(|dag| {
                Status::new(
                    Toon::Aandacht,
                    format!("eerste termijn {}", datum_lang(dag)),
                )
            }),
        ));
    }
    taken
}

fn applications(aantal: usize, een: &str, meer: &str) -> String {
    format!("{aantal} {}", if aantal == 1 { een } else { meer })
}
