//! Policy as a file: what holds on a day or what a base says, a line for each value; and the trial of such a file, which
//! tells what it would change. A trial writes nothing, and its outcome is a proposal at most.

mod proef;
mod rapport;
mod uitvoer;

pub use proef::{BESTANDSREGELS_MAX, Beleidsbestandinvoer, RegelInvoer};
pub use rapport::{Proefrapport, Proefregel, Regelfout, Uitslag};
pub use uitvoer::{Beleidsbestand, Beleidsregel, Bestandsbron};
