//! The statutory records BUS and SRG: one record layout to take a caseload over and to deliver it to CBS.
//!
//! Regeling statistiek Participatiewet, IOAW en IOAZ 2015 (BWBR0031830), annexes 1 and 2; the files are those of
//! contract 2.2. Bytes in, records or every fault out: [`BusBestand::parse`], and back: [`Bestand::render_csv`].
//!
//! Readings of our own, where the law leaves room: a file may hold several months, each row says which
//! ([`Leveringskop::maand`]); a delivery is the whole of each month that it holds; the number of people who share
//! costs includes those entitled ([`BusUitkering::kostendelers`]); an end date is the last day ([`Einde::datum`]).

mod bestand;
mod bus;
mod code;
mod error;
mod lezer;
mod namen;
mod rules;
mod srg;
mod state;
mod veld;
mod waarde;

#[cfg(test)]
mod tests;

pub use bestand::{Bestand, BusBestand, Maandregel, Overtreding, Regel, SrgBestand};
pub use code::{
    ClassificatieBbz, ClusterBijzondereBijstand, Code, Geslacht, Huisvesting, JaNee, Leefvorm,
    Ontheffing, RedenEinde, RedenEindeOntheffing, RedenEindeVoorziening, RedenVermindering,
    Softwarepakket, SoortInkomsten, Statistiekcode, TypeVoorziening,
};
pub use error::{Bestandsfout, Bestandsfouten, FOUTEN_MAX, Fouten};
pub use lezer::Rij;
pub use namen::{Naam, Naamregel, Namenbestand};
pub use state::{
    BusPersoon, BusRegel, BusUitkering, Einde, EindeVoorziening, Leveringskop, Persoonsgegevens,
    Positie, SrgRegel, SrgVoorziening, Vermindering,
};
pub use veld::{
    BUS_VELDEN, FORMATIE_VELDEN, NAMEN_VELDEN, NOTITIE_VELDEN, REGISSEUR_VELDEN, SRG_VELDEN, Veld,
    Veldsoort, WOONGEBIED_VELDEN,
};
pub use waarde::{
    Bedrag, Berichtgevercode, Betaalbedrag, Loonwaarde, Normbedrag, Registratienummer, Release,
    Verrekenbedrag, Voorschrift, jjjjmmdd, parse_jjjjmmdd,
};
