//! Development of residents: where somebody stands on the Participatieladder, and by which criteria.
//!
//! The step is not chosen but decided: a consulent answers the published criteria and [`decide_trede`] walks the
//! tree from step 6 down. The criteria are those of domein/instrumenten-en-indicatoren.md B.1 (disk-eindhoven.nl,
//! arbeidsdeskundigen.nl).

mod criterium;
mod meetstand;
mod meting;
mod trede;
mod vaststelling;
mod vraag;

pub use criterium::Criterium;
pub use meetstand::Meetstand;
pub use meting::{Laddermeting, MeetdatumError, Meting, Metingbron};
pub use trede::{Trede, TredeError};
pub use vaststelling::{Antwoorden, Vaststelling, decide_trede};
pub use vraag::{Antwoord, Vraag, Vraagblok};
