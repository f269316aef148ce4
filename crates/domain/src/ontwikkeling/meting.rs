//! A measurement of the ladder: made here by the criteria, or taken over from SRG.

use primitives::{Datum, DossierId};

use super::{Criterium, Trede, Vaststelling};

/// A measurement that is made here and not yet stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meting {
    /// Of whom.
    pub dossier: DossierId,
    /// When the resident was seen; today or earlier.
    gemeten_op: Datum,
    /// What the answers led to.
    pub vaststelling: Vaststelling,
}

/// Why a day cannot be that of a measurement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MeetdatumError {
    /// After today.
    #[error("de dag van de meting ligt in de toekomst")]
    InDeToekomst,
    /// Before the resident was born.
    #[error("de dag van de meting ligt voor de geboortedatum")]
    VoorGeboorte,
}

/// Where a measurement comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Metingbron {
    /// Taken over from the statutory record SRG, which carries no criteria.
    Srg,
    /// Made here by a staff member through the criteria.
    Stuurhuis {
        /// What decided.
        criterium: Criterium,
        /// The name of who measured.
        door: String,
    },
}

/// A measurement in the history of a resident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Laddermeting {
    /// The day of the measurement.
    pub datum: Datum,
    /// The step.
    pub trede: Trede,
    /// Where it comes from.
    pub bron: Metingbron,
}

impl Meting {
    /// A measurement on a day on which the resident lived.
    pub fn try_new(
        dossier: DossierId,
        geboortedatum: Datum,
        gemeten_op: Datum,
        vaststelling: Vaststelling,
        vandaag: Datum,
    ) -> Result<Self, MeetdatumError> {
        if gemeten_op > vandaag {
            return Err(MeetdatumError::InDeToekomst);
        }
        if gemeten_op < geboortedatum {
            return Err(MeetdatumError::VoorGeboorte);
        }
        Ok(Self {
            dossier,
            gemeten_op,
            vaststelling,
        })
    }

    /// When the resident was seen.
    pub const fn gemeten_op(&self) -> Datum {
        self.gemeten_op
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ontwikkeling::{Antwoord, Antwoorden, Vraag, decide_trede};
    use jiff::civil::date;
    use primitives::id_at;

    #[test]
    fn a_measurement_lies_between_birth_and_today() {
        let antwoorden: Antwoorden = [
            (Vraag::Contract, Antwoord::Ja),
            (Vraag::Begeleiding, Antwoord::Ja),
        ]
        .into_iter()
        .collect();
        let vaststelling = decide_trede(&antwoorden).unwrap();
        let dossier = DossierId::new(id_at("2026-01-01T00:00:00Z".parse().unwrap(), 1));
        let on = |dag| {
            let (geboren, vandaag) = (date(1990, 5, 1), date(2026, 11, 21));
            Meting::try_new(dossier, geboren, dag, vaststelling.clone(), vandaag)
        };
        assert_eq!(
            on(date(2026, 11, 21)).unwrap().gemeten_op(),
            date(2026, 11, 21)
        );
        assert_eq!(on(date(2026, 11, 22)), Err(MeetdatumError::InDeToekomst));
        assert_eq!(on(date(1990, 4, 30)), Err(MeetdatumError::VoorGeboorte));
    }
}
