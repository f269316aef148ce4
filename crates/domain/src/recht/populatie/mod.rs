//! A population run: the right of every household on two days beside each other, such as before and after a norm
//! change, with what somebody should look at.
//!
//! The facts are those of the statutory record of a month ([`super::Maandbeeld`]); only the day differs, and with it the
//! amounts of the law and everybody's age, or only when those amounts were known ([`Normdag`]). What the record does not tell gives `onbepaald` and is a reason to look,
//! never a guess. [`Populatievergelijking`] is about one household, [`Populatiesom`] adds them up and holds nobody.

mod opdracht;
mod run;
mod som;
mod stand;
mod vergelijking;

#[cfg(test)]
mod tests;

pub use opdracht::{
    GRENS_VOORSTEL, Normdag, Populatiemaatstaf, Populatieruninvoer, Populatierunnaam,
    Populatierunopdracht,
};
pub use run::{Gemeentebeeld, Gemeentevoortgang, Populatierun};
pub use som::{Populatieklasse, Populatiesom};
pub use stand::{Gemeentestand, Populatierunstand, Runstand};
pub use vergelijking::{Populatievergelijking, Signaal, Signalen};
