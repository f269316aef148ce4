//! The fictional users, one for each role of design section 2 and more.

use std::sync::LazyLock;

use domain::bevoegdheid::Rol;
use primitives::GemeenteCode;
use serde::{Deserialize, Serialize};

/// A fictional user.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gebruiker {
    /// Lasting id.
    pub sub: String,
    /// Invented name.
    pub naam: String,
    /// What the user is, in words.
    pub functie: String,
    /// The roles that the provider vouches for.
    pub rollen: Vec<Roltoekenning>,
}

/// A role with its municipalities, as it stands in the claim.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Roltoekenning {
    /// The role.
    pub rol: Rol,
    /// Where it holds.
    pub gemeenten: Gemeenten,
}

/// `"*"` or a list of codes.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Gemeenten {
    /// `"*"`.
    Alle(Ster),
    /// Codes.
    Lijst(Vec<GemeenteCode>),
}

/// The text `*`.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub enum Ster {
    /// Every municipality.
    #[serde(rename = "*")]
    Ster,
}

impl Gemeenten {
    /// Whether a municipality is among them.
    pub fn contains(&self, gemeente: GemeenteCode) -> bool {
        match self {
            Self::Alle(_) => true,
            Self::Lijst(codes) => codes.contains(&gemeente),
        }
    }
}

static GEBRUIKERS: LazyLock<Vec<Gebruiker>> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../data/gebruikers.json"))
        .expect("a test reads this file")
});

/// The fictional users, in the order of the page.
pub fn gebruikers() -> &'static [Gebruiker] {
    &GEBRUIKERS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_has_a_user_and_every_user_an_id_of_its_own() {
        for rol in Rol::ALL {
            let heeft = |g: &Gebruiker| g.rollen.iter().any(|toekenning| toekenning.rol == rol);
            assert!(gebruikers().iter().any(heeft), "{rol:?}");
        }
        let mut subs: Vec<_> = gebruikers().iter().map(|g| &g.sub).collect();
        subs.sort();
        subs.dedup();
        assert_eq!(subs.len(), gebruikers().len());
    }
}
