//! Who sends the same again within a few minutes pressed the button twice.

use jiff::SignedDuration;
use primitives::Moment;

const HERHALING: SignedDuration = SignedDuration::from_mins(5);

/// Since when the same, recorded again, is a button that was pressed twice.
pub(crate) fn since(now: Moment) -> Moment {
    now.saturating_sub(HERHALING).unwrap_or(now)
}
