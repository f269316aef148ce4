//! The right of one household month after month: what single months cannot know of each other.
//!
//! [`Reeksfeiten`] hold a whole case: which household from which day on, incomes over their own periods, benefit
//! periods from a melding to an end, and what takes the right away for some days. [`calculate_maanden`] makes of
//! each month its stretches of days on which the same holds, asks [`super::calculate_bijstand`] about each as about
//! a whole month, and takes the share of its days. [`Tellers`] go from month to month: months of exemptions, gifts
//! and premiums of the year, the boete that is left.
//!
//! Where the text of the law is silent, the reading stands at the rule and in `docs/berekeningsreeks.md`; two of
//! them can be chosen in the question ([`Lezing`]).

mod arbeid;
mod beleid;
mod bereken;
mod boete;
mod buffer;
mod buitenland;
mod deel;
mod deelinkomen;
mod error;
mod feiten;
mod gift;
mod ingang;
mod inkomen;
mod kalender;
mod leeftijdsbeeld;
mod maatregel;
mod regel;
mod rol;
mod tellers;
mod termijn;
mod uitkomst;
mod uitsluiting;
mod vakantietoeslag;

pub use arbeid::{Arbeidstoets, Art34a, GeenArbeid};
pub use beleid::Beleidsbron;
pub use bereken::{Maandbereik, calculate_maanden};
pub use boete::{Boete, Boetegrens, EerdereSanctie, Verrekening, Waarschuwing};
pub use buffer::{Bufferinzet, Buffertoets, GeenBuffer};
pub use error::{MaandGeenRecht, MaandOnbepaald, Maandreden};
pub use feiten::{
    Afloop, Dagen, Eindreden, Gebeurtenis, Lezing, LezingLoontijdvak, LezingN, Overledene,
    Reeksfeiten, Uitkeringsperiode, Voorschot,
};
pub use gift::{GeenPremie, Gifttoets};
pub use ingang::{Ingang, Ingangsreden};
pub use inkomen::{Reeksinkomst, Reekssoort, Reeksvrijlating};
pub use maatregel::{
    Dagmaatregel, Maatregel, Maatregelgrond, Maatregelplan, Maatregelsoort, Samenloop,
};
pub use regel::Reeksregel;
pub use tellers::{Persoonstellers, Tellers};
pub use uitkomst::{
    Deelbedragen, Deelgrond, Maandberekening, Maanddeel, Reeksberekening, Termijn, Tijdvakdeel,
    Voorschotverrekening,
};
pub use uitsluiting::Uitsluiting;
