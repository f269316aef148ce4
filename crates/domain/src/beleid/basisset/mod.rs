//! A set of values that several municipalities work out together, so that each decides from the same base.
//!
//! A base binds nobody: every council and college still takes its own decision, and may deviate with a reason. The set
//! is drafted, published as a numbered version by a second person, and drafted again; a published version never changes.

mod grondslag;
mod invoer;
mod naleving;
mod state;
mod tekst;

pub use grondslag::{Afwijking, Besluitgrondslag, Grondslag, GrondslagInvoer, RedenVanAfwijking};
pub use invoer::{BasisInvoer, BasiswaardeInvoer};
pub use naleving::{Basisdeelnemer, Basisregel, Naleving, compare_basis};
pub use state::{BasisGeweigerd, Basisakte, Basishandeling, Basisset, Basissetkop, Basissetstand};
pub use tekst::{Basistekst, Basisversie, Basiswaarde};
