//! What waits for who imports: the files of last month.

use application::statistiek::find_ontbrekende_maand;
use domain::bevoegdheid::Permission;
use http_base::{Aangemeld, AppState, DbRol, Fout};
use primitives::{datum_in_nederland, datum_lang, maand_lang};

use crate::onderdelen::{Link, Status, Taak, Toon};

/// A task for each municipality of which no file of last month came in yet.
pub(crate) async fn list_taken(state: &AppState, wie: &Aangemeld) -> Result<Vec<Taak>, Fout> {
    let (actor, now) = (wie.actor(), state.clock.now());
    let mut taken = Vec::new();
    let gemeenten = wie
        .gemeenten()
        .iter()
        .filter(|gemeente| actor.may(Permission::BestandImporteren, gemeente.code));
    for gemeente in gemeenten {
        let maand = state
            .db
            .in_tenant(
                "find_ontbrekende_maand",
                gemeente.code,
                DbRol::Uitvoering,
                async |tx| find_ontbrekende_maand(tx, actor, now).await,
            )
            .await?;
        let Some(maand) = maand else { continue };
        // Four weeks after the month (Regeling statistiek Participatiewet art. 2).
        let uiterlijk = maand.last_day().saturating_add(jiff::Span::new().days(28));
        let is_te_laat = datum_in_nederland(now) > uiterlijk;
        let status = if is_te_laat {
            Status::new(Toon::Fout, "te laat")
        } else {
            Status::new(Toon::Aandacht, "wacht op levering")
        };
        taken.push(Taak {
            titel: format!("Lees het bestand van {} in", maand_lang(maand)),
            waarom: format!(
                "De gegevens moeten uiterlijk {} bij het CBS zijn.",
                datum_lang(uiterlijk)
            ),
            gemeente: Some(gemeente.naam.clone()),
            status: Some(status),
            link: Link::new("Bestand inlezen", format!("/{}/bestand", gemeente.code)),
        });
    }
    Ok(taken)
}
