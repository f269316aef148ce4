//! One line of the staffing of a municipality.

use primitives::{Datum, Periode};

use super::{Fte, FteError};

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

/// From a day on so many full-time posts of one kind, until a later step says otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Formatiestap {
    /// The post.
    pub functie: Functie,
    /// For whom.
    pub doelgroep: Doelgroep,
    /// From which day.
    pub van: Datum,
    /// How many full-time posts; none ends the post.
    pub fte: Option<Fte>,
}

impl Formatieregel {
    /// The lines that follow from steps, in order of post, target group and day.
    pub fn from_stappen(mut stappen: Vec<Formatiestap>) -> Vec<Self> {
        stappen.sort_by_key(|s| (s.functie, s.doelgroep, s.van));
        let volgende = stappen.iter().skip(1).map(Some).chain([None]);
        let regel = |(stap, volgende): (&Formatiestap, Option<&Formatiestap>)| {
            let zelfde =
                volgende.filter(|v| (v.functie, v.doelgroep) == (stap.functie, stap.doelgroep));
            // Two steps on one day cannot both hold; the later one in order does.
            let periode = Periode::try_new(stap.van, zelfde.map(|v| v.van)).ok()?;
            Some(Self {
                functie: stap.functie,
                doelgroep: stap.doelgroep,
                fte: stap.fte?,
                periode,
            })
        };
        stappen.iter().zip(volgende).filter_map(regel).collect()
    }
}

impl Formatiestap {
    /// Reads how many posts a step has: zero ends a post, every other number is one of full-time posts.
    pub fn parse_fte(tekst: &str) -> Result<Option<Fte>, FteError> {
        let tekst = tekst.trim();
        let is_nul = tekst.contains('0') && tekst.bytes().all(|b| matches!(b, b'0' | b',' | b'.'));
        if is_nul {
            return Ok(None);
        }
        Fte::parse(tekst).map(Some)
    }

    /// Whether a step can begin on a day: nothing of before the law, nothing of generations to come.
    pub fn is_denkbaar(van: Datum) -> bool {
        (2015..=2100).contains(&van.year())
    }
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
    use jiff::civil::date;

    fn step(functie: Functie, maand: i8, fte: &str) -> Formatiestap {
        Formatiestap {
            functie,
            doelgroep: Doelgroep::Regulier,
            van: date(2026, maand, 1),
            fte: Fte::parse(fte).ok(),
        }
    }

    #[test]
    fn a_step_holds_until_the_next_one_of_the_same_post() {
        let regels = Formatieregel::from_stappen(vec![
            step(Functie::Klantmanager, 6, "2,67"),
            step(Functie::Klantmanager, 1, "1,67"),
            step(Functie::Klantmanager, 9, "0"),
            step(Functie::Accountmanager, 3, "1"),
        ]);
        let kort: Vec<_> = regels
            .iter()
            .map(|r| {
                (
                    r.functie,
                    r.fte.to_string(),
                    r.periode.van().month(),
                    r.periode.tot(),
                )
            })
            .collect();
        assert_eq!(
            kort,
            [
                (
                    Functie::Klantmanager,
                    "1.67".to_owned(),
                    1,
                    Some(date(2026, 6, 1))
                ),
                (
                    Functie::Klantmanager,
                    "2.67".to_owned(),
                    6,
                    Some(date(2026, 9, 1))
                ),
                (Functie::Accountmanager, "1".to_owned(), 3, None),
            ]
        );
    }

    #[test]
    fn zero_ends_a_post() {
        for tekst in ["0", "0,00", " 0 "] {
            assert_eq!(Formatiestap::parse_fte(tekst), Ok(None), "{tekst}");
        }
        assert_eq!(Formatiestap::parse_fte(","), Err(FteError::Vorm));
        assert!(matches!(Formatiestap::parse_fte("1,67"), Ok(Some(_))));
    }

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
