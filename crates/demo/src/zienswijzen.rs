//! Rounds of zienswijzen of the demo, for `stuurhuis zienswijze importeer`: one that is finished and one that runs, all
//! made up.

/// The rounds as JSON.
pub const ZIENSWIJZEN: &str = include_str!("../data/zienswijzen.json");
