//! Who acts.

use primitives::GemeenteCode;
use serde::{Deserialize, Serialize};

use super::{Permission, Rol};

/// The municipalities for which a role holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Werkgebied {
    /// Every municipality of the scheme: management, board, platform.
    Alle,
    /// These municipalities only.
    Gemeenten(Vec<GemeenteCode>),
}

/// A role with the municipalities for which it holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Toekenning {
    /// The role.
    pub rol: Rol,
    /// Where it holds.
    pub werkgebied: Werkgebied,
}

/// A person or system that acts, as the identity provider vouches for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// The provider's own lasting id of the person (`sub`).
    pub sub: String,
    /// The name as colleagues know it.
    pub naam: String,
    /// The roles that were given.
    pub toekenningen: Vec<Toekenning>,
}

/// The actor may not do this here.
///
/// Doors answer "absent" (404) where the actor has no role in the municipality at all, so that nobody learns
/// what exists elsewhere, and "refused" (403) where the role falls short.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Geweigerd {
    /// No role in this municipality.
    #[error("geen rol in {0}")]
    GeenRol(GemeenteCode),
    /// A role, but not one that gives the permission.
    #[error("uw rol geeft hier geen recht op")]
    RolSchietTekort(Permission),
    /// Not a matter of one municipality, and no role gives the permission.
    #[error("uw rol geeft hier geen recht op")]
    Platform(Permission),
}

impl Actor {
    /// The system itself, for jobs and the command line: `naam` says which part.
    pub fn system(naam: &str, rol: Rol) -> Self {
        let toekenningen = vec![Toekenning {
            rol,
            werkgebied: Werkgebied::Alle,
        }];
        Self {
            sub: format!("systeem:{naam}"),
            naam: naam.to_owned(),
            toekenningen,
        }
    }

    /// The roles that hold in a municipality.
    pub fn rollen_in(&self, gemeente: GemeenteCode) -> impl Iterator<Item = Rol> {
        self.toekenningen
            .iter()
            .filter(move |t| t.werkgebied.contains(gemeente))
            .map(|t| t.rol)
    }

    /// Whether some role in the municipality gives the permission.
    pub fn may(&self, permission: Permission, gemeente: GemeenteCode) -> bool {
        self.rollen_in(gemeente)
            .any(|rol| permission.is_given_to(rol))
    }

    /// Refuses unless some role in the municipality gives the permission.
    pub fn require(&self, permission: Permission, gemeente: GemeenteCode) -> Result<(), Geweigerd> {
        if self.may(permission, gemeente) {
            return Ok(());
        }
        let heeft_rol = self.rollen_in(gemeente).any(|rol| rol != Rol::Beheerder);
        Err(if heeft_rol {
            Geweigerd::RolSchietTekort(permission)
        } else {
            Geweigerd::GeenRol(gemeente)
        })
    }

    /// Refuses unless some role, wherever it holds, gives the permission: for pages over municipalities.
    pub fn require_somewhere(&self, permission: Permission) -> Result<(), Geweigerd> {
        let is_given = self
            .toekenningen
            .iter()
            .any(|t| permission.is_given_to(t.rol));
        if is_given {
            Ok(())
        } else {
            Err(Geweigerd::Platform(permission))
        }
    }
}

impl Werkgebied {
    /// Whether the role holds in this municipality.
    pub fn contains(&self, gemeente: GemeenteCode) -> bool {
        match self {
            Self::Alle => true,
            Self::Gemeenten(codes) => codes.contains(&gemeente),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn consulent_in(code: &str) -> Actor {
        let gemeenten = vec![GemeenteCode::parse(code).unwrap()];
        let toekenning = Toekenning {
            rol: Rol::Consulent,
            werkgebied: Werkgebied::Gemeenten(gemeenten),
        };
        Actor {
            sub: "a".into(),
            naam: "A".into(),
            toekenningen: vec![toekenning],
        }
    }

    #[test]
    fn a_role_holds_only_where_it_was_given() {
        let actor = consulent_in("GM0294");
        let (hier, elders) = (
            GemeenteCode::parse("GM0294").unwrap(),
            GemeenteCode::parse("GM0267").unwrap(),
        );
        assert_eq!(actor.require(Permission::DossierLezen, hier), Ok(()));
        assert_eq!(
            actor.require(Permission::DossierLezen, elders),
            Err(Geweigerd::GeenRol(elders))
        );
        let geweigerd = Geweigerd::RolSchietTekort(Permission::KwartaalSluiten);
        assert_eq!(
            actor.require(Permission::KwartaalSluiten, hier),
            Err(geweigerd)
        );
    }

    #[test]
    fn who_runs_the_platform_sees_no_personal_data() {
        for permission in [
            Permission::DossierLezen,
            Permission::DossierBijwerken,
            Permission::InzagelogLezen,
        ] {
            assert!(!permission.is_given_to(Rol::Beheerder));
        }
    }
}
