//! The work list: applications whose term ends soonest, and proposals that wait for a second person.

use application::aanvraag::{AanvraagError, Aanvraagvoorraad, load_aanvraagvoorraad};
use domain::bevoegdheid::Permission;
use http_base::{Aangemeld, AppState, DbRol, Fout, Gemeentenaam};
use primitives::{Datum, datum_in_nederland, datum_lang};

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
        taken.extend(tasks(gemeente, voorraad?, datum_in_nederland(now)));
    }
    Ok(taken)
}

fn tasks(gemeente: &Gemeentenaam, voorraad: Aanvraagvoorraad, vandaag: Datum) -> Vec<Taak> {
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
    let telling = voorraad.telling;
    if telling.voorschotten > 0 {
        taken.push(taak(
            format!(
                "Verleen {}",
                applications(telling.voorschotten, "voorschot", "voorschotten")
            ),
            "Binnen vier weken na een aanvraag voor bijstand, en daarna elke vier weken (Participatiewet art. 52).",
            Some(Status::new(Toon::Fout, "nu nodig")),
        ));
    }
    if telling.wachtend > 0 {
        taken.push(taak(
            format!(
                "Behandel {}",
                applications(telling.wachtend, "aanvraag", "aanvragen")
            ),
            "Op een aanvraag volgt op tijd een besluit (Awb art. 4:13).",
            telling.eerste_termijn.map(|dag| first_term(dag, vandaag)),
        ));
    }
    taken
}

/// How a first last day stands.
pub(crate) fn first_term(dag: Datum, vandaag: Datum) -> Status {
    if dag < vandaag {
        Status::new(Toon::Fout, format!("te laat sinds {}", datum_lang(dag)))
    } else {
        let zin = format!("eerste termijn {}", datum_lang(dag));
        Status::new(Toon::Aandacht, zin)
    }
}

fn applications(aantal: usize, een: &str, meer: &str) -> String {
    format!("{aantal} {}", if aantal == 1 { een } else { meer })
}
