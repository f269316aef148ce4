//! A value together with where it comes from.

/// A policy value in force, with the decision that set it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Geldend<T> {
    /// The value.
    pub waarde: T,
    /// The decision as people cite it, such as `Raadsbesluit 2025-118 (GM0294)`; none when the caller gave
    /// the value himself (contract 2.1, `parameters`) or the law's default holds.
    pub besluit: Option<String>,
}

impl<T> Geldend<T> {
    /// A value that the caller gave himself.
    pub const fn given(waarde: T) -> Self {
        Self {
            waarde,
            besluit: None,
        }
    }
}
