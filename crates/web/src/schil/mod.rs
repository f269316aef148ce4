//! The shell around every page: header, navigation, breadcrumb, message, footer.

mod navigatie;

use domain::bevoegdheid::Rol;
use http_base::{Aangemeld, AppState, Gemeentenaam, InGemeente};

use crate::onderdelen::Link;
use crate::{assets, thema};
pub use navigatie::Navigatielink;

/// What the layout needs. Every page context has a field `schil`.
#[derive(Clone, Debug)]
pub struct Schil {
    /// The one heading of the page, and the first part of the window's title.
    pub titel: String,
    /// The municipality of the page.
    pub gemeente: Option<Gemeentenaam>,
    /// The municipalities to switch to.
    pub gemeenten: Vec<Gemeentenaam>,
    /// Who is logged in.
    pub gebruiker: Option<Gebruiker>,
    /// The pages that this person may open here.
    pub navigatie: Vec<Navigatielink>,
    /// The way to this page, without the page itself.
    pub kruimels: Vec<Link>,
    /// What was done just now.
    pub melding: Option<String>,
    /// How fresh the figures are: "Stand per 30 september 2026, zoals bekend op 20-10-2026".
    pub stand: Option<String>,
    /// The value of the hidden field `_csrf`.
    pub csrf: String,
    /// Name of the executing organisation.
    pub organisatie: String,
    /// Whether everything here is fictional.
    pub is_verzonnen: bool,
}

/// Who is logged in, as the header shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gebruiker {
    /// The name as colleagues know it.
    pub naam: String,
    /// The roles that hold on this page.
    pub rollen: String,
}

impl Schil {
    /// The shell of a page of one municipality. `actief` is the part of the address that says which item of
    /// the navigation the page belongs to: `"/beleid"`.
    pub fn in_gemeente(
        state: &AppState,
        wie: &InGemeente,
        actief: &str,
        titel: impl Into<String>,
    ) -> Self {
        let rollen = wie.actor().rollen_in(wie.code());
        let mut schil = Self::of(state, &wie.aangemeld, titel.into(), rollen);
        schil.navigatie = navigatie::in_gemeente(wie.actor(), wie.code(), actief);
        schil
            .kruimels
            .push(Link::new(&wie.gemeente.naam, format!("/{}", wie.code())));
        schil.gemeente = Some(wie.gemeente.clone());
        schil
    }

    /// The shell of a page over municipalities. `actief` is the address of its item in the navigation.
    pub fn platform(
        state: &AppState,
        wie: &Aangemeld,
        actief: &str,
        titel: impl Into<String>,
    ) -> Self {
        let rollen = wie.actor().toekenningen.iter().map(|t| t.rol);
        let mut schil = Self::of(state, wie, titel.into(), rollen);
        schil.navigatie = navigatie::platform(wie.actor(), actief);
        schil
    }

    /// The shell of a page for everybody, without login.
    pub fn openbaar(state: &AppState, titel: impl Into<String>) -> Self {
        Self {
            titel: titel.into(),
            gemeente: None,
            gemeenten: Vec::new(),
            gebruiker: None,
            navigatie: Vec::new(),
            kruimels: Vec::new(),
            melding: None,
            stand: None,
            csrf: String::new(),
            organisatie: state.settings.organisatie.clone(),
            is_verzonnen: state.settings.omgeving.is_verzonnen(),
        }
    }

    /// Adds a step to the breadcrumb, between the municipality and this page.
    #[must_use]
    pub fn kruimel(mut self, tekst: impl Into<String>, href: impl Into<String>) -> Self {
        self.kruimels.push(Link::new(tekst, href));
        self
    }

    /// Says how fresh the figures on the page are.
    #[must_use]
    pub fn stand(mut self, tekst: impl Into<String>) -> Self {
        self.stand = Some(tekst.into());
        self
    }

    /// Address of the style sheet.
    pub fn stijl(&self) -> String {
        format!("/assets/{}/stuurhuis.css", assets::KENMERK)
    }

    /// Address of the script.
    pub fn script(&self) -> String {
        format!("/assets/{}/stuurhuis.js", assets::KENMERK)
    }

    /// Address of the colours of the municipality, or those of the platform.
    pub fn thema(&self) -> String {
        let kleur = self
            .gemeente
            .as_ref()
            .map_or(thema::STUURHUIS, |g| &g.themakleur);
        format!("/assets/thema/{}.css", kleur.trim_start_matches('#'))
    }

    /// The version of the program.
    pub fn versie(&self) -> &'static str {
        env!("CARGO_PKG_VERSION")
    }

    fn of(
        state: &AppState,
        wie: &Aangemeld,
        titel: String,
        rollen: impl Iterator<Item = Rol>,
    ) -> Self {
        let mut namen: Vec<&str> = Vec::new();
        for rol in rollen {
            if !namen.contains(&rol.naam()) {
                namen.push(rol.naam());
            }
        }
        Self {
            gemeenten: wie.gemeenten().to_vec(),
            gebruiker: Some(Gebruiker {
                naam: wie.actor().naam.clone(),
                rollen: namen.join(", "),
            }),
            kruimels: vec![Link::new("Werklijst", "/")],
            melding: wie.melding().map(str::to_owned),
            csrf: wie.csrf().to_owned(),
            ..Self::openbaar(state, titel)
        }
    }
}

#[cfg(test)]
impl Schil {
    /// A shell with everything in it, to render a template in a test.
    pub fn sample(titel: &str) -> Self {
        let winterswijk = Gemeentenaam {
            code: primitives::GemeenteCode::parse("GM0294").unwrap(),
            naam: "Winterswijk".to_owned(),
            themakleur: "#0b5e54".to_owned(),
        };
        let nijkerk = Gemeentenaam {
            code: primitives::GemeenteCode::parse("GM0267").unwrap(),
            naam: "Nijkerk".to_owned(),
            themakleur: "#5a3e85".to_owned(),
        };
        Self {
            titel: titel.to_owned(),
            gemeenten: vec![nijkerk, winterswijk.clone()],
            gemeente: Some(winterswijk),
            gebruiker: Some(Gebruiker {
                naam: "M. de Vries".to_owned(),
                rollen: "consulent".to_owned(),
            }),
            navigatie: vec![
                Navigatielink {
                    link: Link::new("Gemeente", "/GM0294"),
                    is_actief: true,
                },
                Navigatielink {
                    link: Link::new("Beleid", "/GM0294/beleid"),
                    is_actief: false,
                },
            ],
            kruimels: vec![
                Link::new("Werklijst", "/"),
                Link::new("Winterswijk", "/GM0294"),
            ],
            melding: Some("Het besluit is vastgelegd.".to_owned()),
            stand: Some("Stand per 30 september 2026.".to_owned()),
            csrf: "0".repeat(64),
            organisatie: "Werkleerbedrijf Voorbeeld".to_owned(),
            is_verzonnen: true,
        }
    }
}
