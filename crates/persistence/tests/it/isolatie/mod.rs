//! Who can reach what, proved on the database itself and as the login roles of production.
//!
//! `grants` compares every right of every role with a golden file, `bewijs` tries statements, `lint` reads the
//! catalogue, and `mutatie` breaks the isolation on purpose and demands that one of them notices.

mod bewijs;
mod grants;
mod lint;
mod mutatie;
