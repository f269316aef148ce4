//! An application under the Algemene wet bestuursrecht (Awb): from its receipt to the decision. What comes after it is an
//! objection ([`crate::bezwaar`]).
//!
//! What happened is kept as acts, in order; how it stands and by which day must be decided follow from them (ADR 13). The
//! Awb itself is not among our sources: its articles are cited as they are commonly known, `docs/beschikking.md` says so.

mod afweging;
mod besluitvoorstel;
mod brief;
mod briefblokken;
mod handeling;
mod herberekening;
mod inzage;
mod mandaat;
mod mandaatinvoer;
mod ontheffing;
mod regelingsvraag;
mod rekenvraag;
mod stand;
mod state;
pub(crate) mod termijn;
pub(crate) mod termijnenwet;
#[cfg(test)]
mod tests;
mod uitkeringswijze;
mod vervanging;
mod voorschot;

pub use afweging::{Afweegpunt, Afweging, list_afweegpunten};
pub use besluitvoorstel::{Beschikkingsstap, Besluitsoort, Besluitvoorstel, VoorstelOnjuist};
pub(crate) use brief::signature;
pub use brief::{Brief, Briefblok, Briefgegevens};
pub(crate) use briefblokken::REGELKOP;
pub(crate) use handeling::keuze;
pub use handeling::{
    Aanvraagakte, Aanvraaghandeling, Bekendmaakwijze, Besluit, Kanaal, Opschortgrond,
};
pub use herberekening::{Herberekening, Uitkomstbedrag};
pub use mandaat::{
    Mandaat, MandaatOntbreekt, Mandaatbesluit, Mandaatgeldigheid, Mandaatregister, Namens, VierOgen,
};
pub use mandaatinvoer::Mandaatinvoer;
pub use ontheffing::{Ontheffing, Ontheffinggrond};
pub use rekenvraag::{Inkomensfeit, Partnerfeiten, Rekenfeiten, Toeslagfeit};
pub use stand::Aanvraagstand;
pub use state::{Aanvraag, AanvraagGeweigerd, Aanvraagkop};
pub use termijn::{Beslistermijn, Termijndag, bezwaar_uiterlijk};
pub use termijnenwet::{is_vrije_dag, next_werkdag};
pub use uitkeringswijze::{Ritme, Uitkeringswijze};
pub use vervanging::Vervangtekst;
pub use voorschot::{Voorschot, Voorschotgrond};
