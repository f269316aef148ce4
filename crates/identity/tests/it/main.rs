//! Login at a certified provider (npm `oidc-provider`), which knows nothing of us but the standard.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod aanbieder;
mod proef;
