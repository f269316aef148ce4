//! The clock and the generator of ids, the two sources of chance that code receives from outside.

use uuid::Uuid;

use crate::{Datum, Moment, datum_in_nederland};

/// Tells the time. Use cases receive the moment; only doors hold a clock.
pub trait Clock: Send + Sync {
    /// The present moment.
    fn now(&self) -> Moment;

    /// The present civil date in the Netherlands.
    fn today(&self) -> Datum {
        datum_in_nederland(self.now())
    }
}

/// The clock of the machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that may ask the machine for the time"
    )]
    fn now(&self) -> Moment {
        Moment::now()
    }
}

/// A clock that stands still, for tests and for making a report again.
#[derive(Clone, Copy, Debug)]
pub struct FixedClock(pub Moment);

impl Clock for FixedClock {
    fn now(&self) -> Moment {
        self.0
    }
}

/// Makes ids.
pub trait IdGenerator: Send + Sync {
    /// A new id that has not been given before.
    fn next(&self) -> Uuid;
}

/// Version 7 ids of the machine's time and chance: they sort by age, which keeps indexes small.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemIds;

impl IdGenerator for SystemIds {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that may make ids by chance"
    )]
    fn next(&self) -> Uuid {
        Uuid::now_v7()
    }
}

/// The version 7 id that belongs to a moment and a counter, the same each time: for tests and demo data.
pub fn id_at(moment: Moment, nummer: u64) -> Uuid {
    let millis = u64::try_from(moment.as_millisecond()).unwrap_or_default();
    let mut vulling = [0; 10];
    for (plek, byte) in vulling.iter_mut().skip(2).zip(nummer.to_be_bytes()) {
        *plek = byte;
    }
    uuid::Builder::from_unix_timestamp_millis(millis, &vulling).into_uuid()
}
