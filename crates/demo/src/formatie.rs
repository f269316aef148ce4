//! Staffing of the six municipalities, for `stuurhuis formatie importeer`.
//!
//! The numbers of Nijkerk are those of its council proposal (seed 004: 4,9 fte and 3,5 more), with other days; all
//! others are voorbeeldwaarden around its 107 to 162 residents for each full-time klantmanager.

/// The staffing of a municipality as CSV; none for one that is not in the demo.
pub fn find_formatie(code: &str) -> Option<&'static str> {
    match code {
        "GM0267" => Some(include_str!("../data/formatie/GM0267.csv")),
        "GM0294" => Some(include_str!("../data/formatie/GM0294.csv")),
        "GM1509" => Some(include_str!("../data/formatie/GM1509.csv")),
        "GM1586" => Some(include_str!("../data/formatie/GM1586.csv")),
        "GM1859" => Some(include_str!("../data/formatie/GM1859.csv")),
        "GM1966" => Some(include_str!("../data/formatie/GM1966.csv")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use domain::formatie::{Formatiebestand, Fte, Functie};
    use primitives::GemeenteCode;
    use rust_decimal::Decimal;

    use super::*;
    use crate::bestand::DEMO_GEMEENTEN;

    /// Residents for each full-time klantmanager from the first steps, and with the later ones in their place.
    fn caseload_per_fte(code: &str, caseload: usize) -> (Decimal, Decimal) {
        let gemeente = GemeenteCode::parse(code).unwrap();
        let bestand =
            Formatiebestand::parse(find_formatie(code).unwrap().as_bytes(), gemeente).unwrap();
        let fte = |laatste: bool| -> Decimal {
            let regels = bestand.regels().iter().map(|regel| regel.stap);
            let klantmanagers = regels.filter(|stap| stap.functie == Functie::Klantmanager);
            let eerste = bestand.regels()[0].stap.van;
            let mut per_groep = std::collections::BTreeMap::new();
            for stap in klantmanagers.filter(|stap| laatste || stap.van == eerste) {
                per_groep.insert(stap.doelgroep, stap.fte.map_or(Decimal::ZERO, Fte::decimal));
            }
            per_groep.into_values().sum()
        };
        let caseload = Decimal::from(caseload);
        (
            (caseload / fte(false)).round(),
            (caseload / fte(true)).round(),
        )
    }

    #[test]
    fn nijkerk_has_the_numbers_of_the_seed_and_the_others_are_near() {
        for (code, omvang) in DEMO_GEMEENTEN {
            let caseload = omvang.met_uitkering + omvang.zonder_uitkering;
            let (eerst, later) = caseload_per_fte(code, caseload);
            if code == "GM0267" {
                assert_eq!((eerst, later), (Decimal::from(162), Decimal::from(107)));
            }
            for aantal in [eerst, later] {
                assert!(
                    (107..=162).any(|n| Decimal::from(n) == aantal),
                    "{code}: {aantal}"
                );
            }
        }
    }
}
