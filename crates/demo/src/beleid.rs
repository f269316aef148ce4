//! Decisions of the six municipalities, for `stuurhuis beleid importeer`.
//!
//! Two ordinances are real, with their CVDR number and whose they are; two decisions are those of the seeds (000
//! and 004); all other values are made up and say so ("voorbeeldwaarde").

/// The decisions of a municipality as JSON; none for one that is not in the demo.
pub fn find_besluiten(code: &str) -> Option<&'static str> {
    match code {
        "GM0267" => Some(include_str!("../data/beleid/GM0267.json")),
        "GM0294" => Some(include_str!("../data/beleid/GM0294.json")),
        "GM1509" => Some(include_str!("../data/beleid/GM1509.json")),
        "GM1586" => Some(include_str!("../data/beleid/GM1586.json")),
        "GM1859" => Some(include_str!("../data/beleid/GM1859.json")),
        "GM1966" => Some(include_str!("../data/beleid/GM1966.json")),
        _ => None,
    }
}

/// The shared base of three municipalities in two versions, for `stuurhuis beleid basis`; all of it made up ("voorbeeld").
pub const BASISSETS: &str = include_str!("../data/basissets.json");

/// The decisions of a municipality that rest on that base, as JSON; none for one that decided apart from it.
pub fn find_besluiten_op_basis(code: &str) -> Option<&'static str> {
    match code {
        "GM1586" => Some(include_str!("../data/beleid/basis-GM1586.json")),
        "GM1859" => Some(include_str!("../data/beleid/basis-GM1859.json")),
        _ => None,
    }
}
