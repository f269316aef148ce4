//! Meetings of the demo, for `stuurhuis overleg importeer`: two that were held and one to come, all fictional.

/// The meetings as JSON.
pub const OVERLEGGEN: &str = include_str!("../data/overleggen.json");
