//! `/`: what must I do now, over all my municipalities.

use actix_web::web::Data;
use askama::Template;
use domain::bevoegdheid::Rol;
use http_base::{Aangemeld, AppState, Fout};

use crate::dossier;
use crate::onderdelen::{Kaart, Link, Taak};
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;
use crate::sturing::{Kwartaalbeeld, load_beeld};

#[derive(Template)]
#[template(path = "start/werklijst.html")]
struct WerklijstPagina {
    schil: Schil,
    /// What to say of municipalities that cannot be served now.
    wachtend: Option<String>,
    taken: Vec<Taak>,
    beeld: Option<Kwartaalbeeld>,
    gemeenten: Vec<Kaart>,
}

pub(super) async fn show(state: Data<AppState>, wie: Aangemeld) -> Antwoord {
    let schil = Schil {
        kruimels: Vec::new(),
        ..Schil::platform(&state, &wie, "/", "Werklijst")
    };
    let taken = list_taken(&state, &wie).await?;
    render(&WerklijstPagina {
        schil,
        wachtend: waiting(&wie),
        taken,
        beeld: load_beeld(&state, &wie).await?,
        gemeenten: gemeentekaarten(&wie),
    })
}

/// What waits for this person. Each subject adds its own tasks here, the most urgent first.
async fn list_taken(state: &AppState, wie: &Aangemeld) -> Result<Vec<Taak>, Fout> {
    // What has a term of the law, and somebody who waits for money, comes first.
    let mut taken = crate::aanvraag::list_taken(state, wie).await?;
    taken.extend(crate::bezwaar::list_taken(state, wie).await?);
    taken.extend(crate::herziening::list_taken(state, wie).await?);
    taken.extend(dossier::taken::list_taken(state, wie).await?);
    taken.extend(crate::beleid::list_taken(state, wie).await?);
    taken.extend(crate::beleid::list_zienswijzetaken(state, wie).await?);
    taken.extend(crate::statistiek::list_taken(state, wie).await?);
    taken.extend(crate::sturing::list_taken(state, wie).await?);
    taken.extend(crate::opdracht::list_taken(state, wie).await?);
    taken.extend(crate::toezicht::list_taken(state, wie).await?);
    Ok(taken)
}

/// Which municipalities cannot be served now, in a sentence; none when all can.
fn waiting(wie: &Aangemeld) -> Option<String> {
    let namen: Vec<_> = wie.wachtend().iter().map(|g| g.naam.as_str()).collect();
    (!namen.is_empty()).then(|| {
        format!(
            "De gegevens van {} worden bijgewerkt. Probeer het over een paar minuten nog eens.",
            namen.join(", ")
        )
    })
}

/// One card for each municipality in which the actor has a role, with that role.
fn gemeentekaarten(wie: &Aangemeld) -> Vec<Kaart> {
    let kaart = |gemeente: &http_base::Gemeentenaam| {
        let rollen: Vec<_> = wie
            .actor()
            .rollen_in(gemeente.code)
            .map(Rol::naam)
            .collect();
        let link = Link::new(
            format!("Naar {}", gemeente.naam),
            format!("/{}", gemeente.code),
        );
        Kaart {
            kleur: Some(gemeente.themakleur.clone()),
            ..Kaart::new(
                &gemeente.naam,
                format!("U bent hier {}.", rollen.join(" en ")),
                link,
            )
        }
    };
    wie.gemeenten().iter().map(kaart).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::onderdelen::{Status, Toon};

    #[test]
    fn shows_what_to_do_with_a_link_to_where_it_is_done() {
        let taak = Taak {
            titel: "Meet de trede van 3 inwoners".to_owned(),
            waarom: "De laatste meting is langer dan een kwartaal geleden.".to_owned(),
            gemeente: Some("Winterswijk".to_owned()),
            status: Some(Status::new(Toon::Aandacht, "vóór 30 november")),
            link: Link::new("Meten", "/GM0294/inwoners?meten=ja"),
        };
        let html = WerklijstPagina {
            schil: Schil::sample("Werklijst"),
            wachtend: Some("De gegevens van Nijkerk worden bijgewerkt.".to_owned()),
            taken: vec![taak],
            beeld: None,
            gemeenten: Vec::new(),
        }
        .render()
        .unwrap();
        assert!(html.contains("Meet de trede van 3 inwoners"));
        assert!(html.contains("gegevens van Nijkerk"));
        assert!(html.contains("href=\"/GM0294/inwoners?meten=ja\""));
    }
}
