//! Who and when, with sane defaults.

use domain::bevoegdheid::{Actor, Rol, Toekenning, Werkgebied};
use primitives::{GemeenteCode, Moment};

/// Winterswijk, GM0294.
pub fn winterswijk() -> GemeenteCode {
    GemeenteCode::parse("GM0294").expect("a code of the right form")
}

/// Nijkerk, GM0267.
pub fn nijkerk() -> GemeenteCode {
    GemeenteCode::parse("GM0267").expect("a code of the right form")
}

/// Somebody with one role in one municipality.
pub fn actor(rol: Rol, gemeente: GemeenteCode) -> Actor {
    let toekenning = Toekenning {
        rol,
        werkgebied: Werkgebied::Gemeenten(vec![gemeente]),
    };
    Actor {
        sub: format!("test-{}", rol.claim()),
        naam: format!("Test {}", rol.naam()),
        toekenningen: vec![toekenning],
    }
}

/// A second person with one role in one municipality: who confirms what [`actor`] prepared.
pub fn collega(rol: Rol, gemeente: GemeenteCode) -> Actor {
    Actor {
        sub: format!("test-{}-2", rol.claim()),
        naam: format!("Collega {}", rol.naam()),
        ..actor(rol, gemeente)
    }
}

/// A case worker in Winterswijk.
pub fn consulent() -> Actor {
    actor(Rol::Consulent, winterswijk())
}

/// The moment at which tests happen: 21 November 2026, 12:00 in the Netherlands.
pub fn nu() -> Moment {
    "2026-11-21T11:00:00Z"
        .parse()
        .expect("a moment of the right form")
}
