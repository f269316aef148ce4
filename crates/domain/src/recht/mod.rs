//! The law engine: the right to bijstand of one household in one calendar month, with its explanation.
//!
//! [`Huishouden`] (persons with dates of birth) is distilled into a [`Leefsituatie`] (what the law asks), on
//! which [`calculate_bijstand`] and [`calculate_iit`] work. They return typed steps without any text;
//! [`uitleg`] turns those into Dutch sentences when somebody wants to read them, so that nobody pays for an
//! explanation that is not asked for. [`bericht`] is the door for questions as JSON, [`Maandbeeld`] the one
//! for the statutory records.
//!
//! A month is calculated with the facts of one day, the reference date. Facts that are missing and cases that
//! the law's text does not answer give [`Onbepaald`], never a full norm. Amounts are data: see [`Normen`].

pub mod armoedeval;
pub mod bericht;
mod bijstand;
mod error;
pub mod herziening;
mod huishouden;
mod iit;
mod inkomen;
mod inkomstensoort;
mod jaarbeeld;
mod kader;
mod leeftijd;
mod maandbeeld;
pub mod maanden;
mod norm;
mod normen;
mod normfeiten;
mod normverlaging;
mod opbouw;
pub mod populatie;
mod regeling;
pub mod regelingen;
mod situatie;
pub mod uitleg;
mod vakantieaanspraak;
mod verhoging;
mod vermogen;
mod vrijlating;
mod vrijstelling;

pub use bijstand::{
    Bedragen, Bijstandsberekening, Bijstandsfeiten, Verlaging, calculate_bijstand,
    calculate_bijstand_in,
};
pub use error::{GeenRecht, Onbepaald, Reden};
pub use huishouden::{Huishouden, Huisvesting, Medebewoner, Partnerfeiten, SoortMedebewoner};
pub use iit::{IitBeleid, Iitberekening, Toeslagfeiten, calculate_iit};
pub use inkomen::{Inkomen, Inkomst, NietRechthebbend, Persoon};
pub use inkomstensoort::{Giftaard, Inkomstensoort, Onderdeel, Premie};
pub use jaarbeeld::{
    Huishoudreeks, Huishoudvergelijking, INKOMENS, Jaarbeeld, Jaardeel, Standaardhuishouden,
    compare_huishoudens,
};
pub use kader::{Bijstandsbeleid, Kader};
pub use leeftijd::Leeftijd;
pub use maandbeeld::{Maandbeeld, MaandbeeldError, Maandbeeldpersoon};
pub use norm::Norm;
pub use normen::{
    Normbedrag, Normen, NormenError, Normentabel, Normpercentage, Normtermijn, Wetsbedrag,
    Wetsgroep, Wetsoverzicht, Wetswaarde,
};
pub use normfeiten::{Normfeiten, Ouders, Persoonsfeiten, Woonkosten};
pub use normverlaging::{Normverlaging, Verlagingsgrond};
pub use opbouw::{Deel, Deelsoort, Opbouw};
pub use regeling::Regeling;
pub use situatie::{Kinderen, Leefsituatie, LeefsituatieError, Leefvorm, Partner, Verblijf};
pub use vakantieaanspraak::{
    Vakantieaanspraak, ZonderVakantietoeslag, calculate_vakantieaanspraken,
};
pub use verhoging::Verhoging;
pub use vermogen::{Aanvangsvermogen, Vermogen, Vermogenstoets, Vermogenswijze};
pub use vrijlating::{GeenVrijlating, Vrijgelaten, Vrijlating, Vrijlatingstoets};
pub use vrijstelling::{Vrijstelling, Vrijstellingsregel};
