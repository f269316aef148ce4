//! Notes in a dossier, and which of them are contact with the resident.

use primitives::{Datum, NotitieId};

use super::vrijetekst::Vrijetekst;

/// The text of a note.
pub type Notitietekst = Vrijetekst<4000>;

/// What a note is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Notitiesoort {
    /// A conversation in person.
    Gesprek,
    /// A conversation by telephone or video.
    Telefoongesprek,
    /// A visit at home.
    Huisbezoek,
    /// A remark without contact with the resident.
    Notitie,
}

/// A note. It is never changed: a correction is a new note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notitie {
    /// Key.
    pub id: NotitieId,
    /// What it is about.
    pub soort: Notitiesoort,
    /// The day of the contact or of the remark; today or earlier.
    datum: Datum,
    /// The text.
    pub tekst: Notitietekst,
    /// The name of who wrote it.
    pub door: String,
}

/// Why a day cannot be that of a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotitieError {
    /// After today.
    #[error("deze dag ligt in de toekomst")]
    InDeToekomst,
    /// More than ten years ago: more likely a slip of the keyboard.
    #[error("deze dag ligt meer dan tien jaar terug: controleer het jaar")]
    TeOud,
}

impl Notitiesoort {
    /// Every kind, in the order of the form.
    pub const ALL: [Self; 4] = [
        Self::Gesprek,
        Self::Telefoongesprek,
        Self::Huisbezoek,
        Self::Notitie,
    ];

    /// The lasting name in forms, in the API and in the database.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::Gesprek => "gesprek",
            Self::Telefoongesprek => "telefoongesprek",
            Self::Huisbezoek => "huisbezoek",
            Self::Notitie => "notitie",
        }
    }

    /// The name as a page prints it.
    pub const fn omschrijving(self) -> &'static str {
        match self {
            Self::Gesprek => "Gesprek",
            Self::Telefoongesprek => "Telefoongesprek of videogesprek",
            Self::Huisbezoek => "Huisbezoek",
            Self::Notitie => "Notitie zonder contact",
        }
    }

    /// Reads the name.
    pub fn parse(naam: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|soort| soort.naam() == naam)
    }

    /// Whether it counts as contact for "in beeld" (indicator 28, domein/instrumenten-en-indicatoren.md B.5).
    pub const fn is_contact(self) -> bool {
        match self {
            Self::Gesprek | Self::Telefoongesprek | Self::Huisbezoek => true,
            Self::Notitie => false,
        }
    }
}

impl Notitie {
    /// A note about today or an earlier day.
    pub fn try_new(
        id: NotitieId,
        soort: Notitiesoort,
        datum: Datum,
        tekst: Notitietekst,
        door: String,
        vandaag: Datum,
    ) -> Result<Self, NotitieError> {
        let tien_jaar_terug = vandaag.saturating_sub(jiff::Span::new().years(10));
        if datum > vandaag {
            Err(NotitieError::InDeToekomst)
        } else if datum < tien_jaar_terug {
            Err(NotitieError::TeOud)
        } else {
            Ok(Self {
                id,
                soort,
                datum,
                tekst,
                door,
            })
        }
    }

    /// The day that it is about.
    pub const fn datum(&self) -> Datum {
        self.datum
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use primitives::id_at;

    fn on(datum: Datum) -> Result<Notitie, NotitieError> {
        let id = NotitieId::new(id_at("2026-11-21T11:00:00Z".parse().unwrap(), 1));
        let tekst = Notitietekst::parse("Gesproken over werk.").unwrap();
        let door = "Anna".to_owned();
        Notitie::try_new(
            id,
            Notitiesoort::Gesprek,
            datum,
            tekst,
            door,
            date(2026, 11, 21),
        )
    }

    #[test]
    fn a_note_is_about_a_day_that_was() {
        assert_eq!(on(date(2026, 11, 21)).unwrap().datum(), date(2026, 11, 21));
        assert_eq!(on(date(2026, 11, 22)), Err(NotitieError::InDeToekomst));
        assert_eq!(on(date(2016, 11, 20)), Err(NotitieError::TeOud));
    }

    #[test]
    fn only_speaking_with_the_resident_is_contact() {
        for soort in Notitiesoort::ALL {
            assert_eq!(Notitiesoort::parse(soort.naam()), Some(soort));
            assert_eq!(soort.is_contact(), soort != Notitiesoort::Notitie);
        }
    }
}
