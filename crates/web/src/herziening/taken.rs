//! The work list: reviews that wait for a second person.

use application::herziening::{HerzieningError, count_te_beslissen};
use domain::bevoegdheid::Permission;
use http_base::{Aangemeld, AppState, DbRol, Fout};

use crate::onderdelen::{Link, Status, Taak, Toon};

/// What waits for this person, municipality by municipality.
pub(crate) async fn list_taken(state: &AppState, wie: &Aangemeld) -> Result<Vec<Taak>, Fout> {
    let (actor, now) = (wie.actor(), state.clock.now());
    let mut taken = Vec::new();
    for gemeente in wie.gemeenten() {
        if !actor.may(Permission::AanvraagBehandelen, gemeente.code) {
            continue;
        }
        let aantal: Result<usize, HerzieningError> = state
            .db
            .in_tenant(
                "count_te_beslissen",
                gemeente.code,
                DbRol::Uitvoering,
                async |tx| count_te_beslissen(tx, actor, now).await,
            )
            .await;
        let aantal = aantal?;
        if aantal > 0 {
            let wat = if aantal == 1 {
                "herziening"
            } else {
                "herzieningen"
            };
            taken.push(Taak {
                titel: format!("Beslis op {aantal} {wat}"),
                waarom: "Een collega stelde een nieuw besluit over eerdere maanden voor."
                    .to_owned(),
                gemeente: Some(gemeente.naam.clone()),
                status: Some(Status::new(Toon::Aandacht, "wacht op u")),
                link: Link::new("Bekijken", format!("/{}/herzieningen", gemeente.code)),
            });
        }
    }
    Ok(taken)
}
