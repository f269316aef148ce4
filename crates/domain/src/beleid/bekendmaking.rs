//! The publication of a decision, without which its values bind nobody.

use std::fmt;

use primitives::Datum;

/// Where and when a decision was published, and when it enters into force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bekendmaking {
    /// Where.
    pub publicatie: Publicatie,
    /// The day of publication.
    pub datum: Datum,
    /// The day on which the decision enters into force: on or after the day of publication, unless it works back in
    /// time because that favours residents.
    pub inwerkingtreding: Datum,
}

/// A place of publication with the number there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Publicatie {
    /// The official gazette of the municipality.
    Gemeenteblad {
        /// Year and number: `2025, 118234`.
        nummer: String,
    },
    /// The national collection of local rules.
    Cvdr {
        /// `CVDR` and digits.
        nummer: CvdrNummer,
    },
    /// Elsewhere.
    Anders {
        /// Where, and under which number.
        omschrijving: String,
    },
}

/// The number of a regulation in the Centrale Voorziening Decentrale Regelgeving, such as `CVDR741634`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CvdrNummer(String);

/// A text is no CVDR number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("schrijf CVDR en het nummer, zoals CVDR741634")]
pub struct CvdrNummerError;

/// The kinds of [`Publicatie`], as a form lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Publicatieplaats {
    /// The official gazette.
    Gemeenteblad,
    /// The national collection.
    Cvdr,
    /// Elsewhere.
    Anders,
}

impl CvdrNummer {
    /// Reads `CVDR741634`, with or without the version after a slash.
    pub fn parse(tekst: &str) -> Result<Self, CvdrNummerError> {
        let cijfers = |deel: &str, max| {
            (1..=max).contains(&deel.len()) && deel.bytes().all(|b| b.is_ascii_digit())
        };
        let groot = tekst.trim().to_ascii_uppercase();
        let nummer = groot.strip_prefix("CVDR").ok_or(CvdrNummerError)?;
        let is_vorm = match nummer.split_once('/') {
            Some((nummer, versie)) => cijfers(nummer, 8) && cijfers(versie, 3),
            None => cijfers(nummer, 8),
        };
        if is_vorm {
            Ok(Self(groot))
        } else {
            Err(CvdrNummerError)
        }
    }
}

impl fmt::Display for CvdrNummer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Publicatie {
    /// Which kind it is.
    pub const fn plaats(&self) -> Publicatieplaats {
        match self {
            Self::Gemeenteblad { .. } => Publicatieplaats::Gemeenteblad,
            Self::Cvdr { .. } => Publicatieplaats::Cvdr,
            Self::Anders { .. } => Publicatieplaats::Anders,
        }
    }

    /// The number or description alone.
    pub fn nummer(&self) -> String {
        match self {
            Self::Gemeenteblad { nummer } => nummer.clone(),
            Self::Cvdr { nummer } => nummer.to_string(),
            Self::Anders { omschrijving } => omschrijving.clone(),
        }
    }
}

/// As people cite it: `Gemeenteblad 2025, 118234`, `CVDR741634`.
impl fmt::Display for Publicatie {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Gemeenteblad { nummer } => write!(f, "Gemeenteblad {nummer}"),
            Self::Cvdr { nummer } => nummer.fmt(f),
            Self::Anders { omschrijving } => f.write_str(omschrijving),
        }
    }
}

impl Publicatieplaats {
    /// Every place, in the order of the form.
    pub const ALL: [Self; 3] = [Self::Gemeenteblad, Self::Cvdr, Self::Anders];

    /// The name in data: `gemeenteblad`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Gemeenteblad => "gemeenteblad",
            Self::Cvdr => "cvdr",
            Self::Anders => "anders",
        }
    }

    /// The name on the form.
    pub const fn naam(self) -> &'static str {
        match self {
            Self::Gemeenteblad => "Gemeenteblad",
            Self::Cvdr => "Lokale wet- en regelgeving (CVDR)",
            Self::Anders => "Ergens anders",
        }
    }

    /// The place of a name in data.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|plaats| plaats.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_cvdr_numbers() {
        for (tekst, uit) in [
            ("CVDR741634", "CVDR741634"),
            ("cvdr734407/1", "CVDR734407/1"),
        ] {
            assert_eq!(CvdrNummer::parse(tekst).unwrap().to_string(), uit);
        }
        for tekst in ["", "CVDR", "741634", "CVDR74x", "CVDR1/", "CVDR123456789"] {
            assert_eq!(CvdrNummer::parse(tekst), Err(CvdrNummerError), "{tekst}");
        }
    }
}
