//! The work list: objections that wait for a decision.

use application::bezwaar::{BezwaarError, Bezwaartelling, load_bezwaarvoorraad};
use domain::bevoegdheid::Permission;
use http_base::{Aangemeld, AppState, DbRol, Fout};
use primitives::datum_in_nederland;

use crate::aanvraag::first_term;
use crate::onderdelen::{Link, Taak};

/// What waits, municipality by municipality.
pub(crate) async fn list_taken(state: &AppState, wie: &Aangemeld) -> Result<Vec<Taak>, Fout> {
    let (actor, vandaag) = (wie.actor(), datum_in_nederland(state.clock.now()));
    let mut taken = Vec::new();
    for gemeente in wie.gemeenten() {
        if !actor.may(Permission::AanvraagBehandelen, gemeente.code) {
            continue;
        }
        let telling: Result<Bezwaartelling, BezwaarError> = state
            .db
            .in_tenant(
                "load_bezwaarvoorraad",
                gemeente.code,
                DbRol::Uitvoering,
                async |tx| load_bezwaarvoorraad(tx, actor).await,
            )
            .await;
        let telling = telling?;
        if telling.aantal > 0 {
            let bezwaren = if telling.aantal == 1 {
                "bezwaar"
            } else {
                "bezwaren"
            };
            taken.push(Taak {
                titel: format!("Beslis op {} {bezwaren}", telling.aantal),
                waarom: "Iemand anders dan bij het eerste besluit beslist op tijd (Awb art. 7:10 en 10:3)."
                    .to_owned(),
                gemeente: Some(gemeente.naam.clone()),
                status: telling.eerste_termijn.map(|dag| first_term(dag, vandaag)),
                link: Link::new("Bekijken", format!("/{}/bezwaren", gemeente.code)),
            });
        }
    }
    Ok(taken)
}
