//! The municipalities of the seeds, and how large their caseload is in the demo.

use primitives::GemeenteCode;

/// How many people stand where at the end of the last month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Omvang {
    /// With a benefit.
    pub met_uitkering: usize,
    /// Guided without a benefit: banenafspraak.
    pub zonder_uitkering: usize,
}

/// Code and size. Nijkerk is a fact (seed 004: 631 residents, 507 with a benefit, 124 banenafspraak without). Of the
/// others no stock was found: voorbeeldwaarden, scaled to municipalities of 29.000 to 48.000 inhabitants from the
/// national mean of 1.200 people per municipality, which the large cities make (herindeling-en-omvang.md G).
pub const DEMO_GEMEENTEN: [(&str, Omvang); 6] = [
    ("GM1859", of(560, 120)),
    ("GM1586", of(380, 82)),
    ("GM0294", of(520, 108)),
    ("GM1509", of(720, 155)),
    ("GM0267", of(507, 124)),
    ("GM1966", of(880, 190)),
];

/// Of a thousand new benefits so many are in the administration within eight weeks (voorbeeldwaarden). Oude IJsselstreek
/// decides by itself on advice, so the execution learns of an award late: the one municipality whose data are worse.
pub(super) fn tijdig_promille(gemeente: GemeenteCode) -> u32 {
    match gemeente.cijfers().as_str() {
        "1509" => 680,
        _ => 970,
    }
}

const fn of(met_uitkering: usize, zonder_uitkering: usize) -> Omvang {
    Omvang {
        met_uitkering,
        zonder_uitkering,
    }
}
