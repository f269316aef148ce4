//! Residents: the list, searching, the pages of one dossier, and the acts on it.
//!
//! Every function that shows personal data writes the processing log and an audit row in the same transaction.

mod error;
mod lijst;
mod naam;
mod notitie;
mod notitielijst;
mod overdracht;
mod raadplegen;
mod regisseurlijst;
mod termijn;
mod werkvoorraad;
mod woongebied;
mod woongebiedlijst;
mod zoeken;

pub use error::DossierError;
pub use lijst::{
    Inwonerpagina, Lijstfilter, Nodig, Totaal, Van, list_inwoners, load_inwonerslijst,
};
pub use naam::{Naamopdracht, record_naam};
pub use notitie::{Notitieopdracht, record_notitie};
pub use notitielijst::Notitieverslag;
pub(crate) use notitielijst::record_notitielijst;
pub use overdracht::{OverdrachtOpdracht, record_overdracht};
pub use persistence::dossier::{Bladwijzer, Dossierkop, Inwonerregel, Zoekbladwijzer};
pub use raadplegen::{
    Dossierhoofd, Dossieroverzicht, Notitiepagina, Overdrachtpagina, Tijdlijnpagina, list_notities,
    load_dossier, load_hoofd, load_overdracht, load_tijdlijn,
};
pub use regisseurlijst::Regisseursverslag;
pub(crate) use regisseurlijst::record_regisseurlijst;
pub use werkvoorraad::{Werkvoorraad, load_werkvoorraad};
pub(crate) use woongebied::find_gezamenlijke_woonplek;
pub use woongebied::{
    Woongebiedopdracht, Woongebiedpagina, Woonstand, load_woongebied, record_woongebied,
};
pub use woongebiedlijst::Woongebiedverslag;
pub(crate) use woongebiedlijst::record_woongebiedlijst;
pub use zoeken::{Zoekpagina, find_bladwijzer, find_enige, list_gevonden};

pub(crate) use raadplegen::{read_hoofd, record_read, record_use};
