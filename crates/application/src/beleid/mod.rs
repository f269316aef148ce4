//! Policy of council and college: recording decisions, their publication and corrections; what holds.
//!
//! Who writes opens the transaction with [`db_rol`] of the organ; who reads uses [`DbRol::Opdrachtgever`], the
//! role that sees policy and figures and nothing else.

mod basisset;
mod beleidsbestand;
mod error;
mod find_besluit;
mod list_besluiten;
mod list_gebieden;
mod load_beleid;
mod record_bekendmaking;
mod record_besluit;
mod record_besluiten;
mod record_correctie;
mod uitgangspunt;
mod voorstel;
pub mod zienswijze;

use domain::beleid::Orgaan;
use persistence::DbRol;

pub use basisset::{
    BasisError, Basisbestand, Basisoverdracht, Grondslagbestand, WijzigBasisset, find_basisset,
    find_basisversie, find_grondslag, list_basissets, list_basisversies, load_uitkomst_elders,
    record_basispublicatie, record_basisset, record_basissets, update_basisset,
};
pub use beleidsbestand::{check_beleidsbestand, load_beleidsbestand};
pub use error::BeleidError;
pub use find_besluit::find_besluit;
pub use list_besluiten::{BesluitenVraag, Besluitenlijst, list_besluiten, list_onbekendgemaakt};
pub use list_gebieden::list_gebieden;
pub use load_beleid::{load_beleid, load_beleid_elders};
pub use persistence::beleid::{Besluitpositie, BijlageVan, Bijlageregel};
pub use record_bekendmaking::{RecordBekendmaking, record_bekendmaking};
pub use record_besluit::{RecordBesluit, Wijze, record_besluit};
pub use record_besluiten::{Besluitbestand, Overname, record_besluiten};
pub use record_correctie::{RecordCorrectie, record_correctie};

pub use voorstel::{
    RecordBehandeling, RecordBijlage, RecordVoorstel, VoorstelError, Voorstellenlijst,
    Voorstellenvraag, WijzigVoorstel, find_bijlage, find_voorstel, leesrollen, list_bijlagen,
    list_voorstellen, record_behandeling, record_bijlage, record_inbreng, record_indiening,
    record_intrekking, record_reactie, record_voorstel, update_voorstel,
};

/// The role in which the database lets an organ write its own decisions, and nothing else.
pub const fn db_rol(orgaan: Orgaan) -> DbRol {
    match orgaan {
        Orgaan::Raad => DbRol::Raad,
        Orgaan::College => DbRol::College,
    }
}
