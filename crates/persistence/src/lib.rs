//! The only crate that knows diesel: transactions on one municipality, repositories, migrations, the audit
//! chain, the processing log, the job queue, and the private PostgreSQL of an installation without its own.

pub mod aanvraag;
pub mod audit;
pub mod beleid;
pub mod bezwaar;
pub mod db;
pub mod doorrekening;
pub mod dossier;
pub mod formatie;
pub mod geheim;
pub mod gemeente;
pub mod herziening;
pub mod jobs;
pub mod migratie;
pub mod ontwikkeling;
pub mod opdracht;
pub mod prive;
pub mod recht;
mod schema;
pub mod sessie;
pub mod statistiek;
pub mod sturing;
pub mod toezicht;
pub mod verwerking;
pub mod werkinstructie;

pub use db::{Db, DbError, DbInstellingen, DbRol, PlatformTx, TenantTx};
