//! Why something about an application is not shown or not done.

use application::aanvraag::AanvraagError;
use domain::aanvraag::AanvraagGeweigerd;

use super::{Fout, Soort};

impl From<AanvraagError> for Fout {
    fn from(fout: AanvraagError) -> Self {
        match fout {
            AanvraagError::Geweigerd(geweigerd) => geweigerd.into(),
            AanvraagError::NietGevonden => Self::niet_gevonden(),
            AanvraagError::Invoer(fouten) => fouten.into(),
            AanvraagError::Stand(AanvraagGeweigerd::GeenBegin) => {
                Self::storing(AanvraagGeweigerd::GeenBegin)
            }
            AanvraagError::Stand(reden) => Self::new(Soort::Conflict, sentence(&reden.to_string())),
            AanvraagError::Verouderd => Self::new(
                Soort::Conflict,
                "Iemand anders legde intussen iets vast. Bekijk de aanvraag opnieuw en doe het dan.",
            ),
            AanvraagError::Db(fout) => fout.into(),
        }
    }
}

/// A refusal as a sentence: a capital at the start, a point at the end.
pub(super) fn sentence(tekst: &str) -> String {
    let mut tekens = tekst.chars();
    let eerste = tekens.next().map(|teken| teken.to_uppercase().to_string());
    format!("{}{}.", eerste.unwrap_or_default(), tekens.as_str())
}
