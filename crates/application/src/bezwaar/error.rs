//! Why something about an objection is not shown or not done.

use domain::bevoegdheid::Geweigerd;
use domain::bezwaar::BezwaarGeweigerd;
use persistence::DbError;
use primitives::Veldfouten;

use crate::aanvraag::AanvraagError;
use crate::dossier::DossierError;
use crate::herziening::HerzieningError;

/// Refused, absent or broken.
#[derive(Debug, thiserror::Error)]
pub enum BezwaarError {
    /// The actor may not.
    #[error(transparent)]
    Geweigerd(#[from] Geweigerd),
    /// No such resident, decision or objection here.
    #[error("dit bezwaar is hier niet bekend")]
    NietGevonden,
    /// What was typed is wrong.
    #[error(transparent)]
    Invoer(#[from] Veldfouten),
    /// The objection is not in a state for it, or this is not the person for it.
    #[error(transparent)]
    Stand(BezwaarGeweigerd),
    /// Somebody else recorded something since the form was opened.
    #[error("iemand anders legde intussen iets vast: bekijk het bezwaar opnieuw")]
    Verouderd,
    /// Broken.
    #[error("the objection cannot be read or stored")]
    Db(#[from] DbError),
}

impl From<BezwaarGeweigerd> for BezwaarError {
    fn from(reden: BezwaarGeweigerd) -> Self {
        match reden {
            BezwaarGeweigerd::Invoer(fouten) => Self::Invoer(fouten),
            ander => Self::Stand(ander),
        }
    }
}

impl From<DossierError> for BezwaarError {
    fn from(fout: DossierError) -> Self {
        match fout {
            DossierError::Geweigerd(geweigerd) => Self::Geweigerd(geweigerd),
            DossierError::NietGevonden => Self::NietGevonden,
            DossierError::Invoer(fouten) => Self::Invoer(fouten),
            DossierError::Verouderd(_) => Self::Verouderd,
            DossierError::Db(fout) => Self::Db(fout),
        }
    }
}

impl From<AanvraagError> for BezwaarError {
    fn from(fout: AanvraagError) -> Self {
        match fout {
            AanvraagError::Geweigerd(geweigerd) => Self::Geweigerd(geweigerd),
            AanvraagError::NietGevonden => Self::NietGevonden,
            AanvraagError::Invoer(fouten) => Self::Invoer(fouten),
            // A state of the application that stands in the way of a calculation is no state of the objection.
            AanvraagError::Stand(reden) => {
                Self::Invoer(Veldfouten::single("besluit", reden.to_string()))
            }
            AanvraagError::Verouderd => Self::Verouderd,
            AanvraagError::Db(fout) => Self::Db(fout),
        }
    }
}

impl From<HerzieningError> for BezwaarError {
    fn from(fout: HerzieningError) -> Self {
        match fout {
            HerzieningError::Geweigerd(geweigerd) => Self::Geweigerd(geweigerd),
            HerzieningError::NietGevonden => Self::NietGevonden,
            HerzieningError::Invoer(fouten) => Self::Invoer(fouten),
            HerzieningError::Stand(_) | HerzieningError::Verouderd => Self::Verouderd,
            HerzieningError::Db(fout) => Self::Db(fout),
        }
    }
}

impl BezwaarError {
    /// The faults of the form that was sent in; a refusal by how it stands is one at `veld`. What no form can mend comes back.
    pub fn into_fouten(self, veld: &str) -> Result<Veldfouten, Self> {
        match self {
            Self::Invoer(fouten) => Ok(fouten),
            Self::Stand(reden) => Ok(Veldfouten::single(veld, reden.to_string())),
            // The form keeps what was typed, and is about what stands there now.
            Self::Verouderd => Ok(Veldfouten::single(
                veld,
                "er is intussen iets anders vastgelegd: bekijk het bezwaar eerst. Wat u invulde staat hier nog; u kunt het opnieuw versturen",
            )),
            ander => Err(ander),
        }
    }

    /// A refusal by a key is somebody else who was first.
    pub(super) fn of_sleutel(fout: DbError) -> Self {
        let sleutels = [
            "bezwaarakte_pkey",
            "bezwaar_aanvraag_nummer",
            "bezwaar_herziening_nummer",
        ];
        if sleutels.iter().any(|sleutel| fout.is_refused_by(sleutel)) {
            Self::Verouderd
        } else {
            fout.into()
        }
    }
}
