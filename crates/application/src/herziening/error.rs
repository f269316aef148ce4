//! Why something about a review is not shown or not done.

use domain::bevoegdheid::Geweigerd;
use domain::herziening::ZaakGeweigerd;
use persistence::DbError;
use primitives::Veldfouten;

use crate::bezwaar::BezwaarError;
use crate::dossier::DossierError;

/// Refused, absent or broken.
#[derive(Debug, thiserror::Error)]
pub enum HerzieningError {
    /// The actor may not.
    #[error(transparent)]
    Geweigerd(#[from] Geweigerd),
    /// No such resident or review here.
    #[error("deze herziening is hier niet bekend")]
    NietGevonden,
    /// What was typed is wrong.
    #[error(transparent)]
    Invoer(#[from] Veldfouten),
    /// The review is not in a state for it, or this is not the person for it.
    #[error(transparent)]
    Stand(ZaakGeweigerd),
    /// Somebody else recorded something since the form was opened.
    #[error("iemand anders legde intussen iets vast: bekijk de herziening opnieuw")]
    Verouderd,
    /// Broken.
    #[error("the review cannot be read or stored")]
    Db(#[from] DbError),
}

impl From<ZaakGeweigerd> for HerzieningError {
    fn from(reden: ZaakGeweigerd) -> Self {
        match reden {
            ZaakGeweigerd::Invoer(fouten) => Self::Invoer(fouten),
            ander => Self::Stand(ander),
        }
    }
}

impl From<DossierError> for HerzieningError {
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

impl From<BezwaarError> for HerzieningError {
    fn from(fout: BezwaarError) -> Self {
        match fout {
            BezwaarError::Geweigerd(geweigerd) => Self::Geweigerd(geweigerd),
            BezwaarError::NietGevonden => Self::NietGevonden,
            BezwaarError::Invoer(fouten) => Self::Invoer(fouten),
            // How the objection stands is a fault of what was proposed in it.
            BezwaarError::Stand(reden) => {
                Self::Invoer(Veldfouten::single("motivering", reden.to_string()))
            }
            BezwaarError::Verouderd => Self::Verouderd,
            BezwaarError::Db(fout) => Self::Db(fout),
        }
    }
}

impl HerzieningError {
    /// The faults of the form that was sent in; a refusal by how it stands is one at `veld`. What no form can mend comes back.
    pub fn into_fouten(self, veld: &str) -> Result<Veldfouten, Self> {
        match self {
            Self::Invoer(fouten) => Ok(fouten),
            Self::Stand(reden) => Ok(Veldfouten::single(veld, reden.to_string())),
            // The form keeps what was typed, and is about what stands there now.
            Self::Verouderd => Ok(Veldfouten::single(
                veld,
                "er is intussen iets anders vastgelegd: bekijk de herziening eerst. Wat u invulde staat hier nog; u kunt het opnieuw versturen",
            )),
            ander => Err(ander),
        }
    }

    /// A refusal by the key of the acts is somebody else who was first.
    pub(super) fn of_akte(fout: DbError) -> Self {
        if fout.is_refused_by("herzieningakte_pkey") {
            Self::Verouderd
        } else {
            fout.into()
        }
    }
}
