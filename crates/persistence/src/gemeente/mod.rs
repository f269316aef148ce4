//! The registry of municipalities, and giving a municipality its schema, roles and key.

mod gebied;
mod provisioning;
mod repo;
mod rows;

pub use gebied::{list_gebieden, record_gebied};
pub use provisioning::{ProvisionError, provision};
pub use repo::{find, list};
pub use rows::Gemeente;
