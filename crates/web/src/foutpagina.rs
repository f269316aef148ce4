//! Every error as a page: what happened, why, and what to do.

use askama::Template;
use http_base::{Foutmelding, Foutverzoek};

use crate::schil::Schil;

/// An error belongs to no item of the navigation.
const GEEN_ITEM: &str = "fout";

#[derive(Template)]
#[template(path = "fout.html")]
struct Foutpagina<'a> {
    schil: Schil,
    melding: &'a Foutmelding,
    kenmerk: &'a str,
}

/// The page of an error, inside the shell of whoever and wherever was recognised.
pub fn render_foutpagina(verzoek: &Foutverzoek<'_>) -> String {
    let (state, melding) = (verzoek.state, verzoek.melding);
    let titel = melding.titel.as_ref();
    let schil = match (verzoek.in_gemeente, verzoek.aangemeld) {
        (Some(hier), _) => Schil::in_gemeente(state, hier, GEEN_ITEM, titel),
        (None, Some(wie)) => Schil::platform(state, wie, GEEN_ITEM, titel),
        (None, None) => Schil::openbaar(state, titel),
    };
    let pagina = Foutpagina {
        // The message belongs to the page that the visitor was on the way to.
        schil: Schil {
            melding: None,
            ..schil
        },
        melding,
        kenmerk: verzoek.kenmerk,
    };
    // Without its own page an error is still told, in its bare form.
    pagina
        .render()
        .unwrap_or_else(|_| format!("{titel}. {}", melding.detail))
}

#[cfg(test)]
mod tests {
    use http_base::{Fout, Soort};

    use super::*;

    #[test]
    fn every_kind_has_a_page_with_its_own_heading_and_way_out() {
        for soort in Soort::ALL {
            let fout = Fout::new(soort, "Uitleg.");
            let html = Foutpagina {
                schil: Schil::sample(soort.titel()),
                melding: fout.melding(),
                kenmerk: "0193",
            }
            .render()
            .unwrap();
            assert!(
                html.contains(soort.titel())
                    && html.contains("Uitleg.")
                    && html.contains("href=\"/\"")
            );
        }
    }
}
