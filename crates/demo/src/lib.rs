//! Development only: demo data, development identity provider.
