//! One line of the staffing of a municipality.

use primitives::Periode;

use super::Fte;

/// A post, as the council proposal of Nijkerk 2018-077 lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Functie {
    /// Guides residents: the post that the caseload is divided by.
    Klantmanager,
    /// Keeps contact with employers.
    Accountmanager,
    /// Supports the others.
    Administratie,
    /// Coaches residents at their work.
    Jobcoach,
    /// Leads the others.
    Teamleider,
}

/// The residents for whom a post works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Doelgroep {
    /// Everyone.
    Alle,
    /// Residents of the Participatiewet without a further label.
    Regulier,
    /// Holders of a residence permit for asylum.
    Statushouders,
    /// Residents in the doelgroepregister, with or without a benefit.
    Doelgroepregister,
}

/// So many full-time posts of one kind for one municipality, over a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Formatieregel {
    /// The post.
    pub functie: Functie,
    /// For whom.
    pub doelgroep: Doelgroep,
    /// How many full-time posts.
    pub fte: Fte,
    /// When.
    pub periode: Periode,
}

impl Functie {
    /// Every post.
    pub const ALL: [Self; 5] = [
        Self::Klantmanager,
        Self::Accountmanager,
        Self::Administratie,
        Self::Jobcoach,
        Self::Teamleider,
    ];

    /// The name, for people and machines alike.
    pub const fn sleutel(self) -> &'static str {
        match self {
            Self::Klantmanager => "klantmanager",
            Self::Accountmanager => "accountmanager",
            Self::Administratie => "administratie",
            Self::Jobcoach => "jobcoach",
            Self::Teamleider => "teamleider",
        }
    }

    /// The post of a name.
    pub fn from_sleutel(sleutel: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|functie| functie.sleutel() == sleutel)
    }
}

impl Doelgroep {
    /// Every target group.
    pub const ALL: [Self; 4] = [
        Self::Alle,
        Self::Regulier,
        Self::Statushouders,
        Self::Doelgroepregister,
    ];

    /// The name for machines.
    pub const fn sleutel(self) -> &'static str {
        match self {
            Self::Alle => "alle",
            Self::Regulier => "regulier",
            Self::Statushouders => "statushouders",
            Self::Doelgroepregister => "doelgroepregister",
        }
    }

    /// The name for people.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::Alle => "alle inwoners",
            Self::Regulier => "reguliere doelgroep",
            anders => anders.sleutel(),
        }
    }

    /// The target group of a name for machines.
    pub fn from_sleutel(sleutel: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|groep| groep.sleutel() == sleutel)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back() {
        for functie in Functie::ALL {
            assert_eq!(Functie::from_sleutel(functie.sleutel()), Some(functie));
        }
        for groep in Doelgroep::ALL {
            assert_eq!(Doelgroep::from_sleutel(groep.sleutel()), Some(groep));
        }
        assert_eq!(Functie::from_sleutel("Klantmanager"), None);
    }
}
