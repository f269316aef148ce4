//! OIDC login and session; its only product is an Actor.
