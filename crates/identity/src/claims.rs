//! From claims to an actor.

use domain::bevoegdheid::{Actor, Rol, Toekenning, Werkgebied};
use primitives::GemeenteCode;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// What a provider writes for every municipality of the scheme.
const ALLE: [&str; 2] = ["*", "alle"];

/// Where in the token the roles and municipalities stand: the name of a claim, or a path with points.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Claimpaden {
    /// Roles: `["consulent"]`, or with their municipalities `[{"rol": "consulent", "gemeenten": ["GM0294"]}]`.
    pub rollen: String,
    /// Municipalities of roles that name none themselves: `["GM0294"]`, or `"*"` or `"alle"`.
    pub gemeenten: String,
    /// The person's name, where the provider gives no `name` of the standard.
    pub naam: String,
}

impl Default for Claimpaden {
    fn default() -> Self {
        Self {
            rollen: "rollen".to_owned(),
            gemeenten: "gemeenten".to_owned(),
            naam: "naam".to_owned(),
        }
    }
}

/// The claims of a token that are not of the standard.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Extra(pub(crate) Map<String, Value>);

impl openidconnect::AdditionalClaims for Extra {}

/// The provider vouches for this person, but gives no role that we know, or none with a municipality.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no role was given: claim {claim}")]
pub struct GeenRol {
    /// The claim that is missing or holds nothing of use.
    pub claim: String,
}

#[derive(Deserialize)]
struct RolMetGemeenten {
    rol: String,
    #[serde(default)]
    gemeenten: Option<Value>,
}

/// The actor that the claims describe; `naam` is the standard's own claim.
///
/// A role of another application, or a code that is no municipality's, is passed over: the provider may serve
/// more programs than ours. What remains must be at least one role.
pub fn actor_of(
    sub: &str,
    naam: Option<&str>,
    claims: &Map<String, Value>,
    paden: &Claimpaden,
) -> Result<Actor, GeenRol> {
    let geen_rol = |claim: &str| GeenRol {
        claim: claim.to_owned(),
    };
    let rollen = find(claims, &paden.rollen).ok_or_else(|| geen_rol(&paden.rollen))?;
    let algemeen = find(claims, &paden.gemeenten);
    let (mut toekenningen, mut zonder_gemeente) = (Vec::new(), false);
    for waarde in as_list(rollen) {
        let Some((rol, gemeenten)) = read_rol(waarde) else {
            continue;
        };
        match werkgebied(rol, gemeenten.as_ref().or(algemeen)) {
            Some(werkgebied) => toekenningen.push(Toekenning { rol, werkgebied }),
            None => zonder_gemeente = true,
        }
    }
    if toekenningen.is_empty() {
        let claim = if zonder_gemeente {
            &paden.gemeenten
        } else {
            &paden.rollen
        };
        return Err(geen_rol(claim));
    }
    Ok(Actor {
        sub: sub.to_owned(),
        naam: naam
            .or_else(|| find(claims, &paden.naam)?.as_str())
            .unwrap_or(sub)
            .to_owned(),
        toekenningen,
    })
}

/// The claim of this name; else the path of names between points.
fn find<'a>(claims: &'a Map<String, Value>, pad: &str) -> Option<&'a Value> {
    if let Some(waarde) = claims.get(pad) {
        return Some(waarde);
    }
    let (eerste, rest) = pad.split_once('.')?;
    find(claims.get(eerste)?.as_object()?, rest)
}

/// Some providers write a list of one as a single value.
fn as_list(waarde: &Value) -> &[Value] {
    match waarde {
        Value::Array(lijst) => lijst,
        een => std::slice::from_ref(een),
    }
}

fn read_rol(waarde: &Value) -> Option<(Rol, Option<Value>)> {
    if let Some(naam) = waarde.as_str() {
        return Some((Rol::from_claim(naam)?, None));
    }
    let met = RolMetGemeenten::deserialize(waarde).ok()?;
    Some((Rol::from_claim(&met.rol)?, met.gemeenten))
}

