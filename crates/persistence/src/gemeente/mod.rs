//! The registry of municipalities, and giving a municipality its schema, roles and key.

mod gebied;
mod provisioning;
mod repo;
mod rows;
mod schemastand;

pub use gebied::{list_gebieden, record_gebied};
pub use provisioning::{ProvisionError, provision};
pub use repo::{find, list};
pub use rows::Gemeente;
pub use schemastand::list_achterstallig;
