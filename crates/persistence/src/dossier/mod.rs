//! Dossiers: the list of residents, searching, the resident's page, casusregie, notes.
//!
//! What the list sorts on stands in `dossierstand`, which every act here keeps and [`refresh_dossierstand`] makes
//! again after a delivery.

mod casusregie;
mod casusregies;
mod inwoner;
mod lijst;
mod medewerker;
mod notitie;
mod notities;
mod rows;
mod stand;
mod verloop;
mod woongebied;
mod zoeken;

pub(crate) use rows::parse_trede;

pub use casusregie::{insert_overdracht, list_overdrachten, load_casusregie_for_update};
pub use casusregies::{
    insert_eerste_casusregisseurs, insert_medewerkers, load_casusregies_for_update,
};
pub use inwoner::{Dossierkop, find_dossierkop, find_geboortedatum, load_namen, update_naam};
pub use lijst::{
    Bladwijzer, Inwonerregel, Lijstvraag, Wat, Wie, count_inwoners, has_more_inwoners,
    list_inwoners,
};
pub use medewerker::{find_medewerker, list_medewerkers, record_gezien};
pub use notitie::{find_zelfde_notitie, insert_notitie, list_notities};
pub use notities::{NieuweNotitie, insert_notities, list_dossiers_by_bsn};
pub use stand::{refresh_dossierstand, update_meting_in_stand};
pub use verloop::{
    find_huishoudbeeld, find_laatste_levering, list_maandstanden, list_voorzieningen,
};
pub use woongebied::{insert_woongebieden, list_woongebieden, load_woongebieden, load_woonplekken};
pub use zoeken::{Zoekbladwijzer, find_bladwijzer, list_gevonden};
