//! Use cases, shared by web, api, worker and cli.

pub mod statistiek;
pub mod beleid;
