//! `/{gemeente}`: the home page of a municipality.

use actix_web::web::Data;
use askama::Template;
use domain::bevoegdheid::Permission;
use http_base::{AppState, Fout, InGemeente};

use crate::onderdelen::{Kaart, Link};
use crate::pagina::{Antwoord, render};
use crate::schil::Schil;

#[derive(Template)]
#[template(path = "start/gemeente.html")]
struct GemeentePagina {
    schil: Schil,
    kaarten: Vec<Kaart>,
}

pub(super) async fn show(state: Data<AppState>, wie: InGemeente) -> Antwoord {
    let mut schil = Schil::in_gemeente(&state, &wie, "", format!("Gemeente {}", wie.gemeente.naam));
    schil.kruimels.truncate(1);
    let mut kaarten = list_cijfers(&state, &wie).await?;
    kaarten.extend(wegwijzers(&wie));
    render(&GemeentePagina { schil, kaarten })
}

/// Key figures and what changed. Each subject adds its own cards here, for whom its permission lets see them.
async fn list_cijfers(state: &AppState, wie: &InGemeente) -> Result<Vec<Kaart>, Fout> {
    crate::sturing::list_cijfers(state, wie).await
}

/// The way to the main pages, for whom they are.
fn wegwijzers(wie: &InGemeente) -> Vec<Kaart> {
    [
        (
            Permission::DossierLezen,
            "Inwoners",
            "Zoek een inwoner en bekijk recht, trede en plan.",
            "Inwoner zoeken",
            "/inwoners",
        ),
        (
            Permission::BeleidLezen,
            "Beleid",
            "Welke bedragen en regels hier gelden, en wie daarover besloot.",
            "Beleid bekijken",
            "/beleid",
        ),
        (
            Permission::BestandImporteren,
            "Bestand",
            "Neem de uitkeringen en voorzieningen van een maand over.",
            "Bestand inlezen",
            "/bestand",
        ),
        (
            Permission::CijfersLezen,
            "Kwartalen",
            "De cijfers en het rapport van elk kwartaal.",
            "Kwartalen bekijken",
            "/kwartalen",
        ),
        (
            Permission::CijfersLezen,
            "Benchmark",
            "Hoe deze gemeente het doet naast de andere.",
            "Vergelijken",
            "/benchmark",
        ),
        (
            Permission::InzagelogLezen,
            "Inzagelog",
            "Wie welk dossier bekeek of bijwerkte, en wanneer.",
            "Inzagelog bekijken",
            "/inzagelog",
        ),
    ]
    .into_iter()
    .filter(|(recht, ..)| wie.may(*recht))
    .map(|(_, titel, tekst, link, pad)| {
        Kaart::new(
            titel,
            tekst,
            Link::new(link, format!("/{}{pad}", wie.code())),
        )
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::onderdelen::{Status, Toon};

    #[test]
    fn shows_figures_with_their_status() {
        let link = Link::new("Uitleg en onderdelen", "/GM0294/kwartalen/2026-K3");
        let kaart = Kaart {
            cijfer: Some("97,2%".to_owned()),
            status: Some(Status::new(Toon::Goed, "op koers")),
            ..Kaart::new("In beeld", "613 van 631 inwoners.", link)
        };
        let html = GemeentePagina {
            schil: Schil::sample("Gemeente Winterswijk"),
            kaarten: vec![kaart],
        }
        .render()
        .unwrap();
        assert!(html.contains("97,2%") && html.contains("utrecht-status-badge--safe"));
    }
}
