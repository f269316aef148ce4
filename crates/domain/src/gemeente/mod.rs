//! The municipality as a tenant: how the shared organisation acts for it, and what it was before.

mod gebied;

pub use gebied::Gebied;

/// On whose behalf the execution organisation determines rights (Participatiewet art. 7 lid 4 and art. 8c).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Uitvoeringsvorm {
    /// The joint body decides in the place of the college (art. 8c).
    Gedelegeerd,
    /// The joint body decides in the name of the college (art. 7 lid 4, mandate).
    Gemandateerd,
    /// The organisation guides and advises; the college itself decides on income.
    Advies,
}

impl Uitvoeringsvorm {
    /// The name in the registry and on pages.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::Gedelegeerd => "gedelegeerd",
            Self::Gemandateerd => "gemandateerd",
            Self::Advies => "advies",
        }
    }

    /// Reads the name.
    pub fn parse(naam: &str) -> Option<Self> {
        [Self::Gedelegeerd, Self::Gemandateerd, Self::Advies]
            .into_iter()
            .find(|vorm| vorm.naam() == naam)
    }
}
