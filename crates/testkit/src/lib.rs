//! Development only: private PostgreSQL, builders, fixed clock.
