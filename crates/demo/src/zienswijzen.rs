//! Rounds of zienswijzen of the demo, for `stuurhuis zienswijze importeer`: one that is finished and one that runs, all
//! made up.

/// The rounds as JSON.
pub const ZIENSWIJZEN: &str = include_str!("../data/zienswijzen.json");

#[cfg(test)]
mod tests {
    use domain::beleid::Notatie;
    use domain::beleid::zienswijze::RondeInvoer;
    use primitives::{Clock, IdGenerator, SystemClock, SystemIds, ZienswijzerondeId};
    use serde_json::Value;

    use super::ZIENSWIJZEN;

    #[test]
    fn every_round_keeps_the_terms_of_the_law_and_says_that_it_is_made_up() {
        let rondes: Vec<Value> = serde_json::from_str(ZIENSWIJZEN).unwrap();
        assert_eq!(rondes.len(), 2);
        for ronde in rondes {
            let invoer: RondeInvoer = serde_json::from_value(ronde["ronde"].clone()).unwrap();
            let id = ZienswijzerondeId::new(SystemIds.next());
            let kop = invoer.parse(id, Notatie::Uitwisseling).unwrap();
            assert!(kop.titel.contains("voorbeeld"), "{}", kop.titel);
            assert!(kop.verzonden_op.year() <= SystemClock.today().year());
        }
    }
}
