//! The caseload: deliveries, residents, benefits, month records, provisions and the ladder.
//!
//! A delivery is compared with what was known of its months; only what differs becomes a new row, with the moment
//! at which it was known. What a delivery no longer holds becomes a row that has lapsed.

mod bus;
mod inwoner;
mod levering;
mod maandregel;
mod srg;
mod traject;
mod versie;

pub use bus::{BusVerschil, calculate_bus_verschil, insert_bus, load_bus};
pub use inwoner::{Inwoners, insert_inwoners, load_inwoners, update_namen};
pub use levering::{
    Levering, Leveringsoort, NieuweLevering, Telling, insert_levering, list_leveringen,
    load_laatst_bekend, load_laatste_maand, lock_import, vingerafdruk,
};
pub use srg::{SrgVerschil, calculate_srg_verschil, insert_srg, load_srg};

#[cfg(test)]
mod tests {
    use domain::statistiek::{
        ClassificatieBbz, ClusterBijzondereBijstand, Code, Geslacht, Huisvesting, JaNee, Leefvorm,
        Ontheffing, RedenEinde, RedenEindeOntheffing, RedenEindeVoorziening, RedenVermindering,
        Softwarepakket, SoortInkomsten, Statistiekcode, TypeVoorziening,
    };

    use crate::migratie::gemeente_migraties;

    /// The check that a column must have: `leefvorm IN ('1', '2', '3', '4')`.
    fn check<C: Code>(kolom: &str) -> String {
        let codes: Vec<_> = C::ALL
            .iter()
            .map(|code| format!("'{}'", code.code()))
            .collect();
        format!("{kolom} IN ({})", codes.join(", "))
    }

    #[test]
    fn the_database_knows_the_same_codes() {
        let stappen = gemeente_migraties();
        let stap = stappen
            .iter()
            .find(|stap| stap.versie.ends_with("_statistiek"))
            .unwrap();
        for regel in [
            check::<Softwarepakket>("softwarepakket"),
            check::<Statistiekcode>("statistiekcode"),
            check::<ClassificatieBbz>("classificatie_bbz"),
            check::<Leefvorm>("leefvorm"),
            check::<ClusterBijzondereBijstand>("cluster"),
            check::<Geslacht>("geslacht"),
            check::<Huisvesting>("huisvesting"),
            check::<RedenEinde>("reden_einde"),
            check::<Ontheffing>("ontheffing"),
            check::<RedenEindeOntheffing>("reden_einde_ontheffing"),
            check::<JaNee>("tegenprestatie"),
            check::<RedenVermindering>("reden_vermindering"),
            check::<SoortInkomsten>("soort_inkomsten"),
            check::<JaNee>("vrijlating"),
            check::<TypeVoorziening>("soort"),
            check::<RedenEindeVoorziening>("reden_einde"),
        ] {
            assert!(stap.up.contains(&regel), "{regel}");
        }
    }
}
