//! Use cases, shared by web, api, worker and cli.

pub mod beleid;
pub mod statistiek;
