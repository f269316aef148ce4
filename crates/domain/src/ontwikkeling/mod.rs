//! Development of residents: where somebody stands on the Participatieladder.

mod trede;

pub use trede::{Trede, TredeError};