/// Who runs the platform works for no municipality in particular; every other role names where it holds.
fn werkgebied(rol: Rol, gemeenten: Option<&Value>) -> Option<Werkgebied> {
    let Some(gemeenten) = gemeenten else {
        return (rol == Rol::Beheerder).then_some(Werkgebied::Alle);
    };
    let teksten = || as_list(gemeenten).iter().filter_map(Value::as_str);
    if rol == Rol::Beheerder || teksten().any(|tekst| ALLE.contains(&tekst)) {
        return Some(Werkgebied::Alle);
    }
    let codes: Vec<_> = teksten()
        .filter_map(|tekst| GemeenteCode::parse(tekst).ok())
        .collect();
    (!codes.is_empty()).then_some(Werkgebied::Gemeenten(codes))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn actor(claims: Value) -> Result<Actor, GeenRol> {
        let claims = claims.as_object().unwrap().clone();
        actor_of("abc", Some("A. Bakker"), &claims, &Claimpaden::default())
    }

    fn code(tekst: &str) -> GemeenteCode {
        GemeenteCode::parse(tekst).unwrap()
    }

    #[test]
    fn reads_roles_with_their_municipalities() {
        let actor = actor(json!({"rollen": [
            {"rol": "consulent", "gemeenten": ["GM0294", "GM0267"]},
            {"rol": "teamleider", "gemeenten": ["GM0267"]},
            {"rol": "directie", "gemeenten": "*"}]}))
        .unwrap();
        let rollen: Vec<_> = actor.rollen_in(code("GM0294")).collect();
        assert_eq!(rollen, [Rol::Consulent, Rol::Directie]);
        assert_eq!(actor.rollen_in(code("GM0267")).count(), 3);
        assert_eq!(actor.naam, "A. Bakker");
    }

    #[test]
    fn reads_roles_and_municipalities_apart() {
        let actor = actor(json!({"rollen": ["consulent"], "gemeenten": ["GM0294"]})).unwrap();
        assert_eq!(actor.rollen_in(code("GM0294")).count(), 1);
        assert_eq!(actor.rollen_in(code("GM0267")).count(), 0);
    }

    #[test]
    fn finds_claims_by_path_and_by_a_name_with_points() {
        let paden = Claimpaden {
            rollen: "resource_access.stuurhuis.roles".to_owned(),
            gemeenten: "https://example.nl/gemeenten".to_owned(),
            ..Claimpaden::default()
        };
        let claims = json!({"resource_access": {"stuurhuis": {"roles": ["griffie"]}}, "https://example.nl/gemeenten": "GM0294"});
        let actor = actor_of("abc", None, claims.as_object().unwrap(), &paden).unwrap();
        assert_eq!(actor.toekenningen[0].rol, Rol::Griffie);
        assert_eq!(actor.naam, "abc");
    }

    #[test]
    fn names_the_claim_that_is_missing() {
        for (claims, claim) in [
            (json!({}), "rollen"),
            (json!({"rollen": []}), "rollen"),
            (
                json!({"rollen": ["schoonmaker"], "gemeenten": ["GM0294"]}),
                "rollen",
            ),
            (json!({"rollen": ["consulent"]}), "gemeenten"),
            (
                json!({"rollen": ["consulent"], "gemeenten": ["Winterswijk"]}),
                "gemeenten",
            ),
            (
                json!({"rollen": [{"rol": "consulent", "gemeenten": []}]}),
                "gemeenten",
            ),
            (json!({"rollen": {"rol": 7}}), "rollen"),
        ] {
            assert_eq!(actor(claims.clone()).unwrap_err().claim, claim, "{claims}");
        }
    }

    #[test]
    fn passes_over_roles_of_other_programs() {
        let actor =
            actor(json!({"rollen": ["parkeerbeheer", "fg", 3], "gemeenten": ["GM0294"]})).unwrap();
        assert_eq!(actor.toekenningen.len(), 1);
    }

    #[test]
    fn only_who_runs_the_platform_needs_no_municipality() {
        let actor = actor(json!({"rollen": ["beheerder"]})).unwrap();
        assert_eq!(actor.toekenningen[0].werkgebied, Werkgebied::Alle);
    }
}
