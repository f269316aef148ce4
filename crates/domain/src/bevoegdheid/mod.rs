//! Who may do what: actor, role, permission. One table, checked by a golden file.

mod actor;
mod permission;
mod rol;

pub use actor::{Actor, Geweigerd, Toekenning, Werkgebied};
pub use permission::Permission;
pub use rol::Rol;
