//! The municipalities of the scheme, as pages and addresses need them on every request.

use std::sync::{Arc, RwLock};

use primitives::GemeenteCode;

/// A municipality by code and name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gemeentenaam {
    /// CBS code.
    pub code: GemeenteCode,
    /// Name, such as `Winterswijk`.
    pub naam: String,
}

/// The municipalities that this installation serves, kept in memory and replaced as a whole.
#[derive(Clone, Debug, Default)]
pub struct Gemeenteregister(Arc<RwLock<Arc<[Gemeentenaam]>>>);

impl Gemeenteregister {
    /// A register of these municipalities.
    pub fn new(gemeenten: Vec<Gemeentenaam>) -> Self {
        let register = Self::default();
        register.replace(gemeenten);
        register
    }

    /// Replaces all of it, sorted by name: after start, and when a municipality joins or leaves.
    pub fn replace(&self, mut gemeenten: Vec<Gemeentenaam>) {
        gemeenten.sort_by(|a, b| a.naam.cmp(&b.naam));
        // A reader or writer that panicked leaves a whole list behind, so the poison says nothing.
        let mut lijst = self
            .0
            .write()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        *lijst = gemeenten.into();
    }

    /// All municipalities, by name.
    pub fn list(&self) -> Arc<[Gemeentenaam]> {
        let lijst = self
            .0
            .read()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        Arc::clone(&lijst)
    }

    /// The municipality with this code.
    pub fn find(&self, code: GemeenteCode) -> Option<Gemeentenaam> {
        self.list().iter().find(|g| g.code == code).cloned()
    }
}
