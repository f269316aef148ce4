//! When a municipality is told of a round, and whether that is still needed.

use jiff::{SignedDuration, Span};
use primitives::{Datum, Moment, begin_in_nederland};
use serde::{Deserialize, Serialize};

use super::{Ronde, Rondestand};

/// A moment at which receivers of a municipality are told of a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Herinnering {
    /// The documents are there.
    Geopend,
    /// Four weeks are left.
    VierWeken,
    /// One week is left.
    EenWeek,
    /// The last day was yesterday and nothing came.
    DagErna,
    /// The board answered.
    Beantwoord,
}

impl Herinnering {
    /// Every moment, in order.
    pub const ALL: [Self; 5] = [
        Self::Geopend,
        Self::VierWeken,
        Self::EenWeek,
        Self::DagErna,
        Self::Beantwoord,
    ];

    /// The name in data.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Geopend => "geopend",
            Self::VierWeken => "vier-weken",
            Self::EenWeek => "een-week",
            Self::DagErna => "dag-erna",
            Self::Beantwoord => "beantwoord",
        }
    }

    /// The day of it, for a round; none for what follows from an act.
    fn dag(self, ronde: &Ronde) -> Option<Datum> {
        let uiterlijk = ronde.kop.uiterlijk;
        match self {
            Self::Geopend => Some(ronde.kop.verzonden_op),
            Self::VierWeken => uiterlijk.checked_sub(Span::new().weeks(4)).ok(),
            Self::EenWeek => uiterlijk.checked_sub(Span::new().weeks(1)).ok(),
            Self::DagErna => uiterlijk.tomorrow().ok(),
            Self::Beantwoord => None,
        }
    }

    /// The moment of it, for a round: eight in the morning. None for what follows from an act.
    pub fn moment(self, ronde: &Ronde) -> Option<Moment> {
        // An hour off on the two Sundays on which the clock moves does no harm.
        let begin = begin_in_nederland(self.dag(ronde)?);
        Some(begin + SignedDuration::from_hours(8))
    }

    /// The moments to come of a round that is opened at `now`, at eight in the morning. A moment before the documents
    /// were sent, or that has passed, is none; only that of the opening is caught up.
    pub fn list_for(ronde: &Ronde, now: Moment) -> Vec<(Self, Moment)> {
        let moment = |deze: Self| {
            let (dag, ochtend) = (deze.dag(ronde)?, deze.moment(ronde)?);
            match deze {
                Self::Geopend => Some((deze, ochtend.max(now))),
                _ if dag <= ronde.kop.verzonden_op || ochtend < now => None,
                _ => Some((deze, ochtend)),
            }
        };
        Self::ALL.into_iter().filter_map(moment).collect()
    }

    /// Whether a municipality must still be told, when its council has brought in a view or not.
    pub const fn is_nodig(self, ronde: &Ronde, is_ingediend: bool) -> bool {
        match (self, &ronde.stand) {
            (_, Rondestand::Ingetrokken(_)) => false,
            (Self::Beantwoord, _) => true,
            (Self::Geopend | Self::VierWeken | Self::EenWeek | Self::DagErna, stand) => {
                matches!(stand, Rondestand::Lopend) && !is_ingediend
            }
        }
    }
}
