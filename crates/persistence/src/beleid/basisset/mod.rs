//! Shared bases: their acts as rows, the base that follows from them, published versions, and which decision rests on which.

mod grondslag;
mod inhoud;
mod repo;
mod rows;

pub use grondslag::{find_grondslag, insert_grondslag, list_grondslagen};
pub use repo::{
    find_basisset, find_basisversie, find_basisversie_by_naam, insert_basisakte, insert_basisset,
    list_basissets, list_basisversies,
};
