//! Policy of council and college: the catalogue of parameters, decisions, and the value in force on a date.
//!
//! A [`Voorstel`] goes before a decision of its own.
//!
//! The catalogue says who decides about what, when and within which bounds. A [`Besluit`] sets values; they
//! bind from its entry into force, once it is published. [`Beleid`] tells what holds on a date as known on a
//! moment: nothing is overwritten, so the answer of then can be given again.

mod basisset;
mod bekendmaking;
mod beleidsbestand;
mod besluit;
mod bijlage;
mod catalogus;
mod correctie;
mod geldend;
mod gelding;
mod intrekking;
mod invoer;
mod invoer_bekendmaking;
mod invoer_uitkomst;
pub(crate) mod lezer;
mod orgaan;
mod rules;
mod samenhang;
mod sleutel;
mod terugwerking;
mod uitkomst;
mod vergelijking;
mod voorstel;
mod waarde;
mod woonplek;
pub mod zienswijze;

#[cfg(test)]
mod tests;

pub use basisset::{
    Afwijking, BasisGeweigerd, BasisInvoer, Basisakte, Basisdeelnemer, Basishandeling, Basisregel,
    Basisset, Basissetkop, Basissetstand, Basistekst, Basisversie, Basiswaarde, BasiswaardeInvoer,
    Besluitgrondslag, Grondslag, GrondslagInvoer, Naleving, RedenVanAfwijking, compare_basis,
};
pub use bekendmaking::{Bekendmaking, CvdrNummer, CvdrNummerError, Publicatie, Publicatieplaats};
pub use beleidsbestand::{
    BESTANDSREGELS_MAX, Beleidsbestand, Beleidsbestandinvoer, Beleidsregel, Bestandsbron,
    Proefrapport, Proefregel, RegelInvoer, Regelfout, Uitslag,
};
pub use besluit::{
    BekendmakingGeweigerd, BeslotenWaarde, Besluit, Besluitkop, Besluitstand, Intrekking,
};
pub use bijlage::{BIJLAGE_MAX, Bijlage, BijlageError};
pub use catalogus::{
    Catalogus, CatalogusError, Deel, Gebruik, Grens, Grensregel, Indeling, Parameter, Regime,
    Richting, Tabel, Tabelplek, Thema, ZonderBesluit, catalogus,
};
pub use correctie::{Besluitakte, Correctie, CorrectieInvoer, Correctieakte, Herkomst, Huidig};
pub use geldend::Geldend;
pub use gelding::{Beleid, Besluitverwijzing, Stand, Strijdig, Tijdvak, Vastgesteld};
pub use invoer::{BesluitInvoer, IntrekkingInvoer, Omgeving, WaardeInvoer};
pub use invoer_bekendmaking::BekendmakingInvoer;
pub use invoer_uitkomst::UitkomstInvoer;
pub use lezer::Notatie;
pub use orgaan::{Bevoegd, Orgaan};
pub use rules::{Strijd, check_waarde, render_grens};
pub use samenhang::check_samenhang;
pub use sleutel::{Sleutel, SleutelError};
pub use uitkomst::{Beslissing, Beslissingsoort, Stemming, StemmingError, Stemmingsoort, Uitkomst};
pub use vergelijking::{Deelnemer, Vergeleken, Vergelijking, compare_beleid};
pub use voorstel::{
    Behandeling, BehandelingInvoer, Behandeluitkomst, Inbreng, InbrengInvoer, Inbrengsoort,
    Persoon, Reactie, ReactieInvoer, RedenInvoer, Strekking, Voorstel, VoorstelGeweigerd,
    VoorstelInvoer, Voorstelakte, Voorstelhandeling, Voorstelkop, Voorstelstand, Voorsteltekst,
};
pub use waarde::{
    Lijst, Soort, Staffel, Staffeltrede, Tarief, Tarieven, Tekst, Waarde, WaardeError,
};
pub use woonplek::Woonplek;
