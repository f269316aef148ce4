//! Calculations of other policy that council or college keeps (table `doorrekening`).

mod repo;
mod rows;

pub use repo::{
    calculate_hash, find_doorrekening, insert_doorrekening, list_doorrekeningen,
    list_doorrekeningen_of,
};
